// SPDX-License-Identifier: MIT
#include "replay/measures/measure.h"

#include "replay/phases/deliveries.h"

#include "calls/schema.h"
#include "replay/state.h"
#include "replay/times.h"

#include <set>

namespace replay {


namespace {

// True if it is known of each datagram taken from `to` which send() brought it: else to count some as not taken would be a guess.
bool certain(const Index &index, const End &to)
{
    const auto moved = [&](const Move &move) { return index.event(move.sequence).result != 0; }; // 0 is also what shutdown() leaves
    if (index.connections.datagrams_to(to).empty() && std::ranges::none_of(to.received, moved))
        return true;
    const auto untold = [&](const Move &move) { return moved(move) && index.connections.datagram_bringer(to, move.sequence) == none; };
    return index.connections.datagrams(to, none) && std::ranges::none_of(to.received, untold);
}

Message message_of(const Index &index, const Delivery &delivery)
{
    Message message;
    message.sent = delivery.by;
    message.client = index.event(uint32_t(delivery.by)).thread;
    message.server = uint16_t(delivery.thread);
    message.bytes = delivery.bytes;
    message.earliest = delivery.earliest;
    message.latest = delivery.latest;
    message.taken = delivery.taken;
    if (delivery.taken)
        message.in_hand = index.event(uint32_t(*delivery.taken)).end;
    return message;
}

// Each was planned for what its client was last told before.
void add_plans(std::vector<Message> &all, const Index &index)
{
    std::map<uint16_t, std::vector<uint32_t>> told; // by thread: the steps that tell
    for (uint32_t sequence = 0; sequence < index.taken; ++sequence)
        if (const trace::Event &event = index.event(sequence); event.call == trace::Call::planned)
            told[event.thread].push_back(sequence);
    for (Message &message : all) {
        const auto client = told.find(message.client);
        if (client == told.end())
            continue;
        const auto next = std::ranges::upper_bound(client->second, message.sent);
        if (next != client->second.begin())
            message.planned = calls::value(index.event(*std::prev(next)), "for_ns");
    }
}

} // namespace

std::vector<Message> messages(const Replay &replay)
{
    const Index &index = replay.m->index;
    const auto origin = [&](size_t thread) { return trace::origin(index.trace, thread); };
    std::vector<Message> all;
    std::set<uint16_t> unknown; // servers
    for (const End &end : index.connections.ends()) {
        if (end.inbox != none && origin(end.table) == trace::Origin::listing && !certain(index, end))
            unknown.insert(end.table);
        if (origin(end.table) == trace::Origin::listing)
            continue;
        for (const Move &move : end.sent)
            for (const Delivery &delivery : brought_by(index, move.sequence))
                if ((delivery.what == Delivery::data || delivery.what == Delivery::datagram) && origin(size_t(delivery.thread)) == trace::Origin::listing)
                    all.push_back(message_of(index, delivery));
    }
    std::erase_if(all, [&](const Message &message) { return unknown.contains(message.server); });
    std::ranges::sort(all, {}, &Message::sent);
    add_plans(all, index);
    return all;
}

} // namespace replay
