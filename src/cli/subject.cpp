// SPDX-License-Identifier: MIT
#include "cli/subject.h"

#include "cli/sources.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"
#include "lessons/recorded_lesson.h"

#include <QFileInfo>

namespace cli {
namespace {

constexpr std::chrono::seconds patience(30); // of a lesson that is run for it

} // namespace

bool is_lesson(const QString &name)
{
    return lessons::is_of_lecture(name) || name.endsWith(lessons::lesson_suffix);
}

Subject subject(const Given &given, const QString &named, const HeldSignals &held)
{
    Subject all{.trace = {}, .lesson = {}, .name = QFileInfo(named).completeBaseName()};
    if (is_lesson(named)) {
        const auto plan = planned_run(given.terminal, {.lesson = named});
        if (!plan)
            return all;
        all.lesson = plan->lesson;
        all.name = plan->lesson->name;
        if (plan->lesson->comparison)
            return all; // has no recording
        Recorded recorded = record(*plan, patience, held, [](int) {});
        if (judge(given.terminal, recorded, plan->script_name) == done)
            all.trace = std::move(recorded.trace);
        return all;
    }
    if (const lessons::Lesson *server = lessons::of_server(named)) {
        const auto plan = planned_run(given.terminal, {.server = named, .script = QString::fromUtf8(server->name)});
        if (!plan)
            return all;
        Recorded recorded = record(*plan, patience, held, [](int) {});
        if (judge(given.terminal, recorded, plan->script_name) == done)
            all.trace = std::move(recorded.trace);
        return all;
    }
    all.trace = open_recording(given.terminal, named);
    if (all.trace)
        if (auto lesson = lessons::lesson_of(*all.trace)) {
            if (auto *of = std::get_if<lessons::LessonFile>(&*lesson)) {
                all.name = of->name;
                all.lesson = std::make_shared<const lessons::LessonFile>(std::move(*of));
            } else {
                given.terminal.note(lessons::sentence(given.terminal.language(), named, std::get<lessons::LessonMistake>(*lesson)));
            }
        }
    return all;
}

int interrupted(const Given &given)
{
    return given.terminal.fail(given.say("Cli", "A signal ended it; what was not complete was not written."));
}

} // namespace cli
