// SPDX-License-Identifier: MIT
#include "ui/figure/view.h"

#include <QLabel>
#include <QElapsedTimer>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>
#include <climits>
#include <utility>

namespace ui {
namespace {

constexpr int motion_ms = 200;
constexpr qreal smallest_width = 120, smallest_height = 60; // px at scale 1

// The part of its preferred size that a figure needs to be read without having shrunk: text flows, pictures do not.
QSizeF readable_share(QLatin1String figure)
{
    if (figure == QLatin1String("listing"))
        return {0.5, 0.26};
    if (figure == QLatin1String("words") || figure == QLatin1String("totals"))
        return {0.6, 0.7};
    if (figure == QLatin1String("timeline"))
        return {0.42, 0.7};
    if (figure == QLatin1String("crossing")) // it shows fewer calls
        return {0.84, 0.22};
    if (figure == QLatin1String("phases")) // its letters are those of a slide
        return {0.65, 0.65};
    return {0.84, 0.8};
}

// The part of its preferred size below which it scrolls, at the usual scale: some are readable below a third.
qreal smallest_share(qreal readable)
{
    return qMin(0.35, readable);
}

} // namespace

FigureView::FigureView(const figures::Figure &figure, Session &session, Preferences &preferences, QWidget *parent)
    : QAbstractScrollArea(parent), m_session(session), m_preferences(preferences), m_figure(figure), m_sentence(new QLabel(this))
{
    m_sentence->hide();
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(4);
    m_sentence->setFrameShape(QFrame::Box);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setAutoFillBackground(true);
    m_sentence->setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QString::fromLatin1(figure.name));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &FigureView::refresh);
    m_motion.setDuration(motion_ms);
    m_motion.setStartValue(0.);
    m_motion.setEndValue(1.);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&session, &Session::instant_changed, this, [this] { invalidate(m_session.calm()); });
    connect(&session, &Session::recording_changed, this, [this] {
        m_drawing = {};
        m_unseen = false;
        invalidate();
    });
    connect(&session, &Session::state_changed, this, [this] { invalidate(); });
    for (const auto signal : {&Preferences::language_changed, &Preferences::scale_changed})
        connect(&preferences, signal, this, [this] { invalidate(); });
    connect(&preferences, &Preferences::theme_changed, viewport(), qOverload<>(&QWidget::update));
    set_names();
}

void FigureView::set_names()
{
    setAccessibleName(title());
    setAccessibleDescription(tr("Up and Down walk over the parts of the figure, Page Up and Page Down jump a row."));
}

figures::Scene FigureView::scene() const
{
    return {.replay = m_session.replay(), .world = m_session.world(), .instant = m_session.instant(),
            .language = m_preferences.language(), .range = {}, .selected = hasFocus() ? m_selected : QString(),
            .live = m_session.live(), .front = m_session.front(), .bound_asked = m_session.bound_asked()};
}

QSizeF FigureView::least_size(const figures::Scene &scene) const
{
    // At the usual scale a figure shrinks with its panel. Who asks for a larger one wants it larger: then it scrolls.
    const qreal wish = qBound(0., (m_preferences.scale() - 1) * 2, 1.);
    const QSizeF preferred = m_figure.preferred(scene), readable = readable_share(QLatin1String(m_figure.name));
    const auto share = [wish](qreal enough) { return smallest_share(enough) + wish * (enough - smallest_share(enough)); };
    return {preferred.width() * share(readable.width()), preferred.height() * share(readable.height())};
}

QSizeF FigureView::room_for(QSizeF least) const
{
    QSizeF room = QSizeF(maximumViewportSize()) / m_preferences.scale();
    const qreal bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent) / m_preferences.scale();
    constexpr qreal rounding = 0.5; // px: a drawing that was scaled to the room may be a hair larger
    const bool tall = least.height() > room.height() + rounding;
    if (tall)
        room.rwidth() -= bar;
    if (least.width() > room.width() + rounding) {
        room.rheight() -= bar;
        if (!tall && least.height() > room.height() + rounding)
            room.rwidth() -= bar;
    }
    return room;
}

QSizeF FigureView::drawing_size(const figures::Scene &scene) const
{
    const QSizeF least = least_size(scene);
    return room_for(least).expandedTo(least);
}

qreal FigureView::least_letters() const
{
    constexpr qreal enough = 11 / 13.; // 11 px; who asks for no larger ones sees all of the stage, the table and more lines
    const QLatin1String name(m_figure.name);
    const bool few = name == QLatin1String("stage") || name == QLatin1String("client_FD") || name == QLatin1String("listing");
    const qreal wish = qBound(0., (m_preferences.scale() - 1) * 2, 1.);
    return few ? wish * enough : enough;
}

// Higher, and then wider, too, until its letters are large enough; a text flows, and is never wider than its panel.
drawing::Drawing FigureView::readable(const figures::Scene &scene) const
{
    const auto letters = [](const drawing::Drawing &drawing) {
        qreal smallest = 1;
        for (const drawing::Shape &shape : drawing.shapes)
            if (shape.kind == drawing::Shape::text)
                smallest = qMin(smallest, shape.scale);
        return smallest;
    };
    QSizeF size = drawing_size(scene);
    drawing::Drawing drawing = m_figure.draw(scene, size);
    const bool flows = QLatin1String(m_figure.name) == QLatin1String("words");
    const QSizeF text = flows ? room_for({size.width(), INT_MAX}) : QSizeF(); // beside a bar
    for (qreal height = size.height() * 1.1; flows && letters(drawing) < least_letters() && height < 20 * size.height(); height *= 1.1)
        drawing = m_figure.draw(scene, {qMax(text.width(), least_size(scene).width()), height});
    for (int tries = 0; !flows && tries < 3 && letters(drawing) < least_letters(); ++tries) {
        const qreal now = letters(drawing), larger = least_letters() / now + 0.01;
        const QSizeF higher(room_for({size.width(), size.height() * larger}).width(), size.height() * larger);
        drawing::Drawing other = m_figure.draw(scene, higher.expandedTo({size.width() * 0.9, 0}));
        if (letters(other) <= now * 1.02)
            other = m_figure.draw(scene, higher.expandedTo(size * larger));
        size = other.size;
        drawing = std::move(other);
    }
    return drawing;
}

void FigureView::invalidate(bool calm)
{
    m_stale = true;
    m_calm = m_calm && calm;
    // A figure that is dear to draw is drawn less often, so that the window always answers.
    // One behind a tab is drawn when it is painted.
    if (isVisible() && !visibleRegion().isEmpty() && !m_refresh.isActive())
        m_refresh.start(m_cost_ms > 4 ? 4 * m_cost_ms : 0);
}

const drawing::Drawing &FigureView::drawing()
{
    if (m_stale) {
        const figures::Scene scene = this->scene();
        if (!std::exchange(m_unseen, true)) {
            m_stale = false; // what is on the screen is still on its way to the drawing before
            m_before = shown();
        }
        m_drawing = readable(scene);
        m_stale = false;
    }
    return m_drawing;
}

drawing::Drawing FigureView::shown()
{
    if (m_motion.state() != QAbstractAnimation::Running)
        return drawing();
    return drawing::between(m_before, drawing(), m_motion.currentValue().toReal());
}

void FigureView::refresh()
{
    QElapsedTimer clock;
    clock.start();
    drawing();
    const bool calm = std::exchange(m_calm, true);
    if (!std::exchange(m_unseen, false))
        return;
    m_cost_ms = int(clock.elapsed());
    const bool moving = m_motion.state() == QAbstractAnimation::Running;
    if (!moving && m_before == m_drawing)
        return; // what is on the screen is right
    m_motion.stop();
    if (!calm && moves() && !m_before.shapes.empty() && m_before.size == m_drawing.size)
        m_motion.start();
    place_scroll_bars();
    follow_parts();
    viewport()->update();
}

void FigureView::place_scroll_bars()
{
    const QSize all = (m_drawing.size * m_preferences.scale()).toSize();
    const QSize room = (room_for(m_drawing.size) * m_preferences.scale()).toSize(); // the bars there may be about to go
    const auto place = [](QScrollBar *bar, int whole, int page) {
        bar->setRange(0, qMax(0, whole - page));
        bar->setPageStep(page);
        bar->setSingleStep(qMax(1, page / 10));
    };
    place(horizontalScrollBar(), all.width(), room.width());
    place(verticalScrollBar(), all.height(), room.height());
}

QRectF FigureView::to_viewport(const QRectF &rect) const
{
    const qreal scale = m_preferences.scale();
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    return {rect.topLeft() * scale - scrolled, rect.size() * scale};
}

QPointF FigureView::to_drawing(QPointF viewport) const
{
    return (viewport + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value())) / m_preferences.scale();
}

void FigureView::paintEvent(QPaintEvent *)
{
    QElapsedTimer clock;
    clock.start();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_preferences.theme().colour(drawing::Ink::paper));
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    painter.scale(m_preferences.scale(), m_preferences.scale());
    if (m_motion.state() == QAbstractAnimation::Running)
        drawing::paint(shown(), m_preferences.theme(), painter);
    else
        drawing::paint(drawing(), m_preferences.theme(), painter);
    if (m_ringed)
        paint_ring(painter);
    if (hasFocus()) {
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        ring.rect = viewport()->rect();
        ring.backgroundColor = m_preferences.theme().colour(drawing::Ink::paper);
        painter.resetTransform();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
    }
    m_cost_ms = qMax(m_cost_ms, int(clock.elapsed()));
}

void FigureView::set_ringed(bool ringed, const std::vector<QStringList> &marks)
{
    const bool other = std::exchange(m_marks, marks) != marks;
    if (std::exchange(m_ringed, ringed) != ringed || (ringed && other))
        viewport()->update();
}

std::vector<std::pair<int, QString>> FigureView::ringed_parts()
{
    const auto &parts = drawing().parts;
    const auto is_there = [&](const QString &id) { return std::ranges::any_of(parts, [&](const drawing::Part &part) { return part.id == id; }); };
    std::vector<std::pair<int, QString>> found;
    for (size_t i = 0; i < m_marks.size() && m_ringed; ++i)
        if (const auto id = std::ranges::find_if(m_marks[i], is_there); id != m_marks[i].end())
            found.emplace_back(int(i) + 1, *id);
    return found;
}

// Yellow and dark, with the number that the sentence has, too.
void FigureView::paint_ring(QPainter &painter)
{
    constexpr qreal halo = 7, line = 1.5, inset = halo / 2;
    const QRectF whole = QRectF(viewport()->rect()).adjusted(inset, inset, -inset, -inset);
    const QColor yellow(0xf0, 0xe4, 0x42), dark = m_preferences.theme().colour(drawing::Ink::text);
    painter.resetTransform();
    const auto draw = [&](const QRectF &ring) {
        painter.setBrush(Qt::NoBrush);
        for (const auto &[colour, width] : {std::pair(yellow, halo), std::pair(dark, line)}) {
            painter.setPen(QPen(colour, width));
            painter.drawRoundedRect(ring, 4, 4);
        }
    };
    const auto ringed = ringed_parts();
    if (ringed.empty())
        return draw(whole);
    QFont bold = font();
    bold.setBold(true);
    const qreal size = QFontMetricsF(font()).height() * 1.2;
    for (const auto &[number, id] : ringed) {
        const auto part = std::ranges::find(drawing().parts, id, &drawing::Part::id);
        const QRectF ring = to_viewport(part->rect).adjusted(-inset, -inset, inset, inset) & whole;
        draw(ring);
        const QRectF badge(ring.right() - size * 0.75, std::max(ring.top() - size * (ringed.size() > 1 ? 0.6 : 0.25), 0.), size, size);
        painter.setBrush(yellow);
        painter.setPen(QPen(dark, line));
        painter.drawEllipse(badge & QRectF(viewport()->rect()));
        painter.setFont(bold);
        painter.setPen(Qt::black);
        painter.drawText(badge, Qt::AlignCenter, QString::number(number));
    }
}

void FigureView::resizeEvent(QResizeEvent *)
{
    // At once: a figure that lags behind its frame looks broken.
    m_stale = true;
    m_motion.stop();
    drawing();
    place_scroll_bars();
}

void FigureView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    m_drawing = {}; // nothing moves from what was last seen long ago
    m_stale = true;
    m_unseen = false;
    m_refresh.start(0);
}

void FigureView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void FigureView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        set_names();
    QAbstractScrollArea::changeEvent(event);
}

QSize FigureView::sizeHint() const
{
    return (m_figure.preferred(scene()) * m_preferences.scale()).toSize();
}

QSize FigureView::minimumSizeHint() const
{
    return (QSizeF(smallest_width, smallest_height) * qMin(1.5, m_preferences.scale())).toSize();
}

} // namespace ui
