// SPDX-License-Identifier: MIT
#include "figures/timeline/lane.h"

#include "figures/timeline/coordinates.h"

#include "calls/verbs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace figures {
namespace {

constexpr int wide = 3; // px: an event at least so wide is drawn by itself
constexpr size_t farthest = 4096; // events looked back at for one that others were made during

// Pixels that are one column, for so many events a pixel. Every column costs some memory far from the last one's and some boxes, and
// what is closer than a pixel looks the same when it is closer than two.
int stride_for(double events)
{
    return events > 64 ? 4 : events > 0.5 ? 2 : 1;
}

// What all events before `index` have in `sums`.
int64_t before(const std::vector<int64_t> &sums, size_t index)
{
    return sums.empty() ? 0 : sums[std::min(index, sums.size() - 1)];
}

int64_t of(const std::vector<int64_t> &sums, size_t index)
{
    return std::max<int64_t>(before(sums, index + 1) - before(sums, index), 0);
}

// Times in a damaged recording may be as far apart as their type allows: such a length is negative here, which no share
// is.
int64_t length(int64_t begin, int64_t end)
{
    return int64_t(uint64_t(end) - uint64_t(begin));
}

int64_t overlap(int64_t begin, int64_t end, int64_t from, int64_t to)
{
    const int64_t first = std::max(begin, from), last = std::min(end, to);
    return last > first ? length(first, last) : 0;
}

// Walks over the milestones of a lane, column by column: what a column consists of is told by them where it has so many that what
// stands between two of them is not seen.
class Milestones {
public:
    static constexpr size_t enough = 16; // in a column

    Milestones(const replay::Replay::Lane &lane, int64_t from) : m_lane(lane), m_passed(size_t(std::ranges::upper_bound(lane.milestone_ends, from) - lane.milestone_ends.begin())) {}

    // False: there are not enough from one time to the other.
    bool pass(int64_t from, int64_t until)
    {
        const auto &ends = m_lane.milestone_ends;
        m_from = first_above(ends, m_passed, from, m_passed);
        m_passed = first_above(ends, m_from, until, m_from + m_usual);
        m_usual = m_passed - m_from;
        if (m_from == 0 || m_usual < enough)
            return false;
        const int64_t little = (until - from) / 8; // no long call reaches into it, or begins in it
        return from - ends[m_from - 1] <= little && until - ends[m_passed - 1] <= little;
    }
    // Of the column passed.
    Shares shares() const
    {
        const auto &from = m_lane.milestones[m_from - 1], &to = m_lane.milestones[m_passed - 1];
        return {length(m_lane.milestone_ends[m_from - 1], m_lane.milestone_ends[m_passed - 1]), to.asleep - from.asleep, to.copying - from.copying,
                to.calls - from.calls, m_usual * replay::Replay::Lane::apart};
    }
    // No event before this one has ended later than the column.
    size_t first() const { return m_passed * replay::Replay::Lane::apart; }

private:
    const replay::Replay::Lane &m_lane;
    size_t m_from = 0, m_passed = 0; // how many ended before the column, by its end
    size_t m_usual = 0;              // in a column
};

} // namespace

Lane::Lane(const TimelineFrame &frame, const std::vector<int64_t> &times, size_t thread, const QRectF &band)
    : m_frame(frame), m_times(times), m_thread(thread), m_band(band), m_lane(frame.scene.replay.lane(thread)),
      m_trace(frame.scene.replay.trace())
{
}

bool Lane::draw(std::vector<Arrival> &arrivals)
{
    m_arrivals = &arrivals;
    begin_life();
    const double slot_width = m_frame.plot.width() / (m_frame.range.to - m_frame.range.from);
    if (m_frame.range.axis == Axis::events && slot_width >= 1)
        draw_slots();
    else
        draw_columns();
    draw_in_flight();
    draw_labels(m_frame, m_labels);
    live_until(m_life_end);
    draw_life();
    draw_handlers();
    return m_has_part;
}

// From the thread's first event to its end.
void Lane::begin_life()
{
    if (m_lane.begin.empty())
        return;
    const size_t last = m_lane.sequence.back(), count = m_trace.events().size();
    const bool over = last < count && m_trace.events()[last].call == trace::Call::thread_end;
    m_lived = std::max(m_frame.pixel_of(m_lane.begin.front(), m_lane.sequence.front()), m_frame.plot.left());
    m_life_end = over ? m_frame.pixel_of(m_lane.end.back(), last)
        : m_frame.range.axis == Axis::events ? m_frame.pixel_of_slot(double(count) + !m_trace.in_flight().empty())
                                             : m_frame.pixel_of(m_trace.end(), last);
    m_life_end = std::min(m_life_end, m_frame.plot.right());
}

void Lane::live_until(double pixel)
{
    const double from = std::round(m_lived), to = std::round(std::min(pixel, m_life_end));
    m_lived = std::max(m_lived, pixel);
    if (to - from >= 1)
        m_life.emplace_back(from, 0, to - from, 0);
}

// Between its calls a server runs; what a client does while nobody tells it anything is not recorded.
void Lane::draw_life()
{
    const bool runs = trace::runs_listing(m_trace, m_thread);
    const qreal height = runs ? 5 : 1;
    for (QRectF &stretch : m_life)
        stretch.setRect(stretch.left(), m_band.bottom() - height, stretch.width(), height);
    if (!m_life.empty())
        m_frame.sheet.boxes(std::exchange(m_life, {}), runs ? Ink::running : Ink::line);
}

// Slots of a pixel or more: a call spans from the slot in which it began to its own.
void Lane::draw_slots()
{
    const auto first =
        std::lower_bound(m_lane.sequence.begin(), m_lane.sequence.end(), std::max(m_frame.range.from, 0.0),
                         [](uint32_t sequence, double from) { return sequence + 1.0 <= from; });
    // A call during which others were made stands before them, though it has a higher number.
    const size_t found = size_t(first - m_lane.sequence.begin());
    for (size_t i = found - std::min(found, farthest); i < m_lane.sequence.size(); ++i) {
        const size_t sequence = m_lane.sequence[i];
        if (double(sequence) + 1 <= m_frame.range.from)
            continue;
        const size_t began = std::min(slot_at(m_trace, m_lane.begin[i], sequence), sequence);
        if (double(began) >= m_frame.range.to)
            break;
        draw_event(i, m_frame.pixel_of_slot(double(began)), m_frame.pixel_of_slot(double(sequence) + 1));
    }
}

void Lane::draw_columns()
{
    const int columns = int(m_times.size()) - 1;
    const int64_t end = m_times.back();
    Columns stacks(m_frame.sheet, QRectF(m_frame.plot.left(), m_band.top(), m_frame.plot.width(), m_band.height()));
    size_t i = size_t(std::upper_bound(m_lane.end.begin(), m_lane.end.end(), m_times.front()) - m_lane.end.begin());
    if (i > 0 && m_lane.end[i - 1] == m_times.front()) // a step at the very edge
        --i;
    for (size_t j = i - std::min(i, farthest); j < i; ++j)
        if (m_lane.begin[j] <= m_times.front() && m_lane.end[j] > m_times.front())
            draw_event(j, m_frame.plot.left(), m_frame.plot.left() + std::min(column_of(m_times, m_lane.end[j]), columns));
    const size_t last_one = first_above(m_lane.end, i, end, m_lane.end.size());
    const int stride = stride_for(double(last_one - i) / double(columns));
    const bool sparse = (last_one - i) * 4 <= size_t(columns); // few enough to look at each: what did it send?
    size_t usual = 0; // events in a column: the next one has about as many as the last
    Milestones milestones(m_lane, m_times.front());
    bool summed_up = false; // the column before
    const bool dense = (last_one - i) / size_t(columns) * size_t(stride) >= Milestones::enough * replay::Replay::Lane::apart;
    for (int column = 0; column < columns && i < m_lane.end.size();) {
        if (const int after = std::min(column + stride, columns); dense && milestones.pass(m_times[size_t(column)], m_times[size_t(after)])) {
            live_until(m_frame.plot.left() + column);
            m_lived = m_frame.plot.left() + after;
            stacks.add(column, after, milestones.shares());
            summed_up = true;
            column = after;
            continue;
        }
        if (std::exchange(summed_up, false))
            i = first_above(m_lane.end, milestones.first(), m_times[size_t(column)], milestones.first());
        if (i >= m_lane.end.size() || m_lane.begin[i] > end)
            break;
        const int64_t from = m_times[size_t(column)], to = m_times[size_t(column) + 1];
        if (m_lane.begin[i] > to) {
            column = std::max(column + 1, column_of(m_times, m_lane.begin[i]));
            continue;
        }
        const size_t far = size_t(std::min(column + wide, columns));
        if (m_lane.end[i] >= m_times[far] && m_lane.end[i] > to) {
            const int last = std::max(column + 1, std::min(column_of(m_times, m_lane.end[i]), columns));
            double left = m_frame.plot.left() + column, right = m_frame.plot.left() + last;
            if (m_frame.range.axis == Axis::time) {
                left = m_frame.pixel_of(m_lane.begin[i], 0);
                right = m_frame.pixel_of(m_lane.end[i], 0);
            }
            draw_event(i, left, right);
            column = last;
            ++i;
            continue;
        }
        const int after = std::min(column + stride, columns);
        const int64_t until = m_times[size_t(after)];
        const size_t next = first_above(m_lane.end, i, until, i + usual);
        usual = next - i;
        live_until(m_frame.plot.left() + column);
        m_lived = m_frame.plot.left() + after;
        stacks.add(column, after, shares_of(i, next, from, until));
        for (; sparse && i < next; ++i)
            note_arrival(i, m_frame.plot.left() + column, m_frame.plot.left() + after);
        i = next;
        column = after;
    }
    stacks.finish();
}

// Events [first, last) end in [begin, end]; `last` may have begun in it. The first may have begun before.
Shares Lane::shares_of(size_t first, size_t last, int64_t begin, int64_t end) const
{
    Shares shares{length(begin, end), before(m_lane.asleep, last) - before(m_lane.asleep, first),
                  before(m_lane.copying, last) - before(m_lane.copying, first),
                  before(m_lane.calls, last) - before(m_lane.calls, first), last - first};
    // Waiting comes first in a call, then copying, then the rest.
    const auto add = [&](size_t index, int64_t from, int64_t to, int sign) {
        const int64_t woken = m_lane.begin[index] + of(m_lane.asleep, index);
        const int64_t copied = woken + of(m_lane.copying, index);
        shares.asleep += sign * overlap(m_lane.begin[index], woken, from, to);
        shares.copying += sign * overlap(woken, copied, from, to);
        shares.calls += sign * overlap(copied, copied + of(m_lane.calls, index), from, to);
    };
    if (first < last && m_lane.begin[first] < begin)
        add(first, m_lane.begin[first], begin, -1);
    if (last < m_lane.begin.size() && m_lane.begin[last] < end)
        add(last, begin, end, 1);
    return shares;
}

void Lane::draw_in_flight()
{
    const size_t count = m_trace.events().size();
    for (const trace::Event &event : m_trace.in_flight()) {
        if (event.thread != m_thread || event.call == trace::Call::set_assigned) // folded: done, and done again
            continue;
        const double from = m_frame.pixel_of(event.begin, count);
        const double to = m_frame.range.axis == Axis::events ? m_frame.pixel_of_slot(double(count) + 1)
                                                             : m_frame.pixel_of(m_trace.end(), count);
        if (from >= m_frame.plot.right() || to <= m_frame.plot.left())
            continue;
        live_until(from);
        m_lived = std::max(m_lived, to);
        m_has_part |= draw_block(m_frame, {event, count, 0, 0, from, to, m_band}, m_labels);
    }
}

// Over the calls that it makes, a signal's handler from its begin to its end.
void Lane::draw_handlers()
{
    constexpr qreal height = 4;
    constexpr ptrdiff_t many = 4096; // in what is left: no one looks at each
    const bool by_slots = m_frame.range.axis == Axis::events;
    const auto &events = m_trace.events();
    const auto time_of = [&events](uint32_t sequence) { return sequence < events.size() ? events[sequence].begin : std::numeric_limits<int64_t>::max(); };
    const auto at_or_after = [&](std::vector<uint32_t>::const_iterator from, double value) {
        const auto last = m_lane.handlers.end();
        return by_slots ? std::ranges::lower_bound(from, last, uint32_t(std::max(value, 0.0))) : std::ranges::lower_bound(from, last, whole_ns(value), {}, time_of);
    };
    double begin = -1, drawn = m_frame.plot.left();
    const auto strip = [&](double from, double to) {
        from = std::max({from, drawn, m_frame.plot.left()});
        to = std::min(to, m_frame.plot.right());
        if (to - from < 1)
            return;
        m_frame.sheet.box({std::round(from), m_band.top(), std::round(to) - std::round(from), height}, Ink::signal);
        drawn = to;
    };
    for (auto i = at_or_after(m_lane.handlers.begin(), m_frame.range.from); i != m_lane.handlers.end();) {
        const size_t sequence = *i;
        if (sequence >= events.size() || (by_slots ? double(sequence) >= m_frame.range.to : events[sequence].begin > m_times.back()))
            break;
        const double at = by_slots ? m_frame.pixel_of_slot(double(sequence)) : m_frame.pixel_of(events[sequence].begin, sequence);
        const bool begins = events[sequence].call == trace::Call::handler_begin;
        if (!begins)
            strip(begin < 0 ? m_frame.plot.left() : begin, by_slots ? m_frame.pixel_of_slot(double(sequence) + 1) : std::max(at, begin + 2));
        begin = begins ? at : -1;
        ++i;
        if (!begins && m_lane.handlers.end() - i > many) // on to the next pixel
            i = at_or_after(i, value_at(m_frame.range, std::max(drawn, at) + 1, m_frame.plot.left(), m_frame.plot.width()));
    }
    if (begin >= 0)
        strip(begin, m_life_end);
}

void Lane::draw_event(size_t index, double from, double to)
{
    const size_t sequence = m_lane.sequence[index];
    if (sequence >= m_trace.events().size())
        return;
    const trace::Event &event = m_trace.events()[sequence];
    live_until(from);
    m_lived = std::max(m_lived, to);
    m_has_part |=
        draw_block(m_frame, {event, sequence, of(m_lane.asleep, index), of(m_lane.copying, index), from, to, m_band}, m_labels);
    note_arrival(index, from, to);
}

// Loopback delivers within the sender's call, so that is where something arrives.
void Lane::note_arrival(size_t index, double from, double to)
{
    for (const replay::Delivery &delivery : m_frame.scene.replay.brought_by(m_lane.sequence[index]))
        if (delivery.thread >= 0 && size_t(delivery.thread) != m_thread && delivery.passed_on) // else when it will have arrived no call tells
            m_arrivals->push_back({size_t(delivery.thread), from, to});
}

} // namespace figures
