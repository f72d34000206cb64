// SPDX-License-Identifier: MIT
#include "replay/replay.h"

#include "calls/verbs.h"
#include "replay/at/picture.h"
#include "replay/state.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

using trace::Event;

template <typename T>
std::optional<T> told(int64_t value)
{
    return value < 0 ? std::nullopt : std::optional(T(value));
}

// What a call in progress has spent so far.
void add_so_far(Totals::Row &row, const Thread &thread, int64_t time)
{
    if (!thread.call || thread.state == State::held)
        return;
    const int64_t woken = thread.state == State::asleep ? time : thread.since;
    const int64_t waited = span(begin_of(*thread.call), woken);
    row.waiting = sum(row.waiting, waited);
    row.longest_wait = std::max(row.longest_wait, waited);
    row.slept += waited > 0;
    const bool sure = thread.state != State::asleep || thread.known != Known::unknown;
    row.perhaps += waited > 0 && !sure;
    row.waiting_least = sum(row.waiting_least, sure ? waited : 0);
    if (thread.state == State::copying)
        row.copying = sum(row.copying, span(woken, time));
}

// Polls in vain that may still be repeated: the recording has them among the calls in flight.
void add_open_polls(Totals::Row &row, const std::vector<Event> &in_flight, int64_t time)
{
    for (const Event &call : in_flight)
        if (call.thread == row.thread && calls::in_vain(call) && call.end <= time) {
            row.system_calls += calls::is_system_call(call.call) ? call.count : 0;
            row.failed_polls += call.count;
        }
}

} // namespace

Totals totals(const Replay &replay, Instant instant)
{
    const Index &index = replay.m->index;
    instant = replay.m->clamped(instant);
    const Fold &fold = replay.m->checkpoints.at(instant.complete);
    World world;
    world.time = instant.time;
    world.complete = instant.complete;
    add_threads(world, index, fold);

    Totals totals;
    for (size_t i = 0; i < world.threads.size(); ++i) {
        const Fold::Thread &past = fold.threads[i];
        const Track::Sums sums = index.tracks[i].sums(instant.time, uint32_t(instant.complete));
        Totals::Row &row = totals.rows.emplace_back();
        row.thread = uint16_t(i);
        row.system_calls = past.system_calls;
        row.library_calls = past.library_calls;
        row.failed_polls = past.failed_polls;
        row.slept = sums.slept;
        row.perhaps = sums.perhaps;
        row.waiting = sums.asleep;
        row.waiting_least = sums.surely;
        row.copying = sums.copying;
        row.longest_wait = sums.longest;
        row.over = past.ended;
        row.cpu = told<int64_t>(past.cpu);
        row.voluntary = told<uint64_t>(past.voluntary);
        row.involuntary = told<uint64_t>(past.involuntary);
        row.bytes_in = past.bytes_in;
        row.bytes_out = past.bytes_out;
        row.delivered = past.delivered;
        add_so_far(row, world.threads[i], instant.time);
        row.polling = std::ranges::any_of(world.threads[i].polls, [](const Event &poll) { return poll.end == 0; });
        if (instant.complete == index.trace.events().size())
            add_open_polls(row, index.trace.in_flight(), instant.time);
    }
    totals.elapsed = span(index.trace.begin(), instant.time);
    totals.events = instant.complete;
    totals.dropped = index.trace.dropped;
    return totals;
}

} // namespace replay
