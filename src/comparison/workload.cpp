// SPDX-License-Identifier: MIT
#include "comparison/workload.h"

#include "calls/schema.h"
#include "trace/clock.h"

#include <cerrno>
#include <thread>

namespace comparison {
namespace {

using clients::Command;
using namespace std::chrono_literals;

constexpr auto look_every = 1ms;
constexpr int64_t prelude = 2'000'000; // ns, for every client to be told before the first sends

// Waits until every client has done what it was told.
std::optional<Failure> wait(lab::Run &run, const Workload &workload, int64_t expected, int64_t until,
                            const std::function<bool()> &cancelled)
{
    for (int client = 1; client <= workload.clients; ++client)
        for (;;) {
            const auto progress = run.progress(client);
            if (cancelled())
                return Failure{};
            const auto server = progress ? std::nullopt : run.program(1);
            if (server && server->over && !server->failed) // it had one client, and has ended with it
                break;
            if (!progress)
                return Failure{};
            if (progress->error && !progress->asleep)
                return Failure{Failure::refused, std::string(calls::name(progress->failed)), progress->error, client};
            if (progress->waiting == 0)
                break;
            if (const auto problem = run.problem())
                return Failure{Failure::refused, problem->call, problem->error};
            if (trace::now() > until)
                return Failure{Failure::stuck, {}, 0, client, progress->received, expected};
            std::this_thread::sleep_for(look_every);
        }
    return {};
}

// When message `message` of client `client`, both from 0, is to be sent.
int64_t due(const Workload &workload, int64_t begin, int client, int message)
{
    const int64_t pace = std::chrono::nanoseconds(workload.pace).count();
    return workload.arrivals == Workload::bursty ? begin : begin + message * pace + client * pace / workload.clients;
}

void tell(lab::Run &run, const Workload &workload, int client, int64_t begin)
{
    const bool bursty = workload.arrivals == Workload::bursty;
    for (int message = 0; message < workload.messages; ++message) {
        if (message == 0 || !bursty)
            run.tell(client, {Command::idle, {}, due(workload, begin, client - 1, message)});
        run.tell(client, {Command::send, {}, workload.bytes});
        if (!bursty)
            run.tell(client, {Command::receive, {}, workload.bytes});
    }
    if (bursty)
        run.tell(client, {Command::receive_until, {}, workload.bytes * workload.messages});
    run.tell(client, {Command::finish, {}, 0});
}

} // namespace

Misfit misfit(const Workload &workload, bool datagrams)
{
    const auto outside = [](auto value, auto least, auto most) { return value < least || value > most; };
    if (outside(workload.clients, 1, most_clients))
        return Misfit::clients;
    if (outside(workload.bytes, 1, most_bytes))
        return Misfit::bytes;
    if (outside(workload.messages, 1, most_messages))
        return Misfit::messages;
    if (outside(workload.repeats, 1, most_repeats))
        return Misfit::repeats;
    if (outside(workload.pace, shortest_pace, longest_pace))
        return Misfit::pace;
    if (int64_t(workload.clients) * workload.messages > most_in_all)
        return Misfit::in_all;
    if (workload.arrivals == Workload::bursty && workload.bytes * workload.messages > most_in_burst)
        return Misfit::in_burst;
    return datagrams && workload.bytes > most_in_datagram ? Misfit::in_datagram : Misfit::none;
}

std::optional<Failure> play(lab::Run &run, const Workload &workload, std::chrono::milliseconds patience,
                            const std::function<bool()> &cancelled)
{
    const int64_t expected = workload.bytes * workload.messages;
    const auto until = [&](int64_t from) { return from + std::chrono::nanoseconds(patience).count(); };
    for (int client = 1; client <= workload.clients; ++client) {
        if (run.add_client() == 0)
            return Failure{Failure::refused, "pthread_create", EAGAIN, client};
        run.tell(client, {Command::connect, {}, 0});
    }
    if (auto failure = wait(run, workload, 0, until(trace::now()), cancelled))
        return failure;
    const int64_t begin = trace::now() + prelude;
    for (int client = 1; client <= workload.clients; ++client)
        tell(run, workload, client, begin);
    return wait(run, workload, expected, until(due(workload, begin, workload.clients, workload.messages)), cancelled);
}

std::optional<Failure> play_two_inputs(lab::Run &run, const Workload &workload, std::chrono::milliseconds patience,
                                       const std::function<bool()> &cancelled)
{
    const auto until = [&](int64_t from) { return from + std::chrono::nanoseconds(patience).count(); };
    if (run.add_client() == 0)
        return Failure{Failure::refused, "pthread_create", EAGAIN, 1};
    run.tell(1, {Command::connect, {}, 1}); // who does not answer does not acknowledge at once either, and the next would wait for that
    if (auto failure = wait(run, workload, 0, until(trace::now()), cancelled))
        return failure;
    const std::string line = std::string(size_t(workload.bytes) - 1, 'k') + '\n';
    const int lines = lines_typed(workload);
    const int64_t begin = trace::now() + prelude, pace = std::chrono::nanoseconds(workload.pace).count();
    for (int message = 0; message < workload.messages; ++message) {
        run.tell(1, {Command::idle, {}, due(workload, begin, 0, message)});
        run.tell(1, {Command::send, {}, workload.bytes});
    }
    run.tell(1, {Command::receive_until, {}, workload.bytes * lines});
    run.tell(1, {Command::finish, {}, 0});
    for (int typed = 1; typed <= lines; ++typed) {
        const int64_t when = due(workload, begin, 0, typed * messages_a_line - 1) + pace / 2;
        while (trace::now() < when && !cancelled())
            std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(look_every, std::chrono::nanoseconds(when - trace::now())));
        run.type(1, line);
    }
    run.type_end(1);
    return wait(run, workload, workload.bytes * lines, until(due(workload, begin, 0, workload.messages)), cancelled);
}

} // namespace comparison
