// SPDX-License-Identifier: MIT
// strace watches the program; then each recorded call must be one that strace saw, in order, and none may be missing.
#include "lessons/catalogue.h"
#include "room.h"
#include "truth/difference.h"
#include "truth/polls.h"
#include "truth/watched.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

using namespace truth;

class StraceTest : public WatchedTest {
    Q_OBJECT

private slots:
    void every_recorded_call_happened_and_none_is_missing_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QStringList>("options");
        const QByteArray talk = "client 1 connect\nwait server accepted 1\nclient 1 send \"abc\"\nwait client 1 received 3\n";
        for (const QString server : {"select", "poll", "blocking"}) {
            QTest::newRow(qPrintable(server + ": one client"))
                << server << talk + "client 1 close\n" << QStringList();
            QTest::newRow(qPrintable(server + ": end of file, reset"))
                << server
                << talk + "client 1 shutdown\nwait client 1 closed\nclient 1 close\nclient 2 connect\nclient 2 send \"x\"\n"
                          "wait client 2 received 1\nclient 2 reset\nclient 3 connect\nclient 3 send 5000 bytes\n"
                          "wait client 3 received 5000\n"
                << QStringList();
            QTest::newRow(qPrintable(server + ": a server that sleeps in send"))
                << server << QByteArray("client 1 connect\nclient 1 send 33554432 bytes\nwait server blocked in send\nstop\n")
                << QStringList();
        }
        for (const QStringList &options : {QStringList(), QStringList{"--edge"}}) {
            const QString title = options.isEmpty() ? "epoll: " : "epoll, edge: ";
            QTest::newRow(qPrintable(title + "one client")) << "epoll" << talk + "client 1 close\n" << options;
            QTest::newRow(qPrintable(title + "end of file, reset, more than is read at a time"))
                << "epoll"
                << talk + "client 1 shutdown\nwait client 1 closed\nclient 1 close\nclient 2 connect\nclient 2 send \"x\"\n"
                          "wait client 2 received 1\nclient 2 reset\nclient 3 connect\nclient 3 send 5000 bytes\n"
                          "wait client 3 received 5000\n"
                << options;
            QTest::newRow(qPrintable(title + "a full send buffer"))
                << "epoll"
                << QByteArray("client 1 connect\nclient 1 send 1000000 bytes\nwait client 1 received 1000000\nclient 1 close\n")
                << options + QStringList{"--send-buffer", "4096"};
            QTest::newRow(qPrintable(title + "timeouts")) << "epoll" << talk + "pause 100 ms\n" << options + QStringList{"--timeout", "0.02"};
            QTest::newRow(qPrintable(title + "a hundred clients"))
                << "epoll"
                << QByteArray("client 1..100 connect\nwait server accepted 100\nclient 1..100 send \"x\"\nwait client 1..100 received 1\n"
                              "client 40..60 close\nwait server blocked in epoll_wait\n")
                << options;
        }
        QTest::newRow("io_uring: end of file, reset, much data")
            << "io_uring"
            << talk + "client 1 shutdown\nwait client 1 closed\nclient 1 close\nclient 2 connect\nclient 2 send \"x\"\n"
                      "wait client 2 received 1\nclient 2 reset\nclient 3 connect\nclient 3 send 50000 bytes\n"
                      "wait client 3 received 50000\n"
            << QStringList();
        QTest::newRow("io_uring: a hundred clients, more than the submission ring has places")
            << "io_uring"
            << QByteArray("client 1..100 connect\nwait server accepted 100\nclient 1..100 send \"x\"\nwait client 1..100 received 1\n"
                          "client 40..60 close\nwait server blocked in io_uring_enter\n")
            << QStringList();
        QTest::newRow("select: a hundred clients")
            << "select"
            << QByteArray("client 1..100 connect\nwait server accepted 100\nclient 1..100 send \"x\"\nwait client 1..100 received 1\n"
                          "client 40..60 close\nwait server blocked in select\n")
            << QStringList();
        QTest::newRow("poll: a hundred clients")
            << "poll"
            << QByteArray("client 1..100 connect\nwait server accepted 100\nclient 1..100 send \"x\"\nwait client 1..100 received 1\n"
                          "client 40..60 close\nwait server blocked in poll\n")
            << QStringList();
        QTest::newRow("poll: timeouts") << "poll" << talk + "pause 100 ms\n" << QStringList{"--timeout", "0.02"};
        QTest::newRow("nonblocking: two clients, busy")
            << "nonblocking" << talk + "client 2 connect\nclient 2 send \"x\"\nwait client 2 received 1\npause 50 ms\nclient 1 reset\n"
            << QStringList();
        const QByteArray datagrams = "client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\nclient 2 connect\n"
                                     "client 2 send 3000 bytes\nwait client 2 received 3000\nclient 1 close\n";
        for (const QString server : {"blocking-udp", "nonblocking-udp", "select-udp", "poll-udp", "sigio-udp"})
            QTest::newRow(qPrintable(server + ": two clients")) << server << datagrams << QStringList();
        QTest::newRow("nonblocking: paced")
            << "nonblocking" << talk + "pause 50 ms\nclient 1 close\n" << QStringList{"--pause", "5"};
        QTest::newRow("nonblocking: a full send buffer")
            << "nonblocking"
            << QByteArray("client 1 connect\nclient 1 send 1000000 bytes\nwait client 1 received 1000000\nclient 1 close\n")
            << QStringList{"--send-buffer", "4096", "--pause", "1"};
        for (const QStringList &options : {QStringList(), QStringList{"--queued-signals"}})
            QTest::newRow(options.isEmpty() ? "sigio: two clients" : "sigio: two clients, queued signals")
                << "sigio" << talk + "client 2 connect\nclient 2 send \"x\"\nwait client 2 received 1\nclient 1 reset\n" << options;
        for (const QString notify : {"suspend", "signal", "thread"}) {
            QTest::newRow(qPrintable("aio, two clients: " + notify))
                << "aio" << talk + "client 2 connect\nclient 2 send \"x\"\nwait client 2 received 1\nclient 2 reset\n"
                << QStringList{"--notify", notify};
            QTest::newRow(qPrintable("aio-udp, two clients: " + notify)) << "aio-udp" << datagrams << QStringList{"--notify", notify};
        }
        for (const QString server : {"select-udp", "poll-udp"})
            QTest::newRow(qPrintable(server + ": timeouts")) << server << datagrams + "pause 100 ms\n" << QStringList{"--timeout", "0.02"};
        QTest::newRow("nonblocking-udp: paced") << "nonblocking-udp" << datagrams + "pause 50 ms\n" << QStringList{"--pause", "5"};
        QTest::newRow("sigio-udp: queued signals") << "sigio-udp" << datagrams << QStringList{"--queued-signals"};
        for (const QString server : {"blocking-udp", "nonblocking-udp", "select-udp", "poll-udp", "sigio-udp", "aio-udp"})
            QTest::newRow(qPrintable(server + ": empty, and longer than the buffer"))
                << server << datagrams + "client 2 send \"\"\nclient 2 receive\nclient 2 send 8000 bytes\nclient 2 receive\n" << QStringList();
        for (const QString server : {"blocking", "select", "select-all", "poll", "poll-all", "sigio", "aio", "io_uring", "threads"})
            QTest::newRow(qPrintable(server + ": a send buffer of its own"))
                << server << talk + "client 1 send 20000 bytes\nwait client 1 received 20003\n" << QStringList{"--send-buffer", "8192"};
        for (const QString server : {"select", "poll", "epoll", "blocking"})
            QTest::newRow(qPrintable(server + ": closed behind its back, interrupted"))
                << server << talk + "close descriptor " + (server == "epoll" ? "5" : "4") + "\nclient 2 connect\ninterrupt server\npause 20 ms\n" << QStringList();
        for (const lessons::Lesson &lesson : lessons::all())
            QTest::addRow("lesson %s", lesson.name) << QString(lesson.server) << QByteArray(lesson.name) << QStringList();
        for (const QString server : {"select", "poll", "epoll", "select-all", "poll-all"})
            QTest::newRow(qPrintable(server + ": never waits"))
                << server << talk + "client 2 connect\nclient 2 send \"x\"\nwait client 2 received 1\npause 50 ms\nclient 1 reset\n"
                << QStringList{"--timeout", "0"};
        QTest::newRow("killed by SIGPIPE")
            << "mistake-sigpipe"
            << QByteArray("client 1 connect\nwait server accepted 1\nwait server blocked in select\nhold server\nclient 1 send \"ab\"\nwait server held\n"
                          "client 1 close\nrelease server\npause 100 ms\n")
            << QStringList();
        QTest::newRow("select: timeouts") << "select" << talk + "pause 100 ms\n" << QStringList{"--timeout", "0.02"};
    }
    void every_recorded_call_happened_and_none_is_missing()
    {
        QFETCH(QString, server);
        QFETCH(QByteArray, script);
        QFETCH(QStringList, options);
        const bool lesson = !script.contains('\n'); // its name
        QFile file(lesson ? QString::fromUtf8(script) : m_folder.filePath("script.txt"));
        QVERIFY(lesson || (file.open(QIODevice::WriteOnly) && file.write(script) == script.size()));
        file.close();

        const QString log = m_folder.filePath("strace.log");
        QProcess program;
        program.start("strace", QStringList{"-f", "-v", "-qq", "-o", log, "-xx", "-s", "16", "-e", "signal=none", "-e",
                                            "trace=socket,setsockopt,bind,listen,getsockname,connect,accept,accept4,select,pselect6,"
                                            "read,write,poll,ppoll,epoll_create1,epoll_ctl,epoll_wait,epoll_pwait,io_uring_setup,io_uring_enter,fcntl,clock_nanosleep,rt_sigreturn,recvfrom,recvmsg,sendto,sendmsg,shutdown,close",
                                            IOMODELS_PROGRAM, "run", server, "--script", file.fileName(), "--json"}
                                    + options);
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());

        const auto threads = recorded_calls(program.readAllStandardOutput());
        const auto seen = strace::read(log);
        QVERIFY(threads.size() >= 2); // server, client; control only if the server had to be woken
        for (auto it = threads.begin(); it != threads.end(); ++it) {
            const Sequence recorded = sequence(it->calls), watched = sequence(seen[it.key()]);
            const QList<QJsonObject> &mine = recorded.recorded;
            const QList<strace::Call> &theirs = watched.seen;
            const QString who = it->thread;
            for (int i = 0; i < std::min(mine.size(), theirs.size()); ++i) {
                const QString what = difference(mine[i], theirs[i]);
                QVERIFY2(what.isEmpty(),
                         qPrintable(QString("%1, call %2: %3\nrecorded: %4\nstrace:   %5")
                                        .arg(who).arg(i).arg(what, QJsonDocument(mine[i]).toJson(QJsonDocument::Compact),
                                                              theirs[i].line)));
            }
            for (int i = 0; i < std::min(recorded.polls.size(), watched.polls.size()); ++i)
                QCOMPARE(recorded.polls[i], watched.polls[i]);
            QVERIFY2(mine.size() == theirs.size(),
                     qPrintable(QString("%1: %2 calls recorded, strace saw %3").arg(who).arg(mine.size()).arg(theirs.size())));
        }
        if (options == QStringList{"--timeout", "0"}) {
            const auto folded = [](const QJsonObject &call) { return call["count"].toInt() > 1 && !asked_in_vain(call).isEmpty(); };
            QVERIFY(std::ranges::any_of(threads, [&](const Recorded &thread) { return std::ranges::any_of(thread.calls, folded); }));
        }
        // No thread that makes a server's or client's calls is left out of the recording.
        for (auto it = seen.begin(); it != seen.end(); ++it)
            for (const strace::Call &call : *it)
                if (call.name == "accept" || call.name == "pselect6" || call.name == "listen" || call.name == "epoll_wait" || call.name == "io_uring_enter")
                    QVERIFY2(threads.contains(it.key()), qPrintable(call.line));
    }
};

ROOM_TEST(StraceTest)
#include "strace_test.moc"
