// SPDX-License-Identifier: MIT
// FigureView's dealings with the parts of its figure: keyboard, mouse, tool tips.
#include "ui/figure/access.h"
#include "ui/figure/view.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr int hurry_ms = 400, rest_ms = 250;

// Before the move that is being told of now.
qint64 ms_since_focus_moved()
{
    static QElapsedTimer clock;
    [[maybe_unused]] static const auto watched = QObject::connect(qApp, &QApplication::focusChanged, [] { clock.start(); });
    return clock.isValid() ? clock.elapsed() : hurry_ms;
}

} // namespace

int FigureView::selected_part()
{
    const auto &parts = drawing().parts;
    const auto found = std::find_if(parts.begin(), parts.end(), [this](const auto &part) { return part.id == m_selected; });
    return found == parts.end() || m_selected.isEmpty() ? -1 : int(found - parts.begin());
}

void FigureView::select_part(int index)
{
    const auto &parts = drawing().parts;
    if (index < 0 || index >= int(parts.size()))
        return;
    m_selected = parts[size_t(index)].id;
    if (std::ranges::find(m_told, m_selected, &drawing::Part::id) == m_told.end())
        m_told = parts; // it may be gone before these have been told
    const QRectF place = to_viewport(parts[size_t(index)].rect);
    const auto reach = [](QScrollBar *bar, qreal from, qreal to, int page) {
        if (to > page)
            bar->setValue(bar->value() + int(std::ceil(qMin(to - page, from))));
        else if (from < 0)
            bar->setValue(bar->value() + int(std::floor(from)));
    };
    reach(horizontalScrollBar(), place.left(), place.right(), viewport()->width());
    reach(verticalScrollBar(), place.top(), place.bottom(), viewport()->height());
    invalidate();
    show_sentence();
    tell_focus(*this, index);
}

void FigureView::follow_parts()
{
    show_sentence();
    if (!hasFocus() && !QAccessible::isActive())
        return m_told.clear();
    const auto &parts = drawing().parts;
    const std::vector<drawing::Part> before = std::exchange(m_told, parts);
    if (before.empty() || before == parts)
        return;
    tell_changes(*this, changes(before, parts));
    const auto was = std::ranges::find(before, m_selected, &drawing::Part::id);
    if (!hasFocus() || was == before.end())
        return;
    int now = selected_part();
    if (now == was - before.begin())
        return;
    if (now < 0 && !parts.empty()) { // gone: the focus stays near
        now = part_nearest(was->rect.center());
        m_selected = parts[size_t(now)].id;
        invalidate();
    }
    tell_focus(*this, now);
}

int FigureView::part_at(QPointF viewport)
{
    const QPointF point = to_drawing(viewport);
    const auto &parts = drawing().parts;
    // The smallest there: a bit and not the set around it.
    int best = -1;
    qreal smallest = 0;
    for (int i = 0; i < int(parts.size()); ++i) {
        const QRectF &rect = parts[size_t(i)].rect;
        const qreal area = rect.width() * rect.height();
        if (rect.contains(point) && (best == -1 || area < smallest)) {
            best = i;
            smallest = area;
        }
    }
    return best;
}

int FigureView::part_nearest(QPointF place)
{
    const auto &parts = drawing().parts;
    const auto far = [place](const drawing::Part &part) { return (part.rect.center() - place).manhattanLength(); };
    return int(std::ranges::min_element(parts, {}, far) - parts.begin());
}

// The nearest part wholly below (direction 1) or above (-1).
int FigureView::part_beyond(int index, int direction)
{
    const auto &parts = drawing().parts;
    const QRectF from = parts[size_t(index)].rect;
    int best = index;
    qreal nearest = 0;
    for (int i = 0; i < int(parts.size()); ++i) {
        const QRectF to = parts[size_t(i)].rect;
        const qreal below = direction > 0 ? to.top() - from.bottom() : from.top() - to.bottom();
        if (below < -1)
            continue;
        const qreal far = below + std::abs(to.center().x() - from.center().x()) * 2;
        if (best == index || far < nearest) {
            best = i;
            nearest = far;
        }
    }
    return best;
}

bool FigureView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_walked && selected_part() >= 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void FigureView::keyPressEvent(QKeyEvent *event)
{
    const int count = int(drawing().parts.size());
    const int here = selected_part();
    const bool control = event->modifiers() & Qt::ControlModifier;
    int to = -1;
    switch (event->key()) {
    case Qt::Key_Up: to = qMax(0, here - 1); break;
    case Qt::Key_Down: to = qMin(count - 1, here + 1); break;
    case Qt::Key_PageUp: to = here < 0 ? 0 : part_beyond(here, -1); break;
    case Qt::Key_PageDown: to = here < 0 ? 0 : part_beyond(here, 1); break;
    case Qt::Key_Left: to = control ? qMax(0, here - 1) : -1; break;
    case Qt::Key_Right: to = control ? qMin(count - 1, here + 1) : -1; break;
    case Qt::Key_Home: to = control ? 0 : -1; break;
    case Qt::Key_End: to = control ? count - 1 : -1; break;
    default: break;
    }
    if (to < 0)
        return QAbstractScrollArea::keyPressEvent(event);
    m_walked = true;
    select_part(to);
}

void FigureView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool by_key = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    m_walked = m_walked || by_key;
    if (by_key && selected_part() < 0 && !drawing().parts.empty())
        m_selected = drawing().parts.front().id;
    // After the figure itself was told of: the part is heard last, and Down leads from it to the next. Who hurries past with Tab
    // hears of the figures alone.
    QTimer::singleShot(ms_since_focus_moved() < hurry_ms ? rest_ms : 0, this, [this] {
        if (hasFocus() && selected_part() >= 0)
            select_part(selected_part());
    });
    invalidate();
}

void FigureView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    hide_sentence();
    invalidate();
}

void FigureView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_walked = false;
    hide_sentence();
    const int part = part_at(event->position());
    select_part(part);
    if (part >= 0)
        emit part_chosen(drawing().parts[size_t(part)].id);
}

bool FigureView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int index = part_at(help->pos());
    if (index < 0) {
        QToolTip::hideText();
    } else {
        const drawing::Part &part = drawing().parts[size_t(index)];
        QToolTip::showText(help->globalPos(), QStringLiteral("<qt>%1</qt>").arg(part.sentence.toHtmlEscaped()), viewport(),
                           to_viewport(part.rect).toAlignedRect());
    }
    return true;
}

// Of the part that the keyboard walks over, beside it: whoever sees reads what a screen reader says.
void FigureView::show_sentence()
{
    const int index = hasFocus() && m_walked ? selected_part() : -1;
    if (!m_sentence || index < 0)
        return hide_sentence();
    if (m_sentence->parentWidget() != window())
        m_sentence->setParent(window());
    m_sentence->setPalette(QToolTip::palette());
    const drawing::Part &part = drawing().parts[size_t(index)];
    m_sentence->setText(part.sentence);
    const QRect around = window()->rect();
    const QFontMetrics letters = m_sentence->fontMetrics();
    const int line = letters.horizontalAdvance(part.sentence) + letters.averageCharWidth() * 3;
    const int width = qMin(qMin(around.width(), letters.averageCharWidth() * 60), line);
    m_sentence->resize(width, m_sentence->heightForWidth(width));
    const QRect beside(viewport()->mapTo(window(), to_viewport(part.rect).topLeft().toPoint()), to_viewport(part.rect).size().toSize());
    const bool below = beside.bottom() + m_sentence->height() < around.bottom();
    m_sentence->move(qBound(0, beside.left(), around.width() - m_sentence->width()),
                     below ? beside.bottom() + 1 : qMax(0, beside.top() - m_sentence->height()));
    m_sentence->show();
    m_sentence->raise();
}

void FigureView::hide_sentence()
{
    if (m_sentence)
        m_sentence->hide();
}

void FigureView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.addAction(tr("&Copy picture"), this, &FigureView::copy_wanted);
    menu.addAction(tr("&Save picture…"), this, &FigureView::save_wanted);
    menu.exec(event->globalPos());
}

} // namespace ui
