// SPDX-License-Identifier: MIT
// Urgent data: a byte beside the stream, that stands in it all the same (tcp(7), measured on Linux 6.18).
#include "replay/sockets/connections.h"

#include "replay/times.h"

#include <algorithm>
#include <cerrno>

namespace replay {

// send(…, MSG_OOB) of n bytes: n - 1 of the stream, and one that is urgent.
void Connections::send_urgent(uint32_t sequence, End &end)
{
    const int64_t bytes = event(sequence).result;
    if (bytes <= 0)
        return;
    const End *peer = end.peer == none ? nullptr : &m_ends[end.peer];
    if (peer && peer->inlines.on(sequence)) // the receiver has it in the stream
        return add(end.sent, sequence, bytes);
    // There is one urgent byte at most: one that reads have not come to becomes a byte like others, one they are at is lost.
    const bool joins = !end.urgent.empty() && (peer ? moved(peer->received, sequence) : 0) < end.urgent.back().after();
    add(end.sent, sequence, bytes - 1 + joins);
    end.urgent.emplace_back(end.sent.empty() ? 0 : end.sent.back().after(), sequence);
}

// A read of the stream goes past an urgent byte that it has come to, even if it finds nothing behind it: at once, or woken by it. One
// that was told of the end of file had it on its way there.
void Connections::pass_urgent(uint32_t sequence, End &end)
{
    if (!end.stream || end.peer == none || m_ends[end.peer].urgent.empty())
        return;
    const Move &last = m_ends[end.peer].urgent.back();
    const trace::Event &read = event(sequence);
    const bool there = (read.count > 1 || read.error == EINTR || read.result == 0 ? read.end : begin_of(read)) >= event(last.sequence).end;
    const bool noted = !end.passed.empty() && end.passed.back() > last.sequence;
    if (there && !noted && moved(end.received, sequence) == last.after())
        end.passed.push_back(sequence);
}

// What a further urgent byte was thought to have made a byte of the stream was the urgent one still if a read with room for it stopped
// before it: the further one came later, when reads were at this one, and so it is lost. Returns its send(), from where on what was
// thought is otherwise. Not told by what may wait in the sender's buffer.
uint32_t Connections::lose_urgent(uint32_t sequence, const End &end)
{
    if (!end.stream || end.peer == none)
        return none;
    End &peer = m_ends[end.peer];
    const int64_t read = moved(end.received, sequence + 1);
    const auto next = std::ranges::upper_bound(peer.urgent, read, {}, &Move::after);
    if (next == peer.urgent.begin() || next == peer.urgent.end() || std::prev(next)->after() != read)
        return none;
    const uint32_t by = next->sequence;
    const int64_t sent = moved(peer.sent, by + 1);
    const bool joined = sent - moved(peer.sent, by) == event(by).result;
    if (!joined || sent - moved(end.received, sequence) > surely_fits(end))
        return none;
    const auto one_less = [](Move &move) { move = Move(move.after() - 1, move.sequence); };
    auto first = std::ranges::lower_bound(peer.sent, by, {}, &Move::sequence);
    std::ranges::for_each(first, peer.sent.end(), one_less);
    if (first->after() == moved(peer.sent, by)) // it moved that byte only
        peer.sent.erase(first);
    std::ranges::for_each(next, peer.urgent.end(), one_less);
    return by;
}

Connections::Urgent Connections::urgent(const End &end, uint32_t complete) const
{
    if (end.peer == none)
        return {};
    const std::vector<Move> &sent = m_ends[end.peer].urgent;
    const auto next = std::ranges::lower_bound(sent, complete, {}, &Move::sequence);
    if (next == sent.begin())
        return {};
    const Move &last = *std::prev(next);
    const auto before = [complete](const std::vector<uint32_t> &events) {
        const auto found = std::ranges::lower_bound(events, complete);
        return found == events.begin() ? none : *std::prev(found);
    };
    const uint32_t passed = before(end.passed), taken = before(end.urgent_taken);
    Urgent urgent;
    urgent.kept = moved(end.received, complete) <= last.after() && (passed == none || passed < last.sequence);
    // The receiver can be done with it before send() returns.
    urgent.pending = urgent.kept && (taken == none || event(taken).end < begin_of(event(last.sequence)));
    return urgent;
}

bool Connections::goes_past_urgent(const End &end, uint32_t complete) const
{
    if (end.peer == none || complete == 0)
        return false;
    const std::vector<Move> &sent = m_ends[end.peer].urgent;
    const auto next = std::ranges::lower_bound(sent, complete, {}, &Move::sequence);
    if (next == sent.begin() || moved(end.received, complete) != std::prev(next)->after())
        return false;
    const int64_t now = event(complete - 1).end;
    const auto under_way = [&](uint32_t read) { return begin_of(event(read)) <= now && !calls::has(event(read), calls::completes); };
    const auto receives = std::ranges::lower_bound(end.received, complete, {}, &Move::sequence);
    const auto passes = std::ranges::lower_bound(end.passed, complete);
    return (receives != end.received.end() && under_way(receives->sequence)) || (passes != end.passed.end() && under_way(*passes));
}

// Measured on Linux 6.18: there is one urgent byte at most. What reads have not come to becomes a byte like others, even if
// recv(MSG_OOB) has taken it; what they are at is passed over.
Displaced Connections::displaced_urgent(const End &end, uint32_t sequence) const
{
    const auto now = std::ranges::lower_bound(end.urgent, sequence, {}, &Move::sequence);
    if (now == end.urgent.begin() || now == end.urgent.end() || now->sequence != sequence)
        return Displaced::nothing;
    const Move &before = *std::prev(now);
    const End *peer = end.peer == none ? nullptr : &m_ends[end.peer];
    if (peer && peer->inlines.on(sequence))
        return Displaced::nothing;
    const auto since = [&](const std::vector<uint32_t> &events) {
        const auto first = std::ranges::upper_bound(events, before.sequence);
        return first != events.end() && *first < sequence;
    };
    const int64_t read = peer ? moved(peer->received, sequence) : 0;
    const bool taken = peer && since(peer->urgent_taken);
    // A read that is under way comes to the one before, or finds it joined: which of the two the kernel did first is not told.
    const auto under_way = [&] {
        const auto next = std::ranges::lower_bound(peer->received, sequence, {}, &Move::sequence);
        return next != peer->received.end() && begin_of(event(next->sequence)) < event(sequence).end;
    };
    if (peer && read < before.after() && under_way())
        return Displaced::open;
    if (read < before.after())
        return taken ? Displaced::again : Displaced::ordinary;
    return read == before.after() && !taken && !(peer && since(peer->passed)) ? Displaced::lost : Displaced::nothing;
}

uint32_t Connections::urgent_bringer(const End &end, uint32_t complete) const
{
    if (end.peer == none)
        return none;
    const std::vector<Move> &sent = m_ends[end.peer].urgent;
    if (urgent(end, complete).pending)
        return std::prev(std::ranges::lower_bound(sent, complete, {}, &Move::sequence))->sequence;
    // The next one that is not taken yet: its send() may return later.
    const auto taken = std::ranges::lower_bound(end.urgent_taken, complete);
    const int64_t since = taken == end.urgent_taken.begin() ? INT64_MIN : event(*std::prev(taken)).end;
    for (auto next = std::ranges::lower_bound(sent, complete, {}, &Move::sequence); next != sent.end(); ++next)
        if (begin_of(event(next->sequence)) > since)
            return next->sequence;
    return none;
}

} // namespace replay
