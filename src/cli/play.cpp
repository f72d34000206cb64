// SPDX-License-Identifier: MIT
// iomodels play: a lesson from its beginning to its end, with its run, what is said and what is asked.
#include "cli/kept.h"
#include "cli/sources.h"

#include "lessons/comparison.h"
#include "lessons/comparison_lesson.h"
#include "lessons/recorded_lesson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cli {
namespace {

const Option options[] = {
    {"save", "FILE.iotrace", QT_TRANSLATE_NOOP("Cli", "Save the recording of the lesson's run, with its chapters.")},
    {"patience", "SECONDS", QT_TRANSLATE_NOOP("Cli", "How long a wait of the script may take before the run fails; otherwise 30.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "One JSON object a line: goal, chapter, say, ask with its answer, end.")},
};

QJsonObject as_json(const lessons::Item &item)
{
    QJsonObject object{{QStringLiteral("kind"), lessons::name(item.kind)}, {QStringLiteral("text"), item.text}};
    if (item.in_chapter)
        object[QStringLiteral("chapter")] = qint64(item.in_chapter);
    if (!item.moment.isEmpty())
        object[item.question ? QStringLiteral("before") : QStringLiteral("at")] = item.moment;
    if (!item.look.isEmpty())
        object[QStringLiteral("look")] = item.look;
    if (item.careful)
        object[QStringLiteral("careful")] = true;
    if (item.step)
        object[QStringLiteral("step")] = qint64(*item.step);
    if (item.answer) {
        object[QStringLiteral("about")] = lessons::name(item.question->about);
        object[QStringLiteral("answer")] = item.answer->value;
        object[QStringLiteral("answer_text")] = item.answer->text;
        if (!item.answer->call.isEmpty())
            object[QStringLiteral("call")] = item.answer->call;
        if (!item.wrong.isEmpty())
            object[QStringLiteral("wrong")] = item.wrong;
    }
    return object;
}

void print(Terminal &terminal, const lessons::Item &item)
{
    switch (item.kind) {
    case lessons::Item::goal: terminal.line(terminal.say("Cli", "Goal: %1").arg(item.text)); break;
    case lessons::Item::chapter:
        terminal.line(QString());
        terminal.line(terminal.say("Cli", "Chapter %1: %2", "its number, its title").arg(item.in_chapter).arg(item.text));
        break;
    case lessons::Item::say:
        terminal.line(item.careful ? terminal.say("Cli", "  Careful: %1").arg(item.text) : QStringLiteral("  ") + item.text);
        break;
    case lessons::Item::ask:
        terminal.line(QStringLiteral("  ? ") + item.text);
        terminal.line(QStringLiteral("    = ") + item.answer->text);
        if (!item.wrong.isEmpty())
            terminal.line(QStringLiteral("      ") + item.wrong);
        break;
    case lessons::Item::end:
        terminal.line(QString());
        terminal.line(item.text);
        break;
    }
}

int tell(const Given &given, const lessons::Followed &followed, const QString &name)
{
    Terminal &terminal = given.terminal;
    int code = done;
    for (const lessons::Item &item : followed.items)
        if (given.has("json"))
            terminal.line(QJsonDocument(as_json(item)).toJson(QJsonDocument::Compact));
        else
            print(terminal, item);
    for (const int line : followed.missing)
        code = terminal.fail(given.say("Cli", "%1, line %2: this moment did not come in the run, or the recording does not tell what is said of it.").arg(name).arg(line));
    return terminal.finish(code);
}

int play_comparison(const Given &given, const lessons::LessonFile &lesson)
{
    Terminal &terminal = given.terminal;
    if (given.has("save"))
        return terminal.misuse(given.say("Cli", "The lesson %1 compares: it has several recordings, which \"iomodels compare --save-traces\" keeps.").arg(lesson.name),
                               QStringLiteral("play"));
    comparison::Result result{*lesson.comparison, {}};
    bool cancelled = false;
    {
        const HeldSignals held;
        comparison::compare(result.plan, [&] { return cancelled = held.arrived() || cancelled; }, [&](comparison::Run &&run, size_t) { result.add(std::move(run)); });
    }
    if (cancelled)
        return terminal.fail(given.say("Cli", "A signal ended the run before its script was done."));
    for (const comparison::Run &run : result.runs)
        if (run.failure)
            return terminal.fail(lessons::failure(terminal.language(), result.plan.entries[run.entry], *run.failure));
    return tell(given, lessons::follow(lesson, result, terminal.language()), lesson.name);
}

// The lesson that a recording was made of, beside it.
int play_recording(const Given &given, const QString &file)
{
    Terminal &terminal = given.terminal;
    for (const char *option : {"save", "patience"})
        if (given.has(option))
            return terminal.misuse(given.say("Cli", "--%1 is for a run, and %2 is a recording.").arg(QLatin1String(option), file), QStringLiteral("play"));
    const auto trace = open_recording(terminal, file);
    if (!trace)
        return failed;
    const auto lesson = lessons::lesson_of(*trace);
    if (!lesson)
        return terminal.fail(given.say("Cli", "The recording %1 was not made of a lesson.").arg(file));
    const QString name = QString::fromStdString(trace->run.lesson.name) + lessons::lesson_suffix;
    if (const auto *mistake = std::get_if<lessons::LessonMistake>(&*lesson))
        return terminal.fail(lessons::sentence(terminal.language(), name, *mistake));
    const replay::Replay replay(*trace);
    return tell(given, lessons::follow(std::get<lessons::LessonFile>(*lesson), replay, terminal.language()), name);
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const QString name = given.arguments[0], file = given.value("save");
    if (given.has("save") && (file.isEmpty() || is_same_file(file, name)))
        return terminal.misuse(file.isEmpty() ? given.say("Cli", "The option %1 needs a value.").arg(QStringLiteral("--save"))
                                              : given.say("Cli", "The recording would replace the lesson %1: save it under another name.").arg(name),
                               QStringLiteral("play"));
    if (name.endsWith(QStringLiteral(".iotrace")))
        return play_recording(given, name);
    bool good = true;
    const double patience = given.has("patience") ? given.value("patience").toDouble(&good) : 30;
    if (!good || !(patience >= 0 && patience <= 1e9))
        return terminal.misuse(given.say("Cli", "--%1 takes a number from %2 to %3, not \"%4\".")
                                   .arg(QStringLiteral("patience"), QStringLiteral("0"), QStringLiteral("1000000000"), given.value("patience")),
                               QStringLiteral("play"));
    const auto plan = planned_run(terminal, {.lesson = name});
    if (!plan)
        return failed;
    if (plan->lesson->comparison)
        return play_comparison(given, *plan->lesson);
    Kept kept(terminal, file, {.server = plan->settings.server});
    if (!kept.can_be_saved())
        return failed;
    std::optional<HeldSignals> held(std::in_place);
    const Recorded recorded = record(*plan, std::chrono::milliseconds(std::llround(patience * 1e3)), *held, [](int) {},
                                     [&kept](const trace::Batch &batch, const trace::Run &of) { kept.take(batch, of); });
    int code = judge(terminal, recorded, plan->script_name);
    if (!kept.save(recorded))
        code = failed;
    held.reset();
    if (code != done)
        return code;

    const replay::Replay replay(*recorded.trace);
    return tell(given, lessons::follow(*plan->lesson, replay, terminal.language()), plan->script_name);
}

} // namespace

constinit const Command play_command{
    .name = "play", .arguments = "LESSON|FILE.lesson|FILE.iotrace",
    .summary = QT_TRANSLATE_NOOP("Cli", "Go through a lesson: what is said, what is asked, and the answers of its run."),
    .more = QT_TRANSLATE_NOOP("Cli", "A lesson is one of \"iomodels list lessons\", or a file of your own. Its run is real, and the answers are worked out from "
                                     "its recording. A recording that --save has kept has its lesson in it, and is gone through again without a run."),
    .options = options, .draws = false, .least = 1, .most = 1, .run = run,
};

} // namespace cli
