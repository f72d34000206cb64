// SPDX-License-Identifier: MIT
// What is said about a comparison: its models, its work, its figures with their spread, what went wrong.
#pragma once

#include "comparison/comparison.h"
#include "words/language.h"

namespace words {

// "Non-blocking I/O, pause 1 ms"; what is beyond the lecture, or UDP, is marked so.
QString entry_title(const Language &, const comparison::Entry &entry);
// "Clients: 1 · messages of each: 10 · …"
QString workload_line(const Language &, const comparison::Workload &workload);
// What every model is given to do, for `workload`; how the runs take turns; and what the figures leave out.
QStringList workload_notes(const Language &, const comparison::Workload &workload);
// Why a run was not finished, with the model's name.
QString failure(const Language &, const comparison::Entry &entry, const comparison::Failure &failure);
// What is wrong with a workload; empty when nothing is.
QString misfit(const Language &, comparison::Misfit misfit);

// A column of the table of measured figures.
struct MeasureColumn {
    replay::Measure most;                 // the figure
    std::optional<replay::Measure> least; // it lies between this one and `most`
    QString name;
};
std::vector<MeasureColumn> measure_columns(const Language &);
// One model's cell: the middle one of its runs, and from the least to the most of them. An interval is written
// "12–23 µs".
struct MeasureCell {
    QString median, spread; // spread: empty when there was one run
    bool known = false;     // else `median` says "unknown"
};
MeasureCell measure_cell(const Language &, const MeasureColumn &column, std::span<const replay::Measured> runs);

} // namespace words
