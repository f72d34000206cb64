// SPDX-License-Identifier: MIT
// Where a command's recording comes from: a file, or a server that is run for it.
#pragma once

#include "cli/command.h"
#include "cli/live.h"

namespace cli {

// Reads a recording. On failure says why and returns nullptr.
std::unique_ptr<trace::Trace> open_recording(Terminal &terminal, const QString &path);
// False, after one sentence on stderr: nothing can be written to `path`, which is better known before a long run than after.
bool can_write(Terminal &terminal, const QString &path);
// One of the files to be written, some of them empty, that stands there twice; empty: there is none.
QString written_twice(const QStringList &paths);
// Whether the two names are one file that exists.
bool is_same_file(const QString &a, const QString &b);
// Writes one; false: said why.
bool save_recording(Terminal &terminal, const trace::Trace &trace, const QString &path);

// What lessons::run_of() makes of it, after what the server does not heed of it has been said. On failure says why and returns
// nothing.
std::optional<lessons::PlannedRun> planned_run(Terminal &terminal, const lessons::Choice &choice);
// Says what went wrong in a run, if anything, and what the recording lacks. `script`: its name, for the line. Returns
// the exit code.
int judge(Terminal &terminal, const Recorded &recorded, const QString &script);

} // namespace cli
