// SPDX-License-Identifier: MIT
// The control thread: starts the server beside it, closes descriptors behind its back, and stops it and then the clients.
#include "lab/state.h"

#include "lab/shared_table.h"
#include "posix/interrupt.h"
#include "posix/traced.h"

#include <cerrno>

namespace lab {
namespace {

using namespace std::chrono_literals;

constexpr size_t control_slots = 1 << 12;
constexpr auto stop_again_every = 10ms;
constexpr int deaf_after = 10; // rounds

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
        ending = server->serve(settings.serve);
    }
    while (company.awaited.load(std::memory_order_acquire) > 0) // threads of the C library are about to leave
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
    if (const int error = shares_table() ? 0 : posix::own_descriptor_table()) {
        const std::scoped_lock lock(mutex);
        problem = Problem{"close_range", error, settings.serve.port};
        port = -1;
        port.notify_all();
    } else {
        std::thread thread([this] {
            const OwnThread own;
            serve();
        });
        {
            std::unique_lock lock(wake_mutex);
            while (wake.wait(lock, [this] { return stop || server_over || !to_close.empty(); }), !stop && !server_over)
                close_asked_for();
            to_close.clear();
        }
        wake.notify_all();
        stop_server(thread);
    }
    stop_clients();
    collector.drain();
    ended = true;
    ended.notify_all();
}

// The control thread is recorded from its first call on the server's descriptors.
void Run::State::record_control()
{
    if (measured_control)
        return;
    posix::Context context;
    context.recorder = settings.recorded ? &collector.add({"control", server_program, trace::Job::control}, control_slots) : nullptr;
    measured_control.emplace(context);
}

// Holds wake_mutex: whoever asked waits until it is done.
void Run::State::close_asked_for()
{
    record_control();
    for (const int fd : to_close)
        traced::close(fd);
    to_close.clear();
    wake.notify_all();
}

// shutdown(2) wakes accept, select, recv and send alike, loses no race and lasts, but only on sockets that exist: so again and
// again, for those that are new, until the server has seen the wish. All of it is recorded: it is why the server's calls return.
void Run::State::stop_server(std::thread &thread)
{
    if (!server_over) {
        server_gate.release();
        record_control();
        company.release_gates();
    }
    // A stream that is neither connected nor listens yet forgets it; ENOTCONN of datagrams is no failure.
    const auto shut = [this](int fd) { return traced::shutdown(fd, SHUT_RDWR) == 0 || errno != ENOTCONN || server->datagrams; };
    for (int round = 0; !server_over; ++round) {
        company.descriptors.each(shut);
        if (round > deaf_after) // it sleeps where no socket wakes it: in epoll_wait() with none to watch
            posix::interrupt(server_pulse.tid);
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, stop_again_every, [this] { return server_over.load(); });
    }
    thread.join();
    measured_control.reset();
}

void Run::State::stop_clients()
{
    std::vector<clients::Client *> left;
    {
        const std::scoped_lock lock(mutex);
        accepting_guests = false;
        for (const auto &guest : guests)
            left.push_back(guest->client.get());
        for (const auto &guest : guests)
            guest->gate.release();
    }
    for (clients::Client *client : left)
        client->request_end();
    while (!left.empty()) {
        std::erase_if(left, [](clients::Client *client) { return client->done(); });
        for (clients::Client *client : left)
            client->interrupt();
        std::unique_lock lock(wake_mutex);
        wake.wait_for(lock, 1ms, [&left] { return left.empty(); });
    }
    const std::scoped_lock lock(mutex);
    for (const auto &guest : guests)
        guest->client.reset(); // joins; its progress is over
}

} // namespace lab
