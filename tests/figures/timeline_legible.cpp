// SPDX-License-Identifier: MIT
// Nothing of a timeline covers what is to be read of it, and who acts is seen.
#include "drawing/sheet.h"
#include "figures/figure.h"
#include "recording.h"
#include "room.h"

#include <QRegularExpression>

using namespace figures;
using trace::Call;

namespace {

Drawing drawn(const replay::Replay &replay, QSizeF size, replay::Instant instant, bool live = true)
{
    const words::Language english(QStringLiteral("en"));
    const replay::World world = replay.at(instant);
    return timeline({replay, world, instant, english, {}, {}, live, 0, false}, size);
}

} // namespace

class TimelineLegibleTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // Where there is no room for all, whose step is shown is among those that are.
    void who_acts_has_a_lane()
    {
        recording::Maker maker;
        std::vector<uint16_t> threads;
        for (int i = 0; i < 40; ++i)
            threads.push_back(maker.thread(qPrintable(QStringLiteral("client %1").arg(i)), recording::Part::client));
        for (int i = 0; i < 40; ++i)
            maker.call(threads[size_t(i)], Call::send, 1'000 * i, 1'000 * i + 500, 4, 3);
        const trace::Trace &trace = maker.take();
        const replay::Replay replay(trace);
        for (const size_t step : {2, 20, 39}) {
            const Drawing drawing = drawn(replay, {900, 300}, replay.step(step));
            QVERIFY2(recording::shape_of(drawing, QStringLiteral("block %1 whole").arg(step)), qPrintable(QString::number(step)));
        }
    }

    void chapters_numbers_and_the_flag_stand_apart()
    {
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        const size_t count = trace.events().size();
        for (const size_t first : {size_t(1), size_t(1), size_t(2), count / 2, count * 3 / 4, count - 1})
            trace.chapters.push_back({.begin = trace.events()[first].end, .end = 0, .titles = {}});
        const replay::Replay replay(trace);
        for (size_t at_step = 0; at_step < trace.events().size(); ++at_step) {
            const Drawing drawing = drawn(replay, {700, 300}, replay.step(at_step), false);
            std::vector<QRectF> places;
            for (const Part &part : drawing.parts)
                if (part.id.startsWith(QLatin1String("chapter ")))
                    places.push_back(part.rect);
            QVERIFY(places.size() >= 3);
            places.push_back(recording::shape_of(drawing, QStringLiteral("cursor flag"))->rect);
            for (size_t i = 0; i < places.size(); ++i)
                for (size_t j = 0; j < i; ++j)
                    QVERIFY(!places[i].intersects(places[j]));
        }
    }

    void no_line_goes_through_a_word()
    {
        recording::Maker maker;
        trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        for (size_t at_step = 0; at_step < trace.events().size(); ++at_step) {
            const Drawing drawing = drawn(replay, {1200, 300}, replay.step(at_step), false);
            const double cursor = recording::shape_of(drawing, QStringLiteral("cursor"))->rect.left();
            for (const Shape &shape : drawing.shapes)
                if (shape.kind == Shape::text && shape.id.startsWith(QLatin1String("label ")))
                    QVERIFY2(cursor <= shape.rect.left() || cursor >= shape.rect.left() + width_of(shape.words, shape.size, false, true), qPrintable(shape.words));
        }
    }

    void the_lines_of_a_name_do_not_touch()
    {
        recording::Maker maker;
        const trace::Trace &trace = recording::one_client(maker);
        const replay::Replay replay(trace);
        for (int height = 120; height < 400; height += 7) {
            std::vector<QRectF> lines;
            for (const Shape &shape : drawn(replay, {1200, qreal(height)}, replay.last()).shapes)
                if (shape.kind == Shape::text && shape.rect.left() == measure::margin && shape.rect.height() == measure::row)
                    lines.push_back(shape.rect);
            for (size_t i = 1; i < lines.size(); ++i)
                if (lines[i].top() > lines[i - 1].top())
                    QVERIFY2(lines[i].top() - lines[i - 1].top() >= measure::row - 3, qPrintable(QString::number(height)));
        }
    }
};

ROOM_TEST(TimelineLegibleTest)
#include "timeline_legible.moc"
