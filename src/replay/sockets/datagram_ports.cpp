// SPDX-License-Identifier: MIT
// Datagram sockets: there are no connections; who sends to whom is told by the ports.
#include "replay/sockets/connections.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {

using trace::Event;

uint32_t Connections::send_datagram(uint32_t sequence, End &end, const calls::Transfer &transfer)
{
    end.sent.emplace_back(sum(end.sent.empty() ? 0 : end.sent.back().after(), *transfer.moved), sequence);
    const uint16_t to = transfer.told_port ? transfer.told_port : end.peer_port;
    const std::vector<uint32_t> receivers =
        end.port() ? datagram_ends(to, end.port(), begin_of(event(sequence)), sequence) : std::vector<uint32_t>();
    if (receivers.size() == 1)
        return m_datagrams.sent(sequence, m_ends[receivers[0]].inbox, end.port());
    for (const uint32_t receiver : receivers) // it was taken before this call returned: then it is known where it was
        if (m_datagrams.took_early(sequence, m_ends[receiver].inbox, end.port()))
            return m_datagrams.sent(sequence, m_ends[receiver].inbox, end.port());
    if (receivers.size() == 2)
        m_datagrams.sent_to_either(sequence, m_ends[receivers[0]].inbox, m_ends[receivers[1]].inbox, end.port());
    else
        for (const uint32_t receiver : receivers)
            m_datagrams.lose_order(sequence, m_ends[receiver].inbox);
    return none;
}

uint32_t Connections::take_datagram(uint32_t sequence, End &end, const calls::Transfer &transfer)
{
    const uint16_t from = transfer.told_port ? transfer.told_port : end.peer_port;
    const bool told = transfer.tells_port && from != 0;
    if (transfer.moved == 0 && !told && (from == 0 || end.shut_read < sequence)) // no datagram: shutdown() has woken it
        return none;
    end.received.emplace_back(sum(end.received.empty() ? 0 : end.received.back().after(), *transfer.moved), sequence);
    return m_datagrams.received(sequence, end.inbox, from);
}

// What was sent while this socket got its port, at which there is another one, may be in either.
uint32_t Connections::name_datagrams(uint32_t sequence, uint32_t index)
{
    End &end = m_ends[index];
    if (end.registered != none || end.port() == 0)
        return none;
    end.registered = sequence;
    const uint32_t changed = doubt_datagrams(sequence, index, begin_of(event(end.bound == none ? sequence : end.bound)));
    m_datagram_ports[end.port()].push_back(index);
    return changed;
}

// There is one more socket at the port of `index`, or one less, from an event on that began at `begin`.
uint32_t Connections::doubt_datagrams(uint32_t sequence, uint32_t index, int64_t begin)
{
    uint32_t changed = none;
    const End &end = m_ends[index];
    const auto found = m_datagram_ports.find(end.port());
    if (end.stream || found == m_datagram_ports.end())
        return none;
    for (const uint32_t other : found->second) {
        if (other == index || m_ends[other].connected != none || closed(m_ends[other]) < sequence)
            continue;
        const bool made = closed(end) > sequence;
        const uint32_t from = m_ends[made ? other : index].inbox, either = m_ends[made ? index : other].inbox;
        changed = std::min(changed, m_datagrams.doubt(sequence, from, either, begin));
    }
    return changed;
}

void Connections::observe_drops(uint32_t sequence, const calls::SeenSocket &seen)
{
    const auto found = m_datagram_ports.find(seen.local_port);
    if (found == m_datagram_ports.end())
        return;
    for (const uint32_t index : found->second) {
        End &end = m_ends[index];
        if (closed(end) < sequence || end.peer_port != seen.peer_port)
            continue;
        touch(sequence, index);
        end.dropped.emplace_back(*seen.dropped, sequence);
        return;
    }
}

void Connections::unname_datagrams(uint32_t index)
{
    End &end = m_ends[index];
    end.registered = none;
    const auto found = m_datagram_ports.find(end.port());
    if (found == m_datagram_ports.end())
        return;
    std::erase(found->second, index);
    if (found->second.empty())
        m_datagram_ports.erase(found);
}

// The kernel prefers the socket that is connected to the sender. While bind(), connect() or close() go on it may be another one.
std::vector<uint32_t> Connections::datagram_ends(uint16_t to, uint16_t from, int64_t begin, uint32_t complete) const
{
    std::vector<uint32_t> all;
    const auto found = m_datagram_ports.find(to);
    if (to == 0 || found == m_datagram_ports.end())
        return all;
    for (const uint32_t index : found->second) {
        const End &end = m_ends[index];
        const uint32_t gone = released(end);
        const bool closed = gone < complete;
        if (end.registered >= complete || (closed && event(gone).end <= begin))
            continue;
        const bool connected = end.connected < complete && event(end.connected).end <= begin;
        if (connected && end.peer_port != from)
            continue;
        if (connected && !closed && event(end.registered).end <= begin)
            return {index};
        all.push_back(index);
    }
    if (all.size() == 1 && released(m_ends[all[0]]) < complete)
        all.clear();
    return all;
}

uint32_t Connections::datagram_receiver(uint32_t send) const
{
    const auto transfer = calls::as_transfer(event(send));
    const uint32_t from = end_of(send);
    if (!transfer || from == none)
        return none;
    const auto found = m_datagram_ports.find(transfer->told_port ? transfer->told_port : m_ends[from].peer_port);
    if (found == m_datagram_ports.end())
        return none;
    const auto has_it = [&](uint32_t index) { return std::ranges::binary_search(m_datagrams.sends(m_ends[index].inbox), send); };
    const auto receiver = std::ranges::find_if(found->second, has_it);
    return receiver == found->second.end() ? none : *receiver;
}

bool Connections::datagram_port_given_up(uint16_t port, uint32_t sequence) const
{
    const auto found = m_datagram_ports.find(port);
    if (port == 0 || found == m_datagram_ports.end())
        return false;
    const auto gone = [&](uint32_t index) {
        const uint32_t by = released(m_ends[index]);
        return by < sequence && event(by).end <= begin_of(event(sequence));
    };
    return std::ranges::all_of(found->second, gone);
}

uint32_t Connections::datagram_end(uint16_t port, uint32_t complete) const
{
    const auto found = m_datagram_ports.find(port);
    if (port == 0 || found == m_datagram_ports.end())
        return none;
    const auto there = [&](uint32_t index) { return m_ends[index].registered < complete && released(m_ends[index]) >= complete; };
    const auto last = std::ranges::find_if(found->second.rbegin(), found->second.rend(), there);
    return last == found->second.rend() ? none : *last;
}

} // namespace replay
