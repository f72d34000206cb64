// SPDX-License-Identifier: MIT
// How each connection of a recording ends, as its two ends see it: decided here alone, for every arrow, card and sentence.
#pragma once

#include "replay/index.h"
#include "replay/sockets/ending.h"

#include <optional>
#include <vector>

namespace replay {

// What has come to one end of a connection. Events, `none` when that did not happen: hindsight.
struct Course {
    uint32_t fin_sent = none; // its own kernel has sent a FIN
    uint32_t fin_came = none; // the other's has, or recv() has told of it
    uint32_t reset = none;    // it is reset: by the other end, by its own send() to one that is closed, or a call has told of it
    uint32_t reset_by = none; // the same, but for what a call has told
    uint32_t ended = none;    // the first event after which no read waits: a FIN, a RST or either of them has come
    std::optional<Ending> release; // what its own kernel sent when the last reference to it went
};
Course course(const Index &index, uint32_t end);

// The event after which reads of `end` do not wait, though nothing more comes: also its own shutdown().
uint32_t no_more(const Index &index, uint32_t end);
// All that event `sequence` let the kernel send, in the order of threads.
std::vector<Ending> endings(const Index &index, uint32_t sequence);
// Of the bytes sent to `end` and not read when `complete` events are: those that are surely there, and that may be. A reset
// takes with it what the other end's kernel had not sent on (measured on Linux 6.18: what has come stays to be read).
struct Left {
    int64_t surely = 0, perhaps = 0;
};
Left left_by_reset(const Index &index, uint32_t end, uint32_t complete);

} // namespace replay
