// SPDX-License-Identifier: MIT
#include "figures/slide.h"

#include "drawing/with_code.h"

#include <algorithm>

namespace figures {
namespace {

constexpr qreal margin = 24;

// Larger, as long as it shows and says as much.
void enlarge(Drawing &drawn, QSizeF room, qreal from, const std::function<Drawing(QSizeF)> &body)
{
    static const Theme theme = Theme::of(ThemeName::light);
    constexpr qreal step = 1.1, most = 1.8;
    const auto texts = [](const Drawing &of) { return std::ranges::count(of.shapes, Shape::text, &Shape::kind); };
    for (qreal factor = from * step; factor <= from * most && used_height(drawn) * step < room.height(); factor *= step) {
        Drawing larger = scaled(body(room / factor), factor);
        const bool all = larger.parts.size() >= drawn.parts.size() && texts(larger) >= texts(drawn)
            && std::ranges::all_of(larger.shapes, [](const Shape &shape) { return fits(shape, theme); });
        if (!all || smallest_letter(larger) < smallest_letter(drawn))
            return;
        drawn = std::move(larger);
    }
}

// The body as large as fits whose letters are large enough on the page; else the one whose letters are largest.
Drawing readable(QSizeF room, qreal height, const std::function<Drawing(QSizeF)> &body)
{
    Drawing best;
    qreal largest = 0;
    for (const qreal factor : {1., 1.08, 1.16, 1.25, 1.35, 1.5, 1.7}) {
        Drawing drawn = scaled(body(room / factor), factor);
        const qreal letter = smallest_letter(drawn) * drawn.size.height() / height;
        if (letter > largest) {
            largest = letter;
            best = std::move(drawn);
        }
        if (largest >= least_letter) {
            enlarge(best, room, factor, body);
            break;
        }
    }
    return best;
}

} // namespace

Drawing slide(const SlideWords &said, QSizeF page, const std::function<Drawing(QSizeF room)> &body)
{
    constexpr int above_size = 15, title_size = 26, below_size = 17;
    Sheet sheet(page);
    const qreal left = margin, right = page.width() - margin;
    qreal y = 16;
    const auto paragraph = [&](const QString &words, int size, qreal high, Ink ink, bool bold) {
        for (const QString &line : wrapped(words, right - left, size, bold)) {
            if (line.isEmpty())
                continue;
            text_in(sheet, {left, y, right - left, high}, line, size, ink, Qt::AlignLeft, bold);
            y += high;
        }
    };
    paragraph(said.above, above_size, 22, Ink::muted, false);
    paragraph(said.title, title_size, 36, Ink::text, true);
    paragraph(said.below, below_size, 24, Ink::text, false);
    y += 6;
    sheet.line({0, y}, {page.width(), y}, Ink::line);
    QStringList all{said.above, said.title, said.below};
    all.removeAll(QString());
    sheet.part(QStringLiteral("title"), {left, 12, right - left, y - 12}, all.join(QStringLiteral(". ")));
    Drawing whole = sheet.take();
    const QRectF room(margin / 2, y + 6, page.width() - margin, page.height() - y - 14);
    const Drawing drawn = readable(room.size(), page.height(), body);
    place(whole, drawn, room.topLeft() + QPointF((room.width() - drawn.size.width()) / 2, (room.height() - drawn.size.height()) / 2));
    return whole;
}

qreal used_height(const Drawing &drawing)
{
    qreal bottom = 0;
    for (const Shape &shape : drawing.shapes)
        if (shape.kind == Shape::text || shape.stroked)
            bottom = std::max(bottom, shape.rect.bottom());
    return std::min(bottom, drawing.size.height());
}

qreal smallest_letter(const Drawing &drawing)
{
    qreal least = 1;
    for (const Shape &shape : drawing.shapes)
        if (shape.kind == Shape::text && !shape.words.trimmed().isEmpty() && shape.opacity > 0)
            least = std::min(least, shape.size * shape.scale / drawing.size.height());
    return least;
}

} // namespace figures
