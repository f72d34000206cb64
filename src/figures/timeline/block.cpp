// SPDX-License-Identifier: MIT
#include "figures/timeline/block.h"

#include "calls/verbs.h"
#include "figures/timeline/coordinates.h"
#include "words/sentences.h"

#include <algorithm>

namespace figures {
namespace {

constexpr double least_for_motion = 4, least_for_phases = 10, least_for_part = 24; // px
constexpr qreal padding = 3;                                                      // beside a label

// A stretch of a block.
struct Piece {
    Ink ink = Ink::paper;
    double from = 0, to = 0;
    const char *name = "";
};

// The boundary between the two phases, as it is drawn.
struct Boundary {
    replay::Known known = replay::Known::measured;
    double at = 0, earliest = 0, latest = 0; // px
};

struct Parts {
    std::vector<Piece> pieces;
    std::optional<Boundary> boundary;
};

bool is_read(const trace::Event &event)
{
    return calls::reads(event) || calls::accepts(event);
}

// The phases of a read that has ended: measured ones, never longer than the call.
Parts phases_of(const TimelineFrame &frame, const Block &block)
{
    const replay::Phase *wait = nullptr, *copy = nullptr;
    const std::vector<replay::Phase> phases = frame.scene.replay.phases(block.sequence);
    for (const replay::Phase &phase : phases)
        if (phase.kind == replay::Phase::copy)
            copy = &phase;
        else if (!phase.end || *phase.end > block.event.begin) // else it was in the select() before
            wait = &phase;
    if (!wait || !copy) {
        const replay::Phase *only = wait ? wait : copy;
        if (!only)
            return {};
        Parts parts{{{only->kind == replay::Phase::wait ? Ink::waiting : Ink::copying, block.from, block.to, "whole"}},
                    {}};
        if (only->known == replay::Known::unknown)
            parts.boundary = Boundary{replay::Known::unknown, (block.from + block.to) / 2, 0, 0};
        return parts;
    }
    const double last_slot = frame.range.axis == Axis::events
                                 ? std::max(frame.pixel_of_slot(double(block.sequence)),
                                            (block.from + block.to) / 2 - (block.to - block.from) / 4)
                                 : block.to;
    const auto pixel = [&](int64_t time) {
        return std::clamp(frame.pixel_of(time, block.sequence), block.from, std::max(block.from, last_slot));
    };
    Boundary boundary{copy->known, pixel(copy->begin), pixel(copy->earliest), pixel(copy->latest)};
    if (boundary.latest < boundary.earliest || boundary.known != replay::Known::bracketed)
        boundary.earliest = boundary.latest = boundary.at;
    boundary.at = std::clamp(boundary.at, boundary.earliest, boundary.latest);
    // The eye needs something of the first phase, also where its slot is the one in which the data arrived.
    const double least =
        block.from + std::min(frame.range.axis == Axis::events ? 12.0 : 3.0, (block.to - block.from) / 4);
    boundary.earliest = std::max(boundary.earliest, least);
    boundary.at = std::max(boundary.at, least);
    boundary.latest = std::max(boundary.latest, boundary.at);
    return {{{Ink::waiting, block.from, boundary.at, "wait"}, {Ink::copying, boundary.at, block.to, "copy"}}, boundary};
}

// The state of a call that has not returned, as far as the instant shown can tell.
Ink ink_in_flight(const TimelineFrame &frame, const trace::Event &event)
{
    if (calls::in_vain(event))
        return Ink::failed;
    const auto &threads = frame.scene.world.threads;
    if (event.thread >= threads.size() || !threads[event.thread].call
        || threads[event.thread].call->begin != event.begin)
        return event.call == trace::Call::held ? Ink::held : other_call_ink;
    switch (threads[event.thread].state) {
    case replay::State::asleep: return Ink::waiting;
    case replay::State::copying: return Ink::copying;
    case replay::State::held: return Ink::held;
    default: return other_call_ink;
    }
}

Parts parts_of(const TimelineFrame &frame, const Block &block)
{
    const trace::Event &event = block.event;
    const auto whole = [&](Ink ink) { return Parts{{{ink, block.from, block.to, "whole"}}, {}}; };
    if (block.sequence >= frame.scene.replay.trace().events().size())
        return whole(ink_in_flight(frame, event));
    if (event.call == trace::Call::held)
        return whole(Ink::held);
    if (event.call == trace::Call::lost) // a gap: what the thread did is not known
        return whole(Ink::paper);
    if (event.call == trace::Call::handler_begin || event.call == trace::Call::handler_end || event.call == trace::Call::killed)
        return whole(Ink::signal);
    if (!calls::is_call(event.call))
        return whole(Ink::running);
    if (calls::in_vain(event) || event.count > 1)
        return whole(Ink::failed);
    if (is_read(event) && block.to - block.from >= least_for_phases) {
        Parts parts = phases_of(frame, block);
        if (!parts.pieces.empty())
            return parts;
    }
    if (block.asleep <= 0 && block.copying <= 0)
        return whole(other_call_ink);
    if (frame.range.axis == Axis::events)
        return whole(block.asleep > 0 ? Ink::waiting : Ink::copying);
    const auto after = [&](int64_t ns) {
        return std::min(frame.pixel_of(int64_t(uint64_t(event.begin) + uint64_t(ns)), 0), block.to);
    };
    const double asleep = after(block.asleep), copied = std::max(asleep, after(block.asleep + block.copying));
    return {{{Ink::waiting, block.from, asleep, "wait"}, {Ink::copying, asleep, copied, "copy"},
             {other_call_ink, copied, block.to, "rest"}}, {}};
}

void draw_boundary(const TimelineFrame &frame, const Boundary &boundary, const QRectF &band)
{
    const auto upright = [&](double x) -> Shape & {
        return frame.sheet.line({x, band.top()}, {x, band.bottom()}, Ink::text);
    };
    const auto visible = [&](double x) { return x > frame.plot.left() && x < frame.plot.right(); };
    if (boundary.known == replay::Known::unknown) {
        if (visible(boundary.at - 7) && visible(boundary.at + 7))
            frame.sheet
                .text(QRectF(boundary.at - 7, band.top(), 14, band.height()), QStringLiteral("?"), Ink::text,
                      Ink::paper)
                .align = Qt::AlignCenter;
        return;
    }
    if (boundary.known != replay::Known::bracketed) {
        if (visible(boundary.at))
            upright(boundary.at).width = 2;
        return;
    }
    const double from = std::max(boundary.earliest, frame.plot.left()),
                 to = std::min(boundary.latest, frame.plot.right());
    if (to - from > 2)
        draw_uncertain(frame.sheet, QRectF(from, band.top(), to - from, band.height()));
    for (const double edge : {boundary.earliest, boundary.latest})
        if (visible(edge))
            upright(edge).dashed = true;
}

// What is known of a block's event at the instant shown.
struct AtInstant {
    trace::Event event;    // as it was begun, if it is not over
    bool repeated = false; // a poll that is made again and again: nobody knows how often by now
    bool later = false;    // it has not begun
};

AtInstant at_instant(const Scene &scene, const Block &block)
{
    const trace::Event &event = block.event;
    const bool complete = block.sequence < scene.instant.complete;
    const bool open = block.sequence >= scene.replay.trace().events().size();
    if (complete || (open && event.end != 0 && event.end <= scene.instant.time))
        return {event};
    const bool call = calls::is_call(event.call) || event.call == trace::Call::held;
    if (event.begin > scene.instant.time || !call)
        return {calls::begun(event), false, true};
    return {calls::begun(event), event.count > 1};
}

QString sentence_of(const Scene &scene, const AtInstant &now)
{
    const trace::Trace &trace = scene.replay.trace();
    if (now.later)
        return scene.language.say("Figures", "%1: %2, later than the instant shown.", "thread, call")
            .arg(words::thread_name(scene.language, trace, now.event.thread), words::call_name(scene.language, trace, now.event));
    return now.repeated ? words::repeated_sentence(scene.language, trace, now.event, scene.instant.time)
                        : words::event_sentence(scene.language, trace, now.event);
}

BlockLabel label_of(const TimelineFrame &frame, const AtInstant &now)
{
    const trace::Trace &trace = frame.scene.replay.trace();
    BlockLabel label;
    label.name = words::call_name(frame.scene.language, trace, now.event);
    if (now.event.count > 1)
        label.name += QStringLiteral(" ×") + frame.scene.language.number(qlonglong(now.event.count));
    else if (now.repeated)
        label.name += QStringLiteral(" × …");
    else if (!now.later)
        label.text = words::call_text(frame.scene.language, trace, now.event);
    return label;
}

} // namespace

double TimelineFrame::pixel_of_slot(double slot) const
{
    return pixel_at(range, slot, plot.left(), plot.width());
}

double TimelineFrame::pixel_of(int64_t time, size_t near) const
{
    return range.axis == Axis::time ? pixel_at(range, double(time), plot.left(), plot.width())
                                    : pixel_of_slot(double(slot_at(scene.replay.trace(), time, near)));
}

double cursor_pixel(const Scene &scene, const Range &range, const QRectF &plot)
{
    const double value = range.axis == Axis::time ? double(scene.instant.time) : double(scene.instant.complete);
    const bool goes_on = !scene.replay.trace().in_flight().empty() && scene.instant == scene.replay.last();
    const double at = range.axis == Axis::events && goes_on ? value + 1 : value; // what is in flight has a slot of its own
    return pixel_at(range, at, plot.left(), plot.width());
}

void draw_uncertain(Sheet &sheet, const QRectF &rect)
{
    Shape &shape = sheet.box(rect, Ink::paper);
    shape.opacity = 0.6;
    shape.hatched = true;
}

// Folds of several polls overlap: of each label the larger rest stays that [from, to] leaves.
static void cover(std::vector<BlockLabel> &labels, double from, double to)
{
    for (BlockLabel &label : labels) {
        if (to <= label.from || from >= label.to)
            continue;
        if (from - label.from >= label.to - to)
            label.to = from;
        else
            label.from = to;
    }
    std::erase_if(labels, [](const BlockLabel &label) { return label.to <= label.from; });
}

bool draw_block(const TimelineFrame &frame, const Block &block, std::vector<BlockLabel> &labels)
{
    const Parts parts = parts_of(frame, block);
    const double left = frame.plot.left(), right = frame.plot.right();
    const double from = std::max(block.from, left), to = std::min(std::max(block.to, block.from + 1), right);
    if (to <= from)
        return false;
    cover(labels, from, to);
    const bool in_flight = block.sequence >= frame.scene.replay.trace().events().size();
    const QString number =
        in_flight ? QStringLiteral("in flight %1").arg(block.event.thread) : QString::number(block.sequence);
    const bool moves = to - from >= least_for_motion;
    const bool step = !in_flight && !calls::is_call(block.event.call) && block.event.call != trace::Call::held;
    QRectF band = block.band;
    if (step) // lower than what enters the kernel
        band.setTop(band.top() + std::round(band.height() * 0.3));

    const Piece *widest = nullptr;
    for (const Piece &piece : parts.pieces) {
        const double begin = std::round(std::max(piece.from, left)); // on pixels: crisp, and quickly painted
        const double end =
            std::min(std::round(parts.pieces.size() == 1 ? std::max(piece.to, piece.from + 1) : piece.to), right);
        if (end <= begin)
            continue;
        const QString id = moves ? QStringLiteral("block %1 %2").arg(number, QLatin1String(piece.name)) : QString();
        const double seam =
            end - begin >= least_for_motion && piece.to == block.to ? 1 : 0; // so that neighbours are two
        frame.sheet.box(QRectF(begin, band.top(), end - begin - seam, band.height()), piece.ink, id).hatched
            = piece.ink == Ink::held;
        if (!widest || end - begin > std::min(widest->to, right) - std::max(widest->from, left))
            widest = &piece;
    }
    if (parts.boundary && to - from >= least_for_phases)
        draw_boundary(frame, *parts.boundary, band);
    if (to - from < least_for_part || !widest)
        return false;

    const AtInstant now = at_instant(frame.scene, block);
    BlockLabel &label = labels.emplace_back(label_of(frame, now));
    label.number = number;
    label.from = std::max(widest->from, left);
    label.to = std::min(widest->to, right);
    label.middle = band.center().y();
    label.ink = widest->ink;
    frame.sheet.part(in_flight ? number : QStringLiteral("event ") + number,
                     QRectF(from, band.top(), to - from, band.height()),
                     sentence_of(frame.scene, now));
    return true;
}

void draw_labels(const TimelineFrame &frame, const std::vector<BlockLabel> &labels)
{
    const double cursor = cursor_pixel(frame.scene, frame.range, frame.plot); // it goes through no word
    for (BlockLabel label : labels) {
        if (cursor > label.from && cursor < label.to)
            (cursor - label.from < label.to - cursor ? label.from : label.to) = cursor;
        const auto room = qsizetype((label.to - label.from - 2 * padding) / frame.letter); // letters; the longest name that fits
        const bool fits = !label.text.isEmpty() && label.text.size() <= room && room > label.name.size() + 2;
        const QString &words = fits ? label.text : label.name;
        if (room < 3 || words.size() > room)
            continue;
        const QRectF place(label.from + padding, label.middle - measure::row / 2, label.to - label.from - 2 * padding, measure::row);
        frame.sheet.code(place, words, Ink::text, label.ink).id = QStringLiteral("label %1").arg(label.number);
    }
}

} // namespace figures
