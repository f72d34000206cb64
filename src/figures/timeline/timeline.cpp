// SPDX-License-Identifier: MIT
// The timeline: a lane for each thread, in real time or with a slot for every event, up to the instant shown and
// beyond.
#include "figures/timeline/coordinates.h"
#include "figures/timeline/lane.h"
#include "figures/timeline/marks.h"
#include "words/chapters.h"
#include "words/parts.h"
#include "words/sentences.h"

#include <algorithm>
#include <cmath>

namespace figures {
namespace {

constexpr qreal arrival_half = 5, arrival_height = 9; // of the triangle

void draw_sign(Sheet &sheet, const TimelineLayout::Entry &entry)
{
    const QRectF box(entry.rect.left(), entry.rect.center().y() - 6, 14, 12);
    switch (entry.sign) {
    case TimelineLayout::Entry::line: sheet.box(QRectF(box.left(), box.center().y() - 2, 14, 5), entry.ink); break;
    case TimelineLayout::Entry::arrival: {
        QPainterPath way;
        way.addPolygon(QPolygonF{{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()});
        way.closeSubpath();
        Shape &shape = sheet.path(way, entry.ink);
        shape.filled = true;
        shape.fill = entry.ink;
        break;
    }
    case TimelineLayout::Entry::boundary:
        for (const Ink ink : {Ink::waiting, Ink::copying}) {
            const qreal left = ink == Ink::waiting ? box.left() : box.center().x();
            sheet.box(QRectF(left, box.top(), box.width() / 2, box.height()), ink);
        }
        draw_uncertain(sheet, box.adjusted(3, 0, -3, 0));
        break;
    case TimelineLayout::Entry::block: sheet.box(box, entry.ink).hatched = entry.ink == Ink::held; break;
    }
    narrow(sheet.text(QRectF(entry.rect.left() + 20, entry.rect.top(), entry.rect.width() - 20, entry.rect.height()),
                      entry.words));
}

// `ns` from the beginning of the run, in `unit`.
QString clock_text(const words::Language &language, double ns, double unit, int decimals)
{
    const char *symbol = unit >= 1e9 ? "s" : unit >= 1e6 ? "ms" : "µs"; // the same in every language
    return language.number(ns / unit, decimals) + QChar(QChar::Nbsp) + QString::fromUtf8(symbol);
}

void draw_ruler(Sheet &sheet, const Scene &scene, const Range &range, const TimelineLayout &layout)
{
    const double zero = double(scene.replay.trace().begin());
    const auto label = [&](const Ruler &marks, double value) {
        return range.axis == Axis::events ? scene.language.number(qlonglong(value))
                                          : clock_text(scene.language, value - zero, marks.unit, marks.decimals);
    };
    const QRectF &place = layout.ruler;
    Ruler marks = ruler(range, place.width(), 70, zero);
    if (marks.step > 0) // again, with room for the longest label
        marks = ruler(range, place.width(), std::max(70.0, width_of(label(marks, range.to)) + 24), zero);
    sheet.box({place.left(), place.top(), place.width(), 1}, Ink::muted);
    if (!(marks.step > 0))
        return;
    const double last = range.axis == Axis::events ? double(scene.replay.trace().events().size()) - 1 : range.to;
    for (int i = 0; i < 1000; ++i) {
        const double value = marks.first + i * marks.step;
        if (value > std::min(range.to, last))
            break;
        // A step's number stands in the middle of its slot.
        const double x = pixel_at(range, range.axis == Axis::events ? value + 0.5 : value, place.left(), place.width());
        if (x > place.right() + 0.5)
            break;
        sheet.line({x, place.top()}, {x, place.top() + 5}, Ink::muted);
        const QString words = label(marks, value);
        const qreal width = width_of(words) + 2;
        const qreal left =
            std::clamp(x - width / 2, layout.names.left(), std::max(layout.names.left(), place.right() - width));
        sheet.text(QRectF(left, place.top() + 6, width, measure::row), words, Ink::muted).align = Qt::AlignCenter;
    }
}

void draw_arrivals(Sheet &sheet, const TimelineLayout &layout, std::vector<Arrival> arrivals)
{
    std::ranges::sort(arrivals, [](const Arrival &a, const Arrival &b) {
        return std::pair(a.thread, a.from + a.to) < std::pair(b.thread, b.from + b.to);
    });
    const Arrival *former = nullptr;
    for (const Arrival &arrival : arrivals) {
        const auto row = std::ranges::find(layout.lanes, arrival.thread);
        const double x = (arrival.from + arrival.to) / 2;
        if (row == layout.lanes.end() || x < layout.plot.left() || x > layout.plot.right())
            continue;
        if (former && former->thread == arrival.thread && x - (former->from + former->to) / 2 < arrival_half)
            continue; // one sign where several would lie upon each other
        former = &arrival;
        const qreal bottom = layout.plot.top() + qreal(row - layout.lanes.begin() + 1) * layout.lane_height - 1;
        const double from = std::max(arrival.from, layout.plot.left()), to = std::min(arrival.to, layout.plot.right());
        if (to - from > 2 * arrival_half) // the bracket in which it arrived
            sheet.line({from, bottom - arrival_height}, {to, bottom - arrival_height}, Ink::signal).width = 2;
        QPainterPath way;
        way.addPolygon(QPolygonF{{x, bottom - arrival_height}, {x + arrival_half, bottom}, {x - arrival_half, bottom}});
        way.closeSubpath();
        Shape &shape = sheet.path(way, Ink::signal);
        shape.filled = true;
        shape.fill = Ink::signal;
    }
}

// The pixels at which chapters of the recording begin, those in sight, by their index.
std::vector<std::pair<size_t, double>> chapters_in_sight(const Scene &scene, const Range &range, const TimelineLayout &layout)
{
    std::vector<std::pair<size_t, double>> found;
    const trace::Trace &trace = scene.replay.trace();
    for (size_t i = 0; i < trace.chapters.size(); ++i) {
        const int64_t begin = trace.chapters[i].begin;
        const double value = range.axis == Axis::time ? double(begin) : double(scene.replay.at_time(begin).complete);
        const double x = pixel_at(range, value, layout.plot.left(), layout.plot.width());
        if (x >= layout.plot.left() - 0.5 && x <= layout.plot.right() + 0.5)
            found.emplace_back(i, x);
    }
    return found;
}

// Behind the blocks, whose words they would cut.
void draw_chapter_lines(Sheet &sheet, const Scene &scene, const Range &range, const TimelineLayout &layout)
{
    for (const auto &[i, x] : chapters_in_sight(scene, range, layout))
        sheet.line({x, layout.flag.bottom() - 2}, {x, layout.plot.bottom()}, Ink::muted).dashed = true;
}

// Above its line, or beside it where another number or the cursor's flag stands; left out where there is no room at all.
void draw_chapter_numbers(Sheet &sheet, const Scene &scene, const Range &range, const TimelineLayout &layout, const QRectF &flag)
{
    std::vector<QRectF> taken{flag};
    for (const auto &[i, x] : chapters_in_sight(scene, range, layout)) {
        const QString number = QString::number(i + 1);
        const qreal wide = width_of(number, measure::text, true) + 4;
        QRectF place(x - wide / 2, layout.flag.top(), wide, layout.flag.height() - 2);
        bool free = false;
        for (const qreal left : {x - wide / 2, x + 2, x - wide - 2}) {
            place.moveLeft(left);
            free = std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(place); });
            if (free)
                break;
        }
        if (!free)
            continue;
        taken.push_back(place);
        Shape &label = sheet.text(place, number, Ink::muted);
        label.align = Qt::AlignCenter;
        label.bold = true;
        sheet.part(QStringLiteral("chapter %1").arg(i + 1), place, words::chapter_words(scene.language, scene.replay.trace(), i + 1));
    }
}

// Returns where its flag is; null: it is not in sight.
QRectF draw_cursor(Sheet &sheet, const Scene &scene, const Range &range, const TimelineLayout &layout)
{
    const double x = cursor_pixel(scene, range, layout.plot);
    const QRectF &plot = layout.plot;
    if (x < plot.left() - 0.5 && !scene.live)
        sheet.box(plot, Ink::paper).opacity = 0.6;
    if (x < plot.left() - 0.5 || x > plot.right() + 0.5)
        return {};
    if (!scene.live && x < plot.right() - 1) // what comes later is recorded, but not yet so at this instant
        sheet
            .box(QRectF(x, plot.top(), plot.right() + arrival_half - x, plot.height()), Ink::paper,
                 QStringLiteral("later"))
            .opacity = 0.6;
    Shape &line = sheet.line({x, layout.flag.bottom() - 2}, {x, layout.ruler.top() + 4}, Ink::accent);
    line.width = 2;
    line.id = QStringLiteral("cursor");

    const double reach = std::max(double(scene.instant.time) - double(scene.replay.trace().begin()), 0.0);
    const double unit = reach >= 1e9 ? 1e9 : reach >= 1e6 ? 1e6 : 1e3;
    const QString time = clock_text(scene.language, reach, unit, unit > 1e3 ? 3 : 1);
    const QString words = scene.instant.complete > 0
        ? scene.language.say("Figures", "step %1 · %2", "step number and time of the instant shown")
              .arg(scene.language.number(qlonglong(scene.instant.complete) - 1), time)
        : time;
    const qreal width = std::min(width_of(words, measure::text, true) + 16, layout.flag.width());
    const qreal left = std::clamp(x - width / 2, plot.left(), std::max(plot.left(), plot.right() - width));
    const QRectF flag(left, layout.flag.top(), width, layout.flag.height() - 2);
    sheet.box(flag, Ink::accent, QStringLiteral("cursor flag")).radius = 4;
    Shape &label = sheet.text(flag, words, Ink::paper, Ink::accent);
    label.align = Qt::AlignCenter;
    label.bold = true;
    label.id = QStringLiteral("cursor label");
    return flag;
}

void draw_name(Sheet &sheet, const Scene &scene, size_t thread, const QRectF &place)
{
    constexpr qreal pitch = measure::row - 3;
    const bool known = thread < scene.world.threads.size() && place.height() >= 2 * pitch; // else one line would touch the other
    QRectF row(place.left(), place.center().y() - (known ? pitch : 0) / 2 - measure::row / 2, place.width(),
               measure::row);
    sheet.text(row, words::thread_name(scene.language, scene.replay.trace(), thread)).bold = true;
    row.translate(0, pitch);
    if (known)
        sheet.text(row, words::state_word(scene.language, scene.world.threads[thread]), Ink::muted);
    const QString sentence = words::thread_sentence(scene.language, scene.world, scene.replay.trace(), thread);
    sheet.part(QStringLiteral("thread %1").arg(thread), place, sentence);
}

Drawing draw_timeline(const Scene &scene, QSizeF size)
{
    Sheet sheet(size);
    const TimelineLayout layout = timeline_layout(scene, size);
    const Range range = resolved(scene.range, scene.replay);
    for (const TimelineLayout::Entry &entry : layout.legend)
        draw_sign(sheet, entry);
    if (!layout.warning.isEmpty()) {
        QRectF row(layout.warning_rect.topLeft(), QSizeF(layout.warning_rect.width(), measure::row));
        for (const QString &line : wrapped(layout.warning, layout.warning_rect.width())) {
            sheet.text(row, line, Ink::changed);
            row.translate(0, measure::row);
        }
    }

    const QRectF &plot = layout.plot;
    const TimelineFrame frame{scene, range, plot, width_of(QStringLiteral("0"), measure::text, false, true), sheet};
    const std::vector<int64_t> times = column_times(scene.replay.trace(), range, std::max(1, int(plot.width())));
    std::vector<Arrival> arrivals;
    draw_chapter_lines(sheet, scene, range, layout);
    for (size_t row = 0; row < layout.lanes.size(); ++row) {
        const size_t thread = layout.lanes[row];
        const qreal top = plot.top() + qreal(row) * layout.lane_height;
        if (row > 0)
            sheet.box({layout.names.left(), top, plot.right() - layout.names.left(), 1}, Ink::faint);
        draw_name(sheet, scene, thread, QRectF(layout.names.left(), top, layout.names.width(), layout.lane_height));
        const qreal room = layout.lane_height - arrival_height - 7;
        Lane(frame, times, thread, QRectF(plot.left(), top + 4, plot.width(), std::max(room, 4.0))).draw(arrivals);
    }
    draw_arrivals(sheet, layout, std::move(arrivals));
    QStringList not_shown;
    if (layout.more)
        not_shown += scene.language.say("Figures", "… and %n more threads", nullptr, layout.more);
    if (layout.left_out)
        not_shown += scene.language.say("Figures", "%n threads are left out", nullptr, layout.left_out);
    if (!not_shown.isEmpty())
        sheet.text(QRectF(layout.names.left(), plot.bottom(), plot.right() - layout.names.left(), measure::row), not_shown.join(QStringLiteral(" · ")), Ink::muted);
    draw_ruler(sheet, scene, range, layout);
    const QRectF flag = draw_cursor(sheet, scene, range, layout);
    draw_chapter_numbers(sheet, scene, range, layout, flag);
    draw_marks(sheet, scene, range, layout); // to be seen in what comes later, too
    sheet.mark(scene.selected);
    return sheet.take();
}

} // namespace

QSizeF timeline_size(const Scene &scene)
{
    const size_t lanes = std::clamp<size_t>(timeline_threads(scene.replay).size(), 2, 12);
    const QSizeF size(1000, 1000);
    const TimelineLayout layout = timeline_layout(scene, size);
    return {size.width(), layout.plot.top() + 56.0 * double(lanes) + layout.ruler.height() + measure::gap};
}

Drawing timeline(const Scene &scene, QSizeF size)
{
    if (size.isEmpty())
        size = timeline_size(scene);
    const qreal factor = timeline_factor(scene, size);
    Drawing drawing = draw_timeline(scene, size / factor);
    return factor < 1 ? scaled(std::move(drawing), factor) : drawing;
}

} // namespace figures
