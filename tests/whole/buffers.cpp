// SPDX-License-Identifier: MIT
// 3 What waits in receive buffers; 4 what waits in accept queues.
#include "whole/sentences.h"
#include "whole/told.h"

#include <algorithm>
#include <cerrno>

namespace whole {
namespace {

// Bytes of the stream, asked or moved, of sends that have begun by `time`, or that begin in (from, to].
int64_t sent(const Life &life, int64_t from, int64_t to)
{
    int64_t sum = 0;
    for (const Deed &send : life.sends)
        if (send.begin > from && send.begin <= to)
            sum += send.index == never_over ? (send.asked == INT64_MAX ? 0 : send.asked) : std::max<int64_t>(send.moved, 0);
    return sum;
}

int64_t taken(const Life &life, size_t complete)
{
    int64_t sum = 0;
    for (const Deed &read : life.reads)
        if (read.over(complete) && !read.peeks && !read.urgent)
            sum += std::max<int64_t>(read.moved, 0);
    return sum;
}

bool has_urgent(const Life &life)
{
    return std::ranges::any_of(life.sends, &Deed::urgent);
}

// At least `low` and at most `high` bytes wait to be read on `life`.
void of_life(const Told &now, const Life &life, int64_t low, int64_t high, bool reset, const QString &who, Contradictions &wrong)
{
    const Life *peer = now.later.other(life);
    if (!peer)
        return;
    const QString of = QStringLiteral("descriptor %1 of thread %2, %3 to %4 bytes (%5)").arg(life.fd).arg(life.table).arg(low).arg(high).arg(who);
    const int64_t possible = sent(*peer, INT64_MIN, now.time()) - taken(life, now.complete());
    const bool beside = std::ranges::any_of(peer->sends, &Deed::beside);
    if (low > possible && !beside)
        wrong.add(now, 3, of + QStringLiteral(": more than was sent and not taken, %1").arg(possible));
    const Deed *next = next_of(life.reads, now.complete(), now.time());
    if (!next || next->index == never_over || next->urgent || next->begin > life.closing || (next->beside && next->going_on(now.complete(), now.time())))
        return;
    const bool shut = std::ranges::any_of(life.ends, [&](const Deed &end) { return end.begin <= next->end; });
    const QString then = QStringLiteral(", then a read of %1 gave %2, errno %3").arg(next->asked).arg(next->moved).arg(next->error);
    if (low > 0 && !shut && !next->looked_before(now.time()) && next->moved < (has_urgent(*peer) ? 1 : std::min(low, next->asked)) && next->error != EINTR)
        wrong.add(now, 3, of + then);
    const int64_t more = sent(*peer, now.time(), next->end);
    if (next->moved > 0 && next->moved > high + more + has_urgent(*peer) && !reset && !beside)
        wrong.add(now, 3, of + then + QStringLiteral(", with %1 sent meanwhile").arg(more));
}

// Nothing is read that had not been sent; of the whole recording.
bool conserved(const Life &life, const Life &peer)
{
    return taken(life, never_over) <= sent(peer, INT64_MIN, INT64_MAX) + int64_t(std::ranges::count_if(peer.sends, &Deed::urgent));
}

// Where no datagram is said to wait, none is taken unless somebody sends one.
void datagrams(const Told &now, Contradictions &wrong)
{
    for (const replay::Socket &socket : now.world.sockets) {
        const Life *life = socket.datagrams ? now.life(socket) : nullptr;
        if (!life || socket.queue != 0 || socket.arriving != 0 || socket.queue_known != replay::Known::derived)
            continue;
        const Deed *next = next_of(life->reads, now.complete(), now.time());
        const auto ended = [&](const Deed &end) { return end.begin <= next->end; };
        if (!next || next->index == never_over || next->beside || next->moved < 0 || std::ranges::any_of(life->ends, ended))
            continue;
        const auto sends = [&](const Life &other) { return !other.stream && any_during(other.sends, now.complete(), next->end); };
        if (std::ranges::none_of(now.later.lives(), sends))
            wrong.add(now, 4, QStringLiteral("no datagram on descriptor %1, then one of %2 bytes is taken").arg(life->fd).arg(next->moved));
    }
}

} // namespace

void bytes(const Told &now, Contradictions &wrong)
{
    for (const replay::Socket &socket : now.world.sockets) {
        const Life *life = now.life(socket);
        if (!life || socket.role != replay::SocketState::connected || socket.datagrams || !socket.receive_bytes)
            continue;
        const int64_t low = *socket.receive_bytes;
        of_life(now, *life, low, low + socket.arriving + socket.on_the_way, socket.reset, "World", wrong);
        if (now.later.other(*life) && now.complete() + 1 >= now.replay.trace().events().size() && !conserved(*life, *now.later.other(*life)))
            wrong.add(now, 3, QStringLiteral("the recording: more was read on descriptor %1 than was sent").arg(life->fd));
    }
    if (!now.moment.event || !now.en.said)
        return;
    for (const Saying &saying : *now.en.said) {
        const Sentence *sentence = stated(saying);
        if (!sentence || !saying.n || (sentence->states != Sentence::bytes && sentence->states != Sentence::bytes_at_least))
            continue;
        const int fd = sentence->arg ? int(saying.number(sentence->arg)) : now.moment.event->fd;
        const Life *life = now.later.life_at(now.moment.event->thread, fd, now.time());
        const replay::Socket *socket = now.socket(fd);
        // What a send() in progress brings more is not said there.
        if (life && socket)
            of_life(now, *life, *saying.n, sentence->states == Sentence::bytes ? *saying.n + socket->arriving : INT64_MAX / 2, socket->reset, "words", wrong);
    }
}

void queues(const Told &now, Contradictions &wrong)
{
    for (const replay::Socket &socket : now.world.sockets) {
        const Life *life = now.life(socket);
        if (!life || socket.role != replay::SocketState::listening || !socket.queue || socket.queue_known != replay::Known::derived)
            continue;
        const int64_t low = *socket.queue, high = low + socket.arriving;
        const QString of = QStringLiteral("%1 to %2 connections in the queue of descriptor %3").arg(low).arg(high).arg(life->fd);
        const auto here = [&](const Deed &connect) { return connect.asked == life->port && (connect.error == 0 || connect.error == EINTR || connect.error == EINPROGRESS); };
        int64_t begun = 0, accepted = 0, coming = 0, later = 0;
        for (const Deed &connect : now.later.connects())
            if (here(connect))
                ++(connect.begin <= now.time() ? begun : coming);
        for (const Deed &accept : life->accepts)
            if (accept.moved >= 0 && !(accept.beside && !accept.over(now.complete()))) // an operation may have it already
                ++(accept.over(now.complete()) ? accepted : later);
        if (accepted + low > begun)
            wrong.add(now, 4, of + QStringLiteral(": %1 accepted, and only %2 connect() begun").arg(accepted).arg(begun));
        if (later > high + coming)
            wrong.add(now, 4, of + QStringLiteral(": %1 are accepted later, and %2 connect() begin").arg(later).arg(coming));
        const Deed *next = next_of(life->accepts, now.complete(), now.time());
        if (!next || next->index == never_over || next->beside)
            continue;
        const QString then = QStringLiteral(", then accept() gave %1, errno %2").arg(next->moved).arg(next->error);
        if (low > 0 && !next->looked_before(now.time()) && (next->error == EAGAIN || next->error == EINTR))
            wrong.add(now, 4, of + then);
        const auto connects = [&](const Deed &connect) { return here(connect) && connect.begin > now.time() && connect.begin <= next->end; };
        if (high == 0 && next->moved >= 0 && std::ranges::none_of(now.later.connects(), connects))
            wrong.add(now, 4, of + then);
    }
    datagrams(now, wrong);
    if (!now.moment.event || !now.en.said)
        return;
    for (const Saying &saying : *now.en.said) {
        const Sentence *sentence = stated(saying);
        const replay::Socket *socket = sentence && sentence->states == Sentence::queue ? now.socket(int(saying.number(sentence->arg))) : nullptr;
        if (socket && saying.n != socket->queue)
            wrong.add(now, 4, QStringLiteral("words: %1 connections, World: %2").arg(saying.n.value_or(-1)).arg(socket->queue.value_or(-1)));
    }
}

} // namespace whole
