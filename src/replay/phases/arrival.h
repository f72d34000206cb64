// SPDX-License-Identifier: MIT
// When what a call waited for came to be.
#pragma once

#include "calls/readiness.h"
#include "calls/verbs.h"
#include "replay/index.h"
#include "replay/world.h"

namespace replay {

struct Arrival {
    enum Kind : uint8_t {
        no_wait, // the call does not wait
        there,   // it was there when the call began
        came,    // between `earliest` and `latest`
        absent,  // it never came, or has not yet: all of the call is waiting; known `unknown`: as far as is recorded
        untold,  // the recording cannot tell when, or whether: between the same two, perhaps before the call began
    } kind = no_wait;
    Known known = Known::unknown;
    int64_t earliest = 0, latest = 0; // ns; may lie before the call
    uint32_t by = none;               // the event that made it come
    uint32_t select = none;           // the select() whose answer it was, complete before the call
    bool kept_back = false;           // untold: TCP kept it back, or may have, after event `by` was over

    // Whether it was there when `complete` events were.
    bool by_then(uint32_t complete) const
    {
        return kind == there || (kind != untold && by < complete) || select < complete;
    }
    // When, if at all, the waiting inside a call from `begin` to `end` was over.
    int64_t boundary(int64_t begin, int64_t end) const;
    // Until when it lasted at least.
    int64_t least(int64_t begin, int64_t end) const;
};

// True for calls with phases: those that copy from the kernel's buffer, and what waits for them.
bool has_phases(const trace::Event &call);

// The descriptors that a select(), poll() or epoll_wait() is asked about or, complete, has found ready. Of epoll's list: as it was
// when `complete` events were, or in the end.
std::vector<calls::Ready> looked_at(const Index &index, const trace::Event &call, uint32_t complete = none);
// The accepts on the end `listening` that the program has left to io_uring and nobody has seen to be complete: each takes one
// connection out of the queue as it comes.
int64_t accepts_in_hand(const Index &index, uint32_t listening, uint32_t complete);

// Of the call `event`, which is event `sequence`, or in flight: `none`. Calls that cannot wait: no_wait.
Arrival arrival(const Index &index, const trace::Event &event, uint32_t sequence);

// True if nothing was read or accepted from `fd` of `table` after event `select` and before event `before`.
bool untouched(const Index &index, uint16_t table, int fd, uint32_t select, uint32_t before);
// What of a descriptor found ready by event `select` was not made use of before event `before`.
Sides not_used(const Index &index, uint16_t table, int fd, uint32_t select, uint32_t before);

// How the ns of a complete event divide.
Track::Parts parts(const Index &index, uint32_t sequence);

} // namespace replay
