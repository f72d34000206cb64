// SPDX-License-Identifier: MIT
// The epoll instances at an instant: what the program asked of them, what they told, and what is ready in the kernel.
#include "calls/readiness.h"
#include "replay/at/picture.h"
#include "replay/phases/arrival.h"
#include "replay/sockets/endings.h"
#include "replay/times.h"

#include <sys/epoll.h>

#include <algorithm>
#include <optional>

namespace replay {

using trace::Event;

namespace {

using Told = std::optional<bool>; // none: the recording cannot tell

// Whether event `by` happened after event `since`. What began before that one's end may be what it told of.
Told after(const Index &index, uint32_t by, uint32_t since, uint32_t complete)
{
    if (by >= complete || by < since)
        return false;
    return begin_of(index.event(by)) >= index.event(since).end ? Told(true) : Told();
}

Told either(Told one, Told other)
{
    return one == true || other == true ? Told(true) : one && other ? Told(false) : Told();
}

// With edge a descriptor is ready if something has come after event `since`, which told of it last.
Told something_came(const Index &index, uint32_t number, const Socket &socket, uint32_t since, uint32_t complete)
{
    const Connections &connections = index.connections;
    const End &end = connections.end(number);
    if (end.listened < complete) {
        const uint32_t oldest = connections.pending(end, complete, INT64_MIN);
        return socket.queue > 1 || oldest == none ? Told() : after(index, oldest, since, complete);
    }
    if (end.peer == none)
        return {};
    const auto &sent = connections.end(end.peer).sent;
    const auto next = std::ranges::lower_bound(sent, complete, {}, &Move::sequence);
    const Told bytes = next == sent.begin() ? Told(false) : after(index, std::prev(next)->sequence, since, complete);
    return either(bytes, after(index, no_more(index, number), since, complete));
}

// Whether the next epoll_wait() would tell of the descriptor, as far as the recorded calls say. Room for sending is not
// recorded.
Told ready(const World &world, const Index &index, const Interest &interest, const Interest::Entry &entry, uint32_t told)
{
    const Socket *socket = world.socket(interest.thread, entry.fd);
    const uint32_t complete = uint32_t(world.complete);
    if (!socket || !(entry.events & EPOLLIN))
        return {};
    if (entry.events & EPOLLONESHOT && told != none) // epoll_ctl(2): until EPOLL_CTL_MOD
        return false;
    const bool listens = socket->role == SocketState::listening;
    const std::optional<int64_t> waits = listens ? socket->queue : socket->receive_bytes;
    const bool told_only = entry.unused && (entry.told & ~uint32_t(EPOLLOUT)); // and so it is there still
    const uint32_t end = index.connections.end_at(index.table(interest.thread), entry.fd, complete);
    const bool ended = socket->peer_shut || socket->peer_closed || socket->reset;
    if (waits.value_or(0) == 0 && !ended && !told_only) {
        const bool may_come = listens && end != none
            && index.connections.pending(index.connections.end(end), complete, world.time) != none;
        const bool all = socket->arriving == 0 && socket->on_the_way == 0 && !socket->outside; // that may wait
        return waits && all && !may_come ? Told(false) : Told();
    }
    if (!(entry.events & EPOLLET) || told == none)
        return true;
    return end == none ? Told() : something_came(index, end, *socket, told, complete);
}

bool unused(const Index &index, uint16_t table, const Interest::Entry &entry, uint32_t told, uint32_t complete)
{
    if (entry.told & ~uint32_t(EPOLLOUT))
        return untouched(index, table, entry.fd, told, complete);
    const uint32_t end = index.connections.end_at(table, entry.fd, complete);
    return end == none || moved(index.connections.end(end).sent, complete) == moved(index.connections.end(end).sent, told);
}

// What the thread has done last, if that changed the list.
void mark_change(Interest &interest, const Index &index, uint32_t last)
{
    if (last == none)
        return;
    const auto setting = calls::as_setting(index.event(last));
    if (!setting || setting->what != calls::Setting::interest || setting->fd != interest.fd || !setting->done)
        return;
    interest.event = last;
    interest.changed = setting->name;
}

} // namespace

void add_interests(World &world, const Index &index, const Fold &fold)
{
    const uint32_t complete = uint32_t(world.complete);
    for (uint16_t thread = 0; thread < world.threads.size(); ++thread) {
        if (index.table(thread) != thread)
            continue;
        for (const int epfd : index.interests.open(thread, complete)) {
            Interest &interest = world.interests.emplace_back();
            interest.thread = thread;
            interest.fd = epfd;
            const auto asks = [epfd](const Event &call) { return calls::asking(call) == calls::Asking::list && call.fd == epfd; };
            const auto &call = world.threads[thread].call;
            interest.waiting = call && asks(*call);
            const uint32_t last = fold.threads[thread].select;
            const bool answered = last != none && asks(index.event(last));
            const auto told = answered ? trace::polled(index.trace, index.event(last), true) : std::vector<trace::Polled>();
            if (answered)
                interest.result = index.event(last).result;
            for (const Interests::Entry &asked : index.interests.list(thread, epfd, complete)) {
                Interest::Entry &entry = interest.entries.emplace_back();
                entry.fd = asked.fd;
                entry.events = asked.events;
                const auto at = std::ranges::find(told, asked.fd, &trace::Polled::fd);
                // What was told of a descriptor before it was put into the list is about another one of that number.
                if (at != told.end() && asked.changed < last && !interest.waiting) {
                    entry.told = uint16_t(at->revents);
                    entry.unused = unused(index, thread, entry, last, complete);
                }
            }
            mark_change(interest, index, fold.threads[thread].last);
        }
    }
}

void add_ready(World &world, const Index &index, const Fold &fold)
{
    for (Interest &interest : world.interests) {
        const auto asked = index.interests.list(interest.thread, interest.fd, uint32_t(world.complete));
        for (size_t i = 0; i < interest.entries.size(); ++i) {
            const auto told = fold.told.find({interest.thread, asked[i].fd});
            // EPOLL_CTL_ADD and EPOLL_CTL_MOD look anew at what is there.
            const bool since = told != fold.told.end() && told->second > asked[i].changed;
            interest.entries[i].ready = ready(world, index, interest, interest.entries[i], since ? told->second : none);
        }
    }
}

} // namespace replay
