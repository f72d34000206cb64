// SPDX-License-Identifier: MIT
#include "ui/hall/audience_view.h"

#include "drawing/qr.h"

#include <QCloseEvent>
#include <QElapsedTimer>
#include <QPainter>

namespace ui {
namespace {

constexpr int motion_ms = 450, pointer_ms = 2000;

} // namespace

AudienceView::AudienceView(Session &session, Preferences &preferences) : m_session(session), m_preferences(preferences)
{
    setObjectName("audience");
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_pointer.setSingleShot(true);
    m_pointer.setInterval(pointer_ms);
    connect(&m_pointer, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &AudienceView::invalidate);
    m_motion.setDuration(motion_ms);
    m_motion.setStartValue(0.);
    m_motion.setEndValue(1.);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    for (const auto signal : {&Preferences::language_changed, &Preferences::scale_changed, &Preferences::theme_changed})
        connect(&preferences, signal, this, &AudienceView::invalidate);
    m_pointer.start();
}

figures::Scene AudienceView::scene() const
{
    return {.replay = m_session.replay(), .world = m_session.world(), .instant = m_session.instant(), .language = m_preferences.language(),
            .range = {}, .selected = {}, .live = m_session.live(), .compact = true, .front = m_session.front(),
            .bound_asked = m_session.bound_asked()};
}

void AudienceView::show_page(const HallPage &page)
{
    if (m_page == page)
        return;
    m_page = page;
    setAccessibleName(page.title);
    setAccessibleDescription(page.heading.isEmpty() ? page.sentence : page.heading + QStringLiteral(". ") + page.sentence);
    refresh();
}

// A page that is dear to draw is drawn less often, so that every key is answered.
void AudienceView::refresh()
{
    if (!m_refresh.isActive())
        m_refresh.start(m_session.calm() ? 4 * m_cost_ms : 0);
}

void AudienceView::catch_up()
{
    if (!m_refresh.isActive())
        return;
    m_refresh.stop();
    invalidate();
}

void AudienceView::invalidate()
{
    m_motion.stop();
    m_before = m_drawing;
    m_stale = true;
    const HallDrawing &now = drawing();
    if (m_preferences.moves() && !m_session.calm() && now.shown == m_before.shown && now.drawing.size == m_before.drawing.size)
        m_motion.start();
    update();
    emit redrawn();
}

const HallDrawing &AudienceView::drawing()
{
    if (std::exchange(m_stale, false)) {
        QElapsedTimer clock;
        clock.start();
        const QSizeF room = QSizeF(size()) * (height_in_units / qMax(1, height()));
        const bool same = m_drawing.drawing.size == room && m_laid_out == m_page.front;
        m_drawing = hall_page(scene(), m_page, room, qMax(1., m_preferences.scale_percent() / 100.), same ? m_drawing.places : HallPlaces());
        m_laid_out = m_page.front;
        m_cost_ms = int(clock.elapsed());
    }
    return m_drawing;
}

void AudienceView::set_blank(Blank blank)
{
    m_blank = blank;
    update();
}

void AudienceView::paint_on(QPainter &painter, QSizeF size, bool as_it_moves)
{
    const drawing::Theme &theme = m_preferences.theme();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_blank != Blank::no)
        return painter.fillRect(QRectF({}, size), m_blank == Blank::black ? Qt::black : Qt::white);
    painter.fillRect(QRectF({}, size), theme.colour(drawing::Ink::paper));
    const HallDrawing &now = drawing();
    const qreal scale = qMin(size.width() / now.drawing.size.width(), size.height() / now.drawing.size.height());
    painter.scale(scale, scale);
    if (as_it_moves && m_motion.state() == QAbstractAnimation::Running)
        drawing::paint(drawing::between(m_before.drawing, now.drawing, m_motion.currentValue().toReal()), theme, painter);
    else
        drawing::paint(now.drawing, theme, painter);
    if (!now.code.isNull() && m_page.invitation)
        drawing::paint(drawing::qr_of(m_page.invitation->url()), now.code, painter);
    if (now.looked_at.isNull())
        return;
    constexpr qreal halo = 9, line = 2, corner = 8;
    painter.setBrush(Qt::NoBrush);
    for (const auto &[colour, width] : {std::pair(QColor(0xf0, 0xe4, 0x42), halo), std::pair(theme.colour(drawing::Ink::text), line)}) {
        painter.setPen(QPen(colour, width));
        painter.drawRoundedRect(now.looked_at.adjusted(halo / 2, halo / 2, -halo / 2, -halo / 2), corner, corner);
    }
}

void AudienceView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint_on(painter, size(), true);
}

void AudienceView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_motion.stop();
    m_stale = true;
}

void AudienceView::mouseMoveEvent(QMouseEvent *event)
{
    unsetCursor();
    m_pointer.start();
    QWidget::mouseMoveEvent(event);
}

void AudienceView::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    emit closed();
}

void AudienceView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_stale = true;
}

} // namespace ui
