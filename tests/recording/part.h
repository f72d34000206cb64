// SPDX-License-Identifier: MIT
// Who takes part in a recording made by hand, as in a run: one server, what belongs to it, and clients.
#pragma once

#include "trace/trace.h"

#include <utility>

namespace recording {

enum class Part : uint8_t { server, client, control, notification };

struct Cast {
    std::vector<trace::Program> programs{{"server"}};
    bool served = false; // a second server is a program of its own

    trace::Thread thread(const std::string &name, Part part, int32_t tid = 0, std::vector<std::string> variables = {})
    {
        trace::Thread made{name, 0, trace::Job::main, tid, std::move(variables)};
        if (part == Part::control || part == Part::notification)
            made.job = part == Part::control ? trace::Job::control : trace::Job::library;
        else if (part == Part::client || std::exchange(served, true)) {
            made.program = uint16_t(programs.size());
            programs.push_back({name, part == Part::client ? trace::Origin::script : trace::Origin::listing});
        }
        return made;
    }
};

} // namespace recording
