// SPDX-License-Identifier: MIT
// Everything there was at one instant: passive values folded from a recording. Nothing here that the recording does not
// say.
#pragma once

#include "calls/names.h"
#include "calls/readiness.h"
#include "calls/verbs.h"

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace replay {

// How something is known.
enum class Known : uint8_t {
    measured,  // our clock was read right there
    bracketed, // it lies between the begin and the end of the peer's recorded call
    derived,   // follows from recorded calls (bytes sent by the peer and not read yet)
    observed,  // seen from outside: /proc
    unknown,   // the recording cannot tell
};

enum class State : uint8_t {
    not_begun,
    running,
    idle, // a client between two calls: it waits for its next action, which no system call of its own tells
    asleep, copying, held, ended
};

// A signal handler that a thread is in.
struct Handling {
    int signal = 0;
    int code = 0;     // si_code: POLL_IN, …; SI_KERNEL: the kernel does not tell more
    int fd = -1;      // si_fd, -1: the signal names no descriptor
    int64_t since = 0; // ns
    size_t event = 0; // sequence number of the handler_begin
    bool operator==(const Handling &) const = default;
};

struct Thread {
    uint16_t table = 0;                 // whose descriptor table it uses: its own index, or that of its program's first thread
    State state = State::not_begun;
    Known known = Known::measured;      // of `state`: asleep in a call that has not returned is derived or observed
    std::optional<size_t> event;        // sequence number of the call in progress, if it has ended in this recording
    std::optional<trace::Event> call;   // the call in progress or, held at the gate, the held event, as it was begun; else none
    std::vector<trace::Event> interrupted; // calls in progress during which a signal's handler has come; as `call`, in order of begin
    // The folded polls in vain among its calls in progress, in order of begin: each as it was begun, with what it has returned
    // every time. How often by the instant (count, and end: the last one's) is told at the end of the recording only.
    std::vector<trace::Event> polls;
    std::optional<double> busy;         // share of a processor it has had since these began, seen from outside
    std::optional<size_t> last;         // sequence number of the last event this thread completed
    int64_t since = 0;                  // ns, when this state began
    int64_t cpu = 0;                    // ns, as last recorded
    std::optional<Handling> handler;    // the innermost it is in
    uint64_t delivered = 0;             // signals: handlers entered so far
    int killed = 0;                     // the signal without a handler that ends, or has ended, its program; 0: none
    // True while it makes the calls of `polls` again and again, in turn, and nothing else.
    bool repeats() const { return state == State::running && call && !polls.empty() && polls.back().begin == call->begin; }
    bool operator==(const Thread &) const = default;
};

enum class SocketState : uint8_t { fresh, listening, connected, bound }; // bound: of datagrams, for whoever sends

// One end of a connection, a listening socket or one of datagrams, as the owner's descriptor table has it.
struct Socket {
    uint16_t thread = 0; // owner; an index into Trace::threads
    int fd = -1;
    std::vector<int> also;       // further descriptors that name it: dup(2)
    SocketState role = SocketState::fresh;
    bool datagrams = false;      // UDP: `connected` means that it has a peer's address, nothing else
    uint16_t local_port = 0, peer_port = 0;
    int peer = -1;               // index in World::sockets of the other end, -1: outside the program or not known
    int peer_thread = -1;        // index into Trace::threads, -1: outside the program
    bool outside = false;        // the peer is another program
    bool closed = false;         // its descriptor is, but a call that has not returned, or an operation, keeps it: nothing is sent yet
    std::optional<int64_t> receive_bytes; // waiting in the kernel to be read; none: unknown
    Known receive_known = Known::derived;
    int64_t arriving = 0;        // of the peer's send() in progress, or left by a reset: so many more bytes may wait; listening: of connect() calls
    int64_t on_the_way = 0;      // so many more bytes were sent, too many for it to be sure that they are here: some are still in the
                                 // sender's send buffer
    std::optional<int64_t> queue; // listening: connections complete and not accepted; datagrams: those to be read; none: unknown
    Known queue_known = Known::derived;
    int64_t dropped = 0;         // datagrams that its full receive buffer has cost so far, by the kernel's own count as last seen
    int backlog = -1;            // listening: what listen() asked for; Linux lets one more wait. -1: not told
    int64_t received = 0, sent = 0; // bytes moved by this end's calls so far
    bool peer_shut = false;      // the peer has closed its sending side: end of file comes after the bytes
    bool shut = false;           // this end has shut its sending side
    bool peer_closed = false;    // the peer is closed, and nothing keeps it: a FIN has come, or a RST
    bool reset = false;          // the connection was reset: what its peer had not sent on is lost, what had come can be read
    bool urgent = false;         // an urgent byte (MSG_OOB) of the peer's waits to be taken
    bool urgent_kept = false;    // such a byte, taken or not, that no read of the stream has gone past: close() sends a RST
    bool nonblocking = false;    // O_NONBLOCK is on: its calls do not wait
    bool abortive = false;       // SO_LINGER with a time of 0 is on: close() sends a RST
    int64_t since = 0;           // ns, when it came to be
    // Listening: no further connection has room in its queue. What asks for one then is dropped, and asks again (listen(2)).
    bool full() const { return role == SocketState::listening && queue && backlog >= 0 && *queue > backlog; }
    bool operator==(const Socket &) const = default;
};

// An fd_set: bit n stands for descriptor n.
using DescriptorSet = std::bitset<size_t(calls::descriptors_in_a_set)>;

// A descriptor set of the program.
struct Set {
    uint16_t thread = 0;
    std::string name;
    DescriptorSet now;           // its content
    std::optional<size_t> event; // sequence number of the event that changed it last
    bool operator==(const Set &) const = default;
};

using calls::Sides;

// What the last select asked and was answered; `answered` only once it has returned.
struct Selection {
    uint16_t thread = 0;
    int nfds = 0;
    int64_t timeout = -1; // ns, -1: NULL
    struct Passed {
        std::string name; // "readfds"; empty: NULL was passed
        DescriptorSet asked;
        DescriptorSet answered;
        DescriptorSet unused; // of those: not yet read or accepted from, written to, urgent data taken from since
        bool operator==(const Passed &) const = default;
    } sets[3];            // read, write, except
    bool returned = false;
    int result = 0;
    std::optional<size_t> event;
    bool operator==(const Selection &) const = default;
};

// The pollfd[] that the last poll was asked about; `revents` only once it has returned.
struct Polling {
    uint16_t thread = 0;
    std::string name; // "client[].fd"
    int64_t timeout = -1; // ns, -1: forever
    struct Entry {
        int fd = -1; // -1: passed over
        int16_t events = 0, revents = 0;
        Sides unused; // of what it was found ready for: not yet made use of
        bool operator==(const Entry &) const = default;
    };
    std::vector<Entry> entries;
    bool returned = false;
    int result = 0;
    std::optional<size_t> event;
    bool operator==(const Polling &) const = default;
};

// One epoll instance: its interest list and, of the entries, those in its ready list.
struct Interest {
    uint16_t thread = 0;
    int fd = -1; // the epoll descriptor
    struct Entry {
        int fd = -1;
        uint32_t events = 0;    // asked: EPOLLIN, EPOLLOUT, EPOLLET, …
        uint32_t told = 0;      // what the last epoll_wait() answered of it; 0: it was not ready
        bool unused = false;    // told, and not yet read, accepted from or sent on since
        std::optional<bool> ready; // the next epoll_wait() would tell of it: inferred from what waits; none: unknown
        bool operator==(const Entry &) const = default;
    };
    std::vector<Entry> entries; // by descriptor
    int changed = -1;           // the descriptor that event `event` put there, changed or took away
    bool waiting = false;       // an epoll_wait() has not returned
    std::optional<int> result;  // of the last one that has
    std::optional<size_t> event; // an epoll_ctl(), if that is what the thread has completed last
    bool operator==(const Interest &) const = default;
};

// io_uring's two rings, and what the kernel has in hand.
struct Uring {
    uint16_t thread = 0;
    int fd = -1;                     // the ring's descriptor
    int64_t entries = 0, completion_entries = 0; // places in the submission and in the completion ring; 0: not told
    struct Operation {
        uint8_t code = 0;            // IORING_OP_*
        int fd = -1;
        int64_t bytes = 0;           // asked
        bool handed_in = false;      // by io_uring_enter(); else it stands in the submission ring
        std::optional<bool> done;    // complete, its completion not seen: inferred from what came; none: unknown
        int64_t moved = 0;           // bytes the kernel has put into the buffer then
        size_t queued = 0;           // the event that wrote the entry
        bool operator==(const Operation &) const = default;
    };
    std::vector<Operation> operations; // not seen to be complete, in the order of queueing
    struct Completion {
        uint8_t code = 0;
        int fd = -1, result = 0;
        uint8_t error = 0;           // errno when result is -1
        size_t event = 0;            // that read it
        bool operator==(const Completion &) const = default;
    };
    std::vector<Completion> seen;    // the last ones, oldest first
    uint64_t queued_in_all = 0, seen_in_all = 0;
    bool entering = false;           // an io_uring_enter() has not returned
    bool operator==(const Uring &) const = default;
};

// What the last select(), poll() or epoll_wait() has to do with a descriptor: asked about it and not returned yet, or found it ready,
// and that has not been made use of.
enum class Watch : uint8_t { no, watched, ready };

// What becomes of an urgent byte when another one is sent, as far as the receiver has read by then.
enum class Displaced : uint8_t {
    nothing,  // there was none, or it is over
    ordinary, // it is a byte of the stream from now on
    again,    // the same, although recv() has taken it with MSG_OOB: it is received twice
    lost,     // reads had come to it and not taken it
    open,     // a read is under way: it is lost if that has come to it, and a byte of the stream if not
};

// client_FD[]
struct Table {
    uint16_t thread = 0;
    std::string name;
    std::vector<int> values; // up to the last used one ever; those beyond are `empty`
    int empty = -1;
    int size = 0;                // slots in all, 0: not told
    std::optional<size_t> event; // the change made last
    int changed = -1;            // its slot, -1: all
    bool operator==(const Table &) const = default;
};

struct Number {
    uint16_t thread = 0;
    std::string name; // "maxfd"
    int value = 0;
    std::optional<size_t> event;
    bool operator==(const Number &) const = default;
};

// One of the two phases of a read, by thread and descriptor; the last ones that began before the instant.
struct Phase {
    enum Kind : uint8_t { wait, copy } kind = wait; // copy: also "wake-up and copy", see `with_wake`
    enum What : uint8_t {
        data, room, urgent, // data, room in its send buffer, urgent data
        connection,         // to be accepted
        several,            // whichever comes first
    } what = data;          // it waits for
    uint16_t thread = 0;
    int fd = -1;
    int64_t begin = 0;
    std::optional<int64_t> end;          // none: still going on at the instant
    int64_t earliest = 0, latest = 0;    // of the boundary between the two; 0 when it has not come, or nothing tells
    Known known = Known::unknown;        // how the boundary between the two is known; unknown: somewhere between these, that is all
    std::optional<size_t> by;            // the event that brought what it waited for; none: not recorded
    bool kept_back = false;              // what was sent by it came later: TCP had kept it back, or may have
    bool with_wake = false;              // the copy includes waking the thread up
    int64_t bytes = 0;
    uint64_t request = 0;                // of an asynchronous read: its number; it goes on beside the thread that asked. Else 0
    bool operator==(const Phase &) const = default;
};

// An asynchronous read that has been asked for: the latest on its descriptor.
struct Request {
    uint16_t thread = 0, table = 0; // that asked; that owns the descriptor
    int fd = -1;
    uint64_t number = 0;        // in order of asking, from 1
    int64_t bytes = 0, offset = 0; // asked for
    int notify = 0;             // SIGEV_NONE, SIGEV_SIGNAL, SIGEV_THREAD
    int64_t since = 0;          // ns, of the aio_read()
    enum State : uint8_t {
        in_progress, // as far as the program knows: EINPROGRESS
        complete,    // it has been told, or has seen
        returned,    // aio_return() has given the result
    } state = in_progress;
    std::optional<int> result;   // once returned
    std::optional<int64_t> seen; // ns, when it was first known to be complete: it was by then
    trace::Call told = trace::Call::count_; // what told: aio_error(), a handler's or a thread's begin, aio_return()
    bool datagrams = false;      // it reads one datagram, not bytes of a stream
    bool arrived = false;        // what it waits for is there, inferred: it is being copied, or complete already
    int helper = 0;              // tid of a library thread seen reading on the descriptor, 0: none was
    bool unattended = false;     // library threads were looked for since it was asked for, and none was seen on it
    size_t asked = 0;            // sequence number of the aio_read()
    bool operator==(const Request &) const = default;
};

// A thread of the C library, seen from outside: what it was in when it was last looked at.
struct HelperThread {
    int tid = 0;
    char state = '?';  // 'S', 'R', … as in /proc/self/task/TID/stat
    int call = -1;     // number of the system call it was in, -1: none, or not told
    int fd = -1;       // the descriptor it was on, -1: none
    int64_t seen = 0;  // ns
    bool operator==(const HelperThread &) const = default;
};

struct World {
    int64_t time = 0;      // the instant, ns
    size_t complete = 0;   // events complete by then: the step number is the last one's, complete - 1
    std::vector<Thread> threads; // as Trace::threads
    std::vector<Socket> sockets; // ordered by thread, then descriptor; a closed one is gone when no call keeps it
    std::vector<Set> sets;
    std::vector<Table> tables;
    std::vector<Number> numbers;
    std::vector<Selection> selections; // one per thread whose last of both was select
    std::vector<Polling> pollings;     // one per thread whose last of both was poll
    std::vector<Interest> interests;   // epoll instances, by thread, then descriptor
    std::vector<Uring> urings;         // by thread
    std::vector<Phase> phases;
    std::vector<Request> requests;     // ordered by descriptor
    std::vector<HelperThread> helpers; // ordered by tid
    uint64_t dropped = 0;  // events the recording has lost: the picture may be incomplete

    // The thread that owns the descriptor table of `thread`, as Socket::thread tells it.
    uint16_t table_of(uint16_t thread) const { return thread < threads.size() ? threads[thread].table : thread; }
    const Socket *socket(uint16_t thread, int fd) const; // that the thread's descriptor names: none that is closed
    // The variable of that name of `thread`: another program may have one, too.
    const Number *number(size_t thread, std::string_view name) const;
    const Table *table(size_t thread, std::string_view name) const;
    const Set *set(size_t thread, std::string_view name) const;
    Watch watch(uint16_t thread, int fd) const;
    // What the call `thread` is in waits for on `fd`; what the last one found there, and has not been made use of.
    Sides awaited(uint16_t thread, int fd) const;
    Sides answered(uint16_t thread, int fd) const;

    bool operator==(const World &) const = default;
};

} // namespace replay
