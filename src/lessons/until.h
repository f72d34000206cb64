// SPDX-License-Identifier: MIT
// A recording as it stood at an instant: what a student may see while he is asked what comes next.
#pragma once

#include "replay/replay.h"

namespace lessons {

// What had ended by `instant`, what went on then as it was begun, the chapters begun by then, and who had come. Throws std::bad_alloc.
trace::Trace until(const trace::Trace &trace, replay::Instant instant);

} // namespace lessons
