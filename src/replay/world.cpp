// SPDX-License-Identifier: MIT
#include "replay/world.h"

#include <algorithm>
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
    return found != sockets.end() && found->thread == thread && found->fd == fd ? &*found : nullptr;
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

Watch World::watch(uint16_t thread, int fd) const
{
    Watch watch = Watch::no;
    for (const Selection &selection : selections)
        for (const auto &passed : selection.sets)
            if (selection.thread == thread && fd >= 0 && size_t(fd) < passed.asked.size()) {
                if (selection.returned && passed.unused.test(size_t(fd)))
                    return Watch::ready;
                if (!selection.returned && passed.asked.test(size_t(fd)))
                    watch = Watch::watched;
            }
    for (const Polling &polling : pollings)
        for (const auto &entry : polling.entries)
            if (polling.thread == thread && fd >= 0 && entry.fd == fd) {
                if (polling.returned && entry.unused)
                    return Watch::ready;
                if (!polling.returned)
                    watch = Watch::watched;
            }
    for (const Interest &interest : interests)
        for (const auto &entry : interest.entries)
            if (interest.thread == thread && entry.fd == fd) {
                if (!interest.waiting && entry.unused)
                    return Watch::ready;
                if (interest.waiting)
                    watch = Watch::watched;
            }
    return watch;
}

} // namespace replay
