// SPDX-License-Identifier: MIT
// Urgent data, and what a select() or poll() waits for besides something to read.
#include "replay/town.h"
#include "replay/world_text.h"
#include "room.h"

#include <QRegularExpression>

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
    void of_several_to_be_written_none_is_named();
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
        builder.lines("1100..1110 server accept(3) = 4 :50001");
    }
    void urgent(int64_t time, int bytes)
    {
        builder.lines_after(time, "0..50 client 1 send(3, %d, MSG_OOB) = %d", bytes, bytes);
    }
    void take(int64_t time) { builder.lines_after(time, "0..10 server recv(4, 1, MSG_OOB) = 1"); }
    void read(int64_t time, int bytes) { builder.lines_after(time, "0..10 server recv(4, 4096) = %d", bytes); }
    void nothing(int64_t time) { builder.lines_after(time, "0..10 server recv(4, 4096) = -1 EAGAIN"); }
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
    const auto server = [&](int64_t time) { return socket_text(replay, time, pair.server, 4); };
    QCOMPARE(server(1900), "connected :7000-:50001 client 1, 0 bytes");
    QCOMPARE(server(2020), "connected :7000-:50001 client 1, 0 bytes, 3 arriving");
    QCOMPARE(server(2100), "connected :7000-:50001 client 1, 3 bytes, urgent, urgent kept");
    QCOMPARE(server(2250), "connected :7000-:50001 client 1, 3 bytes, urgent kept");
    QCOMPARE(server(2350), "connected :7000-:50001 client 1, 0 bytes, 3 received, urgent kept");
    QCOMPARE(server(2450), "connected :7000-:50001 client 1, 0 bytes, 3 received");
    QCOMPARE(socket_text(replay, 2450, pair.one, 3), "connected :50001-:7000 server, 0 bytes, 3 sent");
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
        pair.builder.lines("2060..2070 client 1 send(3, 1) = 1");
    int64_t time = 2100;
    for (const QChar what : before) {
        what == 't' ? pair.take(time) : what == 'n' ? pair.nothing(time) : pair.read(time, 1);
        time += 100;
    }
    pair.builder.lines("3000..3010 server close(4) = 0");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_at(replay, 3050, pair.one, 3).reset, reset);
}

void UrgentTest::a_read_that_slept_has_gone_past_when_it_is_interrupted()
{
    Pair pair;
    pair.builder.lines("1900..2500 server recv(4, 4096) = -1 EINTR");
    pair.urgent(2000, 1);
    pair.builder.lines("3000..3010 server close(4) = 0");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QVERIFY(!socket_at(replay, 2600, pair.server, 4).urgent_kept);
    QVERIFY(socket_at(replay, 3050, pair.one, 3).peer_shut && !socket_at(replay, 3050, pair.one, 3).reset);
}

// Measured: recv() with MSG_OOB fails with EINVAL meanwhile, and close() sends a FIN.
void UrgentTest::a_read_that_sleeps_goes_past_it_as_it_comes()
{
    Pair pair;
    pair.builder.lines("1500..2500 server recv(4, 4096) = 0");
    pair.urgent(2000, 1);
    pair.builder.lines(R"(
        2300..2310  client 1  shutdown(3, SHUT_WR) = 0
        3000..3010  server    close(4) = 0
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QVERIFY(!socket_at(replay, 2100, pair.server, 4).urgent && !socket_at(replay, 2100, pair.server, 4).urgent_kept);
    QVERIFY(replay.loses_urgent(find(trace, pair.server, Call::recv)));
    QCOMPARE(replay.endings(find(trace, pair.server, Call::close)).at(0).sends, replay::Ending::fin);
    QVERIFY(replay.endings(find(trace, pair.one, Call::shutdown)).at(0).sends == replay::Ending::fin);

    Pair live; // the read has not returned
    live.urgent(2000, 1);
    live.builder.lines("1500.. server recv(4, 4096)");
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
    pair.builder.lines("1500..1510 server close(4) = 0");
    pair.urgent(2000, 1);
    pair.builder.lines("3000..3010 client 1 close(3) = 0");
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
        pair.builder.lines("1200..1210 client 1 send(3, 20) = 20");
        pair.urgent(2000, 1);
        pair.urgent(2100, 1);
        pair.builder.lines("2140..2300 server recv(4, %d) = 20", room);
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
    pair.builder.lines("1500..1510 server setsockopt(4, SOL_SOCKET, SO_OOBINLINE, 1) = 0");
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
    pair.builder.lines("1500..1510 server send(4, 4096) = 4096");
    pair.builder.lines("2000..2900 server select(5, {3}, {4}, {4}) = 1 {} {4} {}");
    pair.builder.lines(R"(
        2400..2500  client 1  recv(3, 4096) = 4096
        2950..2960  server    send(4, 100) = 100
    )");
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

// Nor is there a send buffer behind descriptor 2, which is a terminal.
void UrgentTest::of_several_to_be_written_none_is_named()
{
    for (const char *answer : {"2 {} {2, 4} {}", "1 {} {2} {}"}) {
        Pair pair;
        pair.builder.lines("2000..2900 server select(5, {}, {2, 4}, {}) = %s", answer);
        const trace::Trace trace = pair.builder.trace();
        const std::vector<Phase> phases = Replay(trace).phases(find(trace, pair.server, Call::select));
        QCOMPARE(phases.size(), size_t(1));
        QCOMPARE(phases[0].what, Phase::several);
    }
}

// Data has come, too: room may have come before it, or after.
void UrgentTest::what_came_first_is_unknown()
{
    Pair pair;
    pair.builder.lines("2000..2900 server select(5, {3, 4}, {4}, {}) = 1 {4} {4} {}");
    pair.builder.lines("2300..2350 client 1 send(3, 3) = 3");
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
    pair.builder.lines("1900..2100 server select(5, {3, 4}, {}, {4}) = 1 {} {} {4}");
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
    pair.builder.lines("1900..2100 server select(5, {3}, {4}, {4}) = 1 {} {4} {}");
    pair.builder.lines(R"(
        1950..1960  client 1  setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0
        2000..2040  client 1  close(3) = 0
    )");
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
        pair.builder.lines("1900..2100 server poll({4:POLLOUT|POLLPRI}, 1) = 1 {4:%d}", found);
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
    pair.builder.lines("1120..1130 server fcntl(4, F_GETFL) = 0");
    replay.extend(trace.append(pair.builder.batch()));
    const Socket server = socket_at(replay, 2250, pair.server, 4);
    QVERIFY(!server.urgent && server.urgent_kept);
    QCOMPARE(server.receive_bytes, std::optional<int64_t>(3));
}

ROOM_TEST(UrgentTest)
#include "urgent_test.moc"
