// SPDX-License-Identifier: MIT
#include "ui/lesson/lecture.h"

#include "lessons/comparison.h"
#include "lessons/problems.h"
#include "lessons/recorded_lesson.h"
#include "lessons/until.h"
#include "words/sentences.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <thread>

namespace ui {
namespace {

constexpr auto patience = std::chrono::seconds(30);
constexpr auto look_every = std::chrono::milliseconds(5);

} // namespace

Lecture::Lecture(Session &session, Preferences &preferences, const QString &progress_file, QObject *parent)
    : QObject(parent), m_session(session), m_preferences(preferences), m_progress(progress_file)
{
    connect(&session, &Session::recording_changed, this, [this] {
        if (m_state == State::open && m_session.recording() != m_current)
            leave(); // somebody looks at something else
    });
    connect(&preferences, &Preferences::language_changed, this, [this] {
        if (m_state == State::open)
            follow();
        emit changed();
    });
}

Lecture::~Lecture()
{
    if (m_cancel) // nobody is told any more
        *m_cancel = true;
}

void Lecture::choose(const QString &lesson)
{
    const auto planned = lessons::run_of({.lesson = lesson});
    if (const auto *refusal = std::get_if<lessons::Refusal>(&planned)) {
        emit refused(lessons::sentence(m_preferences.language(), *refusal));
        return;
    }
    keep();
    leave();
    m_chosen = lesson;
    m_lesson = std::get<lessons::PlannedRun>(planned).lesson;
    m_state = State::ready;
    emit changed();
}

void Lecture::begin()
{
    if (m_state == State::none || m_state == State::running)
        return;
    auto planned = lessons::run_of({.lesson = m_chosen});
    if (const auto *refusal = std::get_if<lessons::Refusal>(&planned)) {
        emit refused(lessons::sentence(m_preferences.language(), *refusal));
        return;
    }
    m_result.reset();
    m_goes_on.reset();
    m_kept.erase(m_lesson->name);
    if (m_lesson->comparison)
        return begin_comparison();
    auto run = std::get<lessons::PlannedRun>(std::move(planned));
    const auto moments = lessons::stands_still_at_questions(run);
    const auto plan = std::make_shared<const lessons::PlannedRun>(std::move(run));
    m_session.stop();
    if (m_cancel)
        *m_cancel = true;
    m_state = State::running;
    m_given.clear();
    m_at = 0;
    m_goes_on.emplace();
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_answer = std::make_shared<std::atomic<bool>>(false);
    m_lesson = plan->lesson;
    m_background.run([this, plan, moments, cancel = m_cancel, answer = m_answer]() -> Background::After {
        auto recorded = std::make_shared<lab::Recorded>();
        const bool in_window = QThread::currentThread() == thread(); // there was no thread for it: then nobody can answer meanwhile
        try {
            lab::Onlooker onlooker;
            onlooker.breaks_off = [&cancel] {
                std::this_thread::sleep_for(look_every);
                return cancel->load();
            };
            onlooker.asked = [&](const trace::Trace &so_far, size_t question) {
                *answer = in_window;
                const auto until_now = std::make_shared<Recording>(std::make_unique<trace::Trace>(so_far));
                m_background.in_window([this, until_now, at = moments[question], cancel] {
                    if (!*cancel)
                        stands_still(until_now, at);
                });
            };
            onlooker.answered = [&] { return answer->exchange(false); };
            *recorded = lessons::record(*plan, patience, onlooker);
        } catch (const std::bad_alloc &) {
            recorded->out_of_memory = true;
        }
        return [this, recorded, cancel] {
            if (!*cancel)
                opened(recorded);
        };
    });
    emit changed();
}

// The recording in the session is then that of its first model.
void Lecture::begin_comparison()
{
    m_session.stop();
    m_state = State::running;
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_background.run([this, lesson = m_lesson, cancel = m_cancel]() -> Background::After {
        auto result = std::make_shared<comparison::Result>();
        result->plan = *lesson->comparison;
        comparison::compare(result->plan, [&cancel] { return cancel->load(); }, [&](comparison::Run &&run, size_t) { result->add(std::move(run)); });
        return [this, result, cancel] {
            if (*cancel)
                return;
            const auto failed = std::ranges::find_if(result->runs, [](const comparison::Run &run) { return run.failure.has_value(); });
            if (failed != result->runs.end() || !result->latest(0) || !result->latest(0)->trace) {
                m_state = State::ready;
                emit changed();
                if (failed != result->runs.end())
                    emit this->failed(lessons::failure(m_preferences.language(), result->plan.entries[failed->entry], *failed->failure));
                return;
            }
            m_result = result;
            open(std::make_shared<Recording>(std::make_unique<trace::Trace>(*result->latest(0)->trace)));
        };
    });
    emit changed();
}

void Lecture::opened(std::shared_ptr<lab::Recorded> recorded)
{
    const words::Language &language = m_preferences.language();
    QString why;
    if (recorded->out_of_memory)
        why = lessons::problem(language, "malloc", ENOMEM, 0);
    else if (recorded->problem)
        why = lessons::problem(language, *recorded->problem);
    else if (recorded->script_problem)
        why = lessons::script_problem(language, *recorded->script_problem);
    if (!why.isEmpty()) {
        m_state = State::ready;
        emit changed();
        emit failed(why);
        return;
    }
    m_goes_on.reset();
    show_recorded(std::make_shared<Recording>(std::move(recorded->trace)));
    say_missing();
}

void Lecture::say_missing()
{
    if (!m_followed.missing.empty())
        emit failed(m_preferences.language().say("Cli", "%1, line %2: this moment did not come in the run, or the recording does not tell what is said of it.")
                        .arg(m_lesson->name + lessons::lesson_suffix).arg(m_followed.missing.front()));
}

void Lecture::show_opened(std::shared_ptr<Recording> recording)
{
    auto lesson = lessons::lesson_of(*recording->trace);
    if (const auto *mistake = lesson ? std::get_if<lessons::LessonMistake>(&*lesson) : nullptr) {
        const QString name = QString::fromStdString(recording->trace->run.lesson.name) + lessons::lesson_suffix;
        emit refused(lessons::sentence(m_preferences.language(), name, *mistake));
        lesson.reset();
    }
    if (!lesson)
        return m_session.show(std::move(recording));
    leave();
    m_result.reset();
    m_lesson = std::make_shared<const lessons::LessonFile>(std::get<lessons::LessonFile>(*std::move(lesson)));
    m_chosen = m_lesson->name;
    open(std::move(recording));
}

// From its beginning, with nothing answered.
void Lecture::open(std::shared_ptr<Recording> whole)
{
    m_given.clear();
    m_at = 0;
    show_recorded(std::move(whole));
    say_missing();
}

// The run has come to a question.
void Lecture::stands_still(std::shared_ptr<Recording> recorded, const lessons::Moment &at)
{
    m_goes_on = lessons::GoesOn{at};
    show_recorded(std::move(recorded));
    if (std::ranges::none_of(m_followed.items, [&](const lessons::Item &each) { return each.question && each.question->before == at; }))
        let_go_on(); // in this run it is not where the lesson asks
}

void Lecture::show_recorded(std::shared_ptr<Recording> recorded)
{
    m_whole = std::move(recorded);
    m_shown = false;
    m_state = State::open;
    follow();
    grade();
    show();
    emit changed();
}

void Lecture::follow()
{
    const QString here = item() && item()->question ? key(*item()) : QString();
    m_followed = m_result ? lessons::follow(*m_lesson, *m_result, m_preferences.language())
                          : lessons::follow(*m_lesson, m_whole->replay, m_preferences.language(), m_goes_on ? &*m_goes_on : nullptr);
    m_at = std::min(m_at, m_followed.items.size() - 1);
    const auto same = std::ranges::find_if(m_followed.items, [&](const lessons::Item &each) { return each.question && key(each) == here; });
    if (!here.isEmpty() && same != m_followed.items.end())
        m_at = size_t(same - m_followed.items.begin());
}

// What was answered and what the recording tells by now.
void Lecture::grade()
{
    for (const lessons::Item &each : m_followed.items) {
        const auto given = each.question ? m_given.find(key(each)) : m_given.end();
        if (given == m_given.end() || given->second.how != Given::untold || !each.answer)
            continue;
        const bool right = lessons::is_right(*each.answer, given->second.value);
        given->second.how = right ? Given::right : Given::wrong;
        if (m_keeps)
            m_progress.answered(m_lesson->name, key(each), right);
    }
    if (const auto result = m_progress.save(); m_keeps && !result)
        emit unsaved_progress(lessons::fault(m_preferences.language(), result, QString()));
}

// Once all that is asked at this moment is answered.
void Lecture::let_go_on()
{
    if (!m_goes_on || !m_goes_on->open)
        return;
    const auto waits = [&](const lessons::Item &each) {
        return each.question && each.question->before == *m_goes_on->open && !m_given.contains(key(each));
    };
    if (std::ranges::any_of(m_followed.items, waits))
        return;
    m_goes_on->open.reset();
    *m_answer = true;
}

void Lecture::leave()
{
    if (m_cancel)
        *m_cancel = true;
    m_cancel.reset();
    m_answer.reset();
    m_goes_on.reset();
    m_state = State::none;
    m_lesson.reset();
    m_whole.reset();
    m_followed = {};
    m_session.set_bound_asked(false);
    emit changed();
}

size_t Lecture::items_in_all() const
{
    if (!m_goes_on || !m_lesson)
        return m_followed.items.size();
    size_t items = 2; // the goal, the end
    for (const lessons::LessonChapter &chapter : m_lesson->chapters)
        items += 1 + chapter.say.size() + chapter.ask.size();
    return items;
}

QString Lecture::chapter_title() const
{
    const size_t number = item() ? item()->in_chapter : 0;
    return number ? m_lesson->chapters[number - 1].title.in(m_preferences.language()) : QString();
}

QString Lecture::key(const lessons::Item &of) const
{
    const QString of_whom = of.question->of + of.question->among.join(u',');
    return of.moment + u' ' + lessons::name(of.question->about) + (of_whom.isEmpty() ? QString() : u' ' + of_whom);
}

Lecture::Given Lecture::given() const
{
    const auto found = item() && item()->question ? m_given.find(key(*item())) : m_given.end();
    return found == m_given.end() ? Given() : found->second;
}

std::vector<lessons::Difference> Lecture::differences() const
{
    const Given given = this->given();
    return given.how == Given::wrong && !m_result ? lessons::differences(m_preferences.language(), m_whole->replay, *item(), given.value)
                                                  : std::vector<lessons::Difference>();
}

std::vector<lessons::Offer> Lecture::offers() const
{
    if (!item() || !item()->question)
        return {};
    return m_result ? lessons::choices(m_preferences.language(), *m_result, *item()->question)
                    : lessons::choices(m_preferences.language(), m_whole->replay, *item()->question);
}

std::vector<lessons::Switches> Lecture::switches() const
{
    return item() && item()->question && !m_result ? lessons::switches(m_whole->replay, *item()->question) : std::vector<lessons::Switches>();
}

QString Lecture::thread_name(size_t thread) const
{
    return m_whole && thread < m_whole->trace->threads.size() ? QString::fromStdString(m_whole->trace->threads[thread].name) : QString();
}

Lecture::Ahead Lecture::ahead() const
{
    if (m_state == State::running)
        return Ahead::runs;
    if (m_state != State::open)
        return Ahead::nothing;
    return m_cut ? Ahead::hidden : !m_goes_on ? Ahead::nothing : m_goes_on->open ? Ahead::held : Ahead::runs;
}

QString Lecture::ahead_words() const
{
    switch (ahead()) {
    case Ahead::nothing: return {};
    case Ahead::runs: return tr("The lesson's run goes on.");
    case Ahead::hidden: return tr("What comes next is hidden: first the question.");
    case Ahead::held: break;
    }
    const lessons::Moment &at = *m_goes_on->open;
    if (at.of_chapter())
        return tr("The run stands still before chapter %1: first the question.").arg(at.which);
    for (const trace::Event &held : m_whole->trace->in_flight())
        if (held.call == trace::Call::held && lessons::is_of(*m_whole->trace, held.thread, at.whom))
            return tr("The gate holds %1 before %2(): first the question.", "a thread, a call")
                .arg(words::thread_name(m_preferences.language(), *m_whole->trace, held.thread), at.name);
    return tr("The gate holds the run before %1(): first the question.").arg(at.name);
}

// The first question from there on that nobody has answered.
size_t Lecture::first_open(size_t from) const
{
    for (size_t i = from; i < m_followed.items.size(); ++i)
        if (m_followed.items[i].question && !m_given.contains(key(m_followed.items[i])))
            return i;
    return m_followed.items.size();
}

// What comes behind the first open question has not happened yet for whoever looks.
void Lecture::show()
{
    const size_t open = first_open(0);
    const bool recorded = open < m_followed.items.size() && m_followed.items[open].answer; // else the recording ends there by itself
    const std::optional<size_t> cut = recorded ? std::optional(open) : std::nullopt;
    if (!m_shown || cut != m_cut) {
        m_cut = cut;
        m_shown = true;
        if (!cut)
            m_current = m_whole;
        else if (m_result) // asked before the runs
            m_current = std::make_shared<Recording>();
        else
            m_current = std::make_shared<Recording>(std::make_unique<trace::Trace>(lessons::until(*m_whole->trace, m_followed.items[*cut].instant)));
        m_session.show(m_current, m_whole);
    }
    const lessons::Item &now = m_followed.items[m_at];
    m_session.set_bound_asked(open < m_followed.items.size() && m_followed.items[open].question->about == lessons::About::maxfd);
    if (m_result)
        return m_session.go_last();
    m_session.set_front(lessons::program_of(m_session.trace(), now).value_or(0));
    const bool answered = now.question && given().how != Given::open;
    m_session.go(answered ? now.shown : now.instant);
}

void Lecture::go(size_t to)
{
    m_at = to;
    if (item()->kind == lessons::Item::end && m_keeps) {
        m_progress.finish(m_lesson->name);
        if (const auto result = m_progress.save(); !result)
            emit unsaved_progress(lessons::fault(m_preferences.language(), result, QString()));
    }
    show();
    emit changed();
}

void Lecture::next()
{
    if (can_go_on())
        go(m_at + 1);
}

void Lecture::previous()
{
    if (can_go_back())
        go(m_at - 1);
}

void Lecture::next_chapter()
{
    if (m_state != State::open)
        return;
    size_t to = m_at + 1;
    while (to + 1 < m_followed.items.size() && m_followed.items[to].kind != lessons::Item::chapter)
        ++to;
    to = std::min({to, m_followed.items.size() - 1, first_open(0)}); // no further than to what is asked
    if (to != m_at)
        go(to);
}

void Lecture::previous_chapter()
{
    if (m_state != State::open)
        return;
    size_t to = m_at;
    while (to > 0 && m_followed.items[--to].kind != lessons::Item::chapter) {
    }
    if (to != m_at)
        go(to);
}

void Lecture::to_chapter()
{
    size_t to = m_at;
    while (m_state == State::open && to > 0 && m_followed.items[to].kind != lessons::Item::chapter)
        --to;
    if (to != m_at)
        go(to);
}

void Lecture::answer(const QJsonValue &value)
{
    if (!waits_for_answer())
        return;
    m_given[key(*item())] = {Given::untold, value};
    grade();
    show();
    let_go_on();
    emit changed();
}

void Lecture::skip()
{
    if (!waits_for_answer())
        return;
    m_given[key(*item())] = {Given::skipped, {}};
    show();
    let_go_on();
    emit changed();
}

} // namespace ui
