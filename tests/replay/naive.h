// SPDX-License-Identifier: MIT
// The slow and simple way to a World's main facts: all events from the first, one after the other.
#pragma once

#include "replay/replay.h"

namespace recording {

// Compares with `world` and returns what differs, or an empty text. For recordings of a Crowd.
std::string differs(const trace::Trace &trace, const replay::World &world);

} // namespace recording
