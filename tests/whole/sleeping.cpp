// SPDX-License-Identifier: MIT
// 1 Who sleeps, will sleep, has slept; 2 what can be done without sleeping.
#include "whole/sentences.h"
#include "whole/told.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/epoll.h>

namespace whole {
namespace {

QString name(const Told &now, const Event &event)
{
    const auto text = calls::name(event.call);
    return QStringLiteral("%1(%2) of %3 = %4 errno %5").arg(QString::fromUtf8(text.data(), qsizetype(text.size()))).arg(event.fd)
        .arg(QString::fromStdString(now.replay.trace().threads[event.thread].name)).arg(event.result).arg(event.error);
}

// It asked, found nothing and did not wait: whatever SO_RCVTIMEO made it wait is longer than that.
bool found_nothing_at_once(const Event &event)
{
    constexpr int64_t at_once = 500'000; // ns
    const auto wait = calls::as_wait(event);
    return event.end && ((event.result == -1 && event.error == EAGAIN && (event.count > 1 || event.end - event.begin < at_once)) || (wait && wait->only_asks()));
}

// Bytes of the stream that sends begun by `time` bring, less those that reads over by `complete` have taken.
int64_t could_be_there(const Life &reader, const Life &sender, size_t complete, int64_t time)
{
    int64_t bytes = 0;
    for (const Deed &send : sender.sends)
        if (send.begin <= time)
            bytes += send.index == never_over ? send.asked : std::max<int64_t>(send.moved, 0);
    for (const Deed &read : reader.reads)
        if (read.over(complete) && !read.peeks && !read.urgent)
            bytes -= std::max<int64_t>(read.moved, 0);
    return bytes;
}

void of_threads(const Told &now, Contradictions &wrong)
{
    const auto &events = now.replay.trace().events();
    for (size_t i = 0; i < now.world.threads.size(); ++i) {
        const replay::Thread &thread = now.world.threads[i];
        if (thread.state != replay::State::asleep || !thread.call)
            continue;
        if (!calls::as_wait(*thread.call))
            wrong.add(now, 1, "asleep in a call that never sleeps: " + name(now, *thread.call));
        if (!thread.event || thread.known == replay::Known::unknown)
            continue;
        const Event &call = events[*thread.event];
        if (call.end < now.time() || *thread.event < now.complete())
            wrong.add(now, 1, "asleep in a call that has returned: " + name(now, call));
        if (found_nothing_at_once(call))
            wrong.add(now, 1, "asleep in a call that found nothing at once: " + name(now, call));
    }
}

void of_words(const Told &now, Contradictions &wrong)
{
    const Event *call = now.event();
    if (!call || !now.en.said)
        return;
    const bool seen = now.later.seen_asleep(*call);
    const Life *life = now.later.life_at(call->thread, call->fd, call->begin);
    const Life *peer = life ? now.later.other(*life) : nullptr;
    for (const Saying &saying : *now.en.said) {
        const Sentence *sentence = stated(saying);
        if (!sentence)
            continue;
        if (sentence->states == Sentence::asleep && found_nothing_at_once(*call))
            wrong.add(now, 1, "it sleeps, and found nothing at once: " + name(now, *call));
        if (sentence->states == Sentence::will_not && now.moment.begins && seen)
            wrong.add(now, 1, "it was not to sleep, and was seen asleep: " + name(now, *call));
        if (sentence->states == Sentence::did_not && !now.moment.begins && seen && call->count == 1)
            wrong.add(now, 1, "it had not slept, and was seen asleep: " + name(now, *call));
        if (sentence->states == Sentence::slept && (found_nothing_at_once(*call) || calls::in_vain(*call)))
            wrong.add(now, 1, "it had slept, and found nothing: " + name(now, *call));
        const auto transfer = calls::as_transfer(*call);
        const replay::Socket *socket = now.socket(call->fd);
        const bool cannot = (socket && socket->nonblocking) || (transfer && transfer->never_waits); // then it was there when the kernel looked
        if (sentence->states == Sentence::did_not && !cannot && transfer && transfer->moved.value_or(0) > 0 && transfer->in_stream() && peer && life->stream
            && could_be_there(*life, *peer, now.complete() - 1, call->begin) <= 0)
            wrong.add(now, 1, "it was there already, and its send() began later: " + name(now, *call));
    }
}

// What is said to be readable: the next read, or accept(), of it finds something at once.
void can_read(const Told &now, uint16_t thread, int fd, const QString &who, Contradictions &wrong)
{
    const Life *life = now.later.life_at(thread, fd, now.time());
    if (!life)
        return;
    const Deed *next = next_of(life->listens ? life->accepts : life->reads, now.complete(), now.time());
    if (!next || next->index == never_over || next->beside || next->urgent || next->looked_before(now.time()) || now.later.table(next->event->thread) != now.later.table(thread))
        return;
    if (const Life *peer = now.later.other(*life); peer && std::ranges::any_of(peer->sends, &Deed::urgent))
        return; // select() finds it readable because of an urgent byte that the read then only goes past
    const auto ended = [&](const Deed &end) { return end.begin <= next->end; }; // shutdown() by a thread of its own makes it ready, too
    if (std::ranges::any_of(life->ends, ended))
        return;
    if (next->error == EAGAIN)
        wrong.add(now, 2, QStringLiteral("descriptor %1 can be read (%2), and: %3").arg(fd).arg(who, name(now, *next->event)));
    else if (now.later.seen_asleep(*next->event, now.time()))
        wrong.add(now, 2, QStringLiteral("descriptor %1 can be read (%2), and the read was seen asleep: %3").arg(fd).arg(who, name(now, *next->event)));
}

// epoll's ready list: what is in it the next epoll_wait() tells of.
void ready_list(const Told &now, const replay::Interest &list, Contradictions &wrong)
{
    const auto &events = now.replay.trace().events();
    const Event *wait = nullptr;
    for (const size_t index : now.later.of_thread(list.thread)) {
        const Event &event = events[index];
        if (index < now.complete())
            continue;
        if (event.call == trace::Call::epoll_wait && event.fd == list.fd) {
            wait = &event;
            break;
        }
        if (calls::is_call(event.call) || calls::has(event, calls::delivers)) // whatever else it does may change what is ready
            return;
    }
    if (!wait || wait->result < 0)
        return;
    const std::vector<trace::Polled> found = trace::polled(now.replay.trace(), *wait, true);
    const bool alone = !now.later.others_act(list.thread, now.time(), wait->end);
    for (const auto &entry : list.entries) {
        const bool told = std::ranges::any_of(found, [&](const trace::Polled &one) { return one.fd == entry.fd; });
        const QString what = QStringLiteral("descriptor %1 of epoll's list: %2").arg(entry.fd).arg(name(now, *wait));
        if (entry.ready == true && !told && !list.waiting)
            wrong.add(now, 2, "is in the ready list, and not told: " + what);
        if (entry.ready == false && told && alone && wait->count == 1)
            wrong.add(now, 2, "is not in the ready list, and told: " + what);
    }
}

} // namespace

void sleeping(const Told &now, Contradictions &wrong)
{
    of_threads(now, wrong);
    of_words(now, wrong);
}

void readiness(const Told &now, Contradictions &wrong)
{
    if (now.moment.event && now.en.said)
        for (const Saying &saying : *now.en.said) {
            const Sentence *sentence = stated(saying);
            if (sentence && (sentence->states == Sentence::can_read || (sentence->states == Sentence::will_not && sentence->arg)))
                for (const int fd : saying.numbers(sentence->arg))
                    can_read(now, now.moment.event->thread, fd, "words", wrong);
        }
    for (const replay::Socket &socket : now.world.sockets) {
        if (socket.closed)
            continue;
        if (now.world.answered(socket.thread, socket.fd).reading && now.world.watch(socket.thread, socket.fd) == replay::Watch::ready)
            can_read(now, socket.thread, socket.fd, "World: found ready", wrong);
        if (socket.role == replay::SocketState::listening && socket.queue.value_or(0) > 0 && socket.queue_known == replay::Known::derived)
            can_read(now, socket.thread, socket.fd, "World: queue", wrong);
        if (socket.datagrams && socket.queue.value_or(0) > 0 && socket.queue_known == replay::Known::derived)
            can_read(now, socket.thread, socket.fd, "World: datagrams", wrong);
        if (socket.role == replay::SocketState::connected && !socket.datagrams && socket.receive_bytes.value_or(0) > 0
            && socket.receive_known == replay::Known::derived)
            can_read(now, socket.thread, socket.fd, "World: bytes", wrong);
    }
    for (const replay::Interest &list : now.world.interests)
        ready_list(now, list, wrong);
}

} // namespace whole
