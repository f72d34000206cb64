// SPDX-License-Identifier: MIT
// An examination on paper.
#pragma once

#include "archive/iotrace.h"
#include "lessons/problems.h"
#include "lessons/quiz.h"

namespace cli {

// Pages of A4: the questions with room for the answers, or, `solved`, with the answers. What is there before stays until all is written.
archive::Result write_sheet(const words::Language &, const lessons::Quiz &quiz, uint64_t seed, bool solved, const QString &path);

} // namespace cli
