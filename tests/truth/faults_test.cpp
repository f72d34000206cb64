// SPDX-License-Identifier: MIT
// strace lets a system call fail, and the program goes on, or ends with one sentence: it never hangs nor dies.
#include "room.h"
#include "truth/watched.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace {

constexpr int hung = 20'000; // ms

struct Answer {
    bool ended = false; // by itself
    int code = -1;
    QString err, log;
};

// "accept:error=EINTR:when=1", in each thread.
Answer run_with(const QString &fault, const QTemporaryDir &folder, const QByteArray &script, const QStringList &server)
{
    QFile file(folder.filePath("script.txt"));
    if (!file.open(QIODevice::WriteOnly) || file.write(script) != script.size())
        qFatal("no script");
    file.close();
    const QString log = folder.filePath("log");
    QProcess process;
    process.start("strace", QStringList{"-f", "-qq", "-o", log, "-e", "signal=none", "-e", "trace=" + fault.section(':', 0, 0), "-e", "inject=" + fault,
                                        IOMODELS_PROGRAM, "run"} + server
                                + QStringList{"--script", file.fileName(), "--patience", "3", "--lang", "en", "--save", folder.filePath("a.iotrace")});
    Answer answer;
    if (!process.waitForFinished(hung)) {
        process.kill();
        process.waitForFinished();
        return answer;
    }
    answer.ended = process.exitStatus() == QProcess::NormalExit;
    answer.code = process.exitCode();
    answer.err = QString::fromUtf8(process.readAllStandardError());
    QFile written(log);
    if (written.open(QIODevice::ReadOnly))
        answer.log = QString::fromUtf8(written.readAll());
    return answer;
}

const QByteArray talk = "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\nclient 1 close\nclient 2 connect\n"
                        "client 2 send \"abc\"\nwait client 2 received 3\n";
const QByteArray refused = "client 1 connect\nwait client 1 closed\nclient 2 connect\nclient 2 send \"abc\"\nwait client 2 received 3\n";

} // namespace

class FaultsTest : public WatchedTest {
    Q_OBJECT

private slots:
    // Nothing is lost by a call that was interrupted or had nothing to do.
    void a_passing_fault_is_passed_over_data()
    {
        QTest::addColumn<QStringList>("server");
        QTest::addColumn<QString>("fault");
        const auto row = [](const QString &server, const char *fault) {
            QTest::newRow(qPrintable(server + ": " + fault)) << server.split(' ') << fault;
        };
        for (const char *server : {"blocking", "nonblocking --pause 1", "select", "select-all", "poll", "poll-all", "sigio", "sigio --queued-signals", "aio",
                                   "aio --notify signal", "aio --notify thread", "epoll", "epoll --edge"}) {
            row(server, "accept:error=EINTR:when=1");
            row(server, "accept:error=ECONNABORTED:when=1");
            row(server, "recvfrom:error=EINTR:when=1");
        }
        for (const char *server : {"select-udp", "poll-udp", "blocking-udp", "nonblocking-udp --pause 1", "sigio-udp", "aio-udp"})
            row(server, "recvfrom:error=EINTR:when=1");
        for (const char *server : {"select", "select-all", "select-udp"})
            row(server, "pselect6:error=EINTR:when=1");
        for (const char *server : {"poll", "poll-all", "poll-udp"})
            row(server, "poll:error=EINTR:when=1");
        row("epoll", "epoll_wait:error=EINTR:when=1");
        row("io_uring", "io_uring_enter:error=EINTR:when=1");
        row("io_uring", "io_uring_enter:error=EAGAIN:when=2");
    }
    void a_passing_fault_is_passed_over()
    {
        QFETCH(QStringList, server);
        QFETCH(QString, fault);
        const Answer answer = run_with(fault, m_folder, talk, server);
        QVERIFY2(answer.ended && answer.code == 0, qPrintable(answer.err));
        QVERIFY2(answer.log.contains("INJECTED"), qPrintable(answer.log));
    }

    // Who cannot be made non-blocking, or cannot be watched, would wait for ever or hold up all others.
    void who_cannot_be_served_is_closed_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("fault"); // after accept(): so many come before it
        QTest::newRow("nonblocking") << "nonblocking" << "fcntl:error=ENOMEM:when=3";
        QTest::newRow("nonblocking, 2nd") << "nonblocking" << "fcntl:error=ENOMEM:when=4";
        QTest::newRow("select-all") << "select-all" << "fcntl:error=ENOMEM:when=1";
        QTest::newRow("select-all, 2nd") << "select-all" << "fcntl:error=ENOMEM:when=2";
        QTest::newRow("poll-all") << "poll-all" << "fcntl:error=ENOMEM:when=1";
        QTest::newRow("sigio") << "sigio" << "fcntl:error=ENOMEM:when=4";
        QTest::newRow("epoll, fcntl") << "epoll" << "fcntl:error=ENOMEM:when=3";
        QTest::newRow("epoll") << "epoll" << "epoll_ctl:error=ENOSPC:when=2";
    }
    void who_cannot_be_served_is_closed()
    {
        QFETCH(QString, server);
        QFETCH(QString, fault);
        const Answer answer = run_with(fault, m_folder, refused, {server});
        QVERIFY2(answer.ended && answer.code == 0, qPrintable(answer.err));
        QVERIFY2(answer.log.contains("INJECTED"), qPrintable(answer.log));
    }

    void what_fails_at_the_start_is_told_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("told");
        for (const QString server : {"select", "select-udp", "aio", "aio-udp", "io_uring"})
            for (const auto &[call, fault] : {std::pair("socket", "socket:error=ENOBUFS:when=1+"), {"bind", "bind:error=EACCES:when=1"},
                                              {"getsockname", "getsockname:error=ENOBUFS:when=1"}, {"close_range", "close_range:error=EPERM:when=1+"},
                                              {"pthread_create", "clone3:error=EAGAIN:when=1"}, {"pthread_create", "clone3:error=EAGAIN:when=2+"}})
                QTest::newRow(qPrintable(server + ": " + fault)) << server << fault << call;
        for (const QString server : {"sigio", "sigio-udp"})
            QTest::newRow(qPrintable(server + ": sigaction")) << server << "rt_sigaction:error=EINVAL:when=1+" << "sigaction()";
        QTest::newRow("listen") << "select" << "listen:error=EADDRINUSE:when=1" << "listen()";
        QTest::newRow("io_uring_setup") << "io_uring" << "io_uring_setup:error=ENOMEM:when=1" << "io_uring_setup";
        QTest::newRow("epoll_create1") << "epoll" << "epoll_create1:error=EMFILE:when=1" << "epoll_create1";
    }
    void what_fails_at_the_start_is_told()
    {
        QFETCH(QString, server);
        QFETCH(QString, fault);
        QFETCH(QString, told);
        const Answer answer = run_with(fault, m_folder, "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\n", {server});
        QVERIFY2(answer.ended && answer.code == 1, qPrintable(answer.err));
        QVERIFY2(told == "bind" ? answer.err.contains("does not permit port") : answer.err.contains(told), qPrintable(answer.err));
    }

    void a_window_without_threads_is_refused()
    {
        QProcess process;
        process.start("strace", {"-f", "-qq", "-o", "/dev/null", "-e", "signal=none", "-e", "trace=clone3", "-e", "inject=clone3:error=EAGAIN:when=3",
                                 IOMODELS_PROGRAM, "-platform", "offscreen"});
        QVERIFY(process.waitForFinished(hung));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray err = process.readAllStandardError();
        QVERIFY2(err.contains("pthread_create") && err.count('\n') == 1, err.constData());
    }

    // IOMODELS_SEED chooses others.
    void no_fault_makes_it_hang_or_die()
    {
        const quint32 seed = qEnvironmentVariableIsSet("IOMODELS_SEED") ? quint32(qEnvironmentVariableIntValue("IOMODELS_SEED")) : 20261129;
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QStringList servers{"blocking", "blocking-udp", "nonblocking --pause 1", "nonblocking-udp --pause 1", "select", "select-udp", "select-all",
                                  "poll", "poll-udp", "poll-all", "sigio", "sigio --queued-signals", "sigio-udp", "aio", "aio --notify signal",
                                  "aio --notify thread", "aio-udp", "aio-udp --notify signal", "aio-udp --notify thread", "epoll", "epoll --edge", "io_uring"};
        const QStringList faults{"accept EINTR EAGAIN ENOMEM ECONNABORTED EMFILE ENOBUFS", "recvfrom EINTR EAGAIN ENOMEM ECONNRESET",
                                 "sendto EINTR EAGAIN ENOMEM ENOBUFS EPIPE", "poll EINTR ENOMEM", "pselect6 EINTR ENOMEM", "epoll_wait EINTR",
                                 "epoll_ctl ENOMEM ENOSPC", "io_uring_enter EINTR EAGAIN EBUSY ENOMEM", "fcntl EINVAL ENOMEM", "setsockopt ENOMEM",
                                 "listen EADDRINUSE", "bind EADDRINUSE", "socket EMFILE ENOBUFS", "connect EINTR ECONNREFUSED", "getsockname ENOBUFS",
                                 "shutdown ENOTCONN", "clone3 EAGAIN", "close_range EPERM"};
        const QStringList moments{"1", "2", "3", "4", "6", "1+", "2+", "3+"};
        const auto one_of = [&random](const QStringList &list) { return list[random.bounded(int(list.size()))]; };
        const QByteArray script = "client 1 connect\nclient 1 send \"abc\"\nclient 2 connect\nclient 2 send 50000 bytes\npause 20 ms\ninterrupt server\n"
                                  "client 1 receive\nclient 1 close\nclient 3 connect\nclient 3 send \"x\"\npause 20 ms\nstop\n";
        for (int i = 0; i < 30; ++i) {
            const QString server = one_of(servers);
            QStringList errors = one_of(faults).split(' ');
            const QString call = errors.takeFirst(), fault = call + ":error=" + one_of(errors) + ":when=" + one_of(moments);
            QFile::remove(m_folder.filePath("a.iotrace"));
            const Answer answer = run_with(fault, m_folder, script, server.split(' '));
            const QByteArray what = (server + ", " + fault + ": " + answer.err).toUtf8();
            QVERIFY2(answer.ended && (answer.code == 0 || answer.code == 1), what.constData());
            if (QFile::exists(m_folder.filePath("a.iotrace")))
                QCOMPARE(QProcess::execute(IOMODELS_PROGRAM, {"export", m_folder.filePath("a.iotrace"), "-o", m_folder.filePath("a.json")}), 0);
        }
    }
};

ROOM_TEST(FaultsTest)
#include "faults_test.moc"
