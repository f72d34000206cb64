// SPDX-License-Identifier: MIT
// The sheet a figure is laid out on: each call puts one shape into the drawing and gives it back to be adjusted.
#pragma once

#include "drawing/drawing.h"

namespace drawing {

// The fixed measures all figures share, px.
namespace measure {
inline constexpr qreal margin = 16;  // around a figure's content
inline constexpr qreal gap = 8;      // between neighbours
inline constexpr int text = 13;    // the smallest text
inline constexpr qreal row = 20;     // a line of such text
inline constexpr int title = 13;   // a figure's title, bold
} // namespace measure

class Sheet {
public:
    explicit Sheet(QSizeF size);

    // A filled box; with a stroke if asked. References are good until the next call.
    Shape &box(const QRectF &rect, Ink fill, const QString &id = {});
    // Many of them, which lie beside each other: for what there are thousands of.
    Shape &boxes(std::vector<QRectF> places, Ink fill);
    Shape &card(const QRectF &rect, const QString &id = {}); // paper, thin outline, round corners
    // One line of text in `rect`, left and centred vertically unless adjusted.
    Shape &text(const QRectF &rect, const QString &words, Ink ink = Ink::text, Ink ground = Ink::paper);
    Shape &code(const QRectF &rect, const QString &words, Ink ink = Ink::text, Ink ground = Ink::paper);
    Shape &line(QPointF from, QPointF to, Ink ink = Ink::line);
    Shape &path(const QPainterPath &way, Ink stroke, const QString &id = {});
    void part(const QString &id, const QRectF &rect, const QString &sentence);

    QSizeF size() const { return m_drawing.size; }
    // The outline around the part that has the keyboard's focus, above everything; nothing when there is none of that
    // id.
    void mark(const QString &selected);
    Drawing take() { return std::move(m_drawing); }

private:
    Drawing m_drawing;
};

// A cell of a table with its value in the middle: filled with `lit` when it is `on`; with a thick rim when it has just been `changed`.
// The box has the id given, the letters have it with " value" behind.
void value_cell(Sheet &sheet, const QRectF &rect, const QString &words, bool on, Ink lit, const QString &id, bool changed = false);

// Widths in px of the shared font.
qreal width_of(const QString &words, int size = measure::text, bool bold = false, bool fixed_pitch = false);
// Makes the letters of a text smaller where its rect is too narrow for them, down to two thirds.
void narrow(Shape &text);
// `words` in lines no wider than `width`, broken at spaces.
QStringList wrapped(const QString &words, qreal width, int size = measure::text, bool bold = false);

// Lays out at `least` or more and shrinks the result, when `size` is too small for the figure to be readable in it.
template <typename Layout>
Drawing at_least(QSizeF least, QSizeF size, Layout layout)
{
    const qreal factor = std::min({1.0, size.width() / least.width(), size.height() / least.height()});
    if (factor >= 1 || factor <= 0)
        return layout(size.isEmpty() ? least : size);
    return scaled(layout(size / factor), factor);
}

// Where there is clearly more room than the size a figure likes, it is drawn larger, as long as all there is to see is
// seen: lays out at `size` or less and enlarges the result. `shows_all(size)` tells whether that size has room for
// everything.
template <typename ShowsAll, typename Layout>
Drawing enlarged(QSizeF liked, QSizeF size, ShowsAll shows_all, Layout layout)
{
    constexpr qreal spare = 1.2, step = 0.85;
    qreal factor = std::min(size.width() / liked.width(), size.height() / liked.height()) / spare;
    while (factor > 1 && !shows_all(size / factor))
        factor *= step;
    return factor > 1 ? scaled(layout(size / factor), factor) : layout(size);
}

} // namespace drawing
