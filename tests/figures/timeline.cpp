// SPDX-License-Identifier: MIT
// What a timeline shows: the kind of each block, its label, the lanes, and that its cost follows the pixels.
#include "drawing/sheet.h"
#include "figures/figure.h"
#include "recording.h"
#include "room.h"

#include <QRegularExpression>

#include <set>

using namespace figures;
using trace::Call;

namespace {

const words::Language &english()
{
    static const words::Language language(QStringLiteral("en"));
    return language;
}

Drawing drawn(const replay::Replay &replay, Range range = {}, QSizeF size = {1200, 300}, replay::Instant *at = nullptr,
              const words::Language &language = english(), bool live = true)
{
    const replay::Instant instant = at ? *at : replay.last();
    const replay::World world = replay.at(instant);
    return timeline({replay, world, instant, language, range, {}, live, 0, false}, size);
}

// The sequence number of the n-th event of `call` by `thread`.
size_t nth(const trace::Trace &trace, uint16_t thread, Call call, int n = 0)
{
    for (size_t i = 0; i < trace.events().size(); ++i)
        if (trace.events()[i].call == call && trace.events()[i].thread == thread && n-- == 0)
            return i;
    qFatal("no such event");
}

QString block(size_t sequence, const char *piece = "whole")
{
    return QStringLiteral("block %1 %2").arg(sequence).arg(QLatin1String(piece));
}

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void a_call_that_waits_spans_the_slots_of_the_others()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const Drawing drawing = drawn(replay);
        const size_t select = nth(trace, 0, Call::select), listen = nth(trace, 0, Call::listen);
        const Shape *waits = recording::shape_of(drawing, block(select));
        const Shape *other = recording::shape_of(drawing, block(listen));
        QVERIFY(waits && other);
        QCOMPARE(waits->fill, Ink::waiting);
        QVERIFY(other->fill != Ink::waiting && other->fill != Ink::copying);
        const size_t others = select - nth(trace, 0, Call::fd_set) - 1; // events complete while it slept
        QVERIFY(others >= 3);
        const double slot = other->rect.width() + 1; // and the seam
        // Every slot is drawn on whole pixels, so the one measured may be half a pixel off at each end.
        QVERIFY(std::abs(waits->rect.width() + 1 - slot * double(others + 1)) <= double(others + 2));
        QVERIFY(waits->rect.width() > slot * double(others));
    }

    void kinds_have_their_own_ink()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const Drawing drawing = drawn(replay);
        const Shape *step = recording::shape_of(drawing, block(nth(trace, 0, Call::fd_zero)));
        const Shape *receive = recording::shape_of(drawing, block(nth(trace, 0, Call::recv)));
        const Shape *asleep = recording::shape_of(drawing, QStringLiteral("block in flight 0 whole"));
        QVERIFY(step && receive && asleep);
        QCOMPARE(step->fill, Ink::running);
        QCOMPARE(receive->fill, Ink::copying); // the data was there: no waiting
        QCOMPARE(asleep->fill, Ink::waiting);
        QVERIFY(recording::part_of(drawing, QStringLiteral("in flight 0")));
        QVERIFY(recording::part_of(drawing, QStringLiteral("event %1").arg(nth(trace, 0, Call::recv))));
        QVERIFY(recording::part_of(drawing, QStringLiteral("thread 1")));
    }

    void both_phases_of_a_read_are_seen()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const size_t read = nth(trace, 1, Call::recv);
        for (const Range &range : {Range{Axis::events, 0, 0},
                                   Range{Axis::time, double(recording::began + 5'010'000), double(trace.end())}}) {
            const Drawing drawing = drawn(replay, range);
            const Shape *wait = recording::shape_of(drawing, block(read, "wait"));
            const Shape *copy = recording::shape_of(drawing, block(read, "copy"));
            QVERIFY(wait && copy);
            QCOMPARE(wait->fill, Ink::waiting);
            QCOMPARE(copy->fill, Ink::copying);
            QCOMPARE(wait->rect.right(), copy->rect.left());
        }
    }

    void blocks_with_room_say_their_call()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const QString label = QStringLiteral("label %1").arg(nth(trace, 0, Call::select, 1));
        const Drawing large = drawn(replay, {Axis::time, 0, 0}, {3000, 300});
        const Drawing narrow = drawn(replay, {Axis::time, 0, 0}, {500, 300});
        const Drawing tight = drawn(replay, {Axis::events, 0, 0}, {420, 300});
        const Shape *wide = recording::shape_of(large, label);
        QVERIFY(wide);
        QVERIFY2(wide->words.startsWith(QLatin1String("select(5, ")), qPrintable(wide->words));
        QVERIFY(recording::shape_of(narrow, label));
        QCOMPARE(recording::shape_of(narrow, label)->words, QStringLiteral("select"));
        QVERIFY(!recording::shape_of(tight, label));
    }

    // What has not ended by the instant is named as it was asked, what has not begun by the call's name.
    void the_future_is_not_told()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000..900'000         server    accept(3) = -1 EAGAIN × 1234
            100'000..100'010      client 1  send(3, 5) = 5
            1'000'000..2'000'000  server    recv(4, 4096) = 77
            1'500'000..1'500'010  client 1  send(3, 77) = 77
        )");
        const replay::Replay replay(maker.take());
        const auto said = [&](size_t step) {
            const replay::Instant instant = replay.step(step);
            const replay::World world = replay.at(instant);
            const Drawing drawing = timeline({replay, world, instant, english(), {Axis::time, 0, 0}, {}, false, 0, false}, {2400, 300});
            QString all = recording::all_words(drawing);
            for (const drawing::Part &part : drawing.parts)
                all += u'\n' + part.sentence;
            return all;
        };
        const QString polling = said(0), reading = said(2), over = said(3);
        QVERIFY(!polling.contains("1,234") && !polling.contains("77"));
        QVERIFY(polling.contains("accept × …") && polling.contains("again and again for"));
        QVERIFY(polling.contains("server: recv, later than the instant shown."));
        QVERIFY(reading.contains("accept ×1,234") && reading.contains("not returned yet") && !reading.contains("= 77\n"));
        QVERIFY(over.contains("= 77"));
    }

    // A range that begins inside a call during which others were made shows that call.
    void a_call_around_others_is_in_each_range()
    {
        recording::Maker maker;
        maker.lines("1000..900'000 server pthread_sigmask(SIG_BLOCK, 0) = 0");
        for (int64_t time = 10'000; time < 800'000; time += 10'000)
            maker.lines_after(time, "0..5000 server recv(4, 4096) = 1");
        const trace::Trace &trace = maker.take();
        const replay::Replay replay(trace);
        const size_t last = trace.events().size() - 1;
        QCOMPARE(trace.events()[last].call, Call::pthread_sigmask);
        const Drawing drawing = drawn(replay, {Axis::events, double(last) / 2, double(last) / 2 + 10}, {1200, 300});
        QVERIFY(recording::shape_of(drawing, block(last, "whole")));
    }

    // Three descriptors polled in turn, folded: each fold lasts nearly as long as the others.
    void labels_of_overlapping_folds_do_not_touch()
    {
        recording::Maker maker;
        maker.lines(R"(
            3000..1'200'000  server  accept(3) = -1 EAGAIN × 1234
            4000..1'300'000  server  recv(4, 4096) = -1 EAGAIN × 1234
            5000..1'400'000  server  recv(5, 4096) = -1 EAGAIN × 1234
        )");
        const replay::Replay replay(maker.take());
        for (const Axis axis : {Axis::time, Axis::events}) {
            const Drawing drawing = drawn(replay, {axis, 0, 0}, {1200, 300});
            std::vector<QRectF> places;
            for (const Shape &shape : drawing.shapes)
                if (shape.id.startsWith(QLatin1String("label ")))
                    places.push_back({shape.rect.left(), shape.rect.top(), width_of(shape.words, measure::text, false, true), shape.rect.height()});
            QVERIFY(!places.empty());
            for (size_t i = 0; i < places.size(); ++i)
                for (size_t k = i + 1; k < places.size(); ++k)
                    QVERIFY(!places[i].intersects(places[k]));
        }
    }

    void time_is_linear_on_its_axis()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const Range range{Axis::time, double(recording::began), double(recording::began + 6'000'000)};
        const Drawing drawing = drawn(replay, range);
        const replay::World world = replay.at(replay.last());
        const QRectF plot =
            timeline_plot({replay, world, replay.last(), english(), range, {}, true, 0, false}, {1200, 300});
        const Shape *select = recording::shape_of(drawing, block(nth(trace, 0, Call::select, 1), "wait"));
        QVERIFY(select);
        QVERIFY(std::abs(select->rect.left() - pixel_at(range, recording::began + 2'090'000, plot.left(), plot.width()))
                < 1);
        const Shape *rest = recording::shape_of(drawing, block(nth(trace, 0, Call::select, 1), "rest")); // waking up
        QVERIFY(rest);
        QVERIFY(std::abs(rest->rect.right() - pixel_at(range, recording::began + 5'030'000, plot.left(), plot.width()))
                < 1.1);
        QVERIFY(recording::all_words(drawing).contains(QStringLiteral("2.0\u00a0ms"))); // the ruler's
    }

    void the_time_to_come_is_dimmed_unless_it_is_live()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        replay::Instant early = replay.step(4);
        QVERIFY(recording::shape_of(drawn(replay, {}, {1200, 300}, &early, english(), false), QStringLiteral("later")));
        QVERIFY(!recording::shape_of(drawn(replay, {}, {1200, 300}, &early, english(), true), QStringLiteral("later")));
        const Drawing drawing = drawn(replay, {}, {1200, 300}, &early, english(), false);
        QVERIFY(
            recording::shape_of(drawing, QStringLiteral("cursor label"))->words.startsWith(QLatin1String("step 4 ")));
    }

    void lost_events_are_told()
    {
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        QVERIFY(!recording::all_words(drawn(replay::Replay(trace))).contains(QLatin1String("1,234")));
        trace.dropped = 1234;
        QVERIFY(recording::all_words(drawn(replay::Replay(trace))).contains(QLatin1String("1,234")));
    }

    void polls_and_gates_look_different()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000..900'000       server  recv(4, 4096) = -1 EAGAIN × 12'345
            901'000..1'900'000  server  held(recv)
        )");
        maker.trace.run.stepped = true;
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay);
        QCOMPARE(recording::shape_of(drawing, block(0))->fill, Ink::failed);
        QVERIFY(recording::all_words(drawing).contains(QStringLiteral("×12,345")));
        QCOMPARE(recording::shape_of(drawing, block(1))->fill, Ink::held);
        QVERIFY(recording::shape_of(drawing, block(1))->hatched);
        QVERIFY(recording::all_words(drawing).contains(QStringLiteral("held: recv")));
    }

    void polls_that_may_go_on_look_like_polls_while_the_gate_holds()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000..900'000  server  recv(4, 4096) = -1 EAGAIN × 12'345 …
            901'000..      server  held(recv)
        )");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay);
        const auto polls = std::ranges::count_if(drawing.shapes, [](const Shape &shape) {
            return shape.id.startsWith(QStringLiteral("block in flight")) && shape.fill == Ink::failed;
        });
        QCOMPARE(polls, ptrdiff_t(1));
    }

    void a_select_that_asks_in_vain_is_a_failed_poll()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server);
        maker.lines(R"(
            1000..900'000         server  select(4, {3}, NULL, NULL, 0) = 0 × 12'345
            901'000..1'900'000    server  poll({3:POLLIN}, 1, 0) = 0
            2'000'000..3'000'000  server  select(4, {3}, NULL, NULL, 0) = 1 {3}
        )");
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay);
        QCOMPARE(recording::shape_of(drawing, block(0))->fill, Ink::failed);
        QCOMPARE(recording::shape_of(drawing, block(1))->fill, Ink::failed);
        QVERIFY(recording::shape_of(drawing, block(2))->fill != Ink::failed);
        QVERIFY(recording::all_words(drawing).contains(QStringLiteral("×12,345")));
        QCOMPARE(totals(replay, replay.last()).rows[server].failed_polls, 12346u);
    }

    void words_on_blocks_are_in_the_language()
    {
        recording::Maker maker;
        maker.lines(R"(
            1000        server  thread_begin()
            2000..3000  server  held(recv)
            4000        server  thread_end()
        )");
        const replay::Replay replay(maker.take());
        const words::Language vietnamese(QStringLiteral("vi"));
        const auto text = recording::all_words(drawn(replay, {}, {1200, 300}, nullptr, vietnamese));
        for (const char *word : {"luồng bắt đầu", "bị giữ: recv", "luồng kết thúc"})
            QVERIFY2(text.contains(QString::fromUtf8(word)), word);
        for (const char *word : {"thread", "held"})
            QVERIFY2(!text.contains(QLatin1String(word)), word);
    }

    void what_arrives_is_marked_on_the_lane_it_reaches()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        const auto marked_at = [](const Drawing &drawing, double x) {
            const QRectF lane = recording::part_of(drawing, QStringLiteral("thread 0"))->rect;
            return std::ranges::any_of(drawing.shapes, [&](const Shape &shape) {
                const QRectF at = shape.way.boundingRect();
                return shape.kind == Shape::path && shape.fill == Ink::signal && std::abs(at.center().x() - x) < 2
                       && at.top() >= lane.top() && at.bottom() <= lane.bottom();
            });
        };
        const Drawing slots_shown = drawn(replay);
        const Shape *send = recording::shape_of(slots_shown, block(nth(trace, 1, Call::send)));
        QVERIFY(send);
        QVERIFY(marked_at(slots_shown, send->rect.center().x()));

        const Range far{Axis::time, double(recording::began - 100'000'000), double(recording::began + 300'000'000)};
        const replay::World world = replay.at(replay.last());
        const QRectF plot =
            timeline_plot({replay, world, replay.last(), english(), far, {}, true, 0, false}, {1200, 300});
        const double sent = pixel_at(far, recording::began + 5'010'000, plot.left(), plot.width());
        QVERIFY(marked_at(drawn(replay, far), sent)); // a send() narrower than a pixel
        QVERIFY(!marked_at(drawn(replay, far), sent + 50));
    }

    void too_many_threads_are_counted()
    {
        recording::Maker maker;
        maker.thread("server", recording::Part::server);
        for (int i = 1; i <= 40; ++i)
            maker.lines_after(i, "0 client %d thread_begin()", i);
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, {}, {1000, 400});
        const int lanes =
            int(std::ranges::count_if(drawing.parts, [](const drawing::Part &part) { return part.id.startsWith(u"thread "); }));
        QVERIFY(lanes > 3 && lanes < 41);
        QVERIFY2(recording::all_words(drawing).contains(QStringLiteral("%1 more threads").arg(41 - lanes)),
                 qPrintable(recording::all_words(drawing)));
        QVERIFY2(recording::flaws(drawing).isEmpty(), qPrintable(recording::flaws(drawing).join('\n')));
    }

    void it_is_complete_at_any_size_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSizeF>("size");
        for (const char *language : {"en", "vi"})
            for (const QSizeF &size : {QSizeF(1000, 240), QSizeF(500, 180), QSizeF(300, 120), QSizeF(4000, 1500)})
                QTest::addRow("%s %g x %g", language, size.width(), size.height()) << QString(language) << size;
    }

    void it_is_complete_at_any_size()
    {
        QFETCH(QString, language);
        QFETCH(QSizeF, size);
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        trace.dropped = 17;
        trace.run.stepped = true;
        const replay::Replay replay(trace);
        for (const Axis axis : {Axis::time, Axis::events})
            for (const size_t step : {size_t(0), trace.events().size() / 2, trace.events().size() - 1}) {
                replay::Instant at = replay.step(step);
                const Drawing drawing = drawn(replay, {axis, 0, 0}, size, &at, words::Language(language), false);
                QCOMPARE(drawing.size, size);
                QVERIFY2(recording::flaws(drawing).isEmpty(), qPrintable(recording::flaws(drawing).join('\n')));
            }
    }

    void nothing_recorded_is_no_crash()
    {
        const trace::Trace none;
        const replay::Replay replay(none);
        for (const Axis axis : {Axis::time, Axis::events})
            QVERIFY(drawn(replay, {axis, 0, 0}).shapes.size() > 5);
    }

    void odd_ranges_are_no_crash()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        for (const Axis axis : {Axis::time, Axis::events})
            for (const auto &[from, to] :
                 {std::pair(-1e18, 1e18), {1e300, 1e301}, {5e9, 5e9 + 1e-3}, {-1e300, -1e299}, {0.25, 0.5}})
                QVERIFY(drawn(replay, {axis, from, to}).shapes.size() < 5000);
    }

    void the_cost_follows_the_pixels()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server);
        const uint16_t client = maker.thread("client 1", recording::Part::client);
        int64_t now = 0;
        for (int i = 0; i < 250'000; ++i) {
            const int64_t wait = 2000 + (i * 7919) % 5000;
            maker.call(client, Call::send, now + wait - 900, now + wait - 200, 3, 1, 1);
            maker.call(server, Call::recv, now, now + wait, 4, 1, 100);
            maker.call(server, Call::send, now + wait + 300, now + wait + 1000, 4, 1, 1);
            maker.call(client, Call::recv, now + wait - 100, now + wait + 1400, 3, 1, 100);
            now += wait + 2000;
        }
        const replay::Replay replay(maker.take());
        const double count = double(replay.trace().events().size());
        QCOMPARE(count, 1'000'000.0);
        for (const Range &range : {Range{Axis::time, 0, 0}, Range{Axis::events, 0, 0}, Range{Axis::events, 1000, 3000},
                                   Range{Axis::events, 5000, 205000}, Range{Axis::time, 7e9, 7e9 + 1e7}}) {
            const Drawing drawing = drawn(replay, range, {1920, 300});
            size_t boxes = drawing.shapes.size();
            for (const Shape &shape : drawing.shapes)
                boxes += shape.places.size();
            QVERIFY(boxes > 40);
            QVERIFY2(boxes < 4 * 2 * 1920, qPrintable(QString::number(boxes)));
            QVERIFY2(recording::flaws(drawing).isEmpty(), qPrintable(recording::flaws(drawing).join('\n')));
        }
        const Drawing all = drawn(replay, {Axis::time, 0, 0}, {1920, 300});
        QVERIFY(recording::count_of(all, Ink::waiting) > 0); // nothing that happened gets lost
        QVERIFY(recording::count_of(all, Ink::copying) > 0);
    }

    // Among half a million short ones, of which a column has hundreds: its stack is made of sums, the long one is not lost.
    void a_long_sleep_is_seen_among_many()
    {
        recording::Maker maker;
        const uint16_t server = maker.thread("server", recording::Part::server);
        const uint16_t client = maker.thread("client 1", recording::Part::client);
        int64_t now = 0;
        constexpr int64_t long_sleep = 400'000'000;
        constexpr int count = 250'000;
        for (int i = 0; i < count; ++i) {
            const int64_t wait = i == count / 2 ? long_sleep : 3000;
            maker.call(client, Call::send, now + wait - 900, now + wait - 200, 3, 1, 1);
            maker.call(server, Call::recv, now, now + wait, 4, 1, 100);
            now += wait + 1000;
        }
        const replay::Replay replay(maker.take());
        const Drawing drawing = drawn(replay, {Axis::time, 0, 0}, {1920, 300});
        const double plot = timeline_plot({replay, replay.at(replay.last()), replay.last(), words::Language(), {Axis::time, 0, 0}}, {1920, 300}).width();
        const double expected = plot * double(long_sleep) / double(now);
        QVERIFY(expected > 200);
        double widest = 0;
        std::set<double> heights; // of what the many slept, beside it
        const std::vector<QRectF> slept = recording::boxes_of(drawing, Ink::waiting);
        for (const QRectF &box : slept)
            if (box.width() > 20) {
                widest = std::max(widest, box.width());
                heights.insert(box.height());
            }
        QVERIFY2(heights.size() >= 2 && heights.size() <= 3, qPrintable(QString::number(heights.size())));
        const Drawing by_events = drawn(replay, {Axis::events, 0, 0}, {1920, 300});
        QVERIFY(recording::count_of(by_events, Ink::waiting) > 0);
        bool seen = false;
        for (const QRectF &box : slept)
            seen |= box.height() == *heights.rbegin() && qAbs(box.width() - expected) < 6;
        QVERIFY2(seen, qPrintable(QStringLiteral("%1, widest %2").arg(expected).arg(widest)));
    }
};

ROOM_TEST(TimelineTest)
#include "timeline.moc"
