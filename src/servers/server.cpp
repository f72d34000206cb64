// SPDX-License-Identifier: MIT
#include "servers/server.h"

namespace servers {
namespace {

constexpr Server catalogue[] = {
    {"blocking", "blocking.cpp", blocking, false, false},
    {"nonblocking", "nonblocking.cpp", nonblocking, false, true},
    {"poll", "poll.cpp", poll_server, true, false},
    {"select", "select.cpp", select_server, true, false},
};

} // namespace

std::span<const Server> all() noexcept
{
    return catalogue;
}

const Server *named(std::string_view name) noexcept
{
    for (const Server &server : catalogue)
        if (server.name == name)
            return &server;
    return nullptr;
}

} // namespace servers
