// SPDX-License-Identifier: MIT
#include "ui/bench/bit_box.h"

#include "ui/bench/look.h"
#include "ui/common/preferences.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {
namespace {

QSize bit_size(const Preferences &preferences)
{
    return QSizeF(42 * preferences.scale(), 26 * preferences.scale()).toSize();
}

void draw(QPainter &painter, QRectF place, const QFont &font, const QString &text, const QColor &fill, const QColor &line, const QColor &letters, bool bold, bool dashed)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, dashed ? 2 : 1, dashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 4, 4);
    QFont face = code_font(font);
    face.setBold(bold);
    painter.setFont(face);
    painter.setPen(letters);
    painter.drawText(place, Qt::AlignCenter, text);
}

} // namespace

BitBox::BitBox(const Preferences &preferences, QWidget *parent) : QCheckBox(parent), m_preferences(preferences)
{
    setFocusPolicy(Qt::StrongFocus);
}

QSize BitBox::sizeHint() const
{
    return bit_size(m_preferences);
}

void BitBox::set_colour(bool changed)
{
    m_changed = changed;
    update();
}

void BitBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const drawing::Theme &theme = m_preferences.theme();
    const drawing::Ink on = m_changed ? drawing::Ink::copying : drawing::Ink::running;
    const QColor base = palette().color(QPalette::Base), muted = palette().color(QPalette::PlaceholderText);
    draw(painter, QRectF(rect()), font(), isChecked() ? QStringLiteral("1") : QStringLiteral("0"), isChecked() ? theme.colour(on) : base,
         isChecked() ? theme.colour(on) : palette().color(QPalette::Mid), isChecked() ? theme.text_colour(drawing::Ink::paper, on) : muted, isChecked(), false);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void BitBox::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key != Qt::Key_Left && key != Qt::Key_Right && key != Qt::Key_Up && key != Qt::Key_Down)
        return QCheckBox::keyPressEvent(event);
    const QPoint from = mapTo(window(), rect().center());
    BitBox *nearest = nullptr;
    int best = 1 << 30;
    for (BitBox *other : parentWidget()->findChildren<BitBox *>()) {
        const QPoint way = other->mapTo(window(), other->rect().center()) - from;
        const bool wide = key == Qt::Key_Left || key == Qt::Key_Right;
        const int ahead = key == Qt::Key_Left ? -way.x() : key == Qt::Key_Right ? way.x() : key == Qt::Key_Up ? -way.y() : way.y();
        const int aside = qAbs(wide ? way.y() : way.x());
        if (other != this && ahead > 0 && aside < 4 && ahead < best && other->isEnabled()) {
            best = ahead;
            nearest = other;
        }
    }
    if (nearest)
        nearest->setFocus(Qt::TabFocusReason);
}

BitLabel::BitLabel(const Preferences &preferences, QWidget *parent) : QLabel(parent), m_preferences(preferences)
{
}

QSize BitLabel::sizeHint() const
{
    return m_small ? QSizeF(21 * m_preferences.scale(), 26 * m_preferences.scale()).toSize() : bit_size(m_preferences);
}

void BitLabel::show_bit(Bit bit)
{
    if (std::exchange(m_bit, bit) != bit)
        update();
}

void BitLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const drawing::Theme &theme = m_preferences.theme();
    const QColor none(Qt::transparent), muted = palette().color(QPalette::PlaceholderText);
    const QRectF place(rect());
    switch (m_bit) {
    case Bit::none: return draw(painter, place, font(), QStringLiteral("–"), none, none, muted, false, false);
    case Bit::zero: return draw(painter, place, font(), QStringLiteral("0"), none, none, muted, false, false);
    case Bit::set:
        return draw(painter, place, font(), QStringLiteral("1"), theme.colour(drawing::Ink::copying), theme.colour(drawing::Ink::copying),
                    theme.text_colour(drawing::Ink::paper, drawing::Ink::copying), true, false);
    case Bit::set_new:
        return draw(painter, place, font(), QStringLiteral("1"), theme.colour(drawing::Ink::running), theme.colour(drawing::Ink::running),
                    theme.text_colour(drawing::Ink::paper, drawing::Ink::running), true, false);
    case Bit::cleared:
        return draw(painter, place, font(), QStringLiteral("0"), none, theme.colour(drawing::Ink::signal), theme.text_colour(drawing::Ink::signal, drawing::Ink::paper), true, true);
    }
}

} // namespace ui
