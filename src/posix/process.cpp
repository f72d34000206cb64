// SPDX-License-Identifier: MIT
#include "posix/process.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace posix {

void prepare_process() noexcept
{
    // The next descriptor made would take the place of one that is closed, and be written to: in it what fails, and says so.
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (fcntl(standard, F_GETFD) == -1)
            [[maybe_unused]] const int place = open("/dev/null", standard == STDIN_FILENO ? O_WRONLY : O_RDONLY);

    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGIO);
    for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal)
        sigaddset(&blocked, signal);
    pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // a file at its limit is an error of write(2)

    // How many heaps the C library may make. Not told, it reads it out of /sys, in whichever thread first wants one more: in one
    // that is recorded those calls would be missing.
    mallopt(M_ARENA_MAX, 16);

    rlimit file{};
    if (getrlimit(RLIMIT_FSIZE, &file) == 0 && file.rlim_cur < file.rlim_max) {
        file.rlim_cur = file.rlim_max;
        setrlimit(RLIMIT_FSIZE, &file);
    }

    constexpr rlim_t wanted = 4096;
    rlimit descriptors{};
    if (getrlimit(RLIMIT_NOFILE, &descriptors) == 0 && descriptors.rlim_cur < wanted) {
        descriptors.rlim_cur = std::min(wanted, descriptors.rlim_max);
        setrlimit(RLIMIT_NOFILE, &descriptors);
    }
}

} // namespace posix
