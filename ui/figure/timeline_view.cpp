// SPDX-License-Identifier: MIT
#include "ui/figure/timeline_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace ui {

TimelineView::TimelineView(const figures::Figure &figure, Session &session, Preferences &preferences, QWidget *parent)
    : FigureView(figure, session, preferences, parent)
{
    connect(&session, &Session::instant_changed, this, &TimelineView::follow);
    connect(&session, &Session::recording_changed, this, [this] {
        m_left_out.clear();
        show_all();
    });
}

figures::Scene TimelineView::scene() const
{
    figures::Scene scene = FigureView::scene();
    scene.range = m_range;
    scene.marks = &m_marks;
    scene.left_out = &m_left_out;
    return scene;
}

QSizeF TimelineView::least_size(const figures::Scene &scene) const
{
    // Its width is what is seen of it; only the lanes may need more height.
    return {0, FigureView::least_size(scene).height()};
}

void TimelineView::set_range(const figures::Range &range)
{
    m_range = range;
    invalidate();
}

void TimelineView::set_marks(const figures::Marks &marks)
{
    m_marks = marks;
    invalidate();
}

void TimelineView::leave_out(std::set<size_t> threads)
{
    m_left_out = std::move(threads);
    invalidate();
}

void TimelineView::set_axis(figures::Axis axis)
{
    if (axis != m_range.axis)
        set_range({.axis = axis});
}

void TimelineView::show_all()
{
    set_range({.axis = m_range.axis});
}

QRectF TimelineView::plot() const
{
    const figures::Scene scene = this->scene();
    return to_viewport(figures::timeline_plot(scene, drawing_size(scene)));
}

double TimelineView::value_at(double x) const
{
    const QRectF plot = this->plot();
    return figures::value_at(figures::resolved(m_range, m_session.replay()), x, plot.left(), plot.width());
}

double TimelineView::instant_value() const
{
    return m_range.axis == figures::Axis::time ? double(m_session.instant().time) : double(m_session.instant().complete);
}

double TimelineView::cursor() const
{
    const QRectF plot = this->plot();
    return figures::pixel_at(figures::resolved(m_range, m_session.replay()), instant_value(), plot.left(), plot.width());
}

void TimelineView::zoom(double factor, double x)
{
    const figures::Range whole = figures::resolved({.axis = m_range.axis}, m_session.replay());
    const figures::Range now = figures::resolved(m_range, m_session.replay());
    const double least = m_range.axis == figures::Axis::time ? 100 : 4; // ns; events
    const double width = std::clamp((now.to - now.from) * factor, qMin(least, whole.to - whole.from), whole.to - whole.from);
    if (width >= whole.to - whole.from)
        return show_all();
    const double at = value_at(x);
    const double share = (at - now.from) / (now.to - now.from);
    const double from = std::clamp(at - share * width, whole.from, whole.to - width);
    set_range({.axis = m_range.axis, .from = from, .to = from + width});
}

void TimelineView::zoom_in()
{
    zoom(0.5, qBound(plot().left(), cursor(), plot().right()));
}

void TimelineView::zoom_out()
{
    zoom(2, qBound(plot().left(), cursor(), plot().right()));
}

// Keeps the instant in sight when only a part is shown.
void TimelineView::follow()
{
    const double width = m_range.to - m_range.from;
    if (width <= 0 || m_drag != Drag::none)
        return;
    const double value = instant_value();
    if (value >= m_range.from && value <= m_range.to)
        return;
    const figures::Range whole = figures::resolved({.axis = m_range.axis}, m_session.replay());
    const double share = value > m_range.to ? 0.8 : 0.2;
    const double from = std::clamp(value - share * width, whole.from, qMax(whole.from, whole.to - width));
    set_range({.axis = m_range.axis, .from = from, .to = from + width});
}

void TimelineView::go_to(double x)
{
    const double value = value_at(x);
    const replay::Replay &replay = m_session.replay();
    if (m_range.axis == figures::Axis::time)
        m_session.go(replay.at_time(int64_t(std::llround(std::clamp(value, -9e18, 9e18)))));
    else if (value < 0.5)
        m_session.go(replay.first());
    else if (value >= double(m_session.trace().events().size()))
        m_session.go(replay.last());
    else
        m_session.go(replay.step(size_t(std::ceil(value)) - 1));
    emit scrubbed();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const int index = selected_part();
    if (index < 0 || (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter))
        return FigureView::keyPressEvent(event);
    const drawing::Part part = drawing().parts[size_t(index)];
    if (const auto marked = figures::marked_at(m_marks, part.id)) {
        m_session.go(*marked);
        emit scrubbed();
        return;
    }
    bool is_event = false;
    const size_t sequence = part.id.section(u' ', 1).toULongLong(&is_event);
    if (!is_event || !part.id.startsWith(u"event "))
        return go_to(to_viewport(part.rect).center().x());
    m_session.go(m_session.replay().step(sequence));
    emit scrubbed();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_session.trace().events().empty())
        return;
    FigureView::mousePressEvent(event);
    const double x = event->position().x();
    const double reach = 6 * m_preferences.scale();
    m_drag = std::abs(x - cursor()) <= reach ? Drag::scrubbing : Drag::pressed;
    m_pressed_x = x;
    m_pressed_range = figures::resolved(m_range, m_session.replay());
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_drag == Drag::none) {
        const bool near_cursor = std::abs(x - cursor()) <= 6 * m_preferences.scale();
        viewport()->setCursor(near_cursor ? Qt::SplitHCursor : Qt::ArrowCursor);
        return;
    }
    if (m_drag == Drag::scrubbing)
        return go_to(x);
    if (m_drag == Drag::pressed && std::abs(x - m_pressed_x) < QApplication::startDragDistance())
        return;
    m_drag = Drag::panning;
    viewport()->setCursor(Qt::ClosedHandCursor);
    const figures::Range whole = figures::resolved({.axis = m_range.axis}, m_session.replay());
    const double width = m_pressed_range.to - m_pressed_range.from;
    const double moved = (x - m_pressed_x) / qMax(1., plot().width()) * width;
    if (width >= whole.to - whole.from)
        return; // all is in sight: nowhere to pan to
    const double from = std::clamp(m_pressed_range.from - moved, whole.from, whole.to - width);
    set_range({.axis = m_range.axis, .from = from, .to = from + width});
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::none);
    viewport()->setCursor(Qt::ArrowCursor);
    if (drag == Drag::pressed)
        go_to(event->position().x());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *)
{
    show_all();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier || turned.y() == 0) {
        const figures::Range now = figures::resolved(m_range, m_session.replay());
        const figures::Range whole = figures::resolved({.axis = m_range.axis}, m_session.replay());
        const double width = now.to - now.from;
        const double moved = (turned.y() + turned.x()) / 120. * 0.1 * width;
        const double from = std::clamp(now.from - moved, whole.from, qMax(whole.from, whole.to - width));
        if (width < whole.to - whole.from)
            set_range({.axis = m_range.axis, .from = from, .to = from + width});
    } else {
        zoom(std::pow(0.8, turned.y() / 120.), event->position().x());
    }
    event->accept();
}

} // namespace ui
