// SPDX-License-Identifier: MIT
#include "lab/wishes.h"

#include "calls/schema.h"

#include <climits>

namespace lab {

using servers::Option;

unsigned options(const Wishes &wishes)
{
    return (wishes.timeout ? servers::timeout_option : 0u) | (wishes.pause ? servers::pause_option : 0u)
        | (wishes.send_buffer ? servers::send_buffer_option : 0u) | (wishes.queued_signals ? servers::signal_option : 0u)
        | (wishes.notify ? servers::notify_option : 0u) | (wishes.edge_triggered ? servers::edge_option : 0u)
        | (wishes.stdin_pipe ? servers::pipe_option : 0u) | (wishes.free_descriptors ? servers::descriptors_option : 0u);
}

Wishes together(const Wishes &chosen, const Wishes &script)
{
    Wishes both = chosen;
    if (!both.timeout)
        both.timeout = script.timeout;
    if (!both.pause)
        both.pause = script.pause;
    if (!both.send_buffer)
        both.send_buffer = script.send_buffer;
    if (!both.free_descriptors)
        both.free_descriptors = script.free_descriptors;
    if (!both.notify)
        both.notify = script.notify;
    both.queued_signals |= script.queued_signals;
    both.edge_triggered |= script.edge_triggered;
    both.stdin_pipe |= script.stdin_pipe;
    return both;
}

servers::Settings with(servers::Settings settings, const Wishes &wishes, std::string_view name)
{
    const servers::Server *server = servers::named(name);
    const unsigned heeded = options(wishes) & (server ? server->heeds : 0);
    if (heeded & servers::timeout_option)
        settings.timeout = wishes.timeout;
    if (heeded & servers::pause_option)
        settings.pause = *wishes.pause;
    if (heeded & servers::send_buffer_option)
        settings.send_buffer = *wishes.send_buffer;
    if (heeded & servers::descriptors_option)
        settings.free_descriptors = *wishes.free_descriptors;
    if (heeded & servers::notify_option)
        settings.notify = *wishes.notify;
    settings.queued_signals |= bool(heeded & servers::signal_option);
    settings.edge_triggered |= bool(heeded & servers::edge_option);
    settings.stdin_pipe |= bool(heeded & servers::pipe_option);
    return settings;
}

std::optional<std::chrono::microseconds> longest_timeout(std::string_view name)
{
    const servers::Server *server = servers::named(name);
    const calls::Field *timeout = server && server->serve ? calls::row(server->told_by).field("timeout_ns") : nullptr;
    if (!timeout || timeout->type != calls::Type::milliseconds) // poll(2), epoll_wait(2): an int
        return {};
    return std::chrono::milliseconds(INT_MAX);
}

std::vector<Option> unheeded(const Wishes &wishes, std::string_view name)
{
    const servers::Server *server = servers::named(name);
    std::vector<Option> all;
    for (const Option option : {servers::timeout_option, servers::pause_option, servers::send_buffer_option, servers::signal_option,
                                servers::notify_option, servers::edge_option, servers::pipe_option, servers::descriptors_option})
        if (server && (options(wishes) & option & ~server->heeds))
            all.push_back(option);
    return all;
}

} // namespace lab
