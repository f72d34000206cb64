// SPDX-License-Identifier: MIT
#include "cli/live.h"

#include <atomic>
#include <ctime>
#include <future>
#include <new>

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
        auto played = std::async(std::launch::async, [&]() -> std::optional<lab::ScriptProblem> {
            if (!plan.script)
                return {};
            const std::unique_ptr<void, decltype(stop)> at_last(&run, stop);
            return lab::play(*plan.script, run, patience, [&] { return cancelled.load(); });
        });
        const std::unique_ptr<void, decltype(stop)> at_last(&run, stop); // also when memory or threads run out
        while (!run.ended()) {
            if (held.arrived()) {
                recorded.interrupted = true;
                stop(nullptr);
            }
            take_in();
            if (run.problem())
                run.request_stop();
        }
        recorded.script_problem = played.get();
        recorded.problem = run.problem();
    }
    run.stop();
    take_in();
    recorded.trace->run = run.description();
    return recorded;
}

} // namespace cli
