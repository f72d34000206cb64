// SPDX-License-Identifier: MIT
#include "replay/sockets/endings.h"

#include "calls/verbs.h"
#include "replay/times.h"

#include <algorithm>
#include <array>

namespace replay {

using trace::Event;

namespace {

constexpr int64_t small_segment = 1 << 10; // bytes that are sure to go as one, and to fit into any receive buffer

struct Mark {
    enum What : uint8_t { shut, released, told_end, told_reset, in_vain, dropped } what;
    uint8_t side;
    uint32_t sequence;
};

// Whether a call that sends on `end` was under way when event `sequence` was complete, and bytes of it may have come by then that
// are not among the first `taken` of all.
bool being_sent(const Index &index, uint32_t end, uint32_t sequence, int64_t taken)
{
    const End &socket = index.connections.end(end);
    const int64_t time = index.event(sequence).end;
    for (const uint16_t thread : index.users(socket.table)) {
        const uint32_t call = index.tracks[thread].in_progress(time, sequence + 1);
        if (call != none && calls::writes(index.event(call)) && index.meant(index.event(call), call) == end
            && (index.event(call).result < 0 || moved(socket.sent, call + 1) > taken))
            return true;
        for (const Event *flying : index.in_flight(thread))
            if (flying->begin <= time && calls::writes(*flying) && index.meant(*flying, none) == end)
                return true;
    }
    return false;
}

// When that end was shut in both directions; none: it was not.
uint32_t shut_both(const End &end)
{
    return end.shut_read == none || end.shut_write == none ? none : std::max(end.shut_read, end.shut_write);
}

// One connection from its first FIN or RST to its last.
class Conversation {
public:
    Conversation(const Index &index, uint32_t end) : m_index(index), m_connections(index.connections)
    {
        m_ends[0] = end;
        m_ends[1] = m_connections.end(end).peer;
        for (uint8_t side = 0; side < 2 && m_ends[side] != none; ++side)
            collect(side);
        std::sort(m_marks.begin(), m_marks.begin() + m_count,
                  [](const Mark &a, const Mark &b) { return a.sequence != b.sequence ? a.sequence < b.sequence : a.what < b.what; });
        for (size_t i = 0; i < m_count; ++i)
            apply(m_marks[i]);
    }
    const Course &side(int number) const { return m_sides[number]; }
    // What event `sequence` let the end of that side send; if it did.
    std::optional<Ending> sent(int number, uint32_t sequence) const;

private:
    const End &end(int side) const { return m_connections.end(m_ends[side]); }
    void add(Mark::What what, uint8_t side, uint32_t sequence)
    {
        if (sequence != none)
            m_marks[m_count++] = {what, side, sequence};
    }
    void collect(uint8_t side);
    uint32_t in_vain(uint8_t side) const;
    bool under_way(int side, uint32_t sequence) const;
    void apply(const Mark &mark);
    void release(int side, uint32_t sequence);
    Ending decide(int side, uint32_t sequence) const;
    std::optional<int64_t> unread(int side, uint32_t sequence) const;
    int64_t surely_sent(int side, uint32_t sequence) const;
    bool counted(int side, uint32_t sequence) const; // what had come by then is known to the byte
    void send_fin(int side, uint32_t sequence);
    void reset(int side, uint32_t sequence);

    const Index &m_index;
    const Connections &m_connections;
    std::array<uint32_t, 2> m_ends{none, none};
    std::array<Course, 2> m_sides;
    std::array<bool, 2> m_gone{false, false};
    std::array<Mark, 12> m_marks{};
    size_t m_count = 0;
};

void Conversation::collect(uint8_t side)
{
    const End &own = end(side);
    add(Mark::shut, side, own.shut_write);
    add(Mark::released, side, m_connections.released(own));
    add(Mark::told_end, side, own.told_end());
    add(Mark::told_reset, side, own.failed);
    if (m_ends[1] != none)
        add(Mark::in_vain, side, in_vain(side));
    else if (!own.accepted)
        add(Mark::dropped, side, m_connections.dropped_from_queue(own));
}

// The first bytes that `side` has sent to an end that was closed, or shut in both directions.
uint32_t Conversation::in_vain(uint8_t side) const
{
    const End &other = end(!side);
    const uint32_t shut = shut_both(other);
    uint32_t gone = std::min(m_connections.released(other), shut);
    if (gone == none)
        return none;
    const int64_t taken = moved(other.received, gone + 1);
    // Whoever was told the end that a close() sends before that has returned, sends to a closed end from then on.
    if (const uint32_t told = end(side).told_end(); told < gone && gone < std::min(shut, other.shut_write) && under_way(!side, told))
        gone = told;
    const auto beside = std::ranges::upper_bound(end(side).urgent, gone, {}, &Move::sequence);
    const uint32_t urgent = beside == end(side).urgent.end() ? none : beside->sequence;
    for (auto next = std::ranges::upper_bound(end(side).sent, gone, {}, &Move::sequence); next != end(side).sent.end(); ++next)
        if (next->after() > taken)
            return std::min(next->sequence, urgent);
    return urgent;
}

// Whether that side was ending its direction while event `sequence` was told of it: that call returned later.
bool Conversation::under_way(int side, uint32_t sequence) const
{
    const uint32_t by = m_ends[side] == none ? none : std::min(end(side).shut_write, m_connections.released(end(side)));
    return by != none && by > sequence && begin_of(m_index.event(by)) <= m_index.event(sequence).end;
}

void Conversation::apply(const Mark &mark)
{
    Course &own = m_sides[mark.side];
    switch (mark.what) {
    case Mark::shut:
        if (own.reset == none && own.fin_sent == none)
            send_fin(mark.side, mark.sequence);
        break;
    case Mark::released: release(mark.side, mark.sequence); break;
    case Mark::told_end:
        if (own.reset < mark.sequence)
            break;
        own.fin_came = std::min(own.fin_came, mark.sequence);
        if (!under_way(!mark.side, mark.sequence))
            own.ended = std::min(own.ended, mark.sequence);
        break;
    case Mark::told_reset: own.reset = std::min(own.reset, mark.sequence); break;
    case Mark::in_vain:
        if (own.reset_by != none || m_gone[mark.side])
            break;
        reset(mark.side, mark.sequence);
        if (m_sides[!mark.side].reset == none && (m_gone[!mark.side] || shut_both(end(!mark.side)) < mark.sequence))
            reset(!mark.side, mark.sequence); // one that is open, but shut in both directions
        break;
    case Mark::dropped: reset(mark.side, mark.sequence); break;
    }
}

void Conversation::send_fin(int side, uint32_t sequence)
{
    m_sides[side].fin_sent = sequence;
    m_sides[!side].fin_came = std::min(m_sides[!side].fin_came, sequence);
    m_sides[!side].ended = std::min(m_sides[!side].ended, sequence);
}

// The connection of that side is.
void Conversation::reset(int side, uint32_t sequence)
{
    Course &own = m_sides[side];
    if (m_gone[side] && begin_of(m_index.event(sequence)) > m_index.event(m_connections.released(end(side))).end)
        return; // else it may have met that before it went
    if (!m_gone[side])
        own.reset = std::min(own.reset, sequence);
    own.reset_by = std::min(own.reset_by, sequence);
    own.ended = std::min(own.ended, sequence);
}

void Conversation::release(int side, uint32_t sequence)
{
    const Ending ending = decide(side, sequence);
    m_sides[side].release = ending;
    m_gone[side] = true;
    if (ending.sends == Ending::fin)
        send_fin(side, sequence);
    else if (ending.sends == Ending::reset)
        reset(!side, sequence);
    else if (ending.sends == Ending::either)
        m_sides[!side].ended = std::min(m_sides[!side].ended, sequence);
}

// What nobody has read by event `sequence`; none: the recording cannot tell.
std::optional<int64_t> Conversation::unread(int side, uint32_t sequence) const
{
    const End &own = end(side);
    if (own.emptied <= sequence)
        return 0;
    if (m_ends[!side] == none) { // what was seen from outside is not less by now; there may be more
        const auto waiting = m_connections.receivable(own, sequence + 1, 0);
        return !waiting || (waiting->observed && waiting->bytes == 0) ? std::nullopt : std::optional(waiting->bytes);
    }
    int64_t taken = moved(own.received, sequence + 1);
    // What an asynchronous read has taken is told by aio_return(), which may come later.
    if (const Asked *request = m_index.requests.outstanding(own.table, own.fd, sequence + 1);
        request && request->seen <= sequence && m_connections.end_at(own.table, own.fd, request->asked) == m_ends[side]) {
        if (request->returned == none)
            return {};
        taken = sum(taken, std::max(0, m_index.event(request->returned).result));
    }
    const int64_t bytes = moved(end(!side).sent, sequence) - taken;
    if (bytes > 0 && (m_connections.passed_on(end(!side), sequence) <= taken || surely_sent(side, sequence) <= taken))
        return {}; // TCP may have kept it back; it may have come when the kernel had closed
    return bytes <= 0 && being_sent(m_index, m_ends[!side], sequence, taken) ? std::nullopt : std::optional(std::max<int64_t>(0, bytes));
}

// To that side, before event `sequence` let it go: a close() does so at any time until it returns, a call that kept it at its end.
int64_t Conversation::surely_sent(int side, uint32_t sequence) const
{
    const std::vector<Move> &sent = end(!side).sent;
    return calls::as_closing(m_index.event(sequence)) ? m_connections.moved_before(sent, sequence) : moved(sent, sequence);
}

bool Conversation::counted(int side, uint32_t sequence) const
{
    return m_ends[!side] == none || surely_sent(side, sequence) == moved(end(!side).sent, sequence);
}

// As Linux does it (tcp_close(), measured on 6.18).
Ending Conversation::decide(int side, uint32_t sequence) const
{
    const End &own = end(side);
    const Course &seen = m_sides[side];
    const auto made = [](Ending::Sends what, Ending::Why why, int64_t bytes = 0) {
        Ending ending;
        ending.sends = what;
        ending.why = why;
        ending.bytes = bytes;
        return ending;
    };
    if (seen.reset < sequence)
        return made(Ending::nothing, Ending::was_reset);
    if (seen.fin_sent < sequence && seen.fin_came < sequence)
        return made(Ending::nothing, Ending::was_over);
    if (seen.fin_sent == none && m_sides[!side].fin_came < sequence) // the other end was told of it already: it was a FIN
        return made(Ending::fin, Ending::closed);
    const auto bytes = unread(side, sequence);
    if (bytes.value_or(0) > 0)
        return made(Ending::reset, Ending::unread, counted(side, sequence) && *bytes <= m_connections.surely_fits(own) ? *bytes : 0);
    if (const Connections::Urgent urgent = m_connections.urgent(own, sequence + 1); urgent.kept) {
        if (calls::has(m_index.event(own.created), calls::completes)) // io_uring reads beside the program, and may have gone past it
            return made(Ending::either, seen.fin_sent < sequence ? Ending::was_shut : Ending::closed);
        Ending ending = made(Ending::reset, Ending::urgent);
        ending.urgent_taken = !urgent.pending;
        return ending;
    }
    if (own.lingers.on(sequence))
        return made(Ending::reset, Ending::lingers);
    if (!bytes && m_ends[!side] != none && m_sides[!side].reset < sequence && m_sides[!side].reset_by == none)
        return made(Ending::reset, Ending::unread); // the other end has met a reset already that nothing else has sent
    if (!bytes)
        return made(Ending::either, seen.fin_sent < sequence ? Ending::was_shut : Ending::closed);
    return seen.fin_sent < sequence ? made(Ending::nothing, Ending::was_shut) : made(Ending::fin, Ending::closed);
}

std::optional<Ending> Conversation::sent(int number, uint32_t sequence) const
{
    const Course &own = m_sides[number], &other = m_sides[!number];
    std::optional<Ending> ending;
    if (m_connections.released(end(number)) == sequence)
        ending = own.release;
    else if (own.fin_sent == sequence)
        ending.emplace().sends = Ending::fin;
    else if (end(number).shut_write == sequence && own.reset < sequence)
        ending.emplace().why = Ending::was_reset;
    if (!ending)
        return {};
    ending->thread = end(number).table;
    ending->fd = end(number).fd;
    ending->kept = m_connections.released(end(number)) == sequence && m_connections.closed(end(number)) < sequence;
    ending->after_fin = own.fin_sent < sequence;
    ending->peer_closed = m_ends[!number] != none && m_connections.released(end(!number)) < sequence;
    if (m_ends[!number] != none) {
        ending->peer_thread = end(!number).table;
        ending->peer_fd = end(!number).fd;
    }
    ending->last = ending->sends == Ending::fin && own.fin_came < sequence;
    if (!ending->last)
        return ending;
    // The end that has sent its FIN first keeps TIME_WAIT (RFC 9293, 3.6), if it is known which that is.
    const int64_t first = m_index.event(own.fin_came).end, second = begin_of(m_index.event(sequence));
    constexpr int64_t fin_timeout = 60'000'000'000; // ns that a closed end waits for the other's FIN (tcp_fin_timeout)
    ending->time_wait = first <= second && span(first, second) < fin_timeout && own.reset == none && other.reset == none;
    return ending;
}

// The RST for what event `sequence` has sent to an end that is closed: that end's kernel sends it.
Ending refused(const Index &index, uint32_t to, uint32_t from, uint32_t sequence)
{
    const End &closed = index.connections.end(to), &open = index.connections.end(from);
    Ending ending;
    ending.sends = Ending::reset;
    ending.why = Ending::nobody;
    ending.thread = closed.table;
    ending.fd = closed.fd;
    ending.peer_thread = open.table;
    ending.peer_fd = open.fd;
    ending.bytes = index.event(sequence).result;
    const uint32_t gone = index.connections.released(closed);
    ending.meanwhile = gone != none && begin_of(index.event(sequence)) < index.event(gone).end;
    return ending;
}

// To those that waited in the queue of a listening socket.
void add_dropped(std::vector<Ending> &all, const Index &index, const End &listening, uint32_t sequence)
{
    for (const uint32_t client : index.connections.in_queue_of(listening, sequence)) {
        const End &dropped = index.connections.end(client);
        Ending &ending = all.emplace_back();
        ending.sends = Ending::reset;
        ending.why = Ending::in_queue;
        ending.thread = listening.table;
        ending.fd = listening.fd;
        ending.peer_closed = index.connections.released(dropped) < sequence;
        ending.peer_thread = dropped.table;
        ending.peer_fd = ending.peer_closed ? -1 : dropped.fd;
    }
}

} // namespace

Course course(const Index &index, uint32_t end)
{
    return Conversation(index, end).side(0);
}

uint32_t no_more(const Index &index, uint32_t end)
{
    return std::min(index.connections.end(end).shut_read, course(index, end).ended);
}

std::vector<Ending> endings(const Index &index, uint32_t sequence)
{
    const Connections &connections = index.connections;
    std::vector<uint32_t> concerned;
    for (const uint32_t file : index.descriptors.released_at(sequence))
        if (const uint32_t end = connections.socket(file); end != none)
            concerned.push_back(end);
    const Event &event = index.event(sequence);
    const uint32_t about = connections.end_of(sequence);
    const auto transfer = calls::as_transfer(event);
    if (about != none && (calls::as_closing(event) || (transfer && transfer->sends())) && concerned.empty())
        concerned.push_back(about);
    std::vector<Ending> all;
    for (const uint32_t end : concerned) {
        const End &socket = connections.end(end);
        if (!socket.stream)
            continue;
        if (socket.listened < sequence) {
            if (std::min(connections.released(socket), socket.shut_read) == sequence)
                add_dropped(all, index, socket, sequence);
            continue;
        }
        if ((socket.connected == none && !socket.accepted) || socket.refused != none)
            continue;
        const Conversation conversation(index, end);
        if (const auto sent = conversation.sent(0, sequence))
            all.push_back(*sent);
        else if (conversation.side(0).reset_by == sequence && socket.peer != none)
            all.push_back(refused(index, socket.peer, end, sequence));
    }
    std::ranges::stable_sort(all, {}, &Ending::peer_thread);
    return all;
}

Left left_by_reset(const Index &index, uint32_t end, uint32_t complete)
{
    const End &own = index.connections.end(end);
    const Course seen = course(index, end);
    if (own.peer == none || own.emptied < complete)
        return {};
    const auto &sent = index.connections.end(own.peer).sent;
    const int64_t taken = moved(own.received, complete), all = std::max(taken, moved(sent, complete));
    if (all - taken <= small_segment && seen.fin_came < seen.reset)
        return {all - taken, all - taken}; // a FIN comes after all bytes
    const int64_t first = sent.empty() || sent.front().sequence >= complete ? 0 : std::min(sent.front().after(), small_segment);
    return {std::max<int64_t>(0, first - taken), all - taken};
}

} // namespace replay
