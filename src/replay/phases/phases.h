// SPDX-License-Identifier: MIT
// The two phases of one read.
#pragma once

#include "replay/index.h"

namespace replay {

// Of `call`, which is event `sequence`, or in flight: `none`. What is not over has no end.
std::vector<Phase> phases_of(const Index &index, const trace::Event &call, uint32_t sequence);

// The same of a call in progress at `time` ns, when `complete` events were.
std::vector<Phase> phases_so_far(const Index &index, const trace::Event &call, uint32_t sequence, int64_t time, uint32_t complete);

// As they stood at `time` ns: what had not begun left out, what was not over without an end.
std::vector<Phase> phases_by(std::vector<Phase> phases, int64_t time);

} // namespace replay
