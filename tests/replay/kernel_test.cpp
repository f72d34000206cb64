// SPDX-License-Identifier: MIT
// What waits in the kernel at an instant: bytes to be read and connections to be accepted, derived and observed.
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <sys/ioctl.h>

using namespace recording;
using replay::Known;
using replay::Replay;
using replay::Socket;
using replay::SocketState;
using replay::State;
using replay::World;

class KernelTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void bytes_wait_between_send_and_recv();
    void a_look_ahead_takes_nothing();
    void connections_queue();
    void accepted_before_connect_returns();
    void a_full_queue_makes_connect_wait();
    void clients_from_outside();
    void what_the_kernel_has_told_waits();
    void one_of_ours_in_the_queue_observed();
    void a_connection_found_before_its_connect_returns();
    void bytes_taken_while_they_were_looked_at();
    void connections_accepted_while_they_were_looked_at();
    void more_than_the_buffer_holds();
    void what_was_found_ready_is_not_empty();
};

void KernelTest::bytes_wait_between_send_and_recv()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 1100, 1200, 3, 100, 100);
    town.builder.call(town.server, Call::recv, 1090, 1150, 4, 30, 30); // before send() has returned
    town.builder.call(town.server, Call::recv, 1300, 1310, 4, 50, 50);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto waiting = [&](int64_t time) {
        return replay.at(replay.at_time(time)).socket(town.server, 4)->receive_bytes.value();
    };
    QCOMPARE(waiting(1100), int64_t(0));
    QCOMPARE(waiting(1150), int64_t(0));
    QCOMPARE(waiting(1200), int64_t(70));
    QCOMPARE(waiting(1310), int64_t(20));
    const World world = replay.at(replay.last());
    QCOMPARE(world.socket(town.server, 4)->received, int64_t(80));
    QCOMPARE(world.socket(town.server, 4)->receive_known, Known::derived);
}

void KernelTest::a_look_ahead_takes_nothing()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 1100, 1110, 3, 8, 8);
    town.builder.call(town.server, Call::recv, 1200, 1210, 4, 8, 8).flags = MSG_PEEK;
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->receive_bytes, std::optional<int64_t>(8));
}

void KernelTest::connections_queue()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.connect(town.two, 2000, 50002);
    town.builder.call(town.server, Call::accept, 3000, 3010, 3, 4, 50001);
    town.builder.call(town.server, Call::accept, 3020, 3030, 3, 5, 50002);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto queue = [&](int64_t time) {
        return replay.at(replay.at_time(time)).socket(town.server, 3)->queue.value();
    };
    QCOMPARE(queue(500), int64_t(0));
    QCOMPARE(queue(1050), int64_t(1));
    QCOMPARE(queue(2050), int64_t(2));
    QCOMPARE(queue(3010), int64_t(1));
    QCOMPARE(queue(3030), int64_t(0));
    QCOMPARE(replay.at(replay.at_time(2050)).socket(town.server, 3)->queue_known, Known::derived);
}

void KernelTest::accepted_before_connect_returns()
{
    Town town;
    town.builder.call(town.one, Call::socket, 980, 990, -1, 3).flags = SOCK_STREAM;
    town.builder.call(town.one, Call::connect, 1000, 1300, 3, 0, 7000);
    town.builder.call(town.one, Call::getsockname, 1310, 1320, 3, 0, 50001);
    town.connect(town.two, 1050, 50002);
    town.builder.call(town.server, Call::accept, 1150, 1200, 3, 4, 50001);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    // Client 2 is in the queue, client 1 is out of it although its connect() has not returned.
    QCOMPARE(replay.at(replay.at_time(1200)).socket(town.server, 3)->queue, std::optional<int64_t>(1));
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue, std::optional<int64_t>(1));
}

void KernelTest::a_full_queue_makes_connect_wait()
{
    Town town(0);
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.two, Call::socket, 1100, 1110, -1, 3).flags = SOCK_STREAM;
    town.builder.in_flight(town.two, Call::connect, 1200, 3, 7000);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(1010)).threads[town.one].state, State::running);
    const World world = replay.at(replay.last());
    QCOMPARE(world.threads[town.two].state, State::asleep);
    QCOMPARE(world.threads[town.two].known, Known::derived);
    QCOMPARE(world.socket(town.two, 3)->role, SocketState::fresh);
    QVERIFY(world.socket(town.server, 3)->full());
    QCOMPARE(world.socket(town.server, 3)->arriving, int64_t(0)); // more than the backlog and one never wait
}

// Of a client from outside nothing is known, until the program asks with FIONREAD.
void KernelTest::what_the_kernel_has_told_waits()
{
    Town town;
    town.builder.call(town.server, Call::accept, 500, 510, 3, 4, 60001);
    Event &asked = town.builder.call(town.server, Call::ioctl, 600, 610, 4);
    asked.flags = FIONREAD;
    asked.words[0] = 3;
    town.builder.call(town.server, Call::recv, 700, 710, 4, 2, 2);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto there = [&](int64_t time) { return *replay.at(replay.at_time(time)).socket(town.server, 4); };
    QCOMPARE(there(550).receive_bytes, std::optional<int64_t>());
    QCOMPARE(there(650).receive_bytes, std::optional<int64_t>(3));
    QCOMPARE(there(650).receive_known, replay::Known::derived); // by a recorded call, not from outside
    QCOMPARE(there(750).receive_bytes, std::optional<int64_t>(1));
}

void KernelTest::clients_from_outside()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    Event &queue = town.builder.call(town.server, Call::observed_socket, 1100, 1110, 0, 2); // one of ours, one other
    queue.words[0] = 7000;
    town.builder.call(town.server, Call::accept, 1200, 1210, 3, 4, 50001);
    town.builder.call(town.server, Call::accept, 1220, 1230, 3, 5, 60001);
    Event &bytes = town.builder.call(town.server, Call::observed_socket, 1300, 1310, 12, 0);
    bytes.words[0] = 7000;
    bytes.words[1] = 60001;
    town.builder.call(town.server, Call::recv, 1400, 1410, 5, 7, 7);
    town.builder.call(town.server, Call::recv, 1500, 1510, 5, 7, 7);
    town.builder.call(town.server, Call::recv, 1600, 1610, 5, 0, 7);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return replay.at(replay.at_time(time)); };
    QCOMPARE(at(1110).socket(town.server, 3)->queue, std::optional<int64_t>(2));
    QCOMPARE(at(1110).socket(town.server, 3)->queue_known, Known::observed);
    QCOMPARE(at(1210).socket(town.server, 3)->queue, std::optional<int64_t>(1));
    QCOMPARE(at(1230).socket(town.server, 3)->queue, std::optional<int64_t>(0));
    const World accepted = at(1240);
    const Socket *socket = accepted.socket(town.server, 5);
    QVERIFY(socket->outside);
    QCOMPARE(socket->peer, -1);
    QCOMPARE(socket->peer_thread, -1);
    QCOMPARE(socket->peer_port, uint16_t(60001));
    QVERIFY(!socket->receive_bytes);
    QCOMPARE(socket->receive_known, Known::unknown);
    QVERIFY(!accepted.socket(town.server, 4)->outside);
    QCOMPARE(at(1310).socket(town.server, 5)->receive_bytes, std::optional<int64_t>(12));
    QCOMPARE(at(1310).socket(town.server, 5)->receive_known, Known::observed);
    QCOMPARE(at(1410).socket(town.server, 5)->receive_bytes, std::optional<int64_t>(5));
    QCOMPARE(at(1510).socket(town.server, 5)->receive_bytes, std::optional<int64_t>(0));
    QVERIFY(!at(1510).socket(town.server, 5)->peer_shut);
    QVERIFY(at(1610).socket(town.server, 5)->peer_shut);
}

void KernelTest::one_of_ours_in_the_queue_observed()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    // connect() has not returned.
    Event &queue = town.builder.call(town.server, Call::observed_socket, 1020, 1030, 0, 1);
    queue.words[0] = 7000;
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue, std::optional<int64_t>(1));
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue_known, Known::derived);
}

void KernelTest::a_connection_found_before_its_connect_returns()
{
    Town town;
    town.builder.select(town.server, 900, 1025, 4, 0, 0x8, 0x8);
    town.builder.call(town.two, Call::close, 1016, 1018, 9, -1); // something that is complete while connect() lasts
    town.connect(town.one, 1000, 50001);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto listening = [&](int64_t time) { return *replay.at(replay.at_time(time)).socket(town.server, 3); };
    QCOMPARE(listening(1018).queue, std::optional<int64_t>(0)); // none or one
    QCOMPARE(listening(1018).arriving, int64_t(1));
    QCOMPARE(listening(1025).queue, std::optional<int64_t>(1)); // select() has found it
    QCOMPARE(listening(1025).arriving, int64_t(0));
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue, std::optional<int64_t>(1));
}

namespace {

// A look at the server's sockets: of the connection to port `peer` so many bytes; of the listening one, 0, so many connections.
void look(Town &town, int64_t begin, int64_t end, int peer, int bytes, int connections = 0, int64_t unsent = 0)
{
    Event &event = town.builder.call(town.server, Call::observed_socket, begin, end, bytes, connections, unsent);
    event.words[0] = 7000;
    event.words[1] = uint64_t(peer);
}

} // namespace

// What was seen was so at some moment of the look: before recv() took it, or after.
void KernelTest::bytes_taken_while_they_were_looked_at()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 1200, 1210, 3, 4, 60001);
    look(town, 1300, 1350, 60001, 10);
    look(town, 1400, 1500, 60001, 10);
    town.builder.call(town.server, Call::recv, 1410, 1420, 4, 7, 4096);
    look(town, 1600, 1700, 60001, 3);
    town.builder.call(town.server, Call::recv, 1690, 1710, 4, 3, 4096);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto waiting = [&](int64_t time) { return replay.at(replay.at_time(time)).socket(town.server, 4)->receive_bytes; };
    QCOMPARE(waiting(1350), std::optional<int64_t>(10));
    QCOMPARE(waiting(1420), std::optional<int64_t>(3));
    QCOMPARE(waiting(1500), std::optional<int64_t>(3)); // at least
    QCOMPARE(waiting(1700), std::optional<int64_t>(3)); // recv() has not returned
    QCOMPARE(waiting(1710), std::nullopt);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->receive_known, Known::unknown);
}

void KernelTest::connections_accepted_while_they_were_looked_at()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 1020, 1030, 3, 4, 50001);
    look(town, 1010, 1040, 0, 0, 1);
    town.connect(town.two, 1080, 50002);
    look(town, 1060, 1100, 0, 0, 1); // while connect() goes on: that one
    town.builder.call(town.server, Call::accept, 1200, 1210, 3, 5, 50002);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    for (size_t step = 0; step < trace.events().size(); ++step) {
        const World world = replay.at(replay.step(step));
        const Socket *socket = world.socket(town.server, 3);
        QVERIFY(!socket || socket->queue.value_or(0) + socket->arriving <= 1);
        QVERIFY(!socket || socket->queue_known == Known::derived || socket->queue == std::nullopt);
    }
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue, std::optional<int64_t>(0));
}

void KernelTest::more_than_the_buffer_holds()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 1100, 1200, 3, 3'000'000, 3'000'000);
    look(town, 1300, 1350, 50001, 127'973);
    town.builder.call(town.server, Call::recv, 1400, 1410, 4, 100'000, 100'000);
    town.builder.call(town.server, Call::recv, 1500, 1510, 4, 2'899'999, 3'000'000);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return *replay.at(replay.at_time(time)).socket(town.server, 4); };
    QVERIFY(at(1200).receive_bytes.value() < 127'973);
    QCOMPARE(*at(1200).receive_bytes + at(1200).on_the_way, int64_t(3'000'000));
    QCOMPARE(at(1200).arriving, int64_t(0));
    QCOMPARE(at(1350).receive_bytes, std::optional<int64_t>(127'973));
    QCOMPARE(at(1350).receive_known, Known::observed);
    QCOMPARE(*at(1350).receive_bytes + at(1350).on_the_way, int64_t(3'000'000));
    QVERIFY(at(1410).receive_bytes >= 27'973 && at(1410).receive_bytes < 127'973);
    QCOMPARE(*at(1510).receive_bytes + at(1510).on_the_way, int64_t(1)); // it may be in the sender's buffer still
}

// One byte at least, or an end of file: whatever an earlier look has seen.
void KernelTest::what_was_found_ready_is_not_empty()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 1200, 1210, 3, 4, 60001);
    look(town, 1300, 1350, 60001, 0);
    town.builder.select(town.server, 1400, 1500, 5, 0, 0x18, 0x10);
    town.builder.call(town.server, Call::recv, 1600, 1610, 4, 3, 4096);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return *replay.at(replay.at_time(time)).socket(town.server, 4); };
    QCOMPARE(at(1350).receive_bytes, std::optional<int64_t>(0));
    QCOMPARE(at(1500).receive_bytes, std::nullopt);
    QCOMPARE(at(1500).receive_known, Known::unknown);

    Town ours;
    ours.connect(ours.one, 1000, 50001);
    ours.builder.call(ours.server, Call::accept, 500, 1080, 3, 4, 50001);
    ours.builder.select(ours.server, 1400, 1500, 5, 0, 0x18, 0x10);
    ours.builder.call(ours.one, Call::close, 1450, 1550, 3);
    const trace::Trace closed = ours.builder.trace();
    const Replay closing(closed);
    QVERIFY(closing.at(closing.at_time(1500)).socket(ours.server, 4)->peer_shut); // though close() has not returned
}

ROOM_TEST(KernelTest)
#include "kernel_test.moc"
