// SPDX-License-Identifier: MIT
#include "ui/bench/desk.h"

#include "ui/common/preferences.h"

#include "calls/verbs.h"
#include "words/sentences.h"

#include <algorithm>
#include <utility>

namespace ui {

static constexpr int look_ms = 12; // for what has been done: a frame

QStringList statements_in(const QString &line)
{
    QStringList all;
    QString now;
    bool text = false, character = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line[i];
        if ((text || character) && letter == u'\\' && i + 1 < line.size()) {
            now += letter;
            now += line[++i];
            continue;
        }
        if (letter == u'"' && !character)
            text = !text;
        else if (letter == u'\'' && !text)
            character = !character;
        if (letter == u';' && !text && !character) {
            if (!now.trimmed().isEmpty())
                all += now.trimmed();
            now.clear();
        } else {
            now += letter;
        }
    }
    if (!now.trimmed().isEmpty())
        all += now.trimmed();
    return all;
}

Desk::Desk(Session &session, Preferences &preferences, QObject *parent) : QObject(parent), m_session(session), m_preferences(preferences)
{
    m_look.setInterval(look_ms);
    connect(&m_look, &QTimer::timeout, this, &Desk::take_all);
    connect(&session, &Session::recording_changed, this, [this] {
        m_explained.clear();
        m_own = m_seat && m_session.run() && m_session.run()->settings().occupant == m_seat;
        if (!m_own) {
            m_seat.reset();
            m_variables.clear();
            m_values.clear();
            m_given.clear();
        }
        follow();
    });
    connect(&session, &Session::started, this, [this] {
        if (!m_own)
            return;
        run_all(std::exchange(m_first, {}));
        next_step(nullptr);
    });
    connect(&session, &Session::failed, this, [this] {
        m_first.clear();
        m_steps.clear();
    });
    connect(&session, &Session::stopped, this, [this] {
        m_given.clear();
        m_steps.clear();
        follow();
    });
    connect(&session, &Session::instant_changed, this, &Desk::follow);
    connect(&session, &Session::state_changed, this, &Desk::changed);
    connect(&preferences, &Preferences::language_changed, this, [this] {
        m_explained.clear();
        emit changed();
    });
}

void Desk::make_seat()
{
    m_told = std::make_shared<Told>();
    m_seat = std::make_shared<bench::Seat>(m_other_addresses, [told = m_told](bench::Done done) {
        const std::scoped_lock lock(told->mutex);
        told->done.push_back(std::move(done));
    });
    m_given.clear();
    m_variables.clear();
    m_values.clear();
    m_lines = 0;
}

void Desk::begin()
{
    make_seat();
    m_attached = 0;
    lab::Settings settings;
    settings.server = "bench";
    settings.occupant = m_seat;
    m_session.start(settings);
    emit changed();
}

// One more thread in the table of a program of the run, from 1. Nothing, or why not.
std::optional<lab::Problem> Desk::attach(int program)
{
    if (!m_session.run() || m_session.activity() != Session::Activity::running)
        return lab::Problem{"bench", ESRCH};
    make_seat();
    if (auto problem = m_session.run()->add_bench(program, m_seat)) {
        m_seat.reset();
        return problem;
    }
    m_own = true;
    m_attached = program;
    m_session.look_now();
    follow();
    return {};
}

void Desk::give_first()
{
    m_seat->give(m_given.front().statement, ++m_lines);
    m_look.start();
}

void Desk::give(const QString &text, bench::Statement statement)
{
    m_given.push_back({text, std::move(statement)});
    if (m_given.size() == 1)
        give_first();
}

std::optional<bench::Wrong> Desk::run(const QString &statements)
{
    std::vector<bench::Statement> parsed;
    int column = 0;
    const QStringList all = statements_in(statements);
    for (const QString &text : all) {
        column = int(statements.indexOf(text, column));
        auto one = bench::parse(text.toStdString());
        if (auto *wrong = std::get_if<bench::Wrong>(&one)) {
            wrong->column += column;
            return *wrong;
        }
        parsed.push_back(std::move(std::get<bench::Statement>(one)));
        column += int(text.size());
    }
    if (!sits()) {
        m_first += all;
        if (!begins())
            emit wanted();
        return {};
    }
    m_session.go_last();
    for (size_t i = 0; i < parsed.size(); ++i)
        if (!parsed[i].parts.empty())
            give(all[qsizetype(i)], std::move(parsed[i]));
    m_session.look_soon();
    emit changed();
    return {};
}

void Desk::run_all(const QStringList &statements)
{
    for (const QString &one : statements)
        if (const auto wrong = run(one))
            return emit refused(one, *wrong);
}

void Desk::take_all()
{
    while (m_told) {
        std::unique_lock lock(m_told->mutex);
        if (m_told->done.empty())
            break;
        bench::Done done = std::move(m_told->done.front());
        m_told->done.pop_front();
        lock.unlock();
        take(std::move(done));
    }
    if (m_given.empty())
        m_look.stop();
}

void Desk::take(bench::Done done)
{
    if (m_given.empty())
        return;
    const Given given = m_given.front();
    m_given.pop_front();
    if (const auto *wrong = std::get_if<bench::Wrong>(&done.outcome)) {
        m_given.clear();
        m_steps.clear();
        --m_lines;
        emit refused(given.text, *wrong);
    } else {
        m_variables[done.line] = std::move(done.variables);
        const auto &outcome = std::get<bench::Outcome>(done.outcome);
        if (!outcome.shown.empty())
            m_values[done.line] = QStringLiteral("= ") + QString::fromStdString(outcome.shown);
        else if (outcome.call == calls::Call::count_ && outcome.value)
            m_values[done.line] = QStringLiteral("= %1").arg(*outcome.value);
        if (!m_given.empty())
            give_first();
    }
    m_session.look_now();
    follow();
    if (m_given.empty())
        next_step(std::get_if<bench::Outcome>(&done.outcome));
    emit this->done(done.line);
}

void Desk::play(std::vector<Step> steps, bool here)
{
    m_steps.assign(steps.begin(), steps.end());
    m_full = 0;
    if (!here && (!sits() || !m_entries.empty()))
        emit wanted();
    else if (sits() && m_given.empty())
        next_step(nullptr);
}

void Desk::next_step(const bench::Outcome *outcome)
{
    if (m_steps.empty() || !sits())
        return;
    const auto give_one = [this](const QString &statement) {
        auto parsed = bench::parse(statement.toStdString());
        if (auto *one = std::get_if<bench::Statement>(&parsed))
            give(statement, std::move(*one));
        m_session.look_soon();
        follow();
    };
    Step &step = m_steps.front();
    if (outcome && step.until_full) {
        m_full += outcome->value == -1;
        if (m_full < step.times)
            return give_one(step.statement);
    }
    if (outcome)
        m_steps.pop_front();
    m_full = 0;
    while (!m_steps.empty() && m_steps.front().statement.isEmpty()) {
        connect_client();
        m_steps.pop_front();
    }
    if (!m_steps.empty())
        give_one(m_steps.front().statement);
    else
        emit changed();
}

void Desk::interrupt()
{
    if (!sits())
        return;
    m_steps.clear();
    while (m_given.size() > 1)
        m_given.pop_back();
    m_seat->interrupt();
    emit changed();
}

void Desk::again()
{
    m_first.clear();
    for (const Entry &entry : m_entries)
        if (!entry.waits)
            m_first += entry.text;
    begin();
}

QString Desk::in_c() const
{
    return m_seat && !busy() ? QString::fromStdString(m_seat->in_c()) : QString();
}

// What the recording says, up to its end.
void Desk::follow()
{
    const trace::Trace &trace = m_session.trace();
    m_entries.clear();
    m_thread.reset();
    for (size_t thread = 0; thread < trace.threads.size() && !m_thread; ++thread)
        if (trace.threads[thread].name == "bench") // of its own program, or one more of another one
            m_thread = thread;
    if (!m_thread)
        return emit changed();
    const trace::Program &program = trace.programs[trace.threads[*m_thread].program];
    std::map<int, Entry> by_line;
    const QStringList lines = QString::fromStdString(program.text).split(u'\n');
    for (int line = 1; line <= int(lines.size()); ++line)
        if (!lines[line - 1].isEmpty())
            by_line[line] = {.line = line, .text = lines[line - 1], .event = {}, .call = {}};
    const auto of_bench = [&](const trace::Event &event) { return event.thread == *m_thread && event.line != 0; };
    for (size_t i = 0; i < trace.events().size(); ++i) {
        const trace::Event &event = trace.events()[i];
        const auto found = of_bench(event) ? by_line.find(event.line) : by_line.end();
        if (found == by_line.end() || calls::is_observation(event.call))
            continue;
        Entry &entry = found->second;
        if (event.call == trace::Call::fgets)
            entry.line_given = event;
        if (entry.enters && !calls::is_call(event.call)) // what it returned is assigned
            continue;
        entry.event = i;
        entry.call = event;
        entry.enters = calls::is_call(event.call);
    }
    for (const trace::Event &event : trace.in_flight())
        if (const auto found = of_bench(event) ? by_line.find(event.line) : by_line.end(); found != by_line.end()) {
            found->second.call = event;
            found->second.enters = true;
            found->second.asleep = event.end == 0; // else it has returned: a poll in vain, which may be repeated
        }
    for (size_t i = 0; i < m_given.size(); ++i)
        if (const int line = m_lines + int(i); !by_line.contains(line))
            by_line[line] = {.line = line, .text = m_given[i].text + u';', .event = {}, .call = {}, .waits = true};
    for (auto &[line, entry] : by_line) {
        if (const auto value = m_values.find(line); value != m_values.end())
            entry.shown = value->second;
        m_entries.push_back(std::move(entry));
    }
    emit changed();
}

replay::Instant Desk::instant_of(const Entry &entry) const
{
    return entry.event ? m_session.replay().step(*entry.event) : m_session.replay().last();
}

QString Desk::explanation(const Entry &entry)
{
    if (entry.waits)
        return tr("It waits for its turn.");
    if (entry.asleep)
        return tr("The bench's thread sleeps in the kernel. Make ready what it waits for, or interrupt it.");
    if (!entry.event && !entry.enters)
        return tr("It does not enter the kernel.");
    if (!entry.event) // it has returned, and is no step of its own before the next statement
        return words::event_sentence(m_preferences.language(), m_session.trace(), *entry.call);
    const auto known = m_explained.find(entry.line);
    if (known != m_explained.end())
        return known->second;
    const replay::Instant instant = instant_of(entry);
    QString text = words::explain(m_preferences.language(), m_session.replay(), m_session.replay().at(instant), instant);
    return m_explained[entry.line] = text;
}

std::vector<bench::Shown> Desk::variables() const
{
    int line = 0;
    for (const Entry &entry : m_entries)
        if (!entry.waits && (m_session.at_end() || m_session.live() || (entry.event && *entry.event < m_session.instant().complete)))
            line = entry.line;
    const auto after = m_variables.upper_bound(line);
    if (after != m_variables.begin())
        return std::prev(after)->second;
    std::vector<bench::Shown> all; // of a recording that was opened: those that it tells
    const auto of_bench = [this](uint16_t thread) { return m_thread && thread == *m_thread; };
    if (m_own)
        return all;
    for (const replay::Set &set : m_session.world().sets) {
        std::string members;
        for (size_t fd = 0; fd < set.now.size(); ++fd)
            if (set.now.test(fd))
                members += (members.empty() ? "" : ", ") + std::to_string(fd);
        if (of_bench(set.thread))
            all.push_back({set.name, "fd_set", std::string("{").append(members).append("}")});
    }
    for (const replay::Number &number : m_session.world().numbers)
        if (of_bench(number.thread))
            all.push_back({number.name, "int", std::to_string(number.value)});
    return all;
}

int Desk::connect_client()
{
    if (!sits())
        return 0;
    const int number = m_session.run()->add_client();
    tell(number, {.kind = clients::Command::connect, .text = {}});
    return number;
}

void Desk::tell(int client, clients::Command command)
{
    if (!sits())
        return;
    m_session.run()->tell(client, std::move(command));
    m_session.look_soon();
}

void Desk::type(const QString &text)
{
    if (sits())
        m_session.run()->type(1, text.toStdString());
    m_session.look_soon();
}

} // namespace ui
