// SPDX-License-Identifier: MIT
// What a page or an animation is made of: a recording, and the lesson whose run it is.
#pragma once

#include "cli/command.h"
#include "cli/live.h"

#include <memory>

namespace cli {

struct Subject {
    std::unique_ptr<trace::Trace> trace;
    std::shared_ptr<const lessons::LessonFile> lesson; // nullptr: of none
    QString name;
};

// Whether it names a lesson of the lecture, or a file of one.
bool is_lesson(const QString &name);
// Runs the lesson, or that of the server, or opens the file. On failure says why and has no trace; nor has it one of a lesson that compares.
Subject subject(const Given &given, const QString &named, const HeldSignals &held);
// That a signal has ended the writing.
int interrupted(const Given &given);

} // namespace cli
