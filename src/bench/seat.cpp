// SPDX-License-Identifier: MIT
#include "bench/seat.h"

#include "calls/names.h"
#include "clients/client.h"
#include "posix/interrupt.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <new>
#include <tuple>

namespace bench {
namespace {

using namespace std::chrono_literals;

constexpr size_t most_shown = 24;  // bytes of a buffer, members of an array

template <typename Values, typename Text>
std::string listed(const Values &values, Text text)
{
    std::string all("{");
    for (const auto &value : values) {
        all += all.size() > 1 ? ", " : "";
        all += text(value);
    }
    return all += '}';
}

std::string set_text(const ::fd_set &set)
{
    uint64_t words[sizeof set / sizeof(uint64_t)];
    std::memcpy(words, &set, sizeof set);
    std::vector<int> members;
    for (int fd = 0; fd < FD_SETSIZE; ++fd)
        if (words[fd / 64] >> (fd % 64) & 1)
            members.push_back(fd);
    return listed(members, [](int fd) { return std::to_string(fd); });
}

std::string mask_text(const sigset_t &mask)
{
    std::vector<std::string> members;
    for (int signal = 1; signal < NSIG; ++signal)
        if (sigismember(&mask, signal) == 1)
            members.push_back(calls::name_of(calls::Type::signal, signal));
    return listed(members, [](const std::string &name) { return name; });
}

std::string value_text(Variable &variable)
{
    const auto pair = [](long a, long b) { return listed(std::array{a, b}, [](long one) { return std::to_string(one); }); };
    switch (variable.kind) {
    case Variable::number: return std::to_string(variable.value);
    case Variable::buffer: {
        const size_t length = std::min({variable.bytes.size(), most_shown, size_t(std::find(variable.bytes.begin(), variable.bytes.end(), 0) - variable.bytes.begin())});
        return std::string(1, '"').append(calls::quoted(std::as_bytes(std::span(variable.bytes.data(), length)))).append(1, '"');
    }
    case Variable::set: return set_text(*variable.descriptors);
    case Variable::timeval: return pair(variable.time.tv_sec, variable.time.tv_usec);
    case Variable::timespec: return pair(variable.precise.tv_sec, variable.precise.tv_nsec);
    case Variable::linger: return pair(variable.lingers.l_onoff, variable.lingers.l_linger);
    case Variable::address: {
        char text[INET_ADDRSTRLEN] = "";
        ::inet_ntop(AF_INET, &variable.place.sin_addr, text, sizeof text);
        return std::string(text).append(1, ':').append(std::to_string(ntohs(variable.place.sin_port)));
    }
    case Variable::pollfds:
        return listed(std::span(variable.polled.data(), std::min(variable.polled.size(), most_shown)), [](const ::pollfd &one) {
            const std::array parts{std::to_string(one.fd), calls::name_of(calls::Type::poll_events, one.events), calls::name_of(calls::Type::poll_events, one.revents)};
            return listed(parts, [](const std::string &part) { return part; });
        });
    case Variable::numbers:
        return listed(std::span(variable.several.data(), std::min(variable.several.size(), most_shown)), [](int one) { return std::to_string(one); });
    case Variable::mask: return mask_text(variable.masked);
    case Variable::request: {
        const std::array parts{std::to_string(variable.block->aio_fildes), variable.buffer_of ? variable.buffer_of->name : std::string("NULL"),
                               std::to_string(variable.block->aio_nbytes)};
        const std::string error = variable.asked ? calls::error_name(::aio_error(variable.block.get())) : std::string();
        return listed(parts, [](const std::string &part) { return part; }).append(error.empty() ? 0 : 1, ' ').append(error);
    }
    case Variable::requests: return listed(variable.listed, [](const Variable *one) { return std::string(1, '&').append(one->name); });
    case Variable::action: return variable.acts.sa_handler == SIG_DFL ? "{SIG_DFL}" : variable.acts.sa_handler == SIG_IGN ? "{SIG_IGN}" : "{count}";
    case Variable::braces:
        return listed(std::span(variable.given.data(), std::min(variable.given.size(), most_shown)), [](const std::vector<int64_t> &group) {
            const std::string inside = listed(group, [](int64_t one) { return std::to_string(one); });
            return group.size() == 1 ? std::to_string(group.front()) : inside.substr(1, inside.size() - 2);
        });
    case Variable::events: break;
    }
    return "{…}";
}

} // namespace

std::vector<Shown> shown(const Variables &variables)
{
    std::vector<Shown> all;
    for (const auto &one : variables.all())
        all.push_back({one->name, one->kind == Variable::braces ? std::string() : one->type() + one->extent(), value_text(*one)});
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
