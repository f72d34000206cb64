// SPDX-License-Identifier: MIT
// Why a statement of the bench cannot be run, in plain words.
#pragma once

#include "bench/statement.h"
#include "words/language.h"

namespace lessons {

// What is wrong at its column, and names like a mistyped one.
QString statement_problem(const words::Language &, const bench::Wrong &wrong);

} // namespace lessons
