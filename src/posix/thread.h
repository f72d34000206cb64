// SPDX-License-Identifier: MIT
// A thread that may not be had.
#pragma once

#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

namespace posix {

// Begins `work` in a new thread, `thread`. Returns 0, or the errno when the system allows none: EAGAIN, pthread_create(3).
template <typename Work>
int start_thread(std::thread &thread, Work work)
{
    try {
        thread = std::thread(std::move(work));
        return 0;
    } catch (const std::system_error &error) {
        return error.code().value() ? error.code().value() : EAGAIN;
    }
}

// Whether the system allows `count` threads more, all at once: 0, or the errno.
int allows_threads(int count);

} // namespace posix
