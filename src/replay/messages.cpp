// SPDX-License-Identifier: MIT
#include "replay/measure.h"

#include "replay/state.h"
#include "replay/times.h"

namespace replay {

std::vector<Message> messages(const Replay &replay)
{
    const Index &index = replay.m->index;
    const trace::Trace &trace = index.trace;
    const auto role = [&](uint16_t thread) { return trace.threads[thread].role; };
    std::vector<Message> all;
    for (const End &from : index.connections.ends()) {
        if (from.peer == none || role(from.table) != trace::Role::client)
            continue;
        const End &to = index.connections.end(from.peer);
        if (role(to.table) != trace::Role::server)
            continue;
        int64_t before = 0;
        for (const Move &move : from.sent) {
            const trace::Event &sent = index.event(move.sequence);
            Message &message = all.emplace_back();
            message.sent = move.sequence;
            message.client = sent.thread;
            message.server = to.table;
            message.bytes = move.after() - before;
            message.earliest = begin_of(sent);
            message.latest = sent.end;
            before = move.after();
            const auto taken = std::ranges::lower_bound(to.received, move.after(), {}, &Move::after);
            if (taken == to.received.end())
                continue;
            message.taken = taken->sequence;
            message.in_hand = index.event(taken->sequence).end;
            message.latest = std::min(message.latest, message.in_hand);
        }
    }
    std::ranges::sort(all, {}, &Message::sent);
    return all;
}

} // namespace replay
