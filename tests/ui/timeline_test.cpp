// SPDX-License-Identifier: MIT
// The timeline under the hand.
#include "shown.h"

#include "room.h"
#include "ui/figure/timeline_view.h"
#include "ui/window/panels.h"

#include <QSettings>
#include <QWheelEvent>

using shown::comes_true;

class TimelineTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void a_click_goes_to_the_instant();
    void the_wheel_zooms_around_the_pointer();
    void dragging_pans();
    void dragging_the_cursor_scrubs();
    void the_instant_stays_in_sight();

private:
    void turn(ui::TimelineView &timeline, QPointF at, int steps);
};

void TimelineTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void TimelineTest::turn(ui::TimelineView &timeline, QPointF at, int steps)
{
    QWheelEvent event(at, timeline.viewport()->mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(timeline.viewport(), &event);
}

void TimelineTest::a_click_goes_to_the_instant()
{
    shown::Window shown;
    shown.connect_client(1);
    ui::TimelineView &timeline = shown.window->panels().timeline();
    const QPoint middle(timeline.viewport()->width() / 2, timeline.viewport()->height() / 2);
    QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, middle);
    const size_t half = shown.session().instant().complete;
    QVERIFY(!shown.session().live());
    QVERIFY(half > 0 && half < shown.session().trace().events().size());
    QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, middle + QPoint(80, 0));
    QVERIFY(shown.session().instant().complete > half);
    timeline.set_axis(figures::Axis::time);
    QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, middle);
    const auto begin = shown.session().trace().begin(), end = shown.session().trace().end();
    QVERIFY(shown.session().instant().time > begin && shown.session().instant().time < end);
}

void TimelineTest::the_wheel_zooms_around_the_pointer()
{
    shown::Window shown;
    shown.connect_client(1);
    ui::TimelineView &timeline = shown.window->panels().timeline();
    const QPointF at(timeline.viewport()->width() * 0.7, 40);
    const QRectF plot = timeline.to_viewport(figures::timeline_plot(timeline.scene(), timeline.drawing().size));
    const auto under_pointer = [&] {
        return figures::value_at(figures::resolved(timeline.range(), shown.session().replay()), at.x(), plot.left(), plot.width());
    };
    const double value = under_pointer();
    turn(timeline, at, 2);
    QVERIFY(timeline.range().to > timeline.range().from);
    QVERIFY(std::abs(under_pointer() - value) < 0.01);
    turn(timeline, at, -20);
    QVERIFY(timeline.range().to <= timeline.range().from); // all of it again
}

void TimelineTest::dragging_pans()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.session().go_first();
    ui::TimelineView &timeline = shown.window->panels().timeline();
    const double all = double(shown.session().trace().events().size());
    timeline.set_range({.axis = figures::Axis::events, .from = all / 4, .to = all / 2});
    const QPoint middle(timeline.viewport()->width() / 2, 40);
    QTest::mousePress(timeline.viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(timeline.viewport(), middle - QPoint(60, 0));
    QTest::mouseRelease(timeline.viewport(), Qt::LeftButton, {}, middle - QPoint(60, 0));
    QVERIFY(timeline.range().from > all / 4);
    QCOMPARE(timeline.range().to - timeline.range().from, all / 4);
    QCOMPARE(shown.session().instant().complete, size_t(0)); // panning is no click
}

void TimelineTest::dragging_the_cursor_scrubs()
{
    shown::Window shown;
    shown.connect_client(1);
    ui::TimelineView &timeline = shown.window->panels().timeline();
    const size_t to = shown.session().trace().events().size() / 2;
    shown.session().go(shown.session().replay().step(to));
    const QRectF plot = timeline.to_viewport(figures::timeline_plot(timeline.scene(), timeline.drawing().size));
    const auto x = [&](double complete) {
        return int(figures::pixel_at(figures::resolved(timeline.range(), shown.session().replay()), complete, plot.left(), plot.width()));
    };
    const double from = double(shown.session().instant().complete);
    QTest::mousePress(timeline.viewport(), Qt::LeftButton, {}, {x(from), 40});
    QTest::mouseMove(timeline.viewport(), {x(from - 4), 40});
    QCOMPARE(shown.session().instant().complete, size_t(from) - 4);
    QTest::mouseMove(timeline.viewport(), {int(plot.right()) + 50, 40});
    QVERIFY(shown.session().live());
    QTest::mouseRelease(timeline.viewport(), Qt::LeftButton, {}, {int(plot.right()) + 50, 40});
}

void TimelineTest::the_instant_stays_in_sight()
{
    shown::Window shown;
    shown.connect_client(1);
    ui::TimelineView &timeline = shown.window->panels().timeline();
    timeline.set_range({.axis = figures::Axis::events, .from = 2, .to = 8});
    // The client is connected before the window has taken over what was recorded of it.
    QVERIFY(comes_true([&] { return shown.session().trace().events().size() > 13; }));
    shown.session().go(shown.session().replay().step(12));
    QVERIFY(timeline.range().from <= 13 && timeline.range().to >= 13);
    QCOMPARE(timeline.range().to - timeline.range().from, 6.0);
}

ROOM_TEST(TimelineTest)

#include "timeline_test.moc"
