// SPDX-License-Identifier: MIT
// The value of --at.
#pragma once

#include "cli/terminal.h"
#include "replay/replay.h"

namespace cli {

// What is looked at: "17" is the step of that number; "end" the last instant; "accept:2" the step at which the server's
// second accept() was complete, "recv" its last recv(), whichever of its threads made it; and the others of lessons/moment.h. On failure says why and returns nothing.
std::optional<replay::Instant> moment(Terminal &terminal, const replay::Replay &replay, const QString &at);
// Says that the recording has no such step.
void no_step(Terminal &terminal, const replay::Replay &replay, const QString &step);

} // namespace cli
