// SPDX-License-Identifier: MIT
// io_uring(7) through liburing, recorded: the names and arguments of liburing's functions. Those that need the kernel are
// recorded as the system call they make, when they make it; entries written and completions read, as steps.
#pragma once

#include "trace/place.h"

#include <liburing.h>

namespace traced {

using std::source_location;

// What a completion is about is told by its user_data: the program must build it so.
constexpr uint64_t uring_label(int operation, int fd)
{
    return uint64_t(operation) << 32 | uint32_t(fd);
}
constexpr int operation_of(uint64_t label) { return int(label >> 32); }
constexpr int descriptor_of(uint64_t label) { return int(uint32_t(label)); }

// io_uring_queue_init(3): 0 or -errno. Makes io_uring_setup(2).
struct QueueInit { int operator()(unsigned entries, io_uring *ring, unsigned flags, trace::Here = source_location::current()) const; };
// io_uring_queue_exit(3): closes the ring's descriptor, close(2).
struct QueueExit { void operator()(io_uring *ring, trace::Here = source_location::current()) const; };
// io_uring_submit(3), io_uring_submit_and_wait(3): how many entries the kernel has taken, or -errno. Make io_uring_enter(2),
// but a submit of nothing.
struct Submit { int operator()(io_uring *ring, trace::Here = source_location::current()) const; };
struct SubmitAndWait { int operator()(io_uring *ring, unsigned wanted, trace::Here = source_location::current()) const; };
// io_uring_sqe_set_data64(3), the last thing to be filled in: from here on the entry is queued.
struct SetData { void operator()(io_uring_sqe *sqe, uint64_t label, trace::Here = source_location::current()) const; };
// io_uring_cqe_seen(3): the completion has been read, its place is free.
struct CqeSeen { void operator()(io_uring *ring, io_uring_cqe *cqe, trace::Here = source_location::current()) const; };

inline constexpr QueueInit io_uring_queue_init{};
inline constexpr QueueExit io_uring_queue_exit{};
inline constexpr Submit io_uring_submit{};
inline constexpr SubmitAndWait io_uring_submit_and_wait{};
inline constexpr SetData io_uring_sqe_set_data64{};
inline constexpr CqeSeen io_uring_cqe_seen{};

// The errno with which this system refuses io_uring, or 0: switched off (io_uring_disabled), forbidden (seccomp), too old.
int lacks_uring() noexcept;

} // namespace traced

namespace servers { // whose listings say them by their bare names

using traced::descriptor_of;
using traced::io_uring_cqe_seen;
using traced::io_uring_queue_exit;
using traced::io_uring_queue_init;
using traced::io_uring_sqe_set_data64;
using traced::io_uring_submit;
using traced::io_uring_submit_and_wait;
using traced::operation_of;
using traced::uring_label;

} // namespace servers
