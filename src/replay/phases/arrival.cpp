// SPDX-License-Identifier: MIT
#include "replay/phases/arrival.h"

#include "calls/verbs.h"
#include "replay/mechanisms/completion.h"
#include "replay/phases/arrival_bracket.h"
#include "replay/phases/deliveries.h"
#include "replay/times.h"

#include <algorithm>
#include <cerrno>
#include <optional>

namespace replay {

using calls::Wait;
using trace::Event;

int64_t Arrival::boundary(int64_t begin, int64_t end) const
{
    switch (kind) {
    case no_wait:
    case there: return begin;
    case came: return std::clamp(latest, begin, end);
    case absent:
    case untold: break;
    }
    return end;
}

int64_t Arrival::least(int64_t begin, int64_t end) const
{
    return kind == came || kind == untold ? std::clamp(earliest, begin, std::max(begin, end)) : boundary(begin, end);
}

bool has_phases(const Event &call)
{
    if (const auto wait = calls::as_wait(call))
        return wait->what != Wait::room && wait->what != Wait::established && wait->what != Wait::time;
    return calls::has(call, calls::completes) && calls::is_call(call.call);
}

namespace {

Arrival plain(Arrival::Kind kind, Known known)
{
    return {kind, known};
}

bool announced(const Index &index, const Event &call, uint32_t sequence, uint32_t select)
{
    const Event &event = index.event(select);
    if (event.result <= 0 || event.end > begin_of(call) || !calls::found_on(index.trace, event, call.fd).sides.reading)
        return false;
    return untouched(index, index.table(call.thread), call.fd, select, sequence); // or that has used the answer up
}

// A call whose descriptor a select() has answered does not wait: what there was to wait for came before that one's end.
std::optional<Arrival> by_select(const Index &index, const Event &call, uint32_t sequence, uint32_t by)
{
    const uint32_t select = index.tracks[call.thread].select_before(sequence);
    if (select == none || !announced(index, call, sequence, select))
        return {};
    const Event &event = index.event(select);
    Arrival arrival = by != none && begin_of(index.event(by)) <= event.end ? brought(index, by, event) : untold(index, event, event.end);
    if (arrival.kind == Arrival::untold)
        arrival.kind = Arrival::there;
    arrival.select = select;
    return arrival;
}

// What a call in flight waits for has not come, as far as is recorded: that tells all, or not.
Arrival not_yet(bool all_recorded)
{
    return plain(Arrival::absent, all_recorded ? Known::derived : Known::unknown);
}

// Some of what a read of a stream takes was surely in the receive buffer when it began: reads before had left it there.
bool lay_there(const Index &index, uint32_t number, const Event &call, uint32_t sequence)
{
    const Connections &connections = index.connections;
    const End &end = connections.end(number);
    if (!end.stream || !call.end || call.result <= 0 || index.tracks[call.thread].seen_asleep(begin_of(call), end_of(call), none))
        return false;
    const uint32_t complete = std::min(uint32_t(index.complete_at(begin_of(call))), sequence);
    const auto waiting = connections.receivable(end, complete, 0);
    const int64_t wanted = calls::as_transfer(call)->waits_all ? calls::as_transfer(call)->asked : end.low(sequence);
    return waiting && waiting->bytes >= wanted && moved(end.received, complete) == moved(end.received, sequence);
}

Arrival of_read(const Index &index, const Event &call, uint32_t sequence)
{
    const calls::Transfer transfer = *calls::as_transfer(call);
    if (transfer.urgent || transfer.found_nothing())
        return plain(Arrival::no_wait, Known::measured);
    const Connections &connections = index.connections;
    const uint32_t end = index.meant(call, sequence);
    const uint32_t by = end == none ? none : brought_to_read(index, end, sequence, call);
    if (const auto arrival = transfer.waits_all ? std::nullopt : by_select(index, call, sequence, by))
        return *arrival;
    if (transfer.never_waits || (end != none && connections.end(end).nonblocking(sequence)))
        return plain(Arrival::there, Known::measured);
    if (by != none) {
        const Arrival came = brought(index, by, call);
        return came.kind == Arrival::untold && lay_there(index, end, call, sequence) ? plain(Arrival::there, Known::derived) : came;
    }
    if (call.end && call.result == -1 && call.error == EINTR)
        return plain(Arrival::absent, Known::derived);
    if (call.end && call.result == -1 && call.error != ECONNRESET && call.error != ETIMEDOUT)
        return plain(Arrival::no_wait, Known::measured); // refused at once
    if (call.end)
        return untold(index, call, call.end);
    return not_yet(end != none && connections.only_ours(connections.end(end), sequence));
}

Arrival of_accept(const Index &index, const Event &call, uint32_t sequence)
{
    const Connections &connections = index.connections;
    const uint32_t listening = index.meant(call, sequence);
    if (listening != none && connections.end(listening).nonblocking(sequence))
        return plain(Arrival::no_wait, Known::measured);
    const uint32_t by = brought_to_accept(index, listening, sequence, call);
    if (call.end && call.result == -1) {
        if (by != none)
            return brought(index, by, call); // shutdown() woke it
        const bool woken = call.error == EINTR || call.error == EINVAL;
        return woken ? plain(Arrival::absent, Known::derived) : plain(Arrival::no_wait, Known::measured);
    }
    if (const auto arrival = by_select(index, call, sequence, by))
        return *arrival;
    if (by != none)
        return brought(index, by, call);
    return call.end ? untold(index, call, call.end) : not_yet(false);
}

Arrival of_select(const Index &index, const Event &call, uint32_t sequence)
{
    if (calls::as_wait(call)->only_asks())
        return plain(Arrival::no_wait, Known::measured);
    if (call.end && call.result == 0)
        return plain(Arrival::absent, Known::measured); // the time was up
    if (call.end && call.result == -1)
        return call.error == EINTR ? plain(Arrival::absent, Known::derived) : plain(Arrival::no_wait, Known::measured);
    uint32_t first = none;
    bool outside = false; // then what came first is not known either
    for (const calls::Ready &ready : looked_at(index, call))
        first = std::min(first, brought_to_many(index, call, sequence, ready, outside));
    const bool before = first != none && index.event(first).end <= begin_of(call);
    if (first != none && (before || !outside || !call.end))
        return brought(index, first, call);
    if (call.end)
        return untold(index, call, first == none ? call.end : std::min(index.event(first).end, call.end));
    return not_yet(!outside);
}

bool waits(const Event &event)
{
    const auto operation = calls::as_operation(event);
    return operation && operation->waits();
}

// An io_uring_enter() sleeps until an operation is complete, handed in by it or before.
Arrival of_enter(const Index &index, const Event &call, uint32_t sequence)
{
    if (calls::as_wait(call)->only_asks()) // it only hands in
        return plain(Arrival::no_wait, Known::measured);
    const uint16_t table = index.table(call.thread);
    uint32_t first = none;
    if (!call.end) {
        bool ours = true;
        for (const Rings::Pending &pending : index.rings.pending(table, none)) {
            Event waiting = index.event(pending.queued);
            waiting.end = 0;
            first = std::min(first, brought_to_operation(index, waiting, none));
            const uint32_t end = index.connections.end_at(table, waiting.fd, none);
            ours &= end != none && index.connections.only_ours(index.connections.end(end), none);
        }
        return first == none ? not_yet(ours) : brought(index, first, call);
    }
    if (call.result < 0)
        return call.error == EINTR ? plain(Arrival::absent, Known::derived) : plain(Arrival::no_wait, Known::measured);
    if (index.rings.enter_before(table, sequence + 1) != sequence) // its ring's making is not recorded
        return untold(index, call, call.end);
    const auto seen = index.rings.completions(table, sequence, index.rings.enter_after(table, sequence));
    bool ours = true;
    for (const uint32_t completion : seen) {
        if (!waits(index.event(completion))) // a send, a cancellation: complete at once
            return plain(Arrival::no_wait, Known::derived);
        const uint32_t by = brought_to_operation(index, index.event(completion), completion);
        ours &= by != none;
        first = std::min(first, by);
    }
    if (seen.empty())
        return plain(Arrival::absent, Known::derived);
    if (first != none && (ours || index.event(first).end <= begin_of(call)))
        return brought(index, first, call);
    return untold(index, call, first == none ? call.end : std::min(index.event(first).end, call.end));
}

// A completion read: what the kernel waited for came before the io_uring_enter() that told of it returned.
Arrival of_completion(const Index &index, const Event &completion, uint32_t sequence)
{
    if (!waits(completion))
        return plain(Arrival::no_wait, Known::derived);
    const uint32_t by = brought_to_operation(index, completion, sequence);
    const auto told = index.rings.enter_before(index.table(completion.thread), sequence);
    const Event &slept = told ? index.event(*told) : completion; // its thread, until the kernel had it
    return by == none ? untold(index, slept, slept.end) : brought(index, by, slept);
}

Arrival of_connect(const Index &index, const Event &call, uint32_t sequence)
{
    const Connections &connections = index.connections;
    const uint32_t own = index.meant(call, sequence);
    if (own != none && !connections.end(own).stream)
        return plain(Arrival::no_wait, Known::measured); // nothing is sent: the address is remembered
    const uint16_t port = calls::as_naming(call)->port;
    const uint32_t listening = port ? connections.listener(port) : none;
    if (listening == none)
        return plain(Arrival::no_wait, Known::measured);
    // listen(2): with the queue full the kernel lets it wait.
    const uint32_t complete = std::min(uint32_t(index.complete_at(begin_of(call))), sequence);
    const End &socket = connections.end(listening);
    const int64_t most = socket.backlog(complete) + 1 + accepts_in_hand(index, listening, complete);
    const Connections::Queue queue = connections.queue(socket, complete, begin_of(call), most);
    const bool full = socket.listened < complete && queue.ours + queue.outside >= most;
    return full ? plain(Arrival::absent, Known::derived) : plain(Arrival::no_wait, Known::derived);
}

// Sleeps until one of the thread's reads is complete: the first whose data has come.
Arrival of_suspend(const Index &index, const Event &call, uint32_t sequence)
{
    if (calls::as_wait(call)->only_asks())
        return plain(Arrival::no_wait, Known::measured);
    if (call.end && call.result == -1)
        return plain(Arrival::absent, call.error == EAGAIN ? Known::measured : Known::derived);
    uint32_t first = none;
    bool ours = true;
    for (const Asked *request : index.requests.latest(sequence)) {
        if (request->table != index.table(call.thread) || request->returned < sequence)
            continue;
        const uint32_t end = index.connections.end_at(request->table, request->fd, request->asked);
        ours &= end != none && index.connections.only_ours(index.connections.end(end), sequence);
        first = std::min(first, brought_to_request(index, *request, end_of(call)));
    }
    if (first != none && (ours || !call.end))
        return brought(index, first, call);
    return call.end ? untold(index, call, first == none ? call.end : std::min(index.event(first).end, call.end)) : not_yet(ours);
}

} // namespace

Arrival arrival(const Index &index, const Event &call, uint32_t sequence)
{
    if (call.end == 0 && call.error == EAGAIN) // a poll that fails again and again
        return plain(Arrival::no_wait, Known::measured);
    const auto wait = calls::as_wait(call);
    if (!wait && calls::has(call, calls::completes) && !calls::is_call(call.call))
        return of_completion(index, call, sequence);
    if (!wait)
        return plain(Arrival::no_wait, Known::measured);
    Arrival arrival;
    switch (wait->what) {
    case Wait::data: return of_read(index, call, sequence);
    case Wait::connection: return of_accept(index, call, sequence);
    case Wait::many: return of_select(index, call, sequence);
    case Wait::request: return of_suspend(index, call, sequence);
    case Wait::time: return plain(Arrival::absent, Known::measured);
    case Wait::completion: arrival = of_enter(index, call, sequence); break;
    case Wait::established: arrival = of_connect(index, call, sequence); break;
    case Wait::room: arrival = plain(Arrival::no_wait, Known::derived); break;
    }
    // How full the peer's buffers are is not recorded: these waited if they were seen to.
    if (arrival.kind == Arrival::no_wait
        && index.tracks[call.thread].seen_asleep(begin_of(call), end_of(call), none))
        return plain(Arrival::absent, Known::observed);
    return arrival;
}

Track::Parts parts(const Index &index, uint32_t sequence)
{
    const Event &event = index.event(sequence);
    if (!calls::is_call(event.call))
        return {};
    const int64_t begin = begin_of(event);
    const Arrival arrived = arrival(index, event, sequence);
    const int64_t boundary = arrived.boundary(begin, event.end);
    Track::Parts parts;
    parts.asleep = span(begin, boundary);
    parts.surely = std::min(span(begin, arrived.least(begin, event.end)), parts.asleep);
    const int64_t rest = span(boundary, event.end);
    (calls::reads(event) && event.result > 0 ? parts.copying : parts.calls) = rest;
    return parts;
}

int64_t accepts_in_hand(const Index &index, uint32_t listening, uint32_t complete)
{
    return std::ranges::count_if(index.rings.pending(index.connections.end(listening).table, complete), [&](const Rings::Pending &pending) {
        const auto operation = calls::as_operation(index.event(pending.queued));
        return operation && operation->accepts() && index.meant(index.event(pending.queued), pending.queued) == listening;
    });
}

} // namespace replay
