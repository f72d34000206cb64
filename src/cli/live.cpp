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
constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP};

// The C library starts threads of its own for SIGEV_THREAD, with no signal blocked: one of them may be given what is held.
std::atomic<int> given_to_another = 0;
static_assert(std::atomic<int>::is_always_lock_free);

} // namespace

HeldSignals::HeldSignals()
{
    sigemptyset(&m_held);
    for (const int signal : ending_signals)
        sigaddset(&m_held, signal);
    pthread_sigmask(SIG_BLOCK, &m_held, &m_before);
    struct sigaction counts{};
    counts.sa_handler = [](int) { ++given_to_another; };
    counts.sa_flags = SA_RESTART;
    for (size_t i = 0; i < m_actions.size(); ++i)
        sigaction(ending_signals[i], &counts, &m_actions[i]);
}

HeldSignals::~HeldSignals()
{
    const timespec none{};
    while (sigtimedwait(&m_held, nullptr, &none) > 0) {
    }
    for (size_t i = 0; i < m_actions.size(); ++i)
        sigaction(ending_signals[i], &m_actions[i], nullptr);
    given_to_another = 0;
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

bool HeldSignals::arrived() const
{
    const timespec moment{0, look_every};
    int given = given_to_another;
    while (given > 0 && !given_to_another.compare_exchange_weak(given, given - 1)) {
    }
    return given > 0 || sigtimedwait(&m_held, nullptr, &moment) > 0;
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
