// SPDX-License-Identifier: MIT
#include "cli/live.h"

#include <ctime>

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
    return lab::record(plan.settings, plan.script ? &*plan.script : nullptr, patience,
                       {.breaks_off = [&held] { return held.arrived(); }, .listening = listening, .keep = keep});
}

} // namespace cli
