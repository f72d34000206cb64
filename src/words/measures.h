// SPDX-License-Identifier: MIT
// The table of measured figures by which runs are compared, cell by cell.
#pragma once

#include "replay/measures/measure.h"
#include "words/language.h"

namespace words {

// A column of the table of measured figures.
struct MeasureColumn {
    replay::Measure most;                 // the figure
    std::optional<replay::Measure> least; // it lies between this one and `most`
    QString name;
};
// `planned`: with those that count from when a message was planned.
std::vector<MeasureColumn> measure_columns(const Language &, bool planned);
// One model's cell: the middle one of its runs, and from the least to the most of them. An interval is written
// "12–23 µs".
struct MeasureCell {
    QString median, spread; // spread: empty when there was one run
    bool known = false;     // else `median` says "unknown"
};
MeasureCell measure_cell(const Language &, const MeasureColumn &column, std::span<const replay::Measured> runs);

// "12–23 µs", "≤ 23 µs" from 0, one duration when both are the same; ns.
QString interval(const Language &, int64_t from, int64_t to);

} // namespace words
