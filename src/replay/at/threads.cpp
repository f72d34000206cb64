// SPDX-License-Identifier: MIT
// What each thread was doing at an instant.
#include "calls/verbs.h"
#include "replay/at/picture.h"
#include "replay/phases/arrival.h"
#include "replay/phases/phases.h"
#include "replay/times.h"

#include <algorithm>
#include <iterator>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// A call begun by the instant and not over.
struct Current {
    const Event *call = nullptr;
    uint32_t sequence = none; // none: in flight at the end of the recording
};

// One poll in vain: the recorder has it ready to count more of the same, but it is over.
bool over(const Event &open, int64_t time)
{
    return open.end != 0 && open.end <= time && open.count <= 1 && calls::is_call(open.call);
}

Current current(const Index &index, uint16_t thread, const World &world)
{
    Current now;
    now.sequence = index.tracks[thread].in_progress(world.time, uint32_t(world.complete));
    if (now.sequence != none)
        now.call = &index.event(now.sequence);
    for (const Event *call : index.in_flight(thread))
        if (call->begin <= world.time && !over(*call, world.time) && (!now.call || call->begin >= begin_of(*now.call)))
            now = {call, none};
    if (now.call && !calls::is_call(now.call->call) && now.call->call != Call::held)
        now.call = nullptr;
    return now;
}

// A poll in vain that was repeated, while it goes on: what it has returned each time is known, how often is not.
Event repeated(const Event &poll)
{
    Event event = calls::begun(poll);
    event.result = poll.result;
    event.error = poll.error;
    return event;
}

// Those that take turns are ended by whatever else the thread does, so they stand side by side in the lane.
std::vector<Event> polls_of(const Index &index, const std::vector<Event> &open, uint16_t thread, const World &world)
{
    constexpr size_t most = 4096; // events looked at: as many descriptors may take turns
    std::vector<Event> polls;
    const Replay::Lane &lane = index.tracks[thread].lane();
    size_t i = size_t(std::ranges::upper_bound(lane.begin, world.time) - lane.begin.begin());
    for (size_t seen = 0; i-- > 0 && seen < most; ++seen) {
        const Event &event = index.event(lane.sequence[i]);
        const bool poll = calls::in_vain(event) || calls::out_of_descriptors(event);
        if (!poll && event.call != Call::set_assigned)
            break;
        if (poll && event.count > 1 && lane.sequence[i] >= world.complete && event.begin < world.time)
            polls.push_back(repeated(event));
    }
    for (const Event &event : open)
        if (event.thread == thread && over(event, world.time))
            continue;
        else if (event.thread == thread && event.end <= world.time)
            polls.push_back(event);
        else if (event.thread == thread && event.count > 1 && event.begin < world.time)
            polls.push_back(repeated(event));
    std::ranges::stable_sort(polls, {}, &Event::begin);
    return polls;
}

bool copies(const Index &index, const Event &call, const Arrival &arrival)
{
    if (!calls::reads(call) || arrival.kind == Arrival::no_wait)
        return false;
    if (call.end)
        return call.result > 0;
    if (arrival.by == none)
        return true;
    const auto by = calls::as_transfer(index.event(arrival.by));
    return by && by->sends();
}

void set_state(Thread &thread, const Index &index, uint16_t number, const Current &now, const World &world)
{
    const Event &call = *now.call;
    const int64_t begin = begin_of(call);
    const Arrival arrived = arrival(index, call, now.sequence);
    if (arrived.kind == Arrival::no_wait || arrived.by_then(uint32_t(world.complete))) {
        thread.state = copies(index, call, arrived) ? State::copying : State::running;
        thread.known = arrived.kind == Arrival::no_wait ? arrived.known : Known::derived;
        thread.since = std::min(arrived.boundary(begin, end_of(call)), world.time);
        return;
    }
    thread.state = State::asleep;
    thread.since = begin;
    const bool seen = index.tracks[number].seen_asleep(begin, world.time, uint32_t(world.complete)).has_value();
    const bool untold = arrived.kind == Arrival::untold || arrived.known == Known::unknown;
    thread.known = seen ? Known::observed : untold ? Known::unknown : Known::derived;
}

// Between two recorded calls nothing is known but what was seen from outside.
void set_idle(Thread &thread, const Track &track, bool waits_for_orders, const World &world)
{
    if (thread.state != State::running)
        return;
    if (waits_for_orders) {
        thread.state = State::idle;
        thread.known = Known::derived;
        return;
    }
    const auto seen = track.seen_asleep(thread.since, world.time, uint32_t(world.complete));
    if (!seen)
        return;
    thread.state = State::asleep;
    thread.known = Known::observed;
    thread.since = *seen;
}

Handling handling(const Event &begin, uint32_t sequence)
{
    const calls::Signal signal = calls::as_signal(begin).value_or(calls::Signal());
    Handling now;
    now.signal = std::max(0, signal.number);
    now.code = signal.code;
    now.fd = signal.fd;
    now.since = begin.end;
    now.event = sequence;
    return now;
}

// Calls in progress around the innermost: a handler of a signal has come during them.
std::vector<Event> interrupted(const Index &index, uint16_t thread, const Current &now, const World &world)
{
    std::vector<Event> calls;
    const auto add = [&](const Event &event) {
        if (calls::is_call(event.call) && event.count <= 1)
            calls.push_back(calls::begun(event));
    };
    for (const uint32_t sequence : index.tracks[thread].around(now.sequence, world.time, uint32_t(world.complete)))
        add(index.event(sequence));
    for (const Event *call : index.in_flight(thread))
        if (call != now.call && call->begin <= world.time)
            add(*call);
    return calls;
}

std::optional<size_t> number(uint32_t sequence)
{
    return sequence == none ? std::nullopt : std::optional<size_t>(sequence);
}

} // namespace

void add_threads(World &world, const Index &index, const Fold &fold)
{
    world.threads.resize(index.tracks.size());
    std::vector<Event> open; // polls in vain that may be repeated still when the recording ends
    std::ranges::copy_if(index.trace.in_flight(), std::back_inserter(open),
                         [](const Event &event) { return event.end != 0 && calls::is_call(event.call); });
    for (uint16_t i = 0; i < world.threads.size(); ++i) {
        const Fold::Thread &past = fold.threads[i];
        Thread &thread = world.threads[i];
        thread.table = index.tables[i];
        thread.last = number(past.last);
        thread.cpu = std::max<int64_t>(0, past.cpu);
        thread.delivered = past.delivered;
        thread.killed = past.killed;
        if (past.handler() != none)
            thread.handler = handling(index.event(past.handler()), past.handler());
        if (past.last != none)
            thread.since = index.event(past.last).end;
        thread.state = past.ended ? State::ended : past.begun ? State::running : State::not_begun;
        const Current now = current(index, i, world);
        if (now.call) {
            thread.call = calls::begun(*now.call);
            thread.event = number(now.sequence);
            thread.since = begin_of(*now.call);
            if (now.call->call == Call::held)
                thread.state = State::held;
            else
                set_state(thread, index, i, now, world);
        } else {
            const bool does_as_told = trace::origin(index.trace, i) == trace::Origin::script || trace::job(index.trace, i) == trace::Job::keyboard
                || index.trace.threads[i].name == "bench"; // a statement at a time
            set_idle(thread, index.tracks[i], does_as_told, world);
            const bool gone_on = past.last != none && index.event(past.last).call == Call::lost;
            const bool losing = now.sequence != none && index.event(now.sequence).call == Call::lost;
            if ((gone_on || losing) && thread.state != State::ended && thread.known != Known::observed)
                thread.known = Known::unknown;
        }
        if (thread.handler)
            thread.interrupted = interrupted(index, i, now, world);
        thread.polls = polls_of(index, open, i, world);
        if (thread.repeats()) {
            thread.known = Known::derived;
            thread.since = thread.polls.front().begin;
            thread.busy = index.tracks[i].busy(thread.since, world.time, uint32_t(world.complete));
        }
        std::vector<Phase> phases;
        if (now.call && has_phases(*now.call))
            phases = phases_so_far(index, *now.call, now.sequence, world.time, uint32_t(world.complete));
        else if (past.read != none)
            phases = phases_by(phases_of(index, index.event(past.read), past.read), world.time);
        std::ranges::move(phases, std::back_inserter(world.phases));
    }
}

} // namespace replay
