// SPDX-License-Identifier: MIT
#include "ui/common/short_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace ui {

void ShortLabel::give_way()
{
    m_gives_way = true;
    updateGeometry();
}

QSize ShortLabel::minimumSizeHint() const
{
    if (!m_gives_way)
        return QLabel::minimumSizeHint();
    constexpr int least = 4; // letters
    return {qMin(fontMetrics().averageCharWidth() * least, QLabel::minimumSizeHint().width()), QLabel::minimumSizeHint().height()};
}

bool ShortLabel::is_short() const
{
    return QLabel::minimumSizeHint().width() > width();
}

bool ShortLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !is_short())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
    return true;
}

void ShortLabel::paintEvent(QPaintEvent *event)
{
    if (!is_short())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    style()->drawItemText(&painter, room, int(alignment()), palette(), isEnabled(), fontMetrics().elidedText(text(), Qt::ElideRight, room.width()),
                          QPalette::WindowText);
}

} // namespace ui
