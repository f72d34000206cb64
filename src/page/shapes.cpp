// SPDX-License-Identifier: MIT
#include "page/shapes.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace page {
namespace {

using drawing::Shape;

constexpr qreal arrow_length = 10, arrow_half = 4.5;

double round1(qreal value)
{
    return std::round(value * 10) / 10;
}

QString number(qreal value)
{
    return QString::number(round1(value));
}

QString point(QPointF at)
{
    return number(at.x()) + u' ' + number(at.y());
}

QString way_of(const QPainterPath &path)
{
    QString way;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement: way += u'M' + point(element); break;
        case QPainterPath::LineToElement: way += u'L' + point(element); break;
        case QPainterPath::CurveToElement: way += u'C' + point(element); break;
        case QPainterPath::CurveToDataElement: way += u' ' + point(element); break;
        }
    }
    return way;
}

QString arrow_of(QPointF tip, QPointF before, qreal width)
{
    const double angle = std::atan2(tip.y() - before.y(), tip.x() - before.x()), size = std::max(1.0, width / 2);
    const QPointF back(-std::cos(angle), -std::sin(angle)), side(-back.y(), back.x()), base = tip + back * (arrow_length * size);
    return u'M' + point(tip) + u'L' + point(base + side * (arrow_half * size)) + u'L' + point(base - side * (arrow_half * size)) + u'Z';
}

QJsonArray box(const Shape &shape, const QRectF &rect, Palette &palette)
{
    const bool outlined = shape.filled && !shape.stroked && std::min(rect.width(), rect.height()) >= 4;
    const QString outline = outlined ? palette.outline(shape.fill) : QString();
    return {0, round1(rect.x()), round1(rect.y()), round1(rect.width()), round1(rect.height()), round1(shape.radius),
            shape.filled ? palette.fill(shape.fill) : QString(), shape.stroked ? palette.edge(shape.stroke) : outline,
            shape.stroked ? round1(shape.width) : 1.0, (shape.dashed ? 1 : 0) | (shape.hatched ? 2 : 0), shape.opacity,
            shape.filled ? palette.pattern(shape.fill) : 0};
}

// Empty for a text that says nothing.
QJsonArray text(const Shape &shape, Palette &palette)
{
    QString words = shape.words;
    if (words.isEmpty())
        return {};
    const QFontMetricsF metrics(palette.measure().font(shape));
    const qreal room = shape.rect.width() / shape.scale, high = shape.rect.height() / shape.scale;
    if (!drawing::fits(shape, palette.measure()))
        words = metrics.elidedText(words, Qt::ElideRight, room);
    const int anchor = shape.align & Qt::AlignRight ? 2 : shape.align & Qt::AlignHCenter ? 1 : 0;
    const qreal y = shape.align & Qt::AlignTop ? 0 : shape.align & Qt::AlignBottom ? high - metrics.height() : (high - metrics.height()) / 2;
    return {1, round1(shape.rect.x() + shape.rect.width() * anchor / 2), round1(shape.rect.y() + (y + metrics.ascent()) * shape.scale), anchor,
            round1(shape.size * shape.scale), (shape.bold ? 1 : 0) | (shape.fixed_pitch ? 2 : 0), palette.letters(shape.fill, shape.ground), words,
            round1(metrics.horizontalAdvance(words) * shape.scale), palette.plate(shape.ground), shape.opacity};
}

QJsonArray way(const Shape &shape, Palette &palette, const QString &path, bool filled)
{
    const QString outline = filled && !shape.stroked && !shape.sign ? palette.outline(shape.fill) : QString();
    return {2, path, !filled ? QString() : shape.sign ? palette.letters(shape.fill, shape.ground) : palette.fill(shape.fill), shape.stroked ? palette.edge(shape.stroke) : outline,
            shape.stroked ? round1(shape.width) : 1.0, shape.dashed ? 1 : 0, shape.opacity};
}

} // namespace

QJsonArray shapes_of(const drawing::Drawing &drawing, Palette &palette, Texts &shapes)
{
    QJsonArray numbers;
    const auto put = [&](const QJsonArray &shape) {
        if (!shape.isEmpty())
            numbers += shapes.number(shape);
    };
    for (const Shape &shape : drawing.shapes) {
        if (shape.opacity <= 0)
            continue;
        if (shape.kind == Shape::box) {
            put(box(shape, shape.rect, palette));
            continue;
        }
        if (shape.kind == Shape::boxes) {
            for (const QRectF &place : shape.places)
                put(box(shape, place, palette));
            continue;
        }
        if (shape.kind == Shape::text) {
            put(text(shape, palette));
            continue;
        }
        QPainterPath path = shape.way;
        if (shape.kind == Shape::line) {
            path = QPainterPath(shape.rect.topLeft());
            path.lineTo(shape.rect.bottomRight());
        }
        put(way(shape, palette, way_of(path), shape.filled && shape.kind == Shape::path));
        if (shape.arrow && path.elementCount() > 1)
            put({2, arrow_of(path.currentPosition(), path.elementAt(path.elementCount() - 2), shape.width), palette.edge(shape.stroke), QString(), 1.0, 0, shape.opacity});
    }
    return numbers;
}

} // namespace page
