// SPDX-License-Identifier: MIT
// What TCP has passed on of what was sent: a small segment stays in the send buffer while an earlier one is not acknowledged (Nagle's
// algorithm; tcp(7), TCP_NODELAY).
#include "replay/sockets/connections.h"

#include "calls/schema.h"
#include "calls/verbs.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

constexpr int64_t surely_acknowledged = 500'000'000; // ns; see arrival_bracket.cpp
// A connection's first segments are acknowledged at once (Linux: up to 16), as long as nothing has been sent the other way.
constexpr ptrdiff_t quickly_acknowledged = 8;
constexpr int sends_back = 16; // sends looked back at

} // namespace

bool Connections::answered(const End &from, int64_t bytes, int64_t time) const
{
    const End &to = m_ends[from.peer];
    const auto read = std::ranges::lower_bound(to.received, bytes, {}, &Move::after);
    if (read == to.received.end())
        return false;
    const int64_t taken = event(read->sequence).end;
    auto answer = std::ranges::upper_bound(to.sent, read->sequence, {}, &Move::sequence);
    while (answer != to.sent.end() && begin_of(event(answer->sequence)) < taken)
        ++answer;
    if (answer == to.sent.end())
        return false;
    const int64_t before = answer == to.sent.begin() ? 0 : std::prev(answer)->after();
    const auto &events = m_trace.events();
    return moved(from.received, uint32_t(std::ranges::upper_bound(events, time, {}, &trace::Event::end) - events.begin())) > before;
}

bool Connections::holds_back(const End &from, const Move &sent) const
{
    const auto transfer = calls::as_transfer(event(sent.sequence));
    return from.corks.on(sent.sequence) || (transfer && transfer->more_follows);
}

int64_t Connections::passed_on(const End &from, uint32_t complete) const
{
    const auto begin = from.sent.begin(), end = std::ranges::lower_bound(from.sent, complete, {}, &Move::sequence);
    if (begin == end)
        return 0;
    const auto urgent = std::ranges::lower_bound(from.urgent, complete, {}, &Move::sequence);
    if (from.peer == none)
        return std::prev(end)->after();
    const End &to = m_ends[from.peer];
    // What was sent by event `sequence` went as far as there was room; the rest comes as it is read, when exactly is not told.
    const auto room = [&](uint32_t sequence, int64_t bytes) { return std::min(bytes, sum(moved(to.received, sequence), surely_fits(to))); };
    // A FIN goes on with all there is; a close() that leaves something unread sends a RST instead, and that destroys it.
    const bool resets = from.shut_write >= complete && moved(to.sent, complete) > moved(from.received, complete);
    if (const uint32_t ended = std::min(from.shut_write, released(from)); ended < complete && !resets)
        return std::max(moved(to.received, complete), room(ended, std::prev(end)->after()));
    const int64_t now = event(complete - 1).end;
    const int64_t least = std::max(moved(to.received, complete), urgent == from.urgent.begin() ? 0 : std::prev(urgent)->after()); // so does an urgent byte
    for (auto at = end; at != begin && end - at < sends_back && std::prev(at)->after() > least;) {
        const Move &sent = *--at;
        if (holds_back(from, sent) && span(event(sent.sequence).end, now) <= surely_acknowledged)
            continue;
        const auto answer = to.sent.empty() ? nullptr : &event(to.sent.front().sequence);
        const bool quick = at - begin < quickly_acknowledged
            && (!answer || (!calls::has(*answer, calls::completes) && begin_of(*answer) > event(sent.sequence).end));
        if (at == begin || quick || span(event(std::prev(at)->sequence).end, now) > surely_acknowledged
            || answered(from, std::prev(at)->after(), begin_of(event(sent.sequence))))
            return std::max(least, room(sent.sequence, sent.after()));
    }
    return least;
}

} // namespace replay
