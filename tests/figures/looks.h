// SPDX-License-Identifier: MIT
// What a well laid out figure does not have: text over text, text cut off, shapes beside the sheet.
#pragma once

#include "recording.h"

#include <QFontMetricsF>

namespace recording {

// Where the letters of a text are.
inline QRectF letters(const drawing::Shape &shape)
{
    const drawing::Theme theme = drawing::Theme::of(drawing::ThemeName::light);
    const qreal width = std::min(drawing::text_width(shape, theme), shape.rect.width());
    const qreal height = QFontMetricsF(theme.font(shape)).xHeight() * shape.scale;
    QRectF rect(shape.rect.left(), shape.rect.center().y() - height / 2, width, height);
    if (shape.align & Qt::AlignRight)
        rect.moveRight(shape.rect.right());
    else if (shape.align & Qt::AlignHCenter)
        rect.moveLeft(shape.rect.center().x() - width / 2);
    return rect;
}

// Texts written over one another.
inline QStringList overlaps(const drawing::Drawing &drawing)
{
    std::vector<std::pair<QRectF, QString>> texts;
    QStringList found;
    for (const drawing::Shape &shape : drawing.shapes) {
        if (shape.kind != drawing::Shape::text || shape.words.isEmpty())
            continue;
        const QRectF rect = letters(shape);
        for (const auto &[other, words] : texts)
            if (rect.intersects(other))
                found += QStringLiteral("“%1” over “%2”").arg(shape.words, words);
        texts.emplace_back(rect, shape.words);
    }
    return found;
}

inline QStringList faults(const drawing::Drawing &drawing)
{
    QStringList found = flaws(drawing) + overlaps(drawing);
    for (const drawing::Part &part : drawing.parts)
        if (part.sentence.isEmpty() || part.rect.isEmpty())
            found += QStringLiteral("silent: ") + part.id;
    return found;
}

inline QString words_of(const drawing::Drawing &drawing, const QString &id)
{
    const drawing::Shape *shape = shape_of(drawing, id);
    return shape ? shape->words : QString();
}

} // namespace recording
