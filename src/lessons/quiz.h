// SPDX-License-Identifier: MIT
// An examination: runs drawn by a seed from lessons and scripts, questions about them, answered by their recordings.
#pragma once

#include "lab/record.h"
#include "lessons/question.h"

namespace lessons {

// What a run is drawn from.
struct QuizRun {
    QString name;          // of a lesson or a script; a title may tell an answer
    bool is_lesson = false;
    QString server;
    QString script;        // what is done in it, a line each, "…" where it waits; of a lesson in its chapters up to the last that is asked about
};

struct QuizQuestion {
    size_t run = 0;        // index into Quiz::runs
    QString text;
    About about = About::result;
    Answer answer;
    QString wrong;         // why, of a lesson's question; or empty
    size_t order = 0;      // among those of its run, as they come in it
};

struct Quiz {
    std::vector<QuizRun> runs;
    std::vector<std::unique_ptr<trace::Trace>> recordings; // of each run
    std::vector<QuizQuestion> questions;
};

inline constexpr int most_questions = 100;

// The same seed asks the same questions; the answers are those of the runs that are made now. Throws what record() throws.
// No question prints another one's answer. Fewer questions than wanted: there are no more, a run could not be made, or it was broken off.
Quiz quiz(const words::Language &, uint64_t seed, int questions, const std::function<bool()> &breaks_off);

} // namespace lessons
