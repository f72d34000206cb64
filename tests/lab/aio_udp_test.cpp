// SPDX-License-Identifier: MIT
// Asynchronous reads over UDP: a socket for each peer at one port, which gets this peer's datagrams and nothing else.
#include "calls/schema.h"
#include "lab/played.h"
#include "room.h"

#include "replay/replay.h"

#include <QRegularExpression>

#include <cerrno>
#include <netinet/in.h>
#include <set>
#include <unistd.h>

using played::served;
using trace::Call;
using trace::Event;
using Notify = servers::Settings::Notify;

Q_DECLARE_METATYPE(servers::Settings::Notify)

namespace {

lab::Settings settings(Notify notify = Notify::suspend)
{
    lab::Settings settings;
    settings.server = "aio-udp";
    settings.serve.notify = notify;
    return settings;
}

// Of the datagrams taken with recvfrom(): descriptor and sender's port.
std::vector<std::pair<int, int>> taken(const trace::Trace &trace)
{
    std::vector<std::pair<int, int>> all;
    for (const Event &event : served(trace, Call::recvfrom))
        if (event.result > 0)
            all.emplace_back(event.fd, int(event.words[1]));
    return all;
}

std::vector<int> results(const std::vector<Event> &events)
{
    std::vector<int> all;
    for (const Event &event : events)
        all.push_back(event.result);
    return all;
}

} // namespace

class AioUdpTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void initTestCase()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("the thread sanitizer crashes when a thread that it does not know, one of the C library's for aio, starts another one");
#endif
    }

    void each_peer_has_a_socket_of_its_own_data()
    {
        QTest::addColumn<Notify>("notify");
        QTest::newRow("suspend") << Notify::suspend;
        QTest::newRow("signal") << Notify::signal;
        QTest::newRow("thread") << Notify::thread;
    }
    void each_peer_has_a_socket_of_its_own()
    {
        QFETCH(Notify, notify);
        lab::Run run(settings(notify));
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nclient 1 send \"a\"\nwait client 1 received 1\n"
                                   "client 2 connect\nclient 2 send \"bb\"\nwait client 2 received 2\n"
                                   "client 1 send \"ccc\"\nwait client 1 received 4\nclient 2 send \"dddd\"\nwait client 2 received 6\n"
                                   "client 1 send \"eeeee\"\nwait client 1 received 9\n"));
        const trace::Trace trace = played::taken(run);
        const auto sockets = results(served(trace, Call::socket));
        QCOMPARE(sockets.size(), size_t(3));
        const int port = int(*calls::value(served(trace, Call::getsockname).at(0), "port"));
        std::vector<int> peers; // their ports
        for (const Event &connect : served(trace, Call::connect)) {
            QCOMPARE(connect.result, 0);
            QCOMPARE(connect.fd, sockets[1 + peers.size()]);
            peers.push_back(int(connect.length));
        }
        for (const Event &bind : served(trace, Call::bind))
            QVERIFY(bind.result == 0 && (bind.fd == sockets[0] || bind.length == port));
        QCOMPARE(peers.size(), size_t(2));
        QVERIFY(peers[0] != peers[1]);
        // The first of each came to the socket that is for everybody; the kernel gave all others to the peer's own.
        QCOMPARE(taken(trace), (std::vector{std::pair(sockets[0], peers[0]), std::pair(sockets[0], peers[1])}));
        std::vector<std::pair<int, int>> read;
        std::set<uint64_t> asked, returned;
        for (const Event &event : served(trace, Call::aio_return)) {
            returned.insert(event.words[1]);
            if (event.result > 0)
                read.emplace_back(event.fd, event.result);
        }
        for (const Event &event : served(trace, Call::aio_read))
            asked.insert(event.words[1]);
        QCOMPARE(read, (std::vector{std::pair(sockets[1], 3), std::pair(sockets[2], 4), std::pair(sockets[1], 5)}));
        QCOMPARE(asked.size(), size_t(5));
        QCOMPARE(asked, returned); // a stop ends each that is outstanding

        // Which send() brought each, and so both phases, is known.
        const replay::Replay replay(trace);
        for (size_t i = 0; i < trace.events().size(); ++i)
            if (trace.events()[i].call == Call::aio_return && trace.events()[i].result > 0) {
                const auto phases = replay.phases(i);
                QCOMPARE(phases.size(), size_t(2));
                QCOMPARE(phases[0].known, replay::Known::bracketed);
                QCOMPARE(phases[1].bytes, int64_t(trace.events()[i].result));
            }
    }

    void the_same_port_by_another_server_is_refused()
    {
        lab::Run one(settings());
        QVERIFY(!one.start());
        QVERIFY(!played::play(one, "client 1 connect\nclient 1 send \"a\"\nwait client 1 received 1\n"));
        lab::Settings same = settings();
        same.serve.port = uint16_t(one.port());
        lab::Run two(same);
        const auto problem = two.start();
        QVERIFY(problem);
        QCOMPARE(problem->error, EADDRINUSE);
    }

    void a_peer_whose_port_is_gone_is_forgotten()
    {
        lab::Run run(settings());
        QVERIFY(!run.start());
        QVERIFY(!played::play(run, "client 1 connect\nclient 1 send \"a\"\nwait client 1 received 1\nwait server blocked in aio_suspend\n"
                                   "hold server\nclient 1 send \"bb\"\nclient 1 close\nwait server held\nrelease server\n"
                                   "wait server blocked in recvfrom\n")); // no request is outstanding any more
        const trace::Trace trace = played::taken(run);
        const auto read = served(trace, Call::aio_return);
        QCOMPARE(results(read), (std::vector{2, -1}));
        QCOMPARE(int(read[1].error), ECONNREFUSED);
        QCOMPARE(served(trace, Call::close).at(0).fd, read[1].fd);
    }

    void an_empty_datagram_is_no_end()
    {
        lab::Run run(settings(Notify::thread));
        QVERIFY(!run.start());
        const int outside = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0); // a script's clients send none
        sockaddr_in server{};
        server.sin_family = AF_INET;
        server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        server.sin_port = htons(uint16_t(run.port()));
        QCOMPARE(::connect(outside, reinterpret_cast<sockaddr *>(&server), sizeof server), 0);
        for (const ssize_t size : {1, 0, 2}) {
            char buffer[8] = "ab";
            QCOMPARE(send(outside, buffer, size_t(size), 0), size);
            QCOMPARE(recv(outside, buffer, sizeof buffer, 0), size);
        }
        close(outside);
        const trace::Trace trace = played::taken(run);
        QCOMPARE(results(served(trace, Call::aio_return)), (std::vector{0, 2, 0}));
    }

    // Many at once while the peer's socket is being made: each is answered, and what the picture says of it is true or unknown.
    void a_burst_from_a_new_peer_data() { each_peer_has_a_socket_of_its_own_data(); }
    void a_burst_from_a_new_peer()
    {
        QFETCH(Notify, notify);
        for (int round = 0; round < 20; ++round) {
            lab::Run run(settings(notify));
            QVERIFY(!run.start());
            QByteArray script = "client 1..3 connect\n";
            for (int i = 0; i < 12; ++i)
                script += round % 2 ? "client 1..3 send \"x\"\n" : "client 1..3 send \"" + QByteArray(1, char('a' + i)) + "\"\n";
            QVERIFY(!played::play(run, script + "wait client 1..3 received 12\nhold server\n"));
            trace::Trace trace;
            trace.append(run.take());
            const replay::Replay replay(trace);
            for (const replay::World world = replay.at(replay.last()); const replay::Socket &socket : world.sockets)
                if (trace::runs_listing(trace, socket.thread)) {
                    QCOMPARE(socket.queue.value_or(0), int64_t(0));
                    if (round % 2 == 0) // those that differ are all found
                        QVERIFY2(socket.queue, qPrintable(QString("round %1, descriptor %2").arg(round).arg(socket.fd)));
                }
        }
    }
};

ROOM_TEST(AioUdpTest)
#include "aio_udp_test.moc"
