// SPDX-License-Identifier: MIT
// How a lesson, a script or a server alone becomes a run: the one way, for the command line and for the window.
#pragma once

#include "lab/record.h"
#include "lessons/lesson_file.h"

#include <memory>
#include <variant>

namespace lessons {

// What the user has said of the run he wants.
struct Choice {
    QString server;      // empty: the lesson's
    QString script;      // the name of a script or a lesson, or a file of one; empty: none, clients come as they like
    QString lesson;      // the name of a lesson, or its file: instead of a script
    lab::Wishes wishes;
    uint16_t port = 0;   // 0: the kernel chooses
    uint16_t connect = 0; // of a program that connects to another one: the port of one that runs already; 0: it has one of its own
    bool paused = false;
};

// A run before it begins.
struct PlannedRun {
    lab::Settings settings;
    std::optional<lab::Script> script;
    QString script_name;                  // as the user knows it
    std::shared_ptr<const LessonFile> lesson; // whose script it is; nullptr: none's
    std::vector<servers::Option> left_out; // what the script wants and its server does not heed: unheeded()
};

// Why there is no run to be begun.
struct Refusal {
    enum What : uint8_t {
        no_server, // there is none of the name
        no_script, // neither one by that name nor a file
        no_lesson, // the same
        unreadable, too_long,
        mistaken,  // the script, see `mistake`
        mistaken_lesson, // see `lesson_mistake`
    } what = no_server;
    QString name;   // of the server or script
    QString detail; // the system's words: unreadable
    lab::ScriptProblem mistake{};
    LessonMistake lesson_mistake{};
};

// What is chosen comes first, then what the script wants ("with …"), then what the server does by itself.
std::variant<PlannedRun, Refusal> run_of(const Choice &choice);

// Lets the run stand still at each question of its lesson, as far as it can: returns the moments, in the order of Settings::questions.
std::vector<Moment> stands_still_at_questions(PlannedRun &plan);

// The run from its beginning to its end; as lab::record().
lab::Recorded record(const PlannedRun &plan, std::chrono::milliseconds patience, const lab::Onlooker &onlooker);

// What its timeout becomes where it is longer than the server's call can be given, or shorter; else empty.
QString timeout_given(const words::Language &, const PlannedRun &plan);
// What went wrong, in one sentence.
QString sentence(const words::Language &, const Refusal &refusal);

} // namespace lessons
