// SPDX-License-Identifier: MIT
// How a program dies of a signal. The default action of SIGPIPE, SIGINT or a fault ends a process, but the programs are threads of one, which
// goes on: so the signal ends the program's thread, at the next call or step it comes to, and its descriptors are closed as the kernel would.
#pragma once

#include <csignal>
#include <functional>

namespace posix {

struct Context;
class Company;
class Gate;

// Thrown where a killed thread comes to its next call. run_mortal() alone catches it.
struct Killed {};

// Runs `program` in the calling thread, a measured one, until it returns or a signal has killed it; what has is recorded. A fault leaves it
// without destructors, as the kernel does.
void run_mortal(const std::function<void()> &program);

// In the handler of a signal for which the thread has none of its own: the default action. True: the program of the thread ends, of which a
// fault does not return. False: the thread is no program's, or of one that cannot end so (Company::mortal).
bool take_default_action(int signal, const siginfo_t &info) noexcept;
// The same from outside, for a program that another process has stood in for: `by` is its id.
void kill_program(Company &company, Gate &gate, int signal, int by) noexcept;
// Whether the default action of `signal` is one that comes to the thread that has brought it about: SIGPIPE, or a fault.
bool is_own_doing(int signal) noexcept;
bool is_fault(int signal) noexcept;

// Ends the calling thread if it has been killed, unless a handler runs in it.
void end_if_killed(const Context &context);

} // namespace posix
