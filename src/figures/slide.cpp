// SPDX-License-Identifier: MIT
#include "figures/slide.h"

#include "drawing/with_code.h"

namespace figures {

Drawing slide(const QString &title, const QString &below, QSizeF page, const std::function<Drawing(QSizeF room)> &body)
{
    constexpr qreal margin = 24, rule = 84;
    constexpr int title_size = 26, below_size = 17;
    Sheet sheet(page);
    const qreal right = page.width() - margin;
    text_with_code(sheet, {margin, below.isEmpty() ? 52. : 42.}, right, title, title_size, Ink::text, true);
    text_with_code(sheet, {margin, 70}, right, below, below_size, Ink::muted);
    sheet.line({0, rule}, {page.width(), rule}, Ink::line);
    sheet.part(QStringLiteral("title"), {margin, 12, right - margin, rule - 16}, below.isEmpty() ? title : title + QStringLiteral(". ") + QString(below).remove(u'`'));
    Drawing whole = sheet.take();
    const QRectF room(margin / 2, rule + 8, page.width() - margin, page.height() - rule - 20);
    const Drawing drawn = body(room.size());
    place(whole, drawn, room.topLeft() + QPointF((room.width() - drawn.size.width()) / 2, (room.height() - drawn.size.height()) / 2));
    return whole;
}

qreal smallest_letter(const Drawing &drawing)
{
    qreal least = 1;
    for (const Shape &shape : drawing.shapes)
        if (shape.kind == Shape::text && !shape.words.isEmpty() && shape.opacity > 0)
            least = std::min(least, shape.size * shape.scale / drawing.size.height());
    return least;
}

} // namespace figures
