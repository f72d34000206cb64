// SPDX-License-Identifier: MIT
// What is wrong with a lesson file, in plain words.
#include "lessons/lesson_file.h"
#include "lessons/problems.h"

namespace lessons {
namespace {

QString what_is_wrong(const words::Language &language, const LessonMistake &mistake)
{
    using What = LessonMistake::What;
    const QString &word = mistake.word;
    switch (mistake.what) {
    case What::unreadable: return language.say("LessonFiles", "the lesson cannot be read: %1").arg(word);
    case What::no_file: return language.say("LessonFiles", "this is a device or a pipe, and no lesson.");
    case What::too_long:
        return language.say("LessonFiles", "the file is too long for a lesson: it may have %1.").arg(language.bytes(longest_lesson));
    case What::no_text: return language.say("LessonFiles", "this line is no UTF-8 text: save the file as UTF-8.");
    case What::no_toml: return language.say("LessonFiles", "this is no TOML. Its reader says: %1").arg(word);
    case What::unknown_key: return language.say("LessonFiles", "there is no key “%1” here, only: %2.").arg(word, mistake.expected);
    case What::missing_key: return language.say("LessonFiles", "the key “%1” is missing here.").arg(word);
    case What::missing_language: return language.say("LessonFiles", "the text is missing in the language “%1”: each text has every language.").arg(word);
    case What::wrong_type: return language.say("LessonFiles", "“%1” has a value of another kind than is expected there.").arg(word);
    case What::no_server:
        return language.say("LessonFiles", "there is no server “%1”; \"iomodels list servers\" names them.").arg(word);
    case What::no_moment:
        return language.say("LessonFiles", "“%1” is no moment. Expected is a call with its number, as accept:2, client 1 send:1, "
                                            "in select:2, or a chapter, as chapter:3, end of chapter:3.").arg(word);
    case What::no_call: return language.say("LessonFiles", "there is no call “%1”.").arg(word);
    case What::no_about: return language.say("LessonFiles", "nothing can be asked about “%1”, only about: %2.").arg(word, mistake.expected);
    case What::no_figure: return language.say("LessonFiles", "there is no figure “%1”, only: %2.").arg(word, mistake.expected);
    case What::no_row: return language.say("LessonFiles", "“%1” is no row of the lecture: expected is L1 to L14, beyond or mistakes.").arg(word);
    case What::no_value: return language.say("LessonFiles", "“%1” has a value that is not allowed there.").arg(word);
    case What::no_placeholder: return language.say("LessonFiles", "there is no value {%1} to put in, only: %2.").arg(word, mistake.expected);
    case What::no_model: return language.say("LessonFiles", "there is no model “%1” to be compared.").arg(word);
    case What::no_chapter: return language.say("LessonFiles", "the lesson has no chapter as “%1” means it.").arg(word);
    case What::script: return script_problem(language, mistake.problem);
    }
    return {};
}

} // namespace

QString sentence(const words::Language &language, const QString &file, const LessonMistake &mistake)
{
    const QString why = what_is_wrong(language, mistake);
    if (mistake.line == 0 || mistake.what == LessonMistake::script) // which names its line itself
        return language.say("LessonFiles", "%1: %2", "a file, what is wrong with it").arg(file, why);
    return language.say("LessonFiles", "%1, line %2: %3", "a file, a line, what is wrong there").arg(file).arg(mistake.line).arg(why);
}

} // namespace lessons
