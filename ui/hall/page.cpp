// SPDX-License-Identifier: MIT
#include "ui/hall/page.h"

#include "drawing/sheet.h"

#include <algorithm>
#include <optional>

namespace ui {
namespace {

using drawing::Ink;
using drawing::Shape;
using figures::Figure;

// Shares of the height.
constexpr qreal head = 0.07, small = 0.0215, title = 0.025, said = 0.037, least_said = 0.026;
constexpr qreal line = 1.42; // of the letters
constexpr qreal most_of_band = 0.34;

// A figure in its place.
struct Placed {
    const Figure *figure = nullptr;
    QRectF rect;
    drawing::Drawing drawing;
    qreal enlarged = 1;
    size_t parts() const { return drawing.parts.size(); }
};

bool says_all(const drawing::Drawing &drawing)
{
    static const drawing::Theme theme = drawing::Theme::of(drawing::ThemeName::light);
    return std::ranges::all_of(drawing.shapes, [](const Shape &shape) { return drawing::fits(shape, theme); });
}

Placed laid_out(const figures::Scene &scene, const Figure &figure, const QRectF &rect, qreal enlarged)
{
    return {&figure, rect, drawing::scaled(figure.draw(scene, rect.size() / enlarged), enlarged), enlarged};
}

// The figure laid out for that place so that its smallest letters are `least` px; nothing: it cannot be, there.
std::optional<Placed> placed(const figures::Scene &scene, const Figure &figure, const QRectF &rect, qreal least)
{
    constexpr qreal step = 1.07, most = 1.8;
    const qreal usual = least / drawing::measure::text * 1.02;
    for (qreal enlarged = usual; enlarged < usual * most; enlarged *= step) {
        Placed tried = laid_out(scene, figure, rect, enlarged);
        if (smallest_letters(tried.drawing) >= least && says_all(tried.drawing))
            return tried;
    }
    return {};
}

// Larger, as long as nothing is left out for it.
void grow(const figures::Scene &scene, Placed &placed, qreal least)
{
    constexpr qreal step = 1.13, most = 1.7;
    const qreal usual = placed.enlarged;
    for (qreal enlarged = usual * step; enlarged < usual * most; enlarged *= step) {
        Placed tried = laid_out(scene, *placed.figure, placed.rect, enlarged);
        if (tried.parts() < placed.parts() || smallest_letters(tried.drawing) < least || !says_all(tried.drawing))
            return;
        placed = std::move(tried);
    }
}

// Both one above the other, or beside each other: as much is seen as can be, as large as can be; nothing: there is no room for two.
std::vector<Placed> two(const figures::Scene &scene, const Figure &first, const Figure &second, const QRectF &room, qreal least)
{
    std::vector<Placed> best;
    const auto worth = [](const Placed &a, const Placed &b) { return std::pair(a.parts() + b.parts(), a.enlarged * b.enlarged); };
    const auto attempt = [&](const QRectF &one, const QRectF &other) {
        auto a = placed(scene, first, one, least);
        auto b = a ? placed(scene, second, other, least) : std::nullopt;
        if (!b || (!best.empty() && a->parts() + b->parts() < best[0].parts() + best[1].parts()))
            return;
        grow(scene, *a, least);
        grow(scene, *b, least);
        if (!best.empty() && worth(*a, *b) <= worth(best[0], best[1]))
            return;
        best.clear();
        best.push_back(*std::move(a));
        best.push_back(*std::move(b));
    };
    for (const qreal share : {0.5, 0.64, 0.36}) {
        QRectF above = room, below = room, left = room, right = room;
        above.setHeight(room.height() * share);
        below.setTop(above.bottom());
        attempt(above, below);
        left.setWidth(room.width() * share);
        right.setLeft(left.right());
        attempt(left, right);
    }
    return best;
}

std::vector<Placed> arranged(const figures::Scene &scene, std::vector<const Figure *> front, const QRectF &room, qreal least)
{
    if (front.empty())
        return {};
    if (QLatin1String(front.front()->name) == QLatin1String("overview")) // most figures on one sheet: the two that matter most
        front = {figures::named(u"stage"), figures::named(u"sets")};
    if (front.size() > 1)
        if (auto both = two(scene, *front[0], *front[1], room, least); !both.empty())
            return both;
    const Figure &figure = *front.front();
    std::vector<Placed> alone;
    if (auto whole = placed(scene, figure, room, least)) {
        grow(scene, *whole, least);
        alone.push_back(*std::move(whole));
        return alone;
    }
    // All of it is more than can be read: as much as there is room for in letters that can be.
    Placed shown = laid_out(scene, figure, room, 1);
    for (int tries = 0; tries < 4 && smallest_letters(shown.drawing) < least; ++tries)
        shown = laid_out(scene, figure, room, shown.enlarged * least / std::max(1., smallest_letters(shown.drawing)) * 1.02);
    alone.push_back(std::move(shown));
    return alone;
}

Shape &letters(drawing::Sheet &sheet, const QRectF &rect, const QString &words, qreal size, Ink ink = Ink::text, Ink ground = Ink::paper)
{
    Shape &shape = sheet.text(rect, words, ink, ground);
    shape.size = int(size);
    return shape;
}

void draw_head(drawing::Sheet &sheet, const figures::Scene &scene, const HallPage &page, qreal h)
{
    const qreal width = sheet.size().width(), margin = 0.03 * h, high = head * h;
    qreal right = width - margin;
    const qreal size = title * h;
    if (page.chapters) {
        const QString count = scene.language.say("Hall", "chapter %1 of %2").arg(page.number).arg(page.chapters);
        const qreal count_width = drawing::width_of(count, int(small * h)) + 1;
        letters(sheet, {right - count_width, 0, count_width, high}, count, small * h, Ink::muted);
        right -= count_width + margin * 0.6;
        const qreal gap = 0.008 * h, pill = std::min(0.055 * h, 0.22 * width / qreal(page.chapters) - gap);
        right -= qreal(page.chapters) * (pill + gap) - gap;
        for (size_t i = 0; i < page.chapters; ++i) {
            Shape &box = sheet.box({right + qreal(i) * (pill + gap), (high - 0.013 * h) / 2, pill, 0.013 * h},
                                   i + 1 < page.number ? Ink::bit_on : i + 1 == page.number ? Ink::accent : Ink::faint);
            box.radius = 0.0065 * h;
            box.stroked = true;
            box.width = 0.0013 * h;
            box.stroke = i + 1 > page.number ? Ink::line : box.fill;
        }
        right -= margin * 0.6;
        const qreal wanted = drawing::width_of(page.chapter, int(size), true) + 1, most = right - margin;
        const qreal chapter = std::min(wanted, most);
        Shape &name = letters(sheet, {right - chapter, 0, chapter, high}, page.chapter, size);
        name.bold = true;
        right -= chapter + margin;
    }
    const qreal room = right - margin;
    if (drawing::width_of(page.title, int(size)) + 1 <= room) // the first to go where there is no room
        letters(sheet, {margin, 0, room, high}, page.title, size, Ink::muted);
    Shape &rule = sheet.line({0, high}, {width, high}, Ink::line);
    rule.width = 0.0013 * h;
}

// The band's text, in the largest letters that leave enough room for the figures.
struct Band {
    QStringList lines;
    qreal size = 0, high = 0;
    qsizetype heading = 0; // how many of the lines are the heading's
};

Band band_of(const HallPage &page, QSizeF size)
{
    const qreal h = size.height(), margin = 0.03 * h;
    Band band;
    for (qreal share = said; share >= least_said - 0.0001; share -= 0.0015) {
        band.size = share * h;
        const qreal width = size.width() - 2 * margin;
        const QStringList heading = page.heading.isEmpty() ? QStringList() : drawing::wrapped(page.heading, width, int(band.size), true);
        band.heading = heading.size();
        band.lines = heading + drawing::wrapped(page.sentence, width, int(band.size));
        for (const QString &choice : page.choices)
            band.lines += drawing::wrapped(QStringLiteral("○  ") + choice, width, int(band.size));
        band.high = qreal(band.lines.size()) * band.size * line + band.size * 0.9;
        if (band.high <= most_of_band * h)
            break;
    }
    return band;
}

void draw_band(drawing::Sheet &sheet, const Band &band, qreal top)
{
    const QSizeF size = sheet.size();
    const qreal h = size.height(), margin = 0.03 * h;
    sheet.box({0, top, size.width(), size.height() - top}, Ink::lit);
    sheet.box({0, top, 0.008 * h, size.height() - top}, Ink::accent);
    qreal y = top + band.size * 0.45;
    for (qsizetype i = 0; i < band.lines.size(); ++i) {
        Shape &text = letters(sheet, {margin, y, size.width() - 2 * margin, band.size * line}, band.lines[i], band.size,
                              i < band.heading ? Ink::accent : Ink::text, Ink::lit);
        text.bold = i < band.heading;
        y += band.size * line;
    }
}

} // namespace

qreal smallest_letters(const drawing::Drawing &drawing)
{
    qreal smallest = 0;
    for (const Shape &shape : drawing.shapes)
        if (shape.kind == Shape::text && !shape.words.isEmpty() && shape.opacity > 0)
            smallest = smallest > 0 ? std::min(smallest, shape.size * shape.scale) : shape.size * shape.scale;
    return smallest;
}

HallDrawing hall_page(const figures::Scene &scene, const HallPage &page, QSizeF size, qreal factor)
{
    HallDrawing drawn;
    const qreal h = size.height();
    drawing::Sheet sheet(size);
    const Band band = band_of(page, size);
    const bool words_alone = page.front.empty();
    const QRectF room(0, head * h, size.width(), h - head * h - (words_alone ? 0 : band.high));
    std::vector<Placed> placed = arranged(scene, page.front, room, least_letters * h * factor);
    if (placed.empty() && factor > 1)
        placed = arranged(scene, page.front, room, least_letters * h);
    draw_head(sheet, scene, page, h);
    draw_band(sheet, band, words_alone ? (h - band.high) / 2 : room.bottom());
    sheet.part(QStringLiteral("sentence"), {0, room.bottom(), size.width(), h - room.bottom()}, band.lines.join(u' '));
    for (size_t i = 1; i < placed.size(); ++i) {
        const QRectF &rect = placed[i].rect;
        Shape &rule = rect.left() > 0 ? sheet.line(rect.topLeft(), rect.bottomLeft(), Ink::line) : sheet.line(rect.topLeft(), rect.topRight(), Ink::line);
        rule.width = 0.0013 * h;
    }
    drawn.drawing = sheet.take();
    drawing::Drawing figures; // below head and band
    figures.size = size;
    for (Placed &each : placed) {
        const QString before = QLatin1String(each.figure->name) + u' ';
        for (Shape &shape : each.drawing.shapes)
            if (!shape.id.isEmpty())
                shape.id.prepend(before);
        for (drawing::Part &part : each.drawing.parts)
            part.id.prepend(before);
        drawing::place(figures, each.drawing, each.rect.topLeft());
        drawn.shown.push_back(each.figure);
    }
    if (page.look && !placed.empty())
        drawn.looked_at = placed.front().rect;
    std::swap(figures.shapes, drawn.drawing.shapes);
    std::ranges::move(figures.shapes, std::back_inserter(drawn.drawing.shapes));
    std::ranges::move(figures.parts, std::back_inserter(drawn.drawing.parts));
    return drawn;
}

} // namespace ui
