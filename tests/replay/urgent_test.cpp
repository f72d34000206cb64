// SPDX-License-Identifier: MIT
// Urgent data, and what a select() or poll() waits for besides something to read.
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <array>
#include <fcntl.h>
#include <poll.h>

using namespace recording;
using replay::Known;
using replay::Phase;
using replay::Replay;
using replay::Sides;
using replay::Socket;
using replay::World;

class UrgentTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void one_byte_is_beside_the_stream();
    void close_resets_until_a_read_has_gone_past_data();
    void close_resets_until_a_read_has_gone_past();
    void a_read_that_slept_has_gone_past_when_it_is_interrupted();
    void a_read_that_sleeps_goes_past_it_as_it_comes();
    void to_an_end_that_is_closed_it_is_answered_by_a_reset();
    void an_older_one_joins_the_stream_or_is_lost();
    void an_older_one_that_a_read_stopped_before_is_lost();
    void inline_it_is_in_the_stream();
    void when_there_is_room_is_unknown();
    void what_came_first_is_unknown();
    void urgent_data_is_bracketed();
    void a_reset_is_no_room();
    void poll_asks_about_room();
    void forgets_what_is_cut();
};

namespace {

// Client 1 is connected with descriptor 4 of the server.
struct Pair : Town {
    Pair()
    {
        connect(one, 1000, 50001);
        builder.call(server, Call::accept, 1100, 1110, 3, 4, 50001);
    }
    void urgent(int64_t time, int bytes)
    {
        builder.call(one, Call::send, time, time + 50, 3, bytes, bytes).flags = MSG_OOB;
    }
    void take(int64_t time) { builder.call(server, Call::recv, time, time + 10, 4, 1, 1).flags = MSG_OOB; }
    void read(int64_t time, int bytes) { builder.call(server, Call::recv, time, time + 10, 4, bytes, 4096); }
    void nothing(int64_t time) { builder.failed(server, Call::recv, time, time + 10, 4, EAGAIN).length = 4096; }
    // A select() on all three sets.
    void select(int64_t begin, int64_t end, std::array<uint64_t, 3> asked, std::array<uint64_t, 3> answered)
    {
        const uint64_t place = builder.words({asked[0], asked[1], asked[2], answered[0], answered[1], answered[2]});
        Event &made = builder.call(server, Call::select, begin, end, 5, 1, -1);
        made.flags = trace::select_flags::passed(0, 1, 2) | trace::payload_elsewhere;
        made.words[0] = place;
        made.words[1] = 6;
    }
};

Socket socket_at(const Replay &replay, int64_t time, uint16_t thread, int fd)
{
    const World world = replay.at(replay.at_time(time));
    return *world.socket(thread, fd);
}

} // namespace

void UrgentTest::one_byte_is_beside_the_stream()
{
    Pair pair;
    pair.urgent(2000, 4);
    pair.take(2200);
    pair.read(2300, 3);
    pair.nothing(2400);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const auto server = [&](int64_t time) { return socket_at(replay, time, pair.server, 4); };
    QVERIFY(!server(1900).urgent && !server(1900).urgent_kept);
    QCOMPARE(server(2020).arriving, int64_t(3));
    QCOMPARE(server(2100).receive_bytes, std::optional<int64_t>(3));
    QVERIFY(server(2100).urgent);
    QVERIFY(!server(2250).urgent && server(2250).urgent_kept);
    QCOMPARE(server(2250).receive_bytes, std::optional<int64_t>(3));
    QVERIFY(server(2350).urgent_kept);
    QCOMPARE(server(2350).receive_bytes, std::optional<int64_t>(0));
    QVERIFY(!server(2450).urgent_kept);
    QCOMPARE(socket_at(replay, 2450, pair.one, 3).sent, int64_t(3));
}

void UrgentTest::close_resets_until_a_read_has_gone_past_data()
{
    QTest::addColumn<QString>("before"); // t: taken with MSG_OOB; n: a read that finds nothing; r: one that finds the next byte
    QTest::addColumn<bool>("reset");
    QTest::newRow("not taken") << "" << true;
    QTest::newRow("taken") << "t" << true;
    QTest::newRow("taken, then read") << "tn" << false;
    QTest::newRow("read, not taken") << "n" << false;
    QTest::newRow("taken, and what follows read") << "tr" << false;
}

void UrgentTest::close_resets_until_a_read_has_gone_past()
{
    QFETCH(QString, before);
    QFETCH(bool, reset);
    Pair pair;
    pair.urgent(2000, 1);
    if (before.contains('r'))
        pair.builder.call(pair.one, Call::send, 2060, 2070, 3, 1, 1);
    int64_t time = 2100;
    for (const QChar what : before) {
        what == 't' ? pair.take(time) : what == 'n' ? pair.nothing(time) : pair.read(time, 1);
        time += 100;
    }
    pair.builder.call(pair.server, Call::close, 3000, 3010, 4);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_at(replay, 3050, pair.one, 3).reset, reset);
}

void UrgentTest::a_read_that_slept_has_gone_past_when_it_is_interrupted()
{
    Pair pair;
    pair.builder.failed(pair.server, Call::recv, 1900, 2500, 4, EINTR).length = 4096;
    pair.urgent(2000, 1);
    pair.builder.call(pair.server, Call::close, 3000, 3010, 4);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QVERIFY(!socket_at(replay, 2600, pair.server, 4).urgent_kept);
    QVERIFY(socket_at(replay, 3050, pair.one, 3).peer_shut && !socket_at(replay, 3050, pair.one, 3).reset);
}

// Measured: recv() with MSG_OOB fails with EINVAL meanwhile, and close() sends a FIN.
void UrgentTest::a_read_that_sleeps_goes_past_it_as_it_comes()
{
    Pair pair;
    pair.builder.call(pair.server, Call::recv, 1500, 2500, 4, 0, 4096);
    pair.urgent(2000, 1);
    pair.builder.call(pair.one, Call::shutdown, 2300, 2310, 3).flags = SHUT_WR;
    pair.builder.call(pair.server, Call::close, 3000, 3010, 4);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QVERIFY(!socket_at(replay, 2100, pair.server, 4).urgent && !socket_at(replay, 2100, pair.server, 4).urgent_kept);
    QVERIFY(replay.loses_urgent(find(trace, pair.server, Call::recv)));
    QCOMPARE(replay.endings(find(trace, pair.server, Call::close)).at(0).sends, replay::Ending::fin);
    QVERIFY(replay.endings(find(trace, pair.one, Call::shutdown)).at(0).sends == replay::Ending::fin);

    Pair live; // the read has not returned
    live.urgent(2000, 1);
    live.builder.in_flight(live.server, Call::recv, 1500, 4, 4096);
    const trace::Trace going_on = live.builder.trace();
    const Replay now(going_on);
    QVERIFY(!now.at(now.last()).socket(live.server, 4)->urgent);

    Pair taken; // before a read comes to it
    taken.urgent(2000, 1);
    taken.take(2200);
    taken.nothing(2300);
    const trace::Trace kept = taken.builder.trace();
    QVERIFY(!Replay(kept).loses_urgent(kept.events().size() - 1));
}

void UrgentTest::to_an_end_that_is_closed_it_is_answered_by_a_reset()
{
    Pair pair;
    pair.builder.call(pair.server, Call::close, 1500, 1510, 4);
    pair.urgent(2000, 1);
    pair.builder.call(pair.one, Call::close, 3000, 3010, 3);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.endings(find(trace, pair.one, Call::send)).at(0).why, replay::Ending::nobody);
    QCOMPARE(replay.endings(find(trace, pair.one, Call::close)).at(0).why, replay::Ending::was_reset);
}

void UrgentTest::an_older_one_joins_the_stream_or_is_lost()
{
    for (const bool at_it : {false, true}) {
        Pair pair;
        pair.urgent(2000, 3);
        if (at_it)
            pair.read(2100, 2);
        pair.urgent(2200, 3);
        const trace::Trace trace = pair.builder.trace();
        const Replay replay(trace);
        QCOMPARE(socket_at(replay, 2300, pair.server, 4).receive_bytes, std::optional<int64_t>(at_it ? 2 : 5));
    }
}

// Measured: always so, when the read was under way as the second was sent.
void UrgentTest::an_older_one_that_a_read_stopped_before_is_lost()
{
    for (const auto &[room, tried, waiting] : {std::tuple(4096, false, 0), {20, false, 1}, {20, true, 0}}) {
        Pair pair;
        pair.builder.call(pair.one, Call::send, 1200, 1210, 3, 20, 20);
        pair.urgent(2000, 1);
        pair.urgent(2100, 1);
        pair.builder.call(pair.server, Call::recv, 2140, 2300, 4, 20, room);
        if (tried) // without room the read may just have had enough
            pair.nothing(2400);
        const trace::Trace trace = pair.builder.trace();
        const Replay replay(trace);
        QCOMPARE(socket_at(replay, 2310, pair.server, 4).receive_bytes, std::optional<int64_t>(waiting));
        QCOMPARE(replay.displaced_urgent(find(trace, pair.one, Call::send, 2)), replay::Displaced::open);
        QCOMPARE(socket_at(replay, 2310, pair.server, 4).urgent_kept, true);
        QCOMPARE(replay.at(replay.last()).socket(pair.server, 4)->urgent_kept, !tried);
    }
}

void UrgentTest::inline_it_is_in_the_stream()
{
    Pair pair;
    pair.builder.call(pair.server, Call::setsockopt, 1500, 1510, 4, 0, 1).flags = SOL_SOCKET << 16 | SO_OOBINLINE;
    pair.urgent(2000, 3);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_at(replay, 2100, pair.server, 4).receive_bytes, std::optional<int64_t>(3));
    QVERIFY(!socket_at(replay, 2100, pair.server, 4).urgent);
}

// The client's recv() makes room, but not when: the kernel tells of it later, or had before.
void UrgentTest::when_there_is_room_is_unknown()
{
    Pair pair;
    pair.builder.call(pair.server, Call::send, 1500, 1510, 4, 4096, 4096);
    pair.select(2000, 2900, {0b1000, 0b10000, 0b10000}, {0, 0b10000, 0});
    pair.builder.call(pair.one, Call::recv, 2400, 2500, 3, 4096, 4096);
    pair.builder.call(pair.server, Call::send, 2950, 2960, 4, 100, 100);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const std::vector<Phase> phases = replay.phases(find(trace, pair.server, Call::select));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].what, Phase::room);
    QCOMPARE(phases[0].known, Known::unknown);
    QCOMPARE(phases[0].fd, 4);
    const auto at = [&](int64_t time) { return replay.at(replay.at_time(time)); };
    QCOMPARE(at(2450).awaited(pair.server, 4), (Sides{false, true, true}));
    QCOMPARE(at(2450).threads[pair.server].state, replay::State::asleep);
    QCOMPARE(at(2920).answered(pair.server, 4), (Sides{false, true, false}));
    QVERIFY(!at(2970).answered(pair.server, 4).any());
}

// Data has come, too: room may have come before it, or after.
void UrgentTest::what_came_first_is_unknown()
{
    Pair pair;
    pair.select(2000, 2900, {0b11000, 0b10000, 0}, {0b10000, 0b10000, 0});
    pair.builder.call(pair.one, Call::send, 2300, 2350, 3, 3, 3);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const std::vector<Phase> phases = replay.phases(find(trace, pair.server, Call::select));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].what, Phase::several);
    QCOMPARE(phases[0].known, Known::unknown);
}

void UrgentTest::urgent_data_is_bracketed()
{
    Pair pair;
    pair.select(1900, 2100, {0b11000, 0, 0b10000}, {0, 0, 0b10000});
    pair.urgent(2000, 1);
    pair.take(2200);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const std::vector<Phase> phases = replay.phases(find(trace, pair.server, Call::select));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].what, Phase::urgent);
    QCOMPARE(phases[0].known, Known::bracketed);
    QCOMPARE(phases[0].earliest, int64_t(2000));
    QCOMPARE(phases[0].latest, int64_t(2050));
    QCOMPARE(replay.at(replay.at_time(2150)).answered(pair.server, 4), (Sides{false, false, true}));
    QVERIFY(!replay.at(replay.at_time(2250)).answered(pair.server, 4).any());
}

void UrgentTest::a_reset_is_no_room()
{
    Pair pair;
    pair.select(1900, 2100, {0b1000, 0b10000, 0b10000}, {0, 0b10000, 0});
    pair.builder.call(pair.one, Call::setsockopt, 1950, 1960, 3, 0, 1).flags = SOL_SOCKET << 16 | SO_LINGER;
    pair.builder.call(pair.one, Call::close, 2000, 2040, 3);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const std::vector<Phase> phases = replay.phases(find(trace, pair.server, Call::select));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].known, Known::bracketed);
    QCOMPARE(phases[0].latest, int64_t(2040));
}

void UrgentTest::poll_asks_about_room()
{
    for (const int16_t found : {int16_t(POLLOUT), int16_t(POLLPRI), int16_t(POLLIN | POLLOUT | POLLERR | POLLHUP), int16_t(POLLNVAL)}) {
        Pair pair;
        Event &poll = pair.builder.call(pair.server, Call::poll, 1900, 2100, 1, 1, -1);
        poll.words[0] = trace::word_of({4, POLLOUT | POLLPRI, 0});
        poll.words[1] = trace::word_of({4, POLLOUT | POLLPRI, found});
        const trace::Trace trace = pair.builder.trace();
        const Replay replay(trace);
        const Sides sides{found != POLLOUT && found != POLLPRI, found == POLLOUT, found == POLLPRI};
        QCOMPARE(replay.at(replay.at_time(2150)).answered(pair.server, 4), sides);
        QCOMPARE(replay.at(replay.at_time(2000)).awaited(pair.server, 4), (Sides{false, true, true}));
    }
}

// Handed over in two batches, the second of which puts events before those of the first.
void UrgentTest::forgets_what_is_cut()
{
    Pair pair;
    pair.urgent(2000, 4);
    pair.take(2200);
    trace::Trace trace = pair.builder.trace();
    Replay replay(trace);
    pair.builder.call(pair.server, Call::fcntl, 1120, 1130, 4).flags = F_GETFL;
    replay.extend(trace.append(pair.builder.batch()));
    const Socket server = socket_at(replay, 2250, pair.server, 4);
    QVERIFY(!server.urgent && server.urgent_kept);
    QCOMPARE(server.receive_bytes, std::optional<int64_t>(3));
}

ROOM_TEST(UrgentTest)
#include "urgent_test.moc"
