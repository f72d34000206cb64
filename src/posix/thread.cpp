// SPDX-License-Identifier: MIT
#include "posix/thread.h"

#include <latch>
#include <vector>

namespace posix {

int allows_threads(int count)
{
    std::latch leave(1);
    std::vector<std::thread> threads(static_cast<size_t>(count));
    int error = 0;
    for (std::thread &thread : threads)
        error = error ? error : start_thread(thread, [&leave] { leave.wait(); });
    leave.count_down();
    for (std::thread &thread : threads)
        if (thread.joinable())
            thread.join();
    return error;
}

} // namespace posix
