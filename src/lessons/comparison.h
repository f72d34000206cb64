// SPDX-License-Identifier: MIT
// What is said about a comparison: its models, its work, its figures with their spread, what went wrong.
#pragma once

#include "comparison/comparison.h"
#include "words/language.h"

namespace lessons {

// "Non-blocking I/O, pause 1 ms"; what is beyond the lecture, or UDP, is marked so.
QString entry_title(const words::Language &, const comparison::Entry &entry);
// "Clients: 1 · messages of each: 10 · …"
QString workload_line(const words::Language &, const comparison::Workload &workload);
// What every model was given to do; how the runs took turns; and what the figures leave out.
QStringList result_notes(const words::Language &, const comparison::Result &result);
// Why a run was not finished, with the model's name.
QString failure(const words::Language &, const comparison::Entry &entry, const comparison::Failure &failure);
// What is wrong with a workload; empty when nothing is.
QString misfit(const words::Language &, comparison::Misfit misfit);

} // namespace lessons
