// SPDX-License-Identifier: MIT
#include "cli/live.h"

#include "posix/thread.h"

#include <atomic>
#include <ctime>
#include <memory>
#include <new>
#include <thread>

namespace cli {
namespace {

constexpr long look_every = 5'000'000; // ns

} // namespace

HeldSignals::HeldSignals()
{
    sigemptyset(&m_held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&m_held, signal);
    pthread_sigmask(SIG_BLOCK, &m_held, &m_before);
}

HeldSignals::~HeldSignals()
{
    const timespec none{};
    while (sigtimedwait(&m_held, nullptr, &none) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

bool HeldSignals::arrived() const
{
    const timespec moment{0, look_every};
    return sigtimedwait(&m_held, nullptr, &moment) > 0;
}

Recorded record(const lessons::PlannedRun &plan, std::chrono::milliseconds patience, const HeldSignals &held,
                const std::function<void(int port)> &listening, const std::function<void(const trace::Batch &, const trace::Run &)> &keep)
{
    Recorded recorded;
    recorded.trace = std::make_unique<trace::Trace>();
    lab::Run run(plan.settings);
    const auto take_in = [&] {
        try {
            trace::Batch batch = run.take();
            keep(batch, run.description());
            recorded.trace->append(std::move(batch));
        } catch (const std::bad_alloc &) {
            recorded.out_of_memory = true;
            run.request_stop();
        }
    };
    recorded.problem = run.start();
    recorded.began = !recorded.problem;
    if (recorded.began) {
        listening(run.port());
        std::atomic<bool> cancelled = false;
        const auto stop = [&](void *) {
            cancelled = true;
            run.request_stop();
        };
        std::thread player;
        const auto play = [&] {
            recorded.script_problem = lab::play(*plan.script, run, patience, [&] { return cancelled.load(); });
            stop(nullptr);
        };
        const int no_thread = plan.script ? posix::start_thread(player, play) : 0;
        const auto join = [&](void *) { // also when memory runs out
            stop(nullptr);
            if (player.joinable())
                player.join();
        };
        std::unique_ptr<void, decltype(join)> at_last(&run, join);
        if (no_thread)
            stop(nullptr);
        while (!run.ended()) {
            if (held.arrived()) {
                if (recorded.interrupted) // the second: what does not end at once is left behind
                    run.request_stop(std::chrono::milliseconds(0));
                recorded.interrupted = true;
                stop(nullptr);
            }
            take_in();
            if (run.problem())
                run.request_stop();
        }
        at_last.reset();
        recorded.problem = no_thread ? lab::Problem{"pthread_create", no_thread} : run.problem();
    }
    run.stop();
    take_in();
    recorded.trace->run = run.description();
    return recorded;
}

} // namespace cli
