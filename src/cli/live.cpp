// SPDX-License-Identifier: MIT
#include "cli/live.h"

#include <ctime>

namespace cli {
namespace {

constexpr long look_every = 5'000'000; // ns
constexpr int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};

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
    return lessons::record(plan, patience,
                       {.breaks_off = [&held] { return held.arrived(); }, .listening = listening, .keep = keep});
}

} // namespace cli
