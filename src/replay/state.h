// SPDX-License-Identifier: MIT
// What a Replay keeps.
#pragma once

#include "replay/at/checkpoints.h"
#include "replay/index.h"

namespace replay {

struct Replay::State {
    explicit State(const trace::Trace &trace) : index(trace), checkpoints(trace) {}

    Instant clamped(Instant instant) const;

    Index index;
    Checkpoints checkpoints;
};

} // namespace replay
