// SPDX-License-Identifier: MIT
// Arrows and cards when connections end: what the kernel sends, and of what a call keeps though its descriptor is closed.
#include "looks.h"
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

using namespace figures;
using recording::shape_of;
using recording::words_of;
using trace::Call;

namespace {

// Client 1 is descriptor 4 of the server.
struct Pair : recording::Town {
    Pair()
    {
        connect(one, 1000, 50001);
        builder.call(server, Call::accept, 1000, 1100, 3, 4, 50001);
    }
};

// One figure of a recording after its last event.
template <typename Figure> Drawing last_of(const trace::Trace &trace, Figure figure, size_t before = 0)
{
    const replay::Replay replay(trace);
    const replay::Instant instant = replay.step(trace.events().size() - 1 - before);
    const replay::World world = replay.at(instant);
    const words::Language language(QStringLiteral("en"));
    return figure({replay, world, instant, language, {}, {}, false, 0, false}, {900, 420});
}

Drawing stage_of(const trace::Trace &trace, size_t before = 0)
{
    return last_of(trace, [](const Scene &scene, QSizeF size) { return stage(scene, size); }, before);
}

// How many triangles say that something has reached client 1.
int reached(const trace::Trace &trace)
{
    const Drawing drawing = last_of(trace, [](const Scene &scene, QSizeF size) { return timeline(scene, size); });
    const QRectF lane = recording::part_of(drawing, QStringLiteral("thread 2"))->rect;
    return int(std::ranges::count_if(drawing.shapes, [&](const Shape &shape) {
        const QRectF at = shape.way.boundingRect();
        return shape.kind == Shape::path && shape.fill == Ink::signal && at.top() >= lane.top() && at.bottom() <= lane.bottom();
    }));
}

} // namespace

class EndingsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void unread_bytes_make_it_a_reset()
    {
        Pair pair;
        pair.builder.call(pair.server, Call::send, 1200, 1210, 4, 3, 3);
        pair.builder.call(pair.one, Call::close, 1300, 1310, 3);
        const Drawing drawing = stage_of(pair.builder.trace());
        QCOMPARE(words_of(drawing, "from client words"), "reset (RST)");
        QVERIFY(recording::all_words(drawing).contains("connection reset"));
    }

    void what_came_before_a_reset_is_still_there()
    {
        Pair pair;
        pair.builder.call(pair.one, Call::send, 1200, 1210, 3, 3, 3);
        pair.builder.call(pair.one, Call::setsockopt, 1220, 1230, 3, 0, 1).flags = SOL_SOCKET << 16 | SO_LINGER;
        pair.builder.call(pair.one, Call::close, 1300, 1310, 3);
        QVERIFY(recording::all_words(stage_of(pair.builder.trace())).contains("3 bytes, then reset"));
    }

    void a_client_that_was_reset_sends_nothing()
    {
        Pair pair;
        pair.connect(pair.two, 1200, 50002);
        pair.builder.call(pair.control, Call::shutdown, 1400, 1410, 3).flags = SHUT_RDWR;
        pair.builder.call(pair.two, Call::close, 1500, 1510, 3);
        const trace::Trace trace = pair.builder.trace();
        QCOMPARE(words_of(stage_of(trace, 1), "to client words"), "reset (RST)"); // from the queue
        QVERIFY(!shape_of(stage_of(trace), "from client"));
    }

    void a_send_in_vain_comes_back_as_a_reset()
    {
        Pair pair;
        pair.builder.call(pair.one, Call::close, 1200, 1210, 3);
        pair.builder.call(pair.server, Call::send, 1300, 1310, 4, 3, 3);
        QCOMPARE(words_of(stage_of(pair.builder.trace()), "from client words"), "reset (RST)");
    }

    void what_a_call_keeps_says_so_and_sends_nothing_yet()
    {
        Pair pair;
        pair.builder.call(pair.control, Call::close, 1300, 1310, 4);
        pair.builder.in_flight(pair.server, Call::recv, 1200, 4, 4096);
        const trace::Trace trace = pair.builder.trace();
        const Drawing drawing = stage_of(trace);
        QVERIFY(recording::all_words(drawing).contains("closed, but a call keeps it"));
        QVERIFY(!shape_of(drawing, "to client"));
        QCOMPARE(reached(trace), 0);
    }

    void the_timeline_has_an_arrow_for_what_is_sent_only()
    {
        Pair pair;
        pair.builder.call(pair.server, Call::shutdown, 1200, 1210, 4).flags = SHUT_WR;
        pair.builder.call(pair.server, Call::close, 1300, 1310, 4);
        QCOMPARE(reached(pair.builder.trace()), 1);
    }

    void what_tcp_may_have_kept_back_has_not_arrived()
    {
        Pair pair;
        pair.builder.call(pair.server, Call::send, 1200, 1210, 4, 3, 3);
        pair.builder.call(pair.one, Call::recv, 1220, 1230, 3, 3, 100);
        pair.builder.call(pair.one, Call::send, 1300, 1310, 3, 3, 3);
        const trace::Trace one = pair.builder.trace();
        QCOMPARE(words_of(stage_of(one), "from client words"), "1 data arrives");
        Pair again;
        again.builder.call(again.server, Call::send, 1200, 1210, 4, 3, 3);
        again.builder.call(again.server, Call::send, 1220, 1230, 4, 3, 3);
        again.builder.call(again.one, Call::send, 1240, 1250, 3, 3, 3);
        again.builder.call(again.one, Call::send, 1300, 1310, 3, 3, 3); // of the one before nothing tells that it was acknowledged
        again.builder.call(again.server, Call::send, 1400, 1410, 4, 3, 3);
        again.builder.call(again.server, Call::send, 1420, 1430, 4, 3, 3);
        const trace::Trace two = again.builder.trace();
        QCOMPARE(words_of(stage_of(two, 2), "from client words"), "sends");
        QCOMPARE(reached(two), 2); // quickly acknowledged, as long as nothing came the other way
    }

    void an_empty_datagram_has_its_arrows()
    {
        recording::Builder builder;
        const uint16_t server = builder.thread("server", recording::Part::server), client = builder.thread("client 1", recording::Part::client);
        builder.call(server, Call::socket, 10, 20, -1, 3).flags = SOCK_DGRAM;
        builder.call(server, Call::bind, 30, 40, 3, 0, 7000);
        builder.call(client, Call::socket, 50, 60, -1, 3).flags = SOCK_DGRAM;
        builder.call(client, Call::connect, 70, 80, 3, 0, 7000);
        builder.call(client, Call::getsockname, 90, 100, 3, 0, 50001);
        builder.call(client, Call::send, 110, 120, 3, 0, 0);
        builder.call(server, Call::recvfrom, 130, 140, 3, 0, 4096).words[1] = 50001;
        builder.call(server, Call::sendto, 150, 160, 3, 0, 0).words[1] = 50001;
        const trace::Trace trace = builder.trace();
        QCOMPARE(words_of(stage_of(trace, 1), "to buffer words"), "an empty datagram");
        QVERIFY(!shape_of(stage_of(trace), "from buffer"));
    }
};

ROOM_TEST(EndingsTest)
#include "endings.moc"
