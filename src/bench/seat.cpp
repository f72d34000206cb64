// SPDX-License-Identifier: MIT
#include "bench/seat.h"

#include "clients/client.h"
#include "posix/interrupt.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <tuple>

namespace bench {
namespace {

using namespace std::chrono_literals;

constexpr size_t most_shown = 24; // bytes of a buffer, members of an array

} // namespace

std::vector<Shown> shown(const Variables &variables)
{
    std::vector<Shown> all;
    for (const auto &one : variables.all())
        all.push_back({one->name, one->kind == Variable::braces ? std::string() : one->type() + one->extent(), one->text(most_shown)});
    return all;
}

struct Seat::State {
    State(bool other_addresses, std::function<void(Done)> told) : machine(other_addresses), done(std::move(told)) {}

    Machine machine; // of the bench's thread
    const std::function<void(Done)> done;
    mutable std::mutex mutex; // all below
    std::condition_variable changed;
    std::deque<std::pair<Statement, int>> given;
    std::optional<Done> last;
    const posix::Pulse *pulse = nullptr;
    bool busy = false, ending = false, over = false;
    std::vector<Statement> executed;
    std::string text;
    int lines = 0;

    int write_down(const Statement &statement, int line);
};

Seat::Seat(bool other_addresses, std::function<void(Done)> done) : m(std::make_unique<State>(other_addresses, std::move(done)))
{
}

Seat::~Seat() = default;

// Returns its line.
int Seat::State::write_down(const Statement &statement, int line)
{
    do
        text += lines > 0 ? "\n" : "";
    while (++lines < line);
    text += statement.text;
    text += ';';
    return lines;
}

void Seat::serve(const std::function<void(std::string)> &tell)
{
    std::unique_lock lock(m->mutex);
    m->pulse = posix::context().pulse;
    while (m->changed.wait(lock, [this] { return m->ending || !m->given.empty(); }), !m->ending) {
        auto [statement, wanted] = std::move(m->given.front());
        m->given.pop_front();
        m->busy = true;
        const std::pair before(m->text, m->lines);
        const int line = m->write_down(statement, wanted);
        tell(m->text);
        lock.unlock();
        Done done{.line = line, .outcome = Wrong{.what = Wrong::too_large}, .variables = {}};
        try {
            done.outcome = m->machine.execute(statement, line);
        } catch (const std::bad_alloc &) {
        }
        done.variables = shown(m->machine.variables());
        lock.lock();
        if (std::holds_alternative<Outcome>(done.outcome)) {
            m->executed.push_back(std::move(statement));
        } else { // nothing has been done
            std::tie(m->text, m->lines) = before;
            tell(m->text);
        }
        m->busy = false;
        m->last = done;
        m->changed.notify_all();
        if (!m->done)
            continue;
        lock.unlock();
        m->done(std::move(done));
        lock.lock();
    }
    m->given.clear();
    m->pulse = nullptr;
    m->over = true;
    m->changed.notify_all();
}

void Seat::end()
{
    const std::scoped_lock lock(m->mutex);
    m->ending = true;
    m->changed.notify_all();
}

void Seat::give(Statement statement, int line)
{
    const std::scoped_lock lock(m->mutex);
    if (!m->ending)
        m->given.emplace_back(std::move(statement), line);
    m->changed.notify_all();
}

size_t Seat::waiting() const
{
    const std::scoped_lock lock(m->mutex);
    return m->given.size() + m->busy;
}

bool Seat::done(std::chrono::milliseconds patience) const
{
    std::unique_lock lock(m->mutex);
    return m->changed.wait_for(lock, patience, [this] { return !m->busy && m->given.empty(); });
}

bool Seat::over() const
{
    const std::scoped_lock lock(m->mutex);
    return m->over;
}

std::optional<Done> Seat::last() const
{
    const std::scoped_lock lock(m->mutex);
    return m->last;
}

calls::Call Seat::asleep_in() const
{
    const std::scoped_lock lock(m->mutex);
    if (!m->pulse || !m->busy)
        return calls::Call::count_;
    const uint64_t calls = m->pulse->calls;
    const calls::Call call = m->pulse->call;
    return clients::asleep(m->pulse->tid) && m->pulse->calls == calls && m->pulse->call == call ? call : calls::Call::count_;
}

void Seat::interrupt() const
{
    const std::scoped_lock lock(m->mutex);
    if (m->pulse)
        posix::interrupt(m->pulse->tid);
}

void Seat::forget()
{
    const std::scoped_lock lock(m->mutex);
    m->given.clear();
}

std::string Seat::in_c() const
{
    const std::scoped_lock lock(m->mutex);
    return as_c(m->executed, m->machine.variables());
}

} // namespace bench
