// SPDX-License-Identifier: MIT
// Listings that are wrong on purpose: what differs from the right one is found and marked.
#include "figures/listing/beside.h"

#include "figures/figure.h"
#include "room.h"
#include "servers/server.h"

#include <QRegularExpression>

class BesideTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void lines_that_differ();
    void each_mistake_is_a_few_lines();
};

void BesideTest::lines_that_differ()
{
    const QStringList right{"a", "b", "c", "d"};
    QVERIFY(figures::differences(right, right).empty());
    const auto changed = figures::differences({"a", "B", "c", "d"}, right);
    QCOMPARE(changed.size(), size_t(1));
    QVERIFY(changed[0].first == 2 && changed[0].last == 2);
    QCOMPARE(changed[0].right, QStringList("b"));
    const auto missing = figures::differences({"a", "c", "d"}, right);
    QVERIFY(missing.size() == 1 && missing[0].first == 2 && missing[0].last < 2 && missing[0].right == QStringList("b"));
    const auto more = figures::differences({"a", "b", "x", "c", "d"}, right);
    QVERIFY(more.size() == 1 && more[0].first == 3 && more[0].last == 3 && more[0].right.isEmpty());
    QVERIFY(figures::differences({"// another", "Ending other(int)", "b"}, {"// one", "Ending one(int)", "b"}).empty());
}

void BesideTest::each_mistake_is_a_few_lines()
{
    for (const servers::Server &server : servers::mistakes()) {
        const QStringList text = figures::listing_text(QString::fromLatin1(server.file.data(), qsizetype(server.file.size())));
        const std::string_view right = servers::named(server.instead_of)->file;
        QCOMPARE(figures::beside(text), QString::fromLatin1(right.data(), qsizetype(right.size())));
        const auto marked = figures::differences(text, figures::listing_text(figures::beside(text)));
        QVERIFY2(!marked.empty() && marked.size() <= 8, server.name.data());
    }
    QVERIFY(figures::beside(figures::listing_text("select.cpp")).isEmpty());
}

ROOM_TEST(BesideTest)
#include "beside.moc"
