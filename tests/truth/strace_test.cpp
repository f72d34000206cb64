// SPDX-License-Identifier: MIT
// strace watches the program; then each recorded call must be one that strace saw, in order, and none may be missing.
#include "truth/strace_log.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QMap<QString, QString> kernel_names = {
    {"socket", "socket"}, {"setsockopt", "setsockopt"}, {"bind", "bind"}, {"listen", "listen"},
    {"getsockname", "getsockname"}, {"connect", "connect"}, {"accept", "accept"}, {"select", "pselect6"},
    {"recv", "recvfrom"}, {"recvfrom", "recvfrom"}, {"sendto", "sendto"}, {"send", "sendto"}, {"shutdown", "shutdown"}, {"close", "close"},
    {"poll", "poll"}, {"fcntl", "fcntl"}, {"nanosleep", "clock_nanosleep"},
    {"epoll_create1", "epoll_create1"}, {"epoll_ctl", "epoll_ctl"}, {"epoll_wait", "epoll_wait"},
    {"io_uring_setup", "io_uring_setup"}, {"io_uring_enter", "io_uring_enter"},
};

struct Recorded {
    QString thread;
    QList<QJsonObject> calls; // in the order of their begin
};

QMap<int, Recorded> recorded_calls(const QByteArray &json)
{
    QMap<int, Recorded> threads;
    for (const QByteArray &line : json.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (!kernel_names.contains(event["call"].toString()))
            continue;
        Recorded &thread = threads[event["tid"].toInt()];
        thread.thread = event["thread"].toString();
        thread.calls << event;
    }
    for (Recorded &thread : threads)
        std::stable_sort(thread.calls.begin(), thread.calls.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a["begin_ns"].toInteger() < b["begin_ns"].toInteger();
        });
    return threads;
}

// How often each call found nothing because it must not wait, by what it asked about, between two calls that did: what one
// recorded event may stand for, so their order is not compared, but their number is, exactly.
using Polls = QMap<QString, int>;

QList<int> numbers(const QJsonValue &array)
{
    QList<int> list;
    for (const QJsonValue &value : array.toArray())
        list << value.toInt();
    return list;
}

QString text(const QList<int> &list)
{
    QStringList all;
    for (const int number : list)
        all << QString::number(number);
    return all.join(' ');
}

// What a poll() was asked about: descriptors and events.
QStringList entries(const QJsonObject &args)
{
    QStringList all;
    for (const QJsonValue &fd : args["fds"].toArray())
        all << (fd["fd"].toInt() < 0 ? "-1" : QString("%1 %2").arg(fd["fd"].toInt()).arg(fd["events"].toString()));
    return all;
}

QStringList entries(const strace::Call &seen)
{
    static const QRegularExpression entry("\\{fd=(-?\\d+)(?:, events=([A-Z|0-9]+))?\\}");
    QStringList all;
    for (auto match = entry.globalMatch(seen.args[0]); match.hasNext();) {
        const auto one = match.next();
        all << (one.captured(1) == "-1" ? "-1" : one.captured(1) + ' ' + one.captured(2));
    }
    return all;
}

// What a call that found nothing was asked about; empty for every other call.
QString asked_in_vain(const QJsonObject &call)
{
    const QString name = call["call"].toString();
    const QJsonObject args = call["args"].toObject();
    if (call["errno"].toString() == "EAGAIN")
        return kernel_names[name] + ' ' + QString::number(args["fd"].toInt());
    if (call["result"].toInt(-1) != 0 || args["timeout_ns"].toInteger(-1) != 0)
        return {};
    if (name == "select")
        return QStringList{"pselect6", QString::number(args["nfds"].toInt()), text(numbers(args["readfds"])),
                           text(numbers(args["writefds"])), text(numbers(args["exceptfds"]))}.join(',');
    if (name == "poll")
        return "poll " + entries(args).join(',');
    return name == "epoll_wait" ? "epoll_wait " + QString::number(args["epfd"].toInt()) : QString();
}

QString asked_in_vain(const strace::Call &call)
{
    if (call.error == "EAGAIN")
        return call.name + ' ' + call.args[0];
    if (call.result != 0)
        return {};
    if (call.name == "pselect6" && call.args[4] == "{tv_sec=0, tv_nsec=0}")
        return QStringList{call.name, call.args[0], text(strace::set(call.args[1])), text(strace::set(call.args[2])),
                           text(strace::set(call.args[3]))}.join(',');
    if (call.name == "poll" && call.args[2] == "0")
        return "poll " + entries(call).join(',');
    return call.name == "epoll_wait" && call.args[3] == "0" ? "epoll_wait " + call.args[0] : QString();
}

struct Sequence {
    QList<QJsonObject> recorded;
    QList<strace::Call> seen;
    QList<Polls> polls; // before each of them, and after the last
};

Sequence sequence(const QList<QJsonObject> &calls)
{
    Sequence sequence{{}, {}, {Polls()}};
    for (const QJsonObject &call : calls) {
        if (const QString asked = asked_in_vain(call); !asked.isEmpty()) {
            sequence.polls.back()[asked] += call["count"].toInt();
            continue;
        }
        sequence.recorded << call;
        sequence.polls << Polls();
    }
    return sequence;
}

Sequence sequence(const QList<strace::Call> &calls)
{
    Sequence sequence{{}, {}, {Polls()}};
    for (const strace::Call &call : calls) {
        if (const QString asked = asked_in_vain(call); !asked.isEmpty()) {
            ++sequence.polls.back()[asked];
            continue;
        }
        sequence.seen << call;
        sequence.polls << Polls();
    }
    return sequence;
}

// What differs between a recorded call and what strace saw, in words; empty when they agree.
QString difference(const QJsonObject &recorded, const strace::Call &seen)
{
    const QString call = recorded["call"].toString();
    const QJsonObject args = recorded["args"].toObject();
    if (kernel_names[call] != seen.name && call != seen.name)
        return "another call";
    if (recorded["result"].toInt() != seen.result)
        return "another result";
    if (recorded["errno"].toString() != seen.error)
        return "another errno";
    if (call == "select") {
        if (args["nfds"].toInt() != seen.args[0].toInt())
            return "another nfds";
        const char *sets[] = {"readfds", "writefds", "exceptfds"};
        for (int which = 0; which < 3; ++which) {
            const QString name = sets[which];
            if (numbers(args[name]) != strace::set(seen.args[1 + which]))
                return "another " + name + " was asked";
            if (numbers(args[name + "_after"]) != seen.ready[which])
                return "another " + name + " was answered";
        }
        if (args["timeout_ns"].isNull() != (seen.args[4] == "NULL"))
            return "another timeout";
        const bool waits = args["timeout_ns"].toInteger() > 0;
        if (waits && recorded["result"].toInt() > 0 && args["timeout_left_ns"].toInteger(-1'000) / 1'000 != seen.left_us)
            return "another time was left";
    } else if (call == "poll") {
        if (args["nfds"].toInt() != seen.args[1].toInt())
            return "another number of descriptors";
        if (args["timeout_ns"].isNull() != (seen.args[2].toInt() < 0))
            return "another timeout";
        QStringList mine = entries(args), theirs = entries(seen);
        if (mine != theirs)
            return "other descriptors were asked about: " + mine.join(", ") + " / " + theirs.join(", ");
        static const QRegularExpression answer("\\{fd=(\\d+), revents=([A-Z|]+)\\}");
        mine.clear();
        theirs.clear();
        for (const QJsonValue &fd : args["fds"].toArray())
            if (fd["revents"].toString("0") != "0")
                mine << QString("%1 %2").arg(fd["fd"].toInt()).arg(fd["revents"].toString());
        for (auto match = answer.globalMatch(seen.line); match.hasNext();) {
            const auto one = match.next();
            theirs << one.captured(1) + ' ' + one.captured(2);
        }
        if (seen.line.contains("...])")) // strace has no room for more
            mine = mine.mid(0, theirs.size());
        if (mine != theirs)
            return "others were ready: " + mine.join(", ") + " / " + theirs.join(", ");
    } else if (call == "io_uring_setup") {
        if (args["entries"].toInt() != seen.args[0].toInt())
            return "another number of entries";
    } else if (call == "io_uring_enter") {
        if (args["fd"].toInt() != seen.args[0].toInt() || args["to_submit"].toInt() != seen.args[1].toInt()
            || args["min_complete"].toInt() != seen.args[2].toInt())
            return "another ring, to_submit or min_complete";
    } else if (call == "epoll_ctl") {
        const QString events = args["events"].toString();
        static const QRegularExpression asked("events=([A-Z|0-9]+), data=");
        const auto match = asked.match(seen.args.value(3));
        if (args["epfd"].toInt() != seen.args[0].toInt() || args["operation"].toString() != seen.args[1]
            || args["fd"].toInt() != seen.args[2].toInt() || (events != "0" && events != match.captured(1)))
            return "another descriptor, operation or other events";
    } else if (call == "epoll_wait") {
        if (args["epfd"].toInt() != seen.args[0].toInt() || args["maxevents"].toInt() != seen.args[2].toInt()
            || args["timeout_ns"].isNull() != (seen.args[3].toInt() < 0))
            return "another descriptor, maxevents or timeout";
        static const QRegularExpression entry("\\{events=([A-Z|0-9]+), data=(?:\\{u32=)?(\\d+)");
        QStringList mine, theirs;
        for (const QJsonValue &told : args["events"].toArray())
            mine << QString("%1 %2").arg(told["fd"].toInt()).arg(told["events"].toString());
        for (auto match = entry.globalMatch(seen.args[1]); match.hasNext();) {
            const auto one = match.next();
            theirs << one.captured(2) + ' ' + one.captured(1);
        }
        if (seen.line.contains("...]")) // strace has no room for more
            mine = mine.mid(0, theirs.size());
        if (mine != theirs)
            return "others were told of: " + mine.join(", ") + " / " + theirs.join(", ");
    } else if (call == "nanosleep") {
        static const QRegularExpression sleep("tv_sec=(\\d+), tv_nsec=(\\d+)");
        const auto match = sleep.match(seen.args[2]);
        if (args["duration_ns"].toInteger() != match.captured(1).toLongLong() * 1'000'000'000 + match.captured(2).toLongLong())
            return "another duration";
    } else if (call == "fcntl" && args["command"] == "F_GETFD") {
        if (seen.args[1] != "F_GETFD" || args["fd"].toInt() != seen.args[0].toInt())
            return "another command or descriptor";
    } else if (call == "fcntl") {
        QString flags = args["command"] == "F_GETFL" ? seen.line.section("flags ", 1).chopped(1) : seen.args.value(2);
        flags.replace("FASYNC", "O_ASYNC"); // its older name
        const bool of_file = args["command"].toString().endsWith("FL"); // the other ones: signal_test
        if (args["command"].toString() != seen.args[1] || (of_file && args["flags"].toString() != flags))
            return "another command or other flags";
    } else if (call != "socket" && call != "epoll_create1" && call != "io_uring_setup" && args["fd"].toInt(-1) != seen.args[0].toInt()) {
        return "another descriptor";
    }
    const bool moves = call == "recv" || call == "send" || call == "recvfrom" || call == "sendto";
    if (moves && args["length"].toInt() != seen.args[2].toInt())
        return "another length";
    if (moves && args["flags"].toString() != seen.args[3])
        return "other flags";
    static const QRegularExpression port("htons\\((\\d+)\\)");
    if ((call == "bind" || call == "connect" || call == "getsockname")
        && args["port"].toInt() != port.match(seen.args[1]).captured(1).toInt())
        return "another port";
    if ((call == "recvfrom" || call == "sendto") && seen.result >= 0 && seen.line.contains("htons(")
        && args["peer_port"].toInt() != port.match(seen.line).captured(1).toInt())
        return "another sender or receiver";
    if (call == "accept" && seen.result >= 0 && args["peer_port"].toInt() != port.match(seen.args[1]).captured(1).toInt())
        return "another peer";
    return {};
}

} // namespace

class StraceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void initTestCase()
    {
        QProcess strace;
        strace.start("strace", {"-o", "/dev/null", "true"});
        QVERIFY2(strace.waitForStarted(), "strace is missing: apt-get install strace");
        QVERIFY(strace.waitForFinished());
        if (strace.exitCode() != 0)
            QSKIP("this system does not let strace trace");
    }

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
        for (const QString server : {"blocking-udp", "nonblocking-udp", "select-udp", "poll-udp", "sigio-udp", "aio-udp"})
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
        QTest::newRow("aio: two clients")
            << "aio" << talk + "client 2 connect\nclient 2 send \"x\"\nwait client 2 received 1\nclient 2 reset\n"
            << QStringList();
        const auto lesson = [](const char *name) {
            QFile script(QStringLiteral(IOMODELS_SCRIPTS "/%1.txt").arg(QLatin1String(name)));
            return script.open(QIODevice::ReadOnly) ? script.readAll() : QByteArray();
        };
        for (const char *name : {"writefds", "urgent", "timeouts", "errors"})
            QTest::addRow("select-all: %s", name) << "select-all" << lesson(name) << QStringList();
        QTest::newRow("poll-all: revents") << "poll-all" << lesson("revents") << QStringList();
        for (const QString server : {"select", "poll", "epoll", "select-all", "poll-all"})
            QTest::newRow(qPrintable(server + ": never waits"))
                << server << talk + "client 2 connect\nclient 2 send \"x\"\nwait client 2 received 1\npause 50 ms\nclient 1 reset\n"
                << QStringList{"--timeout", "0"};
        QTest::newRow("select: timeouts") << "select" << talk + "pause 100 ms\n" << QStringList{"--timeout", "0.02"};
    }
    void every_recorded_call_happened_and_none_is_missing()
    {
        QFETCH(QString, server);
        QFETCH(QByteArray, script);
        QFETCH(QStringList, options);
        QFile file(m_folder.filePath("script.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size());
        file.close();

        const QString log = m_folder.filePath("strace.log");
        QProcess program;
        program.start("strace", QStringList{"-f", "-v", "-qq", "-o", log, "-s", "0", "-e", "signal=none", "-e",
                                            "trace=socket,setsockopt,bind,listen,getsockname,connect,accept,accept4,select,pselect6,"
                                            "poll,ppoll,epoll_create1,epoll_ctl,epoll_wait,epoll_pwait,io_uring_setup,io_uring_enter,fcntl,clock_nanosleep,recvfrom,recvmsg,sendto,sendmsg,shutdown,close",
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
            QList<strace::Call> theirs = watched.seen;
            const QString who = it->thread;
            if (who == "control") // it repeats its shutdowns unrecorded until the server has ended
                theirs = theirs.mid(0, mine.size());
            for (int i = 0; i < std::min(mine.size(), theirs.size()); ++i) {
                const QString what = difference(mine[i], theirs[i]);
                QVERIFY2(what.isEmpty(),
                         qPrintable(QString("%1, call %2: %3\nrecorded: %4\nstrace:   %5")
                                        .arg(who).arg(i).arg(what, QJsonDocument(mine[i]).toJson(QJsonDocument::Compact),
                                                              theirs[i].line)));
            }
            for (int i = 0; it->thread != "control" && i < std::min(recorded.polls.size(), watched.polls.size()); ++i)
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

    // What aio_return() gives is what a thread of the C library, none of those recorded, has read.
    void the_library_reads_what_aio_return_gives()
    {
        QFile file(m_folder.filePath("aio.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly)
                && file.write("client 1..2 connect\nwait server accepted 2\nclient 1 send \"abc\"\nwait client 1 received 3\n"
                              "client 2 send 5000 bytes\nwait client 2 received 5000\nclient 1 close\n"));
        file.close();
        const QString log = m_folder.filePath("aio.log");
        QProcess program;
        program.start("strace", {"-f", "-qq", "-o", log, "-s", "0", "-e", "signal=none", "-e", "trace=read,pread64",
                                 IOMODELS_PROGRAM, "run", "aio", "--script", file.fileName(), "--json"});
        QVERIFY(program.waitForFinished(120'000));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError());
        QMap<int, QList<int>> given, read; // by descriptor
        QSet<int> recorded;
        for (const QByteArray &line : program.readAllStandardOutput().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            recorded << event["tid"].toInt();
            if (event["call"] == "aio_return" && event["result"].toInt() > 0)
                given[event["args"]["fd"].toInt()] << event["result"].toInt();
        }
        QSet<int> library; // the threads that try pread64() on a socket first: ESPIPE
        const auto seen = strace::read(log);
        for (auto it = seen.begin(); it != seen.end(); ++it)
            for (const strace::Call &call : *it)
                if (call.name == "pread64" && call.error == "ESPIPE")
                    library << it.key();
        QVERIFY(!library.isEmpty());
        for (const int tid : library) {
            QVERIFY(!recorded.contains(tid));
            for (const strace::Call &call : seen[tid])
                if (call.name == "read" && call.result > 0)
                    read[call.args[0].toInt()] << call.result;
        }
        QVERIFY(given.size() == 2);
        for (const int fd : given.keys()) { // different threads may have read one after the other
            std::ranges::sort(given[fd]);
            std::ranges::sort(read[fd]);
        }
        QCOMPARE(read, given);
    }
};

QTEST_GUILESS_MAIN(StraceTest)
#include "strace_test.moc"
