// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ctime>

namespace trace {

// CLOCK_MONOTONIC in ns (clock_gettime(2)): the time of every event. Async-signal-safe.
inline int64_t now() noexcept
{
    timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace trace
