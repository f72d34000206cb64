// SPDX-License-Identifier: MIT
// What an older program wrote, as this one has it.
#pragma once

#include "trace/event.h"

namespace archive {

// `event` as a file of `version` has it becomes one of this program's. What was not recorded then stays untold.
void upgrade(trace::Event &event, int64_t version) noexcept;

} // namespace archive
