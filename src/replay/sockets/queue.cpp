// SPDX-License-Identifier: MIT
// What waits in the kernel at an instant: bytes to be read, connections to be accepted, and which event brought them.
#include "replay/sockets/connections.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

constexpr ptrdiff_t connects_away = 4096; // connections looked at, back or ahead

} // namespace

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
    return m_connecting.empty() ? begin : std::min(begin, m_connecting.front());
}

bool Connections::outside(const End &end) const
{
    if (end.peer != none || !end.stream)
        return false;
    // While a client of ours may be the one, nothing is said.
    if (end.accepted)
        return end.registered != none && end.peer_port != 0 && event(end.created).end < earliest_nameless(end.port());
    return end.connected != none && end.refused == none && listener(end.peer_port) == none;
}

bool Connections::only_ours(const End &end, uint32_t complete) const
{
    if (end.stream)
        return end.peer != none || !(end.accepted || end.listened < complete || end.connected < complete);
    // Anybody may send to the port of a datagram socket; to one that is connected only the port that it is connected to.
    return datagrams(end, complete) && end.connected < complete && datagram_end(end.peer_port, complete) != none;
}

uint32_t Connections::bringer(const End &end, int64_t offset) const
{
    if (end.peer == none)
        return none;
    const auto &sent = m_ends[end.peer].sent;
    const auto found = std::ranges::upper_bound(sent, offset, {}, &Move::after);
    return found == sent.end() ? none : found->sequence;
}

uint32_t Connections::dropped_from_queue(const End &client) const
{
    if (client.peer != none || client.connected == none || client.registered == none)
        return none;
    const auto found = m_by_ports.find(Ports(client.peer_port) << 16);
    if (found == m_by_ports.end())
        return none;
    const auto listened = [this](uint32_t listening) { return m_ends[listening].listened; };
    const auto next = std::ranges::upper_bound(found->second, client.connected, {}, listened);
    const uint32_t dropped = next == found->second.begin() ? none : gone(m_ends[*std::prev(next)]);
    return dropped == none || dropped < client.connected ? none : dropped;
}

std::vector<uint32_t> Connections::in_queue_of(const End &listening, uint32_t sequence) const
{
    std::vector<uint32_t> waiting;
    const auto found = m_connects.find(listening.port());
    if (found == m_connects.end())
        return waiting;
    const auto &connects = found->second;
    const auto now = std::ranges::lower_bound(connects, sequence);
    for (auto at = now; at != connects.begin() && now - at < connects_away && *std::prev(at) > listening.listened;) {
        const uint32_t client = end_of(*--at);
        if (dropped_from_queue(m_ends[client]) == sequence)
            waiting.push_back(client);
    }
    return waiting;
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
    int64_t left = listening.backlog(sequence) + 1;
    for (auto at = now; at != connects.begin() && left > 0; --left) {
        --at;
        if (*at < listening.created || accepted_before(*at))
            break;
        oldest = *at;
    }
    if (oldest != none)
        return oldest;
    // The kernel completes a connection before connect() returns.
    for (auto at = now; at != connects.end() && at - now < connects_away; ++at)
        if (begin_of(event(*at)) <= time && !accepted_before(*at))
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

int64_t Connections::connects_in_flight(const End &listening, uint32_t complete, int64_t time, bool accepted) const
{
    const auto found = m_connects.find(listening.port());
    if (found == m_connects.end())
        return 0;
    int64_t count = 0;
    const auto now = std::ranges::lower_bound(found->second, complete);
    for (auto at = now; at != found->second.end() && at - now < connects_away; ++at) { // in the order of their ends: one may have begun before others
        if (begin_of(event(*at)) > time)
            continue;
        const uint32_t peer = m_ends[end_of(*at)].peer;
        count += (peer != none && m_ends[peer].created < complete) == accepted;
    }
    return count;
}

Connections::Queue Connections::queue(const End &listening, uint32_t complete, int64_t time, int64_t most) const
{
    if (gone(listening) < complete) // with it went what waited in it
        return {};
    const int64_t ours = derived_queue(listening, complete) + connects_in_flight(listening, complete, time, true);
    // More never wait: where connect() has returned although the last ACK found the queue full, the kernel here forgets it until
    // it is repeated.
    return {std::clamp<int64_t>(ours, 0, most), observed_outside(listening, complete)};
}

} // namespace replay
