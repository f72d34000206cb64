// SPDX-License-Identifier: MIT
// The lesson that a recording was made of.
#pragma once

#include "lessons/lesson_file.h"
#include "trace/trace.h"

#include <optional>

namespace lessons {

// As it stands in the recording, so that it is at hand also where its file is not, or says something else by now. Of a recording made
// before there was that: the lesson of the lecture that has the same server and the same chapters. Nothing: it is no lesson's run.
std::optional<std::variant<LessonFile, LessonMistake>> lesson_of(const trace::Trace &trace);

} // namespace lessons
