// SPDX-License-Identifier: MIT
// Who comes through the door meets the real server; who would do harm disturbs neither it nor the others.
#include "audience/entrance.h"
#include "room.h"
#include "visit.h"

#include <algorithm>
#include <cerrno>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

using namespace visit;
using audience::Door, audience::Limits, audience::Problem;
using trace::Call;

namespace {

constexpr Limits no_limits{.in_all = 100, .a_host = 100, .newcomers = 1000, .bytes = 1 << 30, .bytes_in_all = 1 << 30, .pieces_in_all = 1 << 30, .between_pieces = std::chrono::milliseconds(0)};

// Somebody else is served as if nothing were.
bool serves(const Door &door, uint32_t from = from_b)
{
    const Visitor visitor(door.port(), from);
    return visitor.send("abc") && visitor.receive(3) == "abc";
}

int64_t arrived(Server &server)
{
    int64_t bytes = 0;
    for (const trace::Event &event : server.calls(Call::recv))
        bytes += std::max(0, event.result);
    return bytes;
}

} // namespace

class DoorTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_is_sent_goes_to_the_server_and_back()
    {
        Server server;
        const auto door = door_to(server);
        const Visitor visitor(door->port());
        QVERIFY(visitor.send("xin chào"));
        QCOMPARE(visitor.receive(9), QByteArray("xin chào"));
        QVERIFY(soon([&] { return door->tally().in.size() == 1 && door->tally().in[0].received == 9; }));
        const audience::Visitor who = door->tally().in.at(0);
        QCOMPARE(who.host, from_a);
        QCOMPARE(who.sent, 9);
        QVERIFY(!who.by_browser);
        QCOMPARE(arrived(server), 9);
    }

    // nc -N: what was sent before is answered.
    void an_end_goes_through()
    {
        Server server;
        const auto door = door_to(server);
        const Visitor visitor(door->port());
        QVERIFY(visitor.send("abc") && ::shutdown(visitor.fd, SHUT_WR) == 0);
        QCOMPARE(visitor.receive(4), QByteArray("abc"));
        QVERIFY(soon([&] { return !server.calls(Call::recv).empty() && server.calls(Call::recv).back().result == 0; }));
        QVERIFY(soon([&] { return door->tally().in.empty(); }));
    }

    void a_reset_goes_through()
    {
        Server server;
        const auto door = door_to(server);
        Visitor visitor(door->port());
        QVERIFY(visitor.send("abc") && visitor.receive(3) == "abc");
        const linger at_once{1, 0};
        ::setsockopt(visitor.fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        visitor.close();
        QVERIFY(soon([&] { return server.calls(Call::recv).back().error == ECONNRESET; }));
        QVERIFY(serves(*door));
    }

    void nobody_comes_in_where_there_is_no_server()
    {
        Server server;
        const auto door = door_to(server);
        door->lead_to(0);
        const Visitor visitor(door->port());
        QVERIFY(visitor.gone() != ETIMEDOUT);
        QVERIFY(server.calls(Call::accept).empty());
        door->lead_to(uint16_t(server.run.port()));
        QVERIFY(serves(*door));
    }

    void the_machine_s_addresses_are_known()
    {
        QVERIFY(audience::is_of_this_machine(here));
        for (const uint32_t each : audience::addresses_of_this_machine())
            QVERIFY(audience::is_of_this_machine(each));
        QVERIFY(!audience::is_of_this_machine(0xc0000207)); // 192.0.2.7, which is nobody's: RFC 5737
    }

    void the_server_s_end_is_theirs()
    {
        Server server;
        const auto door = door_to(server);
        const Visitor visitor(door->port());
        QVERIFY(visitor.send("abc") && visitor.receive(3) == "abc");
        server.run.stop();
        QVERIFY(visitor.gone() != ETIMEDOUT);
    }

    void all_are_sent_out_at_once()
    {
        Server server;
        const auto door = door_to(server);
        const Visitor one(door->port()), other(door->port(), from_b);
        QVERIFY(one.send("abc") && one.receive(3) == "abc" && other.send("d") && other.receive(1) == "d");
        door->send_all_out();
        QVERIFY(one.gone() != ETIMEDOUT && other.gone() != ETIMEDOUT);
        QVERIFY(soon([&] { return door->tally().in.empty(); }));
        QVERIFY(soon([&] { return server.asleep(); }));
        QVERIFY(serves(*door));
    }

    void where_nobody_can_be_let_in_is_said()
    {
        const auto why = [](std::string_view address) {
            const auto opened = audience::Entrance::open(address, "");
            return std::holds_alternative<Problem>(opened) ? int(std::get<Problem>(opened).what) : -1;
        };
        QCOMPARE(why("everywhere"), int(Problem::no_address));
        QCOMPARE(why("127.0.0.1:80"), int(Problem::no_address));
        QCOMPARE(why("192.0.2.1"), int(Problem::not_ours)); // RFC 5737: nobody's
        QCOMPARE(why("255.255.255.255"), int(Problem::not_ours)); // bind() takes it
        QCOMPARE(why("127.0.0.1"), int(Problem::server_s));
        QCOMPARE(why("0.0.0.0"), int(Problem::server_s));
        QCOMPARE(why("127.0.0.2"), -1);
    }

    void a_port_that_is_taken_is_told_or_another_one_found()
    {
        const auto first = Door::open(here, 0, false, {});
        const uint16_t port = std::get<std::unique_ptr<Door>>(first)->port();
        const auto second = Door::open(here, port, false, {});
        QVERIFY(std::holds_alternative<Problem>(second) && std::get<Problem>(second).what == Problem::in_use);
        const auto third = Door::open(here, port, true, {});
        QVERIFY(std::holds_alternative<std::unique_ptr<Door>>(third) && std::get<std::unique_ptr<Door>>(third)->port() != port);
    }

    void a_flood_of_connections_is_turned_away()
    {
        Server server;
        const auto door = door_to(server, {.newcomers = 1000}); // so that it is the number of those who are in that counts
        std::vector<Visitor> flood;
        for (int i = 0; i < 300; ++i)
            flood.emplace_back(door->port());
        QVERIFY(soon([&] { return door->tally().turned_away == 300 - Limits().a_host; }));
        QCOMPARE(door->tally().in.size(), size_t(Limits().a_host));
        QVERIFY(serves(*door));
        QCOMPARE(server.calls(Call::accept).size(), size_t(Limits().a_host) + 1);
    }

    void who_comes_again_and_again_is_turned_away()
    {
        Server server;
        const auto door = door_to(server, {.newcomers = 1});
        const auto began = std::chrono::steady_clock::now();
        for (int i = 0; i < 200; ++i) {
            const Visitor visitor(door->port());
            ::shutdown(visitor.fd, SHUT_WR);
            visitor.gone();
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        QVERIFY(soon([&] { return door->tally().let_in + door->tally().turned_away == 200; })); // told after the turn in which he was sent out
        const audience::Tally tally = door->tally();
        QVERIFY(tally.let_in >= 1 && double(tally.let_in) <= 1 + took.count());
        QCOMPARE(tally.let_in + tally.turned_away, 200);
        QVERIFY(serves(*door));
    }

    void there_is_a_most_in_all()
    {
        Server server;
        const auto door = door_to(server, {.in_all = 3});
        std::vector<Visitor> all;
        for (uint32_t i = 0; i < 10; ++i)
            all.emplace_back(door->port(), 0x7f000010 + i);
        QVERIFY(soon([&] { return door->tally().turned_away == 7; }));
        QCOMPARE(door->tally().in.size(), size_t(3));
    }

    void the_silent_keep_nobody_out()
    {
        Server server;
        const auto door = door_to(server);
        std::vector<Visitor> silent;
        for (uint32_t i = 0; i < 20; ++i)
            silent.emplace_back(door->port(), 0x7f000010 + i);
        QVERIFY(soon([&] { return server.run.accepted() == 20; }));
        QVERIFY(serves(*door));
        QVERIFY(soon([&] { return server.asleep(); })); // it does not poll for them
    }

    // A megabyte without an end of line comes drop by drop, and does not lie in the program.
    void who_sends_much_is_slowed_down()
    {
        Server server;
        const Limits limits;
        const auto began = std::chrono::steady_clock::now();
        const auto door = door_to(server, limits);
        const Visitor visitor(door->port());
        const int little = 16 * 1024;
        ::setsockopt(visitor.fd, SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
        const QByteArray megabyte(1 << 20, 'x');
        qsizetype sent = 0;
        const auto push = [&] {
            const ssize_t n = ::send(visitor.fd, megabyte.data() + sent, size_t(megabyte.size() - sent), MSG_NOSIGNAL | MSG_DONTWAIT);
            sent += std::max<ssize_t>(n, 0);
            return arrived(server) > limits.bytes;
        };
        QVERIFY(soon(push));
        QVERIFY(serves(*door));
        const int64_t there = arrived(server) - 3;
        const auto reads = double(server.calls(Call::recv).size()) - 2; // of the other: three bytes, his end
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        QVERIFY2(double(there) <= limits.bytes * (1 + took.count()), qPrintable(QString::number(there)));
        QVERIFY(sent < megabyte.size()); // the rest waits with him
        QVERIFY2(reads <= 1 + took / limits.between_pieces, qPrintable(QString::number(reads)));
    }

    // Many at once are no more for the server, and nobody has it all.
    void all_share_what_the_server_can_bear()
    {
        Server server;
        const auto began = std::chrono::steady_clock::now();
        const auto door = door_to(server, {.in_all = 20, .newcomers = 20, .pieces_in_all = 20});
        std::vector<Visitor> all;
        for (uint32_t i = 0; i < 20; ++i)
            all.emplace_back(door->port(), 0x7f000010 + i);
        const QByteArray much(4096, 'x');
        QVERIFY(soon([&] {
            for (const Visitor &each : all)
                ::send(each.fd, much.data(), size_t(much.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
            const audience::Tally tally = door->tally();
            return tally.in.size() == 20 && std::ranges::all_of(tally.in, [](const audience::Visitor &who) { return who.sent > 2048; });
        }));
        const auto reads = double(server.calls(Call::recv).size());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
        QVERIFY2(reads <= 20 * (1 + took.count()), qPrintable(QString::number(reads)));
    }

    // A listing that echoes would sleep in send() for ever, and serve nobody.
    void who_does_not_read_is_sent_out()
    {
        Server server;
        const auto door = door_to(server, no_limits);
        const Visitor visitor(door->port());
        const QByteArray much(1 << 16, 'x');
        QVERIFY(soon([&] {
            for (int i = 0; i < 100; ++i)
                ::send(visitor.fd, much.data(), size_t(much.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
            return door->tally().sent_out == 1;
        }));
        QVERIFY(visitor.gone() != ETIMEDOUT);
        QVERIFY(serves(*door));
        QVERIFY(soon([&] { return server.asleep(); }));
    }

    // His machine has gone without a word: nothing more comes from there, not even a reset.
    void the_half_open_are_found_out()
    {
        Server server;
        const auto door = door_to(server, {.silence = 1});
        Visitor visitor(door->port());
        QVERIFY(visitor.send("abc") && visitor.receive(3) == "abc");
        const int on = 1;
        if (::setsockopt(visitor.fd, IPPROTO_TCP, TCP_REPAIR, &on, sizeof on) == -1)
            QSKIP("Only root can leave a connection without a word");
        visitor.close();
        QVERIFY(soon([&] { return door->tally().in.empty(); }));
        QVERIFY(soon([&] { return server.calls(Call::close).size() == 1; }));
        QVERIFY(serves(*door));
    }
};

ROOM_TEST(DoorTest)
#include "door_test.moc"
