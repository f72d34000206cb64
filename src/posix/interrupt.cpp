// SPDX-License-Identifier: MIT
#include "posix/interrupt.h"

#include "posix/context.h"
#include "trace/recorder.h"

#include <cerrno>
#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace posix {
namespace {

constexpr int interrupt_signal = SIGUSR1;

void record(trace::Call step, int signal, int code, int pid) noexcept
{
    trace::Slot event;
    event.call = step;
    event.length = signal;
    event.flags = uint16_t(code);
    event.result = pid;
    context().recorder->write(event);
}

void handler(int signal, siginfo_t *info, void *)
{
    const int error = errno;
    if (context().recorder && !(context().gate && context().gate->killed())) { // else it only wakes who is to end
        record(trace::Call::handler_begin, signal, info->si_code, info->si_pid); // only kill() and its like send it
        record(trace::Call::handler_end, signal, 0, 0);
    }
    errno = error;
}

// Whether the signal has its handler: without, it would end the process.
bool is_handled() noexcept
{
    static const bool installed = [] {
        struct sigaction action{};
        action.sa_sigaction = handler;
        action.sa_flags = SA_SIGINFO;
        sigemptyset(&action.sa_mask);
        return sigaction(interrupt_signal, &action, nullptr) == 0;
    }();
    return installed;
}

} // namespace

void accept_interrupts() noexcept
{
    is_handled();
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, interrupt_signal);
    pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
}

int interrupt(int tid) noexcept
{
    if (!is_handled())
        return ENOSYS;
    return syscall(SYS_tgkill, getpid(), tid, interrupt_signal) == 0 ? 0 : errno;
}

} // namespace posix
