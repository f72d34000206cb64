// SPDX-License-Identifier: MIT
// What a well laid out figure does not have: text over text, text cut off, shapes beside the sheet.
#pragma once

#include "recording.h"

#include <QFontMetricsF>

namespace recording {

// Where the letters of a text are.
inline QRectF letters(const figures::Shape &shape)
{
    const figures::Theme theme = figures::Theme::of(figures::ThemeName::light);
    const qreal width = std::min(figures::text_width(shape, theme), shape.rect.width());
    const qreal height = QFontMetricsF(theme.font(shape)).xHeight() * shape.scale;
    QRectF rect(shape.rect.left(), shape.rect.center().y() - height / 2, width, height);
    if (shape.align & Qt::AlignRight)
        rect.moveRight(shape.rect.right());
    else if (shape.align & Qt::AlignHCenter)
        rect.moveLeft(shape.rect.center().x() - width / 2);
    return rect;
}

// Texts written over one another.
inline QStringList overlaps(const figures::Drawing &drawing)
{
    std::vector<std::pair<QRectF, QString>> texts;
    QStringList found;
    for (const figures::Shape &shape : drawing.shapes) {
        if (shape.kind != figures::Shape::text || shape.words.isEmpty())
            continue;
        const QRectF rect = letters(shape);
        for (const auto &[other, words] : texts)
            if (rect.intersects(other))
                found += QStringLiteral("“%1” over “%2”").arg(shape.words, words);
        texts.emplace_back(rect, shape.words);
    }
    return found;
}

inline QStringList faults(const figures::Drawing &drawing)
{
    QStringList found = flaws(drawing) + overlaps(drawing);
    for (const figures::Part &part : drawing.parts)
        if (part.sentence.isEmpty() || part.rect.isEmpty())
            found += QStringLiteral("silent: ") + part.id;
    return found;
}

inline QString words_of(const figures::Drawing &drawing, const QString &id)
{
    const figures::Shape *shape = shape_of(drawing, id);
    return shape ? shape->words : QString();
}

} // namespace recording
