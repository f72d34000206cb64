// SPDX-License-Identifier: MIT
// A program that a signal kills dies alone: it makes no further call, its descriptors are closed, and all others go on.
#include "lab/played.h"
#include "posix/traced.h"
#include "posix/traced_terminal.h"
#include "replay/terminal.h"
#include "room.h"
#include "servers/two_inputs.h"

#include <QRegularExpression>

#include <csignal>

using played::of;
using trace::Call;
using trace::Event;

namespace {

lab::Settings settings(std::string_view server)
{
    lab::Settings settings;
    settings.server = server;
    return settings;
}

int64_t value(const Event &event, std::string_view field)
{
    return calls::value(event, field).value_or(-1);
}

// A chat program that only sends, with the default action of SIGPIPE, and does not look whether it could.
servers::Ending careless(const servers::Settings &given)
{
    servers::Ending ending;
    const int sockfd = servers::connecting_socket(given, SOCK_STREAM, ending);
    if (sockfd == -1)
        return ending;
    char line[64];
    for (ssize_t n; !posix::stopping() && (n = traced::read(0, line, sizeof line)) > 0;)
        traced::send(sockfd, line, size_t(n), 0);
    traced::close(sockfd);
    return ending;
}

servers::Ending writes_into_a_pipe_nobody_reads(const servers::Settings &)
{
    int ends[2];
    traced::pipe(ends);
    traced::close(ends[0]);
    traced::write(ends[1], "abc", 3);
    traced::write(ends[1], "def", 3);
    return {"write", errno};
}

servers::Ending faults(const servers::Settings &)
{
    const int sockfd = traced::socket(AF_INET, SOCK_STREAM, 0);
    ::pthread_kill(::pthread_self(), SIGSEGV);
    traced::close(sockfd);
    return {"close", errno};
}

servers::Server stranger(servers::Ending (*serve)(const servers::Settings &), std::string_view peer = {})
{
    return {.name = "stranger", .file = "", .title = "", .serve = serve, .told_by = Call::read, .terminal = true, .peer = peer,
            .sleeps_in = {Call::read}};
}

void killed_by(const trace::Trace &trace, const char *name, int signal)
{
    const auto killed = of(trace, Call::killed, name);
    QCOMPARE(killed.size(), size_t(1));
    QCOMPARE(killed[0].length, signal);
    QCOMPARE(of(trace, Call::thread_end, name).size(), size_t(1));
    for (const Event &event : trace.events()) // what it was in ends, and no more comes
        if (trace.threads[event.thread].name == name && event.call != Call::thread_end)
            QVERIFY(event.begin <= killed[0].begin);
}

} // namespace

class KilledTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void ctrl_c_ends_who_has_the_terminal_data()
    {
        QTest::addColumn<QString>("client");
        for (const servers::Server &server : servers::all())
            if (!server.peer.empty())
                QTest::newRow(std::string(server.name).c_str()) << QString::fromLatin1(server.name.data(), qsizetype(server.name.size()));
    }
    void ctrl_c_ends_who_has_the_terminal()
    {
        QFETCH(QString, client);
        const servers::Server *listing = servers::named(client.toStdString());
        lab::Run run(settings(listing->peer));
        QVERIFY(!run.start());
        const QString other = listing->datagrams ? "chat-select-udp" : "chat-select";
        QVERIFY(!played::play(run, QString("program 2 %1\nprogram 3 %2\n").arg(client, other).toUtf8().constData()));
        QTRY_VERIFY((run.type(3, "c\n"), run.type(2, "a\n"), run.shows(3, "a"))); // by then it has its socket; over UDP the server must know both
        QVERIFY(!played::play(run, QString("program 2 type \"half\"\n"
                                           "program 2 type interrupt\nprogram 2 type \"never\\n\"\nwait program 2 ended\n"
                                           "program 4 %1\nprogram 4 type \"x\\n\"\nwait program 4 blocked in select\n")
                                       .arg(other).toUtf8().constData()));
        QTRY_VERIFY((run.type(3, "b\n"), run.shows(4, "b"))); // over UDP the server must know it before
        QVERIFY(!run.ended());
        const trace::Trace trace = played::taken(run);
        QVERIFY(!run.problem());
        killed_by(trace, "program 2", SIGINT);
        QVERIFY(value(of(trace, Call::killed, "program 2")[0], "by") > 0);
        QList<int> closed;
        for (const Event &event : of(trace, Call::close, "control of program 2"))
            closed << event.fd;
        QCOMPARE(closed, QList<int>({3, 0, 1, 2}));
        const replay::Replay replay(trace);
        size_t ended = 0;
        for (size_t i = 0; i < trace.events().size(); ++i)
            if (trace.events()[i].call == Call::killed)
                ended = i;
        const auto terminal = replay::terminal_of(replay, trace.threads[trace.events()[ended].thread].program, replay.step(ended));
        QVERIFY(terminal);
        QCOMPARE(QString::fromStdString(terminal->unfinished), QString()); // the terminal has thrown it away
        QCOMPARE(QString::fromStdString(terminal->waiting), QString());
        QCOMPARE(std::ranges::count(terminal->pieces, "half^C", &replay::Terminal::Piece::text), 1); // what others have said may stand behind it
        QCOMPARE(replay.at(replay.last()).threads[trace.events()[ended].thread].killed, SIGINT);
    }

    void ctrl_c_ends_a_run_of_one_program()
    {
        lab::Run run(settings("two-inputs-blocking"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nwait server blocked in read\n"));
        QVERIFY(run.type(1, "\x03"));
        QTRY_VERIFY(run.ended());
        QVERIFY(!run.problem());
        killed_by(played::taken(run), "server", SIGINT);
    }

    void ctrl_c_interrupts_the_bench_and_it_goes_on()
    {
        lab::Run run(settings("bench"));
        QVERIFY(!run.start());
        for (int i = 0; i < 2; ++i)
            QVERIFY(!played::play(run, "bench \"n = read(0, buf, 10);\"\nwait bench blocked in read\nbench type interrupt\nwait bench idle\n"));
        const trace::Trace trace = played::taken(run);
        const auto reads = of(trace, Call::read, "bench");
        QCOMPARE(reads.size(), size_t(2));
        QCOMPARE(int(reads[0].error), EINTR);
        QCOMPARE(int(reads[1].error), EINTR);
    }

    void send_to_one_who_has_left_ends_a_chat_program()
    {
        const int listenfd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        QCOMPARE(::listen(listenfd, 1), 0); // a port of the kernel's choice
        sockaddr_in own{};
        socklen_t size = sizeof own;
        ::getsockname(listenfd, reinterpret_cast<sockaddr *>(&own), &size);
        const servers::Server server = stranger(careless, "chat-server");
        lab::Settings given = settings("stranger");
        given.stranger = &server;
        given.serve.connect = ntohs(own.sin_port);
        lab::Run run(given);
        QVERIFY(!run.start());
        const int peer = ::accept4(listenfd, nullptr, nullptr, SOCK_CLOEXEC);
        QVERIFY(peer != -1);
        ::close(peer);
        QVERIFY(!played::play(run, "wait program 1 blocked in read\ntype \"to nobody\\n\"\nwait program 1 blocked in read\n"));
        QVERIFY(!run.ended());
        for (int i = 0; i < 3 && !run.ended(); ++i) { // an RST has come by now: one that tells ECONNRESET may be between
            run.type(1, "more\n");
            QTest::qWait(20);
        }
        QTRY_VERIFY(run.ended());
        ::close(listenfd);
        const trace::Trace trace = played::taken(run);
        killed_by(trace, "server", SIGPIPE);
        QCOMPARE(int(of(trace, Call::send).back().error), EPIPE);
        QCOMPARE(value(of(trace, Call::killed)[0], "by"), 0);
    }

    void who_faults_or_writes_to_nobody_ends_alone_data()
    {
        QTest::addColumn<void *>("serve");
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGPIPE of write()") << reinterpret_cast<void *>(writes_into_a_pipe_nobody_reads) << SIGPIPE;
        QTest::newRow("a fault") << reinterpret_cast<void *>(faults) << SIGSEGV;
    }
    void who_faults_or_writes_to_nobody_ends_alone()
    {
        QFETCH(void *, serve);
        QFETCH(int, signal);
        const servers::Server server = stranger(reinterpret_cast<servers::Ending (*)(const servers::Settings &)>(serve));
        lab::Settings given = settings("stranger");
        given.stranger = &server;
        const size_t open = played::open_descriptors(), threads = played::threads();
        {
            lab::Run run(given);
            run.start();
            QTRY_VERIFY(run.ended());
            QVERIFY(!run.problem());
            const trace::Trace trace = played::taken(run);
            killed_by(trace, "server", signal);
            QVERIFY(of(trace, Call::close, "control").size() >= 4); // one of its own, and its terminal
        }
        QTRY_COMPARE(played::threads(), threads);
        QCOMPARE(played::open_descriptors(), open);
    }

    void a_terminal_closed_while_the_program_reads_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("call");
        QTest::newRow("asleep in read()") << "two-inputs-blocking" << "read";
        QTest::newRow("asleep in select()") << "two-inputs-select" << "select";
        QTest::newRow("stdio") << "two-inputs-stdio" << "select";
    }
    void a_terminal_closed_while_the_program_reads()
    {
        QFETCH(QString, server);
        QFETCH(QString, call);
        lab::Run run(settings(server.toStdString()));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, QString("client 1 connect\nwait server blocked in %1\nclose terminal\nwait client 1 closed\n").arg(call).toUtf8().constData()));
        run.stop();
        QVERIFY(!run.problem());
        const trace::Trace trace = played::taken(run);
        QCOMPARE(of(trace, Call::typed_end, "keyboard").size(), size_t(1));
        const auto reads = of(trace, Call::read);
        QVERIFY(!reads.empty());
        QVERIFY(reads[0].result == 0 || reads[0].error == EIO);
    }
};

ROOM_TEST(KilledTest)
#include "killed_test.moc"
