// SPDX-License-Identifier: MIT
#include "calls/readiness.h"

#include <poll.h>
#include <sys/epoll.h>

namespace calls {
namespace {

const NamedField sets_field("sets"), pollfds("fds");

std::vector<Ready> in_sets(const trace::Trace &trace, const Event &event, bool answered)
{
    std::vector<Ready> all;
    for (int which = 0; which < 3; ++which)
        for (const int fd : trace::members(answered ? trace::answered(trace, event, which) : trace::asked(trace, event, which), event.fd))
            all.push_back({fd, {which == 0, which == 1, which == 2}});
    return all;
}

} // namespace

Asking asking(const Event &event)
{
    if (!has(event, multiplexes))
        return Asking::nothing;
    return sets_field.in(event.call) ? Asking::sets : pollfds.in(event.call) ? Asking::array : Asking::list;
}

uint16_t variable_passed(const Event &event, int which)
{
    return asking(event) == Asking::sets ? trace::select_flags::variable(event.flags, which) : trace::select_flags::none;
}

Ready ready_of(int fd, uint32_t events)
{
    static_assert(EPOLLIN == POLLIN && EPOLLPRI == POLLPRI && EPOLLOUT == POLLOUT && EPOLLERR == POLLERR && EPOLLHUP == POLLHUP);
    const bool fails = events & (POLLERR | POLLHUP); // then it can be written only because that fails
    return {fd, {(events & 0xffff & ~uint32_t(POLLPRI | POLLOUT)) != 0, (events & POLLOUT) && !fails, (events & POLLPRI) != 0},
            (events & POLLERR) != 0, (events & POLLHUP) != 0, (events & POLLNVAL) != 0};
}

std::vector<Ready> asked_about(const trace::Trace &trace, const Event &event)
{
    if (asking(event) == Asking::sets)
        return in_sets(trace, event, false);
    std::vector<Ready> all;
    if (asking(event) == Asking::array)
        for (const trace::Polled &one : trace::polled(trace, event, false))
            if (one.fd >= 0) {
                all.push_back(ready_of(one.fd, uint16_t(one.events)));
                all.back().sides.reading = true; // errors come without being asked for
            }
    return all;
}

std::vector<Ready> found(const trace::Trace &trace, const Event &event)
{
    if (event.end == 0 || event.result <= 0)
        return {};
    if (asking(event) == Asking::sets)
        return in_sets(trace, event, true);
    std::vector<Ready> all;
    for (const trace::Polled &one : trace::polled(trace, event, true))
        if (one.fd >= 0 && one.revents != 0)
            all.push_back(ready_of(one.fd, uint16_t(one.revents)));
    return all;
}

Ready found_on(const trace::Trace &trace, const Event &event, int fd)
{
    Ready all{fd};
    if (asking(event) == Asking::sets) {
        const auto is_on = [&](int which) {
            const auto words = event.result > 0 && fd >= 0 && fd < event.fd ? trace::answered(trace, event, which) : std::span<const uint64_t>();
            return size_t(fd / 64) < words.size() && (words[size_t(fd / 64)] >> (fd % 64) & 1);
        };
        return {fd, {is_on(0), is_on(1), is_on(2)}};
    }
    for (const Ready &one : found(trace, event))
        if (one.fd == fd)
            all = {fd, all.sides | one.sides, all.broken || one.broken, all.hung_up || one.hung_up, all.invalid || one.invalid};
    return all;
}

} // namespace calls
