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
    town.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1100..1200  client 1  send(3, 100) = 100
        1090..1150  server    recv(4, 30) = 30  # before send() has returned
        1300..1310  server    recv(4, 50) = 50
    )");
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
    town.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1100..1110  client 1  send(3, 8) = 8
        1200..1210  server    recv(4, 8, MSG_PEEK) = 8
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->receive_bytes, std::optional<int64_t>(8));
}

void KernelTest::connections_queue()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.connect(town.two, 2000, 50002);
    town.builder.lines(R"(
        3000..3010  server  accept(3) = 4 :50001
        3020..3030  server  accept(3) = 5 :50002
    )");
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
    town.builder.lines(R"(
        980..990    client 1  socket(AF_INET, SOCK_STREAM) = 3
        1000..1300  client 1  connect(3, :7000) = 0
        1310..1320  client 1  getsockname(3) = 0 :50001
    )");
    town.connect(town.two, 1050, 50002);
    town.builder.lines("1150..1200 server accept(3) = 4 :50001");
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
    town.builder.lines(R"(
        1100..1110  client 2  socket(AF_INET, SOCK_STREAM) = 3
        1200..      client 2  connect(3, :7000)
    )");
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
    town.builder.lines(R"(
        500..510  server  accept(3) = 4 :60001
        600..610  server  ioctl(4, FIONREAD) = 0 value=3
        700..710  server  recv(4, 2) = 2
    )");
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
    town.builder.lines(R"(
        1100..1110  server  observed_socket(receive_bytes=0, accept_queue=2, local_port=:7000)  # one of ours, one other
        1200..1210  server  accept(3) = 4 :50001
        1220..1230  server  accept(3) = 5 :60001
        1300..1310  server  observed_socket(receive_bytes=12, local_port=:7000, peer_port=:60001)
        1400..1410  server  recv(5, 7) = 7
        1500..1510  server  recv(5, 7) = 7
        1600..1610  server  recv(5, 7) = 0
    )");
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
    town.builder.lines("1020..1030 server observed_socket(receive_bytes=0, accept_queue=1, local_port=:7000)"); // connect() has not returned
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue, std::optional<int64_t>(1));
    QCOMPARE(replay.at(replay.last()).socket(town.server, 3)->queue_known, Known::derived);
}

void KernelTest::a_connection_found_before_its_connect_returns()
{
    Town town;
    town.builder.lines(R"(
        900..1025   server    select(4, {3}) = 1 {3}
        1016..1018  client 2  close(9) = -1 EBADF  # something that is complete while connect() lasts
    )");
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
    town.builder.lines("%ld..%ld server observed_socket(%d, %ld, %d, :7000, :%d)", begin, end, bytes, unsent, connections, peer);
}

} // namespace

// What was seen was so at some moment of the look: before recv() took it, or after.
void KernelTest::bytes_taken_while_they_were_looked_at()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines("1200..1210 server accept(3) = 4 :60001");
    look(town, 1300, 1350, 60001, 10);
    look(town, 1400, 1500, 60001, 10);
    town.builder.lines("1410..1420 server recv(4, 4096) = 7");
    look(town, 1600, 1700, 60001, 3);
    town.builder.lines("1690..1710 server recv(4, 4096) = 3");
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
    town.builder.lines("1020..1030 server accept(3) = 4 :50001");
    look(town, 1010, 1040, 0, 0, 1);
    town.connect(town.two, 1080, 50002);
    look(town, 1060, 1100, 0, 0, 1); // while connect() goes on: that one
    town.builder.lines("1200..1210 server accept(3) = 5 :50002");
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
    town.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1100..1200  client 1  send(3, 3'000'000) = 3'000'000
    )");
    look(town, 1300, 1350, 50001, 127'973);
    town.builder.lines(R"(
        1400..1410  server  recv(4, 100'000) = 100'000
        1500..1510  server  recv(4, 3'000'000) = 2'899'999
    )");
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
    town.builder.lines("1200..1210 server accept(3) = 4 :60001");
    look(town, 1300, 1350, 60001, 0);
    town.builder.lines(R"(
        1400..1500  server  select(5, {3, 4}) = 1 {4}
        1600..1610  server  recv(4, 4096) = 3
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto at = [&](int64_t time) { return *replay.at(replay.at_time(time)).socket(town.server, 4); };
    QCOMPARE(at(1350).receive_bytes, std::optional<int64_t>(0));
    QCOMPARE(at(1500).receive_bytes, std::nullopt);
    QCOMPARE(at(1500).receive_known, Known::unknown);

    Town ours;
    ours.connect(ours.one, 1000, 50001);
    ours.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1400..1500  server    select(5, {3, 4}) = 1 {4}
        1450..1550  client 1  close(3) = 0
    )");
    const trace::Trace closed = ours.builder.trace();
    const Replay closing(closed);
    QVERIFY(closing.at(closing.at_time(1500)).socket(ours.server, 4)->peer_shut); // though close() has not returned
}

ROOM_TEST(KernelTest)
#include "kernel_test.moc"
