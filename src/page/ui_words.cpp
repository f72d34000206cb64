// SPDX-License-Identifier: MIT
// The words of the pages themselves.
#include "page/text.h"

#include <QCoreApplication>

namespace page {
namespace {

struct Word {
    const char *name, *text; // English source text, context "Page"
};

constexpr Word table[] = {
    {"back", QT_TRANSLATE_NOOP("Page", "The course's lessons")},
    {"score", QT_TRANSLATE_NOOP("Page", "%1 of %2 right")},
    {"recording", QT_TRANSLATE_NOOP("Page", "Save the recording")},
    {"language", QT_TRANSLATE_NOOP("Page", "Language")},
    {"step", QT_TRANSLATE_NOOP("Page", "Step %1")},
    {"beginning", QT_TRANSLATE_NOOP("Page", "The beginning")},
    {"chapters", QT_TRANSLATE_NOOP("Page", "Chapters")},
    {"chapter", QT_TRANSLATE_NOOP("Page", "Chapter %1 of %2")},
    {"first", QT_TRANSLATE_NOOP("Page", "To the beginning")},
    {"stepBack", QT_TRANSLATE_NOOP("Page", "Step back")},
    {"play", QT_TRANSLATE_NOOP("Page", "Run")},
    {"pause", QT_TRANSLATE_NOOP("Page", "Pause")},
    {"stepOn", QT_TRANSLATE_NOOP("Page", "Step")},
    {"last", QT_TRANSLATE_NOOP("Page", "To the end")},
    {"sentenceBack", QT_TRANSLATE_NOOP("Page", "Sentence back")},
    {"sentenceOn", QT_TRANSLATE_NOOP("Page", "Next sentence")},
    {"keys", QT_TRANSLATE_NOOP("Page", "← → a step · Page ↑ Page ↓ a sentence · Space runs")},
    {"offline", QT_TRANSLATE_NOOP("Page", "Needs no network")},
    {"process", QT_TRANSLATE_NOOP("Page", "PROCESSES (user space)")},
    {"kernel", QT_TRANSLATE_NOOP("Page", "KERNEL")},
    {"picture", QT_TRANSLATE_NOOP("Page", "Picture")},
    {"figures", QT_TRANSLATE_NOOP("Page", "Figures")},
    {"lesson", QT_TRANSLATE_NOOP("Page", "Lesson")},
    {"goal", QT_TRANSLATE_NOOP("Page", "Goal")},
    {"careful", QT_TRANSLATE_NOOP("Page", "Careful")},
    {"end", QT_TRANSLATE_NOOP("Page", "In short")},
    {"question", QT_TRANSLATE_NOOP("Page", "Prediction %1 of %2")},
    {"right", QT_TRANSLATE_NOOP("Page", "right")},
    {"wrong", QT_TRANSLATE_NOOP("Page", "not so")},
    {"skipped", QT_TRANSLATE_NOOP("Page", "skipped")},
    {"yours", QT_TRANSLATE_NOOP("Page", "Your answer: %1")},
    {"theirs", QT_TRANSLATE_NOOP("Page", "The kernel's answer: %1")},
    {"answer", QT_TRANSLATE_NOOP("Page", "Answer")},
    {"skip", QT_TRANSLATE_NOOP("Page", "Skip")},
    {"number", QT_TRANSLATE_NOOP("Page", "A number")},
    {"none", QT_TRANSLATE_NOOP("Page", "none")},
    {"go", QT_TRANSLATE_NOOP("Page", "Go to the question")},
    {"opens", QT_TRANSLATE_NOOP("Page", "opens after question %1")},
    {"answerFirst", QT_TRANSLATE_NOOP("Page", "What comes now is asked: answer, or skip it.")},
    {"timeline", QT_TRANSLATE_NOOP("Page", "Timeline")},
    {"listing", QT_TRANSLATE_NOOP("Page", "Listing")},
    {"compiled", QT_TRANSLATE_NOOP("Page", "the text that was compiled and runs")},
    {"asleep", QT_TRANSLATE_NOOP("Page", "asleep here")},
    {"differs", QT_TRANSLATE_NOOP("Page", "%1, which is right, has here: %2")},
    {"leftOut", QT_TRANSLATE_NOOP("Page", "Steps left out here: %1")},
    {"legend", QT_TRANSLATE_NOOP("Page", "Colours")},
    {"kind0", QT_TRANSLATE_NOOP("Page", "other calls")},
    {"kind1", QT_TRANSLATE_NOOP("Page", "runs")},
    {"kind2", QT_TRANSLATE_NOOP("Page", "sleeps, waiting")},
    {"kind3", QT_TRANSLATE_NOOP("Page", "copies")},
    {"kind5", QT_TRANSLATE_NOOP("Page", "failed")},
    {"kind6", QT_TRANSLATE_NOOP("Page", "held at the gate")},
    {"kind7", QT_TRANSLATE_NOOP("Page", "signal handler")},
    {"course", QT_TRANSLATE_NOOP("Page", "I/O models, on real sockets")},
    {"subject", QT_TRANSLATE_NOOP("Page", "Network programming")},
    {"about", QT_TRANSLATE_NOOP("Page", "Each lesson is a recorded run: go through it step by step and predict, the kernel grades.")},
    {"done", QT_TRANSLATE_NOOP("Page", "%1 of %2 lessons done")},
    {"lessons", QT_TRANSLATE_NOOP("Page", "Lessons")},
    {"strip", QT_TRANSLATE_NOOP("Page", "What the server's thread does")},
    {"predictions", QT_TRANSLATE_NOOP("Page", "Predictions")},
    {"open", QT_TRANSLATE_NOOP("Page", "Open")},
    {"again", QT_TRANSLATE_NOOP("Page", "Look again")},
    {"goOn", QT_TRANSLATE_NOOP("Page", "Go on")},
    {"finished", QT_TRANSLATE_NOOP("Page", "done")},
    {"begun", QT_TRANSLATE_NOOP("Page", "begun")},
    {"fresh", QT_TRANSLATE_NOOP("Page", "not begun")},
    {"noPage", QT_TRANSLATE_NOOP("Page", "in the program only")},
    {"beyond", QT_TRANSLATE_NOOP("Page", "Beyond the lecture")},
    {"mistakes", QT_TRANSLATE_NOOP("Page", "Mistakes worth seeing")},
    {"own", QT_TRANSLATE_NOOP("Page", "More lessons")},
    {"selfContained", QT_TRANSLATE_NOOP("Page", "Every page is complete: it opens without a network and without installing anything.")},
};

} // namespace

QJsonObject ui_words()
{
    QJsonObject all;
    for (const Word &word : table)
        all[QLatin1String(word.name)] = in_all([&](const words::Language &language) { return language.say("Page", word.text); });
    return all;
}

} // namespace page
