// SPDX-License-Identifier: MIT
// The events of a recording, one a line.
#pragma once

#include "cli/terminal.h"
#include "trace/trace.h"

namespace cli {

// Prints every event in order, then those that never ended; as JSON, or as a person reads it. False: it could not be
// written.
bool print_events(Terminal &terminal, const trace::Trace &trace, bool json);

} // namespace cli
