// SPDX-License-Identifier: MIT
// A lesson beside the recording of its run: what is said and asked, in order, with what the recording has put in.
#pragma once

#include "lessons/question.h"

namespace lessons {

struct Item {
    enum Kind : uint8_t { goal, chapter, say, ask, end } kind = goal;
    QString text;
    replay::Instant instant;    // to look at; of a question the one before what is asked
    std::optional<size_t> step; // the event it is about
    size_t in_chapter = 0;      // counted from 1; 0: before the first
    QString look;               // a figure, or empty
    bool careful = false;
    QString moment;             // as the lesson's file has it
    const Ask *question = nullptr;
    std::optional<Answer> answer; // of a question; none: the run has not told it yet
    replay::Instant shown;      // of a question: where its answer is to be seen, or, as long as there is none, `instant`
    QString wrong;              // its reason
};

struct Followed {
    std::vector<Item> items;
    std::vector<int> missing;   // lines of the lesson's file whose moment never came, or whose values the recording does not tell
};

// Of a run that goes on: what has not come yet is not missing, and a question may be open, with no answer yet.
struct GoesOn {
    std::optional<Moment> open; // at which the run stands still
};

// `lesson` outlives what is returned. `goes_on`: the recording is of a run that is not over.
Followed follow(const LessonFile &lesson, const replay::Replay &replay, const words::Language &language, const GoesOn *goes_on = nullptr);

// Whose program it is about: that of the call, or of whom it is asked; nothing: of none in particular, so that the first one's is shown.
std::optional<uint16_t> program_of(const trace::Trace &trace, const Item &item);

// What it is about in a figure, by the names of the figure's parts (drawing/drawing.h), the nearest first.
QStringList parts_looked_at(const trace::Trace &trace, const Item &item);

// "goal", "chapter", "say", "ask", "end".
QString name(Item::Kind kind);

} // namespace lessons
