// SPDX-License-Identifier: MIT
// Drawings made from drawings: on the way from one to the next, larger or smaller, one on another.
#include "drawing/drawing.h"

#include <QHash>
#include <QTransform>

#include <algorithm>

namespace drawing {
namespace {

QRectF mixed(const QRectF &a, const QRectF &b, qreal share)
{
    const auto mix = [share](qreal from, qreal to) { return from + (to - from) * share; };
    return {mix(a.x(), b.x()), mix(a.y(), b.y()), mix(a.width(), b.width()), mix(a.height(), b.height())};
}

QPainterPath mixed(const QPainterPath &a, const QPainterPath &b, qreal share)
{
    if (a.elementCount() != b.elementCount())
        return b;
    QPainterPath way = b;
    for (int i = 0; i < a.elementCount(); ++i) {
        const QPointF from = a.elementAt(i), to = b.elementAt(i);
        const QPointF at = from + (to - from) * share;
        way.setElementPositionAt(i, at.x(), at.y());
    }
    return way;
}

// Do they look alike but for where they are and how large?
bool alike(Shape a, const Shape &b)
{
    a.rect = b.rect;
    a.origin = b.origin;
    a.way = b.way;
    a.opacity = b.opacity;
    return a == b;
}

} // namespace

Drawing between(const Drawing &from, const Drawing &to, qreal share)
{
    if (share <= 0 || share >= 1)
        return share <= 0 ? from : to;
    QHash<QString, const Shape *> before, after;
    for (const Shape &shape : from.shapes)
        if (!shape.id.isEmpty())
            before.insert(shape.id, &shape);
    for (const Shape &shape : to.shapes)
        if (!shape.id.isEmpty())
            after.insert(shape.id, &shape);

    Drawing drawing;
    drawing.size = from.size + (to.size - from.size) * share;
    drawing.parts = to.parts;
    drawing.shapes.reserve(from.shapes.size() + to.shapes.size());
    for (const Shape &shape : from.shapes) { // what goes lies below what stays
        if (shape.id.isEmpty() || after.contains(shape.id))
            continue;
        Shape &gone = drawing.shapes.emplace_back(shape);
        if (shape.origin.isNull())
            gone.opacity *= 1 - share;
        else
            gone.rect = mixed(shape.rect, shape.origin, share);
    }
    for (const Shape &shape : to.shapes) {
        const Shape *was = shape.id.isEmpty() ? nullptr : before.value(shape.id);
        Shape now = shape;
        if (was) {
            now.rect = mixed(was->rect, shape.rect, share);
            now.way = mixed(was->way, shape.way, share);
            if (alike(*was, shape)) {
                now.opacity = was->opacity + (shape.opacity - was->opacity) * share;
            } else {
                Shape old = *was;
                old.rect = now.rect;
                old.way = was->way.elementCount() == now.way.elementCount() ? now.way : was->way;
                if (old.kind != Shape::box) // an area stays until the new one covers it
                    old.opacity *= 1 - share;
                now.opacity *= share;
                drawing.shapes.push_back(std::move(old));
            }
        } else if (!shape.origin.isNull()) {
            now.rect = mixed(shape.origin, shape.rect, share);
        } else if (!shape.id.isEmpty()) {
            now.opacity *= share;
        }
        drawing.shapes.push_back(std::move(now));
    }
    return drawing;
}

Drawing scaled(Drawing drawing, qreal factor)
{
    const auto scale = [factor](QRectF &rect) { rect = QRectF(rect.topLeft() * factor, rect.size() * factor); };
    const QTransform transform = QTransform::fromScale(factor, factor);
    drawing.size *= factor;
    for (Shape &shape : drawing.shapes) {
        scale(shape.rect);
        scale(shape.origin);
        shape.way = transform.map(shape.way);
        std::ranges::for_each(shape.places, scale);
        shape.scale *= factor;
        shape.width *= factor;
        shape.radius *= factor;
    }
    for (Part &part : drawing.parts)
        scale(part.rect);
    return drawing;
}

void place(Drawing &sheet, const Drawing &piece, QPointF offset)
{
    sheet.shapes.reserve(sheet.shapes.size() + piece.shapes.size());
    for (Shape shape : piece.shapes) {
        shape.rect.translate(offset);
        if (!shape.origin.isNull())
            shape.origin.translate(offset);
        shape.way.translate(offset);
        for (QRectF &place : shape.places)
            place.translate(offset);
        sheet.shapes.push_back(std::move(shape));
    }
    for (Part part : piece.parts) {
        part.rect.translate(offset);
        sheet.parts.push_back(std::move(part));
    }
}

} // namespace drawing
