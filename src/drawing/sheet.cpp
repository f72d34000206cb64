// SPDX-License-Identifier: MIT
#include "drawing/sheet.h"

#include <QTextLayout>

namespace drawing {

Sheet::Sheet(QSizeF size)
{
    m_drawing.size = size;
}

Shape &Sheet::box(const QRectF &rect, Ink fill, const QString &id)
{
    Shape &shape = m_drawing.shapes.emplace_back();
    shape.kind = Shape::box;
    shape.rect = rect;
    shape.fill = fill;
    shape.filled = true;
    shape.id = id;
    return shape;
}

Shape &Sheet::boxes(std::vector<QRectF> places, Ink fill)
{
    QRectF around;
    for (const QRectF &place : places)
        around |= place;
    Shape &shape = box(around, fill);
    shape.kind = Shape::boxes;
    shape.places = std::move(places);
    return shape;
}

Shape &Sheet::card(const QRectF &rect, const QString &id)
{
    Shape &shape = box(rect, Ink::paper, id);
    shape.stroked = true;
    shape.radius = 6;
    return shape;
}

Shape &Sheet::text(const QRectF &rect, const QString &words, Ink ink, Ink ground)
{
    Shape &shape = m_drawing.shapes.emplace_back();
    shape.kind = Shape::text;
    shape.rect = rect;
    shape.words = words;
    shape.fill = ink;
    shape.ground = ground;
    return shape;
}

Shape &Sheet::code(const QRectF &rect, const QString &words, Ink ink, Ink ground)
{
    Shape &shape = text(rect, words, ink, ground);
    shape.fixed_pitch = true;
    return shape;
}

Shape &Sheet::line(QPointF from, QPointF to, Ink ink)
{
    Shape &shape = m_drawing.shapes.emplace_back();
    shape.kind = Shape::line;
    shape.rect = QRectF(from, to);
    shape.stroke = ink;
    shape.stroked = true;
    return shape;
}

Shape &Sheet::path(const QPainterPath &way, Ink stroke, const QString &id)
{
    Shape &shape = m_drawing.shapes.emplace_back();
    shape.kind = Shape::path;
    shape.way = way;
    shape.stroke = stroke;
    shape.stroked = true;
    shape.id = id;
    return shape;
}

void Sheet::part(const QString &id, const QRectF &rect, const QString &sentence)
{
    m_drawing.parts.push_back({id, rect, sentence});
}

void Sheet::mark(const QString &selected)
{
    if (selected.isEmpty())
        return;
    for (const Part &part : m_drawing.parts) {
        if (part.id != selected)
            continue;
        const QRectF around = part.rect.adjusted(-2, -2, 2, 2);
        Shape &halo = box(around, Ink::paper, QStringLiteral("focus halo")); // so that it is seen on dark areas, too
        halo.filled = false;
        halo.stroked = true;
        halo.stroke = Ink::paper;
        halo.width = 5;
        halo.radius = 5;
        Shape &ring = box(around, Ink::selection, QStringLiteral("focus"));
        ring.filled = false;
        ring.stroked = true;
        ring.stroke = Ink::selection;
        ring.width = 2.5;
        ring.radius = 5;
        return;
    }
}

void value_cell(Sheet &sheet, const QRectF &rect, const QString &words, bool on, Ink lit, const QString &id, bool changed)
{
    const Ink ground = on ? lit : Ink::bit_off;
    Shape &box = sheet.box(rect.adjusted(0.5, 0.5, -0.5, -0.5), ground, id);
    box.stroked = true;
    box.stroke = changed ? Ink::changed : on ? lit : Ink::line;
    box.width = changed ? 3 : 1;
    box.radius = 4;
    Shape &text = sheet.code(rect, words, on ? Ink::paper : Ink::muted, ground);
    text.align = Qt::AlignCenter;
    text.bold = on;
    text.id = id + QStringLiteral(" value");
    narrow(text);
}

qreal width_of(const QString &words, int size, bool bold, bool fixed_pitch)
{
    Shape text;
    text.kind = Shape::text;
    text.words = words;
    text.size = size;
    text.bold = bold;
    text.fixed_pitch = fixed_pitch;
    return text_width(text, Theme::of(ThemeName::light));
}

void narrow(Shape &text)
{
    const qreal width = width_of(text.words, text.size, text.bold, text.fixed_pitch);
    if (width > text.rect.width())
        text.scale = std::max(2.0 / 3, text.rect.width() / width);
}

QStringList wrapped(const QString &words, qreal width, int size, bool bold)
{
    Shape text;
    text.size = size;
    text.bold = bold;
    QStringList lines;
    static const QString in_out = QStringLiteral("I/O"), joined = QStringLiteral("I/\u2060O"); // one word
    for (const QString &paragraph : QString(words).replace(in_out, joined).split(u'\n')) {
        QTextLayout layout(paragraph, Theme::of(ThemeName::light).font(text));
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, width - 1));
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed().replace(joined, in_out));
        }
        layout.endLayout();
    }
    return lines;
}

} // namespace drawing
