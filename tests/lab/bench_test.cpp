// SPDX-License-Identifier: MIT
// The bench of a run: on its own, beside a server, and in the table of one; what a script gives it, and why a script cannot go on.
#include "bench/seat.h"
#include "lab/played.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>

using namespace std::chrono_literals;
using played::of;
using trace::Call;
using trace::Event;

namespace {

bench::Statement statement(const char *text)
{
    return std::get<bench::Statement>(bench::parse(text));
}

bench::Outcome outcome(const bench::Seat &bench)
{
    while (!bench.done(20ms)) {
    }
    return std::get<bench::Outcome>(bench.last()->outcome);
}

lab::Settings settings(const char *server)
{
    lab::Settings settings;
    settings.server = server;
    return settings;
}

} // namespace

class BenchTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void a_statement_that_sleeps_is_interrupted()
    {
        lab::Run run(settings("bench"));
        QVERIFY(!run.start());
        const auto bench = run.bench();
        bench->give(statement("n = read(0, buffer, sizeof buffer);"));
        while (bench->asleep_in() != Call::read)
            bench->done(1ms);
        bench->interrupt();
        while (!bench->done(20ms))
            bench->interrupt();
        QCOMPARE(outcome(*bench).value, std::optional<int64_t>(-1));
        QCOMPARE(outcome(*bench).error, EINTR);
        run.type(1, "abc\n");
        bench->give(statement("n = read(0, buffer, sizeof buffer);"));
        QCOMPARE(outcome(*bench).value, std::optional<int64_t>(4));
    }

    void its_table_is_its_own()
    {
        const size_t before = played::open_descriptors();
        {
            lab::Run run(settings("bench"));
            QVERIFY(!run.start());
            for (const char *line : {"close(0);", "close(1);", "close(2);", "s = socket(AF_INET, SOCK_STREAM, 0);"})
                run.bench()->give(statement(line));
            QCOMPARE(outcome(*run.bench()).value, std::optional<int64_t>(0)); // nothing else stands in it
        }
        QCOMPARE(played::open_descriptors(), before);
    }

    void clients_come_to_where_it_listens()
    {
        lab::Run run(settings("bench"));
        QVERIFY(!run.start());
        const auto problem = played::play(run, 
            "bench \"l = socket(AF_INET, SOCK_STREAM, 0);\"\n"
            "bench \"addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)};\"\n"
            "bench \"bind(l, &addr, sizeof addr);\"\n"
            "bench \"listen(l, 5);\"\n"
            "client 1 connect\n"
            "bench \"s = accept(l, NULL, NULL);\"\n"
            "bench \"n = recv(s, buf, sizeof buf, 0);\"\n"
            "wait bench blocked in recv\n"
            "client 1 send \"abc\"\n"
            "wait bench idle\n"
            "bench \"n = send(s, \\\"a\\nb\\\", 3, 0);\"\n"
            "client 1 receive 3 bytes\n"
            "bench \"n = recv(s, buf, sizeof buf, 0);\"\n"
            "interrupt bench\n"
            "wait bench idle\n"
            "bench \"n = read(0, buf, sizeof buf);\"\n"
            "type \"xy\\n\"\n"
            "wait bench idle\n");
        QVERIFY2(!problem, problem ? qPrintable(QString("line %1: %2").arg(problem->line).arg(problem->what)) : "");
        const trace::Trace trace = played::taken(run);
        const auto received = of(trace, Call::recv, "bench");
        QCOMPARE(received.size(), size_t(2));
        QCOMPARE(received[0].result, 3);
        QCOMPARE(received[1].error, EINTR);
        QCOMPARE(of(trace, Call::send, "bench")[0].result, 3); // an escape of C is one character
        QCOMPARE(of(trace, Call::read, "bench")[0].result, 3);
        QCOMPARE(trace.programs[0].name, std::string("bench"));
        QVERIFY(trace.programs[0].text.find("listen(l, 5);\n") != std::string::npos);
    }

    void a_line_is_taken_out_of_the_librarys_buffer()
    {
        lab::Run run(settings("bench"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "bench \"char line[4];\"\n"
                                   "type \"hello\\n\"\n"
                                   "bench \"fgets(line, sizeof line, stdin);\"\n"
                                   "bench \"fgets(line, sizeof line, stdin);\"\n"
                                   "bench \"d = fcntl(0, F_DUPFD, 9);\"\n"
                                   "bench \"close(d);\"\n"));
        const trace::Trace trace = played::taken(run);
        QCOMPARE(of(trace, Call::read, "bench").size(), size_t(1)); // the rest was there already
        QCOMPARE(of(trace, Call::fgets, "bench").size(), size_t(2));
        QCOMPARE(of(trace, Call::fcntl, "bench")[0].result, 9);
        QVERIFY(run.bench()->in_c().find("fgets(line, sizeof(line), stdin)") != std::string::npos);
    }

    void beside_a_server_it_has_a_table_of_its_own()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, 
            "client 1 connect\n"
            "wait server accepted 1\n"
            "bench \"s = socket(AF_INET, SOCK_DGRAM, 0);\"\n"
            "bench type \"abc\\n\"\n"
            "bench \"n = read(0, buf, sizeof buf);\"\n"));
        const trace::Trace trace = played::taken(run);
        QCOMPARE(of(trace, Call::socket, "bench")[0].result, 3); // as the server's own first
        QCOMPARE(of(trace, Call::read, "bench")[0].result, 4);
        QVERIFY(of(trace, Call::close, "control of bench").empty()); // the kernel closes what is left
    }

    void in_a_servers_table_it_reads_and_changes_what_is_the_servers()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, 
            "client 1 connect\n"
            "wait server accepted 1\n"
            "bench in server\n"
            "bench \"flags = fcntl(4, F_GETFL);\"\n"
            "bench \"fcntl(4, F_SETFL, flags | O_NONBLOCK);\"\n"
            "bench \"n = recv(4, buf, sizeof buf, 0);\"\n"
            "client 1 send \"abc\"\n"
            "client 1 receive 3 bytes\n"));
        const trace::Trace trace = played::taken(run);
        auto flags = of(trace, Call::fcntl, "bench");
        std::erase_if(flags, [](const Event &look) { return look.line == 0; }); // with which the bench only looks
        QCOMPARE(flags.size(), size_t(2));
        QVERIFY(flags[0].result >= 0 && flags[1].result == 0);
        QCOMPARE(of(trace, Call::recv, "bench")[0].error, EAGAIN); // of a connection that the server accepted
        QCOMPARE(of(trace, Call::recv, "server")[0].result, 3);    // which goes on working
        const auto bench = std::ranges::find(trace.threads, std::string("bench"), &trace::Thread::name);
        QVERIFY(bench != trace.threads.end() && bench->program == 0 && bench->job == trace::Job::bench);
        QVERIFY(!trace::serves(trace, size_t(bench - trace.threads.begin())));
    }

    void asleep_in_a_servers_table_it_ends_with_it()
    {
        for (const char *sleeps : {"n = recv(4, buf, sizeof buf, 0);", "n = select(0, NULL, NULL, NULL, NULL);"}) {
            lab::Run run(settings("select"));
            QVERIFY(!run.start());
            QVERIFY(!played::play(run, "client 1 connect\nwait server accepted 1\nbench in program 1\n"));
            run.bench()->give(statement(sleeps));
            while (run.bench()->asleep_in() == Call::count_)
                run.bench()->done(1ms);
            run.stop();
            QVERIFY(run.bench()->over());
            QVERIFY(!run.problem());
        }
    }

    void a_script_is_told_why_it_cannot_go_on_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("line");
        using P = lab::ScriptProblem;
        QTest::newRow("what cannot be run") << "bench \"close(3);\"\nbench \"FD_SET(2000, &s);\"\n" << int(P::no_statement) << 2;
        QTest::newRow("what is not refused") << "refused \"close(3);\"\n" << int(P::not_refused) << 1;
        QTest::newRow("seated twice") << "bench \"close(3);\"\nbench in server\n" << int(P::bench_sits) << 2;
        QTest::newRow("nowhere") << "bench in program 3\n" << int(P::no_program) << 1;
        QTest::newRow("not there") << "wait bench idle\n" << int(P::no_bench) << 1;
        QTest::newRow("not asleep") << "bench \"close(3);\"\nwait bench blocked in recv\n" << int(P::bench_idle) << 2;
        QTest::newRow("no terminal") << "bench in server\nbench type \"a\"\n" << int(P::no_terminal) << 2;
    }
    void a_script_is_told_why_it_cannot_go_on()
    {
        QFETCH(QString, text);
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        const auto problem = played::play(run, text.toUtf8().constData());
        QVERIFY(problem);
        QTEST(int(problem->what), "what");
        QTEST(problem->line, "line");
    }

    void what_it_refuses_goes_on()
    {
        lab::Run run(settings("bench"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "refused \"FD_SET(2000, &s);\"\nbench \"close(9);\"\n"));
        QCOMPARE(of(played::taken(run), Call::close, "bench").size(), size_t(1));
    }
};

ROOM_TEST(BenchTest)
#include "bench_test.moc"
