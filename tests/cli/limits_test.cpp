// SPDX-License-Identifier: MIT
// Of memory and descriptors there may be too few, at any moment: the program then says so, and neither hangs nor dies.
#include "cli/program.h"
#include "room.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

class LimitsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void initTestCase();
    void few_descriptors_data();
    void few_descriptors();
    void little_memory_data();
    void little_memory();

private:
    program::Answer limited(const QString &limit, const QString &server) const;

    QTemporaryDir m_folder;
};

namespace {

const QStringList servers{"blocking", "nonblocking", "select", "select-all", "poll", "poll-all", "sigio", "sigio --queued-signals", "aio",
                          "aio --notify signal", "aio --notify thread", "epoll", "epoll --edge", "io_uring"};

void add_servers()
{
    QTest::addColumn<QString>("server");
    for (const QString &server : servers)
        QTest::newRow(qPrintable(server)) << server;
}

} // namespace

void LimitsTest::initTestCase()
{
    QFile script(m_folder.filePath("script.txt"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    QVERIFY(script.write("client 1..20 connect\nclient 1..20 send \"abc\"\nclient 1..20 close\nstop\n") > 0);
}

program::Answer LimitsTest::limited(const QString &limit, const QString &server) const
{
    return program::shell(QStringLiteral("ulimit %1; exec \"$iomodels\" run %2 --script %3 --patience 1").arg(limit, server, m_folder.filePath("script.txt")));
}

void LimitsTest::few_descriptors_data()
{
    add_servers();
}

void LimitsTest::few_descriptors()
{
    QFETCH(QString, server);
    for (const int most : {5, 6, 8, 12}) {
        const auto answer = limited(QStringLiteral("-n %1").arg(most), server);
        QVERIFY2(answer.code == 0 || answer.code == 1, answer.err.constData());
    }
}

void LimitsTest::little_memory_data()
{
    add_servers();
}

void LimitsTest::little_memory()
{
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
    QSKIP("the sanitizers need terabytes of addresses");
#endif
    QFETCH(QString, server);
    bool refused = false;
    for (int kb = 90'000; kb <= 300'000; kb += 15'000) {
        const auto answer = limited(QStringLiteral("-v %1").arg(kb), server);
        if (answer.err.contains("error while loading shared libraries") || answer.err.contains("cannot allocate memory in static TLS block"))
            continue; // it did not get as far as to begin
        QVERIFY2(answer.code == 0 || answer.code == 1, answer.err.constData());
        refused = refused || answer.code == 1;
    }
    QVERIFY(refused);
}

ROOM_TEST(LimitsTest)
#include "limits_test.moc"
