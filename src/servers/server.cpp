// SPDX-License-Identifier: MIT
#include "servers/server.h"

#include "posix/traced_uring.h"

#include <utility>

namespace servers {
namespace {

using trace::Call;

// In the lecture's order, what is beyond it last.
constexpr Server catalogue[] = {
    {.name = "blocking", .file = "blocking.cpp", .serve = blocking, .told_by = Call::recv, .model = Model::blocking, .heeds = send_buffer_option,
     .sleeps_in = calls(Call::accept, Call::recv, Call::send)},
    {.name = "blocking-udp", .file = "blocking_udp.cpp", .serve = blocking_udp, .told_by = Call::recvfrom, .model = Model::blocking, .datagrams = true,
     .sleeps_in = calls(Call::recvfrom)},
    {.name = "nonblocking", .file = "nonblocking.cpp", .serve = nonblocking, .told_by = Call::recv, .model = Model::nonblocking,
     .heeds = pause_option | send_buffer_option, .sleeps_in = calls(Call::nanosleep)},
    {.name = "nonblocking-udp", .file = "nonblocking_udp.cpp", .serve = nonblocking_udp, .told_by = Call::recvfrom, .model = Model::nonblocking,
     .datagrams = true, .heeds = pause_option, .sleeps_in = calls(Call::nanosleep)},
    {.name = "select", .file = "select.cpp", .serve = select_server, .told_by = Call::select, .model = Model::multiplexing,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = calls(Call::select, Call::send)},
    {.name = "select-udp", .file = "select_udp.cpp", .serve = select_udp, .told_by = Call::select, .model = Model::multiplexing, .datagrams = true,
     .heeds = timeout_option, .sleeps_in = calls(Call::select)},
    {.name = "select-all", .file = "select_all.cpp", .serve = select_all, .told_by = Call::select, .model = Model::multiplexing,
     .sends_urgent = true, .heeds = timeout_option | send_buffer_option, .sleeps_in = calls(Call::select)},
    {.name = "poll", .file = "poll.cpp", .serve = poll_server, .told_by = Call::poll, .model = Model::multiplexing,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = calls(Call::poll, Call::send)},
    {.name = "poll-udp", .file = "poll_udp.cpp", .serve = poll_udp, .told_by = Call::poll, .model = Model::multiplexing, .datagrams = true,
     .heeds = timeout_option, .sleeps_in = calls(Call::poll)},
    {.name = "poll-all", .file = "poll_all.cpp", .serve = poll_all, .told_by = Call::poll, .model = Model::multiplexing,
     .sends_urgent = true, .heeds = timeout_option | send_buffer_option, .sleeps_in = calls(Call::poll)},
    {.name = "sigio", .file = "sigio.cpp", .serve = sigio, .told_by = Call::handler_begin, .model = Model::signal_driven,
     .heeds = send_buffer_option | signal_option},
    {.name = "sigio-udp", .file = "sigio_udp.cpp", .serve = sigio_udp, .told_by = Call::handler_begin, .model = Model::signal_driven, .datagrams = true,
     .heeds = signal_option},
    {.name = "aio", .file = "aio.cpp", .serve = aio, .told_by = Call::aio_read, .model = Model::asynchronous, .heeds = notify_option | send_buffer_option,
     .sleeps_in = calls(Call::accept, Call::aio_suspend, Call::send, Call::nanosleep)},
    {.name = "aio-udp", .file = "aio_udp.cpp", .serve = aio_udp, .told_by = Call::aio_read, .model = Model::asynchronous, .datagrams = true,
     .heeds = notify_option, .sleeps_in = calls(Call::recvfrom, Call::aio_suspend, Call::nanosleep)},
    {.name = "epoll", .file = "epoll.cpp", .serve = epoll_server, .told_by = Call::epoll_wait, .model = Model::beyond,
     .heeds = timeout_option | send_buffer_option | edge_option, .sleeps_in = calls(Call::epoll_wait)},
    {.name = "io_uring", .file = "io_uring.cpp", .serve = io_uring_server, .told_by = Call::io_uring_enter, .model = Model::beyond,
     .heeds = send_buffer_option, .sleeps_in = calls(Call::io_uring_enter), .lacks = traced::lacks_uring},
};

} // namespace

std::optional<Settings::Notify> notify_named(std::string_view name) noexcept
{
    using Notify = Settings::Notify;
    for (const auto &[known, notify] : {std::pair("suspend", Notify::suspend), {"signal", Notify::signal}, {"thread", Notify::thread}})
        if (name == known)
            return notify;
    return {};
}

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
