// SPDX-License-Identifier: MIT
// Arrows and cards when connections end: what the kernel sends, and of what a call keeps though its descriptor is closed.
#include "looks.h"
#include "replay/town.h"
#include "room.h"

#include <QRegularExpression>

using namespace figures;
using recording::shape_of;
using recording::words_of;

namespace {

// Client 1 is descriptor 4 of the server.
struct Pair : recording::Town {
    Pair()
    {
        connect(one, 1000, 50001);
        builder.lines("1000..1100 server accept(3) = 4 :50001");
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
        pair.builder.lines(R"(
            1200..1210  server    send(4, 3) = 3
            1300..1310  client 1  close(3) = 0
        )");
        const Drawing drawing = stage_of(pair.builder.trace());
        QCOMPARE(words_of(drawing, "from client words"), "reset (RST)");
        QVERIFY(recording::all_words(drawing).contains("connection reset"));
    }

    void what_came_before_a_reset_is_still_there()
    {
        Pair pair;
        pair.builder.lines(R"(
            1200..1210  client 1  send(3, 3) = 3
            1220..1230  client 1  setsockopt(3, SOL_SOCKET, SO_LINGER, 1) = 0
            1300..1310  client 1  close(3) = 0
        )");
        QVERIFY(recording::all_words(stage_of(pair.builder.trace())).contains("3 bytes, then reset"));
    }

    void a_client_that_was_reset_sends_nothing()
    {
        Pair pair;
        pair.connect(pair.two, 1200, 50002);
        pair.builder.lines(R"(
            1400..1410  control   shutdown(3, SHUT_RDWR) = 0
            1500..1510  client 2  close(3) = 0
        )");
        const trace::Trace trace = pair.builder.trace();
        QCOMPARE(words_of(stage_of(trace, 1), "to client words"), "reset (RST)"); // from the queue
        QVERIFY(!shape_of(stage_of(trace), "from client"));
    }

    void a_send_in_vain_comes_back_as_a_reset()
    {
        Pair pair;
        pair.builder.lines(R"(
            1200..1210  client 1  close(3) = 0
            1300..1310  server    send(4, 3) = 3
        )");
        QCOMPARE(words_of(stage_of(pair.builder.trace()), "from client words"), "reset (RST)");
    }

    void what_a_call_keeps_says_so_and_sends_nothing_yet()
    {
        Pair pair;
        pair.builder.lines(R"(
            1300..1310  control  close(4) = 0
            1200..      server   recv(4, 4096)
        )");
        const trace::Trace trace = pair.builder.trace();
        const Drawing drawing = stage_of(trace);
        QVERIFY(recording::all_words(drawing).contains("closed, but a call keeps it"));
        QVERIFY(!shape_of(drawing, "to client"));
        QCOMPARE(reached(trace), 0);
    }

    void the_timeline_has_an_arrow_for_what_is_sent_only()
    {
        Pair pair;
        pair.builder.lines(R"(
            1200..1210  server  shutdown(4, SHUT_WR) = 0
            1300..1310  server  close(4) = 0
        )");
        QCOMPARE(reached(pair.builder.trace()), 1);
    }

    void what_tcp_may_have_kept_back_has_not_arrived()
    {
        Pair pair;
        pair.builder.lines(R"(
            1200..1210  server    send(4, 3) = 3
            1220..1230  client 1  recv(3, 100) = 3
            1300..1310  client 1  send(3, 3) = 3
        )");
        const trace::Trace one = pair.builder.trace();
        QCOMPARE(words_of(stage_of(one), "from client words"), "1 data arrives");
        Pair again;
        again.builder.lines(R"(
            1200..1210  server    send(4, 3) = 3
            1220..1230  server    send(4, 3) = 3
            1240..1250  client 1  send(3, 3) = 3
            1300..1310  client 1  send(3, 3) = 3  # of the one before nothing tells that it was acknowledged
            1400..1410  server    send(4, 3) = 3
            1420..1430  server    send(4, 3) = 3
        )");
        const trace::Trace two = again.builder.trace();
        QCOMPARE(words_of(stage_of(two, 2), "from client words"), "sends");
        QCOMPARE(reached(two), 2); // quickly acknowledged, as long as nothing came the other way
    }

    void an_empty_datagram_has_its_arrows()
    {
        recording::Builder builder;
        builder.lines(R"(
            10..20    server    socket(AF_INET, SOCK_DGRAM) = 3
            30..40    server    bind(3, :7000) = 0
            50..60    client 1  socket(AF_INET, SOCK_DGRAM) = 3
            70..80    client 1  connect(3, :7000) = 0
            90..100   client 1  getsockname(3) = 0 :50001
            110..120  client 1  send(3, 0) = 0
            130..140  server    recvfrom(3, 4096) = 0 :50001
            150..160  server    sendto(3, 0, 0, :50001) = 0
        )");
        const trace::Trace trace = builder.trace();
        QCOMPARE(words_of(stage_of(trace, 1), "to buffer words"), "an empty datagram");
        QVERIFY(!shape_of(stage_of(trace), "from buffer"));
    }
};

ROOM_TEST(EndingsTest)
#include "endings.moc"
