// SPDX-License-Identifier: MIT
// Datagrams sent while a second socket got the port they were for, or gave it up: which of the two has them is known when they
// are taken, or when one of the two was found empty. Until then, and if that never happens, it is unknown.
#include "replay/sockets/datagrams.h"

#include "calls/schema.h"
#include "replay/descriptors/descriptor_tables.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {

using trace::Event;


void Datagrams::sent_to_either(uint32_t sequence, uint32_t one, uint32_t other, uint16_t from)
{
    m_doubts.push_back({sequence, sequence, {one, other}, from, false});
    ++m_unsettled;
}

// A port's datagrams are sent one after the other: one taken that nobody has sent yet is the one being sent.
bool Datagrams::took_early(uint32_t sequence, uint32_t number, uint16_t from)
{
    const auto &flows = m_inboxes[number].flows;
    const auto flow = flows.find(from);
    if (flow == flows.end() || flow->second.sent.size() >= flow->second.received.size() || !doubts(number, from).empty())
        return false;
    return agree(event(sequence), event(flow->second.received[flow->second.sent.size()].sequence));
}

uint32_t Datagrams::doubt(uint32_t sequence, uint32_t number, uint32_t other, int64_t since)
{
    uint32_t changed = none;
    for (auto &[from, flow] : m_inboxes[number].flows)
        while (flow.sent.size() > flow.received.size() && end_of(event(flow.sent.back().sequence)) > since) {
            const uint32_t send = flow.sent.back().sequence;
            take_back(number, from, send);
            m_doubts.push_back({sequence, send, {number, other}, from, true});
            ++m_unsettled;
            changed = std::min(changed, send);
        }
    return changed;
}

uint32_t Datagrams::emptied(uint32_t sequence, uint32_t number)
{
    uint32_t changed = none;
    if (m_unsettled == 0)
        return changed;
    const int64_t begin = begin_of(event(sequence)); // of several polls in one event: the first
    for (Doubt &doubt : m_doubts)
        if (doubt.settled == none && doubt.concerns(number) && end_of(event(doubt.send)) <= begin)
            changed = std::min(changed, settle(doubt, doubt.other(number), sequence));
    return changed;
}

// Before it counts what event `sequence` takes: it may be one of those in doubt. They come out in the order they were sent in.
uint32_t Datagrams::recognize(uint32_t sequence, uint32_t number, uint16_t from)
{
    const Flow &flow = m_inboxes[number].flows[from];
    const size_t place = flow.received.size();
    const uint32_t certain = place < flow.sent.size() ? flow.sent[place].sequence : none;
    const auto is_this = [&](uint32_t send) { return agree(event(send), event(sequence)); };
    std::vector<Doubt *> earlier, equal;
    for (Doubt *doubt : doubts(number, from)) {
        if (doubt->send > certain)
            break;
        if (is_this(doubt->send))
            equal.push_back(doubt);
        else if (equal.empty())
            earlier.push_back(doubt);
    }
    const bool may_be_certain = certain != none && is_this(certain);
    if (equal.empty() && !may_be_certain)
        return none;
    if (!equal.empty() && may_be_certain) {
        for (const uint32_t inbox : equal[0]->inboxes)
            lose_order(sequence, inbox, equal[0]->send);
        return equal[0]->send;
    }
    uint32_t changed = none;
    for (Doubt *doubt : earlier)
        changed = std::min(changed, settle(*doubt, doubt->other(number), sequence));
    if (equal.size() > 1)
        for (Doubt *doubt : equal)
            doubt->tied = std::min(doubt->tied, sequence);
    if (!equal.empty())
        changed = std::min(changed, settle(*equal[0], number, sequence));
    return changed;
}

// A read that does not name the sender may also have taken what the kernel was just bringing when connect() was called: from
// another port than the peer's.
uint32_t Datagrams::mistake(uint32_t sequence, uint32_t number, uint16_t from)
{
    uint32_t changed = none;
    if (calls::has(event(sequence), calls::names_peer))
        return changed;
    for (Doubt &doubt : m_doubts)
        if (doubt.settled == none && doubt.from != from && doubt.concerns(number) && agree(event(doubt.send), event(sequence))) {
            for (const uint32_t inbox : doubt.inboxes)
                lose_order(sequence, inbox, doubt.send);
            changed = std::min(changed, doubt.send);
        }
    return changed;
}

// Those not settled, in the order they were sent in.
std::vector<Datagrams::Doubt *> Datagrams::doubts(uint32_t number, uint16_t from)
{
    std::vector<Doubt *> all;
    for (Doubt &doubt : m_doubts)
        if (doubt.settled == none && doubt.from == from && doubt.concerns(number))
            all.push_back(&doubt);
    std::ranges::sort(all, {}, &Doubt::send);
    return all;
}

// Of equal ones it is known how many were where as soon as all are settled, but never which.
bool Datagrams::in_doubt(uint32_t number, uint32_t complete) const
{
    return std::ranges::any_of(m_doubts, [&](const Doubt &doubt) {
        if (!doubt.concerns(number) || doubt.send >= complete)
            return false;
        if (doubt.settled == none || doubt.tied == none)
            return doubt.settled == none;
        return std::ranges::any_of(m_doubts, [&](const Doubt &one) {
            return one.tied != none && one.from == doubt.from && one.concerns(number) && one.settled >= complete;
        });
    });
}

bool Datagrams::tied(uint32_t send) const
{
    return std::ranges::any_of(m_doubts, [send](const Doubt &doubt) { return doubt.send == send && doubt.tied != none; });
}

uint32_t Datagrams::settle(Doubt &doubt, uint32_t number, uint32_t sequence)
{
    doubt.settled = sequence;
    doubt.inbox = number;
    --m_unsettled;
    Inbox &inbox = m_inboxes[number];
    Flow &flow = inbox.flows[doubt.from];
    const int64_t load = flow.load();
    put(number, doubt.from, doubt.send);
    weigh(inbox, sequence, flow.load() - load);
    return doubt.send;
}

// Into its place among those that are known to be there.
void Datagrams::put(uint32_t number, uint16_t from, uint32_t send)
{
    Inbox &inbox = m_inboxes[number];
    std::vector<Datagram> &sent = inbox.flows[from].sent;
    const int64_t bytes = event(send).result;
    const auto place = std::ranges::lower_bound(sent, send, {}, &Datagram::sequence);
    auto next = sent.insert(place, {send, place == sent.begin() ? 0 : std::prev(place)->after});
    for (; next != sent.end(); ++next)
        next->after = sum(next->after, bytes);
    inbox.sends.insert(std::ranges::lower_bound(inbox.sends, send), send);
}

void Datagrams::take_back(uint32_t number, uint16_t from, uint32_t send)
{
    Inbox &inbox = m_inboxes[number];
    std::vector<Datagram> &sent = inbox.flows[from].sent;
    auto next = sent.erase(std::ranges::lower_bound(sent, send, {}, &Datagram::sequence));
    for (; next != sent.end(); ++next)
        next->after -= event(send).result;
    inbox.sends.erase(std::ranges::lower_bound(inbox.sends, send));
}

// Before the lists are cut, which forgets what was sent from `first` on.
void Datagrams::cut_doubts(uint32_t first)
{
    for (Doubt &doubt : m_doubts) {
        if (doubt.tied >= first)
            doubt.tied = none;
        if (doubt.settled != none && doubt.settled >= first) {
            if (doubt.send < first)
                take_back(doubt.inbox, doubt.from, doubt.send);
            doubt.settled = doubt.inbox = none;
            ++m_unsettled;
        }
    }
    while (!m_doubts.empty() && m_doubts.back().sequence >= first) {
        const Doubt &last = m_doubts.back();
        if (last.was_first && last.send < first)
            put(last.inboxes[0], last.from, last.send);
        --m_unsettled;
        m_doubts.pop_back();
    }
}

} // namespace replay
