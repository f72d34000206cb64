// SPDX-License-Identifier: MIT
// From a recording to the World at any instant of it, quickly in either direction.
#pragma once

#include "replay/mechanisms/signal_causes.h"
#include "replay/phases/delivery.h"
#include "replay/sockets/ending.h"
#include "replay/world.h"

#include <memory>
#include <optional>
#include <span>

namespace replay {

// An instant to look at: `time` ns on CLOCK_MONOTONIC, and how many events are complete then, since several can end in
// the same nanosecond.
struct Instant {
    int64_t time = 0;
    size_t complete = 0;
    bool operator==(const Instant &) const = default;
};

struct Totals;
struct Message;

// Follows one trace, which must outlive it. Not for several threads at once.
class Replay {
public:
    explicit Replay(const trace::Trace &trace);
    ~Replay();

    // The trace has changed from event `first` on (what Trace::append returned).
    void extend(size_t first);

    // The World at an instant; any instant of a million events in under 5 ms.
    World at(Instant instant) const;

    // Step `sequence` is the moment its event was complete. Clamped to the recording.
    Instant step(size_t sequence) const;
    // The instant at `time` ns.
    Instant at_time(int64_t time) const;
    // The latest instant recorded, calls in flight begun; while the run goes on, that of the latest batch.
    Instant last() const;
    // The instant before the first event.
    Instant first() const;

    // The moments a person steps through: first(), the end of every event but the observations from outside, and the begin
    // of every system call during which another thread did something or which has not ended, last(). The next after and the
    // last before `instant`; `instant` itself when there is none.
    Instant next(Instant instant) const;
    Instant previous(Instant instant) const;

    // The event that the moment `instant` is about: just complete, or just begun, and then as it was begun; between two moments,
    // the earlier one's. Nothing at the very first instant.
    struct Moment {
        std::optional<trace::Event> event;
        size_t sequence = 0; // of `event`; events().size() for one that never ended
        bool begins = false;
    };
    Moment moment(Instant instant) const;

    // One lane of the timeline: what a thread itself did (no observed_ events), in order of begin, in arrays for
    // searching.
    struct Lane {
        std::vector<int64_t> begin, end;
        std::vector<uint32_t> sequence;
        // Prefix sums, one element more than the others: ns of waiting and of copying in all events before this one,
        // and ns in the kernel otherwise. A wait whose end is not known counts as the whole call.
        std::vector<int64_t> asleep, copying, calls;
        // The same before events 16, 32, …, close together: who looks at millions at once needs no more. And when all before had ended.
        static constexpr size_t apart = 16;
        struct Sums {
            int64_t asleep, copying, calls;
        };
        std::vector<Sums> milestones;
        std::vector<int64_t> milestone_ends;
        // Where handlers of signals begin and end, in order of sequence.
        std::vector<uint32_t> handlers;
    };
    const Lane &lane(size_t thread) const;

    // The two phases of the read completed by event `sequence` (recv, recvfrom, read, accept): the wait, which may have been in
    // the select() that announced it, then the copy. Either is left out when there was none. For select and poll: their
    // wait, with the descriptor if one only was answered. Nothing for other calls.
    std::vector<Phase> phases(size_t sequence) const;

    // Why the signal of handler_begin `sequence` was delivered: who sent it, and which calls of others made a descriptor send it.
    // Nothing is said of other events.
    SignalCauses signal_causes(size_t sequence) const;

    // Phase 1 of a read that did not wait and found data (O_NONBLOCK): from the read before it until the data arrived, within
    // the peer's call. No thread was blocked meanwhile, so it is not among phases(). Nothing when it had arrived before.
    std::optional<Phase> unblocked_wait(size_t sequence) const;

    // What event `sequence` let the kernel send at the end of connections: of the sockets whose last reference went by it, of
    // one whose sending direction it shut, of those in the queue of a listening socket that it ended; and the RST that came for
    // what it sent in vain. A close() that sends nothing is told of, too.
    std::vector<Ending> endings(size_t sequence) const;
    // What event `sequence` brought to other sockets, as far as it is known to whom. What event `sequence`, a read or an accept(),
    // has taken: of several the first; nothing when the recording cannot tell.
    std::vector<Delivery> brought_by(size_t sequence) const;
    std::optional<Delivery> taken_by(size_t sequence) const;

    // What send() `sequence` has sent of a stream had surely left the send buffer when it returned: TCP cannot have kept it back.
    // True of all else.
    bool passed_on(size_t sequence) const;

    // The event that made what descriptor `fd` of the table of `thread` names at `instant`: of a duplicate, what made the first. Nothing:
    // the recording does not tell. Whether it once named something, and no longer does.
    std::optional<size_t> opened(uint16_t thread, int fd, Instant instant) const;
    bool was_open(uint16_t thread, int fd, Instant instant) const;

    // What the urgent byte that send() `sequence` has sent did to the one sent before it.
    Displaced displaced_urgent(size_t sequence) const;
    // True if those datagram sockets of the recording that had `port` had all been closed before event `sequence` began.
    bool nobody_has(uint16_t port, size_t sequence) const;
    // True if the read `sequence` has gone past an urgent byte that nobody had taken with MSG_OOB: it is lost.
    bool loses_urgent(size_t sequence) const;

    const trace::Trace &trace() const;

private:
    friend Totals totals(const Replay &replay, Instant instant);
    friend std::vector<Message> messages(const Replay &replay);
    struct State;
    const std::unique_ptr<State> m;
};

// The figures of a run up to an instant.
struct Totals {
    struct Row {
        uint16_t thread = 0;
        uint64_t system_calls = 0; // folded polls counted one by one
        uint64_t library_calls = 0; // into the C library: aio; the system calls made in them are not recorded
        uint64_t failed_polls = 0;
        bool over = false;         // the thread has ended: what the system has counted of it is all
        bool polling = false;      // more of both are being made, which are counted once they are over
        uint64_t slept = 0;        // calls that waited
        uint64_t perhaps = 0;      // of those: they may as well not have
        int64_t waiting = 0;       // ns, phase 1, with the part so far of a wait in progress
        int64_t waiting_least = 0; // ns, as much of that as is known to have been waiting
        int64_t copying = 0;       // ns, phase 2, likewise
        int64_t longest_wait = 0;  // ns
        std::optional<int64_t> cpu; // ns, when the recording has it
        std::optional<uint64_t> voluntary, involuntary; // context switches
        uint64_t bytes_in = 0, bytes_out = 0;
        uint64_t delivered = 0;    // signals: handlers entered
    };
    std::vector<Row> rows; // as Trace::threads
    int64_t elapsed = 0;   // ns
    size_t events = 0;
    uint64_t dropped = 0;
};
Totals totals(const Replay &replay, Instant instant);

} // namespace replay
