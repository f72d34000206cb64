// SPDX-License-Identifier: MIT
// What happened: one system call, one user-space step worth seeing, or one fact observed from outside.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace trace {

// What an event is about. The order means nothing: files carry the names, and what a call is stands in its row,
// calls/schema.h.
enum class Call : uint8_t {
    // system calls
    socket, setsockopt, bind, listen, getsockname, connect, accept, select, poll, recv, send, read, write, recvfrom,
    sendto, shutdown, close, fcntl, nanosleep, sigaction, pthread_sigmask, epoll_create1, epoll_ctl, epoll_wait,
    io_uring_setup, io_uring_enter, accept4, getsockopt, getpeername, pipe, socketpair, dup, dup2, ioctl, tcflow,
    typed, typed_end, // write() at the user's side of a terminal, or into the pipe that is standard input; close() of that
    // calls into the C library: what the kernel is asked for in them is not ours to see
    aio_read, aio_write, aio_error, aio_return, aio_suspend, aio_cancel, pthread_create,
    // user-space steps of the program being watched
    fd_zero, fd_set, fd_clr, fd_isset, // the four macros
    set_assigned,                      // readfds = allset
    table_assigned,                    // client_FD[i] = value
    number_assigned,                   // maxfd = value
    handler_begin, handler_end,        // a signal has been delivered: its handler is entered, and left
    terminal_opened,                   // a descriptor that came to be beside the program: one of a terminal, as a shell gives
    fgets,                             // of the C library: it has given a line, or nothing
    sqe_queued, cqe_seen,              // an entry written into io_uring's submission ring, one read from its completion ring
    // the thread itself
    thread_begin, thread_end, held, // held: at the gate, before the call named in `flags`
    lost,    // events of the thread that nobody could write down any more: the ring was full, or the run's bound reached
    killed, // by a signal without a handler, whose default action ends a program
    planned, // a client has been told when to send what comes next, until it is told again
    // facts seen from outside the thread
    observed_state, observed_socket, observed_drops, observed_cpu,
    observed_task, // a thread that is not ours: one of the C library's helpers
    count_
};

// A set of calls.
class CallSet {
public:
    template <typename... Of>
    constexpr CallSet(Of... calls) { ((m_bits[size_t(calls) / 64] |= uint64_t(1) << (size_t(calls) % 64)), ...); }
    constexpr bool has(Call call) const { return m_bits[size_t(call) / 64] >> (size_t(call) % 64) & 1; }

private:
    std::array<uint64_t, 2> m_bits{};
};
static_assert(size_t(Call::count_) < 128);

// All that the recorder must know of a call. calls/schema.cpp asserts that the rows say the same.
inline constexpr CallSet multiplexing{Call::select, Call::poll, Call::epoll_wait}; // wait for many; with a timeout of 0 they only ask
inline constexpr CallSet answering_length{Call::accept, Call::accept4, Call::getsockname, Call::getpeername, Call::getsockopt}; // Event::length is known at their end only
inline constexpr CallSet folded_on_error{Call::accept, Call::accept4, Call::connect, Call::recv, Call::recvfrom, Call::read,
                                         Call::send, Call::sendto, Call::write}; // that fail at once when there is nothing, again and again

// `flags`, bit 31: Event::words say where the payload is, see payload.h; it is not in them.
inline constexpr uint32_t payload_elsewhere = uint32_t(1) << 31;

// One event, one cache line. All times are CLOCK_MONOTONIC in ns. What the other fields hold is told by the row of its call,
// calls/schema.cpp; what an observation tells held at some moment between begin and end.
struct Event {
    int64_t begin = 0;
    int64_t end = 0; // 0: not ended yet, the call is in flight
    int64_t length = 0;
    uint64_t words[2] = {0, 0};
    int32_t result = 0;
    int32_t fd = -1;
    uint32_t count = 1;  // how many equal calls this event stands for: polls in vain; or equal assignments between those
    uint32_t flags = 0;
    uint16_t file = 0;   // index into Trace::files
    uint16_t thread = 0; // index into Trace::threads
    uint16_t line = 0;   // in that file; 0: no source line
    Call call = Call::count_;
    uint8_t error = 0; // errno when result is -1, else 0
    bool operator==(const Event &) const = default;
};
static_assert(sizeof(Event) == 64);

// A thread names so many variables at most; this is the number of one without a name.
inline constexpr uint16_t unnamed_variable = 254;

// select's `flags`: which variable was passed for each set.
namespace select_flags {
inline constexpr uint16_t none = 255; // NULL was passed
// The variable passed as set 0 (read), 1 (write) or 2 (except).
constexpr uint16_t variable(uint32_t flags, int set) { return (flags >> (8 * set)) & 255; }
// The flags of a select() that was passed these.
constexpr uint32_t passed(uint32_t read, uint32_t write = none, uint32_t except = none)
{
    return read | write << 8 | except << 16;
}
constexpr int sets_passed(uint32_t flags)
{
    return (variable(flags, 0) != none) + (variable(flags, 1) != none) + (variable(flags, 2) != none);
}
} // namespace select_flags

// What an epoll_wait() can be asked for at a time, and be recorded: maxevents, at most this.
inline constexpr int most_epoll_events = 4095;

// A folded set_assigned, `readfds = allset` before each of many equal select()s, stands at the moment of the last one.

} // namespace trace
