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
    io_uring_setup, io_uring_enter,
    // calls into the C library: what the kernel is asked for in them is not ours to see
    aio_read, aio_write, aio_error, aio_return, aio_suspend, aio_cancel,
    // user-space steps of the program being watched
    fd_zero, fd_set, fd_clr, fd_isset, // the four macros
    set_assigned,                      // readfds = allset
    table_assigned,                    // client_FD[i] = value
    number_assigned,                   // maxfd = value
    handler_begin, handler_end,        // a signal has been delivered: its handler is entered, and left
    sqe_queued, cqe_seen,              // an entry written into io_uring's submission ring, one read from its completion ring
    // the thread itself
    thread_begin, thread_end, held, // held: at the gate, before the call named in `flags`
    planned, // a client has been told when to send what comes next, until it is told again
    // facts seen from outside the thread
    observed_state, observed_socket, observed_cpu,
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
inline constexpr CallSet answering_length{Call::accept, Call::getsockname};        // Event::length is known at their end only
inline constexpr CallSet folded_on_error{Call::accept, Call::connect, Call::recv, Call::recvfrom, Call::read, Call::send,
                                         Call::sendto, Call::write}; // that fail at once when there is nothing, again and again

// One event, one cache line. All times are CLOCK_MONOTONIC in ns. What the fields hold, call by call:
//
//   call             fd               length              flags                        result        words
//   socket           -1               AF_* domain         SOCK_* type                  descriptor
//   setsockopt       descriptor       value               SO_* option                  0 or -1
//   bind, connect    descriptor       port                -                            0 or -1
//   listen           descriptor       backlog             -                            0 or -1
//   getsockname      descriptor       port answered       -                            0 or -1
//   accept           descriptor       peer's port         -                            descriptor
//   select           nfds             timeout ns, -1 NULL see SelectFlags              n, 0 or -1    the sets
//   poll             number of fds    timeout ns, -1 ever array's variable, long_form  n, 0 or -1    the pollfds
//   recv, send,      descriptor       bytes asked         MSG_*                        bytes or -1   the first 16 bytes moved
//   read, write
//   recvfrom         descriptor       bytes asked         MSG_*                        bytes or -1   first 8 bytes; sender's port
//   sendto           descriptor       bytes               MSG_*                        bytes or -1   first 8 bytes; port sent to
//   shutdown         descriptor       -                   SHUT_*                       0 or -1
//   close            descriptor       SO_LINGER 0: 1      -                            0 or -1
//   fcntl            descriptor       argument            F_* command                  flags, 0 or -1 F_SETOWN_EX: F_OWNER_*
//   nanosleep        -1               ns                  -                            0 or -1
//   sigaction        -1               signal              -                            0 or -1       SA_*; 0 SIG_DFL, 1 a handler
//   pthread_sigmask  -1               mask: bit n-1 is n  SIG_BLOCK, …                 0 or -1       the mask before
//   epoll_create1    -1               -                   EPOLL_*                      descriptor
//   epoll_ctl        epoll descriptor descriptor          EPOLL_CTL_*                  0 or -1       EPOLL* events asked
//   epoll_wait       epoll descriptor timeout ns, -1 ever maxevents, long_form         n, 0 or -1    those answered: see Polled
//   io_uring_setup   -1               entries             IORING_SETUP_*               descriptor    places in the two rings
//   io_uring_enter   ring descriptor  min_complete        to_submit                    n or -1
//   aio_read,        descriptor       bytes asked         SIGEV_*                      0 or -1       aio_offset; the request's number
//   aio_write
//   aio_error        descriptor       -                   -                            0 or errno    -; the request's number
//   aio_return       descriptor       -                   -                            bytes or -1   first 8 bytes; request
//   aio_suspend      requests waited  timeout ns, -1 NULL -                            0 or -1
//   aio_cancel       descriptor       -                   -                            AIO_* or -1   -; the request's number
//   fd_zero          -1               -                   set's variable               -
//   fd_set, fd_clr   descriptor       -                   set's variable               -
//   fd_isset         descriptor       -                   set's variable               1 or 0
//   set_assigned     source variable  -                   set's variable               -
//   table_assigned   index, -1 all    value               table's variable             -             all: how many there are
//   number_assigned  -1               value               number's variable            -
//   handler_begin    si_fd, -1 none   signal              si_code (16 bits)            si_pid, 0 not si_band or sival; request
//   handler_end      -1               signal              -                            -
//   sqe_queued       descriptor       bytes asked         IORING_OP_*                  -             user_data
//   cqe_seen         descriptor       bytes asked; accept IORING_OP_*, IORING_CQE_F_*  res or -1     first 16 bytes moved
//                                     peer's port         in the high byte
//   thread_begin     -1               tid                 -                            pid, 0 not    -; the request it tells of
//   thread_end       -1               CPU time ns         -                            -             voluntary, involuntary switches
//   held             -1               -                   the Call about to be made    -
//   planned          -1               CLOCK_MONOTONIC ns  -                            -
//   observed_*: seen from outside at some moment between begin and end
//   observed_state   thread           -                   -                            'S', 'R', …
//   observed_socket  receive bytes    send bytes          -                            accept queue  local port, peer's port
//   observed_cpu     thread           CPU time ns         -                            -             voluntary, involuntary switches
//   observed_task    tid              system call, -1 ?   descriptor it is on, 0xffff  'S', 'R', …; 'X' it has gone
struct Event {
    int64_t begin = 0;
    int64_t end = 0; // 0: not ended yet, the call is in flight
    int64_t length = 0;
    uint64_t words[2] = {0, 0};
    int32_t result = 0;
    int32_t fd = -1;
    uint32_t count = 1;  // how many equal calls this event stands for: polls in vain; or equal assignments between those
    uint32_t file = 0;   // index into Trace::files
    uint16_t line = 0;   // in that file; 0: no source line
    uint16_t flags = 0;
    uint16_t thread = 0; // index into Trace::threads
    Call call = Call::count_;
    uint8_t error = 0; // errno when result is -1, else 0
    bool operator==(const Event &) const = default;
};
static_assert(sizeof(Event) == 64);

// select's `flags`: which variable was passed for each set, and where the words are.
namespace select_flags {
inline constexpr uint16_t none = 15;    // NULL was passed
inline constexpr uint16_t unnamed = 14; // a set that is no watched variable
inline constexpr uint16_t long_form = 0x1000;
// The variable passed as set 0 (read), 1 (write) or 2 (except).
constexpr uint16_t variable(uint16_t flags, int set) { return (flags >> (4 * set)) & 15; }
constexpr int sets_passed(uint16_t flags)
{
    return (variable(flags, 0) != none) + (variable(flags, 1) != none) + (variable(flags, 2) != none);
}
// 64-bit words in one set of `nfds` bits.
constexpr int words_per_set(int nfds) { return nfds / 64 + (nfds % 64 > 0); } // never overflows
} // namespace select_flags

// Whether words[0] is an offset in Trace::words and words[1] the number of words there.
constexpr bool has_words_elsewhere(const Event &event)
{
    return multiplexing.has(event.call) && (event.flags & select_flags::long_form);
}

// A struct pollfd (poll(2)) as one word. A poll's words: those asked, then those answered; of a single one in Event::words.
// An epoll_wait's: the `result` answered, up to two of them in Event::words; `fd` is what the program put into data.fd,
// `events` is 0: what was asked stands in epoll_ctl.
struct Polled {
    int32_t fd = -1;
    int16_t events = 0, revents = 0;
    bool operator==(const Polled &) const = default;
};
constexpr uint64_t word_of(const Polled &polled)
{
    return uint64_t(uint32_t(polled.fd)) << 32 | uint64_t(uint16_t(polled.events)) << 16 | uint16_t(polled.revents);
}
constexpr Polled polled_of(uint64_t word)
{
    return {int32_t(word >> 32), int16_t(word >> 16), int16_t(word)};
}

// epoll_wait's `flags` below long_form: maxevents, at most this.
inline constexpr uint16_t most_epoll_events = select_flags::long_form - 1;

// A folded set_assigned, `readfds = allset` before each of many equal select()s, stands at the moment of the last one.

// A select's words: those asked of every set passed (in the order read, write, except), then those answered. One set of one
// word stands in Event::words (asked, answered). Otherwise long_form is set, words[0] is the offset of the words in
// Trace::words and words[1] their number. With a timeout above 0 the last word asked is that timeout, ns, and the last one
// answered what the kernel has left of it (a recording of an older program may lack both).

} // namespace trace
