// SPDX-License-Identifier: MIT
// iomodels bench and iomodels options, as a person would use them.
#include "cli/program.h"
#include "room.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>

using program::Answer;

class BenchTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void each_statement_is_answered()
    {
        const Answer answer = run("s = socket(AF_INET, SOCK_STREAM, 0); // 3\n\nn = recv(s, buffer, 10, 0)\nFD_SET(s, &readfds);\nn = s + 4\n");
        QCOMPARE(answer.code, 0);
        const QList<QByteArray> lines = answer.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith("1 s = socket(AF_INET, SOCK_STREAM, 0); = 3   ("), lines[0]);
        QVERIFY2(lines[1].startsWith("3 n = recv(s, buffer, 10, 0); = -1 ENOTCONN   ("), lines[1]);
        QCOMPARE(lines[2], QByteArray("4 FD_SET(s, &readfds);"));
        QCOMPARE(lines[3], QByteArray("5 n = s + 4; = 7"));
    }

    void a_poll_in_vain_is_answered_like_any_call()
    {
        const Answer answer = run("s = socket(AF_INET, SOCK_DGRAM, 0);\nrecv(s, buf, 10, MSG_DONTWAIT);\ntv = {0, 0};\nFD_SET(s, &r);\nselect(s + 1, &r, NULL, NULL, &tv);\n");
        QCOMPARE(answer.code, 0);
        const QList<QByteArray> lines = answer.out.trimmed().split('\n');
        QVERIFY2(lines[1].startsWith("2 recv(s, buf, 10, MSG_DONTWAIT); = -1 EAGAIN   ("), lines[1]);
        QVERIFY2(lines[4].startsWith("5 select(s + 1, &r, NULL, NULL, &tv); = 0") && lines[4].endsWith(")"), lines[4]);
    }

    void a_byte_order_mark_and_a_text_shown()
    {
        const Answer answer = run("\xef\xbb\xbf" "char b[8] = \"abc\";\nb;\n");
        QVERIFY2(answer.code == 0, answer.err);
        QCOMPARE(answer.out.trimmed().split('\n').back(), QByteArray("2 b; = \"abc\""));
    }

    void what_the_bench_has_not_is_said()
    {
        QVERIFY(run("kill(getpid(), 9);\n").err.contains("there is no call kill. The bench has these: socket, bind,"));
        QVERIFY(run("while (1);\n").err.contains("no loops, no conditions and no functions"));
        QVERIFY(run("addr = {AF_INET, 4000, INADDR_LOOPBACK};\nbind(3, &addr, sizeof addr);\n").err.contains("read as 1.0.0.127"));
        QVERIFY(run("x = 1/0;\n").err.contains("column 6: the bench does not know / here"));
    }

    void the_first_that_cannot_be_run_ends_it()
    {
        const Answer answer = run("s = socket(AF_INET, SOCK_STREAM, 0);\nn = sockt(1);\nclose(s);\n");
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.out.trimmed().count('\n'), 0);
        QVERIFY2(answer.err.contains("line 2, column 5: there is no call sockt. Nearest: socket"), answer.err);
        QCOMPARE(answer.err.trimmed().count('\n'), 0);
        const Answer set = run("FD_SET(2000, &readfds);\n");
        QVERIFY2(set.code == 1 && set.err.contains("FD_SETSIZE"), set.err);
        const Answer address = run("a = {AF_INET, htons(80), htonl(INADDR_ANY)};\nbind(3, &a, sizeof a);\n");
        QVERIFY2(address.code == 1 && address.err.contains("--allow-other-addresses"), address.err);
        const Answer allowed = run("a = {AF_INET, 0, htonl(INADDR_ANY)};\ns = socket(AF_INET, SOCK_STREAM, 0);\nbind(s, &a, sizeof a);\n", {"--allow-other-addresses"});
        QVERIFY2(allowed.code == 0 && allowed.out.contains("bind(s, &a, sizeof a); = 0"), allowed.err);
        QVERIFY(program::run({"bench", m_folder.filePath("none.txt")}).code == 1);
        QVERIFY(program::run({"bench"}).code == 2);
    }

    void it_is_recorded_like_any_run()
    {
        const QString saved = m_folder.filePath("b.iotrace");
        const Answer answer = run("pipe(p);\nn = write(p[1], \"abc\", 3);\nn = read(p[0], b, 2);\n", {"--save", saved, "--json"});
        QCOMPARE(answer.code, 0);
        const auto events = program::objects(answer.out);
        QStringList calls;
        for (const QJsonObject &event : events)
            if (event["call"] == "pipe" || event["call"] == "write" || event["call"] == "read") {
                calls << event["call"].toString() + ' ' + event["source"].toString();
                QCOMPARE(event["thread"].toString(), QStringLiteral("bench"));
            }
        QCOMPARE(calls, (QStringList{"pipe bench:1", "write bench:2", "read bench:3"}));
        const Answer shown = program::run({"show", saved, "--at", "read"});
        QVERIFY2(shown.code == 0, shown.err);
        for (const char *figure : {"stage", "timeline", "listing", "sets"})
            QVERIFY2(program::run({"export", saved, "--figure", figure, "-o", m_folder.filePath("f.svg")}).code == 0, figure);
    }

    // Each in a process of its own: the C library's threads read in the table of who was the first to ask.
    void asynchronous_reads()
    {
        const QByteArray asks = "pipe(p);\nstruct aiocb r;\nr.aio_fildes = p[0];\nr.aio_buf = b;\nr.aio_nbytes = 10;\naio_read(&r);\n";
        const Answer done = run(asks + "write(p[1], \"abc\", 3);\nlist = {&r};\naio_suspend(list, 1, NULL);\naio_error(&r);\nn = aio_return(&r);\n",
                                {"--export-c", m_folder.filePath("r.c")});
        QVERIFY2(done.code == 0 && done.out.contains("n = aio_return(&r); = 3"), done.out + done.err);
        QCOMPARE(QProcess::execute("cc", {"-Wall", "-Wextra", "-Werror", "-c", "-o", "/dev/null", m_folder.filePath("r.c")}), 0);
        const Answer twice = run(asks + "aio_read(&r);\n");
        QVERIFY2(twice.code == 1 && twice.err.contains("line 7, column 10: the request r has not been done yet"), twice.err);
    }

    void a_sleeping_statement_is_interrupted()
    {
        QProcess bench;
        program::prepare(bench, {"bench", "-"});
        bench.start();
        QVERIFY(bench.waitForStarted());
        bench.write("pipe(p);\n");
        QVERIFY(bench.waitForReadyRead(30'000)); // answered at once
        bench.write("n = read(p[0], b, 1);\n");
        QVERIFY(bench.bytesToWrite() == 0 || bench.waitForBytesWritten());
        QTest::qWait(200);
        ::kill(pid_t(bench.processId()), SIGINT);
        QVERIFY(bench.waitForFinished(30'000));
        QCOMPARE(bench.exitCode(), 0);
        QVERIFY(bench.readAllStandardOutput().contains("n = read(p[0], b, 1); = -1 EINTR"));
    }

    void options_of_each_kind_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"tcp", "tcp-connected", "udp", "raw", "tcp6", "udp6", "raw6"})
            QTest::newRow(kind) << QString(kind);
    }
    void options_of_each_kind()
    {
        QFETCH(QString, kind);
        const Answer json = program::run({"options", "--socket", kind, "--json"});
        QCOMPARE(json.code, 0);
        const auto rows = program::objects(json.out);
        QVERIFY(rows.size() >= 78);
        for (const QJsonObject &row : rows) {
            for (const char *key : {"name", "level", "defined", "get", "set", "flag", "type", "value", "set_to", "read_back", "set_error", "why_missing"})
                QVERIFY2(row.contains(QLatin1String(key)), key);
            QVERIFY(row["defined"].toBool() || !row["why_missing"].isNull());
            QVERIFY(row["value"].isNull() || row["error"].isNull());
        }
        const Answer csv = program::run({"options", "--socket", kind, "--csv"});
        QCOMPARE(csv.out.trimmed().count('\n'), rows.size());
        const Answer table = program::run({"options", "--socket", kind});
        QVERIFY(table.code == 0 && table.out.contains("SO_REUSEADDR"));
    }
    void options_misused()
    {
        QCOMPARE(program::run({"options", "--socket", "sctp"}).code, 2);
        QCOMPARE(program::run({"options", "--json", "--csv"}).code, 2);
    }

private:
    Answer run(const QByteArray &statements, const QStringList &options = {})
    {
        QFile file(m_folder.filePath("bench.txt"));
        if (!file.open(QIODevice::WriteOnly) || file.write(statements) != statements.size())
            qFatal("no file");
        file.close();
        return program::run(QStringList{"bench", file.fileName()} + options);
    }
    QTemporaryDir m_folder;
};

ROOM_TEST(BenchTest)
#include "bench_test.moc"
