// SPDX-License-Identifier: MIT
#include "replay/measures/measure.h"

#include "replay/phases/arrival_bracket.h"

#include "calls/schema.h"
#include "replay/state.h"
#include "replay/times.h"

#include <set>

namespace replay {


namespace {

// What one send() of a client sent to a server; none of it is taken yet.
Message begun(const Index &index, uint32_t sequence, const End &to, int64_t bytes)
{
    const trace::Event &sent = index.event(sequence);
    Message message;
    message.sent = sequence;
    message.client = sent.thread;
    message.server = to.table;
    message.bytes = bytes;
    message.earliest = begin_of(sent);
    message.latest = sent.end;
    return message;
}

void take(const Index &index, Message &message, uint32_t sequence)
{
    const trace::Event &read = index.event(sequence);
    message.taken = sequence;
    message.in_hand = read.end;
    const auto asleep = index.tracks[read.thread].seen_asleep(begin_of(read), read.end, none);
    const bool late = (asleep && *asleep >= message.latest) || kept_back(index, uint32_t(message.sent), read);
    message.latest = late ? message.in_hand : std::min(message.latest, message.in_hand);
}

// Of a stream: a send()'s last byte is taken by the call after which so many have been.
void add_stream(std::vector<Message> &all, const Index &index, const End &from, const End &to)
{
    int64_t before = 0;
    for (const Move &move : from.sent) {
        Message message = begun(index, move.sequence, to, move.after() - before);
        before = move.after();
        const auto taken = std::ranges::lower_bound(to.received, move.after(), {}, &Move::after);
        if (taken != to.received.end())
            take(index, message, taken->sequence);
        all.push_back(message);
    }
}

// Of datagrams. False: which send() brought one of them is not known.
bool add_datagrams(std::vector<Message> &all, const Index &index, const End &to)
{
    const auto moved = [&](const Move &move) { return index.event(move.sequence).result != 0; }; // 0 is also what shutdown() leaves
    if (index.connections.datagrams_to(to).empty() && std::ranges::none_of(to.received, moved))
        return true;
    if (!index.connections.datagrams(to, none))
        return false;
    std::map<uint32_t, uint32_t> taken; // by the send()
    for (const Move &move : to.received) {
        const uint32_t bringer = index.connections.datagram_bringer(to, move.sequence);
        if (bringer != none)
            taken[bringer] = move.sequence;
        else if (moved(move))
            return false;
    }
    for (const uint32_t sequence : index.connections.datagrams_to(to)) {
        const trace::Event &sent = index.event(sequence);
        if (trace::origin(index.trace, sent.thread) != trace::Origin::script)
            continue;
        Message message = begun(index, sequence, to, sent.result);
        if (const auto found = taken.find(sequence); found != taken.end())
            take(index, message, found->second);
        all.push_back(message);
    }
    return true;
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
    const auto serves = [&](const End &end) { return trace::origin(index.trace, end.table) == trace::Origin::listing; };
    std::vector<Message> all;
    std::set<uint16_t> unknown; // servers: to count some of their datagrams as not taken would be a guess
    for (const End &end : index.connections.ends()) {
        if (end.inbox != none && serves(end) && !add_datagrams(all, index, end))
            unknown.insert(end.table);
        if (end.peer != none && !serves(end) && serves(index.connections.end(end.peer)))
            add_stream(all, index, end, index.connections.end(end.peer));
    }
    std::erase_if(all, [&](const Message &message) { return unknown.contains(message.server); });
    std::ranges::sort(all, {}, &Message::sent);
    add_plans(all, index);
    return all;
}

} // namespace replay
