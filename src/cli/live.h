// SPDX-License-Identifier: MIT
// A run without a window, from start to stop, recorded.
#pragma once

#include "lab/record.h"
#include "lessons/run.h"

#include <chrono>
#include <csignal>
#include <functional>

namespace cli {

using lab::Recorded;

// While it lives, SIGINT, SIGTERM, SIGHUP and SIGXCPU (ulimit -t) are blocked in the calling thread and in those it starts, so that the
// program can end in order. Make it before any thread.
class HeldSignals {
public:
    HeldSignals();
    ~HeldSignals(); // forgets those that came
    HeldSignals(const HeldSignals &) = delete;
    HeldSignals &operator=(const HeldSignals &) = delete;
    // Waits a few ms; true if one came.
    bool arrived() const;

private:
    sigset_t m_held, m_before;
    std::array<struct sigaction, 4> m_actions;
};

// Starts the server, plays the script or, without one, waits for a signal, and stops everything. `patience`: how long a wait of
// the script may take. `listening` is told the port, once; `keep` each batch that was recorded, and of which run.
// Throws std::bad_alloc and, when no further thread can be started, std::system_error.
Recorded record(const lessons::PlannedRun &plan, std::chrono::milliseconds patience, const HeldSignals &held,
                const std::function<void(int port)> &listening,
                const std::function<void(const trace::Batch &, const trace::Run &)> &keep = [](const trace::Batch &, const trace::Run &) {});

} // namespace cli
