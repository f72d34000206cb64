// SPDX-License-Identifier: MIT
#include "lessons/quiz.h"

#include "archive/json.h"
#include "calls/verbs.h"
#include "lessons/catalogue.h"
#include "lessons/followed.h"
#include "lessons/run.h"
#include "words/sentences.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace lessons {
namespace {

using words::Language;

constexpr auto patience = std::chrono::seconds(30);
constexpr size_t of_one_run = 3; // questions

// Scripts whose server makes the same calls in every run.
constexpr const char *scripts[] = {"select", "poll", "reset", "phases", "blocking", "blocking-udp", "epoll", "errors", "urgent", "revents"};

// splitmix64: the same on every machine, as those of the standard library need not be.
class Draw {
public:
    explicit Draw(uint64_t seed) : m_state(seed) {}
    uint64_t next()
    {
        uint64_t z = m_state += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }

private:
    uint64_t m_state;
};

uint64_t drawn(uint64_t seed, const QString &words)
{
    Draw draw(seed);
    uint64_t mixed = draw.next();
    for (const char byte : words.toUtf8())
        mixed = Draw(mixed ^ uint8_t(byte)).next();
    return mixed;
}

QString without_comments(const QString &script)
{
    QStringList lines;
    for (QString line : script.split(u'\n'))
        if (line = line.section(u'#', 0, 0).trimmed(); !line.isEmpty())
            lines += line;
    return lines.join(u'\n');
}

// A question about any call, in words.
struct Pattern {
    const char *call;
    About about;
    const char *text; // English source text, context "Quiz"
};
constexpr Pattern patterns[] = {
    {"accept", About::descriptor, QT_TRANSLATE_NOOP("Quiz", "%1 Which descriptor will it return?")},
    {"accept", About::slot, QT_TRANSLATE_NOOP("Quiz", "%1 Into which entry of the program's table will the new descriptor go?")},
    {"accept", About::asleep, QT_TRANSLATE_NOOP("Quiz", "%1 Will the thread sleep in it?")},
    {"select", About::bits, QT_TRANSLATE_NOOP("Quiz", "%1 Which bits are left at 1 in the sets when it has returned?")},
    {"select", About::result, QT_TRANSLATE_NOOP("Quiz", "%1 What will it return?")},
    {"select", About::maxfd, QT_TRANSLATE_NOOP("Quiz", "%1 What is its first argument?")},
    {"poll", About::result, QT_TRANSLATE_NOOP("Quiz", "%1 What will it return?")},
    {"poll", About::maxfd, QT_TRANSLATE_NOOP("Quiz", "%1 How many entries is it given (nfds)?")},
    {"epoll_wait", About::result, QT_TRANSLATE_NOOP("Quiz", "%1 What will it return?")},
    {"recv", About::bytes, QT_TRANSLATE_NOOP("Quiz", "%1 How many bytes will it return?")},
    {"recv", About::who, QT_TRANSLATE_NOOP("Quiz", "%1 Whose data will it read?")},
    {"recv", About::phase, QT_TRANSLATE_NOOP("Quiz", "%1 Which phases will this call have?")},
    {"recv", About::next, QT_TRANSLATE_NOOP("Quiz", "%1 What will the program do next, after it?")},
    {"recvfrom", About::bytes, QT_TRANSLATE_NOOP("Quiz", "%1 How many bytes will it return?")},
    {"recvfrom", About::who, QT_TRANSLATE_NOOP("Quiz", "%1 Whose datagram will it take?")},
};

struct Candidate {
    QuizQuestion question;
    uint64_t rank = 0;
};

// When the script was over: what comes later is the stop's doing.
int64_t script_end(const trace::Trace &trace)
{
    for (const trace::Event &event : trace.events())
        if (trace::job(trace, event.thread) == trace::Job::control)
            return event.begin;
    return trace.end();
}

std::vector<Candidate> of_script(const Language &language, const replay::Replay &replay, const QuizRun &run, uint64_t seed)
{
    const trace::Trace &trace = replay.trace();
    const int64_t until = script_end(trace);
    std::vector<Candidate> all;
    std::map<std::string, size_t> counts;
    for (const trace::Event &event : trace.events()) {
        if (!trace::runs_listing(trace, event.thread) || trace::job(trace, event.thread) == trace::Job::control || event.end >= until)
            continue;
        const std::string called(archive::call_name(trace, event));
        const size_t which = ++counts[called];
        for (const Pattern &pattern : patterns) {
            const auto transfer = calls::as_transfer(event);
            if (called != pattern.call || (transfer && transfer->moved.value_or(0) == 0 && pattern.about != About::next))
                continue;
            Ask ask;
            ask.about = pattern.about;
            ask.before = {Moment::before_call, {}, QString::fromStdString(called), which};
            auto right = answer(language, replay, ask);
            if (!right || right->text.isEmpty())
                continue;
            const QString asked = words::asked_text(trace, calls::begun(event));
            const QString situation = language.say("Quiz", "Server “%1”, script “%2”: the server is about to make its call of %3() number %4, %5.")
                                          .arg(run.server, run.name, QString::fromStdString(called)).arg(which)
                                          .arg(pattern.about == About::maxfd ? QString::fromStdString(called) + QStringLiteral("(…)") : asked);
            QuizQuestion question{0, language.say("Quiz", pattern.text).arg(situation), pattern.about, *std::move(right), {}};
            all.push_back({std::move(question), drawn(seed, QStringLiteral("%1 %2 %3 %4").arg(run.name, ask.before.name).arg(which).arg(int(pattern.about)))});
        }
    }
    return all;
}

std::vector<Candidate> of_lesson(const Language &language, const replay::Replay &replay, const LessonFile &lesson, uint64_t seed)
{
    std::vector<Candidate> all;
    for (Item &item : follow(lesson, replay, language).items) {
        if (!item.answer)
            continue;
        const QString situation = language.say("Quiz", "Lesson “%1”, chapter %2.", "its title, a number").arg(lesson.title.in(language)).arg(item.in_chapter);
        all.push_back({{0, situation + u' ' + item.text, item.question->about, *item.answer, item.wrong},
                       drawn(seed, lesson.name + u' ' + item.moment + name(item.question->about))});
    }
    return all;
}

struct Source {
    QString name;
    bool is_lesson = false;
    uint64_t rank = 0;
};

std::vector<Source> sources(uint64_t seed)
{
    std::vector<Source> all;
    for (const char *each : lecture())
        if (const LessonFile lesson = lesson_of_lecture(QLatin1String(each)); lesson.row != u"beyond" && lesson.row != u"mistakes")
            all.push_back({lesson.name, true, drawn(seed, QStringLiteral("lesson ") + lesson.name)});
    for (const char *each : scripts)
        all.push_back({QLatin1String(each), false, drawn(seed, QStringLiteral("script ") + QLatin1String(each))});
    std::ranges::sort(all, {}, &Source::rank);
    return all;
}

} // namespace

Quiz quiz(const Language &language, uint64_t seed, int questions, const std::function<bool()> &breaks_off)
{
    Quiz quiz;
    for (const Source &source : sources(seed)) {
        if (quiz.questions.size() >= size_t(questions))
            break;
        const auto planned = run_of(source.is_lesson ? Choice{.lesson = source.name} : Choice{.script = source.name});
        const auto *plan = std::get_if<PlannedRun>(&planned);
        if (!plan)
            continue;
        lab::Recorded recorded = record(*plan, patience, {.breaks_off = breaks_off});
        if (recorded.interrupted)
            break;
        if (recorded.problem || recorded.script_problem)
            continue;
        QuizRun run{source.name, source.is_lesson, QString::fromStdString(plan->settings.server), {}};
        if (!source.is_lesson)
            run.script = without_comments(script(*named(source.name)));
        const replay::Replay replay(*recorded.trace);
        auto candidates = source.is_lesson ? of_lesson(language, replay, *plan->lesson, seed) : of_script(language, replay, run, seed);
        std::ranges::sort(candidates, {}, &Candidate::rank);
        size_t taken = 0;
        for (Candidate &candidate : candidates) {
            const auto alike = [&](const QuizQuestion &other) { return other.run == quiz.runs.size() && other.about == candidate.question.about; };
            if (taken == of_one_run || quiz.questions.size() >= size_t(questions))
                break;
            if (std::ranges::any_of(quiz.questions, alike))
                continue;
            candidate.question.run = quiz.runs.size();
            quiz.questions.push_back(std::move(candidate.question));
            ++taken;
        }
        quiz.runs.push_back(std::move(run));
        quiz.recordings.push_back(std::move(recorded.trace));
    }
    return quiz;
}

} // namespace lessons
