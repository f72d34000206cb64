// SPDX-License-Identifier: MIT
// What cannot have happened as a recording tells it: one pass over all of it. No recording of this program has any, if nothing has
// changed its file; whoever shows one says so, and shows the rest.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace calls {

struct Contradiction {
    enum What : uint8_t {
        more_than_asked,  // bytes moved; or of a call that waits for many, descriptors found ready
        below_minus_one,  // a call returned so: a descriptor, or a number of bytes, that is none
        no_error,         // a call of the system failed, and with no error
        no_descriptor,    // a call of the system did its work on a negative descriptor
        more_than_done,   // close() or shutdown() returned more than 0
        given_twice,      // a descriptor that its program had open already, since step `other`
        negative_size,    // so many bytes were asked for
        overlaps,         // a call began before the one before it in its thread, `other`, had ended
        after_its_end,    // of the thread, which is `other`
        too_often,        // repeated more than once a nanosecond
        too_many_lost,    // events, by the whole recording: more than one a nanosecond in each thread
        count_
    } what = more_than_asked;
    std::optional<size_t> step; // sequence number; none: of a call that is in flight, or of the recording
    std::optional<size_t> other; // sequence number
    uint16_t thread = 0;         // index
    bool operator==(const Contradiction &) const = default;
};

// In the order of their steps, those without one at the end. Throws std::bad_alloc.
std::vector<Contradiction> contradictions(const trace::Trace &trace);

// For files: "more_than_asked".
std::string_view name(Contradiction::What what) noexcept;

} // namespace calls
