// SPDX-License-Identifier: MIT
// What an older program wrote, as this one has it.
#pragma once

#include "trace/trace.h"

namespace archive {

// `event` as a file of `version` has it becomes one of this program's. What was not recorded then stays untold.
void upgrade(trace::Event &event, int64_t version) noexcept;

// A file until version 2 tells of each thread its role instead of its program and job. Makes the programs of `trace`, whose
// threads are there. False: there is no such role.
bool upgrade(trace::Trace &trace, const std::vector<std::string> &roles, int64_t version);

} // namespace archive
