// SPDX-License-Identifier: MIT
#include "lab/observe/socket_queues.h"
#include "room.h"


#include <algorithm>
#include <netinet/in.h>
#include <sys/socket.h>
#include <tuple>
#include <unistd.h>

namespace {

using Seen = std::vector<std::tuple<int, bool, int64_t, int64_t>>;
using Ask = bool (*)(int, std::vector<lab::SocketQueues> &);

Seen seen(Ask ask, int port)
{
    std::vector<lab::SocketQueues> found;
    Seen told;
    if (!ask(port, found))
        return {{-1, false, -1, -1}};
    for (const lab::SocketQueues &socket : found)
        told.emplace_back(socket.peer_port, socket.listens, socket.receive, socket.send);
    std::ranges::sort(told);
    return told;
}

int port_of(int fd)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

int tcp_socket()
{
    return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

} // namespace

class SocketQueuesTest : public QObject {
    Q_OBJECT

private slots:
    void both_ways_tell_what_waits_in_the_kernel_data()
    {
        QTest::addColumn<bool>("proc");
        QTest::newRow("sock_diag") << false;
        QTest::newRow("/proc/net/tcp") << true;
    }
    void both_ways_tell_what_waits_in_the_kernel()
    {
        QFETCH(bool, proc);
        const Ask ask = proc ? lab::read_proc_net_tcp : lab::ask_sock_diag;
        if (std::vector<lab::SocketQueues> none; !ask(1, none))
            QSKIP("this system does not tell");
        const int listening = tcp_socket(), first = tcp_socket(), second = tcp_socket();
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::bind(listening, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::listen(listening, 5), 0);
        const int port = port_of(listening);
        address.sin_port = htons(uint16_t(port));
        for (const int fd : {first, second})
            QCOMPARE(::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::send(second, "12345", 5, 0), 5);
        const auto expected = [&](int64_t queue) {
            Seen all{{0, true, queue, 0}, {port_of(first), false, 0, 0}, {port_of(second), false, 5, 0}};
            std::ranges::sort(all);
            return all;
        };
        QTRY_COMPARE(seen(ask, port), expected(2));
        const int accepted = ::accept(listening, nullptr, nullptr);
        QVERIFY(accepted != -1);
        QTRY_COMPARE(seen(ask, port), expected(1));
        for (const int fd : {first, second, accepted, listening})
            ::close(fd);
    }

    void both_ways_tell_what_was_dropped()
    {
        std::vector<lab::SocketDrops> none;
        if (!lab::ask_for_drops(1, none) || !lab::read_proc_net_udp(1, none))
            QSKIP("this system does not tell");
        const int receiver = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), sender = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int small = 1; // as small as the kernel lets it be
        QCOMPARE(::setsockopt(receiver, SOL_SOCKET, SO_RCVBUF, &small, sizeof small), 0);
        QCOMPARE(::bind(receiver, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        const int port = port_of(receiver);
        address.sin_port = htons(uint16_t(port));
        QCOMPARE(::connect(sender, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        const char data[1000]{};
        for (int i = 0; i < 20; ++i)
            QCOMPARE(::send(sender, data, sizeof data, 0), ssize_t(sizeof data));
        int kept = 0;
        char taken[1000];
        while (::recv(receiver, taken, sizeof taken, MSG_DONTWAIT) == ssize_t(sizeof taken))
            ++kept;
        QVERIFY(kept < 20);
        for (const bool proc : {false, true}) {
            std::vector<lab::SocketDrops> found;
            QVERIFY(proc ? lab::read_proc_net_udp(port, found) : lab::ask_for_drops(port, found));
            QCOMPARE(found.size(), 2u); // on the port, and connected to it
            std::ranges::sort(found, {}, &lab::SocketDrops::peer_port);
            QCOMPARE(found[0].local_port, port);
            QCOMPARE(found[0].peer_port, 0);
            QCOMPARE(found[0].dropped, 20 - kept);
            QCOMPARE(found[1].local_port, port_of(sender));
            QCOMPARE(found[1].peer_port, port);
            QCOMPARE(found[1].dropped, 0);
        }
        ::close(receiver);
        ::close(sender);
    }
};

ROOM_TEST(SocketQueuesTest)
#include "socket_queues_test.moc"
