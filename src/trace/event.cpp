// SPDX-License-Identifier: MIT
#include "trace/event.h"

#include <array>

namespace trace {
namespace {

constexpr auto names = std::to_array<std::string_view>({
    "socket", "setsockopt", "bind", "listen", "getsockname", "connect", "accept", "select", "poll", "recv", "send",
    "read", "write", "shutdown", "close", "fcntl", "nanosleep",
    "FD_ZERO", "FD_SET", "FD_CLR", "FD_ISSET",
    "set =", "table =", "number =",
    "thread begin", "thread end", "held",
    "observed state", "observed socket", "observed CPU",
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
    return call < Call::fd_zero;
}

} // namespace trace
