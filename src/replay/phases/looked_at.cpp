// SPDX-License-Identifier: MIT
// What a call that waits for many descriptors is asked, what it has found, and what of that is not made use of.
#include "calls/readiness.h"
#include "replay/phases/arrival.h"

#include <algorithm>

namespace replay {

std::vector<calls::Ready> looked_at(const Index &index, const trace::Event &call, uint32_t complete)
{
    if (call.end)
        return calls::found(index.trace, call);
    if (calls::asking(call) != calls::Asking::list)
        return calls::asked_about(index.trace, call);
    std::vector<calls::Ready> all;
    for (const Interests::Entry &entry : index.interests.list(index.table(call.thread), call.fd, complete))
        all.push_back(calls::ready_of(entry.fd, entry.events));
    return all;
}

bool untouched(const Index &index, uint16_t table, int fd, uint32_t select, uint32_t before)
{
    const uint32_t end = index.connections.end_at(table, fd, before);
    if (end == none)
        return true;
    const End &socket = index.connections.end(end);
    if (socket.created > select) // the descriptor's number was given away again: the answer was about another socket
        return false;
    const auto created = [&](uint32_t accepted) { return index.connections.end(accepted).created; };
    const auto accept = std::ranges::lower_bound(socket.accepts, before, {}, created);
    if (accept != socket.accepts.begin() && created(*std::prev(accept)) > select)
        return false;
    const auto read = std::ranges::lower_bound(socket.received, before, {}, &Move::sequence);
    return read == socket.received.begin() || std::prev(read)->sequence < select;
}

Sides not_used(const Index &index, uint16_t table, int fd, uint32_t select, uint32_t before)
{
    Sides left{untouched(index, table, fd, select, before), true, true};
    const uint32_t end = index.connections.end_at(table, fd, before);
    if (end == none)
        return left;
    const End &socket = index.connections.end(end);
    if (socket.created > select)
        return {};
    const auto written = std::ranges::upper_bound(socket.sent, select, {}, &Move::sequence);
    left.writing = written == socket.sent.end() || written->sequence >= before;
    const auto taken = std::ranges::upper_bound(socket.urgent_taken, select);
    left.exceptional = taken == socket.urgent_taken.end() || *taken >= before;
    return left;
}

} // namespace replay
