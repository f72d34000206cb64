// SPDX-License-Identifier: MIT
// The two phases of reads: where the boundary lies and how it is known.
#include "replay/pair.h"
#include "room.h"

#include <QRegularExpression>

using namespace recording;
using replay::Known;
using replay::Phase;
using replay::Replay;
using replay::State;

namespace {

constexpr int readfds = 0;

} // namespace

class PhasesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void of_a_blocking_recv();
    void send_returns_last();
    void data_was_there();
    void the_first_byte_counts();
    void with_select();
    void announced_once_only();
    void select_finds_it_there();
    void of_accept();
    void of_end_of_file();
    void of_a_reset();
    void of_a_reset_with_select();
    void from_outside();
    void from_outside_with_select();
    void of_a_failing_poll();
    void a_question_is_no_wait();
    void a_call_that_cannot_wait_has_no_phase_1();
    void what_was_seen_to_be_there_was_not_waited_for();
    void in_flight();
    void lanes_add_up();
};

void PhasesTest::of_a_blocking_recv()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2100  client 1  send(3, 3) = 3
        1000..2150  server    recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const size_t recv = find(trace, pair.server, Call::recv);
    const auto phases = replay.phases(recv);
    QCOMPARE(phases.size(), size_t(2));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(phases[0].begin, int64_t(1000));
    QCOMPARE(phases[0].end, std::optional<int64_t>(2100));
    QCOMPARE(phases[0].earliest, int64_t(2000));
    QCOMPARE(phases[0].latest, int64_t(2100));
    QCOMPARE(phases[0].known, Known::bracketed);
    QCOMPARE(phases[0].fd, 4);
    QCOMPARE(phases[1].kind, Phase::copy);
    QCOMPARE(phases[1].begin, int64_t(2100));
    QCOMPARE(phases[1].end, std::optional<int64_t>(2150));
    QVERIFY(phases[1].with_wake);
    QCOMPARE(phases[1].bytes, int64_t(3));
    // The same as states.
    QCOMPARE(replay.at(replay.at_time(2099)).threads[0].state, State::asleep);
    const replay::World copying = replay.at(replay.at_time(2100));
    QCOMPARE(copying.threads[0].state, State::copying);
    QCOMPARE(copying.threads[0].since, int64_t(2100));
    QCOMPARE(copying.phases.back().kind, Phase::copy);
    QVERIFY(!copying.phases.back().end);
    const replay::World waiting = replay.at(replay.at_time(1500));
    QCOMPARE(waiting.phases.size(), size_t(1));
    QVERIFY(!waiting.phases[0].end);
    QCOMPARE(waiting.phases[0].latest, int64_t(0)); // not known by then
}

void PhasesTest::send_returns_last()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2300  client 1  send(3, 3) = 3
        1000..2150  server    recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases[0].earliest, int64_t(2000));
    QCOMPARE(phases[0].latest, int64_t(2150));
    QCOMPARE(replay.at(replay.at_time(2149)).threads[0].state, State::asleep);
}

void PhasesTest::data_was_there()
{
    Pair pair;
    pair.builder.lines(R"(
        500..600    client 1  send(3, 3) = 3
        1000..1020  server    recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::copy);
    QCOMPARE(phases[0].begin, int64_t(1000));
    QCOMPARE(phases[0].known, Known::measured);
    QVERIFY(!phases[0].with_wake);
    QCOMPARE(replay.at(replay.at_time(1000)).threads[0].state, State::copying);
}

void PhasesTest::the_first_byte_counts()
{
    Pair pair;
    pair.builder.lines(R"(
        300..310    client 1  send(3, 10) = 10
        400..410    server    recv(4, 10) = 10
        2000..2010  client 1  send(3, 5) = 5
        2020..2030  client 1  send(3, 5) = 5
        1000..2050  server    recv(4, 10) = 10  # both at once
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.phases(find(trace, pair.server, Call::recv, 1))[0].latest, int64_t(2010));
}

void PhasesTest::with_select()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..2150  server    select(5, readfds {3, 4}) = 1 {4}
        2000..2100  client 1  send(3, 3) = 3
        2200..2210  server    recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const size_t recv = find(trace, pair.server, Call::recv);
    const auto phases = replay.phases(recv);
    QCOMPARE(phases.size(), size_t(2));
    QCOMPARE(phases[0].begin, int64_t(1000));
    QCOMPARE(phases[0].end, std::optional<int64_t>(2100));
    QCOMPARE(phases[0].known, Known::bracketed);
    QCOMPARE(phases[0].fd, 4);
    QCOMPARE(phases[1].begin, int64_t(2200));
    QCOMPARE(phases[1].known, Known::measured);
    QVERIFY(!phases[1].with_wake);
    const size_t select = find(trace, pair.server, Call::select);
    QCOMPARE(replay.phases(select).size(), size_t(1));
    QCOMPARE(replay.phases(select)[0].fd, 4);
    // Between the two calls the wait is what the World shows; asleep in select, not in recv.
    QCOMPARE(replay.at(replay.step(select)).phases, replay.phases(select));
    QCOMPARE(replay.at(replay.step(recv)).phases, phases);
    QCOMPARE(replay.at(replay.at_time(2205)).threads[0].state, State::copying);
    QCOMPARE(totals(replay, replay.last()).rows[0].copying, int64_t(10));
}

void PhasesTest::announced_once_only()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..2150  server    select(5, readfds {3, 4}) = 1 {4}
        2000..2100  client 1  send(3, 3) = 3
        2200..2210  server    recv(4, 3) = 3
        3000..3100  client 1  send(3, 3) = 3
        2300..3150  server    recv(4, 3) = 3  # blocks
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv, 1));
    QCOMPARE(phases.size(), size_t(2));
    QCOMPARE(phases[0].begin, int64_t(2300));
    QCOMPARE(phases[0].end, std::optional<int64_t>(3100));
}

void PhasesTest::select_finds_it_there()
{
    Pair pair;
    pair.builder.lines(R"(
        500..600    client 1  send(3, 3) = 3
        1000..1010  server    select(5, readfds {3, 4}) = 1 {4}
        1020..1030  server    recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::copy);
    QVERIFY(replay.phases(find(trace, pair.server, Call::select)).empty());
    QCOMPARE(replay.at(replay.at_time(1005)).threads[0].state, State::running);
}

void PhasesTest::of_accept()
{
    Pair pair;
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::accept));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(phases[0].begin, int64_t(110));
    QCOMPARE(phases[0].end, std::optional<int64_t>(150));
    QCOMPARE(phases[0].earliest, int64_t(110));
    QCOMPARE(phases[0].known, Known::bracketed);
}

void PhasesTest::of_end_of_file()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2100  client 1  close(3) = 0
        1000..2150  server    recv(4, 4096) = 0
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(phases[0].end, std::optional<int64_t>(2100));
    QCOMPARE(replay.at(replay.at_time(2120)).threads[0].state, State::running); // nothing to copy
    QCOMPARE(totals(replay, replay.last()).rows[0].copying, int64_t(0));
}

void PhasesTest::of_a_reset()
{
    Pair pair;
    pair.builder.lines(R"(
        1900..1910  client 1  setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0
        2000..2200  client 1  close(3) = 0  # returns after recv()
        1000..2150  server    recv(4, 4096) = -1 ECONNRESET
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(phases[0].earliest, int64_t(2000));
    QCOMPARE(phases[0].latest, int64_t(2150));
    QCOMPARE(replay.at(replay.at_time(1500)).threads[0].state, State::asleep);
}

void PhasesTest::of_a_reset_with_select()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..2150  server    select(5, readfds {3, 4}) = 1 {4}
        1900..1910  client 1  setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0
        2000..2200  client 1  close(3) = 0  # returns last of all
        2160..2170  server    recv(4, 4096) = -1 ECONNRESET
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(1500)).threads[0].known, Known::derived);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].begin, int64_t(1000));
    QCOMPARE(phases[0].earliest, int64_t(2000));
}

void PhasesTest::from_outside()
{
    Pair pair(60001); // which is no port of client 1's
    pair.builder.lines("1000..2150 server recv(4, 4096) = 3");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(phases[0].known, Known::unknown);
    QCOMPARE(phases[0].begin, int64_t(1000));
    QCOMPARE(phases[0].end, std::optional<int64_t>(2150));
    QCOMPARE(replay.at(replay.at_time(1500)).threads[0].known, Known::unknown);
    QCOMPARE(replay.at(replay.at_time(1500)).threads[0].state, State::asleep);
}

void PhasesTest::from_outside_with_select()
{
    Pair pair(60001); // which is no port of client 1's
    pair.builder.lines(R"(
        1000..2150  server  select(5, readfds {3, 4}) = 1 {4}
        2200..2210  server  recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(2));
    QCOMPARE(phases[0].known, Known::unknown);
    QCOMPARE(phases[0].end, std::optional<int64_t>(2150));
    QCOMPARE(phases[1].known, Known::measured); // it was there: select() had said so
    QCOMPARE(phases[1].begin, int64_t(2200));
}

void PhasesTest::of_a_failing_poll()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..2000  server    recv(4, 0) = -1 EAGAIN × 500
        1990..2010  client 1  send(3, 3) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].kind, Phase::wait);
    QCOMPARE(replay.at(replay.at_time(1500)).threads[0].state, State::running); // busy, not asleep
    QCOMPARE(totals(replay, replay.last()).rows[0].waiting, int64_t(180 - 110) - int64_t(180 - 150)); // accept's alone
}

// However long it took: it was preempted, or the kernel was busy.
void PhasesTest::a_call_that_cannot_wait_has_no_phase_1()
{
    for (const bool nonblocking : {false, true}) {
        Pair pair;
        if (nonblocking) {
            pair.builder.lines(R"(
                400..410  server  fcntl(3, F_SETFL, O_NONBLOCK) = 0
                420..430  server  fcntl(4, F_SETFL, O_NONBLOCK) = 0
            )");
        }
        pair.builder.lines(R"(
            1000..4'000'000       server  accept(3) = -1 EAGAIN
            5'000'000..9'000'000  server  recv(4, 0) = -1 EAGAIN
        )");
        const trace::Trace trace = pair.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.phases(find(trace, pair.server, Call::accept, 1)).empty(), nonblocking);
        QCOMPARE(replay.phases(find(trace, pair.server, Call::recv)).empty(), nonblocking);
    }
}

// TCP may have kept the second send back (Nagle); but its bytes were seen in the receive buffer before the read began.
void PhasesTest::what_was_seen_to_be_there_was_not_waited_for()
{
    constexpr int64_t ms = 1'000'000;
    for (const bool seen : {false, true}) {
        Pair pair;
        pair.builder.lines_after(5 * ms, "0..10 server send(4, 1) = 1"); // from then on acknowledgments may be late
        pair.builder.lines_after(10 * ms, "0..10 client 1 send(3, 10) = 10");
        pair.builder.lines_after(20 * ms, "0..10 client 1 send(3, 20) = 20");
        pair.builder.lines_after(60 * ms, "0..10 server recv(4, 10) = 10");
        if (seen) {
            pair.builder.lines_after(65 * ms, "0..10 server observed_socket(receive_bytes=20, local_port=:7000, peer_port=:50001)");
        }
        pair.builder.lines_after(70 * ms, "0..10 server recv(4, 4096) = 20");
        const trace::Trace trace = pair.builder.trace();
        const Replay replay(trace);
        const auto phases = replay.phases(find(trace, pair.server, Call::recv, 1));
        QCOMPARE(phases.size(), size_t(1));
        QCOMPARE(phases[0].kind, seen ? Phase::copy : Phase::wait);
    }
}

// With a timeout of 0 select() asks once and cannot wait: neither it nor the recv() that it announces has a phase 1.
void PhasesTest::a_question_is_no_wait()
{
    Pair pair;
    pair.builder.lines(R"(
        1000..1050  server    select(5, readfds {4}, NULL, NULL, 0) = 0
        2000..2100  client 1  send(3, 3) = 3
        2200..2250  server    select(5, readfds {4}, NULL, NULL, 0) = 1 {4}
        2300..2350  server    recv(4, 4096) = 3
        3000..4000  server    select(5, readfds {4}, NULL, NULL, 0) = 0 × 100
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.phases(find(trace, pair.server, Call::select, 0)).size(), size_t(0));
    QCOMPARE(replay.phases(find(trace, pair.server, Call::select, 1)).size(), size_t(0));
    const auto read = replay.phases(find(trace, pair.server, Call::recv));
    QCOMPARE(read.size(), size_t(1));
    QCOMPARE(read[0].kind, Phase::copy);
    QCOMPARE(replay.phases(find(trace, pair.server, Call::select, 2)).size(), size_t(1)); // asked again and again: polling
}

void PhasesTest::in_flight()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2100  client 1  send(3, 3) = 3
        1000..      server    recv(4, 4096)
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(1500)).threads[0].state, State::asleep);
    const replay::World world = replay.at(replay.last());
    QCOMPARE(world.threads[0].state, State::copying);
    QVERIFY(!world.threads[0].event);
    QCOMPARE(world.phases.size(), size_t(2));
    QCOMPARE(world.phases[0].end, std::optional<int64_t>(2100));
    QVERIFY(!world.phases[1].end);
}

void PhasesTest::lanes_add_up()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2100  client 1  send(3, 3) = 3
        1000..2150  server    recv(4, 4096) = 3
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const Replay::Lane &lane = replay.lane(pair.server);
    QCOMPARE(lane.begin, (std::vector<int64_t>{20, 60, 80, 110, 1000}));
    QCOMPARE(lane.end, (std::vector<int64_t>{30, 70, 90, 180, 2150}));
    QCOMPARE(lane.asleep, (std::vector<int64_t>{0, 0, 0, 0, 40, 1140}));
    QCOMPARE(lane.copying, (std::vector<int64_t>{0, 0, 0, 0, 0, 50}));
    QCOMPARE(lane.calls, (std::vector<int64_t>{0, 10, 20, 30, 60, 60}));
    QCOMPARE(trace.events()[lane.sequence.back()].call, Call::recv);
}

ROOM_TEST(PhasesTest)
#include "phases_test.moc"
