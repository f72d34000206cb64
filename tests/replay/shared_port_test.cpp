// SPDX-License-Identifier: MIT
// Two UDP sockets at one port, the second connected to a peer: which of them a datagram reached, and when that cannot be known.
#include "recording/builder.h"
#include "replay/replay.h"
#include "room.h"

#include <QRegularExpression>

#include <cstring>

using namespace recording;
using replay::Known;
using replay::Phase;
using replay::Replay;
using replay::Request;
using replay::Socket;
using replay::World;

namespace {

// A server at port 7000, descriptor 3, two clients at ports 50001 and 50002. The first has sent a datagram, and the server makes
// descriptor 4 for it: bind() from 140 to 150, connect() from 160 to 170; then it looks whether something has come there.
struct Peers {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server);
    uint16_t one = builder.thread("client 1", recording::Part::client);
    uint16_t two = builder.thread("client 2", recording::Part::client);

    Peers()
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
        send(one, 100, 110, "first");
        recvfrom(3, 95, 120, "first", 50001);
        builder.lines(R"(
            130..131  server  socket(AF_INET, SOCK_DGRAM) = 4
            140..150  server  bind(4, :7000) = 0
            160..170  server  connect(4, :50001) = 0
        )");
    }
    void send(uint16_t client, int64_t begin, int64_t end, const char *text)
    {
        const size_t bytes = std::strlen(text);
        builder.lines("%ld..%ld %s send(3, %zu) = %zu \"%.8s\"", begin, end, builder.name(client), bytes, bytes, text);
    }
    void recvfrom(int fd, int64_t begin, int64_t end, const char *text, int port)
    {
        const char *flags = fd == 4 ? "MSG_DONTWAIT" : "0";
        builder.lines("%ld..%ld server recvfrom(%d, 4096, %s) = %zu \"%.8s\" :%d", begin, end, fd, flags, std::strlen(text), text, port);
    }
    void found_empty(int64_t begin) { builder.lines_after(begin, "0..1 server recvfrom(4, 0, MSG_DONTWAIT) = -1 EAGAIN"); }
    void aio_read(int64_t begin, int number = 1)
    {
        builder.lines_after(begin, "0..1 server aio_read(4, 4096, 0, SIGEV_NONE, %d) = 0", number);
    }
    void aio_return(int64_t begin, const char *text, int number = 1)
    {
        builder.lines_after(begin, "0..1 server aio_return(4, %d) = %zu \"%s\"", number, std::strlen(text), text);
    }
};

using Waiting = std::optional<int64_t>; // datagrams

Waiting waiting(const Replay &replay, int64_t time, int fd)
{
    return replay.at(replay.at_time(time)).socket(0, fd)->queue;
}

} // namespace

class SharedPortTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_was_taken_before_its_send_returned_is_in_no_doubt()
    {
        Peers peers;
        peers.send(peers.two, 135, 180, "you"); // while descriptor 4 is made, but
        peers.recvfrom(3, 132, 138, "you", 50002);
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        QCOMPARE(waiting(replay, 190, 3), Waiting(0));
        QCOMPARE(waiting(replay, 190, 4), Waiting(0));
    }

    void the_connected_socket_gets_its_peers_datagrams()
    {
        Peers peers;
        peers.found_empty(180);
        peers.aio_read(190);
        peers.send(peers.two, 200, 210, "you");
        peers.send(peers.one, 220, 230, "hello");
        peers.aio_return(300, "hello");
        peers.recvfrom(3, 310, 320, "you", 50002);
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        const Socket own = *replay.at(replay.at_time(195)).socket(peers.server, 4);
        QCOMPARE(own.peer_port, uint16_t(50001));
        QCOMPARE(own.peer_thread, int(peers.one));
        QCOMPARE(own.local_port, uint16_t(7000));
        QCOMPARE(waiting(replay, 250, 3), Waiting(1));
        const World world = replay.at(replay.at_time(250)); // the library may have taken it
        QVERIFY(!world.socket(peers.server, 4)->queue);
        QCOMPARE(world.socket(peers.server, 4)->receive_bytes, Waiting(0));
        QCOMPARE(world.socket(peers.server, 4)->arriving, int64_t(5));
        QVERIFY(world.requests.at(0).datagrams && world.requests.at(0).arrived);
        QCOMPARE(waiting(replay, 305, 4), Waiting(0));
        QCOMPARE(waiting(replay, 320, 3), Waiting(0));
        const auto phases = replay.phases(find(trace, peers.server, Call::aio_return));
        QCOMPARE(phases.size(), size_t(2));
        QCOMPARE(phases[0].kind, Phase::wait);
        QCOMPARE(phases[0].known, Known::bracketed);
        QCOMPARE(std::pair(phases[0].earliest, phases[0].latest), std::pair(int64_t(220), int64_t(230)));
        QCOMPARE(phases[1].bytes, int64_t(5));
    }

    void a_read_ended_by_a_stop_took_no_datagram()
    {
        Peers peers;
        peers.aio_read(190);
        peers.builder.lines("300..310 control shutdown(4, SHUT_RDWR) = 0");
        peers.aio_return(320, "");
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        QCOMPARE(replay.at(replay.last()).requests.at(0).result, std::optional(0));
        QCOMPARE(replay.at(replay.at_time(250)).phases.at(0).kind, Phase::wait);
        QCOMPARE(replay.phases(find(trace, peers.server, Call::aio_return)).at(0).latest, int64_t(305 + 5));
    }

    void while_two_sockets_are_for_everybody_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<QString>("told"); // by what
        QTest::addColumn<int>("fd");       // where it is; 0: unknown
        for (const auto &[name, begin, end] : {std::tuple("between", 152, 158), std::tuple("during bind()", 141, 149),
                                               std::tuple("during connect()", 161, 169), std::tuple("during both", 145, 165)}) {
            QTest::addRow("%s, taken there", name) << begin << end << "there" << 4;
            QTest::addRow("%s, taken here", name) << begin << end << "here" << 3;
            QTest::addRow("%s, not found there", name) << begin << end << "empty" << 3;
            QTest::addRow("%s, nothing tells", name) << begin << end << "nothing" << 0;
        }
        QTest::addRow("before") << 132 << 139 << "nothing" << 3;
        QTest::addRow("after") << 171 << 179 << "nothing" << 3;
    }
    void while_two_sockets_are_for_everybody()
    {
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(QString, told);
        QFETCH(int, fd);
        Peers peers;
        peers.send(peers.two, begin, end, "stray");
        if (told == "there")
            peers.recvfrom(4, 180, 185, "stray", 50002);
        if (told == "here")
            peers.recvfrom(3, 180, 185, "stray", 50002);
        if (told == "empty")
            peers.found_empty(180);
        peers.aio_read(190);
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        for (const int each : {3, 4})
            QCOMPARE(waiting(replay, 179, each), fd ? Waiting(each == fd) : Waiting());
        QCOMPARE(waiting(replay, 132, 3), Waiting(0));
        if (told == "here" || told == "there") {
            QCOMPARE(waiting(replay, 195, 3), Waiting(0));
            QCOMPARE(waiting(replay, 195, 4), Waiting(0));
            const auto phases = replay.phases(find(trace, peers.server, Call::recvfrom, 1));
            QCOMPARE(phases.back().kind, Phase::copy);
        }
    }

    void what_the_peer_sends_meanwhile()
    {
        Peers peers;
        peers.send(peers.one, 122, 128, "a"); // before: here
        peers.send(peers.one, 151, 154, "b");
        peers.send(peers.one, 155, 158, "c");
        peers.send(peers.one, 172, 175, "d"); // after: there
        peers.recvfrom(4, 180, 181, "c", 50001);
        peers.recvfrom(4, 182, 183, "d", 50001);
        peers.found_empty(184);
        peers.aio_read(190);
        peers.recvfrom(3, 200, 201, "a", 50001);
        peers.recvfrom(3, 202, 203, "b", 50001);
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        QCOMPARE(waiting(replay, 179, 3), Waiting(2));
        QCOMPARE(waiting(replay, 179, 4), Waiting(2));
        QCOMPARE(waiting(replay, 195, 3), Waiting(2));
        QCOMPARE(waiting(replay, 195, 4), Waiting(0));
        QCOMPARE(waiting(replay, 203, 3), Waiting(0));
    }

    // How many are where is known when the new socket was found empty.
    void equal_ones_are_counted()
    {
        Peers peers;
        for (int i = 0; i < 4; ++i)
            peers.send(peers.one, 142 + 5 * i, 145 + 5 * i, "x");
        peers.recvfrom(4, 180, 181, "x", 50001);
        peers.found_empty(182);
        peers.send(peers.one, 200, 210, "x");
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        QVERIFY(!waiting(replay, 181, 3) && !waiting(replay, 181, 4));
        QCOMPARE(waiting(replay, 183, 3), Waiting(3));
        QCOMPARE(waiting(replay, 183, 4), Waiting(0));
        QCOMPARE(waiting(replay, 210, 3), Waiting(3));
        QCOMPARE(waiting(replay, 210, 4), Waiting(1));
    }

    // Which of two equal ones was taken nobody can tell: the one sent meanwhile may be in the other socket still.
    void equal_ones_are_not_told_apart()
    {
        Peers peers;
        peers.send(peers.one, 151, 158, "x");
        peers.send(peers.one, 172, 175, "x");
        peers.recvfrom(4, 180, 181, "x", 50001);
        const trace::Trace trace = peers.builder.trace();
        const Replay replay(trace);
        QVERIFY(!waiting(replay, 185, 3) && !waiting(replay, 185, 4));
        QCOMPARE(waiting(replay, 145, 3), Waiting(0));
    }

    // aio_return() names no sender: if another one's may have come to the socket, whose it took is unknown.
    void a_read_may_take_what_another_port_has_sent()
    {
        for (const char *text : {"stray", "other"}) {
            Peers peers;
            peers.send(peers.two, 165, 185, "stray");
            peers.found_empty(180);
            peers.aio_read(190);
            peers.send(peers.one, 200, 210, text);
            peers.aio_return(220, text);
            const trace::Trace trace = peers.builder.trace();
            const auto phases = Replay(trace).phases(find(trace, peers.server, Call::aio_return));
            QCOMPARE(phases[0].known, text[0] == 's' ? Known::unknown : Known::bracketed);
        }
    }

    void when_the_peers_socket_is_closed()
    {
        Peers peers;
        peers.found_empty(180);
        peers.send(peers.one, 200, 205, "lost");
        peers.builder.lines("210..220 server close(4) = 0");
        peers.send(peers.one, 212, 215, "perhaps");
        const trace::Trace unknown = Peers(peers).builder.trace();
        QVERIFY(!waiting(Replay(unknown), 240, 3));
        QCOMPARE(waiting(Replay(unknown), 208, 4), Waiting(1));
        QCOMPARE(waiting(Replay(unknown), 208, 3), Waiting(0));
        peers.send(peers.one, 216, 225, "or");
        peers.send(peers.one, 230, 235, "here");
        peers.recvfrom(3, 250, 251, "or", 50001); // so the other was lost
        const trace::Trace trace = peers.builder.trace();
        QCOMPARE(waiting(Replay(trace), 240, 3), Waiting(2));
        QCOMPARE(waiting(Replay(trace), 251, 3), Waiting(1));
    }

    void a_recording_that_grows_gives_the_same()
    {
        const auto whole = [] {
            Peers peers;
            peers.send(peers.two, 145, 149, "stray");
            peers.send(peers.one, 151, 154, "b");
            peers.send(peers.one, 155, 158, "c");
            peers.send(peers.two, 161, 175, "more");
            peers.recvfrom(4, 180, 181, "c", 50001);
            peers.recvfrom(4, 182, 183, "more", 50002);
            peers.found_empty(184);
            peers.aio_read(190);
            peers.send(peers.one, 200, 210, "d");
            peers.recvfrom(3, 220, 221, "stray", 50002);
            peers.recvfrom(3, 222, 223, "b", 50001);
            peers.aio_return(230, "d");
            peers.builder.lines("240..260 server close(4) = 0");
            peers.send(peers.one, 245, 250, "last");
            peers.recvfrom(3, 255, 270, "last", 50001);
            return peers.builder.batch();
        };
        for (int late = 0; late < 12; ++late)
            for (const bool clients : {false, true}) { // whose events come so many batches late
                const trace::Batch all = whole();
                std::vector<trace::Batch> batches(all.events.size() + size_t(late));
                batches[0].programs = all.programs;
                batches[0].threads = all.threads;
                batches[0].thread_index = all.thread_index;
                for (size_t i = 0; i < all.events.size(); ++i)
                    batches[i + ((all.events[i].thread != 0) == clients ? size_t(late) : 0)].events.push_back(all.events[i]);
                trace::Trace trace;
                trace.append(std::move(batches[0]));
                Replay grown(trace);
                for (size_t i = 1; i < batches.size(); ++i) {
                    grown.extend(trace.append(std::move(batches[i])));
                    const Replay fresh(trace);
                    for (size_t step = 0; step < trace.events().size(); ++step)
                        QVERIFY2(grown.at(grown.step(step)) == fresh.at(fresh.step(step)),
                                 qPrintable(QString("batch %1, step %2, late %3").arg(i).arg(step).arg(late)));
                }
            }
    }
};

ROOM_TEST(SharedPortTest)
#include "shared_port_test.moc"
