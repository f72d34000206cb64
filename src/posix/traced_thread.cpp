// SPDX-License-Identifier: MIT
#include "posix/traced_thread.h"

#include "posix/recorded.h"

#include <memory>
#include <new>
#include <string>
#include <vector>

namespace traced {
namespace {

struct Started {
    void *(*start)(void *);
    void *argument;
    posix::Company *company;
    std::vector<std::string> variables; // of the thread that starts it, by their numbers
};

void *run(void *argument)
{
    const std::unique_ptr<Started> started(static_cast<Started *>(argument));
    if (!started->company)
        return started->start(started->argument);
    const posix::Context &context = started->company->enter_worker();
    void *result = nullptr;
    {
        if (context.recorder)
            for (const std::string &name : started->variables)
                context.recorder->variable(name.c_str());
        const posix::Measured measured(context);
        result = started->start(started->argument);
    }
    started->company->leave(context);
    return result;
}

} // namespace

int PthreadCreate::operator()(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument, Here here) const
{
    const posix::Context &context = posix::context();
    Recorded call(slot_of(Call::pthread_create, here));
    if (context.company)
        context.company->mortal = false; // what the threads share is on its stack
    int error = EAGAIN;
    try {
        auto started = std::make_unique<Started>(start, argument, context.company,
                                                 context.recorder ? context.recorder->variables() : std::vector<std::string>());
        error = ::pthread_create(thread, attributes, run, started.get());
        if (error == 0)
            started.release(); // the thread's now
    } catch (const std::bad_alloc &) {
    }
    const uint64_t words[2] = {error ? 0 : uint64_t(*thread), 0};
    call.end(error, {.words = words, .count = 2});
    return error;
}

} // namespace traced
