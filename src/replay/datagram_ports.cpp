// SPDX-License-Identifier: MIT
// Datagram sockets: there are no connections; who sends to whom is told by the ports.
#include "replay/connections.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

uint16_t told_port(const Event &event)
{
    return event.words[1] <= UINT16_MAX ? uint16_t(event.words[1]) : 0;
}

} // namespace

uint32_t Connections::send_datagram(uint32_t sequence, End &end)
{
    const Event &now = event(sequence);
    end.sent.emplace_back(sum(end.sent.empty() ? 0 : end.sent.back().after(), now.result), sequence);
    const uint16_t to = now.call == Call::sendto && told_port(now) ? told_port(now) : end.peer_port;
    const uint32_t receiver = datagram_end(to, sequence);
    if (receiver == none || end.port() == 0)
        return none;
    return m_datagrams.sent(sequence, m_ends[receiver].inbox, end.port());
}

void Connections::take_datagram(uint32_t sequence, End &end)
{
    const Event &now = event(sequence);
    const uint16_t from = now.call == Call::recvfrom && told_port(now) ? told_port(now) : end.peer_port;
    if (now.result == 0 && from == 0) // no datagram: shutdown() has woken it
        return;
    end.received.emplace_back(sum(end.received.empty() ? 0 : end.received.back().after(), now.result), sequence);
    m_datagrams.received(sequence, end.inbox, from);
}

void Connections::name_datagrams(uint32_t sequence, uint32_t index)
{
    End &end = m_ends[index];
    if (end.registered != none || end.port() == 0)
        return;
    end.registered = sequence;
    m_datagram_ports[end.port()].push_back(index);
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

uint32_t Connections::datagram_end(uint16_t port, uint32_t complete) const
{
    const auto found = m_datagram_ports.find(port);
    if (port == 0 || found == m_datagram_ports.end())
        return none;
    const auto there = [&](uint32_t index) { return m_ends[index].registered < complete && m_ends[index].open_at(complete); };
    const auto last = std::ranges::find_if(found->second.rbegin(), found->second.rend(), there);
    return last == found->second.rend() ? none : *last;
}

} // namespace replay
