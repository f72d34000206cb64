// SPDX-License-Identifier: MIT
// That a recording contradicts itself.
#pragma once

#include "calls/contradictions.h"
#include "words/language.h"

namespace words {

// "Step 12: recv() of server moved 5,000 bytes, but was asked for 4,096 at most."
QString contradiction(const Language &language, const trace::Trace &trace, const calls::Contradiction &one);
// In one sentence: how many there are, and what the first is. Empty when there are none.
QString contradictions(const Language &language, const trace::Trace &trace, const std::vector<calls::Contradiction> &all);

} // namespace words
