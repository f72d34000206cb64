// SPDX-License-Identifier: MIT
// One descriptor table for all servers that use aio: the C library's threads that read for them keep the table of the thread
// that made them, and outlive a run.
#pragma once

#include "lab/run.h"

#include <functional>
#include <optional>
#include <thread>

namespace lab {

// Begins `work` in a new thread, `thread`. All threads begun so share one table, with 0, 1, 2 and what they open themselves.
// Returns nothing, or what failed: pthread_create or close_range.
std::optional<Problem> start_with_shared_table(std::thread &thread, std::function<void()> work);

// The name that the C library's threads inherit from such a thread: /proc/self/task/TID/comm.
inline constexpr const char *shared_table_name = "aio";

// Marks the calling thread as one of the program's own, since it bears that name, too.
class OwnThread {
public:
    OwnThread();
    ~OwnThread();
    OwnThread(const OwnThread &) = delete;
    OwnThread &operator=(const OwnThread &) = delete;
};
// True if a thread of the program's own has this id.
bool is_own_thread(int tid);

} // namespace lab
