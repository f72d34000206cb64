// SPDX-License-Identifier: MIT
#include "lessons/run.h"

#include "calls/schema.h"
#include "lessons/catalogue.h"
#include "lessons/problems.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lessons {
namespace {

constexpr qint64 longest_script = 1 << 20; // bytes

bool is_lesson(const QString &script)
{
    return script.endsWith(lesson_suffix) || (is_of_lecture(script) && !named(script));
}

std::optional<Refusal> read_lesson(const QString &name, PlannedRun &plan)
{
    plan.script_name = QFileInfo(name).fileName();
    if (is_of_lecture(name)) {
        plan.lesson = std::make_shared<const LessonFile>(lesson_of_lecture(name));
    } else if (!QFile::exists(name)) {
        return Refusal{Refusal::no_lesson, name, {}};
    } else {
        auto read = lesson_at(name);
        if (auto *mistake = std::get_if<LessonMistake>(&read))
            return Refusal{Refusal::mistaken_lesson, name, {}, {}, *std::move(mistake)};
        plan.lesson = std::make_shared<const LessonFile>(std::get<LessonFile>(std::move(read)));
    }
    plan.script = plan.lesson->script;
    return {};
}

std::optional<Refusal> read_script(const QString &name, PlannedRun &plan)
{
    QByteArray text;
    plan.script_name = name;
    if (const Lesson *lesson = named(name)) {
        text = script(*lesson).toUtf8();
    } else {
        plan.script_name = QFileInfo(name).fileName();
        QFile file(name);
        if (!file.exists())
            return Refusal{Refusal::no_script, name, {}};
        if (file.open(QIODevice::ReadOnly))
            text = file.read(longest_script + 1);
        if (file.error() != QFile::NoError)
            return Refusal{Refusal::unreadable, name, file.errorString()};
        if (text.size() > longest_script)
            return Refusal{Refusal::too_long, name, {}};
    }
    auto parsed = lab::parse(std::string_view(text.constData(), size_t(text.size())));
    if (const auto *problem = std::get_if<lab::ScriptProblem>(&parsed))
        return Refusal{Refusal::mistaken, name, {}, *problem};
    plan.script = std::get<lab::Script>(std::move(parsed));
    return {};
}

// Whether the script itself starts a program to which others connect.
bool starts_host(const lab::Script &script)
{
    return std::ranges::any_of(script.actions, [](const lab::Action &action) {
        return action.kind == lab::Action::add_program && servers::named(action.text)->peer.empty();
    });
}

} // namespace

std::variant<PlannedRun, Refusal> run_of(const Choice &choice)
{
    PlannedRun plan;
    const Lesson *lesson = named(choice.script);
    const QString of_lesson = !choice.lesson.isEmpty() ? choice.lesson : is_lesson(choice.script) ? choice.script : QString();
    if (!of_lesson.isEmpty())
        if (auto refusal = read_lesson(of_lesson, plan))
            return *std::move(refusal);
    const QString server = !choice.server.isEmpty() ? choice.server : plan.lesson ? plan.lesson->server : lesson ? QString::fromLatin1(lesson->server) : QString();
    if (plan.lesson && plan.lesson->comparison)
        return plan;
    if (!servers::named(server.toStdString()))
        return Refusal{Refusal::no_server, server, {}};
    if (!choice.script.isEmpty() && !plan.lesson)
        if (auto refusal = read_script(choice.script, plan))
            return *std::move(refusal);
    lab::Wishes of_script = plan.script ? plan.script->wishes : lab::Wishes();
    if (plan.lesson)
        of_script = lab::together(plan.lesson->wishes, of_script);
    if (plan.lesson)
        plan.settings.lesson = {plan.lesson->name.toStdString(), plan.lesson->source};
    plan.settings.server = server.toStdString();
    plan.settings.paused = choice.paused;
    plan.settings.serve.port = choice.port;
    plan.settings.serve.connect = choice.connect;
    const servers::Server *first = servers::named(plan.settings.server);
    plan.settings.awaits_host = !first->peer.empty() && choice.connect == 0 && plan.script && starts_host(*plan.script);
    plan.settings.serve = lab::with(plan.settings.serve, lab::together(choice.wishes, of_script), plan.settings.server);
    plan.left_out = lab::unheeded(of_script, plan.settings.server);
    return plan;
}

std::vector<Moment> stands_still_at_questions(PlannedRun &plan)
{
    std::vector<Moment> moments;
    const auto add = [&](const Moment &moment) {
        lab::Question question;
        if (moment.kind == Moment::before_chapter) {
            question.chapter = moment.which;
        } else if (moment.kind == Moment::before_call && moment.which > 0) {
            const std::string name = moment.name.toStdString();
            const auto row = std::ranges::find_if(calls::rows(), [&](const calls::Row &each) { return each.in_json() == name; });
            const bool other = moment.whom.startsWith(u"program ");
            if (row == calls::rows().end() || !(moment.whom.isEmpty() || moment.whom == u"server" || other))
                return;
            question = {.program = other ? moment.whom.section(u' ', 1).toInt() : 1, .call = row->call, .which = int(moment.which)};
        } else {
            return;
        }
        if (std::ranges::find(moments, moment) != moments.end())
            return;
        moments.push_back(moment);
        plan.settings.questions.push_back(question);
    };
    for (const LessonChapter &chapter : plan.lesson->chapters)
        for (const Ask &ask : chapter.ask)
            if (ask.hold)
                add(ask.before);
    return moments;
}

lab::Recorded record(const PlannedRun &plan, std::chrono::milliseconds patience, const lab::Onlooker &onlooker)
{
    return lab::record(plan.settings, plan.script ? &*plan.script : nullptr, patience, onlooker);
}

QString timeout_given(const words::Language &language, const PlannedRun &plan)
{
    const auto longest = lab::longest_timeout(plan.settings.server);
    const auto timeout = plan.settings.serve.timeout;
    const QString server = QString::fromStdString(plan.settings.server);
    if (longest && timeout && *timeout > *longest)
        return language.say("Lessons", "The call of the server %1 takes its timeout as milliseconds in an int: it is given %2 s, the longest there is.")
            .arg(server, language.number(std::chrono::duration<double>(*longest).count(), 3));
    if (longest && timeout && timeout->count() > 0 && *timeout < std::chrono::milliseconds(1))
        return language.say("Lessons", "The call of the server %1 takes its timeout as whole milliseconds: it is given 0, with which it only asks.").arg(server);
    return {};
}

QString sentence(const words::Language &language, const Refusal &refusal)
{
    switch (refusal.what) {
    case Refusal::no_server:
        return language.say("Lessons", "There is no server \"%1\"; \"iomodels list servers\" names them.").arg(refusal.name);
    case Refusal::no_script:
        return language.say("Lessons", "There is no script \"%1\": it is neither a file nor one of \"iomodels list scripts\".").arg(refusal.name);
    case Refusal::no_lesson:
        return language.say("Lessons", "There is no lesson \"%1\": it is neither a file nor one of \"iomodels list lessons\".").arg(refusal.name);
    case Refusal::unreadable: return language.say("Lessons", "The script %1 cannot be read: %2").arg(refusal.name, refusal.detail);
    case Refusal::too_long: return language.say("Lessons", "%1 is too long for a script.").arg(refusal.name);
    case Refusal::mistaken_lesson: return sentence(language, refusal.name, refusal.lesson_mistake);
    case Refusal::mistaken: break;
    }
    return refusal.name + QStringLiteral(": ") + script_problem(language, refusal.mistake);
}

} // namespace lessons
