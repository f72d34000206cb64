// SPDX-License-Identifier: MIT
#include "replay/phases/deliveries.h"

#include "calls/readiness.h"
#include "calls/verbs.h"
#include "replay/phases/arrival_bracket.h"
#include "replay/sockets/endings.h"
#include "replay/times.h"

#include <algorithm>
#include <cerrno>
#include <initializer_list>

namespace replay {

using trace::Event;

int64_t earliest_of(const Index &index, uint32_t by)
{
    const Event &event = index.event(by);
    if (calls::writes(event) || calls::has(event, calls::ends))
        return begin_of(event);
    if (const auto naming = calls::as_naming(event); naming && naming->connects)
        return begin_of(event);
    const auto transfer = calls::as_operation(event) ? calls::as_transfer(event) : std::nullopt;
    if (!transfer || transfer->reads() || event.thread >= index.tables.size())
        return index.descriptors.earliest_release(by);
    const uint16_t table = index.table(event.thread);
    const auto queued = index.rings.queued(table, event, by);
    const auto entered = queued ? index.rings.entered(table, *queued, by) : std::nullopt;
    return entered ? std::min(begin_of(index.event(*entered)), begin_of(event)) : begin_of(event);
}

namespace {

// The first of these events that began by `time` ns: what began later did not bring what was there by then.
uint32_t first_begun(const Index &index, std::initializer_list<uint32_t> events, int64_t time)
{
    uint32_t first = none;
    for (const uint32_t event : events)
        if (event < first && earliest_of(index, event) <= time)
            first = event;
    return first;
}

// Of a datagram socket. There is no end of file: 0 without a sender is what shutdown() leaves.
uint32_t datagram_to_read(const Index &index, const End &end, uint32_t sequence, const Event &call)
{
    const Connections &connections = index.connections;
    if (calls::has(call, calls::multiplexes) || call.end == 0)
        return first_begun(index, {connections.next_datagram(end, sequence), end.shut_read}, end_of(call));
    if (connections.took_datagram(end, sequence))
        return first_begun(index, {connections.datagram_bringer(end, sequence)}, call.end);
    return first_begun(index, {call.result == 0 ? end.shut_read : none}, call.end);
}

// What `fd` names for a call that waits for many: select() and poll() look once, epoll's list may change meanwhile.
uint32_t asked_about(const Index &index, const Event &call, uint32_t sequence, int fd)
{
    const uint16_t table = index.table(call.thread);
    return calls::asking(call) == calls::Asking::list ? index.connections.end_at(table, fd, sequence)
                                                      : index.connections.socket(index.descriptors.named(table, fd, begin_of(call)));
}

// The connect() that made the peer of what event `sequence` has accepted.
uint32_t accepted_from(const Index &index, uint32_t sequence)
{
    const uint32_t made = index.connections.end_of(sequence);
    const uint32_t peer = made == none ? none : index.connections.end(made).peer;
    return peer == none ? none : index.connections.end(peer).connected;
}

} // namespace

uint32_t brought_to_read(const Index &index, uint32_t number, uint32_t sequence, const Event &call)
{
    const Connections &connections = index.connections;
    const End &end = connections.end(number);
    if (!end.stream)
        return datagram_to_read(index, end, sequence, call);
    // A read waits for its first byte, or for as many as SO_RCVLOWAT or MSG_WAITALL say: that the last of these has come ends it.
    const auto transfer = calls::as_transfer(call);
    const int64_t wanted = transfer && transfer->waits_all ? transfer->asked : std::min(end.low(sequence), transfer ? transfer->asked : INT64_MAX);
    const bool fewer = call.end && call.result > 0 && call.result < wanted; // it was ended by something else
    const uint32_t bytes = fewer ? none : connections.bringer(end, moved(end.received, sequence) + std::max<int64_t>(wanted, 1) - 1);
    const uint32_t closing = no_more(index, number);
    if (calls::has(call, calls::multiplexes) || call.end == 0)
        return first_begun(index, {bytes, closing}, end_of(call));
    if (call.result == -1)
        return first_begun(index, {call.error == ECONNRESET ? course(index, number).reset_by : none}, call.end);
    return first_begun(index, {call.result > 0 && !fewer ? bytes : closing}, call.end);
}

uint32_t brought_to_accept(const Index &index, uint32_t listening, uint32_t sequence, const Event &call)
{
    const uint32_t shut = listening == none ? none : index.connections.end(listening).shut_read;
    if (call.end && call.result == -1)
        return call.error == EINVAL && shut < sequence ? shut : none;
    if (call.end)
        return accepted_from(index, sequence);
    if (listening == none)
        return none;
    return first_begun(index, {index.connections.pending(index.connections.end(listening), sequence, never), shut}, never);
}

uint32_t brought_to_operation(const Index &index, const Event &event, uint32_t sequence)
{
    const uint32_t end = index.meant(event, sequence);
    const auto operation = calls::as_operation(event);
    if (end == none || !operation)
        return none;
    if (operation->receives())
        return brought_to_read(index, end, sequence, event);
    if (!operation->accepts())
        return none;
    const End &socket = index.connections.end(end);
    if (event.end && event.result < 0)
        return socket.shut_read < sequence ? socket.shut_read : none;
    return brought_to_accept(index, end, sequence, event);
}

uint32_t brought_to_request(const Index &index, const Asked &request, int64_t time)
{
    const Connections &connections = index.connections;
    const uint32_t number = connections.end_at(request.table, request.fd, request.asked);
    if (number == none)
        return none;
    const End &end = connections.end(number);
    const auto first = [&](std::initializer_list<uint32_t> events) {
        uint32_t by = none;
        for (const uint32_t event : events)
            if (event < by && begin_of(index.event(event)) <= time)
                by = event;
        return by;
    };
    if (end.stream)
        return first({connections.bringer(end, moved(end.received, request.returned)), no_more(index, number)});
    if (request.returned == none)
        return first({connections.next_datagram(end, none), end.shut_read});
    return first({connections.took_datagram(end, request.returned) ? connections.datagram_bringer(end, request.returned) : end.shut_read});
}

uint32_t brought_to_many(const Index &index, const Event &call, uint32_t sequence, const calls::Ready &ready, bool &outside)
{
    const Connections &connections = index.connections;
    const uint32_t end = asked_about(index, call, sequence, ready.fd);
    if (end == none) {
        outside |= ready.sides.reading || ready.sides.writing;
        return none;
    }
    const End &socket = connections.end(end);
    uint32_t first = none;
    if (ready.sides.reading) {
        first = socket.listened < sequence ? first_begun(index, {connections.pending(socket, sequence, end_of(call)), socket.shut_read}, end_of(call))
                                           : brought_to_read(index, end, sequence, call);
        outside |= first == none && !connections.only_ours(socket, sequence);
    }
    if (ready.sides.exceptional)
        first = std::min(first, first_begun(index, {connections.urgent_bringer(socket, sequence)}, end_of(call)));
    if (ready.sides.writing) { // after a reset it can be written: send() fails at once
        const uint32_t broken = first_begun(index, {course(index, end).reset_by}, end_of(call));
        first = std::min(first, broken);
        // Room comes with a segment from the other side, which no call tells of.
        outside |= broken == none;
    }
    return first;
}

namespace {

Delivery made(const Index &index, Delivery::What what, uint32_t by, uint32_t to, int64_t bytes, uint32_t taken)
{
    const End &end = index.connections.end(to);
    Delivery delivery;
    delivery.what = what;
    delivery.by = by;
    delivery.thread = end.table;
    delivery.fd = end.fd;
    delivery.bytes = bytes;
    delivery.earliest = earliest_of(index, by);
    delivery.latest = index.event(by).end;
    if (taken == none)
        return delivery;
    const Arrival arrived = brought(index, by, index.event(taken));
    delivery.taken = taken;
    delivery.known = arrived.known;
    delivery.latest = arrived.latest;
    delivery.earliest = std::min(delivery.earliest, delivery.latest);
    return delivery;
}

// Its bytes, of a stream: the last one is taken by the call after which so many have been.
void add_stream(std::vector<Delivery> &all, const Index &index, const End &from, uint32_t by)
{
    const Connections &connections = index.connections;
    const auto sent = std::ranges::lower_bound(from.sent, by, {}, &Move::sequence);
    const auto taken_after = [&](int64_t bytes) {
        const std::vector<Move> &received = connections.end(from.peer).received;
        const auto taken = std::ranges::lower_bound(received, bytes, {}, &Move::after);
        return taken == received.end() ? none : taken->sequence;
    };
    if (sent != from.sent.end() && sent->sequence == by) {
        const int64_t before = sent == from.sent.begin() ? 0 : std::prev(sent)->after();
        all.push_back(made(index, Delivery::data, by, from.peer, sent->after() - before, taken_after(sent->after())));
        all.back().passed_on = sent->after() <= connections.passed_on(from, by + 1);
    }
    if (std::ranges::binary_search(from.urgent, by, {}, &Move::sequence))
        all.push_back(made(index, Delivery::urgent, by, from.peer, 1, none));
}

void add_endings(std::vector<Delivery> &all, const Index &index, uint32_t by)
{
    for (const Ending &ending : endings(index, by)) {
        if (ending.sends == Ending::nothing || ending.why == Ending::nobody)
            continue;
        Delivery delivery;
        delivery.what = ending.sends == Ending::fin ? Delivery::end_of_file : ending.sends == Ending::reset ? Delivery::reset : Delivery::either;
        delivery.by = by;
        delivery.thread = ending.peer_thread;
        delivery.fd = ending.peer_fd;
        delivery.earliest = earliest_of(index, by);
        delivery.latest = index.event(by).end;
        all.push_back(delivery);
    }
}

} // namespace

std::vector<Delivery> brought_by(const Index &index, uint32_t sequence)
{
    const Connections &connections = index.connections;
    const Event &event = index.event(sequence);
    const uint32_t number = connections.end_of(sequence);
    std::vector<Delivery> all;
    const auto transfer = number == none ? std::nullopt : calls::as_transfer(event);
    if (transfer && transfer->sends()) {
        const End &from = connections.end(number);
        if (!from.stream) {
            if (const uint32_t to = connections.datagram_receiver(sequence); to != none)
                all.push_back(made(index, Delivery::datagram, sequence, to, event.result, connections.datagram_taker(connections.end(to), from.port(), sequence)));
        } else if (from.peer != none) {
            add_stream(all, index, from, sequence);
        }
    }
    const auto naming = number == none ? std::nullopt : calls::as_naming(event);
    if (naming && naming->connects && connections.end(number).stream && connections.end(number).connected == sequence) {
        const uint32_t accepted = connections.end(number).peer;
        const uint32_t listening = accepted == none ? (naming->done ? connections.listener(naming->port) : none) : connections.end(accepted).listener;
        if (listening != none)
            all.push_back(made(index, Delivery::connection, sequence, listening, 0, accepted == none ? none : connections.end(accepted).created));
    }
    add_endings(all, index, sequence);
    return all;
}

std::optional<Delivery> taken_by(const Index &index, uint32_t sequence)
{
    const Event &event = index.event(sequence);
    const auto transfer = calls::as_transfer(event);
    const auto opening = calls::as_opening(event);
    const bool accepts = opening && opening->what == calls::Opening::connection;
    const uint32_t to = accepts ? index.meant(event, sequence) : transfer && transfer->reads() ? index.connections.end_of(sequence) : none;
    if (to == none)
        return {};
    const uint32_t by = accepts ? brought_to_accept(index, to, sequence, event) : brought_to_read(index, to, sequence, event);
    const End &end = index.connections.end(to);
    for (const Delivery &delivery : by == none ? std::vector<Delivery>() : brought_by(index, by))
        if (delivery.thread == end.table && delivery.fd == end.fd && delivery.what != Delivery::urgent)
            return delivery;
    return {};
}

} // namespace replay
