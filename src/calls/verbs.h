// SPDX-License-Identifier: MIT
// What readers want to know of an event, however the call is spelled. Each is a small value made from one event; nothing
// here looks at a second one, or says who the other side is. A call in flight says what it asked; what only the end tells
// is then empty.
#pragma once

#include "calls/schema.h"
#include "trace/trace.h"

#include <vector>

namespace calls {

enum class Way : uint8_t { in, out };

// Bytes, or a datagram, that a call or a completion moves between a program and the kernel.
struct Transfer {
    Way way = Way::in;
    int fd = -1;
    int64_t asked = 0;            // bytes; of a completion, which does not tell: INT64_MAX
    int64_t room = 0;             // bytes of the program's buffer; 0: not told
    std::optional<int64_t> moved; // bytes, once it is over; none: in flight, or it failed
    int error = 0;
    bool peeks = false, urgent = false, truncates = false; // MSG_PEEK, MSG_OOB, MSG_TRUNC
    bool never_waits = false;     // MSG_DONTWAIT, or urgent data asked for
    bool waits_all = false;       // MSG_WAITALL: for all that it asks for
    bool more_follows = false;    // MSG_MORE
    bool beside = false;          // done beside the program: aio, io_uring
    bool tells_port = false;      // the call names the other side: recvfrom(), sendto()
    uint16_t told_port = 0;       // its port; 0: it is not told

    bool reads() const { return way == Way::in; }
    bool sends() const { return way == Way::out; }
    bool found_nothing() const;   // EAGAIN
    // Whether the stream moves on: neither a look ahead nor a byte out of band does that.
    bool in_stream() const { return !peeks && !urgent; }
    // What a stream's end gives; of datagrams it is an empty one, or what shutdown() leaves.
    bool empty() const { return reads() && moved == 0 && asked > 0; }
};
std::optional<Transfer> as_transfer(const Event &event);
inline bool reads(const Event &event) { return has(event, moves_in); }  // a call that copies out of the kernel itself
inline bool writes(const Event &event) { return has(event, moves_out); } // and into it

// A descriptor that comes to be; of some calls two.
struct Opening {
    enum What : uint8_t { socket, connection, epoll, ring, pipe, pair, duplicate, terminal } what = socket;
    int made = -1;      // -1: in flight, or it failed; of a pipe the end that is read
    int other = -1;     // of a pipe, a pair: the second descriptor
    int from = -1;      // of a connection: the listening socket; of a duplicate: the descriptor whose open file it names, too
    bool stream = true; // of a socket, a pair
    uint16_t peer_port = 0; // of a connection; 0: not told
    int error = 0;
    bool out_of_descriptors() const; // EMFILE, ENFILE
};
std::optional<Opening> opening_in(const Event &event);
inline std::optional<Opening> as_opening(const Event &event) // accept() in io_uring, too
{
    return has(event, opens) || has(event, completes) ? opening_in(event) : std::nullopt;
}
inline bool accepts(const Event &event) { return has(event, opens) && has(event, names_peer); } // a call that does so itself
bool out_of_descriptors(const Event &event); // of an accept()

// An address that becomes known.
struct Naming {
    enum Whose : uint8_t { own, peer } whose = own;
    int fd = -1;
    uint16_t port = 0;      // 0: any, or not told
    bool connects = false;  // asks for the connection as well
    bool asked = false;     // the kernel tells which it is: getsockname()
    bool done = false;
    bool under_way = false; // EINPROGRESS, EINTR: it goes on in the kernel
};
std::optional<Naming> as_naming(const Event &event);

// A descriptor, or a direction of a connection, that goes.
struct Closing {
    int fd = -1;             // -1 and `everything`: all of the thread's table
    bool descriptor = false; // close()
    bool reading = false, writing = false; // shutdown()
    bool everything = false; // the thread's end
    bool done = false;       // Linux: also close() with EINTR
    bool not_connected = false; // ENOTCONN: Linux does it all the same to a datagram socket
};
std::optional<Closing> as_closing(const Event &event);

// What a call may sleep for. Whether it did is told by replay, not here.
struct Wait {
    enum For : uint8_t { data, connection, room, established, many, completion, request, time } what = data;
    int fd = -1;                    // many: -1, or the epoll descriptor; see asked_about()
    std::optional<int64_t> timeout; // ns; none: for ever
    bool only_asks() const { return timeout == 0; }
};
std::optional<Wait> as_wait(const Event &event);

// An option, a flag, a disposition.
struct Setting {
    enum What : uint8_t { option, status_flags, owner, owner_signal, listening, interest, disposition, mask, other } what = option;
    int fd = -1;
    int level = 0;     // option: SOL_*
    int name = 0;      // option: SO_*; interest: the descriptor; disposition: the signal
    int operation = 0; // interest: EPOLL_CTL_*; mask: SIG_BLOCK, …
    int64_t changes = 0; // status_flags: those that are set to what `value` says; the others stay
    int64_t value = 0; // interest: EPOLL*; status_flags: O_*; disposition: 0 the default, 1 a handler; mask: bit n-1 is signal n
    std::optional<int64_t> second; // option: the second int of its value, as of SO_LINGER; none: it has none, or it is not told
    bool done = false;
    bool names(int of_level, int option_name) const { return what == option && level == of_level && name == option_name; }
    bool is(int of_level, int option_name) const { return names(of_level, option_name) && done; } // it is so now
};
std::optional<Setting> as_setting(const Event &event);

// An operation handed to somebody else, and its result.
struct Submission {
    Way way = Way::in;    // of its bytes
    uint64_t request = 0; // aio: its number; io_uring: user_data
    int fd = -1;
    int operation = -1;   // io_uring: IORING_OP_*
    int64_t bytes = 0, offset = 0;
    int notification = 0; // aio: SIGEV_*
    bool taken = false;
};
std::optional<Submission> as_submission(const Event &event);
struct Completion {
    uint64_t request = 0; // aio: its number
    int fd = -1;
    int operation = -1;   // io_uring: IORING_OP_*
    int result = 0;       // -1: `error`
    int error = 0;
};
std::optional<Completion> as_completion(const Event &event);
// aio_suspend(): for how many requests; none: another call.
std::optional<int64_t> waits_for_requests(const Event &event);
// io_uring_enter(): hands in what was queued, and waits for completions.
inline bool hands_in(const Event &event) { return has(event, submits) && has(event, waits); }
// An operation of io_uring: the entry that asks for it, or its completion.
struct Operation {
    int code = 0; // IORING_OP_*
    int fd = -1;
    bool complete = false; // else asked for
    bool receives() const;
    bool accepts() const;
    bool waits() const { return receives() || accepts(); } // for what another one does; others are complete at once
};
std::optional<Operation> operation_in(const Event &event);
inline std::optional<Operation> as_operation(const Event &event)
{
    return has(event, submits) || has(event, completes) ? operation_in(event) : std::nullopt;
}
// aio: the number of the request that the event tells to be complete: asked about, notified of, or its result taken.
std::optional<uint64_t> told_complete(const Event &event);

// A signal whose handler is entered.
struct Signal {
    int number = 0, code = 0;
    int fd = -1;       // F_SETSIG names it
    uint32_t band = 0; // then: POLL*
    uint64_t request = 0; // of aio: its number
    int pid = 0;       // of the process that sent it; 0: not told
    bool about_descriptor() const; // POLL_*, SI_KERNEL; that its number is SIGIO or what F_SETSIG chose is not said here
};
std::optional<Signal> as_signal(const Event &event);

// Of a step in user space: the program's variable that it changes or asks; "?" when the recording does not tell.
const std::string &variable_of(const trace::Trace &trace, const Event &event);

// Over; it asked, did not wait, and found nothing: EAGAIN, or 0 with a timeout of 0.
bool in_vain(const Event &event) noexcept;
// The ports of two ends and what waited at one of them, or how many datagrams that has lost, seen from outside.
struct SeenSocket {
    uint16_t local_port = 0, peer_port = 0; // peer 0: it listens
    int64_t receive_bytes = 0, send_bytes = 0, queue = 0;
    std::optional<int64_t> dropped; // then nothing is told of the others
};
std::optional<SeenSocket> as_seen_socket(const Event &event); // none: also ports that are none

// A thread that was looked at from outside.
struct SeenThread {
    int thread = -1; // an index into Trace::threads; -1: none of those
    int tid = 0;     // then
    char state = '?';     // as in /proc/self/task/TID/stat; 'X': it has gone
    int system_call = -1; // that it was in; -1: none, or not told
    int fd = -1;          // what that was about
    bool asleep() const { return state == 'S' || state == 'D'; }
};
std::optional<SeenThread> as_seen_thread(const Event &event);

// What a thread had used of the processor: as it says at its end, or seen from outside.
struct Usage {
    int thread = -1; // seen: an index into Trace::threads; -1: the event's own
    int64_t cpu = 0; // ns
    int64_t voluntary = 0, involuntary = 0; // context switches
};
std::optional<Usage> as_usage(const Event &event);

// A step in user space that changes a variable: one of the program's descriptor sets, a slot of a table, a number.
struct Assignment {
    enum What : uint8_t { cleared, added, removed, copied, slot, every_slot, number } what = cleared;
    uint16_t variable = 0;        // which, as Thread::variables
    int fd = -1;                  // added, removed
    std::optional<uint16_t> from; // copied: another one's content; none: it is not known whose
    int index = -1;               // slot
    int64_t value = 0;            // slots, number
    int64_t size = 0;             // every_slot: how many there are; 0: not told
};
std::optional<Assignment> as_assignment(const Event &event);

} // namespace calls
