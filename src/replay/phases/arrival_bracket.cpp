// SPDX-License-Identifier: MIT
#include "replay/phases/arrival_bracket.h"

#include "calls/verbs.h"
#include "replay/phases/deliveries.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

bool sends_stream(const Index &index, uint32_t by)
{
    const auto transfer = calls::as_transfer(index.event(by));
    const uint32_t end = index.connections.end_of(by);
    return transfer && transfer->sends() && end != none && index.connections.end(end).stream;
}

std::optional<int64_t> last_asleep(const Index &index, const Event &call)
{
    return index.tracks[call.thread].seen_asleep(begin_of(call), end_of(call), none);
}

} // namespace

Arrival brought(const Index &index, uint32_t by, const Event &call)
{
    const Event &event = index.event(by);
    const auto asleep = last_asleep(index, call);
    const bool slept_on = asleep && *asleep >= event.end; // what it waited for was not there yet
    if (slept_on || kept_back(index, by, call)) {
        Arrival late = untold(index, call, end_of(call));
        late.earliest = std::max(late.earliest, earliest_of(index, by));
        late.by = by;
        late.kept_back = sends_stream(index, by) && call.call != Call::aio_suspend; // where the library may be late as well
        return late;
    }
    const bool bracketed = event.call != Call::thread_end; // that one stands before the kernel's closing
    Arrival arrival{Arrival::came, bracketed ? Known::bracketed : Known::derived};
    arrival.latest = std::min(event.end, end_of(call));
    arrival.earliest = std::min(std::max(earliest_of(index, by), asleep.value_or(INT64_MIN)), arrival.latest);
    arrival.by = by;
    return arrival;
}

Arrival untold(const Index &index, const Event &call, int64_t latest)
{
    Arrival arrival{Arrival::untold, Known::unknown};
    arrival.latest = latest;
    arrival.earliest = std::min(last_asleep(index, call).value_or(begin_of(call)), latest);
    return arrival;
}

namespace {

// Linux: the receiver acknowledges after 40 ms at the soonest, if nothing else makes it do so, and after 200 ms at the latest; what
// was kept back itself, once more so late. Its timers are a tick or two inexact.
constexpr int64_t soonest_acknowledged = 36'000'000, surely_acknowledged = 500'000'000;
// One segment on the loopback interface: more is not kept back.
constexpr int64_t segment = 65'483;

} // namespace

bool kept_back(const Index &index, uint32_t send, const Event &read)
{
    const uint32_t sender = index.connections.end_of(send);
    if (sender == none)
        return false;
    const End &from = index.connections.end(sender);
    const auto sent = std::ranges::lower_bound(from.sent, send, {}, &Move::sequence);
    if (!from.stream || from.peer == none || sent == from.sent.end() || sent->sequence != send)
        return false;
    if (index.connections.holds_back(from, *sent))
        return span(index.event(send).end, begin_of(read)) <= surely_acknowledged;
    if (sent == from.sent.begin())
        return false;
    const Move &earlier = *std::prev(sent);
    const Event &before = index.event(earlier.sequence), &event = index.event(send);
    const int64_t until = read.end ? read.end : index.trace.end();
    if (sent->after() - earlier.after() >= segment || span(begin_of(before), until) < soonest_acknowledged
        || span(before.end, std::max(begin_of(event), begin_of(read))) > surely_acknowledged)
        return false;
    return until > event.end && !index.connections.answered(from, earlier.after(), begin_of(event));
}

} // namespace replay
