// SPDX-License-Identifier: MIT
#include "replay/world.h"

#include <algorithm>
#include <poll.h>
#include <sys/epoll.h>
#include <tuple>

namespace replay {
namespace {

template <typename T>
const T *named(const std::vector<T> &all, std::string_view name)
{
    const auto found = std::ranges::find(all, name, &T::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const Socket *World::socket(uint16_t thread, int fd) const
{
    const auto key = [](const Socket &socket) { return std::tuple(socket.thread, socket.fd); };
    const auto found = std::ranges::lower_bound(sockets, std::tuple(thread, fd), {}, key);
    return found != sockets.end() && found->thread == thread && found->fd == fd && !found->closed ? &*found : nullptr;
}

const Number *World::number(std::string_view name) const
{
    return named(numbers, name);
}

const Table *World::table(std::string_view name) const
{
    return named(tables, name);
}

const Set *World::set(std::string_view name) const
{
    return named(sets, name);
}

namespace {

void add(Sides &sides, Sides more)
{
    sides = {sides.reading || more.reading, sides.writing || more.writing, sides.exceptional || more.exceptional};
}

} // namespace

Sides sides_of(uint32_t events)
{
    static_assert(EPOLLIN == POLLIN && EPOLLPRI == POLLPRI && EPOLLOUT == POLLOUT && EPOLLERR == POLLERR && EPOLLHUP == POLLHUP);
    const bool broken = events & (POLLERR | POLLHUP); // then it can be written only because that fails
    return {(events & 0xffff & ~uint32_t(POLLPRI | POLLOUT)) != 0, (events & POLLOUT) && !broken, (events & POLLPRI) != 0};
}

Sides World::awaited(uint16_t thread, int fd) const
{
    Sides sides;
    for (const Selection &selection : selections)
        if (!selection.returned && selection.thread == thread && fd >= 0 && fd < 1024)
            add(sides, {selection.sets[0].asked.test(size_t(fd)), selection.sets[1].asked.test(size_t(fd)),
                        selection.sets[2].asked.test(size_t(fd))});
    for (const Polling &polling : pollings)
        for (const auto &entry : polling.entries)
            if (!polling.returned && polling.thread == thread && fd >= 0 && entry.fd == fd)
                add(sides, sides_of(uint16_t(entry.events)));
    for (const Interest &interest : interests)
        for (const auto &entry : interest.entries)
            if (interest.waiting && interest.thread == thread && entry.fd == fd)
                add(sides, sides_of(entry.events));
    return sides;
}

Sides World::answered(uint16_t thread, int fd) const
{
    Sides sides;
    for (const Selection &selection : selections)
        if (selection.returned && selection.thread == thread && fd >= 0 && fd < 1024)
            add(sides, {selection.sets[0].unused.test(size_t(fd)), selection.sets[1].unused.test(size_t(fd)),
                        selection.sets[2].unused.test(size_t(fd))});
    for (const Polling &polling : pollings)
        for (const auto &entry : polling.entries)
            if (polling.returned && polling.thread == thread && fd >= 0 && entry.fd == fd)
                add(sides, entry.unused);
    for (const Interest &interest : interests)
        for (const auto &entry : interest.entries)
            if (!interest.waiting && interest.thread == thread && entry.fd == fd && entry.unused)
                add(sides, sides_of(entry.told));
    return sides;
}

Watch World::watch(uint16_t thread, int fd) const
{
    if (answered(thread, fd).any())
        return Watch::ready;
    const auto polled = [&](const Polling &polling) {
        return !polling.returned && polling.thread == thread && fd >= 0
            && std::ranges::any_of(polling.entries, [&](const auto &entry) { return entry.fd == fd; });
    };
    const auto of_interest = [&](const Interest &interest) {
        return interest.waiting && interest.thread == thread
            && std::ranges::any_of(interest.entries, [&](const auto &entry) { return entry.fd == fd; });
    };
    const bool watched = awaited(thread, fd).any() || std::ranges::any_of(pollings, polled) || std::ranges::any_of(interests, of_interest);
    return watched ? Watch::watched : Watch::no;
}

} // namespace replay
