// SPDX-License-Identifier: MIT
// The result of a comparison for people and for programs.
#pragma once

#include "cli/terminal.h"
#include "comparison/comparison.h"
#include "figures/comparison/comparison.h"
#include "figures/comparison/six.h"

#include <QByteArray>

namespace cli {

// The table, a line of medians for each model and under it the spread; what each model was given to do.
void print_comparison(Terminal &terminal, const comparison::Result &result);
// One JSON object: the work, the order, every run with its figures, and of each model the median, least and most.
QByteArray comparison_json(const comparison::Result &result);
// What the figure shows, of the latest run of each model.
figures::ComparisonScene comparison_scene(const words::Language &language, const comparison::Result &result);
// The same without its table; models without a message are left out.
figures::SixScene slide_scene(const words::Language &language, const comparison::Result &result, const QString &title);

} // namespace cli
