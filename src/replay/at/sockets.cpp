// SPDX-License-Identifier: MIT
// The sockets there were at an instant.
#include "replay/at/picture.h"

#include "calls/verbs.h"
#include "replay/phases/arrival.h"
#include "replay/sockets/endings.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

SocketState role_of(const Connections &connections, const End &end, uint32_t complete)
{
    if (end.listened < complete)
        return SocketState::listening;
    // The kernel may have completed the connection, and the server accepted it, before connect() returns.
    const bool taken = end.peer != none && connections.end(end.peer).created < complete;
    if (end.refused != none) // it never was connected, and a call told so later
        return SocketState::fresh;
    return end.accepted || end.connected < complete || (end.connected != none && taken) ? SocketState::connected
                                                                                       : SocketState::fresh;
}

void add_peer(Socket &socket, const Index &index, uint32_t number, uint32_t complete)
{
    const Connections &connections = index.connections;
    const End &end = connections.end(number);
    socket.peer_port = end.peer_port;
    socket.outside = connections.outside(end);
    const Course seen = course(index, number);
    socket.reset = seen.reset < complete;
    socket.peer_shut = seen.fin_came < complete;
    if (end.peer == none)
        return;
    const End &peer = connections.end(end.peer);
    socket.peer_thread = peer.table;
    socket.peer_closed = connections.released(peer) < complete;
    if (!socket.reset || !socket.receive_bytes)
        return;
    const Left left = left_by_reset(index, number, complete);
    socket.receive_bytes = left.surely;
    socket.arriving = left.perhaps - left.surely;
    socket.on_the_way = 0;
}

} // namespace

namespace {

// What calls in progress of the threads at the other end send to `end`, at most.
int64_t sending_to(const World &world, const Index &index, const End &end)
{
    int64_t sending = 0;
    if (end.peer == none)
        return 0;
    for (const uint16_t number : index.users(index.connections.end(end.peer).table)) {
        const Thread &thread = world.threads[number];
        const auto transfer = thread.call ? calls::as_transfer(*thread.call) : std::nullopt;
        if (transfer && transfer->sends() && index.meant(*thread.call, thread.event ? uint32_t(*thread.event) : none) == end.peer)
            sending = sum(sending, std::max<int64_t>(transfer->asked - transfer->urgent, 0)); // the urgent byte is not of the stream
    }
    return sending;
}

// A call that has not returned in this recording reads the stream of `end`, or somebody beside the program does.
bool being_read(const World &world, const Index &index, uint32_t number)
{
    const End &end = index.connections.end(number);
    const uint32_t complete = uint32_t(world.complete);
    const auto reads = [&](uint16_t thread) {
        const auto &call = world.threads[thread].call;
        const auto transfer = call && !world.threads[thread].event ? calls::as_transfer(*call) : std::nullopt;
        return transfer && transfer->reads() && transfer->in_stream() && index.meant(*call, none) == number;
    };
    const auto received = [&](const Rings::Pending &pending) {
        const auto operation = calls::as_operation(index.event(pending.queued));
        return operation && operation->receives() && pending.entered && index.meant(index.event(pending.queued), pending.queued) == number;
    };
    return std::ranges::any_of(index.users(end.table), reads) || index.requests.outstanding(end.table, end.fd, complete)
        || std::ranges::any_of(index.rings.pending(end.table, complete), received);
}

// connect() calls to the port that had not returned when the recording ended.
int64_t never_returned(const World &world, uint16_t port)
{
    return std::ranges::count_if(world.threads, [&](const Thread &thread) {
        const auto naming = thread.call && !thread.event ? calls::as_naming(*thread.call) : std::nullopt;
        return naming && naming->connects && naming->port == port;
    });
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
        const bool lost = connections.lost(end, complete);
        Socket &socket = world.sockets.emplace_back();
        socket.thread = end.table;
        socket.fd = connections.number(end, complete);
        if (const auto names = connections.names(end, complete); names.size() > 1)
            for (const Descriptor &name : std::span(names).subspan(1))
                socket.also.push_back(name.fd);
        socket.closed = connections.kept_by_a_call(end, complete);
        if (end.stream)
            socket.role = role_of(connections, end, complete);
        else
            add_datagrams(socket, connections, end, complete);
        if (end.stream && (socket.role != SocketState::fresh || end.bound < complete || end.named < complete))
            socket.local_port = end.port();
        if (end.stream) {
            const auto waiting = lost ? std::nullopt : connections.receivable(end, complete, sending_to(world, index, end));
            socket.receive_known = !waiting ? Known::unknown : waiting->observed ? Known::observed : Known::derived;
            if (waiting) {
                socket.receive_bytes = waiting->bytes;
                (waiting->sure ? socket.arriving : socket.on_the_way) = waiting->more;
            }
        }
        socket.received = moved(end.received, complete);
        socket.sent = moved(end.sent, complete);
        socket.shut = end.shut_write < complete;
        socket.nonblocking = end.nonblocking(complete);
        socket.abortive = end.lingers.on(complete);
        socket.since = index.event(end.created).end;
        if (socket.role == SocketState::connected && end.stream) {
            add_peer(socket, index, number, complete);
            const Connections::Urgent urgent = connections.urgent(end, complete);
            const bool passed = urgent.kept && (connections.goes_past_urgent(end, complete) || being_read(world, index, number));
            socket.urgent = urgent.pending && !passed;
            socket.urgent_kept = urgent.kept && !passed;
            const auto place = std::ranges::lower_bound(places, std::pair(end.peer, 0));
            if (end.peer != none && place != places.end() && place->first == end.peer)
                socket.peer = place->second;
        } else if (socket.role == SocketState::listening) {
            // listen(2): more than the backlog and one never wait; but an accept in the kernel's hands takes one out at once.
            const int64_t most = end.backlog(complete) + 1 + accepts_in_hand(index, number, complete);
            const Connections::Queue queue = connections.queue(end, complete, world.time, most);
            socket.queue = queue.ours + queue.outside;
            socket.backlog = int(end.backlog(complete));
            socket.queue_known = queue.outside > 0 ? Known::observed : Known::derived;
            const int64_t room = std::max<int64_t>(0, most - *socket.queue);
            const int64_t asking = connections.connects_in_flight(end, complete, world.time, false) + never_returned(world, socket.local_port);
            socket.arriving = std::min(asking, room);
        }
        if (lost && (socket.queue || socket.receive_bytes)) {
            socket.queue.reset();
            socket.receive_bytes.reset();
            socket.queue_known = socket.receive_known = Known::unknown;
            socket.arriving = socket.on_the_way = 0;
        }
    }
}

Socket *socket_of(World &world, const Index &index, uint32_t end)
{
    if (end == none)
        return nullptr;
    const End &of = index.connections.end(end);
    const auto place = [](const Socket &socket) { return std::pair(socket.thread, socket.fd); };
    const int fd = index.connections.number(of, uint32_t(world.complete));
    for (Socket &socket : std::ranges::equal_range(world.sockets, std::pair(of.table, fd), {}, place))
        if (socket.since == index.event(of.created).end)
            return &socket;
    return nullptr;
}

namespace {

// A thread of its own is shutting it down: that makes it ready, too.
bool being_shut(const World &world, const Index &index, const Socket &socket)
{
    return std::ranges::any_of(index.users(socket.thread), [&](uint16_t thread) {
        const auto &call = world.threads[thread].call;
        return call && call->fd == socket.fd && calls::as_closing(*call);
    });
}

// A select() has found it ready, and that has not been made use of: there is something, whatever else is known. `ending`: a FIN is on
// its way; `closing`: a FIN or a RST may be, which is as good a reason as a byte.
void add_found(Socket &socket, const World &world, bool ending, bool closing = false)
{
    const Sides found = world.answered(socket.thread, socket.fd);
    if (!found.reading || socket.shut)
        return;
    if (socket.role == SocketState::listening && socket.queue == 0) { // even if its connect() has not returned
        socket.queue = 1;
        socket.arriving = std::max<int64_t>(0, socket.arriving - 1);
    } else if (socket.datagrams && socket.queue == 0) {
        socket.queue.reset();
        socket.receive_bytes.reset();
        socket.queue_known = socket.receive_known = Known::unknown;
    } else if (socket.role == SocketState::connected && socket.receive_bytes == 0 && !socket.peer_shut && !socket.reset) {
        int64_t &more = socket.arriving > 0 ? socket.arriving : socket.on_the_way;
        if (more > 0 && (ending || !closing)) { // one byte at least
            socket.receive_bytes = 1;
            socket.receive_known = Known::derived;
            --more;
        } else if (ending) { // what sends it has not returned, but an end of file is here
            socket.peer_shut = true;
        } else { // that, an error, or bytes from another program
            socket.receive_bytes.reset();
            socket.arriving = socket.on_the_way = 0;
            socket.receive_known = Known::unknown;
        }
    }
}

// The peer's call in progress sends a FIN: shutdown() does, close() as far as it will not have sent a RST.
bool sends_fin(const World &world, const Index &index, const Socket &socket, const Thread &peer)
{
    const auto closing = calls::as_closing(*peer.call);
    const auto &sequence = peer.event;
    if (!closing || !sequence)
        return closing && closing->writing;
    const uint32_t end = index.connections.end_at(socket.thread, socket.fd, uint32_t(world.complete));
    return end != none && course(index, end).fin_came == *sequence;
}

// The peer's threads whose calls in progress send to it, or end what is sent to it.
std::vector<const Thread *> at_the_other_end(const World &world, const Index &index, const Socket &socket)
{
    std::vector<const Thread *> threads;
    if (socket.datagrams || socket.peer < 0 || socket.peer_thread < 0)
        return threads;
    for (const uint16_t number : index.users(uint16_t(socket.peer_thread)))
        if (const Thread &thread = world.threads[number]; thread.call && thread.call->fd == world.sockets[size_t(socket.peer)].fd)
            threads.push_back(&thread);
    return threads;
}

} // namespace

void add_arriving(World &world, const Index &index)
{
    for (Socket &socket : world.sockets) {
        const std::vector<const Thread *> peers = at_the_other_end(world, index, socket);
        const auto urgent = [](const Thread *peer) {
            const auto transfer = calls::as_transfer(*peer->call);
            return transfer && transfer->sends() && transfer->urgent;
        };
        if (std::ranges::any_of(peers, urgent) && world.answered(socket.thread, socket.fd).exceptional) // so a select() has found
            socket.urgent = socket.urgent_kept = true;
        const bool ends = std::ranges::any_of(peers, [&](const Thread *peer) { return sends_fin(world, index, socket, *peer); });
        const bool closes = std::ranges::any_of(peers, [](const Thread *peer) { return calls::as_closing(*peer->call).has_value(); });
        if (!socket.datagrams && !being_shut(world, index, socket))
            add_found(socket, world, ends, socket.peer_closed || closes);
    }
    add_arriving_datagrams(world, index);
    for (Socket &socket : world.sockets)
        if (socket.datagrams && socket.arriving == 0 && !being_shut(world, index, socket))
            add_found(socket, world, false);
}

} // namespace replay
