// SPDX-License-Identifier: MIT
// iomodels run: what it prints and saves, how it ends, and what it says when it cannot.
#include "cli/program.h"
#include "room.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <list>
#include <sys/socket.h>
#include <unistd.h>

using program::run;
using program::shell;

class RunTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void every_event_is_one_line_of_json();
    void what_is_shown_is_what_was_printed();
    void a_signal_ends_it_well_data();
    void a_signal_ends_it_well();
    void a_signal_ends_a_script_early();
    void a_second_signal_waits_for_nobody();
    void a_signal_ends_it_while_nobody_reads_data();
    void a_signal_ends_it_while_nobody_reads();
    void a_client_from_outside_is_served();
    void the_port_asked_for_is_used();
    void a_port_in_use_is_explained();
    void too_few_descriptors_are_explained();
    void a_server_that_watches_no_socket_is_stopped();
    void clients_that_find_no_descriptor_are_explained();
    void a_mistake_in_a_script_names_its_line();
    void what_a_script_wants_in_vain_is_named();
    void a_wait_that_never_ends_names_its_line();
    void a_closed_pipe_is_explained();
    void a_full_disk_is_explained();
    void an_unwritable_recording_is_explained();
    void a_damaged_recording_is_explained();
    void the_timeout_reaches_select();
    void what_a_timeout_cannot_be_is_said();
    void want_of_descriptors_is_said_once();

private:
    QString script(const QByteArray &text);
    QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

const QByteArray short_script = "wait server blocked in select\n"
                                "client 1 connect\n"
                                "client 1 send \"abc\"\n"
                                "wait client 1 received 3\n"
                                "client 1 close\n"
                                "wait server blocked in select\n"
                                "stop\n";

// A socket that listens on a port of the kernel's choice, as another program would.
struct Listener {
    int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    int port = 0;
    Listener()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(fd, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(fd, 1) == 0
            && ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) == 0)
            port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(fd); }
};

// A client of another program: this one.
struct Connection {
    int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    explicit Connection(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(uint16_t(port));
        if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == -1)
            qWarning("connect: %d", errno);
    }
    ~Connection() { ::close(fd); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // What the server answers to `text`.
    QByteArray echo(const QByteArray &text) const
    {
        QByteArray answer;
        if (::send(fd, text.constData(), size_t(text.size()), MSG_NOSIGNAL) != text.size())
            return answer;
        char buffer[256];
        while (answer.size() < text.size()) {
            const ssize_t n = ::recv(fd, buffer, sizeof buffer, 0);
            if (n <= 0)
                break;
            answer.append(buffer, n);
        }
        return answer;
    }
};

} // namespace

void RunTest::init()
{
    QTest::failOnWarning(QRegularExpression(".*"));
    QVERIFY(m_folder.isValid());
}

QString RunTest::script(const QByteArray &text)
{
    QFile written(file("script.txt"));
    if (!written.open(QIODevice::WriteOnly) || written.write(text) != text.size())
        qFatal("%s", qPrintable(written.errorString()));
    return written.fileName();
}

void RunTest::every_event_is_one_line_of_json()
{
    const auto answer = run({"run", "select", "--script", script(short_script), "--json"});
    QVERIFY2(answer.code == 0, answer.err.constData());
    const auto events = program::objects(answer.out);
    QCOMPARE(events.size(), answer.out.count('\n'));
    QVERIFY(events.size() > 30);

    const QStringList keys{"args",   "begin_ns", "call",   "count",  "end_ns", "errno",
                           "result", "seq",      "source", "thread", "tid"};
    QSet<QString> calls;
    qint64 end = 0;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QJsonObject &event = events[i];
        QCOMPARE(event.keys(), keys);
        QCOMPARE(event["seq"].toInteger(-1), i);
        QVERIFY(event["end_ns"].toInteger() >= event["begin_ns"].toInteger());
        QVERIFY(event["end_ns"].toInteger() >= end);
        QVERIFY(event["args"].isObject());
        QVERIFY(event["count"].toInteger() >= 1);
        end = event["end_ns"].toInteger();
        if (event["thread"] == "server") {
            calls += event["call"].toString();
            QVERIFY(event["tid"].toInteger() > 0);
        }
    }
    for (const char *call :
         {"socket", "setsockopt", "bind", "listen", "getsockname", "select", "accept", "recv", "send", "close",
          "FD_ZERO", "FD_SET", "FD_CLR", "FD_ISSET", "client_FD", "maxfd", "readfds"})
        QVERIFY2(calls.contains(call), call);

    const auto received = std::ranges::find_if(events, [](const QJsonObject &event) {
        return event["thread"] == "server" && event["call"] == "recv";
    });
    QVERIFY(received != events.end());
    const QJsonObject args = (*received)["args"].toObject();
    QCOMPARE(args["fd"].toInt(), 4);
    QCOMPARE(args["length"].toInt(), 4096);
    QCOMPARE((*received)["result"].toInt(), 3);
    QVERIFY((*received)["errno"].isNull());
    QVERIFY((*received)["source"].toString().startsWith("select.cpp:"));
}

void RunTest::what_is_shown_is_what_was_printed()
{
    const auto printed =
        run({"run", "select", "--script", script(short_script), "--save", file("same.iotrace"), "--json"});
    QVERIFY2(printed.code == 0, printed.err.constData());
    const auto shown = run({"show", file("same.iotrace"), "--json"});
    QCOMPARE(shown.code, 0);
    QCOMPARE(shown.out, printed.out);
    const auto readable = run({"show", file("same.iotrace")});
    QCOMPARE(readable.code, 0);
    QCOMPARE(readable.out.count('\n'), printed.out.count('\n'));
    QVERIFY(readable.out.contains("recv(4, buffer, 4096, 0) = 3"));
    const auto vietnamese = run({"show", file("same.iotrace"), "--lang", "vi"});
    QCOMPARE(vietnamese.out.count('\n'), printed.out.count('\n'));
    QVERIFY2(vietnamese.out.contains("luồng bắt đầu") && !vietnamese.out.contains("thread"), vietnamese.out.constData());
}

void RunTest::a_signal_ends_it_well_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("server");
    QTest::newRow("SIGTERM") << SIGTERM << "select";
    QTest::newRow("Ctrl-C") << SIGINT << "select";
    QTest::newRow("SIGTERM, blocking") << SIGTERM << "blocking";
    QTest::newRow("terminal closed") << SIGHUP << "blocking";
}

void RunTest::a_signal_ends_it_well()
{
    QFETCH(int, signal);
    QFETCH(QString, server);
    const QString saved = file("signal.iotrace");
    QFile::remove(saved);
    QProcess process;
    program::prepare(process, {"run", server, "--save", saved, "--json"});
    process.start(QIODevice::ReadOnly);
    const int port = program::listening_port(process);
    QVERIFY(port > 0);
    QCOMPARE(Connection(port).echo("xin chào"), QByteArray("xin chào"));
    QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    const QByteArray printed = process.readAllStandardOutput();
    QVERIFY(printed.contains("\"recv\""));
    QCOMPARE(run({"show", saved, "--json"}).out, printed);
}

void RunTest::a_signal_ends_a_script_early()
{
    QProcess process;
    program::prepare(process, {"run", "select", "--script", script("pause 1000 s\n")});
    process.start(QIODevice::ReadOnly);
    QVERIFY(program::listening_port(process) > 0);
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("signal ended the run"));
}

void RunTest::a_second_signal_waits_for_nobody()
{
    const QString saved = file("left.iotrace");
    QFile::remove(saved);
    QProcess process; // nothing wakes the thread of the C library that reads from the socket of client 1
    program::prepare(process, {"run", "aio-udp", "--save", saved, "--script",
                               script("client 1 connect\nclient 1 send \"abc\"\nwait client 1 received 3\nwait server blocked in aio_suspend\n"
                                      "close descriptor 4\nclient 1 close\nclient 2 connect\npause 1000 s\n")});
    process.start(QIODevice::ReadOnly);
    QByteArray err;
    QTRY_VERIFY((err += process.readAllStandardError()).contains("takes datagrams"));
    const auto in_its_last_line = [&] { // as what is kept of it tells
        const QStringList kept = QDir(m_folder.path()).entryList({"left.unfinished-*.iotrace"});
        const auto done = kept.isEmpty() ? QList<QJsonObject>() : program::objects(run({"show", file(kept[0]), "--json"}).out);
        return std::ranges::any_of(done, [](const QJsonObject &event) { return event["call"] == "connect" && event["thread"] == "client 2"; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(in_its_last_line(), 60'000);
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QTest::qWait(50);
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    err += process.readAllStandardError();
    QCOMPARE(process.exitCode(), 1);
    QVERIFY2(err.contains("“server” did not end and was left behind") && err.contains("sleeps in read() for ever, at descriptor 4"), err.constData());
    const auto events = program::objects(run({"show", saved, "--json"}).out);
    QVERIFY(std::ranges::any_of(events, [](const QJsonObject &event) { return event["call"] == "close" && event["thread"] == "control"; }));
}

void RunTest::a_signal_ends_it_while_nobody_reads_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("Ctrl-C") << SIGINT;
}

void RunTest::a_signal_ends_it_while_nobody_reads()
{
    QFETCH(int, signal);
    const QString saved = file("unread.iotrace");
    QFile::remove(saved);
    // A hundred clients give more lines than a pipe holds, and sleep(1) reads none.
    QProcess process;
    program::prepare(process, {"-c", QStringLiteral("exec \"$iomodels\" run select --json --save %1 --script %2 > >(exec sleep 60 2> /dev/null)")
                                         .arg(saved, script("client 1..100 connect\nclient 1..100 send 4096 bytes\nstop\n"))});
    process.setProgram(QStringLiteral("bash"));
    process.start(QIODevice::ReadOnly);
    QVERIFY(program::listening_port(process) > 0);
    const auto writes = [&] { // asleep in write(2), system call 1
        QFile call(QStringLiteral("/proc/%1/syscall").arg(process.processId()));
        return call.open(QIODevice::ReadOnly) && call.readAll().startsWith("1 0x1 ");
    };
    QTRY_VERIFY(writes());
    QCOMPARE(::kill(pid_t(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(run({"show", saved}).code, 0); // it had been saved before
}

void RunTest::a_client_from_outside_is_served()
{
    QProcess process;
    program::prepare(process, {"run", "select", "--save", file("outside.iotrace")});
    process.start(QIODevice::ReadOnly);
    const int port = program::listening_port(process);
    QVERIFY(port > 0);
    QCOMPARE(Connection(port).echo("abc"), QByteArray("abc"));
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);

    const auto world = program::objects(run({"show", file("outside.iotrace"), "--at", "recv:1", "--json"}).out);
    QCOMPARE(world.size(), 1);
    bool seen = false;
    for (const QJsonValue &socket : world[0]["sockets"].toArray()) {
        if (socket["fd"] != 4)
            continue;
        seen = true;
        QVERIFY(socket["outside"].toBool());
        QVERIFY(socket["peer"].isNull());
    }
    QVERIFY(seen);
}

void RunTest::the_port_asked_for_is_used()
{
    int port = 0;
    {
        const Listener free;
        port = free.port;
    }
    const auto answer = run({"run", "blocking", "--port", QString::number(port), "--script", script("stop\n")});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.err.contains("nc 127.0.0.1 " + QByteArray::number(port) + "\n"));
}

void RunTest::a_port_in_use_is_explained()
{
    const Listener taken;
    QVERIFY(taken.port > 0);
    const auto answer = run({"run", "select", "--port", QString::number(taken.port)});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains(QByteArray::number(taken.port)), answer.err.constData());
    QVERIFY2(answer.err.contains("in use"), answer.err.constData());
}

void RunTest::too_few_descriptors_are_explained()
{
    // Twelve clients want two descriptors each, of the program's and of the server's.
    const QString many = script("client 1..12 connect\nwait server accepted 12\nstop\n");
    for (const char *server : {"select", "nonblocking", "sigio"}) {
        const auto answer = shell(QStringLiteral("ulimit -n 10; \"$iomodels\" run %1 --script '%2'").arg(QLatin1String(server), many));
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("EMFILE") && answer.err.contains("ulimit -n"), answer.err.constData());
        QVERIFY2(!answer.err.contains("in time"), answer.err.constData()); // it was not waited for in vain
    }
}

void RunTest::a_server_that_watches_no_socket_is_stopped()
{
    // Without a descriptor for its first client epoll's interest list is empty: no shutdown() wakes it.
    const auto answer = shell(QStringLiteral("ulimit -n 5; \"$iomodels\" run epoll --script epoll"));
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("EMFILE"), answer.err.constData());
}

void RunTest::clients_that_find_no_descriptor_are_explained()
{
    QProcess process;
    program::prepare(process, {"-c", "ulimit -n 6; exec \"$iomodels\" run select"});
    process.setProgram("sh");
    process.start(QIODevice::ReadOnly);
    const int port = program::listening_port(process);
    QVERIFY(port > 0);
    {
        std::list<Connection> clients; // 4 and 5 are the server's last descriptors, so one of four waits in the queue
        for (int i = 0; i < 4; ++i)
            clients.emplace_back(port);
        QCOMPARE(clients.front().echo("a"), QByteArray("a"));
    }
    QCOMPARE(Connection(port).echo("b"), QByteArray("b")); // when they have gone it serves again
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("descriptor"), said.constData());
}

void RunTest::a_mistake_in_a_script_names_its_line()
{
    const auto answer = run({"run", "select", "--script", script("client 1 connect\n\n# a comment\nclient 1 sing\n")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("4"), answer.err.constData());
    QVERIFY2(answer.err.contains("sing"), answer.err.constData());
    QVERIFY(!answer.err.contains("listening"));
}

void RunTest::what_a_script_wants_in_vain_is_named()
{
    const QString wants = script("with timeout 500 ms\nwith send-buffer 4096 bytes\nwith queued signals\nstop\n");
    const auto lines = [&](const char *server) {
        const auto answer = run({"run", server, "--script", wants});
        return answer.code == 0 ? answer.err.count("that is left out") : -1;
    };
    QCOMPARE(lines("blocking-udp"), 3);
    QCOMPARE(lines("select"), 1); // no signals
    QCOMPARE(lines("sigio"), 1);  // no timeout
    QVERIFY(run({"run", "blocking", "--script", wants}).err.contains("wants a timeout"));
}

void RunTest::a_wait_that_never_ends_names_its_line()
{
    const auto answer = run({"run", "select", "--patience", "0.2", "--save", file("late.iotrace"), "--script",
                             script("client 1 connect\nwait server accepted 2\n")});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("2"), answer.err.constData());
    QVERIFY(QFile::exists(file("late.iotrace"))); // what happened until then
}

void RunTest::a_closed_pipe_is_explained()
{
    const auto answer =
        shell("{ \"$iomodels\" run select --json --script '"
              + script("client 1..40 connect\nclient 1..40 send \"a\"\nstop\n") + "'; echo $? >&2; } | true");
    QVERIFY2(answer.err.contains("not everything was written"), answer.err.constData());
    QVERIFY(answer.err.endsWith("\n1\n"));
}

void RunTest::a_full_disk_is_explained()
{
    const auto printed = shell("\"$iomodels\" run select --json --script '" + script(short_script) + "' > /dev/full");
    QCOMPARE(printed.code, 1);
    QVERIFY2(printed.err.contains("cannot be written: No space left on device"), printed.err.constData());
}

void RunTest::an_unwritable_recording_is_explained()
{
    const auto answer = run({"run", "select", "--script", script(short_script), "--save", "/nowhere/x.iotrace"});
    QCOMPARE(answer.code, 1);
    QVERIFY2(answer.err.contains("/nowhere/x.iotrace"), answer.err.constData());
    QVERIFY2(!answer.err.contains("listening"), answer.err.constData()); // told before anything runs
}

void RunTest::a_damaged_recording_is_explained()
{
    const QString path = file("damaged.iotrace");
    QCOMPARE(run({"run", "select", "--script", script(short_script), "--save", path}).code, 0);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray whole = saved.readAll();
    for (const qsizetype length : {qsizetype(0), qsizetype(1), whole.size() / 2, whole.size() - 1}) {
        QFile cut(file("cut.iotrace"));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.left(length));
        cut.close();
        const auto answer = run({"show", cut.fileName()});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.out, QByteArray());
        QVERIFY2(answer.err.contains("cut.iotrace"), answer.err.constData());
    }
}

void RunTest::what_a_timeout_cannot_be_is_said()
{
    const QString briefly = script("pause 20 ms\nstop\n");
    const auto said = [&](const char *server, const char *seconds) {
        return run({"run", server, "--timeout", seconds, "--script", briefly}).err;
    };
    for (const char *server : {"poll", "poll-udp", "poll-all", "epoll"}) {
        QVERIFY(said(server, "2147484").contains("it is given 2,147,483.647 s, the longest there is"));
        QVERIFY(said(server, "0.0005").contains("it is given 0, with which it only asks"));
        QVERIFY(!said(server, "2147483").contains("it is given"));
    }
    QVERIFY(!said("select", "2147484").contains("it is given"));
}

void RunTest::want_of_descriptors_is_said_once()
{
    const QString wants = script("client 1..40 connect\nwait server accepted 40\n");
    for (const char *server : {"select", "poll", "sigio", "aio", "epoll", "io_uring"}) {
        const auto answer =
            program::shell(QStringLiteral("ulimit -n 12; \"$iomodels\" run %1 --script %2 --patience 3").arg(QLatin1String(server), wants));
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.count("EMFILE") == 1, answer.err.constData());
    }
}

void RunTest::the_timeout_reaches_select()
{
    const auto answer =
        run({"run", "select", "--timeout", "0.02", "--json", "--script", script("pause 200 ms\nstop\n")});
    QVERIFY2(answer.code == 0, answer.err.constData());
    int elapsed = 0;
    for (const QJsonObject &event : program::objects(answer.out)) {
        if (event["call"] != "select")
            continue;
        QCOMPARE(event["args"]["timeout_ns"].toInteger(), 20'000'000);
        elapsed += event["result"] == 0;
    }
    QVERIFY(elapsed >= 1);
}

ROOM_TEST(RunTest)
#include "run_test.moc"
