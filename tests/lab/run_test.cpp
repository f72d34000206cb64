// SPDX-License-Identifier: MIT
// Runs of the two servers: what goes well, and everything that can go wrong with a clear outcome.
#include "calls/schema.h"
#include "lab/played.h"
#include "room.h"

#include <QRegularExpression>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using played::DescriptorLimit;
using played::of;
using trace::Call;
using trace::Event;

namespace {

lab::Settings settings(const char *server)
{
    lab::Settings settings;
    settings.server = server;
    return settings;
}

std::vector<int> answered(const trace::Trace &trace, const Event &event)
{
    return trace::members(trace::answered(trace, event, 0), FD_SETSIZE);
}

} // namespace

class RunTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void select_serves_two_clients_at_once()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        QVERIFY(run.port() > 0);
        QVERIFY(!played::play(run, "client 1..2 connect\n"
                                   "wait server blocked in select\n"
                                   "client 2 send \"hello\"\n"
                                   "wait client 2 received 5\n"
                                   "client 1 send 4096 bytes\n"
                                   "wait client 1 received 4096\n"));
        const trace::Trace trace = played::taken(run);
        QCOMPARE(trace.dropped, 0u);
        QVERIFY(trace.in_flight().empty());
        const auto accepts = of(trace, Call::accept);
        QVERIFY(accepts.size() >= 2);
        QCOMPARE(accepts[0].result, 4);
        QCOMPARE(accepts[1].result, 5);
        const auto receives = of(trace, Call::recv);
        QCOMPARE(receives[0].fd, 5);
        QCOMPARE(receives[0].result, 5);
        QCOMPARE(QByteArray(reinterpret_cast<const char *>(receives[0].words), 5), QByteArray("hello"));
        for (const Event &select : of(trace, Call::select))
            QCOMPARE(int(answered(trace, select).size()), select.result);
    }

    void blocking_lets_the_second_client_wait()
    {
        lab::Run run(settings("blocking"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\n"
                                   "wait server blocked in recv\n"
                                   "client 2 connect\n" // the kernel completes it
                                   "client 2 send \"me too\"\n"
                                   "client 1 send \"abc\"\n"
                                   "wait client 1 received 3\n"
                                   "wait server blocked in recv\n"));
        QCOMPARE(run.accepted(), 1);
        QVERIFY(!played::play(run, "client 1 close\n"
                                   "wait client 2 received 6\n"));
        QCOMPARE(run.accepted(), 2);
        const trace::Trace trace = played::taken(run);
        const auto accepts = of(trace, Call::accept);
        const auto second = of(trace, Call::connect, "client 2");
        QVERIFY(second[0].end < accepts[1].begin); // it was connected long before it was accepted
        QCOMPARE(accepts[1].result, 4);            // the number of the one that went
    }

    void a_port_in_use_is_told()
    {
        lab::Run first(settings("select"));
        QVERIFY(!first.start());
        lab::Settings same = settings("blocking");
        same.serve.port = uint16_t(first.port());
        lab::Run second(same);
        const auto problem = second.start();
        QVERIFY(problem);
        QCOMPARE(QString::fromStdString(problem->call), QString("bind"));
        QCOMPARE(problem->error, EADDRINUSE);
        QCOMPARE(problem->port, first.port());
        second.stop();
        QVERIFY(second.ended());
    }

    void an_unknown_server_is_told()
    {
        lab::Run run(settings("no such server"));
        const auto problem = run.start();
        QVERIFY(problem);
        QCOMPARE(QString::fromStdString(problem->call), QString("server"));
    }

    void without_descriptors_the_server_lets_clients_queue_and_goes_on()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        {
            const DescriptorLimit limit(24);
            QVERIFY(!played::play(run, "client 1..21 connect\n" // 4 to 23 are accepted, the last one is not
                                       "wait server accepted 20\n"
                                       "wait server blocked in select\n"));
            QCOMPARE(run.accepted(), 20);
            QVERIFY(!played::play(run, "client 21 send \"late\"\n"
                                       "client 3 close\n"
                                       "wait server accepted 21\n"
                                       "wait client 21 received 4\n"));
        }
        const trace::Trace trace = played::taken(run);
        bool full = false;
        for (const Event &accept : of(trace, Call::accept))
            full = full || (accept.result == -1 && accept.error == EMFILE);
        QVERIFY(full);
        QVERIFY(of(trace, Call::accept).size() < 30); // it did not try again and again
    }

    void a_client_beyond_fd_setsize_is_refused()
    {
        if (DescriptorLimit::hard() < FD_SETSIZE + 64)
            QSKIP("this system allows too few descriptors");
        const DescriptorLimit limit(FD_SETSIZE + 64);
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..1020 connect\n"
                                   "wait server accepted 1020\n"
                                   "client 1021 connect\n"
                                   "wait client 1021 closed\n"
                                   "client 1020 send \"still here\"\n"
                                   "wait client 1020 received 10\n"));
        const trace::Trace trace = played::taken(run);
        QCOMPARE(trace.dropped, 0u);
        bool refused = false;
        const auto accepts = of(trace, Call::accept);
        for (const Event &close : of(trace, Call::close))
            refused = refused || close.fd == FD_SETSIZE;
        QVERIFY(refused);
        for (const Event &event : of(trace, Call::fd_set))
            QVERIFY(event.fd < FD_SETSIZE);
    }

    void five_hundred_clients_at_once()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1..500 connect\n"
                                   "client 1..500 send \"x\"\n"
                                   "wait client 1..500 received 1\n"));
        QCOMPARE(run.accepted(), 500);
        const trace::Trace trace = played::taken(run);
        QCOMPARE(trace.dropped, 0u);
        QCOMPARE(trace.threads.size(), 502u);
    }

    void a_client_that_resets_while_it_waits_to_be_accepted()
    {
        for (const char *server : {"select", "blocking"}) {
            lab::Settings paused = settings(server);
            lab::Run run(paused);
            QVERIFY(!run.start());
            QVERIFY(!played::play(run, "client 1 connect\nclient 1 send \"a\"\nwait client 1 received 1\n"));
            if (run.accepted() != 1)
                QFAIL("not accepted");
            // With blocking, client 2 is not accepted while client 1 is served; with select the server may be faster.
            QVERIFY(!played::play(run, "client 2 connect\nclient 2 reset\nclient 1 close\n"
                                       "client 3 connect\nclient 3 send \"b\"\nwait client 3 received 1\n"));
            const trace::Trace trace = played::taken(run);
            QVERIFY(!run.problem());
            QCOMPARE(of(trace, Call::setsockopt, "client 2").size(), 1u);
        }
    }

    void a_client_that_never_reads_blocks_the_server_and_a_stop_still_works()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\n"
                                   "client 1 send 33554432 bytes\n" // more than both buffers hold
                                   "wait server blocked in send\n"));
        const trace::Trace trace = played::taken(run);
        QVERIFY(run.ended());
        QVERIFY(trace.in_flight().empty());
    }

    void a_timeout_makes_select_return_0()
    {
        lab::Settings timed = settings("select");
        timed.serve.timeout = std::chrono::milliseconds(5);
        lab::Run run(timed);
        QVERIFY(!run.start());
        trace::Trace trace;
        trace.run = run.description();
        QVERIFY(QTest::qWaitFor([&] {
            trace.append(run.take());
            return of(trace, Call::select).size() > 3;
        }));
        const Event select = of(trace, Call::select)[1];
        QCOMPARE(select.result, 0);
        QCOMPARE(select.length, 5'000'000);
        QVERIFY(select.end - select.begin >= 4'900'000);
        QVERIFY(answered(trace, select).empty());
    }

    void a_paused_run_goes_step_by_step()
    {
        lab::Settings paused = settings("select");
        paused.paused = true;
        lab::Run run(paused);
        QVERIFY(!run.start());
        trace::Trace trace;
        const auto done = [&] {
            trace.append(run.take());
            return std::count_if(trace.events().begin(), trace.events().end(),
                                 [](const Event &event) { return calls::is_system_call(event.call); });
        };
        for (int step = 1; step <= 3; ++step) {
            QVERIFY(QTest::qWaitFor([&] { return run.held(); }));
            QVERIFY(run.step());
            QVERIFY(QTest::qWaitFor([&] { return done() == step; }));
        }
        QVERIFY(QTest::qWaitFor([&] { return run.held(); }));
        QCOMPARE(done(), 3); // socket, setsockopt, bind; held before listen
        QVERIFY(!trace.in_flight().empty());
        QCOMPARE(trace.in_flight()[0].call, Call::held);
        QCOMPARE(Call(trace.in_flight()[0].flags), Call::listen);
        run.resume();
        QVERIFY(QTest::qWaitFor([&] { return run.port() > 0; }));
        QVERIFY(run.description().stepped);
    }

    void the_bound_on_events_is_kept_and_drops_are_counted()
    {
        lab::Settings small = settings("select");
        small.max_events = 50;
        lab::Run run(small);
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nclient 1 send 100000 bytes\nwait client 1 received 100000\n"));
        const trace::Trace trace = played::taken(run);
        const auto lost = [](const trace::Event &event) { return event.call == Call::lost; };
        QCOMPARE(trace.events().size() - size_t(std::ranges::count_if(trace.events(), lost)), 50u);
        QVERIFY(trace.dropped > 0);
        uint64_t told = 0; // where they are missing; what was seen from outside is not of a thread's course
        for (const trace::Event &event : trace.events())
            told += lost(event) ? uint64_t(event.length) : 0;
        QVERIFY(told > 0 && told <= trace.dropped);
    }

    void a_client_from_outside_is_served_and_seen()
    {
        lab::Run run(settings("select"));
        QVERIFY(!run.start());
        const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(uint16_t(run.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::send(fd, "hi", 2, 0), 2);
        char buffer[8];
        QCOMPARE(::recv(fd, buffer, 2, MSG_WAITALL), 2);
        socklen_t size = sizeof address;
        ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
        ::close(fd);
        const trace::Trace trace = played::taken(run);
        QCOMPARE(of(trace, Call::accept)[0].length, int64_t(ntohs(address.sin_port)));
    }
};

ROOM_TEST(RunTest)
#include "run_test.moc"
