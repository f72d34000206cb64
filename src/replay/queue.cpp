// SPDX-License-Identifier: MIT
// What waits in the kernel at an instant: bytes to be read, connections to be accepted, and which event brought them.
#include "replay/connections.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {

uint32_t Connections::listener(uint16_t port) const
{
    const auto found = m_by_ports.find(Ports(port) << 16);
    return found == m_by_ports.end() ? none : found->second.back();
}

std::span<const uint32_t> Connections::connects_to(const End &listening) const
{
    const auto found = m_connects.find(listening.port());
    return found == m_connects.end() ? std::span<const uint32_t>() : found->second;
}

int64_t Connections::earliest_nameless(uint16_t port) const
{
    const auto found = m_nameless.find(port);
    const int64_t begin = found == m_nameless.end() ? never : begin_of(event(*found->second.begin()));
    return std::min(begin, m_connecting);
}

bool Connections::outside(const End &end) const
{
    if (end.peer != none || !end.stream)
        return false;
    // While a client of ours may be the one, nothing is said.
    if (end.accepted)
        return end.registered != none && end.peer_port != 0 && event(end.created).end < earliest_nameless(end.port());
    return end.connected != none && listener(end.peer_port) == none;
}

uint32_t Connections::bringer(const End &end, int64_t offset) const
{
    if (end.peer == none)
        return none;
    const auto &sent = m_ends[end.peer].sent;
    const auto found = std::ranges::upper_bound(sent, offset, {}, &Move::after);
    return found == sent.end() ? none : found->sequence;
}

uint32_t Connections::end_of_file(const End &end) const
{
    if (end.peer == none)
        return end.shut_read;
    const End &peer = m_ends[end.peer];
    return std::min({end.shut_read, peer.shut_write, peer.closed});
}

uint32_t Connections::reset_by_peer(const End &end) const
{
    if (end.peer == none || m_ends[end.peer].closed == none)
        return none;
    const End &peer = m_ends[end.peer];
    // tcp(7): closing with SO_LINGER 0, or while bytes wait unread, sends a RST. An urgent byte is among them until a read of
    // the stream has gone past it, even if recv(MSG_OOB) has taken it.
    const bool unread = moved(end.sent, peer.closed) > moved(peer.received, peer.closed) || urgent(peer, peer.closed).kept;
    return peer.abortive || peer.lingered < peer.closed || unread ? peer.closed : none;
}

std::optional<int64_t> Connections::receivable(const End &end, uint32_t complete, bool &observed) const
{
    observed = false;
    if (!end.stream) {
        const auto waiting = datagrams(end, complete);
        return waiting ? std::optional(waiting->bytes) : std::nullopt;
    }
    if (end.listened < complete)
        return {};
    const int64_t received = moved(end.received, complete);
    if (end.peer != none)
        return std::max<int64_t>(0, moved(m_ends[end.peer].sent, complete) - received);
    const auto next = std::ranges::lower_bound(end.seen, complete, {}, &Move::sequence);
    if (next != end.seen.begin()) {
        const Move &seen = *std::prev(next);
        observed = true;
        return std::max<int64_t>(0, seen.after() - (received - moved(end.received, seen.sequence)));
    }
    if (end.accepted || (end.connected < complete && outside(end)))
        return {};
    return 0;
}

uint32_t Connections::pending(const End &listening, uint32_t sequence, int64_t time) const
{
    const auto found = m_connects.find(listening.port());
    if (found == m_connects.end())
        return none;
    const auto &connects = found->second;
    const auto accepted_before = [&](uint32_t connect) {
        const uint32_t peer = m_ends[end_of(connect)].peer;
        return peer != none && m_ends[peer].created < sequence;
    };
    const auto now = std::ranges::lower_bound(connects, sequence);
    // The oldest of those that wait; more than the backlog and one cannot.
    uint32_t oldest = none;
    int64_t left = int64_t(listening.backlog) + 1;
    for (auto at = now; at != connects.begin() && left > 0; --left) {
        --at;
        if (*at < listening.created || accepted_before(*at))
            break;
        oldest = *at;
    }
    if (oldest != none)
        return oldest;
    // The kernel completes a connection before connect() returns.
    for (auto at = now; at != connects.end() && begin_of(event(*at)) <= time; ++at)
        if (!accepted_before(*at))
            return *at;
    return none;
}

int64_t Connections::from_outside(const End &listening, uint32_t complete) const
{
    const auto begin = listening.strangers.begin();
    const auto created = [this](uint32_t end) { return m_ends[end].created; };
    const auto ended = [this](uint32_t end) { return event(m_ends[end].created).end; };
    const auto before = std::ranges::lower_bound(listening.strangers, complete, {}, created);
    const auto told = std::ranges::lower_bound(listening.strangers, earliest_nameless(listening.port()), {}, ended);
    return std::min(before, told) - begin;
}

int64_t Connections::derived_queue(const End &listening, uint32_t complete) const
{
    int64_t ours = 0;
    if (const auto found = m_connects.find(listening.port()); found != m_connects.end())
        ours = std::ranges::lower_bound(found->second, complete)
            - std::ranges::lower_bound(found->second, std::min(listening.created, complete));
    const auto created = [this](uint32_t end) { return m_ends[end].created; };
    const int64_t accepted =
        std::ranges::lower_bound(listening.accepts, complete, {}, created) - listening.accepts.begin();
    return ours - (accepted - from_outside(listening, complete));
}

// connect() calls that have begun when `complete` events are, and return later: already accepted, or not.
int64_t Connections::connects_in_flight(const End &listening, uint32_t complete, bool accepted) const
{
    const auto found = m_connects.find(listening.port());
    if (found == m_connects.end() || complete == 0)
        return 0;
    const int64_t now = event(complete - 1).end;
    int64_t count = 0;
    for (auto at = std::ranges::lower_bound(found->second, complete);
         at != found->second.end() && begin_of(event(*at)) <= now; ++at) {
        const uint32_t peer = m_ends[end_of(*at)].peer;
        count += (peer != none && m_ends[peer].created < complete) == accepted;
    }
    return count;
}

Connections::Queue Connections::queue(const End &listening, uint32_t complete) const
{
    Queue queue;
    const int64_t ours = derived_queue(listening, complete) + connects_in_flight(listening, complete, true);
    // More never wait: where connect() has returned although the last ACK found the queue full, the kernel here forgets it until
    // it is repeated.
    queue.ours = std::clamp<int64_t>(ours, 0, int64_t(listening.backlog) + 1);
    const auto next = std::ranges::lower_bound(listening.seen, complete, {}, &Move::sequence);
    if (next == listening.seen.begin())
        return queue;
    const Move &seen = *std::prev(next);
    const uint32_t then = seen.sequence + 1;
    // Whatever was seen beyond what our own clients account for came from outside.
    const int64_t foreign = seen.after() - std::max<int64_t>(0, derived_queue(listening, then))
        - connects_in_flight(listening, then, false);
    const int64_t accepted = from_outside(listening, complete) - from_outside(listening, then);
    queue.outside = std::max<int64_t>(0, std::max<int64_t>(0, foreign) - accepted);
    return queue;
}

} // namespace replay
