// SPDX-License-Identifier: MIT
#include "figures/timeline/marks.h"

#include "words/phrases.h"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr qreal side = 16, sliver = 4; // px: of a letter's plate, of the bar between A and B

using drawing::width_of;

struct Marked {
    const Scene &scene;
    const Range &range;
    const TimelineLayout &layout;

    double pixel(replay::Instant instant) const
    {
        const double value = range.axis == Axis::time ? double(instant.time) : double(instant.complete);
        return pixel_at(range, value, layout.plot.left(), layout.plot.width());
    }
    bool in_sight(double x) const { return x >= layout.plot.left() - 0.5 && x <= layout.plot.right() + 0.5; }
    QString told(replay::Instant instant) const
    {
        const words::Language &language = scene.language;
        const QString at = language.duration(words::span(scene.replay.trace().begin(), instant.time));
        return instant.complete > 0
            ? language.say("Figures", "step %1 · %2", "step number and time of the instant shown").arg(language.number(qlonglong(instant.complete) - 1), at)
            : at;
    }
};

void draw_letter(Sheet &sheet, const Marked &marked, replay::Instant instant, const QString &letter, const QString &sentence)
{
    const double x = marked.pixel(instant);
    if (!marked.in_sight(x))
        return;
    const QRectF &plot = marked.layout.plot;
    sheet.line({x, plot.top()}, {x, marked.layout.ruler.top() + 4}, Ink::text).width = 2;
    const QRectF plate(std::clamp(x - side / 2, plot.left(), plot.right() - side), plot.bottom() - side, side, side);
    sheet.box(plate, Ink::text).radius = 3;
    Shape &text = sheet.text(plate, letter, Ink::paper, Ink::text);
    text.align = Qt::AlignCenter;
    text.bold = true;
    sheet.part(QStringLiteral("mark ") + letter, plate, sentence);
}

void draw_between(Sheet &sheet, const Marked &marked, replay::Instant a, replay::Instant b)
{
    const words::Language &language = marked.scene.language;
    const QRectF &plot = marked.layout.plot;
    const double left = std::clamp(std::min(marked.pixel(a), marked.pixel(b)), plot.left(), plot.right());
    const double right = std::clamp(std::max(marked.pixel(a), marked.pixel(b)), plot.left(), plot.right());
    if (right - left < 1)
        return;
    sheet.box({left, plot.bottom() - sliver, right - left, sliver}, Ink::text);
    const int64_t ns = words::span(std::min(a.time, b.time), std::max(a.time, b.time));
    const int steps = words::plural(qint64(std::max(a.complete, b.complete) - std::min(a.complete, b.complete)));
    const QString counted = language.say("Figures", "From A to B: %1, %n steps", "what is between two marks: a duration", steps);
    const QString said = counted.arg(language.duration(ns));
    const qreal width = width_of(said, measure::text, true) + 12;
    const QRectF plate((left + right - width) / 2, plot.bottom() - side - sliver, width, side);
    if (width + 2 * side <= right - left) {
        sheet.box(plate, Ink::paper).radius = 3;
        Shape &text = sheet.text(plate, said, Ink::text);
        text.align = Qt::AlignCenter;
        text.bold = true;
    }
    sheet.part(QStringLiteral("marked"), {left, plot.bottom() - side - sliver, right - left, side + sliver}, said);
}

void draw_bookmark(Sheet &sheet, const Marked &marked, const Bookmark &bookmark, size_t number)
{
    const double x = marked.pixel(bookmark.instant);
    if (!marked.in_sight(x))
        return;
    const QRectF place(x, marked.layout.plot.top(), 11, 9);
    sheet.line(place.topLeft(), {x, marked.layout.plot.bottom()}, Ink::accent);
    QPainterPath flag; // on its pole
    flag.addPolygon(QPolygonF{{place.topLeft(), {place.right(), place.center().y()}, place.bottomLeft()}});
    flag.closeSubpath();
    Shape &shape = sheet.path(flag, Ink::accent);
    shape.filled = true;
    shape.fill = Ink::accent;
    const QString where = marked.told(bookmark.instant);
    const QString said = bookmark.name.isEmpty()
        ? marked.scene.language.say("Figures", "Bookmark %1 at %2", "its number, a step").arg(number).arg(where)
        : marked.scene.language.say("Figures", "Bookmark %1 at %2: %3", "its number, a step, its name").arg(number).arg(where, bookmark.name);
    sheet.part(QStringLiteral("bookmark %1").arg(number), place.adjusted(-3, -3, 3, 3), said);
}

} // namespace

void draw_marks(Sheet &sheet, const Scene &scene, const Range &range, const TimelineLayout &layout)
{
    if (!scene.marks)
        return;
    const Marked marked{scene, range, layout};
    const Marks &marks = *scene.marks;
    for (size_t i = 0; i < marks.bookmarks.size(); ++i)
        draw_bookmark(sheet, marked, marks.bookmarks[i], i + 1);
    if (marks.a && marks.b)
        draw_between(sheet, marked, *marks.a, *marks.b);
    if (marks.a)
        draw_letter(sheet, marked, *marks.a, QStringLiteral("A"), scene.language.say("Figures", "A is at %1", "a step").arg(marked.told(*marks.a)));
    if (marks.b)
        draw_letter(sheet, marked, *marks.b, QStringLiteral("B"), scene.language.say("Figures", "B is at %1", "a step").arg(marked.told(*marks.b)));
}

std::optional<replay::Instant> marked_at(const Marks &marks, const QString &part)
{
    if (part == u"mark A")
        return marks.a;
    if (part == u"mark B")
        return marks.b;
    const size_t number = part.startsWith(u"bookmark ") ? part.section(u' ', 1).toULongLong() : 0;
    return number > 0 && number <= marks.bookmarks.size() ? std::optional(marks.bookmarks[number - 1].instant) : std::nullopt;
}

} // namespace figures
