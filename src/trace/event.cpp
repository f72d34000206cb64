// SPDX-License-Identifier: MIT
#include "trace/event.h"

#include <array>
#include <cerrno>

namespace trace {
namespace {

constexpr auto names = std::to_array<std::string_view>({
    "socket", "setsockopt", "bind", "listen", "getsockname", "connect", "accept", "select", "poll", "recv", "send",
    "read", "write", "recvfrom", "sendto", "shutdown", "close", "fcntl", "nanosleep", "sigaction", "pthread_sigmask",
    "epoll_create1", "epoll_ctl", "epoll_wait", "io_uring_setup", "io_uring_enter",
    "aio_read", "aio_write", "aio_error", "aio_return", "aio_suspend", "aio_cancel",
    "FD_ZERO", "FD_SET", "FD_CLR", "FD_ISSET",
    "set =", "table =", "number =",
    "handler begin", "handler end", "SQE", "CQE",
    "thread begin", "thread end", "held", "planned",
    "observed state", "observed socket", "observed CPU", "observed task",
});
static_assert(names.size() == size_t(Call::count_));

} // namespace

std::string_view name(Call call) noexcept
{
    return call < Call::count_ ? names[size_t(call)] : std::string_view("?");
}

Call call_named(std::string_view name) noexcept
{
    for (size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return Call(i);
    return Call::count_;
}

bool is_system_call(Call call) noexcept
{
    return call < Call::aio_read;
}

bool is_call(Call call) noexcept
{
    return call < Call::fd_zero;
}

bool polled_in_vain(const Event &event) noexcept
{
    if (event.end == 0)
        return false;
    if (multiplexes(event.call))
        return event.result == 0 && event.length == 0;
    return event.result == -1 && event.error == EAGAIN && is_system_call(event.call); // aio_suspend(): its time was up
}

bool out_of_descriptors(const Event &event) noexcept
{
    return (event.call == Call::accept || event.call == Call::cqe_seen) && (event.error == EMFILE || event.error == ENFILE);
}

} // namespace trace
