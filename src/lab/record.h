// SPDX-License-Identifier: MIT
// A run from start to stop, with its script, recorded.
#pragma once

#include "lab/script.h"

#include <functional>
#include <memory>

namespace lab {

struct Recorded {
    std::unique_ptr<trace::Trace> trace;
    std::optional<Problem> problem;              // the server could not begin, or ended by itself
    std::optional<ScriptProblem> script_problem; // the script was not finished
    bool interrupted = false;                    // broken off
    bool began = false;                          // the server got as far as to listen
    bool out_of_memory = false;                  // so that the run was stopped; its last events are missing
};

// Who looks on. All but `before` are called in the thread that records.
struct Onlooker {
    std::function<bool()> breaks_off = [] { return false; }; // asked again and again: waits some ms, and tells whether the run is to end
    std::function<void(int port)> listening = [](int) {};    // once
    std::function<void(const trace::Batch &, const trace::Run &)> keep = [](const trace::Batch &, const trace::Run &) {}; // what was recorded
    std::function<void(const trace::Trace &, size_t question)> asked = [](const trace::Trace &, size_t) {}; // one is open, and that is all there is
    std::function<bool()> answered = [] { return true; };    // asked again and again while one is open
    std::function<void(const Action &)> before; // each action of the script, in the script's own thread
};

// Starts the server, plays the script or, with nullptr, waits until it is broken off, and stops everything. `patience`: how long a
// wait of the script may take. Throws std::bad_alloc and, when no further thread can be started, std::system_error.
Recorded record(const Settings &settings, const Script *script, std::chrono::milliseconds patience, const Onlooker &onlooker);

} // namespace lab
