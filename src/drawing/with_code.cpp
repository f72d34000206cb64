// SPDX-License-Identifier: MIT
#include "drawing/with_code.h"

namespace drawing {

qreal width_with_code(const QString &words, int size, bool bold)
{
    const QStringList runs = words.split(u'`');
    qreal whole = 0;
    for (qsizetype i = 0; i < runs.size(); ++i)
        whole += width_of(runs[i], size, bold, i % 2);
    return whole;
}

qreal text_with_code(Sheet &sheet, QPointF from, qreal right, const QString &words, int size, Ink ink, bool bold, Ink ground)
{
    const QStringList runs = words.split(u'`');
    const qreal scale = std::min(1.0, (right - from.x()) / std::max(width_with_code(words, size, bold), 1.0));
    qreal x = from.x();
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (runs[i].isEmpty())
            continue;
        const qreal width = width_of(runs[i], size, bold, i % 2) * scale;
        Shape &shape = sheet.text({x, from.y() - size, width + 2, size * 1.5}, runs[i], ink, ground);
        shape.size = size;
        shape.bold = bold;
        shape.fixed_pitch = i % 2;
        shape.scale = scale;
        x += width;
    }
    return x;
}

void text_in(Sheet &sheet, const QRectF &rect, const QString &words, int size, Ink ink, Qt::Alignment align, bool bold, Ink ground)
{
    Shape &shape = sheet.text(rect, words, ink, ground);
    shape.size = size;
    shape.bold = bold;
    shape.align = align | Qt::AlignVCenter;
    narrow(shape);
}

} // namespace drawing
