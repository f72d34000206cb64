// SPDX-License-Identifier: MIT
#include "servers/server.h"

namespace servers {
namespace {

constexpr Server catalogue[] = {
    {"blocking", "blocking.cpp", blocking},
    {"nonblocking", "nonblocking.cpp", nonblocking},
    {"poll", "poll.cpp", poll_server},
    {"select", "select.cpp", select_server},
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
