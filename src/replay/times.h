// SPDX-License-Identifier: MIT
// Times and sums that stay defined whatever numbers an opened file holds.
#pragma once

#include "trace/event.h"

#include <algorithm>
#include <cstdint>

namespace replay {

inline constexpr int64_t never = INT64_MAX; // ns: later than everything

// When an event began, ns; a complete one never after its end.
inline int64_t begin_of(const trace::Event &event)
{
    return event.end ? std::min(event.begin, event.end) : event.begin;
}

// When it ended, ns; `never` for a call in flight.
inline int64_t end_of(const trace::Event &event)
{
    return event.end ? event.end : never;
}

// From `begin` to `end`, ns; 0 when that is backwards.
inline int64_t span(int64_t begin, int64_t end)
{
    return end <= begin ? 0 : int64_t(std::min(uint64_t(end) - uint64_t(begin), uint64_t(INT64_MAX)));
}

inline int64_t sum(int64_t a, int64_t b)
{
    int64_t result = 0;
    return __builtin_add_overflow(a, b, &result) ? (a < 0 ? INT64_MIN : INT64_MAX) : result;
}

} // namespace replay
