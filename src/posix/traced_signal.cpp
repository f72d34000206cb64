// SPDX-License-Identifier: MIT
#include "posix/traced_signal.h"

#include "posix/killed.h"
#include "posix/recorded.h"
#include "posix/traced_aio.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace traced {
namespace {

using Handler = void (*)(int, siginfo_t *, void *);

// The handlers that this thread has asked for, by signal.
constinit thread_local std::array<Handler, NSIG> t_handlers{};
constinit thread_local std::array<bool, NSIG> t_ignored{}; // SIG_IGN, by its own wish

// What faults did before: they are reported as ever where they are no program's.
struct sigaction s_before[NSIG];

// A descriptor's signal: si_code is POLL_IN to POLL_HUP, and si_band and si_fd are there (fcntl(2), F_SETSIG). Of those that have
// codes of their own the same numbers mean something else (sigaction(2)).
bool names_descriptor(const siginfo_t &info)
{
    constexpr int others[] = {SIGILL, SIGFPE, SIGSEGV, SIGBUS, SIGTRAP, SIGCHLD, SIGSYS};
    return info.si_code >= POLL_IN && info.si_code <= POLL_HUP && std::ranges::find(others, info.si_signo) == std::end(others);
}

bool sent_by_process(const siginfo_t &info)
{
    return info.si_code == SI_USER || info.si_code == SI_TKILL || info.si_code == SI_QUEUE;
}

Slot entered(int signal, const siginfo_t &info, uint32_t request)
{
    Slot event;
    event.call = Call::handler_begin;
    event.fd = names_descriptor(info) ? info.si_fd : -1;
    event.length = signal;
    event.flags = uint16_t(info.si_code);
    if (names_descriptor(info))
        event.words[0] = uint64_t(info.si_band);
    else if (info.si_code <= SI_QUEUE && info.si_code >= SI_ASYNCIO) // with a value: sigqueue(3), a timer, a message queue, aio(7)
        event.words[0] = uint64_t(uintptr_t(info.si_value.sival_ptr));
    event.words[1] = request;
    event.result = sent_by_process(info) ? info.si_pid : 0;
    return event;
}

// What the kernel calls. It may come between any two instructions of its thread, so errno is as it was afterwards.
void deliver(int signal, siginfo_t *info, void *context)
{
    const Handler handler = t_handlers[size_t(signal)];
    const bool asynchronous = info->si_code == SI_ASYNCIO;
    const int error = errno;
    const bool handed_on = asynchronous && hand_on_completion(signal, *info);
    errno = error;
    if (handed_on)
        return;
    if (!handler) {
        const bool ends = !t_ignored[size_t(signal)] && posix::take_default_action(signal, *info);
        if (!ends && posix::is_fault(signal)) {
            ::sigaction(signal, &s_before[signal], nullptr);
            if (info->si_code <= 0) // the instruction does not bring it about again
                ::raise(signal);
        }
        errno = error;
        return;
    }
    const uint32_t request = asynchronous ? completed_request(*info) : 0;
    const posix::Context &thread = posix::context();
    const posix::Gate::Interrupted interrupted(thread.gate);
    if (thread.recorder)
        thread.recorder->write(entered(signal, *info, request));
    if (thread.pulse)
        thread.pulse->handlers.store(thread.pulse->handlers.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    handler(signal, info, context);
    if (thread.recorder) {
        Slot left;
        left.call = Call::handler_end;
        left.length = signal;
        thread.recorder->write(left);
    }
    errno = error;
}

uint64_t bits_of(const sigset_t &set)
{
    uint64_t bits = 0;
    for (int signal = 1; signal <= 64; ++signal)
        if (sigismember(&set, signal) == 1)
            bits |= uint64_t(1) << (signal - 1);
    return bits;
}

uint64_t blocked_after(int how, uint64_t before, uint64_t mask)
{
    return how == SIG_BLOCK ? before | mask : how == SIG_UNBLOCK ? before & ~mask : mask;
}

} // namespace

int SigAction::operator()(int signal, const struct sigaction *action, struct sigaction *before, Here here) const
{
    const bool handles = action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN;
    Slot asked = slot_of(Call::sigaction, here, -1, signal);
    const uint64_t words[2] = {uint64_t(uint32_t(action->sa_flags)), handles};
    std::copy_n(words, 2, asked.words);
    Recorded call(asked);
    int result = -1;
    if (before && signal >= 1 && signal < NSIG) {
        *before = {};
        before->sa_flags = SA_SIGINFO;
        before->sa_sigaction = t_handlers[size_t(signal)]; // null is SIG_DFL
    }
    if (signal < 1 || signal >= NSIG || (handles && !(action->sa_flags & SA_SIGINFO))) {
        errno = EINVAL;
    } else {
        struct sigaction ours = *action;
        ours.sa_sigaction = deliver;
        ours.sa_flags |= SA_SIGINFO;
        if (handles)
            t_handlers[size_t(signal)] = action->sa_sigaction;
        result = ::sigaction(signal, &ours, nullptr);
        if (result == -1 || !handles)
            t_handlers[size_t(signal)] = nullptr;
        t_ignored[size_t(signal)] = result == 0 && action->sa_handler == SIG_IGN;
    }
    call.end(result, {.words = words, .count = 2});
    return result;
}

void take_fatal_signals() noexcept
{
    [[maybe_unused]] static const bool taken = [] {
        struct sigaction ours{};
        ours.sa_sigaction = deliver;
        ours.sa_flags = SA_SIGINFO | SA_RESTART | SA_NODEFER; // nothing to be restored when a fault does not return
        for (int signal = 1; signal < NSIG; ++signal)
            if (posix::is_own_doing(signal))
                ::sigaction(signal, &ours, &s_before[signal]);
        return true;
    }();
}

int PthreadSigMask::operator()(int how, const sigset_t *set, sigset_t *before, Here here) const
{
    const uint64_t mask = set ? bits_of(*set) : 0;
    Recorded call(slot_of(Call::pthread_sigmask, here, -1, int64_t(mask), uint32_t(how)));
    sigset_t was;
    sigemptyset(&was);
    const int error = ::pthread_sigmask(how, set, &was);
    if (before)
        *before = was;
    const uint64_t words[2] = {bits_of(was), 0};
    if (posix::Pulse *pulse = posix::context().pulse; pulse && error == 0)
        pulse->blocked.store(blocked_after(how, words[0], mask), std::memory_order_release);
    const int kept = errno;
    errno = error;
    call.end(error ? -1 : 0, {.words = words, .count = 2});
    errno = kept;
    return error;
}

} // namespace traced
