// SPDX-License-Identifier: MIT
#include "drawing/measured.h"

#include <QFontMetricsF>
#include <QHash>

namespace drawing {
namespace {

struct Face {
    QString family;
    int size = 0;
    bool bold = false, fixed_pitch = false;
    bool operator==(const Face &) const = default;
};

size_t qHash(const Face &face, size_t seed)
{
    return qHashMulti(seed, face.family, face.size, face.bold, face.fixed_pitch);
}

struct Measured {
    Letters letters;
    QHash<QString, qreal> widths;
};

// Numbers and no fonts: those must not outlive the application. Each thread that draws has its own.
Measured &measured(const Shape &text, const Theme &theme)
{
    thread_local QHash<Face, Measured> all;
    const Face face{text.fixed_pitch ? theme.fixed_family : theme.family, text.size, text.bold, text.fixed_pitch};
    if (const auto found = all.find(face); found != all.end())
        return *found;
    const QFontMetricsF metrics(theme.font(text));
    return *all.insert(face, {{metrics.height(), metrics.ascent(), metrics.tightBoundingRect(QStringLiteral("Ập")).height()}, {}});
}

} // namespace

Letters letters_of(const Shape &text, const Theme &theme)
{
    return measured(text, theme).letters;
}

qreal text_width(const Shape &text, const Theme &theme)
{
    constexpr qsizetype most = 4096; // a figure has some hundreds
    QHash<QString, qreal> &widths = measured(text, theme).widths;
    const QString &words = text.words;
    if (const auto found = widths.constFind(words); found != widths.cend())
        return *found * text.scale;
    if (widths.size() >= most)
        widths.clear();
    const qreal width = QFontMetricsF(theme.font(text)).horizontalAdvance(words);
    widths.insert(words, width);
    return width * text.scale;
}

bool fits(const Shape &shape, const Theme &theme)
{
    if (shape.kind != Shape::text)
        return true;
    return text_width(shape, theme) <= shape.rect.width() + 0.01 && letters_of(shape, theme).tight * shape.scale <= shape.rect.height() + 0.01;
}

} // namespace drawing
