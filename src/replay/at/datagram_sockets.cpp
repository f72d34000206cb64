// SPDX-License-Identifier: MIT
// The datagram sockets there were at an instant.
#include "replay/at/picture.h"

#include "replay/times.h"

#include <algorithm>

namespace replay {

void add_datagrams(Socket &socket, const Connections &connections, const End &end, uint32_t complete)
{
    socket.datagrams = true;
    const bool connected = end.connected < complete;
    socket.role = connected ? SocketState::connected : end.bound < complete || end.named < complete ? SocketState::bound : SocketState::fresh;
    socket.local_port = end.named < complete ? end.named_port : end.bound < complete ? end.bound_port : uint16_t(0);
    if (const auto waiting = connections.datagrams(end, complete)) {
        socket.queue = waiting->datagrams;
        socket.receive_bytes = waiting->bytes;
    }
    socket.dropped = moved(end.dropped, complete);
    socket.queue_known = socket.receive_known = socket.queue ? Known::derived : Known::unknown;
    if (!connected)
        return;
    socket.peer_port = end.peer_port;
    if (const uint32_t peer = connections.datagram_end(end.peer_port, complete); peer != none)
        socket.peer_thread = connections.end(peer).table;
}

namespace {

// From where to where a call in progress sends a datagram, of so many bytes.
struct Sending {
    uint16_t from = 0, to = 0;
    int64_t bytes = 0;
};

// As the thread's call in progress asks.
std::optional<Sending> sending(const World &world, const Index &index, const Thread &thread)
{
    if (!thread.call)
        return {};
    const auto transfer = calls::as_transfer(thread.event ? index.event(uint32_t(*thread.event)) : *thread.call);
    const Socket *socket = transfer && transfer->sends() ? world.socket(thread.call->thread, transfer->fd) : nullptr;
    if (!socket || !socket->datagrams)
        return {};
    return Sending{socket->local_port, transfer->told_port ? transfer->told_port : socket->peer_port, std::max<int64_t>(0, transfer->asked)};
}

} // namespace

void add_arriving_datagrams(World &world, const Index &index)
{
    const uint32_t complete = uint32_t(world.complete);
    for (const Thread &thread : world.threads) {
        const auto sent = sending(world, index, thread);
        if (!sent)
            continue;
        const std::vector<uint32_t> ends = index.connections.datagram_ends(sent->to, sent->from, thread.call->begin, complete);
        if (ends.size() != 1)
            continue;
        const End &end = index.connections.end(ends[0]);
        const uint32_t sequence = thread.event ? uint32_t(*thread.event) : none;
        for (Socket &socket : world.sockets)
            if (socket.thread == end.table && socket.fd == end.fd && socket.receive_bytes
                && !index.connections.taken(end, sent->from, sequence, complete))
                socket.arriving = sum(socket.arriving, sent->bytes);
    }
}

} // namespace replay
