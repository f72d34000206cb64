// SPDX-License-Identifier: MIT
// A lesson as its file says it: TOML, read and checked before anything begins.
//
//   title = {vi = "…", en = "…"}           every text has each of the program's languages
//   row = "L7"                             the place in the lecture: L1 to L14, "beyond" or "mistakes"; may be left out
//   goal = {vi = "…", en = "…"}
//   compare = {models = "select,poll"}     instead of run: also clients, messages, bytes, pace (ms); then there are no scripts, and every
//                                          moment is "comparison"
//   run = "select"                         or "bench"; and options of `iomodels run` by their names: notify = "thread", timeout = 0.5
//   front = ["sets", "stage"]              figures to look at, the first in front
//   [[chapter]]
//   title = {…}
//   note = {…}                             what the lecturer alone sees; may be left out
//   minutes = 8                            how long the lecturer means to take; may be left out
//   script = '''…'''                       the README's scripts
//   [[chapter.say]]
//   at = "accept:1"                        a moment, see moment.h
//   look = "stage"                         may be left out; as careful = true: a warning
//   vi = "…"                               {fd}, {bytes}, …: told.h
//   en = "…"
//   [[chapter.ask]]
//   before = "recv:1"                      or "chapter:3": then of the first `call` that returns in it
//   about = "asleep"                       what is asked: question.h; `call` and `of` as it says
//   hold = false                           the run does not stand still at it, since the kernel would go on by itself; else it does
//   alone = false                          it is about what was seen before, so that no examination asks it
//   vi = "…"
//   en = "…"
//   wrong = {…}                            the reason, after a wrong answer
//   [end]
//   vi = "…"
//   en = "…"
//   figure = "crossing"
#pragma once

#include "comparison/comparison.h"
#include "lab/script.h"
#include "lessons/moment.h"
#include "words/language.h"

#include <QByteArray>
#include <QStringList>

#include <map>
#include <variant>
#include <vector>

namespace lessons {

// What is said, in each language of the program.
struct Text {
    std::map<QString, QString> by_language;
    QString in(const words::Language &language) const
    {
        const auto found = by_language.find(language.code());
        return found == by_language.end() ? QString() : found->second;
    }
};

struct Say {
    Moment at;
    QString moment; // as written
    QString look;   // a figure, or empty
    bool careful = false;
    Text text;
    int line = 0;   // of the file
};

enum class About : uint8_t { result, error, bits, asleep, descriptor, slot, maxfd, signal_handlers, next, bytes, who, phase };

struct Ask {
    Moment before;
    QString moment; // as written
    About about = About::result;
    QString call;   // of a chapter: whose call it is asked about
    QString of;     // bytes: a participant; bits of poll(): the descriptor asked about; signals: a reason
    QStringList among;   // who, of a comparison: these models, all of them when empty
    std::optional<int64_t> below; // result, bytes: not how many, but whether fewer than these
    int clients = 0;     // that have come by the end of its chapter
    bool hold = true;    // the run can stand still at it
    bool least = false;  // who: has least of measure `of`, else most
    bool again = false;  // asleep, of a chapter: not in a call that goes on when it begins
    bool alone = true;   // it can be asked without what was seen before
    QString look;
    Text text, wrong;
    int line = 0;
};

struct LessonChapter {
    Text title, note;
    std::string script; // as written
    int minutes = 0; // planned; 0: nobody says
    std::vector<Say> say;
    std::vector<Ask> ask;
    int line = 0;
};

struct LessonFile {
    QString name; // "two-phases"; of a lecturer's own the file's
    Text title, goal, conclusion;
    QString row;
    QString server;      // empty: it compares
    std::optional<comparison::Plan> comparison;
    lab::Wishes wishes; // its options
    QStringList front;
    std::vector<LessonChapter> chapters;
    QString figure; // that sums up
    lab::Script script; // of all chapters, each beginning with its title
    std::string source; // the file, as it is written
};

// What is wrong with a lesson file, and where.
struct LessonMistake {
    enum What : uint8_t {
        unreadable, too_long, no_text, // `word`: the system's words; no UTF-8
        no_file,                       // a device or a pipe
        no_toml,                       // `word`: the parser's words
        unknown_key, missing_key, missing_language, wrong_type,
        no_server, no_moment, no_call, no_about, no_figure, no_row, no_value, no_placeholder, no_chapter, no_model,
        script,                        // see `problem`
    } what = unreadable;
    int line = 0;  // from 1; 0: of the whole file
    QString word;  // at fault
    QString expected; // names that are good, where there are not many
    lab::ScriptProblem problem{};
};

inline const QString lesson_suffix = QStringLiteral(".lesson"); // of a file's name
inline constexpr qint64 longest_lesson = 1 << 20; // bytes

// Reads what stands in a file called `name`.
std::variant<LessonFile, LessonMistake> lesson_file(const QByteArray &toml, const QString &name);
// The file at `path`; `name` is then what stands before ".lesson".
std::variant<LessonFile, LessonMistake> lesson_at(const QString &path);
// One sentence: the file, the line, and what is expected.
QString sentence(const words::Language &, const QString &file, const LessonMistake &mistake);

// The lecture's own, in its order.
std::span<const char *const> lecture();
bool is_of_lecture(QStringView name);
// Of the lecture; the program was built with a good one.
LessonFile lesson_of_lecture(const QString &name);

// By the names of `about`: "result", "errno", …
QStringList about_names();
// Whether anything of it is to be looked at in that figure.
bool looks_at(const LessonFile &lesson, QStringView figure);
QString name(About about);

} // namespace lessons
