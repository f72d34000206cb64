// SPDX-License-Identifier: MIT
#include "bench/signals.h"

#include "bench/variables.h"
#include "posix/context.h"
#include "posix/traced_signal.h"

#include <csignal>
#include <utility>

namespace bench {

void take_signals()
{
    trace::Recorder *const recorder = std::exchange(posix::context().recorder, nullptr);
    sigset_t all;
    sigemptyset(&all);
    struct sigaction counts{}, none{};
    counts.sa_sigaction = count_signal;
    counts.sa_flags = SA_SIGINFO;
    none.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) {
        if (signal != SIGIO && signal != SIGURG && !(signal >= SIGRTMIN && signal <= SIGRTMAX))
            continue;
        sigaddset(&all, signal);
        traced::sigaction(signal, &counts, nullptr, traced::Here("bench", 0));
        traced::sigaction(signal, &none, nullptr, traced::Here("bench", 0));
    }
    ::pthread_sigmask(SIG_UNBLOCK, &all, nullptr);
    posix::context().recorder = recorder;
}

} // namespace bench
