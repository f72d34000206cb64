// SPDX-License-Identifier: MIT
#include "ui/hall/page.h"

#include "drawing/sheet.h"
#include "ui/hall/said.h"

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

// What figures are drawn of: an instant of a recording, and what no recording has.
struct Seen {
    figures::Scene scene;
    const figures::OptionsScene *options = nullptr;
    drawing::Drawing draw(const Figure &figure, QSizeF size) const
    {
        return &figure == &figures::options_figure() && options ? figures::options(*options, size) : figure.draw(scene, size);
    }
};

bool says_all(const drawing::Drawing &drawing)
{
    static const drawing::Theme theme = drawing::Theme::of(drawing::ThemeName::light);
    return std::ranges::all_of(drawing.shapes, [](const Shape &shape) { return drawing::fits(shape, theme); });
}

Placed laid_out(const Seen &seen, const Figure &figure, const QRectF &rect, qreal enlarged)
{
    return {&figure, rect, drawing::scaled(seen.draw(figure, rect.size() / enlarged), enlarged), enlarged};
}

// The figure laid out for that place so that its smallest letters are `least` px; nothing: it cannot be, there.
std::optional<Placed> placed(const Seen &seen, const Figure &figure, const QRectF &rect, qreal least)
{
    constexpr qreal step = 1.07, most = 1.8;
    const qreal usual = least / drawing::measure::text * 1.02;
    for (qreal enlarged = usual; enlarged < usual * most; enlarged *= step) {
        Placed tried = laid_out(seen, figure, rect, enlarged);
        if (smallest_letters(tried.drawing) >= least && says_all(tried.drawing))
            return tried;
    }
    return {};
}

// Larger, as long as nothing is left out for it. What is of several pages keeps its lines in each.
void grow(const Seen &seen, Placed &placed, qreal least)
{
    if (placed.figure == &figures::options_figure())
        return;
    constexpr qreal step = 1.13, most = 1.7;
    const qreal usual = placed.enlarged;
    for (qreal enlarged = usual * step; enlarged < usual * most; enlarged *= step) {
        Placed tried = laid_out(seen, *placed.figure, placed.rect, enlarged);
        if (tried.parts() < placed.parts() || smallest_letters(tried.drawing) < least || !says_all(tried.drawing))
            return;
        placed = std::move(tried);
    }
}

// Figures that are whole pages, with letters for such: what they are made of, or show the same.
HallPage with_large_letters(HallPage page)
{
    const auto is = [](const Figure *figure, const char *name) { return figure && QLatin1String(figure->name) == QLatin1String(name); };
    const Figure *crossing = figures::named(u"crossing"), *stage = figures::named(u"stage");
    if (!page.front.empty() && is(page.front.front(), "overview"))
        page.front = {stage, figures::named(u"sets")};
    for (const Figure *&figure : page.front)
        figure = is(figure, "phases") ? crossing : is(figure, "overview") ? stage : figure;
    page.look = is(page.look, "phases") ? crossing : is(page.look, "overview") ? stage : page.look;
    if (page.front.size() > 1 && page.front[0] == page.front[1])
        page.front.pop_back();
    return page;
}

struct Arranged {
    std::vector<Placed> figures;
    HallPlaces places;
};

// Both in those places; nothing: one of them cannot be read there.
std::vector<Placed> in_places(const Seen &seen, const std::vector<const Figure *> &front, const QRectF &room, qreal least, HallPlaces places)
{
    QRectF one = room, other = room;
    if (places.beside) {
        one.setWidth(room.width() * places.share);
        other.setLeft(one.right());
    } else {
        one.setHeight(room.height() * places.share);
        other.setTop(one.bottom());
    }
    std::vector<Placed> both;
    for (const auto &[figure, rect] : {std::pair(front[0], one), std::pair(front[1], other)}) {
        auto there = placed(seen, *figure, rect, least);
        if (!there)
            return {};
        grow(seen, *there, least);
        both.push_back(*std::move(there));
    }
    return both;
}

// One above the other, or beside each other: as much is seen as can be, as large as can be; no figures: there is no room for two.
Arranged two(const Seen &seen, const std::vector<const Figure *> &front, const QRectF &room, qreal least, HallPlaces before)
{
    if (before.share > 0)
        if (auto kept = in_places(seen, front, room, least, before); !kept.empty())
            return {std::move(kept), before};
    Arranged best;
    const auto worth = [](const std::vector<Placed> &both) { return std::pair(both[0].parts() + both[1].parts(), both[0].enlarged * both[1].enlarged); };
    for (const qreal share : {0.5, 0.64, 0.36})
        for (const bool beside : {false, true}) {
            auto both = in_places(seen, front, room, least, {beside, share});
            if (!both.empty() && (best.figures.empty() || worth(both) > worth(best.figures)))
                best = {std::move(both), {beside, share}};
        }
    return best;
}

Arranged arranged(const Seen &seen, const HallPage &page, const QRectF &room, qreal least, HallPlaces before)
{
    const std::vector<const Figure *> &front = page.front;
    if (front.empty())
        return {};
    if (front.size() > 1)
        if (Arranged both = two(seen, front, room, least, before); !both.figures.empty())
            return both;
    const Figure &figure = page.look ? *page.look : *front.front();
    Arranged alone;
    if (auto whole = placed(seen, figure, room, least)) {
        grow(seen, *whole, least);
        alone.figures.push_back(*std::move(whole));
        return alone;
    }
    // All of it is more than can be read: as much as there is room for in letters that can be.
    Placed shown = laid_out(seen, figure, room, 1);
    for (int tries = 0; tries < 4 && smallest_letters(shown.drawing) < least; ++tries)
        shown = laid_out(seen, figure, room, shown.enlarged * least / std::max(1., smallest_letters(shown.drawing)) * 1.02);
    alone.figures.push_back(std::move(shown));
    return alone;
}

// The first of those parts, with room for a ring; all of the figure when it has none of them.
QRectF looked_at(const Placed &placed, const QStringList &parts)
{
    constexpr qreal room = 8;
    for (const QString &id : parts)
        for (const drawing::Part &part : placed.drawing.parts)
            if (part.id == id)
                return part.rect.translated(placed.rect.topLeft()).adjusted(-room, -room, room, room) & placed.rect;
    return placed.rect;
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
    const qreal room = right - margin; // the first to be shortened where there is no room
    QString name = page.title;
    while (!name.isEmpty() && drawing::width_of(name == page.title ? name : name + u'…', int(size)) + 1 > room)
        name.chop(1);
    if (name.size() > 6 || name == page.title)
        letters(sheet, {margin, 0, room, high}, name == page.title ? name : name.trimmed() + u'…', size, Ink::muted);
    Shape &rule = sheet.line({0, high}, {width, high}, Ink::line);
    rule.width = 0.0013 * h;
}

// The band's text, in the largest letters that leave enough room for the figures.
struct Band {
    qreal size = 0, high = 0;
    std::vector<Said> heading, rest; // what is said, then each choice
    size_t lines() const
    {
        size_t count = 0;
        for (const auto *part : {&heading, &rest})
            for (const Said &each : *part)
                count += each.lines();
        return count;
    }
};

Band band_of(const HallPage &page, QSizeF size)
{
    const qreal h = size.height(), width = size.width() - 2 * 0.03 * h;
    for (qreal share = said;; share -= 0.0015) {
        Band band{.size = share * h};
        if (!page.heading.isEmpty())
            band.heading.emplace_back(page.heading, width, band.size, true);
        if (!page.sentence.isEmpty())
            band.rest.emplace_back(page.sentence, width, band.size);
        for (const QString &choice : page.choices)
            band.rest.emplace_back(QStringLiteral("○ ") + choice, width, band.size);
        constexpr size_t usual = 2; // lines: from one sentence to the next the figures stay as they are
        band.high = qreal(std::max(band.lines(), usual)) * band.size * line + band.size * 0.9;
        if (band.high <= most_of_band * h || share <= least_said)
            return band;
    }
}

// A page of words: what a lesson begins with, and what is asked before there is anything to be seen. In the largest letters that have room.
void draw_words(drawing::Sheet &sheet, const HallPage &page)
{
    const QSizeF size = sheet.size();
    const qreal h = size.height(), margin = 0.1 * h, width = size.width() - 2 * margin, gap = 0.03 * h;
    for (qreal of_usual = 1;; of_usual -= 0.05) {
        const qreal large = 0.062 * h * of_usual, usual = 0.042 * h * of_usual;
        const Said heading(page.heading, width, large, true);
        std::vector<Said> rest;
        if (!page.sentence.isEmpty())
            rest.emplace_back(page.sentence, width, usual);
        for (const QString &choice : page.choices)
            rest.emplace_back(QStringLiteral("○ ") + choice, width, usual);
        qreal high = large * qreal(heading.lines()) * line + gap;
        for (const Said &each : rest)
            high += usual * qreal(each.lines()) * line;
        constexpr qreal least = 0.55;
        if (high > h * (1 - 2 * head) && of_usual > least)
            continue;
        const qreal top = (h + head * h - high) / 2;
        sheet.box({margin - 0.03 * h, top, 0.008 * h, high}, Ink::accent);
        heading.draw(sheet, {margin, top}, large * line, Ink::text, Ink::paper);
        qreal y = top + large * qreal(heading.lines()) * line + gap;
        for (const Said &each : rest) {
            each.draw(sheet, {margin, y}, usual * line, Ink::text, Ink::paper);
            y += usual * qreal(each.lines()) * line;
        }
        QStringList told{page.heading, page.sentence};
        told += page.choices;
        told.removeAll(QString());
        return sheet.part(QStringLiteral("sentence"), {margin, top, width, high}, told.join(QStringLiteral(". ")));
    }
}

void draw_band(drawing::Sheet &sheet, const Band &band, qreal top)
{
    const QSizeF size = sheet.size();
    const qreal h = size.height(), margin = 0.03 * h;
    sheet.box({0, top, size.width(), size.height() - top}, Ink::lit);
    sheet.box({0, top, 0.008 * h, size.height() - top}, Ink::accent);
    qreal y = top + band.size * 0.45;
    const qreal pitch = band.size * line;
    for (const auto &[part, ink] : {std::pair(&band.heading, Ink::accent), std::pair(&band.rest, Ink::text)})
        for (const Said &each : *part) {
            each.draw(sheet, {margin, y}, pitch, ink, Ink::lit);
            y += pitch * qreal(each.lines());
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

HallDrawing hall_page(const figures::Scene &scene, const HallPage &wanted, QSizeF size, qreal factor, HallPlaces before)
{
    const HallPage page = with_large_letters(wanted);
    HallDrawing drawn;
    const qreal h = size.height();
    drawing::Sheet sheet(size);
    const Band band = band_of(page, size);
    const QRectF room(0, head * h, size.width(), h - head * h - band.high);
    Seen seen{scene, page.options.get()};
    seen.scene.comparison = page.comparison.get();
    Arranged arranged = ui::arranged(seen, page, room, least_letters * h * factor, before);
    std::vector<Placed> &placed = arranged.figures;
    draw_head(sheet, scene, page, h);
    if (page.invitation) {
        drawn.drawing = sheet.take();
        const QPointF below(0, head * h);
        drawing::place(drawn.drawing, ui::invitation(scene.language, *page.invitation, {size.width(), h - below.y()}, drawn.code), below);
        drawn.code.translate(below);
        return drawn;
    }
    if (page.front.empty()) {
        draw_words(sheet, page);
    } else {
        draw_band(sheet, band, room.bottom());
        sheet.part(QStringLiteral("sentence"), {0, room.bottom(), size.width(), band.high}, QStringList{page.heading, page.sentence}.join(u' ').trimmed());
    }
    for (size_t i = 1; i < placed.size(); ++i) {
        const QRectF &rect = placed[i].rect;
        Shape &rule = rect.left() > 0 ? sheet.line(rect.topLeft(), rect.bottomLeft(), Ink::line) : sheet.line(rect.topLeft(), rect.topRight(), Ink::line);
        rule.width = 0.0013 * h;
    }
    for (const Placed &each : placed)
        if (each.figure == page.look)
            drawn.looked_at = looked_at(each, page.parts);
    for (const Placed &each : placed)
        if (page.options && each.figure == &figures::options_figure())
            drawn.pages = figures::option_pages(*page.options, each.rect.size() / each.enlarged);
    drawn.drawing = sheet.take();
    drawing::Drawing figures; // below head and band
    figures.size = size;
    for (Placed &each : placed) {
        const QString name = QLatin1String(each.figure->name) + u' ';
        for (Shape &shape : each.drawing.shapes)
            if (!shape.id.isEmpty())
                shape.id.prepend(name);
        for (drawing::Part &part : each.drawing.parts)
            part.id.prepend(name);
        drawing::place(figures, each.drawing, each.rect.topLeft());
        drawn.shown.push_back(each.figure);
    }
    drawn.places = arranged.places;
    std::swap(figures.shapes, drawn.drawing.shapes);
    std::ranges::move(figures.shapes, std::back_inserter(drawn.drawing.shapes));
    std::ranges::move(figures.parts, std::back_inserter(drawn.drawing.parts));
    return drawn;
}

} // namespace ui
