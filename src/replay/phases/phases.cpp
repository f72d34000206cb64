// SPDX-License-Identifier: MIT
#include "replay/phases/phases.h"

#include "calls/readiness.h"
#include "calls/schema.h"
#include "calls/verbs.h"
#include "replay/mechanisms/completion.h"
#include "replay/phases/arrival.h"
#include "replay/times.h"

#include <cerrno>

namespace replay {

using calls::Wait;
using trace::Event;

namespace {

std::optional<int64_t> ended(int64_t time)
{
    return time == never ? std::nullopt : std::optional(time);
}

// The wait of a call or, before it, of the select() that had its answer; none when nothing had to be waited for.
std::optional<Phase> wait_of(const Event &waited, const Event &call, const Arrival &arrival)
{
    Phase phase;
    phase.thread = call.thread;
    phase.fd = call.fd;
    phase.begin = begin_of(waited);
    phase.known = arrival.known;
    const bool inside = arrival.kind == Arrival::came;
    if (inside && arrival.latest <= phase.begin)
        return {};
    const int64_t end = inside ? std::min(arrival.latest, end_of(waited)) : end_of(waited);
    phase.end = ended(end);
    if (inside || (arrival.known == Known::unknown && end != never && arrival.latest != 0)) {
        phase.earliest = std::clamp(arrival.earliest, phase.begin, end);
        phase.latest = std::min(end, std::max(arrival.latest, phase.earliest));
    }
    phase.by = arrival.by == none ? std::nullopt : std::optional<size_t>(arrival.by);
    phase.kept_back = arrival.kept_back;
    return phase;
}

// O_NONBLOCK, or MSG_DONTWAIT.
bool cannot_wait(const Index &index, const Event &call, uint32_t sequence)
{
    const auto transfer = calls::as_transfer(call);
    const uint32_t end = index.meant(call, sequence);
    return (transfer && transfer->never_waits) || (end != none && index.connections.end(end).nonblocking(std::min(sequence, uint32_t(index.taken))));
}

// The only descriptor that a select(), poll() or epoll_wait() has found ready, else -1.
int answered_descriptor(const trace::Trace &trace, const Event &call)
{
    int only = -1;
    for (const calls::Ready &ready : calls::has(call, calls::multiplexes) ? calls::found(trace, call) : std::vector<calls::Ready>()) {
        if (only != -1 && only != ready.fd)
            return -1;
        only = ready.fd;
    }
    return only;
}

// What a select(), poll() or epoll_wait() waits for or, complete, has waited for.
Phase::What awaited(const Index &index, const Event &call, uint32_t complete)
{
    Sides all;
    int descriptors = 0, without_buffer = 0; // to be written; no sockets of those
    Event of = call;
    if (call.result <= 0) // nothing was found: what it was asked
        of.end = 0;
    bool listening = true; // all of them
    for (const calls::Ready &ready : looked_at(index, of, complete)) {
        const uint32_t end = index.connections.end_at(index.table(call.thread), ready.fd, complete);
        listening &= end != none && index.connections.end(end).listened < complete;
        all = all | ready.sides;
        descriptors += ready.sides.writing;
        without_buffer += ready.sides.writing && end == none;
    }
    if (descriptors > 1 || without_buffer > 0) // the room in which buffer is not to be told, or there is none
        return Phase::several;
    if (all.reading + all.writing + all.exceptional > 1)
        return Phase::several;
    return all.writing ? Phase::room : all.exceptional ? Phase::urgent : all.reading && listening ? Phase::connection : Phase::data;
}

// An operation of io_uring: the kernel waits and copies by itself, from the io_uring_enter() that handed it in to the one
// after which its completion was there.
std::vector<Phase> phases_of_operation(const Index &index, const Event &completion, uint32_t sequence)
{
    const uint16_t table = index.table(completion.thread);
    const auto queued = index.rings.queued(table, completion, sequence);
    const auto entered = queued ? index.rings.entered(table, *queued, sequence) : std::nullopt;
    const auto told = index.rings.enter_before(table, sequence);
    const auto operation = calls::as_operation(completion);
    if (!entered || !told || !operation || !operation->waits())
        return {};
    const Arrival arrived = arrival(index, completion, sequence);
    const int64_t begin = begin_of(index.event(*entered)), end = std::max(begin, end_of(index.event(*told)));
    const bool known = arrived.kind == Arrival::came;
    Phase wait;
    wait.thread = completion.thread;
    wait.fd = completion.fd;
    wait.begin = begin;
    wait.end = known ? std::clamp(arrived.latest, begin, end) : end;
    wait.known = arrived.known;
    const bool between = known || arrived.kind == Arrival::untold;
    wait.earliest = between ? std::clamp(arrived.earliest, begin, *wait.end) : 0;
    wait.latest = between ? std::clamp(arrived.latest, wait.earliest, *wait.end) : 0;
    wait.by = arrived.by == none ? std::nullopt : std::optional<size_t>(arrived.by);
    wait.kept_back = arrived.kept_back;
    wait.what = operation->accepts() ? Phase::connection : Phase::data;
    std::vector<Phase> phases;
    if (*wait.end > begin)
        phases.push_back(wait);
    if (!operation->receives() || completion.result <= 0 || !known)
        return phases;
    Phase copy = wait;
    copy.kind = Phase::copy;
    copy.begin = *wait.end;
    copy.end = end;
    copy.with_wake = copy.begin > begin_of(index.event(*told));
    copy.bytes = completion.result;
    phases.push_back(copy);
    return phases;
}

} // namespace

std::vector<Phase> phases_of(const Index &index, const Event &call, uint32_t sequence)
{
    std::vector<Phase> phases;
    const auto operation = calls::as_operation(call);
    if (operation && operation->complete && call.thread < index.tracks.size())
        return phases_of_operation(index, call, sequence);
    if (!has_phases(call) || call.thread >= index.tracks.size())
        return phases;
    const auto wait = calls::as_wait(call);
    if (!wait) { // its result is taken
        const Asked *request = sequence == none ? nullptr : index.requests.returned_by(sequence);
        return request ? phases_of(index, *request) : phases;
    }
    const Arrival arrived = arrival(index, call, sequence);
    const bool repeated = calls::has(call, calls::multiplexes) && call.count > 1;
    const bool asked_once = call.end && call.count <= 1 && cannot_wait(index, call, sequence); // a call that cannot wait has no phase 1
    const bool failing = arrived.kind == Arrival::no_wait && ((call.error == EAGAIN && !asked_once) || repeated); // still nothing there
    const bool waits = arrived.kind != Arrival::no_wait && arrived.kind != Arrival::there;
    const Event &waited = arrived.select == none ? call : index.event(arrived.select);
    const bool asks = calls::has(waited, calls::multiplexes) && calls::as_wait(waited)->only_asks() && waited.count <= 1; // once: a question
    if (!asks && (waits || failing || arrived.select != none))
        if (const auto phase = wait_of(waited, call, arrived))
            phases.push_back(*phase);
    if (wait->what == Wait::request) {
        for (Phase &phase : phases)
            phase.fd = -1;
        return phases;
    }
    if (wait->what == Wait::many || wait->what == Wait::completion) {
        for (Phase &phase : phases)
            phase.fd = answered_descriptor(index.trace, call); // of io_uring_enter() it is the ring's
        for (Phase &phase : phases)
            if (wait->what == Wait::many)
                phase.what = awaited(index, call, sequence);
        return phases;
    }
    const bool here = arrived.kind == Arrival::came || arrived.kind == Arrival::there;
    for (Phase &phase : phases)
        if (wait->what == Wait::connection)
            phase.what = Phase::connection;
    const bool copies = calls::reads(call) && (call.end ? call.result > 0 : here);
    if (!copies || !(here || arrived.kind == Arrival::no_wait))
        return phases;
    Phase copy;
    copy.kind = Phase::copy;
    copy.thread = call.thread;
    copy.fd = call.fd;
    copy.begin = arrived.boundary(begin_of(call), end_of(call));
    copy.end = ended(end_of(call));
    copy.with_wake = copy.begin > begin_of(call);
    copy.known = copy.with_wake ? arrived.known : Known::measured;
    copy.earliest = copy.with_wake ? std::max(arrived.earliest, begin_of(call)) : copy.begin;
    copy.latest = copy.begin;
    copy.bytes = std::max(0, call.result);
    phases.push_back(copy);
    return phases;
}

std::vector<Phase> phases_so_far(const Index &index, const Event &call, uint32_t sequence, int64_t time, uint32_t complete)
{
    std::vector<Phase> phases = phases_by(phases_of(index, call, sequence), time);
    if (!calls::has(call, calls::multiplexes))
        return phases;
    for (Phase &phase : phases) {
        phase.fd = -1; // which it will tell of is not known
        phase.what = awaited(index, calls::begun(call), complete);
    }
    return phases;
}

std::vector<Phase> phases_by(std::vector<Phase> phases, int64_t time)
{
    std::erase_if(phases, [time](const Phase &phase) { return phase.begin > time; });
    for (Phase &phase : phases) {
        if (!phase.end || *phase.end <= time)
            continue;
        phase.end.reset();
        phase.bytes = 0;
        phase.by.reset();
        phase.kept_back = false;
        if (phase.kind == Phase::wait) { // its end was not known by then
            phase.earliest = phase.latest = 0;
            phase.known = phase.known == Known::unknown ? Known::unknown : Known::derived;
        }
    }
    return phases;
}

} // namespace replay
