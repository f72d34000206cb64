// SPDX-License-Identifier: MIT
// One thread between two instants, cut into stretches: what it did, one thing at a time.
#pragma once

#include "replay/measures/measure.h"

namespace replay {

struct Stretch {
    enum Kind : uint8_t {
        waiting, // asleep in `call`
        copying, // phase 2, in `call`
        in_call, // in `call` otherwise
        polling, // in calls that fail because nothing is there, and from one to the next
        running, // no call at all
    } kind = running;
    int64_t begin = 0, end = 0; // ns
    trace::Call call = trace::Call::count_; // polling: the one that failed most often; running: none
    int fd = -1;
    uint64_t count = 0;    // polling: failed calls, also those of a folded one that lie outside
    bool handler = false;  // in a handler of a signal
    // waiting: how its end is known, which lies between these, ns; they are equal when it was measured
    Known known = Known::measured;
    int64_t earliest = 0, latest = 0;
    int64_t duration() const { return end - begin; }
    bool operator==(const Stretch &) const = default;
};

// From `from` to `to` ns, without gaps, in order; before the thread begins and after it ends there is nothing.
std::vector<Stretch> stretches(const Replay &replay, uint16_t thread, int64_t from, int64_t to);

// The message to show a run by: of the half before which the server had been waiting longer, the middle one by its delay;
// nothing when no message was had. `since`: when the server had the one before, ns.
struct Example {
    Message message;
    int64_t since = 0;
};
std::optional<Example> example(const Replay &replay);

} // namespace replay
