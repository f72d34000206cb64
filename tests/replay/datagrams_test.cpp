// SPDX-License-Identifier: MIT
// UDP: which send() brought which datagram, what waits in the kernel, the two phases of recvfrom().
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"

#include <QRegularExpression>

#include <cstring>

using namespace recording;
using replay::Known;
using replay::Phase;
using replay::Replay;
using replay::Socket;
using replay::SocketState;
using replay::State;
using replay::World;

namespace {

constexpr int readfds = 0;

// A UDP server at port 7000, descriptor 3, and two clients that have connect()ed theirs, from ports 50001 and 50002.
struct Mail {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server, {"readfds"});
    uint16_t control = builder.thread("control", recording::Part::control);
    uint16_t one = builder.thread("client 1", recording::Part::client);
    uint16_t two = builder.thread("client 2", recording::Part::client);

    Mail()
    {
        builder.lines(R"(
            20..30  server  socket(AF_INET, SOCK_DGRAM) = 3
            40..50  server  bind(3, :0) = 0
            60..70  server  getsockname(3) = 0 :7000
        )");
        for (const auto &[client, port] : {std::pair("client 1", 50001), std::pair("client 2", 50002)}) {
            builder.lines(R"(
                80..82  %s  socket(AF_INET, SOCK_DGRAM) = 3
                84..86  %s  connect(3, :7000) = 0
                88..90  %s  getsockname(3) = 0 :%d
            )", client, client, client, port);
        }
    }
    void send(uint16_t client, int64_t begin, int64_t end, const char *text)
    {
        const size_t bytes = std::strlen(text);
        builder.lines("%ld..%ld %s send(3, %zu) = %zu \"%.8s\"", begin, end, builder.name(client), bytes, bytes, text);
    }
    void recvfrom(int64_t begin, int64_t end, const char *text, int port, const char *asked = "4096")
    {
        builder.lines("%ld..%ld server recvfrom(3, %s) = %zu \"%.8s\" :%d", begin, end, asked, std::strlen(text), text, port);
    }
};

// The kernel's own count.
void dropped(Builder &builder, int64_t time, int count)
{
    builder.lines_after(time, "0..10 server observed_drops(%d, :7000)", count);
}

std::vector<Phase> phases(const trace::Trace &trace, int nth = 0)
{
    return Replay(trace).phases(find(trace, 0, Call::recvfrom, nth));
}

} // namespace

class DatagramsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_the_kernel_has_dropped_is_told_from_when_it_was_seen()
    {
        Mail mail;
        dropped(mail.builder, 200, 2);
        dropped(mail.builder, 300, 5);
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.step(find(trace, mail.two, Call::getsockname))).socket(mail.server, 3)->dropped, 0);
        for (const auto &[nth, count] : {std::pair(0, 2), {1, 5}}) {
            const World world = replay.at(replay.step(find(trace, mail.server, Call::observed_drops, nth)));
            QCOMPARE(world.socket(mail.server, 3)->dropped, count);
            QCOMPARE(world.socket(mail.one, 3)->dropped, 0);
        }
    }

    void roles_ports_and_peers()
    {
        Mail mail;
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(30)).socket(mail.server, 3)->role, SocketState::fresh);
        const World bound = replay.at(replay.at_time(50));
        QCOMPARE(bound.socket(mail.server, 3)->role, SocketState::bound);
        QCOMPARE(bound.socket(mail.server, 3)->local_port, uint16_t(0)); // not told yet
        const World world = replay.at(replay.last());
        const Socket *server = world.socket(mail.server, 3), *client = world.socket(mail.one, 3);
        QVERIFY(server->datagrams && client->datagrams && !server->outside);
        QCOMPARE(server->local_port, uint16_t(7000));
        QCOMPARE(server->peer, -1);
        QCOMPARE(server->peer_thread, -1);
        QCOMPARE(client->role, SocketState::connected);
        QCOMPARE(client->local_port, uint16_t(50001));
        QCOMPARE(client->peer_thread, int(mail.server));
        QCOMPARE(server->queue, std::optional<int64_t>(0));
        QCOMPARE(server->receive_bytes, std::optional<int64_t>(0));
    }

    void arrival_is_bracketed_by_the_senders_send()
    {
        Mail mail;
        mail.send(mail.two, 200, 240, "hello");
        mail.recvfrom(100, 260, "hello", 50002);
        const trace::Trace trace = mail.builder.trace();
        const auto found = phases(trace);
        QCOMPARE(found.size(), size_t(2));
        QCOMPARE(found[0].kind, Phase::wait);
        QCOMPARE(found[0].known, Known::bracketed);
        QCOMPARE(std::pair(found[0].earliest, found[0].latest), std::pair(int64_t(200), int64_t(240)));
        QCOMPARE(found[1].kind, Phase::copy);
        QVERIFY(found[1].with_wake);
        QCOMPARE(found[1].begin, int64_t(240));
        QCOMPARE(found[1].bytes, int64_t(5));
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(150)).threads[mail.server].state, State::asleep);
        QCOMPARE(replay.at(replay.at_time(250)).threads[mail.server].state, State::copying);
        QCOMPARE(totals(replay, replay.last()).rows[mail.server].bytes_in, uint64_t(5));
    }

    void two_senders_are_told_apart_by_their_ports()
    {
        Mail mail;
        mail.send(mail.one, 200, 300, "same");
        mail.send(mail.two, 210, 250, "same");
        mail.recvfrom(100, 280, "same", 50002); // client 2's came first
        mail.recvfrom(290, 310, "same", 50001);
        const trace::Trace trace = mail.builder.trace();
        QCOMPARE(phases(trace)[0].earliest, int64_t(210));
        QCOMPARE(phases(trace, 1)[0].latest, int64_t(300));
    }

    void what_waits()
    {
        Mail mail;
        mail.send(mail.one, 200, 210, "abc");
        mail.send(mail.two, 220, 230, "");
        mail.send(mail.one, 240, 250, "defg");
        mail.recvfrom(300, 310, "abc", 50001);
        mail.recvfrom(320, 330, "", 50002); // an empty datagram is one, too, and no end
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        const auto waiting = [&](int64_t time) {
            const World world = replay.at(replay.at_time(time));
            const Socket *socket = world.socket(mail.server, 3);
            return std::pair(socket->queue.value(), socket->receive_bytes.value());
        };
        QCOMPARE(waiting(205), std::pair(int64_t(0), int64_t(0)));
        QCOMPARE(replay.at(replay.at_time(205)).socket(mail.server, 3)->arriving, int64_t(3));
        QCOMPARE(waiting(215), std::pair(int64_t(1), int64_t(3)));
        QCOMPARE(waiting(260), std::pair(int64_t(3), int64_t(7)));
        QCOMPARE(waiting(310), std::pair(int64_t(2), int64_t(4)));
        QCOMPARE(waiting(330), std::pair(int64_t(1), int64_t(4)));
        QVERIFY(!replay.at(replay.last()).socket(mail.server, 3)->peer_shut);
    }

    void taken_before_send_returns()
    {
        Mail mail;
        mail.send(mail.one, 200, 300, "abc");
        mail.recvfrom(100, 220, "abc", 50001);
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        const World world = replay.at(replay.at_time(250));
        QCOMPARE(world.socket(mail.server, 3)->arriving, int64_t(0));
        QCOMPARE(world.socket(mail.server, 3)->queue, std::optional<int64_t>(0));
        QCOMPARE(phases(trace)[0].latest, int64_t(220));
    }

    void what_does_not_fit_is_lost()
    {
        Mail mail;
        mail.send(mail.one, 200, 210, "0123456789");
        mail.recvfrom(300, 310, "01234567", 50001, "8");
        mail.send(mail.one, 400, 410, "x");
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(310)).socket(mail.server, 3)->receive_bytes, std::optional<int64_t>(0));
        QCOMPARE(replay.at(replay.last()).socket(mail.server, 3)->receive_bytes, std::optional<int64_t>(1));
    }

    // One of three was dropped: the others are not claimed to be what they cannot be.
    void one_that_does_not_agree_is_unknown()
    {
        Mail mail;
        mail.send(mail.one, 200, 210, "one");
        mail.send(mail.one, 220, 230, "two");
        mail.recvfrom(100, 225, "one", 50001);
        mail.recvfrom(226, 260, "other", 50001);
        const trace::Trace trace = mail.builder.trace();
        QCOMPARE(phases(trace)[0].known, Known::bracketed);
        QCOMPARE(phases(trace, 1)[0].known, Known::unknown);
    }

    // After one that was lost an equal one need not be the one that comes next in order.
    void after_a_loss_the_order_is_unknown()
    {
        Mail mail;
        mail.send(mail.one, 200, 210, "first");
        mail.send(mail.one, 220, 230, "same");
        mail.send(mail.one, 240, 250, "same");
        mail.recvfrom(300, 310, "same", 50001);
        mail.send(mail.one, 400, 410, "same");
        mail.recvfrom(320, 420, "same", 50001);
        const trace::Trace trace = mail.builder.trace();
        const auto found = phases(trace, 1);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].kind, Phase::wait);
        QCOMPARE(found[0].known, Known::unknown);
        QVERIFY(!Replay(trace).at(Replay(trace).last()).socket(mail.server, 3)->queue);
    }

    // When the buffer may have been full, datagrams may have been dropped: equal ones could be any of them.
    void a_full_buffer_makes_it_uncertain()
    {
        Mail mail;
        for (int i = 0; i < 300; ++i)
            mail.send(mail.one, 200 + 2 * i, 201 + 2 * i, "x");
        for (int i = 0; i < 200; ++i)
            mail.recvfrom(1000 + 2 * i, 1001 + 2 * i, "x", 50001);
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        QVERIFY(replay.at(replay.at_time(300)).socket(mail.server, 3)->queue.has_value());
        const World world = replay.at(replay.last());
        QVERIFY(!world.socket(mail.server, 3)->queue && !world.socket(mail.server, 3)->receive_bytes);
        QCOMPARE(world.socket(mail.server, 3)->receive_known, Known::unknown);
        QCOMPARE(phases(trace, 150)[0].known, Known::unknown);
    }

    void another_program_sends()
    {
        Mail mail;
        mail.recvfrom(100, 260, "hello", 60001);
        mail.send(mail.one, 300, 310, "x");
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        QVERIFY(replay.at(replay.at_time(200)).socket(mail.server, 3)->queue.has_value());
        QVERIFY(!replay.at(replay.last()).socket(mail.server, 3)->queue);
        QCOMPARE(phases(trace)[0].known, Known::unknown);
    }

    void with_select()
    {
        Mail mail;
        mail.builder.lines("100..260 server select(4, readfds {3}) = 1 {3}");
        mail.send(mail.one, 200, 240, "abc");
        mail.send(mail.two, 205, 230, "de");
        mail.recvfrom(270, 280, "abc", 50001, "4096, MSG_DONTWAIT");
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        const auto found = phases(trace);
        QCOMPARE(found[0].begin, int64_t(100)); // the wait was in select()
        QCOMPARE(found[0].earliest, int64_t(200));
        QCOMPARE(found[1].begin, int64_t(270));
        QVERIFY(!found[1].with_wake);
        // It had waited for whichever came first; of two sent at once, the one whose send() returned first.
        QCOMPARE(replay.phases(find(trace, mail.server, Call::select))[0].latest, int64_t(230));
        QCOMPARE(replay.at(replay.at_time(265)).watch(mail.server, 3), replay::Watch::ready);
        QCOMPARE(replay.at(replay.at_time(285)).watch(mail.server, 3), replay::Watch::no);
    }

    void without_waiting()
    {
        Mail mail;
        mail.send(mail.one, 200, 210, "abc");
        mail.recvfrom(300, 310, "abc", 50001, "4096, MSG_DONTWAIT");
        mail.builder.lines("320..330 server recvfrom(3, 0) = -1 EAGAIN");
        const trace::Trace trace = mail.builder.trace();
        QCOMPARE(phases(trace).size(), size_t(1));
        QCOMPARE(phases(trace)[0].known, Known::measured);
        QCOMPARE(totals(Replay(trace), Replay(trace).last()).rows[mail.server].failed_polls, uint64_t(1));
    }

    void in_flight()
    {
        Mail mail;
        mail.builder.lines("100.. server recvfrom(3, 4096)");
        trace::Trace trace = mail.builder.trace();
        Replay replay(trace);
        QCOMPARE(replay.at(replay.last()).threads[mail.server].state, State::asleep);
        QCOMPARE(replay.at(replay.last()).threads[mail.server].known, Known::unknown); // anybody may have sent to that port
        mail.send(mail.one, 200, 210, "abc");
        mail.builder.lines("100.. server recvfrom(3, 4096)");
        replay.extend(trace.append(mail.builder.batch()));
        QCOMPARE(replay.at(replay.last()).threads[mail.server].state, State::copying);
    }

    void the_reply_comes_to_the_client()
    {
        Mail mail;
        mail.send(mail.two, 200, 240, "abc");
        mail.recvfrom(100, 260, "abc", 50002);
        mail.builder.lines(R"(
            300..340  server    sendto(3, 3, 0, :50002) = 3 "abc"
            250..350  client 2  recv(3, 65536) = 3 "abc"
            400..410  client 2  close(3) = 0
        )");
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.at_time(345)).socket(mail.two, 3)->receive_bytes, std::optional<int64_t>(3));
        const auto found = replay.phases(find(trace, mail.two, Call::recv));
        QCOMPARE(found[0].earliest, int64_t(300));
        QCOMPARE(found[0].known, Known::bracketed);
    }

    // shutdown() of an unconnected socket fails with ENOTCONN and wakes the reader all the same.
    void shutdown_wakes()
    {
        Mail mail;
        mail.builder.lines(R"(
            200..230  control  shutdown(3, SHUT_RDWR) = -1 ENOTCONN
            100..220  server   recvfrom(3, 4096) = 0
        )");
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        const auto found = phases(trace);
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found[0].earliest, int64_t(200));
        QVERIFY(replay.at(replay.last()).socket(mail.server, 3)->shut);
        QCOMPARE(replay.at(replay.last()).socket(mail.server, 3)->queue, std::optional<int64_t>(0));
    }

    void a_tcp_port_of_the_same_number_is_another()
    {
        Mail mail;
        mail.builder.lines(R"(
            100..110  server  socket(AF_INET, SOCK_STREAM) = 4
            112..114  server  bind(4, :7000) = 0
            116..118  server  listen(4, 5) = 0
        )");
        mail.send(mail.one, 200, 210, "abc");
        const trace::Trace trace = mail.builder.trace();
        const Replay replay(trace);
        const World world = replay.at(replay.last());
        QCOMPARE(world.socket(mail.server, 4)->queue, std::optional<int64_t>(0));
        QCOMPARE(world.socket(mail.server, 3)->queue, std::optional<int64_t>(1));
    }
};

ROOM_TEST(DatagramsTest)
#include "datagrams_test.moc"
