// SPDX-License-Identifier: MIT
#include "lessons/quiz.h"

#include "archive/json.h"
#include "calls/verbs.h"
#include "lessons/catalogue.h"
#include "lessons/followed.h"
#include "lessons/run.h"
#include "words/sentences.h"

#include <QJsonArray>
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

// What is done, not what comes of it: neither the comments nor the names of chapters, and of what is waited for only that it is.
QString what_is_done(const QString &script)
{
    QStringList lines;
    for (QString line : script.split(u'\n')) {
        line = line.section(u'#', 0, 0).trimmed();
        if (line.startsWith(QLatin1String("wait ")))
            line = lines.value(lines.size() - 1) == u"…" ? QString() : QStringLiteral("…");
        if (!line.isEmpty() && !line.startsWith(QLatin1String("chapter ")))
            lines += line;
    }
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
    QString prints;     // what its text tells of the run: a call with its arguments, a sentence
    uint64_t rank = 0;
    size_t chapter = 0; // of a lesson, counted from 1
    bool in_words = false; // a sentence
};

// Whether `number`, as it is written, stands in these words.
bool stands_in(const QString &words, const QString &number)
{
    const QRegularExpression alone(QStringLiteral("(?<![\\w])(?<!\\d[.,])%1(?!\\w)(?![.,]\\d)").arg(QRegularExpression::escape(number)));
    return words.contains(alone);
}

// Whether the text of one question tells the answer to the other.
bool tells(const Candidate &one, const Candidate &other)
{
    const QJsonValue &answer = other.question.answer.value;
    const About about = other.question.about;
    if (answer.isDouble()) // of a call's arguments only what is a descriptor, or one more
        return (one.in_words || about == About::descriptor || about == About::maxfd) && stands_in(one.prints, other.question.answer.text);
    if (about != About::bits || !answer.isArray() || answer.toArray().isEmpty() || one.prints.contains(u'{'))
        return false;
    const QJsonArray bits = answer.toArray(); // left by a select(): the next call is about one of them
    return std::ranges::all_of(bits, [&](const QJsonValue &bit) { return bit.isDouble() && stands_in(one.prints, QString::number(bit.toInt())); });
}

// Whether a call has moved just what one call of the other end did. Else how many calls come next depends on the sizes of buffers, and
// with that on what no script tells.
bool is_whole(const replay::Replay &replay, size_t sequence)
{
    const auto transfer = calls::as_transfer(replay.trace().events()[sequence]);
    if (!transfer)
        return true;
    if (transfer->sends())
        return !transfer->found_nothing() && transfer->moved.value_or(transfer->asked) == transfer->asked;
    const auto taken = transfer->moved.value_or(0) > 0 ? replay.taken_by(sequence) : std::nullopt;
    return !taken || taken->bytes == *transfer->moved;
}

// Whether the script decides if the call sleeps, and not who is faster: a select() has told of it, its thread was seen asleep in it, or
// was seen asleep or held at the gate between what it takes had come and the call.
bool is_settled(const replay::Replay &replay, size_t sequence)
{
    const auto &events = replay.trace().events();
    const trace::Event &call = events[sequence];
    const auto taken = replay.taken_by(sequence);
    const int64_t came = taken && taken->by < events.size() ? events[taken->by].end : call.begin;
    return std::ranges::any_of(events, [&](const trace::Event &event) {
        const auto seen = calls::as_seen_thread(event);
        const bool stood = (seen && seen->thread == call.thread && seen->asleep()) || (event.call == trace::Call::held && event.thread == call.thread);
        const bool told = event.thread == call.thread && calls::has(event, calls::multiplexes) && event.end <= call.begin;
        return told || (stood && event.begin >= std::min(came, call.begin) && event.end <= call.end);
    });
}

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
    bool counted = true; // how many calls came before can be worked out
    for (size_t i = 0; i < trace.events().size() && counted; ++i) {
        const trace::Event &event = trace.events()[i];
        if (!trace::runs_listing(trace, event.thread) || trace::job(trace, event.thread) == trace::Job::control || event.end >= until)
            continue;
        const std::string called(archive::call_name(trace, event));
        const size_t which = ++counts[called];
        const auto transfer = calls::as_transfer(event);
        counted = is_whole(replay, i);
        if (!counted && transfer->moved != transfer->asked) // nor is what it moves itself
            break;
        for (const Pattern &pattern : patterns) {
            if (called != pattern.call || (transfer && transfer->moved.value_or(0) == 0 && pattern.about != About::next))
                continue;
            if ((pattern.about == About::phase || pattern.about == About::asleep) && !is_settled(replay, i))
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
            QuizQuestion question{0, language.say("Quiz", pattern.text).arg(situation), pattern.about, *std::move(right), {}, i};
            all.push_back({std::move(question), pattern.about == About::maxfd ? QString() : asked,
                           drawn(seed, QStringLiteral("%1 %2 %3 %4").arg(run.name, ask.before.name).arg(which).arg(int(pattern.about)))});
        }
    }
    return all;
}

std::vector<Candidate> of_lesson(const Language &language, const replay::Replay &replay, const LessonFile &lesson, uint64_t seed)
{
    std::vector<Candidate> all;
    size_t order = 0;
    for (Item &item : follow(lesson, replay, language).items) {
        ++order;
        if (!item.answer || !item.question->alone)
            continue;
        const QString situation = language.say("Quiz", "Lesson “%1”, chapter %2.", "its name, a number").arg(lesson.name).arg(item.in_chapter);
        all.push_back({{0, situation + u' ' + item.text, item.question->about, *item.answer, item.wrong, order}, item.text,
                       drawn(seed, lesson.name + u' ' + item.moment + name(item.question->about)), item.in_chapter, true});
    }
    return all;
}

// What the lesson's run wants of its server, and what is done in its first chapters.
QString script_of(const LessonFile &lesson, size_t chapters)
{
    constexpr const char *notify[] = {"suspend", "signal", "thread"}; // servers::Settings::Notify
    const lab::Wishes &wishes = lesson.wishes;
    QStringList lines;
    const auto with = [&lines](bool wanted, const QString &what) {
        if (wanted)
            lines += QStringLiteral("with ") + what;
    };
    const auto ms = [](const auto &time) { return time ? QString::number(double(time->count()) / 1000) + QStringLiteral(" ms") : QString(); };
    with(wishes.timeout.has_value(), QStringLiteral("timeout ") + ms(wishes.timeout));
    with(wishes.pause.has_value(), QStringLiteral("pause ") + ms(wishes.pause));
    with(wishes.send_buffer.has_value(), QStringLiteral("send-buffer %1 bytes").arg(wishes.send_buffer.value_or(0)));
    with(wishes.free_descriptors.has_value(), QStringLiteral("free descriptors %1").arg(wishes.free_descriptors.value_or(0)));
    with(wishes.queued_signals, QStringLiteral("queued signals"));
    with(wishes.edge_triggered, QStringLiteral("edge"));
    with(wishes.notify.has_value(), QStringLiteral("notify ") + QLatin1String(notify[size_t(wishes.notify.value_or(servers::Settings::Notify::suspend))]));
    for (size_t i = 0; i < std::min(chapters, lesson.chapters.size()); ++i) {
        lines += QStringLiteral("chapter %1").arg(i + 1);
        if (const QString script = what_is_done(QString::fromStdString(lesson.chapters[i].script)); !script.isEmpty())
            lines += script;
    }
    return lines.join(u'\n');
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
            run.script = what_is_done(script(*named(source.name)));
        const replay::Replay replay(*recorded.trace);
        auto candidates = source.is_lesson ? of_lesson(language, replay, *plan->lesson, seed) : of_script(language, replay, run, seed);
        std::ranges::sort(candidates, {}, &Candidate::rank);
        std::vector<const Candidate *> taken;
        for (const Candidate &candidate : candidates) {
            const auto excludes = [&](const Candidate *other) {
                return other->question.about == candidate.question.about || tells(*other, candidate) || tells(candidate, *other);
            };
            if (taken.size() == of_one_run || quiz.questions.size() + taken.size() >= size_t(questions))
                break;
            if (std::ranges::none_of(taken, excludes))
                taken.push_back(&candidate);
        }
        if (taken.empty())
            continue;
        std::ranges::sort(taken, {}, [](const Candidate *each) { return each->question.order; });
        for (const Candidate *each : taken) {
            quiz.questions.push_back(each->question);
            quiz.questions.back().run = quiz.runs.size();
        }
        if (source.is_lesson)
            run.script = script_of(*plan->lesson, taken.back()->chapter);
        quiz.runs.push_back(std::move(run));
        quiz.recordings.push_back(std::move(recorded.trace));
    }
    return quiz;
}

} // namespace lessons
