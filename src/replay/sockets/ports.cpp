// SPDX-License-Identifier: MIT
// How the two ends of a connection find each other: by their ports and by time, since ports and descriptors are used
// again.
#include "replay/sockets/connections.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

uint32_t ports(uint16_t own, uint16_t other)
{
    return uint32_t(own) << 16 | other;
}

void erase_sorted(std::vector<uint32_t> &from, uint32_t value)
{
    const auto found = std::ranges::lower_bound(from, value);
    if (found != from.end() && *found == value)
        from.erase(found);
}

void insert_sorted(std::vector<uint32_t> &into, uint32_t value)
{
    const auto place = std::ranges::lower_bound(into, value);
    if (place == into.end() || *place != value)
        into.insert(place, value);
}

} // namespace

// Makes an end findable once its ports are known, and looks for its peer.
uint32_t Connections::enter(uint32_t sequence, uint32_t index)
{
    End &end = m_ends[index];
    set_nameless(index);
    if (end.port() == 0 || !end.stream)
        return none;
    end.registered = sequence;
    const bool listening = end.listened != none;
    m_by_ports[ports(end.port(), listening ? 0 : end.peer_port)].push_back(index);
    if (listening || end.peer_port == 0)
        return none;
    set_nameless(index);
    set_unmatched(index, true);
    if (end.accepted) {
        // The latest client there was: an earlier one at this port must be gone.
        const auto clients = m_clients.find(ports(end.peer_port, end.port()));
        return clients == m_clients.end() ? none : join(sequence, index, clients->second.back());
    }
    const auto accepted = m_accepted.find(ports(end.peer_port, end.port()));
    if (accepted == m_accepted.end())
        return none;
    // The first accept() that did not end before the connect() began.
    const int64_t begin = begin_of(event(end.connected));
    const auto after = std::ranges::lower_bound(accepted->second, begin, {},
                                                [this](uint32_t other) { return event(m_ends[other].created).end; });
    return after == accepted->second.end() ? none : join(sequence, *after, index);
}

uint32_t Connections::join(uint32_t sequence, uint32_t accepted, uint32_t client)
{
    set_unmatched(accepted, false);
    set_unmatched(client, false);
    m_ends[accepted].peer = client;
    m_ends[client].peer = accepted;
    m_ends[accepted].joined = m_ends[client].joined = sequence;
    touch(sequence, accepted);
    touch(sequence, client);
    return m_ends[accepted].created;
}

void Connections::part(uint32_t index)
{
    const uint32_t other = m_ends[index].peer;
    for (const uint32_t each : {index, other}) {
        m_ends[each].peer = m_ends[each].joined = none;
        set_unmatched(each, true);
    }
}

void Connections::set_unmatched(uint32_t index, bool unmatched)
{
    const End &end = m_ends[index];
    auto &all = end.accepted ? m_accepted : m_clients;
    const Ports key = ports(end.port(), end.peer_port);
    auto &list = all[key];
    // An end is entered after it is made: the list is in the order of `registered`.
    const auto place = std::ranges::lower_bound(list, end.registered, {},
                                                [this](uint32_t other) { return m_ends[other].registered; });
    const bool present = place != list.end() && *place == index;
    if (unmatched && !present)
        list.insert(place, index);
    else if (!unmatched && present)
        list.erase(place);
    if (list.empty())
        all.erase(key);
    if (end.listener != none) {
        auto &strangers = m_ends[end.listener].strangers;
        unmatched ? insert_sorted(strangers, index) : erase_sorted(strangers, index);
    }
}

// Nameless: connected, still open, and its own port not told yet.
void Connections::set_nameless(uint32_t index)
{
    const End &end = m_ends[index];
    if (end.connected == none || !end.stream || end.pair)
        return;
    auto &nameless = m_nameless[end.peer_port];
    if (end.registered == none && closed(end) == none)
        nameless.insert(end.connected);
    else
        nameless.erase(end.connected);
    if (nameless.empty())
        m_nameless.erase(end.peer_port);
}

// The reverse of enter(), for an end without a peer.
void Connections::leave(uint32_t index)
{
    End &end = m_ends[index];
    if (!end.stream)
        return unname_datagrams(index);
    const auto found = m_by_ports.find(ports(end.port(), end.listened != none ? 0 : end.peer_port));
    if (found != m_by_ports.end()) {
        const auto last = std::ranges::find(found->second.rbegin(), found->second.rend(), index);
        found->second.erase(std::prev(last.base()));
        if (found->second.empty())
            m_by_ports.erase(found);
    }
    if (end.listened == none && end.peer_port != 0)
        set_unmatched(index, false);
    end.registered = none;
}

void Connections::cut(uint32_t first)
{
    m_datagrams.cut(first);
    while (!m_touches.empty() && m_touches.back().sequence >= first) {
        const uint32_t index = m_touches.back().end;
        m_touches.pop_back();
        restore(index, first);
    }
    while (!m_ends.empty() && m_ends.back().created >= first)
        unmake_last();
    for (auto &[table, lost] : m_lost)
        while (!lost.empty() && lost.back() >= first)
            lost.pop_back();
}

void Connections::restore(uint32_t index, uint32_t first)
{
    End &end = m_ends[index];
    if (end.pair && end.joined >= first)
        end.peer = end.joined = none;
    if (end.peer != none && end.joined >= first)
        part(index);
    if (end.registered != none && end.registered >= first)
        leave(index);
    if (end.connected != none && end.connected >= first) {
        const auto nameless = m_nameless.find(end.peer_port);
        if (nameless != m_nameless.end() && nameless->second.erase(end.connected) && nameless->second.empty())
            m_nameless.erase(nameless);
        if (const auto connects = m_connects.find(end.peer_port); end.stream && connects != m_connects.end()) {
            erase_sorted(connects->second, end.connected);
            if (connects->second.empty())
                m_connects.erase(connects);
        }
        end.connected = none;
        end.peer_port = 0;
    }
    if (end.bound >= first) {
        end.bound = none;
        end.bound_port = 0;
    }
    if (end.named >= first) {
        end.named = none;
        end.named_port = 0;
    }
    for (uint32_t *happened :
         {&end.listened, &end.shut_write, &end.shut_read, &end.finished, &end.shut_meanwhile, &end.failed, &end.refused, &end.emptied, &end.resized})
        if (*happened >= first)
            *happened = none;
    for (std::vector<uint32_t> *events : {&end.nonblock.turns, &end.lingers.turns, &end.inlines.turns, &end.corks.turns, &end.urgent_taken, &end.passed})
        while (!events->empty() && events->back() >= first)
            events->pop_back();
    for (std::vector<Move> *moves : {&end.sent, &end.received, &end.urgent, &end.dropped, &end.seen, &end.unsent, &end.backlogs, &end.lows})
        while (!moves->empty() && moves->back().sequence >= first)
            moves->pop_back();
    set_nameless(index);
}

// The events that touched it since have been forgotten.
void Connections::unmake_last()
{
    const uint32_t index = uint32_t(m_ends.size() - 1);
    const End &end = m_ends.back();
    if (end.listener != none) {
        End &listening = m_ends[end.listener];
        erase_sorted(listening.strangers, index);
        listening.accepts.pop_back();
    }
    if (end.inbox != none)
        m_datagrams.forget_last();
    m_of_file.resize(end.file);
    m_ends.pop_back();
}

} // namespace replay
