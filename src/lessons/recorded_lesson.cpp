// SPDX-License-Identifier: MIT
#include "lessons/recorded_lesson.h"

#include "words/chapters.h"

#include <algorithm>

namespace lessons {
namespace {

bool has_its_chapters(const trace::Trace &trace, const LessonFile &lesson)
{
    if (lesson.comparison || lesson.server.toStdString() != trace.run.server || lesson.chapters.size() != trace.chapters.size())
        return false;
    const QStringList codes = words::Language::codes();
    return std::ranges::equal(lesson.chapters, trace.chapters, [&](const LessonChapter &written, const trace::Chapter &recorded) {
        return std::ranges::all_of(codes, [&](const QString &code) {
            const words::Language language(code);
            return written.title.in(language) == words::chapter_title(language, recorded);
        });
    });
}

} // namespace

std::optional<std::variant<LessonFile, LessonMistake>> lesson_of(const trace::Trace &trace)
{
    const trace::Lesson &recorded = trace.run.lesson;
    if (!recorded.text.empty())
        return lesson_file(QByteArray::fromStdString(recorded.text), QString::fromStdString(recorded.name));
    if (trace.chapters.empty())
        return {};
    for (const char *name : lecture())
        if (LessonFile lesson = lesson_of_lecture(QLatin1String(name)); has_its_chapters(trace, lesson))
            return lesson;
    return {};
}

} // namespace lessons
