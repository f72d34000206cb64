// SPDX-License-Identifier: MIT
// iomodels quiz: an examination, with its answers.
#include "cli/command.h"
#include "cli/live.h"
#include "cli/quiz_sheet.h"
#include "cli/sources.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace cli {
namespace {

const Option options[] = {
    {"seed", "N", QT_TRANSLATE_NOOP("Cli", "Which runs and questions are drawn: the same number asks the same. Otherwise 1.")},
    {"questions", "K", QT_TRANSLATE_NOOP("Cli", "How many questions, 1 to 100, as far as the lecture has so many; otherwise 10.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "One JSON object a line: text, about, answer of each question.")},
    {"sheet", "FILE", QT_TRANSLATE_NOOP("Cli", "Write the questions for paper into this file, as PDF.")},
    {"solutions", "FILE", QT_TRANSLATE_NOOP("Cli", "Write the answers into this file, as PDF; the recordings they are from are kept beside it.")},
};

QJsonObject as_json(const lessons::Quiz &quiz, size_t number)
{
    const lessons::QuizQuestion &question = quiz.questions[number];
    const lessons::QuizRun &run = quiz.runs[question.run];
    QJsonObject object{{QStringLiteral("text"), question.text}, {QStringLiteral("about"), lessons::name(question.about)},
                       {QStringLiteral("answer"), question.answer.value}, {QStringLiteral("answer_text"), question.answer.text},
                       {run.is_lesson ? QStringLiteral("lesson") : QStringLiteral("script"), run.name}, {QStringLiteral("server"), run.server}};
    if (question.answer.step)
        object[QStringLiteral("step")] = qint64(*question.answer.step);
    return object;
}

std::optional<qulonglong> number(const Given &given, const char *option, qulonglong otherwise, qulonglong least, qulonglong most)
{
    if (!given.has(option))
        return otherwise;
    bool good = false;
    const qulonglong value = given.value(option).toULongLong(&good);
    if (good && value >= least && value <= most)
        return value;
    given.terminal.misuse(given.say("Cli", "--%1 takes a number from %2 to %3, not \"%4\".").arg(QLatin1String(option)).arg(least).arg(most).arg(given.value(option)),
                          QStringLiteral("quiz"));
    return {};
}

// Beside the solutions: "key.2-select.iotrace".
bool keep_recordings(Terminal &terminal, const lessons::Quiz &quiz, const QString &solutions)
{
    const QFileInfo file(solutions);
    for (size_t i = 0; i < quiz.runs.size(); ++i)
        if (!save_recording(terminal, *quiz.recordings[i],
                            file.dir().filePath(QStringLiteral("%1.%2-%3.iotrace").arg(file.completeBaseName()).arg(i + 1).arg(quiz.runs[i].name))))
            return false;
    return true;
}

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const auto seed = number(given, "seed", 1, 0, UINT64_MAX), questions = number(given, "questions", 10, 1, lessons::most_questions);
    if (!seed || !questions)
        return wrong_usage;
    for (const char *option : {"sheet", "solutions"})
        if (given.has(option) && !can_write(terminal, given.value(option)))
            return failed;
    lessons::Quiz quiz;
    bool broken_off = false;
    {
        const HeldSignals held;
        quiz = lessons::quiz(terminal.language(), *seed, int(*questions), [&] { return broken_off = held.arrived() || broken_off; });
    }
    if (broken_off)
        return terminal.fail(given.say("Cli", "A signal ended the runs before all questions were there."));
    const QString fewer = given.say("Cli", "There are only %n questions for this: these.", nullptr, plural(quiz.questions.size()));
    if (quiz.questions.empty())
        return terminal.fail(given.say("Cli", "There are no questions: none of the runs could be made."));
    if (quiz.questions.size() < *questions)
        terminal.note(fewer);
    for (size_t i = 0; i < quiz.questions.size(); ++i) {
        if (given.has("json")) {
            terminal.line(QJsonDocument(as_json(quiz, i)).toJson(QJsonDocument::Compact));
            continue;
        }
        terminal.line(QStringLiteral("%1. %2").arg(i + 1).arg(quiz.questions[i].text));
        terminal.line(QStringLiteral("   = ") + quiz.questions[i].answer.text);
    }
    for (const bool solved : {false, true}) {
        const QString path = given.value(solved ? "solutions" : "sheet");
        if (path.isEmpty())
            continue;
        if (const auto result = write_sheet(terminal.language(), quiz, *seed, solved, path); !result)
            return terminal.fail(lessons::fault(terminal.language(), result, path));
    }
    if (given.has("solutions") && !keep_recordings(terminal, quiz, given.value("solutions")))
        return failed;
    return terminal.finish();
}

} // namespace

constinit const Command quiz_command{
    .name = "quiz", .arguments = "",
    .summary = QT_TRANSLATE_NOOP("Cli", "Draw an examination: runs, questions about them, and the kernel's answers."),
    .more = nullptr, .options = options, .draws = true, .least = 0, .most = 0, .run = run,
};

} // namespace cli
