// SPDX-License-Identifier: MIT
#include "ui/lesson/lecture.h"

#include "lessons/comparison.h"
#include "lessons/problems.h"
#include "lessons/until.h"

#include <QFileInfo>

#include <algorithm>
#include <thread>

namespace ui {
namespace {

constexpr auto patience_of_lesson = std::chrono::seconds(30);
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
    if (m_lesson->comparison)
        return begin_comparison();
    const auto plan = std::make_shared<const lessons::PlannedRun>(std::get<lessons::PlannedRun>(std::move(planned)));
    m_session.stop();
    m_state = State::running;
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_background.run([this, plan, cancel = m_cancel]() -> Background::After {
        auto recorded = std::make_shared<lab::Recorded>();
        try {
            const auto breaks_off = [&cancel] {
                std::this_thread::sleep_for(look_every);
                return cancel->load();
            };
            *recorded = lessons::record(*plan, patience_of_lesson, {.breaks_off = breaks_off});
        } catch (const std::bad_alloc &) {
            recorded->out_of_memory = true;
        }
        return [this, plan, recorded, cancel] {
            if (!*cancel)
                opened(plan, recorded);
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
            open(std::make_unique<trace::Trace>(*result->latest(0)->trace));
        };
    });
    emit changed();
}

void Lecture::opened(std::shared_ptr<const lessons::PlannedRun> plan, std::shared_ptr<lab::Recorded> recorded)
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
    m_lesson = plan->lesson;
    open(std::move(recorded->trace));
}

// From its beginning, with nothing answered.
void Lecture::open(std::unique_ptr<trace::Trace> whole)
{
    m_whole = std::make_shared<Recording>(std::move(whole));
    m_given.clear();
    m_at = 0;
    m_shown = false;
    m_state = State::open;
    follow();
    show();
    emit changed();
}

void Lecture::follow()
{
    m_followed = m_result ? lessons::follow(*m_lesson, *m_result, m_preferences.language())
                          : lessons::follow(*m_lesson, m_whole->replay, m_preferences.language());
    m_at = std::min(m_at, m_followed.items.size() - 1);
}

void Lecture::leave()
{
    if (m_cancel)
        *m_cancel = true;
    m_cancel.reset();
    m_state = State::none;
    m_lesson.reset();
    m_whole.reset();
    m_followed = {};
    emit changed();
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
    const size_t open = m_result ? m_followed.items.size() : first_open(0);
    const std::optional<size_t> cut = open < m_followed.items.size() ? std::optional(open) : std::nullopt;
    if (!m_shown || cut != m_cut) {
        m_cut = cut;
        m_shown = true;
        m_current = cut ? std::make_shared<Recording>(std::make_unique<trace::Trace>(lessons::until(*m_whole->trace, m_followed.items[*cut].instant))) : m_whole;
        m_session.show(m_current);
    }
    const lessons::Item &now = m_followed.items[m_at];
    if (m_result)
        return m_session.go_last();
    const bool answered = now.question && given().how != Given::open;
    m_session.go(answered && now.step ? m_whole->replay.step(*now.step) : now.instant);
}

void Lecture::go(size_t to)
{
    m_at = to;
    if (m_at + 1 == m_followed.items.size() && m_keeps) {
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

void Lecture::answer(const QJsonValue &value)
{
    if (!waits_for_answer())
        return;
    const bool right = lessons::is_right(*item()->answer, value);
    m_given[key(*item())] = {right ? Given::right : Given::wrong, value};
    if (m_keeps) {
        m_progress.answered(m_lesson->name, key(*item()), right);
        if (const auto result = m_progress.save(); !result)
            emit unsaved_progress(lessons::fault(m_preferences.language(), result, QString()));
    }
    show();
    emit changed();
}

void Lecture::skip()
{
    if (!waits_for_answer())
        return;
    m_given[key(*item())] = {Given::skipped, {}};
    show();
    emit changed();
}

} // namespace ui
