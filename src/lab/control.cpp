// SPDX-License-Identifier: MIT
// The control thread: starts the server beside it, closes descriptors behind its back, and ends it and the clients (ending.cpp).
#include "lab/state.h"

#include "lab/shared_table.h"
#include "posix/thread.h"
#include "posix/traced.h"

#include <cerrno>
#include <new>

namespace lab {
namespace {

constexpr size_t control_slots = 1 << 12;

} // namespace

// In the server's own thread.
void Run::State::serve()
{
    servers::Ending ending;
    {
        posix::Context context;
        context.recorder = settings.recorded ? server_recorder : nullptr;
        context.pulse = &server_pulse;
        context.gate = &server_gate;
        context.company = &company;
        context.stop = &stop;
        context.hold = &hold;
        context.port = &port;
        const posix::Measured measured(context);
        try {
            ending = server->serve(settings.serve);
        } catch (const std::bad_alloc &) {
            ending = {"malloc", ENOMEM};
        }
    }
    while (company.awaited.load(std::memory_order_acquire) > 0 && !giving_up) // threads of the C library are about to leave
        std::this_thread::yield();
    if (ending.call) {
        const std::scoped_lock lock(mutex);
        problem = Problem{ending.call, ending.error, settings.serve.port};
    }
    int none = 0;
    port.compare_exchange_strong(none, -1);
    port.notify_all();
    {
        const std::scoped_lock lock(wake_mutex);
        server_over = true;
    }
    wake.notify_all();
}

// Owns the descriptor table that the server uses: only a thread that shares it can shut its sockets down.
void Run::State::run_control()
{
    std::thread thread;
    const int no_table = shares_table() ? 0 : posix::own_descriptor_table();
    const int no_thread = no_table ? 0 : posix::start_thread(thread, [this] {
        const OwnThread own;
        serve();
    });
    if (no_table || no_thread) {
        const std::scoped_lock lock(mutex);
        problem = Problem{no_table ? "close_range" : "pthread_create", no_table ? no_table : no_thread, settings.serve.port};
        server_over = true;
    }
    if (!server_over) {
        std::unique_lock lock(wake_mutex);
        while (wake.wait(lock, [this] { return stop || server_over || !to_close.empty(); }), !stop && !server_over)
            close_asked_for();
        to_close.clear();
    }
    wake.notify_all();
    end_all(thread);
    collector.drain();
    end();
}

// The control thread is recorded from its first call on the server's descriptors.
void Run::State::record_control()
{
    if (measured_control)
        return;
    posix::Context context;
    try {
        context.recorder = settings.recorded ? &collector.add({"control", server_program, trace::Job::control}, control_slots) : nullptr;
    } catch (const std::bad_alloc &) {
        out_of_memory(); // what it does is done all the same
    }
    context.company = &company;
    measured_control.emplace(context);
}

// Holds wake_mutex: whoever asked waits until it is done.
void Run::State::close_asked_for()
{
    record_control();
    for (const int fd : to_close) {
        closed_behind.gave(fd);
        traced::close(fd);
    }
    to_close.clear();
    wake.notify_all();
}

} // namespace lab
