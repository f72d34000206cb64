// SPDX-License-Identifier: MIT
// The sockets there were at an instant.
#include "replay/picture.h"
#include "replay/times.h"

#include <algorithm>
#include <sys/socket.h>

namespace replay {
namespace {

SocketRole role_of(const Connections &connections, const End &end, uint32_t complete)
{
    if (end.listened < complete)
        return SocketRole::listening;
    // The kernel may have completed the connection, and the server accepted it, before connect() returns.
    const bool taken = end.peer != none && connections.end(end.peer).created < complete;
    return end.accepted || end.connected < complete || (end.connected != none && taken) ? SocketRole::connected
                                                                                       : SocketRole::fresh;
}

void add_peer(Socket &socket, const Connections &connections, const End &end, uint32_t complete)
{
    socket.peer_port = end.peer_port;
    socket.outside = connections.outside(end);
    socket.reset = connections.reset(end) < complete;
    socket.peer_shut = end.finished < complete;
    if (end.peer == none)
        return;
    const End &peer = connections.end(end.peer);
    socket.peer_thread = peer.table;
    const bool closed = peer.closed < complete && connections.reset(end) > peer.closed;
    socket.peer_shut |= peer.shut_write < complete || closed;
}

} // namespace

void add_sockets(World &world, const Index &index)
{
    const Connections &connections = index.connections;
    const uint32_t complete = uint32_t(world.complete);
    const std::vector<uint32_t> open = connections.open_at(complete);
    std::vector<std::pair<uint32_t, int>> places; // of ends, in World::sockets
    for (const uint32_t number : open)
        places.emplace_back(number, int(places.size()));
    std::ranges::sort(places);
    world.sockets.reserve(open.size());
    for (const uint32_t number : open) {
        const End &end = connections.end(number);
        Socket &socket = world.sockets.emplace_back();
        socket.thread = end.table;
        socket.fd = end.fd;
        if (end.stream)
            socket.role = role_of(connections, end, complete);
        else
            add_datagrams(socket, connections, end, complete);
        if (end.stream && (socket.role != SocketRole::fresh || end.bound < complete || end.named < complete))
            socket.local_port = end.port();
        if (end.stream) {
            bool observed = false;
            socket.receive_bytes = connections.receivable(end, complete, observed);
            socket.receive_known = observed ? Known::observed : socket.receive_bytes ? Known::derived : Known::unknown;
        }
        socket.received = moved(end.received, complete);
        socket.sent = moved(end.sent, complete);
        socket.shut = end.shut_write < complete;
        socket.nonblocking = end.nonblocking(complete);
        socket.abortive = end.lingered < complete;
        socket.since = index.event(end.created).end;
        if (socket.role == SocketRole::connected && end.stream) {
            add_peer(socket, connections, end, complete);
            const Connections::Urgent urgent = connections.urgent(end, complete);
            socket.urgent = urgent.pending;
            socket.urgent_kept = urgent.kept;
            const auto place = std::ranges::lower_bound(places, std::pair(end.peer, 0));
            if (end.peer != none && place != places.end() && place->first == end.peer)
                socket.peer = place->second;
        } else if (socket.role == SocketRole::listening) {
            const Connections::Queue queue = connections.queue(end, complete);
            socket.queue = queue.ours + queue.outside;
            socket.backlog = end.backlog;
            socket.queue_known = queue.outside > 0 ? Known::observed : Known::derived;
            socket.arriving = connections.connects_in_flight(end, complete, false);
        }
    }
}

void add_arriving(World &world)
{
    for (Socket &socket : world.sockets) {
        // That a select() has found it ready tells of one connection at least, even if its connect() has not returned.
        if (socket.role == SocketRole::listening && socket.queue == 0 && !socket.shut && world.answered(socket.thread, socket.fd).reading) {
            socket.queue = 1;
            socket.arriving = std::max<int64_t>(0, socket.arriving - 1);
        }
        if (socket.datagrams || socket.peer < 0 || socket.peer_thread < 0 || socket.receive_known != Known::derived || !socket.receive_bytes)
            continue;
        const Socket &peer = world.sockets[size_t(socket.peer)];
        const auto &call = world.threads[size_t(socket.peer_thread)].call;
        if (!call || (call->call != trace::Call::send && call->call != trace::Call::write) || call->fd != peer.fd)
            continue;
        const bool urgent = call->call == trace::Call::send && (call->flags & MSG_OOB); // its last byte is not of the stream
        const int64_t all = sum(peer.sent, std::max<int64_t>(call->length - urgent, 0));
        const int64_t most = std::max(*socket.receive_bytes, sum(all, -socket.received));
        if (urgent && world.answered(socket.thread, socket.fd).exceptional) // so a select() has found
            socket.urgent = socket.urgent_kept = true;
        // That a select() has found it ready tells of one byte at least.
        if (*socket.receive_bytes == 0 && !socket.peer_shut && world.answered(socket.thread, socket.fd).reading)
            socket.receive_bytes = std::min<int64_t>(1, most);
        socket.arriving = most - *socket.receive_bytes;
    }
}

} // namespace replay
