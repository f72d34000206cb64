// SPDX-License-Identifier: MIT
// Geometry first: what a figure consists of, before any painter. Windows, files, tests and screen readers use the same.
#pragma once

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <array>
#include <optional>
#include <vector>

class QPainter;

namespace drawing {

// What a shape means; the theme gives it its colour. Never colour alone: each also has a word, a shape or a pattern.
enum class Ink : uint8_t {
    paper, panel, kernel, line, faint, text, muted, accent,
    waiting, copying, running, signal, failed, bit_on, bit_off, changed, selection, held, lit,
};

// One thing to paint. Lengths are pixels at scale 1.
struct Shape {
    enum Kind : uint8_t { box, boxes, text, line, path } kind = box;
    QString id;        // stable from one instant to the next: motion joins shapes of one id; empty: does not move
    QRectF rect;       // box, text; line: from topLeft to bottomRight (may be negative in size)
    QRectF origin;     // not null: where it comes from when it is new, and goes to when it is gone, instead of fading
    Ink fill = Ink::paper;    // of a text: its own colour, made as dark or light as reading it on `ground` needs
    Ink ground = Ink::paper;  // text, sign: what it stands on
    Ink stroke = Ink::line;
    bool filled = false, stroked = false, dashed = false, hatched = false, bold = false, fixed_pitch = false;
    qreal width = 1;   // of the stroke
    qreal radius = 0;  // of a box's corners
    int size = 13;     // of the text's font
    qreal scale = 1;   // the text is this many times as large: letters do not keep their proportions from size to size
    qreal opacity = 1; // 0: not to be seen
    Qt::Alignment align = Qt::AlignLeft | Qt::AlignVCenter;
    QString words;     // text
    QPainterPath way;  // path
    std::vector<QRectF> places; // boxes: where each is, of many that look the same and do not move; rect is around them all
    bool arrow = false; // at the end of a line or path
    bool sign = false;  // of a path: filled with the colour that letters have on `ground`
    bool operator==(const Shape &) const = default;
};

// What the keyboard walks over and a screen reader speaks: a thread, a socket, a bit, a slot, an event.
struct Part {
    QString id;        // "bit readfds 4", "slot client_FD 0", "event 17"
    QRectF rect;
    QString sentence;  // spoken, and shown as the tool tip
    bool operator==(const Part &) const = default;
};

struct Drawing {
    QSizeF size;
    std::vector<Shape> shapes; // in painting order
    std::vector<Part> parts;   // in reading order
    bool operator==(const Drawing &) const = default;
};

enum class ThemeName : uint8_t { light, dark, projector, print };
inline constexpr std::array theme_names = {ThemeName::light, ThemeName::dark, ThemeName::projector, ThemeName::print};
const char *name_of(ThemeName name);                      // "dark": what --theme takes
std::optional<ThemeName> theme_named(QStringView name);   // nothing: there is none of that name

// How an area is told from another without colour: lines drawn over its fill.
enum class Pattern : uint8_t { plain, rising, falling, crossed, upright, level };

// Colours and the font. Light and dark: for screens. Projector: for the tenth row. Print: black on white, patterns instead of tints.
struct Theme {
    ThemeName name = ThemeName::light;
    QString family, fixed_family; // installed, and both have the Vietnamese letters
    QColor colour(Ink ink) const;
    // `ink` as a text's colour on `ground`, or on the plate it has there: of the same hue, at least_contrast() or more.
    QColor text_colour(Ink ink, Ink ground) const;
    // What letters on `ground` really stand on: itself, or the plate that is put under them there.
    Ink under(Ink ground) const;
    double least_contrast() const; // of letters, WCAG 2.1
    // For a line in `ink`, or around an area of it: 3 : 1 at least on paper and kernel for what has a meaning (WCAG 1.4.11).
    QColor edge(Ink ink) const;
    Pattern pattern(Ink fill) const;
    // Without the text's scale.
    QFont font(const Shape &text) const;
    static Theme of(ThemeName name);
};

// WCAG's contrast of two opaque colours, 1 to 21.
double contrast(const QColor &one, const QColor &other);
// `share` of the way from one to the other, 0 to 1.
QColor mixed(const QColor &one, const QColor &other, double share);

// The width in px that the text shape's words need; its rect does not matter.
qreal text_width(const Shape &text, const Theme &theme);
// False for a text that its rect is too narrow or too low for: it is painted shortened with "…".
bool fits(const Shape &shape, const Theme &theme);

// Paints a drawing; text as text, so that SVG and PDF keep it. Nothing but lines, areas and text: no pixmap, no
// gradient.
void paint(const Drawing &drawing, const Theme &theme, QPainter &painter);

// The drawing between two: shapes of the same id move, others fade, 0 <= share <= 1. At 0 it is `from`, at 1 `to`.
Drawing between(const Drawing &from, const Drawing &to, qreal share);

// The same, everything `factor` times as large, text as well.
Drawing scaled(Drawing drawing, qreal factor);
// Puts the shapes and parts of `piece` into `sheet`, moved by `offset`.
void place(Drawing &sheet, const Drawing &piece, QPointF offset);

} // namespace drawing
