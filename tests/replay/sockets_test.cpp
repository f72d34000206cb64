// SPDX-License-Identifier: MIT
// Sockets at an instant: which end belongs to which, how they close, who shuts them, which belong to other programs.
#include "replay/town.h"
#include "replay/world_text.h"
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
    town.builder.lines(R"(
        1100..1110  server    accept(3) = 4 :50001
        2000..2010  client 1  send(3, 200'000) = 200'000
        2100..2110  server    recv(4, 190'000) = 190'000
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    // The last 10,000 may be in the sender's buffer still.
    QCOMPARE(socket_text(replay, 2110, town.server, 4), "connected :7000-:50001 client 1, 0 bytes, 10000 on the way, 190000 received");
}

void SocketsTest::a_close_in_progress_is_a_fin_only_if_it_will_have_sent_one()
{
    for (const bool unread : {false, true}) {
        Town town;
        town.connect(town.one, 1000, 50001);
        town.builder.lines("1100..1110 server accept(3) = 4 :50001");
        if (unread)
            town.builder.lines("1200..1210 server send(4, 5) = 5");
        town.builder.lines(R"(
            2000..2500  client 1  close(3) = 0
            1900..2100  server    select(5, {4}) = 1 {4}
        )");
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
    town.builder.lines("2000.. client 2 connect(3, :7000)");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_text(replay, 999, town.server, 3), "listening :7000, 0 queued");
    QCOMPARE(socket_text(replay, 1020, town.server, 3), "listening :7000, 0 queued, 1 arriving"); // nothing has ended since it began
    QCOMPARE(socket_text(replay, 1100, town.server, 3), "listening :7000, 1 queued");
    QCOMPARE(socket_text(replay, 2000, town.server, 3), "listening :7000, 1 queued, 1 arriving"); // that one never returned

    Town late; // one is longer under way than another that began later
    for (const uint16_t client : {late.one, late.two})
        late.builder.lines("900..910 %s socket(AF_INET, SOCK_STREAM) = 3", late.builder.name(client));
    late.builder.lines(R"(
        1000..5000  client 2  connect(3, :7000) = 0
        3000..3500  client 1  connect(3, :7000) = 0
    )");
    const trace::Trace longer = late.builder.trace();
    const Replay both(longer);
    QCOMPARE(both.at(both.at_time(2000)).socket(late.server, 3)->arriving, int64_t(1));
    QCOMPARE(both.at(both.at_time(3100)).socket(late.server, 3)->arriving, int64_t(2));
}

void SocketsTest::what_shutdown_makes_ready_is_no_connection()
{
    Town town;
    town.builder.lines(R"(
        2000..2500  control  shutdown(3, SHUT_RDWR) = 0
        1900..2100  server   select(4, {3}) = 1 {3}
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    for (const int64_t time : {2150, 2600})
        QCOMPARE(replay.at(replay.at_time(time)).socket(town.server, 3)->queue, std::optional<int64_t>(0));
}

void SocketsTest::what_tcp_may_have_kept_back_is_not_surely_here()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        1100..1110  server    accept(3) = 4 :50001
        2000..2010  client 1  send(3, 5) = 5
        2020..2030  client 1  send(3, 5) = 5  # the first was acknowledged at once: nothing goes the other way
        2100..2110  server    recv(4, 4096) = 10
        2120..2130  server    send(4, 10) = 10
        2140..2150  client 1  recv(3, 4096) = 10
        3000..3010  client 1  send(3, 5) = 5  # with the answer came the acknowledgement
        3020..3030  client 1  send(3, 7) = 7  # and of this one none
        4000..4010  client 1  shutdown(3, SHUT_WR) = 0  # a FIN takes all along
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto told = [&](int64_t time) { return socket_text(replay, time, town.server, 4); };
    QCOMPARE(told(2010), "connected :7000-:50001 client 1, 5 bytes");
    QCOMPARE(told(2030), "connected :7000-:50001 client 1, 10 bytes");
    QCOMPARE(told(3010), "connected :7000-:50001 client 1, 5 bytes, 10 received, 10 sent");
    QCOMPARE(told(3030), "connected :7000-:50001 client 1, 5 bytes, 7 on the way, 10 received, 10 sent");
    QCOMPARE(told(4010), "connected :7000-:50001 client 1, 12 bytes, 10 received, 10 sent, peer shut");

    Town closes; // as above, and the server closes while what came last may be in the client's send buffer
    closes.connect(closes.one, 1000, 50001);
    closes.builder.lines(R"(
        1100..1110  server    accept(3) = 4 :50001
        1200..1210  server    send(4, 3) = 3
        2000..2010  client 1  send(3, 5) = 5
        2100..2110  server    recv(4, 4096) = 5
        2200..2210  client 1  send(3, 7) = 7
        2300..2310  server    close(4) = 0
    )");
    const trace::Trace closed = closes.builder.trace();
    QCOMPARE(Replay(closed).endings(find(closed, closes.server, Call::close)).at(0).sends, replay::Ending::either);

    Town finds; // a client closes, what its kernel kept back is lost if that is a RST: what select() finds then need be no byte
    finds.connect(finds.one, 1000, 50001);
    finds.builder.lines(R"(
        1100..1110  server    accept(3) = 4 :50001
        1200..1210  client 1  send(3, 3) = 3
        1300..1310  server    recv(4, 4096) = 3
        2000..2010  server    send(4, 5) = 5
        2100..2110  client 1  recv(3, 4096) = 5
        2200..2210  server    send(4, 7) = 7
        2300..2310  client 1  send(3, 4) = 4
        2320..2330  client 1  send(3, 6) = 6
        2340..2350  server    recv(4, 4096) = 4
        2400..2410  client 1  close(3) = 0
        2360..2500  server    select(5, {4}) = 1 {4}
    )");
    const trace::Trace found = finds.builder.trace();
    QCOMPARE(Replay(found).endings(find(found, finds.one, Call::close)).at(0).sends, replay::Ending::either);
    QVERIFY(!Replay(found).at(Replay(found).last()).socket(finds.server, 4)->receive_bytes);

    Town leaves; // a client closes, leaves what came unread, and so destroys what its kernel had kept back
    leaves.connect(leaves.one, 1000, 50001);
    leaves.builder.lines(R"(
        1100..1110  server    accept(3) = 4 :50001
        1200..1210  server    send(4, 3) = 3
        2000..2010  client 1  send(3, 5) = 5
        2020..2030  client 1  send(3, 7) = 7
        2100..2110  client 1  close(3) = 0
    )");
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
    town.builder.lines(R"(
        1100..1110  server    accept(3) = 4 :50001
        2000..2500  client 1  send(3, 5) = 5
        1900..2100  server    select(5, {4}, NULL, NULL, 1) = 1 {4}
        2200..2300  server    recv(4, 3) = 3
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const auto told = [&](int64_t time) { return socket_text(replay, time, town.server, 4); };
    QCOMPARE(told(1950), "connected :7000-:50001 client 1, 0 bytes");
    QCOMPARE(told(2050), "connected :7000-:50001 client 1, 0 bytes, 5 arriving"); // on its way, or there
    QCOMPARE(told(2150), "connected :7000-:50001 client 1, 1 bytes, 4 arriving"); // select() has found some
    QCOMPARE(told(2350), "connected :7000-:50001 client 1, 0 bytes, 2 arriving, 3 received");
    QCOMPARE(told(2550), "connected :7000-:50001 client 1, 2 bytes, 3 received");
}

void SocketsTest::an_answer_is_used_up()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        900..1100   server  select(4, {3}, NULL, NULL, 1) = 1 {3}
        1200..1210  server  accept(3) = 4 :50001
    )");
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
    QCOMPARE(text(trace, *listening), "listening :7000, 0 queued");
    QCOMPARE(listening->since, int64_t(30));
    QVERIFY(!listening->receive_bytes);
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
    town.builder.lines("500..%ld server accept(3) = 4 :50001", accepted);
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    const World world = replay.at(replay.at_time(accepted));
    const Socket *server = world.socket(town.server, 4);
    QVERIFY(server && server->peer >= 0);
    QCOMPARE(text(trace, *server), "connected :7000-:50001 client 1, 0 bytes");
    const Socket &client = world.sockets[size_t(server->peer)];
    QCOMPARE(text(trace, client), "connected :50001-:7000 server, 0 bytes");
    QCOMPARE(client.thread, town.one);
    QCOMPARE(&world.sockets[size_t(client.peer)], server);
    QCOMPARE(world.socket(town.server, 3)->queue, std::optional<int64_t>(0));
}

void SocketsTest::descriptors_and_ports_used_again()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1100..1110  client 1  send(3, 9) = 9  # never read
        1120..1130  client 1  close(3) = 0
        1140..1150  server    close(4) = 0
    )");
    town.connect(town.two, 2000, 50001);
    town.builder.lines(R"(
        1900..2080  server    accept(3) = 4 :50001
        2100..2110  client 2  send(3, 5) = 5
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_text(replay, 1115, town.server, 4), "connected :7000-:50001 client 1, 9 bytes");
    QCOMPARE(socket_text(replay, 1500, town.server, 4), "none");
    QCOMPARE(socket_text(replay, 1500, town.one, 3), "none");
    QCOMPARE(socket_text(replay, 2110, town.server, 4), "connected :7000-:50001 client 2, 5 bytes");
    QCOMPARE(socket_text(replay, 2110, town.two, 3), "connected :50001-:7000 server, 0 bytes, 5 sent");
}

void SocketsTest::a_stranger_with_the_port_before()
{
    Town town;
    town.builder.lines(R"(
        100..500  server  accept(3) = 4 :50001
        600..610  server  close(4) = 0
    )");
    town.connect(town.one, 1000, 50001);
    town.builder.lines("900..1055 server accept(3) = 4 :50001"); // before the client asks for its port
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QVERIFY(replay.at(replay.at_time(550)).socket(town.server, 4)->outside);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->peer_thread, int(town.one));
}

void SocketsTest::one_never_accepted_with_the_port_before()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines("1100..1110 client 1 close(3) = 0");
    town.connect(town.two, 2000, 50001);
    town.builder.lines("1900..2100 server accept(3) = 4 :50001");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(replay.at(replay.last()).socket(town.server, 4)->peer_thread, int(town.two));
}

void SocketsTest::half_closed_then_closed()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        500..1080   server    accept(3) = 4 :50001
        1100..1110  client 1  shutdown(3, SHUT_WR) = 0
        1300..1310  client 1  close(3) = 0
    )");
    const trace::Trace trace = town.builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_text(replay, 1105, town.server, 4), "connected :7000-:50001 client 1, 0 bytes");
    QCOMPARE(socket_text(replay, 1110, town.server, 4), "connected :7000-:50001 client 1, 0 bytes, peer shut");
    QCOMPARE(socket_text(replay, 1110, town.one, 3), "connected :50001-:7000 server, 0 bytes, shut");
    QCOMPARE(socket_text(replay, 1310, town.one, 3), "none");
    QCOMPARE(socket_text(replay, 1310, town.server, 4), "connected :7000-:50001 client 1 gone, 0 bytes, peer shut, peer closed");
}

void SocketsTest::a_thread_takes_its_descriptors_along()
{
    Town town;
    town.connect(town.one, 1000, 50001);
    town.builder.lines(R"(
        500..1080  server    accept(3) = 4 :50001
        1200       client 1  thread_end()
        1300       control   thread_end()  # the server's stay with the server
    )");
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
    town.builder.lines("500..1080 server accept(3) = 4 :50001");
    if (how == 1)
        town.builder.lines("1090..1095 server send(4, 5) = 5");
    if (how == 0)
        town.builder.lines("1100..1110 client 1 setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0");
    if (how != 2)
        town.builder.lines("1200..1210 client 1 close(3) = 0");
    else
        town.builder.lines("1200..1210 server recv(4, 0) = -1 ECONNRESET");
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
    town.builder.lines(R"(
        1000..1010  control  shutdown(3, SHUT_RDWR) = 0
        500..1020   server   accept(3) = -1 EINVAL
        1030..1040  server   close(3) = 0
    )");
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
            town.builder.lines("400..410 server fcntl(3, F_SETFL, O_NONBLOCK) = 0");
        town.builder.lines(R"(
            505..515  control  shutdown(3, SHUT_RDWR) = 0
            500..520  server   accept(3) = -1 EINVAL
        )");
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
        builder.lines(R"(
            10..20  client 1  socket(AF_INET, SOCK_STREAM) = 3
            30..40  client 1  connect(3, :1) = -1 EINPROGRESS
            50..60  client 1  getsockname(3) = 0 :50001
            70..80  client 1  getsockopt(3, SOL_SOCKET, SO_ERROR) = 0 value=%d
        )", refused ? ECONNREFUSED : 0);
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
    town.builder.lines(R"(
        500..1010   server   select(4, {3}) = 1 {3}
        1000..1100  control  shutdown(3, SHUT_RDWR) = 0
        1020..1030  server   close(3) = 0
        1040..1050  server   socket(AF_INET, SOCK_STREAM) = 3
    )");
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
    town.builder.lines(R"(
        980..990    client 1  socket(AF_INET, SOCK_STREAM) = 3
        1000..1050  client 1  connect(3, :7000) = 0
        900..1060   server    accept(3) = 4 :50001
    )");
    trace::Trace trace = town.builder.trace();
    Replay replay(trace);
    QCOMPARE(socket_text(replay, 1060, town.server, 4), "connected :7000-:50001, ? bytes");
    // It says that it has another port: now nobody of ours is left.
    town.builder.lines("1070..1080 client 1 getsockname(3) = 0 :50007");
    replay.extend(trace.append(town.builder.batch()));
    QCOMPARE(socket_text(replay, 1080, town.server, 4), "connected :7000-:50001, ? bytes, outside");
}

void SocketsTest::a_server_outside()
{
    Builder builder;
    const uint16_t client = builder.thread("client 1", recording::Part::client);
    builder.lines(R"(
        10..20  client 1  socket(AF_INET, SOCK_STREAM) = 3
        30..40  client 1  connect(3, :80) = 0
    )");
    const trace::Trace trace = builder.trace();
    const Replay replay(trace);
    QCOMPARE(socket_text(replay, 40, client, 3), "connected :0-:80, ? bytes, outside");
}

ROOM_TEST(SocketsTest)
#include "sockets_test.moc"
