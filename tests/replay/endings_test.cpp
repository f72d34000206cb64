// SPDX-License-Identifier: MIT
// FIN, RST or nothing: what the kernel sends when a socket goes, and what the other end has of it. Each row was measured on
// Linux 6.18 with programs that do just this.
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

using namespace recording;
using replay::Ending;
using replay::Replay;
using replay::World;

namespace {

// Client 1 is descriptor 4 of the server. Each call takes 10 ns, and so does the time between two.
struct Pair : Town {
    Pair()
    {
        connect(one, 1000, 50001);
        builder.lines("1000..1100 server accept(3) = 4 :50001");
    }
    Event &call(uint16_t thread, Call what, int result = 0, int64_t length = 0)
    {
        now += 20;
        Event &made = builder.call(thread, what, now - 10, now, thread == server ? 4 : 3, result, length);
        if (result < 0)
            made.error = ECONNRESET;
        return made;
    }
    void send(uint16_t thread, int bytes) { call(thread, Call::send, bytes, bytes); }
    void shut(uint16_t thread, int how = SHUT_WR) { calls::set(call(thread, Call::shutdown), "how", how); }
    void linger(uint16_t thread, int64_t seconds = 0)
    {
        now += 20;
        builder.lines_after(now, "-10..0 %s setsockopt(%d, SOL_SOCKET, SO_LINGER, 1, %ld, 8) = 0", builder.name(thread), thread == server ? 4 : 3, seconds << 32 | 1);
    }
    int64_t now = 1200;
};

using Build = void (*)(Pair &);

} // namespace

Q_DECLARE_METATYPE(Build)

class EndingsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void what_the_last_close_sends_data();
    void what_the_last_close_sends();
    void a_send_to_a_closed_end_is_answered_by_a_reset();
    void a_reset_leaves_what_has_come_data();
    void a_reset_leaves_what_has_come();
    void the_queue_of_a_listening_socket_is_reset_data();
    void the_queue_of_a_listening_socket_is_reset();
    void a_closed_client_waits_in_the_queue_all_the_same();
    void whose_fin_came_first_has_time_wait();
    void while_a_send_is_under_way_it_is_open();
    void an_end_of_file_may_be_this_sides_own();
    void a_reset_that_is_met_early_is_the_closing_ends();
    void an_end_is_traced_to_a_call_that_returns_later_data();
    void an_end_is_traced_to_a_call_that_returns_later();
    void a_send_beside_a_close_is_not_told_as_later();
    void what_is_sent_after_the_end_was_told_makes_no_reset_of_it();
    void of_another_program_it_is_open_data();
    void of_another_program_it_is_open();
};

// What the close() that is the last event sends, and what the other end, if it is there, has got by then.
void EndingsTest::what_the_last_close_sends_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<int>("sends");
    QTest::addColumn<int>("why");
    QTest::addColumn<bool>("shut");
    QTest::addColumn<bool>("reset");
    const auto row = [](const char *name, Build build, Ending::Sends sends, Ending::Why why, bool shut, bool reset) {
        QTest::newRow(name) << build << int(sends) << int(why) << shut << reset;
    };
    row("all was read", [](Pair &p) { p.send(p.one, 3); p.call(p.server, Call::recv, 3, 9); p.call(p.server, Call::close); },
        Ending::fin, Ending::closed, true, false);
    row("bytes unread", [](Pair &p) { p.send(p.one, 3); p.call(p.server, Call::recv, 2, 2); p.call(p.server, Call::close); },
        Ending::reset, Ending::unread, false, true);
    row("bytes come while it closes", [](Pair &p) { p.send(p.one, 3); p.call(p.server, Call::close).begin -= 25; },
        Ending::either, Ending::closed, false, false);
    row("lingers 0 s", [](Pair &p) { p.linger(p.one); p.call(p.one, Call::close); }, Ending::reset, Ending::lingers, false, true);
    row("lingers 5 s", [](Pair &p) { p.linger(p.one, 5); p.call(p.one, Call::close); }, Ending::fin, Ending::closed, true, false);
    row("half-closed before", [](Pair &p) { p.shut(p.one); p.call(p.one, Call::close); }, Ending::nothing, Ending::was_shut, true, false);
    row("half-closed before, unread", [](Pair &p) { p.send(p.server, 1); p.shut(p.one); p.call(p.one, Call::close); },
        Ending::reset, Ending::unread, true, true);
    row("half-closed before, lingers 0 s", [](Pair &p) { p.linger(p.one); p.shut(p.one); p.call(p.one, Call::close); },
        Ending::reset, Ending::lingers, true, true);
    row("both half-closed, unread", [](Pair &p) { p.send(p.one, 1); p.shut(p.one); p.shut(p.server); p.call(p.server, Call::close); },
        Ending::nothing, Ending::was_over, true, false);
    row("both half-closed, lingers 0 s", [](Pair &p) { p.linger(p.server); p.shut(p.one); p.shut(p.server); p.call(p.server, Call::close); },
        Ending::nothing, Ending::was_over, true, false);
    row("the other half-closed", [](Pair &p) { p.shut(p.one); p.call(p.server, Call::close); }, Ending::fin, Ending::closed, true, false);
    row("the other half-closed, unread", [](Pair &p) { p.send(p.one, 1); p.shut(p.one); p.call(p.server, Call::close); },
        Ending::reset, Ending::unread, false, true);
    row("reset by the other", [](Pair &p) { p.linger(p.one); p.call(p.one, Call::close); p.call(p.server, Call::close); },
        Ending::nothing, Ending::was_reset, false, false);
    row("recv() has told of a reset", [](Pair &p) { p.call(p.server, Call::recv, -1, 9); p.call(p.server, Call::close); },
        Ending::nothing, Ending::was_reset, false, false);
    row("send() has told of a reset", [](Pair &p) { p.call(p.server, Call::send, -1, 9).error = EPIPE; p.call(p.server, Call::close); },
        Ending::nothing, Ending::was_reset, false, false);
    row("EPIPE after its own shutdown()", [](Pair &p) {
        p.shut(p.server);
        p.call(p.server, Call::send, -1, 9).error = EPIPE;
        p.call(p.server, Call::close);
    }, Ending::nothing, Ending::was_shut, true, false);
    row("poll() has told of a reset", [](Pair &p) {
        p.linger(p.one);
        p.now += 20;
        p.builder.lines_after(p.now, "-110..0 server poll({4:POLLIN}, 1) = 1 {4:POLLIN|POLLERR|POLLHUP}");
        p.call(p.server, Call::close);
    }, Ending::nothing, Ending::was_reset, false, false);
    row("after a send in vain", [](Pair &p) { p.call(p.one, Call::close); p.send(p.server, 3); p.call(p.server, Call::close); },
        Ending::nothing, Ending::was_reset, false, false);
}

void EndingsTest::what_the_last_close_sends()
{
    QFETCH(Build, build);
    QFETCH(int, sends);
    QFETCH(int, why);
    QFETCH(bool, shut);
    QFETCH(bool, reset);
    Pair pair;
    build(pair);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const size_t last = trace.events().size() - 1;
    const auto endings = replay.endings(last);
    QCOMPARE(endings.size(), size_t(1));
    QCOMPARE(int(endings[0].sends), sends);
    QCOMPARE(int(endings[0].why), why);
    const bool by_server = trace.events()[last].thread == pair.server;
    const World world = replay.at(replay.step(last));
    if (const replay::Socket *other = world.socket(by_server ? pair.one : pair.server, by_server ? 3 : 4)) {
        QCOMPARE(other->peer_shut, shut);
        QCOMPARE(other->reset, reset);
        QVERIFY(other->peer_closed);
    }
}

void EndingsTest::a_send_to_a_closed_end_is_answered_by_a_reset()
{
    for (const bool only_shut : {false, true}) {
        Pair pair;
        pair.send(pair.one, 2);
        if (only_shut)
            pair.shut(pair.one, SHUT_RDWR);
        else
            pair.call(pair.one, Call::close);
        const int64_t before = pair.now;
        pair.send(pair.server, 3);
        const trace::Trace trace = pair.builder.trace();
        const Replay replay(trace);
        const World open = replay.at(replay.at_time(before)), gone = replay.at(replay.last());
        QVERIFY(open.socket(pair.server, 4)->peer_shut && !open.socket(pair.server, 4)->reset);
        QVERIFY(gone.socket(pair.server, 4)->reset);
        QCOMPARE(gone.socket(pair.server, 4)->receive_bytes, std::optional<int64_t>(2)); // stays to be read
        QCOMPARE(gone.socket(pair.server, 4)->arriving, int64_t(0));
        QVERIFY(!only_shut || gone.socket(pair.one, 3)->reset);
        const auto endings = replay.endings(find(trace, pair.server, Call::send));
        QCOMPARE(endings.size(), size_t(1));
        QCOMPARE(endings[0].why, Ending::nobody);
        QCOMPARE(endings[0].bytes, int64_t(3));
    }
}

void EndingsTest::a_reset_leaves_what_has_come_data()
{
    QTest::addColumn<Build>("build");
    QTest::addColumn<int>("surely");
    QTest::addColumn<int>("perhaps");
    const auto row = [](const char *name, Build build, int surely, int perhaps) { QTest::newRow(name) << build << surely << perhaps; };
    row("what was sent first", [](Pair &p) { p.send(p.one, 3); p.linger(p.one); p.call(p.one, Call::close); }, 3, 3);
    // Nagle's algorithm may have kept it back: of 3,000 sends of a byte 17 bytes had come.
    row("what was sent later, perhaps", [](Pair &p) { p.send(p.one, 3); p.send(p.one, 4); p.linger(p.one); p.call(p.one, Call::close); }, 3, 7);
    row("more than fits", [](Pair &p) { p.send(p.one, 4'000'000); p.linger(p.one); p.call(p.one, Call::close); }, 1024, 4'000'000);
    row("what was not read", [](Pair &p) {
        p.send(p.one, 3);
        p.call(p.server, Call::recv, 2, 2);
        p.linger(p.one);
        p.call(p.one, Call::close);
    }, 1, 1);
    row("nothing once recv() has told", [](Pair &p) {
        p.send(p.one, 3);
        p.linger(p.one);
        p.call(p.one, Call::close);
        p.call(p.server, Call::recv, -1, 9);
    }, 0, 0);
    row("send() has told", [](Pair &p) {
        p.send(p.one, 3);
        p.linger(p.one);
        p.call(p.one, Call::close);
        p.call(p.server, Call::send, -1, 9);
    }, 3, 3);
}

void EndingsTest::a_reset_leaves_what_has_come()
{
    QFETCH(Build, build);
    QFETCH(int, surely);
    QFETCH(int, perhaps);
    Pair pair;
    build(pair);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.last());
    const replay::Socket *socket = world.socket(pair.server, 4);
    QVERIFY(socket && socket->reset);
    QCOMPARE(socket->receive_bytes, std::optional<int64_t>(surely));
    QCOMPARE(socket->arriving, int64_t(perhaps - surely));
}

void EndingsTest::the_queue_of_a_listening_socket_is_reset_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("how");
    QTest::addColumn<bool>("reset");
    QTest::newRow("close") << Call::close << 0 << true;
    QTest::newRow("shutdown") << Call::shutdown << int(SHUT_RDWR) << true;
    QTest::newRow("shutdown of reading") << Call::shutdown << int(SHUT_RD) << true;
    QTest::newRow("shutdown of writing does nothing") << Call::shutdown << int(SHUT_WR) << false;
}

void EndingsTest::the_queue_of_a_listening_socket_is_reset()
{
    QFETCH(Call, call);
    QFETCH(int, how);
    QFETCH(bool, reset);
    Pair pair; // client 1 is accepted
    pair.connect(pair.two, 2000, 50002);
    calls::set(pair.builder.call(pair.server, call, 3000, 3010, 3), "how", how);
    pair.builder.lines("4000..4010 client 2 close(3) = 0");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(3500));
    QCOMPARE(world.socket(pair.two, 3)->reset, reset);
    QVERIFY(!world.socket(pair.one, 3)->reset);
    const auto dropped = replay.endings(find(trace, pair.server, call));
    QCOMPARE(dropped.size(), size_t(reset));
    if (reset)
        QCOMPARE(dropped[0].peer_thread, int(pair.two));
    QCOMPARE(replay.endings(find(trace, pair.two, Call::close)).at(0).sends, reset ? Ending::nothing : Ending::fin);
    QCOMPARE(world.socket(pair.server, 3) ? world.socket(pair.server, 3)->queue.value_or(0) : 0, int64_t(!reset && call != Call::close));
}

// listen(2): it waits there until somebody accepts it, closed or not; and a RST goes out for it.
void EndingsTest::a_closed_client_waits_in_the_queue_all_the_same()
{
    Pair pair;
    pair.connect(pair.two, 2000, 50002);
    pair.builder.lines(R"(
        2500..2510  client 2  close(3) = 0
        3000..3010  server    shutdown(3, SHUT_RDWR) = 0
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(2600)).socket(pair.server, 3)->queue, std::optional<int64_t>(1));
    const auto dropped = replay.endings(find(trace, pair.server, Call::shutdown));
    QCOMPARE(dropped.size(), size_t(1));
    QCOMPARE(dropped[0].why, Ending::in_queue);
    QVERIFY(dropped[0].peer_closed);
}

// recv() returns 0 while another thread of the program is in shutdown(): that tells nothing of the peer, once the call is known.
void EndingsTest::an_end_of_file_may_be_this_sides_own()
{
    Pair pair;
    pair.send(pair.one, 3);
    pair.call(pair.server, Call::recv, 3, 9);
    pair.builder.lines("2000..2500 server recv(4, 9) = 0");
    trace::Trace trace = pair.builder.trace();
    Replay replay(trace);
    QVERIFY(replay.at(replay.at_time(2505)).socket(pair.server, 4)->peer_shut);
    pair.builder.lines(R"(
        2490..2510  control  shutdown(4, SHUT_RDWR) = 0
        2600..2610  server   close(4) = 0
    )");
    replay.extend(trace.append(pair.builder.batch()));
    QVERIFY(!replay.at(replay.at_time(2505)).socket(pair.server, 4)->peer_shut);
    QCOMPARE(replay.endings(find(trace, pair.server, Call::close)).at(0).why, Ending::was_shut);
}

// The kernel sends the RST within close(): the other end may meet it before that returns, while it is still sending.
void EndingsTest::a_reset_that_is_met_early_is_the_closing_ends()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2100  client 1  close(3) = 0
        1500..2050  server    send(4, 300'000) = 200'000
        2060..2070  server    send(4, 100'000) = -1 ECONNRESET
    )");
    const trace::Trace trace = pair.builder.trace();
    QCOMPARE(Replay(trace).endings(find(trace, pair.one, Call::close)).at(0).sends, Ending::reset);
}

// Whoever sleeps wakes before the call that woke him has returned: that call is the one all the same.
void EndingsTest::an_end_is_traced_to_a_call_that_returns_later_data()
{
    QTest::addColumn<Call>("by");
    QTest::addColumn<bool>("many"); // poll() sleeps, then recv() takes; else recv() sleeps
    QTest::addColumn<int>("result");
    QTest::newRow("shutdown, recv") << Call::shutdown << false << 0;
    QTest::newRow("shutdown, poll") << Call::shutdown << true << 0;
    QTest::newRow("close, recv") << Call::close << false << 0;
    QTest::newRow("close, poll") << Call::close << true << 0;
    QTest::newRow("a close that resets, recv") << Call::close << false << -1;
    QTest::newRow("a close that resets, poll") << Call::close << true << -1;
}

void EndingsTest::an_end_is_traced_to_a_call_that_returns_later()
{
    QFETCH(Call, by);
    QFETCH(bool, many);
    QFETCH(int, result);
    Pair pair;
    if (result < 0)
        pair.linger(pair.one);
    pair.builder.lines("5000..5100 client 1 %s = 0", by == Call::shutdown ? "shutdown(3, SHUT_WR)" : "close(3)");
    if (many)
        pair.builder.lines("2000..5040 server poll({4:POLLIN}, 1) = 1 {4:POLLIN}");
    pair.builder.lines(R"(
        %d..5050    server  recv(4, 9) = %s
        5060..5070  server  close(4) = 0
    )", many ? 5045 : 2000, result < 0 ? "-1 ECONNRESET" : "0");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    for (const Call call : many ? std::vector{Call::poll, Call::recv} : std::vector{Call::recv}) {
        const auto phases = replay.phases(find(trace, pair.server, call));
        QVERIFY(!phases.empty());
        QCOMPARE(phases[0].by, std::optional<size_t>(find(trace, pair.one, by)));
        QCOMPARE(phases[0].known, replay::Known::bracketed);
        QCOMPARE(phases[0].earliest, int64_t(5000));
    }
}

// Either close() found it unread, or it came for an end that was closed: a RST in any case.
void EndingsTest::a_send_beside_a_close_is_not_told_as_later()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..2100  server    close(4) = 0
        1990..2150  client 1  send(3, 1) = 1
    )");
    const trace::Trace trace = pair.builder.trace();
    const auto endings = Replay(trace).endings(find(trace, pair.one, Call::send));
    QCOMPARE(endings.size(), size_t(1));
    QVERIFY(endings[0].why == Ending::nobody && endings[0].meanwhile);
}

// close() has sent its FIN, the other end has read it and sends once more, and only then close() returns.
void EndingsTest::what_is_sent_after_the_end_was_told_makes_no_reset_of_it()
{
    Pair pair;
    pair.builder.lines(R"(
        1900..2050  client 1  recv(3, 9) = 0
        2060..2080  client 1  send(3, 5) = 5
        2000..2100  server    close(4) = 0
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.endings(find(trace, pair.server, Call::close)).at(0).sends, Ending::fin);
    const Ending answer = replay.endings(find(trace, pair.one, Call::send)).at(0);
    QVERIFY(answer.sends == Ending::reset && answer.why == Ending::nobody && answer.meanwhile);
    QVERIFY(replay.at(replay.last()).socket(pair.one, 3)->reset);
}

void EndingsTest::whose_fin_came_first_has_time_wait()
{
    Pair pair;
    pair.call(pair.one, Call::close);
    pair.call(pair.server, Call::recv, 0, 9);
    pair.call(pair.server, Call::close);
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    const Ending first = replay.endings(find(trace, pair.one, Call::close)).at(0), second = replay.endings(find(trace, pair.server, Call::close)).at(0);
    QVERIFY(!first.last && second.last && second.time_wait);
    QCOMPARE(second.peer_thread, int(pair.one));

    Pair at_once;
    at_once.call(at_once.one, Call::close);
    at_once.builder.lines_after(at_once.now, "-5..5 server close(4) = 0");
    const trace::Trace together = at_once.builder.trace();
    const Ending later = Replay(together).endings(find(together, at_once.server, Call::close)).at(0);
    QVERIFY(later.last && !later.time_wait);
}

void EndingsTest::while_a_send_is_under_way_it_is_open()
{
    Pair pair;
    pair.builder.lines(R"(
        2000..3000  client 1  send(3, 5) = 5
        2100..2200  server    close(4) = 0
    )");
    const trace::Trace trace = pair.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.endings(find(trace, pair.server, Call::close)).at(0).sends, Ending::either);
    const World open = replay.at(replay.at_time(2500)), after = replay.at(replay.at_time(3000));
    QVERIFY(open.socket(pair.one, 3)->peer_closed && !open.socket(pair.one, 3)->peer_shut && !open.socket(pair.one, 3)->reset);
    QVERIFY(after.socket(pair.one, 3)->reset); // one way or the other
}

void EndingsTest::of_another_program_it_is_open_data()
{
    QTest::addColumn<int>("received"); // what recv() gave; 1: no recv()
    QTest::addColumn<int>("sends");
    QTest::newRow("not told") << 1 << int(Ending::either);
    QTest::newRow("end of file was read") << 0 << int(Ending::fin);
    QTest::newRow("reset was read") << -1 << int(Ending::nothing);
}

void EndingsTest::of_another_program_it_is_open()
{
    QFETCH(int, received);
    QFETCH(int, sends);
    Town town;
    town.builder.lines("1000..1100 server accept(3) = 4 :50009");
    if (received < 1)
        town.builder.lines("1200..1300 server recv(4, 9) = %s", received < 0 ? "-1 ECONNRESET" : "0");
    town.builder.lines("1400..1410 server close(4) = 0");
    const trace::Trace trace = town.builder.trace();
    QCOMPARE(int(Replay(trace).endings(trace.events().size() - 1).at(0).sends), sends);
}

ROOM_TEST(EndingsTest)
#include "endings_test.moc"
