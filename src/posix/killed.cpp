// SPDX-License-Identifier: MIT
#include "posix/killed.h"

#include "posix/context.h"
#include "trace/recorder.h"

#include <algorithm>
#include <csetjmp>

namespace posix {
namespace {

constinit thread_local sigjmp_buf *t_escape = nullptr;
constinit thread_local bool t_told = false; // its death

void tell(const Context &context, int signal, int code, int pid, int by) noexcept
{
    if (t_told)
        return;
    t_told = true;
    trace::Slot event;
    event.call = trace::Call::killed;
    event.length = signal;
    event.flags = uint16_t(code);
    event.result = pid;
    event.words[0] = uint64_t(by);
    if (context.recorder)
        context.recorder->write(event);
}

// By a signal that has come to another process, or to another thread of its program. Only the kernel's line discipline sends the first.
void tell(const Context &context) noexcept
{
    tell(context, context.company->killed_by, SI_KERNEL, 0, context.company->told_by);
}

} // namespace

bool is_fault(int signal) noexcept
{
    constexpr int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    return std::ranges::find(faults, signal) != std::end(faults);
}

bool is_own_doing(int signal) noexcept
{
    return signal == SIGPIPE || is_fault(signal);
}

void run_mortal(const std::function<void()> &program)
{
    sigjmp_buf escape;
    t_told = false;
    t_escape = &escape;
    if (sigsetjmp(escape, 0) == 0) {
        try {
            program();
        } catch (const Killed &) {
        }
    }
    t_escape = nullptr;
    if (const Context &own = context(); own.gate && own.gate->killed())
        tell(own); // it has returned before it came to a further call
}

bool take_default_action(int signal, const siginfo_t &info) noexcept
{
    const Context &own = context();
    if (!is_own_doing(signal) || !t_escape || !own.company || !own.company->mortal)
        return false;
    int none = 0;
    own.company->killed_by.compare_exchange_strong(none, signal);
    tell(own, signal, info.si_code, info.si_code <= 0 ? info.si_pid : 0, 0);
    if (own.gate)
        own.gate->kill();
    if (is_fault(signal))
        siglongjmp(*t_escape, 1);
    return true;
}

void kill_program(Company &company, Gate &gate, int signal, int by) noexcept
{
    int none = 0;
    company.told_by = by;
    company.killed_by.compare_exchange_strong(none, signal);
    gate.kill();
}

void end_if_killed(const Context &own)
{
    if (!own.gate || !own.gate->killed() || own.gate->in_handler() || !t_escape)
        return;
    tell(own);
    throw Killed();
}

} // namespace posix
