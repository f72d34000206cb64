// SPDX-License-Identifier: MIT
#include "trace/event.h"

#include <array>

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
    "thread begin", "thread end", "held",
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

} // namespace trace
