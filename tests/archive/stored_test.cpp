// SPDX-License-Identifier: MIT
// Recordings that older programs have written, NAME-VERSION.iotrace: they open, say the same as ever, and can be saved anew.
#include "archive/iotrace.h"
#include "archive/json.h"
#include "room.h"

#include <QDirIterator>
#include <QFileInfo>

class StoredTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void every_version_is_there();
    void says_the_same_as_ever_data();
    void says_the_same_as_ever();
};

namespace {

QStringList recordings()
{
    QStringList names;
    QDirIterator entries(STORED_RECORDINGS, {"*.iotrace"});
    while (entries.hasNext())
        names << QFileInfo(entries.next()).completeBaseName();
    names.sort();
    return names;
}

QByteArray lines(const trace::Trace &trace)
{
    QByteArray all;
    for (size_t i = 0; i < trace.events().size(); ++i)
        all += QJsonDocument(archive::event_json(trace, i)).toJson(QJsonDocument::Compact) + '\n';
    return all;
}

} // namespace

void StoredTest::every_version_is_there()
{
    for (const char *version : {"-1", "-2"})
        QVERIFY2(!recordings().filter(QRegularExpression(version + QString("$"))).isEmpty(), version);
}

void StoredTest::says_the_same_as_ever_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : recordings())
        QTest::newRow(qPrintable(name)) << name;
}

void StoredTest::says_the_same_as_ever()
{
    QFETCH(QString, name);
    const QString path = STORED_RECORDINGS "/" + name;
    QFile expected(path + ".json");
    QVERIFY(expected.open(QIODevice::ReadOnly));
    const QList<QByteArray> before = expected.readAll().split('\n');
    std::unique_ptr<trace::Trace> trace;
    QVERIFY(archive::open(path + ".iotrace", trace));
    const QList<QByteArray> now = lines(*trace).split('\n');
    for (qsizetype i = 0; i < std::min(before.size(), now.size()); ++i)
        QCOMPARE(now[i], before[i]);
    QCOMPARE(now.size(), before.size());

    QTemporaryDir folder;
    QVERIFY(archive::save(*trace, folder.filePath("again.iotrace")));
    std::unique_ptr<trace::Trace> again;
    QVERIFY(archive::open(folder.filePath("again.iotrace"), again));
    QCOMPARE(lines(*again), lines(*trace));
}

ROOM_TEST(StoredTest)
#include "stored_test.moc"
