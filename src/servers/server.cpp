// SPDX-License-Identifier: MIT
#include "servers/server.h"

#include "posix/traced_uring.h"

#include <utility>

// What lupdate(1) looks for; the text itself stays.
#define QT_TRANSLATE_NOOP(context, text) text

namespace servers {

// UNP 6.2 and aio(7): reads that are only asked for, and done by others.
Ending aio(const Settings &settings);
// UNP 6.2, 8.11 and 22.7: a socket for each peer, at one port, since an asynchronous read does not tell who has sent a datagram.
Ending aio_udp(const Settings &settings);
// UNP 5.2 with one process: one client at a time, the next waits until this one has gone.
Ending blocking(const Settings &settings);
// UNP 8.3 and 8.4: one socket for all clients, one datagram at a time.
Ending blocking_udp(const Settings &settings);
// UNP 6.2 and 16.2: every client of one process, asked in turn by calls that never wait.
Ending nonblocking(const Settings &settings);
// UNP 6.10, 16.2, 24.2: poll() with all it can tell: POLLIN, POLLOUT, POLLPRI, POLLERR, POLLHUP, POLLNVAL.
Ending poll_all(const Settings &settings);
Ending nonblocking_udp(const Settings &settings);
// UNP 6.11: the same as select_server(), waiting with poll(): no limit of 1,024.
Ending poll_server(const Settings &settings);
Ending poll_udp(const Settings &settings);
// epoll(7): the same on Linux, with a list the kernel keeps.
Ending epoll_server(const Settings &settings);
// io_uring(7): whole operations are handed to the kernel, which tells when they are complete.
Ending io_uring_server(const Settings &settings);
// UNP 6.3, 16.2, 24.2: select() with its three sets: reading, writing after a full send buffer, urgent data.
Ending select_all(const Settings &settings);
// UNP 6.8: every client of one process, waited for by select().
Ending select_server(const Settings &settings);
Ending select_udp(const Settings &settings);

// UNP 6.2, 6.4, 6.5: keyboard and socket of one program.
Ending two_inputs_blocking(const Settings &settings);
Ending two_inputs_polling(const Settings &settings);
Ending two_inputs_select(const Settings &settings);
Ending two_inputs_stdio(const Settings &settings);
// The same as a client: the chat of the exercise.
Ending chat_blocking(const Settings &settings);
Ending chat_blocking_udp(const Settings &settings);
Ending chat_nonblocking(const Settings &settings);
Ending chat_nonblocking_udp(const Settings &settings);
Ending chat_select(const Settings &settings);
Ending chat_select_udp(const Settings &settings);
Ending chat_sigio(const Settings &settings);
Ending chat_sigio_udp(const Settings &settings);
// UNP 6.8: what one client sends goes to others: to every other, to the one other.
Ending chat_server(const Settings &settings);
Ending chat_server_udp(const Settings &settings);
Ending relay(const Settings &settings);
Ending relay_udp(const Settings &settings);

// UNP 26.4: a thread for each client.
Ending threads(const Settings &settings);

// UNP 25: a signal tells that something can be done, its handler does it, and the main flow is never blocked.
Ending sigio(const Settings &settings);
Ending sigio_udp(const Settings &settings);

namespace {

using trace::Call;

// In the lecture's order, what is beyond it last.
constexpr Server catalogue[] = {
    {.name = "two-inputs-blocking", .file = "two_inputs_blocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Keyboard and socket: blocking"),
     .serve = two_inputs_blocking, .told_by = Call::recv, .model = Model::blocking, .terminal = true, .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::accept, Call::read, Call::recv, Call::send, Call::write}},
    {.name = "two-inputs-polling", .file = "two_inputs_polling.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Keyboard and socket: polling"),
     .serve = two_inputs_polling, .told_by = Call::recv, .model = Model::nonblocking, .terminal = true, .echoes = false,
     .heeds = pause_option | pipe_option, .sleeps_in = {Call::accept, Call::nanosleep}},
    {.name = "two-inputs-select", .file = "two_inputs_select.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Keyboard and socket: select()"),
     .serve = two_inputs_select, .told_by = Call::select, .model = Model::multiplexing, .terminal = true, .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::accept, Call::select, Call::send, Call::write}},
    {.name = "two-inputs-stdio", .file = "two_inputs_stdio.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Keyboard and socket: select() and fgets(), the trap"),
     .serve = two_inputs_stdio, .told_by = Call::select, .model = Model::multiplexing, .terminal = true, .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::accept, Call::select, Call::read, Call::send, Call::write}},
    {.name = "blocking", .file = "blocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Blocking I/O"),
     .serve = blocking, .told_by = Call::recv, .model = Model::blocking, .heeds = send_buffer_option,
     .sleeps_in = {Call::accept, Call::recv, Call::send}},
    {.name = "blocking-udp", .file = "blocking_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Blocking I/O, UDP"),
     .serve = blocking_udp, .told_by = Call::recvfrom, .model = Model::blocking, .datagrams = true,
     .sleeps_in = {Call::recvfrom}},
    {.name = "nonblocking", .file = "nonblocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Non-blocking I/O"),
     .serve = nonblocking, .told_by = Call::recv, .model = Model::nonblocking,
     .heeds = pause_option | send_buffer_option, .sleeps_in = {Call::nanosleep}},
    {.name = "nonblocking-udp", .file = "nonblocking_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Non-blocking I/O, UDP"),
     .serve = nonblocking_udp, .told_by = Call::recvfrom, .model = Model::nonblocking,
     .datagrams = true, .heeds = pause_option, .sleeps_in = {Call::nanosleep}},
    {.name = "select", .file = "select.cpp", .title = QT_TRANSLATE_NOOP("Servers", "I/O multiplexing: select()"),
     .serve = select_server, .told_by = Call::select, .model = Model::multiplexing,
     .heeds = timeout_option | send_buffer_option | descriptors_option, .sleeps_in = {Call::select, Call::send}},
    {.name = "select-udp", .file = "select_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "I/O multiplexing: select(), UDP"),
     .serve = select_udp, .told_by = Call::select, .model = Model::multiplexing, .datagrams = true,
     .heeds = timeout_option, .sleeps_in = {Call::select}},
    {.name = "select-all", .file = "select_all.cpp", .title = QT_TRANSLATE_NOOP("Servers", "I/O multiplexing: the three sets of select()"),
     .serve = select_all, .told_by = Call::select, .model = Model::multiplexing,
     .sends_urgent = true, .heeds = timeout_option | send_buffer_option | descriptors_option, .sleeps_in = {Call::select}},
    {.name = "poll", .file = "poll.cpp", .title = QT_TRANSLATE_NOOP("Servers", "I/O multiplexing: poll()"),
     .serve = poll_server, .told_by = Call::poll, .model = Model::multiplexing,
     .heeds = timeout_option | send_buffer_option | descriptors_option, .sleeps_in = {Call::poll, Call::send}},
    {.name = "poll-udp", .file = "poll_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "I/O multiplexing: poll(), UDP"),
     .serve = poll_udp, .told_by = Call::poll, .model = Model::multiplexing, .datagrams = true,
     .heeds = timeout_option, .sleeps_in = {Call::poll}},
    {.name = "poll-all", .file = "poll_all.cpp", .title = QT_TRANSLATE_NOOP("Servers", "I/O multiplexing: all that poll() tells"),
     .serve = poll_all, .told_by = Call::poll, .model = Model::multiplexing,
     .sends_urgent = true, .heeds = timeout_option | send_buffer_option | descriptors_option, .sleeps_in = {Call::poll}},
    {.name = "sigio", .file = "sigio.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Signal-driven I/O"),
     .serve = sigio, .told_by = Call::handler_begin, .model = Model::signal_driven,
     .heeds = send_buffer_option | signal_option},
    {.name = "sigio-udp", .file = "sigio_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Signal-driven I/O, UDP"),
     .serve = sigio_udp, .told_by = Call::handler_begin, .model = Model::signal_driven, .datagrams = true,
     .heeds = signal_option},
    {.name = "aio", .file = "aio.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Asynchronous I/O: POSIX aio"),
     .serve = aio, .told_by = Call::aio_read, .model = Model::asynchronous, .heeds = notify_option | send_buffer_option,
     .sleeps_in = {Call::accept, Call::aio_suspend, Call::send, Call::nanosleep}},
    {.name = "aio-udp", .file = "aio_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Asynchronous I/O: POSIX aio, UDP"),
     .serve = aio_udp, .told_by = Call::aio_read, .model = Model::asynchronous, .datagrams = true,
     .heeds = notify_option, .sleeps_in = {Call::recvfrom, Call::aio_suspend, Call::nanosleep}},
    {.name = "chat-blocking", .file = "chat_blocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat, blocking"),
     .serve = chat_blocking, .told_by = Call::recv, .model = Model::blocking, .terminal = true, .peer = "chat-server", .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::connect, Call::read, Call::recv, Call::send, Call::write}},
    {.name = "chat-blocking-udp", .file = "chat_blocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat, blocking, UDP"),
     .serve = chat_blocking_udp, .told_by = Call::recv, .model = Model::blocking, .datagrams = true, .terminal = true, .peer = "chat-server-udp", .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::connect, Call::read, Call::recv, Call::send, Call::write}},
    {.name = "chat-nonblocking", .file = "chat_nonblocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat, non-blocking"),
     .serve = chat_nonblocking, .told_by = Call::recv, .model = Model::nonblocking, .terminal = true, .peer = "chat-server", .echoes = false,
     .heeds = pause_option | pipe_option, .sleeps_in = {Call::connect, Call::nanosleep}},
    {.name = "chat-nonblocking-udp", .file = "chat_nonblocking.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat, non-blocking, UDP"),
     .serve = chat_nonblocking_udp, .told_by = Call::recv, .model = Model::nonblocking, .datagrams = true, .terminal = true, .peer = "chat-server-udp", .echoes = false,
     .heeds = pause_option | pipe_option, .sleeps_in = {Call::connect, Call::nanosleep}},
    {.name = "chat-select", .file = "chat_select.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat with select()"),
     .serve = chat_select, .told_by = Call::select, .model = Model::multiplexing, .terminal = true, .peer = "chat-server", .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::connect, Call::select, Call::send, Call::write}},
    {.name = "chat-select-udp", .file = "chat_select.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat with select(), UDP"),
     .serve = chat_select_udp, .told_by = Call::select, .model = Model::multiplexing, .datagrams = true, .terminal = true, .peer = "chat-server-udp", .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::connect, Call::select, Call::send, Call::write}},
    {.name = "chat-sigio", .file = "chat_sigio.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat, signal-driven"),
     .serve = chat_sigio, .told_by = Call::handler_begin, .model = Model::signal_driven, .terminal = true, .peer = "chat-server", .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::connect, Call::read, Call::recv, Call::send, Call::write}},
    {.name = "chat-sigio-udp", .file = "chat_sigio.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat, signal-driven, UDP"),
     .serve = chat_sigio_udp, .told_by = Call::handler_begin, .model = Model::signal_driven, .datagrams = true, .terminal = true, .peer = "chat-server-udp", .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::connect, Call::read, Call::recv, Call::send, Call::write}},
    {.name = "chat-server", .file = "chat_server.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat server: a line goes to every other client"),
     .serve = chat_server, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = send_buffer_option, .sleeps_in = {Call::select}},
    {.name = "chat-server-udp", .file = "chat_server_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Chat server, UDP"),
     .serve = chat_server_udp, .told_by = Call::select, .model = Model::multiplexing, .datagrams = true, .echoes = false,
     .sleeps_in = {Call::select}},
    {.name = "relay", .file = "relay.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Relay between two clients"),
     .serve = relay, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = send_buffer_option, .sleeps_in = {Call::select}},
    {.name = "relay-udp", .file = "relay_udp.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Relay between two clients, UDP"),
     .serve = relay_udp, .told_by = Call::select, .model = Model::multiplexing, .datagrams = true, .echoes = false,
     .sleeps_in = {Call::select}},
    {.name = "epoll", .file = "epoll.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Beyond the lecture: epoll"),
     .serve = epoll_server, .told_by = Call::epoll_wait, .model = Model::beyond,
     .heeds = timeout_option | send_buffer_option | descriptors_option | edge_option, .sleeps_in = {Call::epoll_wait}},
    {.name = "io_uring", .file = "io_uring.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Beyond the lecture: io_uring"),
     .serve = io_uring_server, .told_by = Call::io_uring_enter, .model = Model::beyond,
     .heeds = send_buffer_option, .sleeps_in = {Call::io_uring_enter}, .lacks = traced::lacks_uring},
    {.name = "threads", .file = "threads.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Beyond the lecture: a thread for each client"),
     .serve = threads, .told_by = Call::recv, .model = Model::beyond, .heeds = send_buffer_option, .sleeps_in = {Call::accept, Call::recv, Call::send}},
};

constexpr Server bench{
    .name = "bench", .file = "", .title = QT_TRANSLATE_NOOP("Servers", "The bench: statements of C, one at a time"), .serve = nullptr,
    .told_by = Call::count_, .terminal = true, .echoes = false,
    .sleeps_in = {Call::accept, Call::accept4, Call::aio_suspend, Call::connect, Call::epoll_wait, Call::nanosleep, Call::poll, Call::read, Call::recv,
                  Call::recvfrom, Call::select, Call::send, Call::sendto, Call::write},
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
    for (const std::span<const Server> each : {all(), mistakes()})
        for (const Server &server : each)
            if (server.name == name)
                return &server;
    return name == bench.name ? &bench : nullptr;
}

} // namespace servers
