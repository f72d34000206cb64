// SPDX-License-Identifier: MIT
// The calls that ask for signals, and the delivery of each signal, recorded: handler_begin when its handler is entered,
// handler_end when it is left.
#pragma once

#include "trace/place.h"

#include <csignal>

namespace traced {

using trace::Here;
using std::source_location;

// sigaction(2). The disposition of a signal belongs to the whole process, but several servers may run in it: so each thread
// has the handler that it asked for itself, and a thread that asked for none gets none. SIG_DFL and SIG_IGN likewise mean: this
// thread runs no handler; once there was one in any thread, the process never falls back to the default action, which for SIGIO
// is to end it. Takes a handler with SA_SIGINFO only: EINVAL without. `before` is told the thread's own
// handler and no mask.
struct SigAction { int operator()(int signal, const struct sigaction *action, struct sigaction *before, Here = source_location::current()) const; };
// pthread_sigmask(3): returns 0 or an errno. Signals pending that it unblocks are delivered before it returns.
struct PthreadSigMask { int operator()(int how, const sigset_t *set, sigset_t *before, Here = source_location::current()) const; };

// From now on SIGPIPE and faults have the handler of those signals that have none in their thread: posix/killed.h. Once for the process.
void take_fatal_signals() noexcept;

inline constexpr SigAction sigaction{};
inline constexpr PthreadSigMask pthread_sigmask{};

} // namespace traced

namespace servers { // whose listings say them by their bare names

using traced::pthread_sigmask;
using traced::sigaction;

} // namespace servers
