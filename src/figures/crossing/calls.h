// SPDX-License-Identifier: MIT
// The server's system calls, and the signals delivered to it, up to an instant, as the crossing shows them: found by walking back from it.
#pragma once

#include "figures/figure.h"

#include <optional>
#include <vector>

namespace figures {

struct KernelCall {
    trace::Event event;             // a call, or the handler_begin of a signal; as it was at the instant: end 0 while it has not returned
    std::optional<size_t> sequence; // none: it never ended in this recording
    size_t steps = 0;               // of the program since the call before
    int64_t asleep = 0;             // ns of it; of one in flight: so far
    replay::State state = replay::State::running; // of the thread, while in flight
    std::optional<replay::Phase> wait, copy;      // inside this call
    enum Part : uint8_t { whole, going_in, coming_out } part = whole; // in two when a signal's handler ran during it
    bool handler = false; // made by a signal's handler, or the signal itself

    bool repeated = false; // a poll in vain, made again and again, nobody knows how often by now: of what it returned, each time
    bool told = false;    // the thread_begin of a thread that the C library has started to tell of a complete read
    // What comes without having been called for.
    bool signal() const { return event.call == trace::Call::handler_begin || told; }

    bool in_flight() const { return event.end == 0 && !repeated; }
    bool slept() const { return asleep > 0 || (in_flight() && state == replay::State::asleep); }
    // When the data arrived cannot be told.
    bool untold() const { return wait && wait->known == replay::Known::unknown && !in_flight(); }
};

// What a crossing may show. Latest first, so that those that have room can be taken from the front.
struct KernelCalls {
    std::vector<KernelCall> latest;
    size_t steps = 0;      // of the program after the latest call
    bool held = false;     // at the gate, after the latest call
    bool complete = false; // there are no more before the last one here
    bool handler = false;  // the server is in a signal's handler at the instant
};

// At most `most` calls, and those in flight; only those within Scene::range where that is one of events, besides those in flight
// at the instant, which is not after the range then.
KernelCalls kernel_calls(const Scene &scene, size_t most);
// How many system calls the server had made before these, latest first; folded ones counted one by one.
uint64_t calls_before(const Scene &scene, std::span<const KernelCall> shown);
// The call of another thread that ended the wait; nullptr when the recording has none.
const trace::Event *bringer(const trace::Trace &trace, const replay::Phase &wait);

} // namespace figures
