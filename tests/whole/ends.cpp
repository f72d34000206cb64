// SPDX-License-Identifier: MIT
// 5 FIN, RST, open: what an end of a connection is said to be in shows in what is done on it next.
#include "whole/sentences.h"
#include "whole/told.h"

#include <algorithm>
#include <cerrno>

namespace whole {
namespace {

bool broken(const Deed &deed)
{
    return deed.error == ECONNRESET || deed.error == EPIPE;
}

// What the reads give from here on, until one gives no more; nullptr: the recording has no such.
const Deed *last_of_stream(const Life &life, size_t complete, int64_t time)
{
    const Deed *next = next_of(life.reads, complete, time);
    if (!next || next->looked_before(time))
        return nullptr;
    for (const Deed &read : life.reads)
        if (!read.over(complete) && !read.urgent && !read.beside && read.index != never_over && read.begin >= next->begin && read.moved <= 0)
            return &read;
    return nullptr;
}

void of_socket(const Told &now, const replay::Socket &socket, const Life &life, Contradictions &wrong)
{
    const Life *peer = now.later.other(life);
    const QString of = QStringLiteral("descriptor %1 of thread %2").arg(socket.fd).arg(socket.thread);
    const Deed *read = next_of(life.reads, now.complete(), now.time()), *send = next_of(life.sends, now.complete(), now.time());
    const auto usable = [&](const Deed *deed) {
        const auto shut = [&](const Deed &end) { return end.begin <= deed->end; };
        return deed && deed->index != never_over && !deed->urgent && !deed->looked_before(now.time()) && !deed->beside && std::ranges::none_of(life.ends, shut);
    };
    const auto then = [](const char *what, const Deed &deed) { return QStringLiteral(", then %1() gave %2, errno %3").arg(QLatin1String(what)).arg(deed.moved).arg(deed.error); };
    const bool kept = socket.peer >= 0 && now.world.sockets[size_t(socket.peer)].closed; // its end goes when the call that keeps it returns
    const auto peer_acts = [&](const Deed &deed) { return !peer || kept || any_during(peer->ends, now.complete(), deed.end); };
    if (socket.peer_shut && !socket.reset) {
        const Deed *last = last_of_stream(life, now.complete(), now.time());
        if (usable(last) && !peer_acts(*last) && last->moved < 0 && last->error != EINTR && last->error != EINVAL)
            wrong.add(now, 5, of + ": a FIN has come" + then("read", *last));
        if (usable(read) && read->error == EAGAIN)
            wrong.add(now, 5, of + ": a FIN has come" + then("read", *read));
    }
    if (socket.reset && usable(send) && send->begin > now.time() && send->moved >= 0)
        wrong.add(now, 5, of + ": reset" + then("send", *send));
    if (socket.reset && usable(read) && read->error == EAGAIN)
        wrong.add(now, 5, of + ": reset" + then("read", *read));
    if (!socket.peer_shut && !socket.reset && !socket.peer_closed && !socket.outside && socket.peer_thread >= 0) {
        for (const auto &[deed, what] : {std::pair(read, "read"), std::pair(send, "send")})
            if (usable(deed) && (broken(*deed) || (what == std::string_view("read") && deed->moved == 0 && deed->asked > 0)) && !peer_acts(*deed))
                wrong.add(now, 5, of + ": open" + then(what, *deed));
    }
}

// A FIN, or a RST, that the call which ends here is said to send: what the other end meets.
void of_words(const Told &now, Contradictions &wrong)
{
    const Event *call = now.event();
    if (!call || now.moment.begins || !now.en.said)
        return;
    for (const Saying &saying : *now.en.said) {
        const Sentence *sentence = stated(saying);
        if (!sentence || (sentence->states != Sentence::fin && sentence->states != Sentence::reset))
            continue;
        const Life *own = now.later.life_at(call->thread, call->fd, call->begin), *peer = own ? now.later.other(*own) : nullptr;
        const Deed *last = peer ? last_of_stream(*peer, now.complete(), now.time()) : nullptr;
        if (!last || std::ranges::any_of(peer->ends, [&](const Deed &end) { return end.begin <= last->end; }))
            continue;
        const auto before = [&](const Deed &end) { return end.event != call && end.begin < call->begin; };
        const auto other = [&](const Deed &end) { return end.event != call && end.begin <= last->end; };
        if (sentence->states == Sentence::fin && broken(*last) && std::ranges::none_of(own->ends, other))
            wrong.add(now, 5, QStringLiteral("a FIN is sent, and the other end met errno %1").arg(last->error));
        if (sentence->states == Sentence::reset && last->moved == 0 && std::ranges::none_of(own->ends, before)
            && std::ranges::none_of(peer->sends, [&](const Deed &send) { return broken(send) && send.end <= last->end; })
            && std::ranges::none_of(peer->reads, [&](const Deed &one) { return broken(one) && one.end <= last->end; }))
            wrong.add(now, 5, QStringLiteral("a RST is sent, and the other end read 0"));
    }
}

} // namespace

void endings(const Told &now, Contradictions &wrong)
{
    for (const replay::Socket &socket : now.world.sockets)
        if (const Life *life = now.life(socket); life && socket.role == replay::SocketState::connected && !socket.datagrams && !socket.closed)
            of_socket(now, socket, *life, wrong);
    of_words(now, wrong);
}

} // namespace whole
