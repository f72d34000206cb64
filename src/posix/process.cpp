// SPDX-License-Identifier: MIT
#include "posix/process.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

namespace posix {

void prepare_process() noexcept
{
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGIO);
    for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal)
        sigaddset(&blocked, signal);
    pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    constexpr rlim_t wanted = 4096;
    rlimit descriptors{};
    if (getrlimit(RLIMIT_NOFILE, &descriptors) == 0 && descriptors.rlim_cur < wanted) {
        descriptors.rlim_cur = std::min(wanted, descriptors.rlim_max);
        setrlimit(RLIMIT_NOFILE, &descriptors);
    }
}

} // namespace posix
