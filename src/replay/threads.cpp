// SPDX-License-Identifier: MIT
// What each thread was doing at an instant.
#include "calls/schema.h"
#include "replay/arrival.h"
#include "replay/phases.h"
#include "replay/picture.h"
#include "replay/times.h"

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// A call begun by the instant and not over.
struct Current {
    const Event *call = nullptr;
    uint32_t sequence = none; // none: in flight at the end of the recording
};

Current current(const Index &index, uint16_t thread, const World &world)
{
    Current now;
    now.sequence = index.tracks[thread].in_progress(world.time, uint32_t(world.complete));
    if (now.sequence != none)
        now.call = &index.event(now.sequence);
    for (const Event *call : index.in_flight(thread))
        if (call->begin <= world.time && (!now.call || call->begin >= begin_of(*now.call)))
            now = {call, none};
    if (now.call && !calls::is_call(now.call->call) && now.call->call != Call::held)
        return {};
    return now;
}

bool copies(const Index &index, const Event &call, const Arrival &arrival)
{
    if (!copies_in(call.call) || arrival.kind == Arrival::no_wait)
        return false;
    if (call.end)
        return call.result > 0;
    if (arrival.by == none)
        return true;
    const Call by = index.event(arrival.by).call;
    return by == Call::send || by == Call::sendto || by == Call::write;
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
void set_idle(Thread &thread, const Track &track, trace::Role role, const World &world)
{
    if (thread.state != State::running)
        return;
    if (role == trace::Role::client) {
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
    Handling now;
    now.signal = int(std::clamp<int64_t>(begin.length, 0, INT32_MAX));
    now.code = int16_t(begin.flags);
    now.fd = begin.fd;
    now.since = begin.end;
    now.event = sequence;
    return now;
}

std::optional<size_t> number(uint32_t sequence)
{
    return sequence == none ? std::nullopt : std::optional<size_t>(sequence);
}

} // namespace

void add_threads(World &world, const Index &index, const Fold &fold)
{
    world.threads.resize(index.tracks.size());
    for (uint16_t i = 0; i < world.threads.size(); ++i) {
        const Fold::Thread &past = fold.threads[i];
        Thread &thread = world.threads[i];
        thread.last = number(past.last);
        thread.cpu = std::max<int64_t>(0, past.cpu);
        thread.delivered = past.delivered;
        if (past.handler() != none)
            thread.handler = handling(index.event(past.handler()), past.handler());
        if (past.last != none)
            thread.since = index.event(past.last).end;
        thread.state = past.ended ? State::ended : past.begun ? State::running : State::not_begun;
        const Current now = current(index, i, world);
        if (now.call) {
            thread.call = *now.call;
            thread.event = number(now.sequence);
            thread.since = begin_of(*now.call);
            if (now.call->call == Call::held)
                thread.state = State::held;
            else
                set_state(thread, index, i, now, world);
        } else {
            set_idle(thread, index.tracks[i], i < index.trace.threads.size() ? index.trace.threads[i].role : trace::Role::server, world);
        }
        std::vector<Phase> phases;
        if (now.call && has_phases(now.call->call))
            phases = phases_of(index, *now.call, now.sequence);
        else if (past.read != none)
            phases = phases_of(index, index.event(past.read), past.read);
        for (Phase &phase : phases_by(std::move(phases), world.time))
            world.phases.push_back(phase);
    }
}

} // namespace replay
