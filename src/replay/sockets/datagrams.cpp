// SPDX-License-Identifier: MIT
#include "replay/sockets/datagrams.h"

#include "calls/names.h"
#include "calls/verbs.h"
#include "replay/descriptors/descriptor_tables.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {

using trace::Event;

namespace {

// Of the receive buffer, which has 212,992 bytes by default; not all of it, since there are those whose send() has not returned.
// The kernel counts the memory that a datagram takes, which is at most twice its bytes and its own header.
constexpr int64_t surely_fits = 150'000;
// How many of these came before event `complete`.
template <typename List, typename Sequence>
size_t before(const List &list, uint32_t complete, Sequence sequence)
{
    return size_t(std::ranges::lower_bound(list, complete, {}, sequence) - list.begin());
}

template <typename List, typename Sequence>
void cut_list(List &list, uint32_t first, Sequence sequence)
{
    list.erase(list.begin() + std::ptrdiff_t(before(list, first, sequence)), list.end());
}

} // namespace

uint32_t Datagrams::open()
{
    m_inboxes.emplace_back();
    return uint32_t(m_inboxes.size() - 1);
}

int64_t Datagrams::Flow::load() const
{
    const auto weight = [](const std::vector<Datagram> &all) {
        return all.empty() ? 0 : sum(2 * std::min(all.back().after, INT64_MAX / 4), 1536 * int64_t(all.size()));
    };
    return std::max<int64_t>(0, weight(sent) - weight(received));
}

void Datagrams::add(std::vector<Datagram> &datagrams, uint32_t sequence, int64_t bytes)
{
    datagrams.push_back({sequence, sum(datagrams.empty() ? 0 : datagrams.back().after, bytes)});
}

void Datagrams::weigh(Inbox &inbox, uint32_t sequence, int64_t more)
{
    inbox.loads.push_back({sequence, sum(inbox.loads.empty() ? 0 : inbox.loads.back().after, more)});
    if (inbox.loads.back().after > surely_fits && inbox.lost.empty())
        inbox.lost.push_back({sequence, sequence});
}

uint32_t Datagrams::sent(uint32_t sequence, uint32_t number, uint16_t from)
{
    Inbox &inbox = m_inboxes[number];
    Flow &flow = inbox.flows[from];
    uint32_t changed = flow.sent.empty() && !flow.received.empty() ? flow.received.front().sequence : none; // was a stranger
    const uint32_t taken = flow.sent.size() < flow.received.size() ? flow.received[flow.sent.size()].sequence : none;
    if (taken != none && m_doubts.empty() && !agree(event(sequence), event(taken))) {
        lose_order(sequence, number, taken);
        changed = std::min(changed, taken);
    }
    const int64_t load = flow.load();
    add(flow.sent, sequence, event(sequence).result);
    inbox.sends.push_back(sequence);
    weigh(inbox, sequence, flow.load() - load);
    return changed;
}

uint32_t Datagrams::received(uint32_t sequence, uint32_t number, uint16_t from)
{
    Inbox &inbox = m_inboxes[number];
    inbox.taken.push_back({sequence, from});
    if (from == 0) {
        lose_order(sequence, number);
        return none;
    }
    const uint32_t changed = m_unsettled ? std::min(recognize(sequence, number, from), mistake(sequence, number, from)) : none;
    Flow &flow = inbox.flows[from];
    const uint32_t sent = flow.received.size() < flow.sent.size() ? flow.sent[flow.received.size()].sequence : none;
    if (sent != none && m_doubts.empty() && !agree(event(sent), event(sequence))) // that one was lost: so may be others
        lose_order(sequence, number);
    const int64_t load = flow.load();
    add(flow.received, sequence, event(sequence).result);
    weigh(inbox, sequence, flow.load() - load);
    return changed;
}

void Datagrams::lose_order(uint32_t sequence, uint32_t number, uint32_t from)
{
    Inbox &inbox = m_inboxes[number];
    inbox.lost.push_back({sequence, std::min(inbox.uncertain(), from)});
}

void Datagrams::cut(uint32_t first)
{
    cut_doubts(first);
    for (Inbox &inbox : m_inboxes) {
        for (auto &[port, flow] : inbox.flows) {
            cut_list(flow.sent, first, &Datagram::sequence);
            cut_list(flow.received, first, &Datagram::sequence);
        }
        std::erase_if(inbox.flows, [](const auto &flow) { return flow.second.sent.empty() && flow.second.received.empty(); });
        cut_list(inbox.loads, first, &Inbox::Load::sequence);
        cut_list(inbox.sends, first, std::identity());
        cut_list(inbox.taken, first, &Inbox::Taken::sequence);
        cut_list(inbox.lost, first, &Inbox::Lost::sequence);
    }
}

void Datagrams::shrink()
{
    for (Inbox &inbox : m_inboxes) {
        inbox.loads.shrink_to_fit();
        inbox.sends.shrink_to_fit();
        inbox.taken.shrink_to_fit();
        for (auto &[port, flow] : inbox.flows) {
            flow.sent.shrink_to_fit();
            flow.received.shrink_to_fit();
        }
    }
}

// What does not agree is not the same datagram: one was lost, or they come from somewhere else.
bool Datagrams::agree(const Event &send, const Event &receive) const
{
    const auto taken = calls::as_transfer(receive);
    const int64_t room = !taken ? 0 : taken->beside ? std::max(receive.result, 0) : taken->asked; // of those it is not told
    const int64_t size = taken && taken->truncates ? send.result : std::min<int64_t>(send.result, room);
    const auto sent = calls::preview(send), got = calls::preview(receive);
    const size_t seen = std::min({sent.size(), got.size(), size_t(std::max<int64_t>(room, 0))});
    return receive.result == size && std::ranges::equal(sent.first(seen), got.first(seen)) && begin_of(send) <= end_of(receive);
}

uint32_t Datagrams::bringer(uint32_t number, uint32_t sequence) const
{
    const Inbox &inbox = m_inboxes[number];
    const size_t index = before(inbox.taken, sequence, &Inbox::Taken::sequence);
    if (sequence >= inbox.uncertain() || index == inbox.taken.size() || inbox.taken[index].sequence != sequence)
        return none;
    const Flow &flow = inbox.flows.at(inbox.taken[index].from);
    const size_t place = before(flow.received, sequence, &Datagram::sequence);
    if (place >= flow.sent.size())
        return none;
    const uint32_t send = flow.sent[place].sequence;
    return agree(event(send), event(sequence)) && !tied(send) ? send : none;
}

uint32_t Datagrams::taker(uint32_t number, uint16_t from, uint32_t send) const
{
    const auto flow = m_inboxes[number].flows.find(from);
    if (flow == m_inboxes[number].flows.end())
        return none;
    const size_t place = before(flow->second.sent, send, &Datagram::sequence);
    if (place >= flow->second.received.size())
        return none;
    const uint32_t taken = flow->second.received[place].sequence;
    return bringer(number, taken) == send ? taken : none;
}

bool Datagrams::took(uint32_t number, uint32_t sequence) const
{
    return std::ranges::binary_search(m_inboxes[number].taken, sequence, {}, &Inbox::Taken::sequence);
}

uint32_t Datagrams::next(uint32_t number, uint32_t complete) const
{
    const Inbox &inbox = m_inboxes[number];
    const size_t index = before(inbox.taken, complete, &Inbox::Taken::sequence);
    if (inbox.uncertain() < complete || in_doubt(number, complete) || stranger(number, complete) || index >= inbox.sends.size())
        return none;
    return inbox.sends[index];
}

bool Datagrams::stranger(uint32_t number, uint32_t complete) const
{
    return std::ranges::any_of(m_inboxes[number].flows, [complete](const auto &flow) {
        return flow.second.sent.empty() && !flow.second.received.empty() && flow.second.received.front().sequence < complete;
    });
}

std::optional<Datagrams::Waiting> Datagrams::waiting(uint32_t number, uint32_t complete) const
{
    const Inbox &inbox = m_inboxes[number];
    if (inbox.uncertain() < complete || in_doubt(number, complete) || stranger(number, complete))
        return {};
    Waiting waiting;
    for (const auto &[port, flow] : inbox.flows) {
        const size_t sent = before(flow.sent, complete, &Datagram::sequence);
        const size_t received = before(flow.received, complete, &Datagram::sequence);
        if (received >= sent) // what it has read may be sent by a call that has not returned
            continue;
        waiting.datagrams += int64_t(sent - received);
        waiting.bytes += flow.sent[sent - 1].after - (received ? flow.sent[received - 1].after : 0);
    }
    return waiting;
}

bool Datagrams::taken(uint32_t number, uint16_t from, uint32_t sequence, uint32_t complete) const
{
    const auto flow = m_inboxes[number].flows.find(from);
    if (flow == m_inboxes[number].flows.end())
        return false;
    return before(flow->second.received, complete, &Datagram::sequence) > before(flow->second.sent, sequence, &Datagram::sequence);
}

} // namespace replay
