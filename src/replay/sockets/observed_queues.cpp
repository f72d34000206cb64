// SPDX-License-Identifier: MIT
// What waits in the kernel, as far as it was seen from outside. Looking takes its time, and what was seen was so at some moment of
// that: a call that moved something during it may have done so before that moment, or after it.
#include "replay/sockets/connections.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

// Of the receive buffer as Linux gives it (tcp(7), tcp_rmem); a small one holds less than was asked for.
constexpr int64_t usual_room = 60'000, least_room = 500;
// connect() calls looked at: those that return later than others that began later.
constexpr ptrdiff_t connects_ahead = 1000;

} // namespace

// Moved by calls that had returned when event `look` began to look: those are, but for a few, all events before it.
int64_t Connections::moved_before(const std::vector<Move> &moves, uint32_t look) const
{
    auto next = std::ranges::lower_bound(moves, look, {}, &Move::sequence);
    while (next != moves.begin() && event(std::prev(next)->sequence).end > begin_of(event(look)))
        --next;
    return next == moves.begin() ? 0 : std::prev(next)->after();
}

// Moved by calls that had begun when that was over.
int64_t Connections::begun_by(const std::vector<Move> &moves, uint32_t look) const
{
    auto next = std::ranges::lower_bound(moves, look, {}, &Move::sequence);
    while (next != moves.end() && begin_of(event(next->sequence)) <= event(look).end)
        ++next;
    return next == moves.begin() ? 0 : std::prev(next)->after();
}

int64_t Connections::surely_fits(const End &end) const
{
    const uint32_t resized = std::min(end.resized, end.listener == none ? none : m_ends[end.listener].resized);
    return resized == none ? usual_room : std::clamp(calls::as_setting(event(resized))->value / 2, least_room, usual_room);
}

std::optional<Connections::Receivable> Connections::receivable(const End &end, uint32_t complete, int64_t sending) const
{
    if (!end.stream) {
        const auto waiting = datagrams(end, complete);
        return waiting ? std::optional(Receivable{waiting->bytes}) : std::nullopt;
    }
    if (end.listened < complete)
        return {};
    const auto last = [complete](const std::vector<Move> &all) {
        const auto next = std::ranges::lower_bound(all, complete, {}, &Move::sequence);
        return next == all.begin() ? nullptr : &*std::prev(next);
    };
    const int64_t received = moved(end.received, complete);
    const Move *seen = last(end.seen);
    // By the program itself, which asked with FIONREAD: that is a recorded call as any other.
    const bool outside_look = seen && !calls::is_call(event(seen->sequence).call);
    // Those that were seen and not taken since: a call that lasted while they were seen may have taken some of them.
    const auto left = [&] { return seen->after() - (received - moved_before(end.received, seen->sequence)); };
    if (end.peer == none) {
        if (end.told_end() < complete) // told of the end of file
            return Receivable{};
        if (seen) {
            const bool meanwhile = begun_by(end.received, seen->sequence) > moved_before(end.received, seen->sequence);
            return left() > 0 || !meanwhile ? std::optional(Receivable{std::max<int64_t>(0, left()), 0, outside_look}) : std::nullopt;
        }
        const bool unknown = end.accepted || (end.connected < complete && outside(end));
        return unknown ? std::nullopt : std::optional(Receivable{});
    }
    const End &peer = m_ends[end.peer];
    const int64_t all = std::max<int64_t>(0, moved(peer.sent, complete) - received);
    const int64_t most = std::max<int64_t>(all, sum(moved(peer.sent, complete), sending) - received);
    // The beginning goes on at once; when a full buffer has been read from, what follows comes some time later.
    const bool fits = all <= surely_fits(end);
    const int64_t passed = std::clamp<int64_t>(passed_on(peer, complete) - received, 0, all);
    Receivable now{std::min(passed, fits ? all : received == 0 ? surely_fits(end) : 0)};
    const auto least = [&](int64_t bytes, bool instead, bool observed) {
        bytes = std::clamp<int64_t>(bytes, 0, most);
        if (instead || bytes > now.bytes)
            now = {bytes, 0, observed};
    };
    if (seen) {
        // Sent before, and neither taken by then nor seen to wait: it was in the sender's buffer.
        const int64_t before = moved_before(peer.sent, seen->sequence);
        const bool behind = before > sum(begun_by(end.received, seen->sequence), seen->after()) && left() >= 0;
        least(left() - !peer.urgent.empty(), behind, outside_look); // an urgent byte is seen with them
    }
    if (const Move *unsent = last(peer.unsent))
        least(moved_before(peer.sent, unsent->sequence) - unsent->after() - received, false, true);
    now.more = most - now.bytes;
    now.sure = sending > 0 && most <= surely_fits(end) && passed == all;
    return now;
}

// Of the connections seen in the queue, those that none of our clients can have made, and that have not been accepted since.
int64_t Connections::observed_outside(const End &listening, uint32_t complete) const
{
    const auto next = std::ranges::lower_bound(listening.seen, complete, {}, &Move::sequence);
    if (next == listening.seen.begin())
        return 0;
    const Move &seen = *std::prev(next);
    const int64_t begin = begin_of(event(seen.sequence)), end = event(seen.sequence).end;
    int64_t ours = std::ranges::upper_bound(m_connecting, end) - m_connecting.begin();
    if (const auto found = m_connects.find(listening.port()); found != m_connects.end()) {
        const std::vector<uint32_t> &connects = found->second;
        const auto later = std::ranges::upper_bound(connects, end, {}, [this](uint32_t connect) { return event(connect).end; });
        ours += later - std::ranges::lower_bound(connects, listening.created);
        for (auto at = later; at != connects.end() && at - later < connects_ahead; ++at)
            ours += begin_of(event(*at)) <= end;
    }
    const auto accepted_by = [this, &listening](const std::vector<uint32_t> &accepts, int64_t time) {
        return std::ranges::upper_bound(accepts, time, {}, [this](uint32_t accepted) { return event(m_ends[accepted].created).end; })
            - accepts.begin();
    };
    ours -= accepted_by(listening.accepts, begin) - accepted_by(listening.strangers, begin);
    const auto created = [this](uint32_t accepted) { return m_ends[accepted].created; };
    const int64_t strangers = std::ranges::lower_bound(listening.strangers, complete, {}, created) - listening.strangers.begin();
    const int64_t foreign = seen.after() - std::max<int64_t>(0, ours) - (strangers - accepted_by(listening.strangers, begin));
    return std::max<int64_t>(0, foreign);
}

} // namespace replay
