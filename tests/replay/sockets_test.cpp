// SPDX-License-Identifier: MIT
// Sockets at an instant: which end belongs to which, how they close, who shuts them, which belong to other programs.
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

#include <fcntl.h>

using namespace recording;
using replay::Replay;
using replay::Socket;
using replay::SocketState;
using replay::State;
using replay::World;

class SocketsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void roles_and_ports();
    void ends_join_in_either_order_data();
    void ends_join_in_either_order();
    void descriptors_and_ports_used_again();
    void a_stranger_with_the_port_before();
    void one_never_accepted_with_the_port_before();
    void half_closed_then_closed();
    void a_thread_takes_its_descriptors_along();
    void reset_data();
    void reset();
    void control_shuts_the_servers_sockets();
    void a_nonblocking_accept_waits_for_no_shutdown();
    void who_refused_is_nobody();
    void a_shutdown_that_returns_after_close();
    void a_client_not_named_yet_is_not_from_outside();
    void a_server_outside();
    void a_send_in_progress_may_have_arrived();
    void an_answer_is_used_up();
    void a_connect_in_progress_from_its_beginning();
    void what_shutdown_makes_ready_is_no_connection();
    void what_tcp_may_have_kept_back_is_not_surely_here();
    void a_close_in_progress_is_a_fin_only_if_it_will_have_sent_one();
    void what_had_no_room_comes_when_nobody_tells();
};

void SocketsTest::what_had_no_room_comes_when_nobody_tells()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 1100, 1110, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 2000, 2010, 3, 200'000, 200'000);
    town.builder.call(town.server, Call::recv, 2100, 2110, 4, 190'000, 190'000);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.last());
    QCOMPARE(world.socket(town.server, 4)->receive_bytes, std::optional<int64_t>(0)); // the last 10,000 may be in the sender's buffer still
    QCOMPARE(world.socket(town.server, 4)->on_the_way, int64_t(10'000));
}

void SocketsTest::a_close_in_progress_is_a_fin_only_if_it_will_have_sent_one()
{
    for (const bool unread : {false, true}) {
        Town town;
        town.connect(town.one, 1000, 50001);
        town.builder.call(town.server, Call::accept, 1100, 1110, 3, 4, 50001);
        if (unread)
            town.builder.call(town.server, Call::send, 1200, 1210, 4, 5, 5);
        town.builder.call(town.one, Call::close, 2000, 2500, 3);
        town.builder.select(town.server, 1900, 2100, 5, 0, 0b10000, 0b10000);
        const trace::Trace trace = town.builder.trace();
        const Replay replay(trace);
        const World world = replay.at(replay.at_time(2200)); // close() has not returned, and select() has found something
        const Socket *socket = world.socket(town.server, 4);
        QCOMPARE(socket->peer_shut, !unread);
        QCOMPARE(socket->receive_bytes.has_value(), !unread);
        QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->reset, unread);
    }
}

void SocketsTest::a_connect_in_progress_from_its_beginning()
{
    Town town;
    town.connect(town.one, 1000, 50001); // connect() from 1000 on
    town.builder.in_flight(town.two, Call::connect, 2000, 3, 7000);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto queue = [&](int64_t time) {
        const World world = replay.at(replay.at_time(time));
        const Socket *listening = world.socket(town.server, 3);
        return std::pair(*listening->queue, listening->arriving);
    };
    QCOMPARE(queue(999), std::pair(int64_t(0), int64_t(0)));
    QCOMPARE(queue(1020), std::pair(int64_t(0), int64_t(1))); // nothing has ended since it began
    QCOMPARE(queue(1100), std::pair(int64_t(1), int64_t(0)));
    QCOMPARE(queue(2000), std::pair(int64_t(1), int64_t(1))); // that one never returned

    Town late; // one is longer under way than another that began later
    for (const uint16_t client : {late.one, late.two})
        late.builder.call(client, Call::socket, 900, 910, -1, 3).flags = SOCK_STREAM;
    late.builder.call(late.two, Call::connect, 1000, 5000, 3, 0, 7000);
    late.builder.call(late.one, Call::connect, 3000, 3500, 3, 0, 7000);
    const trace::Trace longer = late.builder.trace();
    const Replay both(longer);
    QCOMPARE(both.at(both.at_time(2000)).socket(late.server, 3)->arriving, int64_t(1));
    QCOMPARE(both.at(both.at_time(3100)).socket(late.server, 3)->arriving, int64_t(2));
}

void SocketsTest::what_shutdown_makes_ready_is_no_connection()
{
    Town town;
    town.builder.call(town.control, Call::shutdown, 2000, 2500, 3).flags = SHUT_RDWR;
    town.builder.select(town.server, 1900, 2100, 4, 0, 0b1000, 0b1000);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    for (const int64_t time : {2150, 2600})
        QCOMPARE(replay.at(replay.at_time(time)).socket(town.server, 3)->queue, std::optional<int64_t>(0));
}

void SocketsTest::what_tcp_may_have_kept_back_is_not_surely_here()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 1100, 1110, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 2000, 2010, 3, 5, 5);
    town.builder.call(town.one, Call::send, 2020, 2030, 3, 5, 5); // the first was acknowledged at once: nothing goes the other way
    town.builder.call(town.server, Call::recv, 2100, 2110, 4, 10, 4096);
    town.builder.call(town.server, Call::send, 2120, 2130, 4, 10, 10);
    town.builder.call(town.one, Call::recv, 2140, 2150, 3, 10, 4096);
    town.builder.call(town.one, Call::send, 3000, 3010, 3, 5, 5); // with the answer came the acknowledgement
    town.builder.call(town.one, Call::send, 3020, 3030, 3, 7, 7); // and of this one none
    town.builder.call(town.one, Call::shutdown, 4000, 4010, 3).flags = SHUT_WR; // a FIN takes all along
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto bytes = [&](int64_t time) {
        const World world = replay.at(replay.at_time(time));
        const Socket *socket = world.socket(town.server, 4);
        return std::tuple(*socket->receive_bytes, socket->arriving, socket->on_the_way);
    };
    using Bytes = std::tuple<int64_t, int64_t, int64_t>;
    QVERIFY(bytes(2010) == Bytes(5, 0, 0));
    QVERIFY(bytes(2030) == Bytes(10, 0, 0));
    QVERIFY(bytes(3010) == Bytes(5, 0, 0));
    QVERIFY(bytes(3030) == Bytes(5, 0, 7));
    QVERIFY(bytes(4010) == Bytes(12, 0, 0));

    Town closes; // as above, and the server closes while what came last may be in the client's send buffer
    closes.connect(closes.one, 1000, 50001);
    closes.builder.call(closes.server, Call::accept, 1100, 1110, 3, 4, 50001);
    closes.builder.call(closes.server, Call::send, 1200, 1210, 4, 3, 3);
    closes.builder.call(closes.one, Call::send, 2000, 2010, 3, 5, 5);
    closes.builder.call(closes.server, Call::recv, 2100, 2110, 4, 5, 4096);
    closes.builder.call(closes.one, Call::send, 2200, 2210, 3, 7, 7);
    closes.builder.call(closes.server, Call::close, 2300, 2310, 4);
    const trace::Trace closed = closes.builder.trace();
    QCOMPARE(Replay(closed).endings(find(closed, closes.server, Call::close)).at(0).sends, replay::Ending::either);

    Town finds; // a client closes, what its kernel kept back is lost if that is a RST: what select() finds then need be no byte
    finds.connect(finds.one, 1000, 50001);
    finds.builder.call(finds.server, Call::accept, 1100, 1110, 3, 4, 50001);
    finds.builder.call(finds.one, Call::send, 1200, 1210, 3, 3, 3);
    finds.builder.call(finds.server, Call::recv, 1300, 1310, 4, 3, 4096);
    finds.builder.call(finds.server, Call::send, 2000, 2010, 4, 5, 5);
    finds.builder.call(finds.one, Call::recv, 2100, 2110, 3, 5, 4096);
    finds.builder.call(finds.server, Call::send, 2200, 2210, 4, 7, 7);
    finds.builder.call(finds.one, Call::send, 2300, 2310, 3, 4, 4);
    finds.builder.call(finds.one, Call::send, 2320, 2330, 3, 6, 6);
    finds.builder.call(finds.server, Call::recv, 2340, 2350, 4, 4, 4096);
    finds.builder.call(finds.one, Call::close, 2400, 2410, 3);
    finds.builder.select(finds.server, 2360, 2500, 5, 0, 0b10000, 0b10000);
    const trace::Trace found = finds.builder.trace();
    QCOMPARE(Replay(found).endings(find(found, finds.one, Call::close)).at(0).sends, replay::Ending::either);
    QVERIFY(!Replay(found).at(Replay(found).last()).socket(finds.server, 4)->receive_bytes);

    Town leaves; // a client closes, leaves what came unread, and so destroys what its kernel had kept back
    leaves.connect(leaves.one, 1000, 50001);
    leaves.builder.call(leaves.server, Call::accept, 1100, 1110, 3, 4, 50001);
    leaves.builder.call(leaves.server, Call::send, 1200, 1210, 4, 3, 3);
    leaves.builder.call(leaves.one, Call::send, 2000, 2010, 3, 5, 5);
    leaves.builder.call(leaves.one, Call::send, 2020, 2030, 3, 7, 7);
    leaves.builder.call(leaves.one, Call::close, 2100, 2110, 3);
    const trace::Trace left = leaves.builder.trace();
    const Replay later(left);
    const World end = later.at(later.last());
    const Socket *socket = end.socket(leaves.server, 4);
    QVERIFY(socket && (!socket->receive_bytes || (*socket->receive_bytes == 5 && socket->on_the_way + socket->arriving == 7)));
}

void SocketsTest::a_send_in_progress_may_have_arrived()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 1100, 1110, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 2000, 2500, 3, 5, 5);
    town.builder.select(town.server, 1900, 2100, 5, 0, 0b10000, 0b10000, 1);
    town.builder.call(town.server, Call::recv, 2200, 2300, 4, 3, 3);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto bytes = [&](int64_t time) {
        const World world = replay.at(replay.at_time(time));
        const Socket *socket = world.socket(town.server, 4);
        return std::pair(socket->receive_bytes.value(), socket->arriving);
    };
    QCOMPARE(bytes(1950), std::pair(int64_t(0), int64_t(0)));
    QCOMPARE(bytes(2050), std::pair(int64_t(0), int64_t(5))); // on its way, or there
    QCOMPARE(bytes(2150), std::pair(int64_t(1), int64_t(4))); // select() has found some
    QCOMPARE(bytes(2350), std::pair(int64_t(0), int64_t(2))); // three have been read
    QCOMPARE(bytes(2550), std::pair(int64_t(2), int64_t(0)));
}

void SocketsTest::an_answer_is_used_up()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.select(town.server, 900, 1100, 4, 0, 0b1000, 0b1000, 1);
    town.builder.call(town.server, Call::accept, 1200, 1210, 3, 4, 50001);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto answer = [&](int64_t time) { return replay.at(replay.at_time(time)).selections.at(0).sets[0]; };
    QVERIFY(answer(1150).answered.test(3) && answer(1150).unused.test(3));
    QVERIFY(answer(1205).unused.test(3));
    QVERIFY(answer(1250).answered.test(3) && !answer(1250).unused.test(3));
}

void SocketsTest::roles_and_ports()
{
    Town town;
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.step(0)).sockets.size(), size_t(1));
    QCOMPARE(replay.at(replay.step(0)).sockets[0].role, SocketState::fresh);
    const World world = replay.at(replay.step(2));
    const Socket *listening = world.socket(town.server, 3);
    QVERIFY(listening);
    QCOMPARE(listening->role, SocketState::listening);
    QCOMPARE(listening->local_port, uint16_t(7000));
    QCOMPARE(listening->queue, std::optional<int64_t>(0));
    QVERIFY(!listening->receive_bytes);
    QCOMPARE(listening->since, int64_t(30));
    QVERIFY(!world.socket(town.server, 4));
    QVERIFY(!world.socket(town.one, 3));
    QCOMPARE(world.socket(town.control, 3), listening); // a thread of the same program
}

void SocketsTest::ends_join_in_either_order_data()
{
    QTest::addColumn<int64_t>("accepted"); // when accept() returns; connect() does at 1050, getsockname() at 1070
    QTest::newRow("before connect() returns") << int64_t(1030);
    QTest::newRow("before the client asks for its port") << int64_t(1055);
    QTest::newRow("long after") << int64_t(5000);
}

void SocketsTest::ends_join_in_either_order()
{
    QFETCH(int64_t, accepted);
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, accepted, 3, 4, 50001);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(accepted));
    const Socket *server = world.socket(town.server, 4);
    QVERIFY(server);
    QCOMPARE(server->role, SocketState::connected);
    QCOMPARE(server->local_port, uint16_t(7000));
    QCOMPARE(server->peer_port, uint16_t(50001));
    QCOMPARE(server->peer_thread, int(town.one));
    QVERIFY(!server->outside);
    QCOMPARE(server->receive_bytes, std::optional<int64_t>(0));
    QVERIFY(server->peer >= 0);
    const Socket &client = world.sockets[size_t(server->peer)];
    QCOMPARE(client.thread, town.one);
    QCOMPARE(client.role, SocketState::connected);
    QCOMPARE(client.local_port, uint16_t(50001));
    QCOMPARE(&world.sockets[size_t(client.peer)], server);
    QCOMPARE(world.socket(town.server, 3)->queue, std::optional<int64_t>(0));
}

void SocketsTest::descriptors_and_ports_used_again()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    town.builder.call(town.one, Call::send, 1100, 1110, 3, 9, 9); // never read
    town.builder.call(town.one, Call::close, 1120, 1130, 3);
    town.builder.call(town.server, Call::close, 1140, 1150, 4);
    town.connect(town.two, 2000, 50001);
    town.builder.call(town.server, Call::accept, 1900, 2080, 3, 4, 50001);
    town.builder.call(town.two, Call::send, 2100, 2110, 3, 5, 5);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World first = replay.at(replay.at_time(1115));
    QCOMPARE(first.socket(town.server, 4)->peer_thread, int(town.one));
    QCOMPARE(first.socket(town.server, 4)->receive_bytes, std::optional<int64_t>(9));
    QVERIFY(!replay.at(replay.at_time(1500)).socket(town.server, 4));
    QVERIFY(!replay.at(replay.at_time(1500)).socket(town.one, 3));
    const World second = replay.at(replay.last());
    QCOMPARE(second.socket(town.server, 4)->peer_thread, int(town.two));
    QCOMPARE(second.socket(town.server, 4)->receive_bytes, std::optional<int64_t>(5));
    QCOMPARE(second.socket(town.two, 3)->sent, int64_t(5));
}

void SocketsTest::a_stranger_with_the_port_before()
{
    Town town;
    town.builder.call(town.server, Call::accept, 100, 500, 3, 4, 50001);
    town.builder.call(town.server, Call::close, 600, 610, 4);
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 900, 1055, 3, 4, 50001); // before the client asks for its port
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QVERIFY(replay.at(replay.at_time(550)).socket(town.server, 4)->outside);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->peer_thread, int(town.one));
}

void SocketsTest::one_never_accepted_with_the_port_before()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.one, Call::close, 1100, 1110, 3);
    town.connect(town.two, 2000, 50001);
    town.builder.call(town.server, Call::accept, 1900, 2100, 3, 4, 50001);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->peer_thread, int(town.two));
}

void SocketsTest::half_closed_then_closed()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    town.builder.call(town.one, Call::shutdown, 1100, 1110, 3).flags = SHUT_WR;
    town.builder.call(town.one, Call::close, 1300, 1310, 3);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QVERIFY(!replay.at(replay.at_time(1105)).socket(town.server, 4)->peer_shut);
    const World half = replay.at(replay.at_time(1110));
    QVERIFY(half.socket(town.server, 4)->peer_shut);
    QVERIFY(!half.socket(town.server, 4)->shut);
    QVERIFY(half.socket(town.one, 3)->shut);
    const World closed = replay.at(replay.last());
    QVERIFY(!closed.socket(town.one, 3));
    QCOMPARE(closed.socket(town.server, 4)->peer, -1);
    QCOMPARE(closed.socket(town.server, 4)->peer_thread, int(town.one));
    QVERIFY(closed.socket(town.server, 4)->peer_shut);
    QVERIFY(!closed.socket(town.server, 4)->reset);
}

void SocketsTest::a_thread_takes_its_descriptors_along()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    town.builder.call(town.one, Call::thread_end, 1200, 1200);
    town.builder.call(town.control, Call::thread_end, 1300, 1300); // the server's stay with the server
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.last());
    QVERIFY(!world.socket(town.one, 3));
    QVERIFY(world.socket(town.server, 4)->peer_shut);
    QVERIFY(world.socket(town.server, 3));
}

void SocketsTest::reset_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("SO_LINGER") << 0;
    QTest::newRow("closed with bytes unread") << 1;
    QTest::newRow("recv() told of it") << 2;
}

void SocketsTest::reset()
{
    QFETCH(int, how);
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.call(town.server, Call::accept, 500, 1080, 3, 4, 50001);
    if (how == 1)
        town.builder.call(town.server, Call::send, 1090, 1095, 4, 5, 5);
    if (how == 0)
        town.builder.call(town.one, Call::setsockopt, 1100, 1110, 3, 0, 1).flags = SOL_SOCKET << 16 | SO_LINGER;
    if (how != 2)
        town.builder.call(town.one, Call::close, 1200, 1210, 3);
    else
        town.builder.failed(town.server, Call::recv, 1200, 1210, 4, ECONNRESET);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QVERIFY(!replay.at(replay.at_time(1205)).socket(town.server, 4)->reset);
    const World world = replay.at(replay.last());
    QVERIFY(world.socket(town.server, 4)->reset);
    QVERIFY(!world.socket(town.server, 4)->peer_shut);
}

void SocketsTest::control_shuts_the_servers_sockets()
{
    Town town;
    town.builder.call(town.control, Call::shutdown, 1000, 1010, 3).flags = SHUT_RDWR;
    town.builder.failed(town.server, Call::accept, 500, 1020, 3, EINVAL);
    town.builder.call(town.server, Call::close, 1030, 1040, 3);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.at_time(900)).threads[town.server].state, State::asleep);
    const World shut = replay.at(replay.at_time(1010));
    QVERIFY(shut.socket(town.server, 3)->shut);
    QCOMPARE(shut.threads[town.server].state, State::running);
    QVERIFY(replay.at(replay.last()).sockets.empty());
}

void SocketsTest::a_nonblocking_accept_waits_for_no_shutdown()
{
    for (const bool nonblocking : {false, true}) {
        Town town;
        if (nonblocking)
            town.builder.call(town.server, Call::fcntl, 400, 410, 3, 0, O_NONBLOCK).flags = F_SETFL;
        town.builder.call(town.control, Call::shutdown, 505, 515, 3).flags = SHUT_RDWR;
        town.builder.failed(town.server, Call::accept, 500, 520, 3, EINVAL);
        const trace::Trace trace = town.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.phases(find(trace, town.server, Call::accept)).empty(), nonblocking);
    }
}

// connect() was not waited for, and SO_ERROR tells that nobody listens there: there is no other program.
void SocketsTest::who_refused_is_nobody()
{
    for (const bool refused : {false, true}) {
        Builder builder;
        const uint16_t client = builder.thread("client 1", recording::Part::client);
        builder.call(client, Call::socket, 10, 20, -1, 3).flags = SOCK_STREAM;
        builder.failed(client, Call::connect, 30, 40, 3, EINPROGRESS).length = 1;
        builder.call(client, Call::getsockname, 50, 60, 3, 0, 50001);
        builder.call(client, Call::getsockopt, 70, 80, 3, 0, refused ? ECONNREFUSED : 0).flags = SOL_SOCKET << 16 | SO_ERROR;
        const trace::Trace trace = builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(65)).socket(client, 3)->outside, !refused);
        QCOMPARE(replay.at(replay.last()).socket(client, 3)->outside, !refused);
        QCOMPARE(replay.at(replay.last()).socket(client, 3)->role, refused ? SocketState::fresh : SocketState::connected);
    }
}

void SocketsTest::a_shutdown_that_returns_after_close()
{
    Town town;
    town.builder.select(town.server, 500, 1010, 4, 0, 0x8, 0x8);
    town.builder.call(town.control, Call::shutdown, 1000, 1100, 3).flags = SHUT_RDWR;
    town.builder.call(town.server, Call::close, 1020, 1030, 3);
    town.builder.call(town.server, Call::socket, 1040, 1050, -1, 3).flags = SOCK_STREAM;
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto phases = replay.phases(find(trace, town.server, Call::select));
    QCOMPARE(phases.size(), size_t(1));
    QCOMPARE(phases[0].earliest, int64_t(1000));
    QCOMPARE(phases[0].known, replay::Known::bracketed);
    QVERIFY(!replay.at(replay.last()).socket(town.server, 3)->shut); // that is another one
}

void SocketsTest::a_client_not_named_yet_is_not_from_outside()
{
    Town town;
    town.builder.call(town.one, Call::socket, 980, 990, -1, 3).flags = SOCK_STREAM;
    town.builder.call(town.one, Call::connect, 1000, 1050, 3, 0, 7000);
    town.builder.call(town.server, Call::accept, 900, 1060, 3, 4, 50001);
    trace::Trace trace = town.builder.trace();
    Replay replay(trace);
    QVERIFY(!replay.at(replay.last()).socket(town.server, 4)->outside);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->peer, -1);
    QVERIFY(!replay.at(replay.last()).socket(town.server, 4)->receive_bytes);
    // It says that it has another port: now nobody of ours is left.
    town.builder.call(town.one, Call::getsockname, 1070, 1080, 3, 0, 50007);
    replay.extend(trace.append(town.builder.batch()));
    QVERIFY(replay.at(replay.last()).socket(town.server, 4)->outside);
}

void SocketsTest::a_server_outside()
{
    Builder builder;
    const uint16_t client = builder.thread("client", recording::Part::client);
    builder.call(client, Call::socket, 10, 20, -1, 3).flags = SOCK_STREAM;
    builder.call(client, Call::connect, 30, 40, 3, 0, 80);
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QVERIFY(replay.at(replay.last()).socket(client, 3)->outside);
    QVERIFY(!replay.at(replay.last()).socket(client, 3)->receive_bytes);
}

ROOM_TEST(SocketsTest)
#include "sockets_test.moc"
