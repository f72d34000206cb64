// SPDX-License-Identifier: MIT
#include "replay/world.h"

#include <algorithm>
#include <tuple>

namespace replay {
namespace {

bool in_a_set(int fd)
{
    return fd >= 0 && fd < calls::descriptors_in_a_set;
}

template <typename T>
const T *named(const std::vector<T> &all, size_t thread, std::string_view name)
{
    const auto found = std::ranges::find_if(all, [&](const T &one) { return one.thread == thread && one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const Socket *World::socket(uint16_t thread, int fd) const
{
    const uint16_t table = table_of(thread);
    const auto key = [](const Socket &socket) { return std::tuple(socket.thread, socket.fd); };
    const auto found = std::ranges::lower_bound(sockets, std::tuple(table, fd), {}, key);
    if (found != sockets.end() && found->thread == table && found->fd == fd && !found->closed)
        return &*found;
    const auto also = std::ranges::find_if(sockets, [&](const Socket &socket) { return socket.thread == table && std::ranges::count(socket.also, fd) > 0; });
    return also == sockets.end() ? nullptr : &*also;
}

const Number *World::number(size_t thread, std::string_view name) const
{
    return named(numbers, thread, name);
}

const Table *World::table(size_t thread, std::string_view name) const
{
    return named(tables, thread, name);
}

const Set *World::set(size_t thread, std::string_view name) const
{
    return named(sets, thread, name);
}

Sides World::awaited(uint16_t thread, int fd) const
{
    Sides sides;
    for (const Selection &selection : selections)
        if (!selection.returned && selection.thread == thread && in_a_set(fd))
            sides = sides | Sides{selection.sets[0].asked.test(size_t(fd)), selection.sets[1].asked.test(size_t(fd)),
                                  selection.sets[2].asked.test(size_t(fd))};
    for (const Polling &polling : pollings)
        for (const auto &entry : polling.entries)
            if (!polling.returned && polling.thread == thread && fd >= 0 && entry.fd == fd)
                sides = sides | calls::ready_of(fd, uint16_t(entry.events)).sides;
    for (const Interest &interest : interests)
        for (const auto &entry : interest.entries)
            if (interest.waiting && interest.thread == thread && entry.fd == fd)
                sides = sides | calls::ready_of(fd, entry.events).sides;
    return sides;
}

Sides World::answered(uint16_t thread, int fd) const
{
    Sides sides;
    for (const Selection &selection : selections)
        if (selection.returned && selection.thread == thread && in_a_set(fd))
            sides = sides | Sides{selection.sets[0].unused.test(size_t(fd)), selection.sets[1].unused.test(size_t(fd)),
                                  selection.sets[2].unused.test(size_t(fd))};
    for (const Polling &polling : pollings)
        for (const auto &entry : polling.entries)
            if (polling.returned && polling.thread == thread && fd >= 0 && entry.fd == fd)
                sides = sides | entry.unused;
    for (const Interest &interest : interests)
        for (const auto &entry : interest.entries)
            if (!interest.waiting && interest.thread == thread && entry.fd == fd && entry.unused)
                sides = sides | calls::ready_of(fd, entry.told).sides;
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
