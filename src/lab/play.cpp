// SPDX-License-Identifier: MIT
// Does what a script says, one action after the other.
#include "lab/script.h"

#include "bench/seat.h"
#include "calls/schema.h"
#include "trace/clock.h"

#include <cerrno>
#include <map>
#include <new>
#include <thread>
#include <utility>

namespace lab {
namespace {

using namespace std::chrono_literals;
using clients::Command;

constexpr auto look_every = std::chrono::microseconds(500);
constexpr int64_t settled = 20'000'000; // ns asleep in one call before a client counts as blocked there
constexpr auto hopeless = 500ms; // the server has had no descriptor left for so long, and has closed and accepted nothing meanwhile

class Player {
public:
    Player(Run &run, std::chrono::milliseconds patience, const std::function<bool()> &cancelled)
        : m_run(run), m_patience(patience), m_cancelled(cancelled)
    {
    }
    // False: the script is over before its end.
    bool perform(const Action &action);
    std::optional<ScriptProblem> problem;

private:
    template <typename Condition>
    bool wait(const Action &action, Condition condition, std::chrono::steady_clock::duration &waited);
    template <typename Condition>
    bool wait(const Action &action, Condition condition)
    {
        std::chrono::steady_clock::duration waited{};
        return wait(action, condition, waited);
    }
    template <typename Each>
    bool each_client(const Action &action, Each each);
    bool wait_for_server(const Action &action, const std::function<bool()> &condition);
    bool command(const Action &action);
    bool add_program(const Action &action);
    bool with_program(const Action &action);
    bool with_bench(const Action &action);
    bool give(const Action &action);
    bool settle_bench(const Action &action);
    bool judge(const Action &action);
    bool settle(const Action &action, int client);
    bool fail(const Action &action, ScriptProblem::What what, std::string word = {}, int error = 0);

    Run &m_run;
    const std::chrono::milliseconds m_patience;
    const std::function<bool()> &m_cancelled;
    const Action *m_given = nullptr; // the statement that the bench was given last, until it is judged
    size_t m_chapter = 0;
    std::chrono::steady_clock::duration m_stuck{}; // spent on clients of this action that sleep in their call still
};

bool Player::fail(const Action &action, ScriptProblem::What what, std::string word, int error)
{
    problem = ScriptProblem{what, action.line, std::move(word), error};
    return false;
}

// Waits until the condition holds; time in which the run is paused or a question is open does not count, since then it cannot
// fulfil anything. `waited`: how long.
template <typename Condition>
bool Player::wait(const Action &action, Condition condition, std::chrono::steady_clock::duration &waited)
{
    auto last = std::chrono::steady_clock::now();
    while (m_run.asked() || !condition()) {
        if (m_cancelled())
            return false;
        if (m_run.ended())
            return fail(action, ScriptProblem::run_ended);
        if (waited > m_patience)
            return fail(action, ScriptProblem::timed_out);
        std::this_thread::sleep_for(look_every);
        const auto now = std::chrono::steady_clock::now();
        if (!m_run.paused() && !m_run.asked())
            waited += now - last;
        last = now;
    }
    return true;
}

// For what only a server can bring that goes on accepting: a server without descriptors does so only when a client leaves,
// and no client does while the script waits.
bool Player::wait_for_server(const Action &action, const std::function<bool()> &condition)
{
    std::chrono::steady_clock::duration waited{}, since{};
    int accepted = m_run.accepted(), refused = 0;
    const bool over = wait(action, [&] {
        if (condition())
            return true;
        if (m_run.refused() == 0 || m_run.accepted() != accepted || m_run.server_held())
            since = waited;
        accepted = m_run.accepted();
        refused = waited - since > hopeless ? m_run.refused() : 0;
        return refused != 0;
    }, waited);
    if (over && refused != 0)
        return fail(action, ScriptProblem::no_descriptor, "accept", refused);
    return over;
}

template <typename Each>
bool Player::each_client(const Action &action, Each each)
{
    for (int client = action.first; client <= action.last; ++client) {
        if (!m_run.progress(client))
            return fail(action, ScriptProblem::no_such_client, std::to_string(client));
        if (!each(client))
            return false;
    }
    return true;
}

// Until the client has done what it was told, or sleeps in a call for good: then the script goes on beside it.
bool Player::settle(const Action &action, int client)
{
    trace::Call call = trace::Call::count_;
    int64_t since = 0;
    std::chrono::steady_clock::duration waited{};
    const bool done = wait(action, [&] {
        const auto progress = m_run.progress(client);
        if (!progress || progress->waiting == 0)
            return true;
        if (!progress->asleep || progress->call != call) {
            call = progress->call;
            since = trace::now();
            return false;
        }
        return trace::now() - since > settled;
    }, waited);
    if (!done)
        return false;
    const auto progress = m_run.progress(client);
    if (progress && progress->waiting > 0 && (m_stuck += waited) > m_patience)
        return fail(action, ScriptProblem::stuck, std::string(calls::name(call)));
    if (!progress || progress->waiting > 0 || !progress->error)
        return true;
    if (progress->failed == trace::Call::count_ && progress->error == EISCONN)
        return fail(action, ScriptProblem::already_connected, std::to_string(client));
    if (progress->failed == trace::Call::count_ && progress->error == ENOTCONN)
        return fail(action, ScriptProblem::not_connected, std::to_string(client));
    // What is not one of its calls: memory, or, before the first, a descriptor table of its own.
    const std::string_view failed = progress->failed != trace::Call::count_ ? calls::name(progress->failed)
        : progress->error == ENOMEM                                        ? "malloc"
                                                                           : "close_range";
    return fail(action, ScriptProblem::call_failed, std::string(failed), progress->error);
}

bool Player::command(const Action &action)
{
    static_assert(int(Action::connect) == 0);
    constexpr Command::Kind kinds[] = {Command::connect,        Command::send,     Command::send_urgent, Command::receive,
                                       Command::receive_urgent, Command::shutdown, Command::close,       Command::reset};
    while (action.kind == Action::connect && m_run.clients() < action.last)
        if (m_run.add_client() == 0)
            return fail(action, ScriptProblem::call_failed, "pthread_create", EAGAIN);
    return each_client(action, [&](int client) {
        m_run.tell(client, {kinds[action.kind], action.text, action.count});
        return settle(action, client);
    });
}

bool Player::add_program(const Action &action)
{
    if (action.first != m_run.programs() + 1)
        return fail(action, ScriptProblem::wrong_number, std::to_string(m_run.programs() + 1));
    const auto why = m_run.add_program(action.text);
    return why ? fail(action, ScriptProblem::call_failed, why->call, why->error) : true;
}

bool Player::with_program(const Action &action)
{
    const int number = action.first;
    const auto begun = m_run.program(number);
    if (!begun)
        return fail(action, ScriptProblem::no_program, std::to_string(number));
    // What it waits for cannot come from a program that has ended.
    const auto wait_for = [&](auto condition) {
        bool lost = false;
        const bool over = wait(action, [&] {
            const auto progress = m_run.program(number);
            lost = !condition() && progress && progress->over;
            return lost || condition();
        });
        if (!over || !lost)
            return over;
        const auto failed = m_run.program(number)->failed;
        return failed ? fail(action, ScriptProblem::call_failed, failed->call, failed->error) : fail(action, ScriptProblem::program_ended, std::to_string(number));
    };
    switch (action.kind) {
    case Action::interrupt_program: m_run.interrupt(number); return true;
    case Action::wait_program_asleep: return wait_for([&] { return m_run.asleep_in(number, action.call); });
    case Action::wait_shows: return wait_for([&] { return m_run.shows(number, action.text); });
    case Action::wait_over: return wait(action, [&] { return m_run.program(number)->over; });
    default: break;
    }
    const auto act = [&] {
        switch (action.kind) {
        case Action::type: return m_run.type(number, action.text);
        case Action::hang_up: return m_run.hang_up(number);
        default: return m_run.type_end(number);
        }
    };
    if (!act())
        return fail(action, ScriptProblem::no_terminal, std::to_string(number));
    return wait(action, [&] { return m_run.all_typed(number) || m_run.program(number)->over; });
}

// Whether what became of the statement given last is what the script wants; only a script that goes on asks.
bool Player::judge(const Action &action)
{
    const auto bench = m_run.bench();
    if (bench->over())
        return fail(action, ScriptProblem::program_ended, "bench");
    if (!m_given || bench->waiting() > 0)
        return true;
    const Action &given = *std::exchange(m_given, nullptr);
    const auto outcome = bench->last()->outcome;
    const auto *wrong = std::get_if<bench::Wrong>(&outcome);
    if (!wrong == (given.kind == Action::give))
        return true;
    if (!wrong)
        return fail(given, ScriptProblem::not_refused, given.text);
    fail(given, ScriptProblem::no_statement, given.text);
    problem->wrong = *wrong;
    return false;
}

// Until the statement is done, or sleeps in a call for good: then the script goes on beside it.
bool Player::settle_bench(const Action &action)
{
    trace::Call call = trace::Call::count_;
    int64_t since = 0;
    const auto bench = m_run.bench();
    const bool settles = wait(action, [&] {
        if (bench->waiting() == 0)
            return true;
        const trace::Call now_in = bench->asleep_in();
        if (now_in == trace::Call::count_ || now_in != call) {
            call = now_in;
            since = trace::now();
            return false;
        }
        return trace::now() - since > settled;
    });
    return settles && judge(action);
}

bool Player::give(const Action &action)
{
    if (!m_run.bench())
        if (const auto why = m_run.add_bench())
            return fail(action, ScriptProblem::call_failed, why->call, why->error);
    const auto bench = m_run.bench();
    if (!wait(action, [&] { return bench->waiting() == 0 || bench->over(); }) || !judge(action))
        return false;
    m_given = &action;
    bench->give(std::get<bench::Statement>(bench::parse(action.text)));
    return settle_bench(action);
}

bool Player::with_bench(const Action &action)
{
    if (action.kind == Action::give || action.kind == Action::give_refused)
        return give(action);
    if (action.kind == Action::sit_in) {
        if (m_run.bench())
            return fail(action, ScriptProblem::bench_sits);
        if (!m_run.program(action.first))
            return fail(action, ScriptProblem::no_program, std::to_string(action.first));
        const auto why = m_run.add_bench(action.first);
        return why ? fail(action, why->error == ESRCH ? ScriptProblem::program_ended : ScriptProblem::call_failed,
                          why->error == ESRCH ? std::to_string(action.first) : why->call, why->error)
                   : true;
    }
    const auto bench = m_run.bench();
    if (!bench)
        return fail(action, ScriptProblem::no_bench);
    if (action.kind == Action::interrupt_bench) {
        bench->interrupt();
        return true;
    }
    if (action.kind == Action::bench_type || action.kind == Action::bench_type_end) {
        if (!(action.kind == Action::bench_type ? m_run.type(0, action.text) : m_run.type_end(0)))
            return fail(action, ScriptProblem::no_terminal, "bench");
        return wait(action, [&] { return m_run.all_typed(0); });
    }
    bool idle = false;
    const bool comes = wait(action, [&] {
        idle = bench->waiting() == 0 || bench->over();
        return idle || (action.kind == Action::wait_bench_asleep && bench->asleep_in() == action.call);
    });
    if (!comes || !judge(action))
        return false;
    return !idle || action.kind == Action::wait_bench_idle || fail(action, ScriptProblem::bench_idle, std::string(calls::name(action.call)));
}

bool Player::perform(const Action &action)
{
    m_stuck = {};
    if (action.kind == Action::chapter)
        m_run.come_to_chapter(++m_chapter);
    while (m_run.asked() && !m_cancelled() && !m_run.ended()) // the script stands still
        std::this_thread::sleep_for(look_every);
    if (m_cancelled())
        return false;
    switch (action.kind) {
    case Action::wait_asleep: return wait(action, [&] { return m_run.server_asleep_in(action.call); });
    case Action::wait_accepted: return wait_for_server(action, [&] { return m_run.accepted() >= action.count; });
    case Action::wait_signals: return wait(action, [&] { return m_run.handlers() >= action.count; });
    case Action::hold_signals:
    case Action::take_signals: {
        const bool hold = action.kind == Action::hold_signals;
        return m_run.hold_signals(hold) ? wait(action, [&] { return m_run.signals_held() == hold; })
                                        : fail(action, ScriptProblem::no_signals);
    }
    case Action::wait_received:
        return each_client(action, [&](int client) {
            m_run.tell(client, {Command::receive_until, {}, action.count});
            return wait_for_server(action, [&] {
                const auto progress = m_run.progress(client);
                return progress && progress->received >= action.count;
            });
        });
    case Action::wait_closed:
        return each_client(action, [&](int client) {
            m_run.tell(client, {Command::receive_until, {}, INT64_MAX});
            return wait_for_server(action, [&] {
                const auto progress = m_run.progress(client);
                return progress && progress->closed_by_server;
            });
        });
    case Action::add_program: return add_program(action);
    case Action::type:
    case Action::type_end:
    case Action::hang_up:
    case Action::wait_program_asleep:
    case Action::wait_shows:
    case Action::wait_over:
    case Action::interrupt_program: return with_program(action);
    case Action::give:
    case Action::give_refused:
    case Action::sit_in:
    case Action::bench_type:
    case Action::bench_type_end:
    case Action::wait_bench_asleep:
    case Action::wait_bench_idle:
    case Action::interrupt_bench: return with_bench(action);
    case Action::interrupt: m_run.interrupt_server(); return true;
    case Action::close_descriptor: m_run.close_descriptor(int(action.count)); return true;
    case Action::hold: m_run.hold_server(true); return true;
    case Action::release: m_run.hold_server(false); return true;
    case Action::wait_held: return wait(action, [&] { return m_run.server_held(); });
    case Action::chapter: m_run.begin_chapter(action.titles); return true;
    case Action::pause: {
        int64_t left = action.count;
        for (int64_t last = trace::now(); left > 0 && !m_cancelled() && !m_run.ended();) {
            std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(10ms, std::chrono::nanoseconds(left)));
            const int64_t now = trace::now();
            if (!m_run.asked())
                left -= now - last;
            last = now;
        }
        return true;
    }
    case Action::stop:
        m_run.end_chapter();
        m_run.stop();
        return false;
    default: return command(action);
    }
}

// Whether the server only asks with `call` and never sleeps in it: its timeout is 0, in the unit of that call.
bool only_asks(const Settings &settings, trace::Call call)
{
    const calls::Field *timeout = calls::row(call).field("timeout_ns");
    if (!settings.serve.timeout || !timeout || !calls::has(call, calls::multiplexes))
        return false;
    const int64_t us = settings.serve.timeout->count();
    return timeout->type == calls::Type::milliseconds ? us < 1000 : us == 0;
}

// The first action that this server cannot bring about: the script is for another model, or another timeout.
std::optional<ScriptProblem> misfit(const Script &script, const Settings &settings)
{
    const std::string &name = settings.server;
    const servers::Server *server = servers::named(name);
    std::map<int, const servers::Server *> programs{{1, server}};
    for (const Action &action : script.actions) {
        if (action.kind == Action::add_program)
            programs[action.first] = servers::named(action.text);
        const servers::Server *program = programs.contains(action.first) ? programs[action.first] : nullptr;
        const bool types = action.kind == Action::type || action.kind == Action::type_end || action.kind == Action::hang_up || action.kind == Action::wait_shows;
        if (program && types && !program->terminal)
            return ScriptProblem{ScriptProblem::no_terminal, action.line, std::string(program->name), 0};
        if (program && action.kind == Action::wait_program_asleep && !program->sleeps_in.has(action.call))
            return ScriptProblem{ScriptProblem::never_sleeps, action.line, std::string(calls::name(action.call)), 0};
        const bool about_connection = action.kind == Action::wait_accepted || action.kind == Action::shutdown
            || action.kind == Action::reset || action.kind == Action::wait_closed;
        if (server && server->datagrams && about_connection)
            return ScriptProblem{ScriptProblem::no_connection, action.line, name, 0};
        if (server && !server->peer.empty() && action.kind == Action::wait_accepted)
            return ScriptProblem{ScriptProblem::accepts_nobody, action.line, name, 0};
        if (server && !server->datagrams && action.kind == Action::send && action.text.empty() && action.count == 0)
            return ScriptProblem{ScriptProblem::nothing_to_send, action.line, name, 0};
        if (server && action.kind == Action::wait_asleep && !server->sleeps_in.has(action.call))
            return ScriptProblem{ScriptProblem::never_sleeps, action.line, std::string(calls::name(action.call)), 0};
        if (server && action.kind == Action::wait_asleep && only_asks(settings, action.call))
            return ScriptProblem{ScriptProblem::only_asks, action.line, std::string(calls::name(action.call)), 0};
        if (server && action.kind == Action::receive_urgent && !server->sends_urgent)
            return ScriptProblem{ScriptProblem::no_urgent, action.line, name, 0};
    }
    return {};
}

} // namespace

std::optional<ScriptProblem> play(const Script &script, Run &run, std::chrono::milliseconds patience,
                                  const std::function<bool()> &cancelled, const std::function<void(const Action &)> &before)
{
    if (const auto problem = misfit(script, run.settings()))
        return problem;
    Player player(run, patience, cancelled);
    for (const Action &action : script.actions)
        try {
            if (before)
                before(action);
            if (cancelled() || !player.perform(action))
                break;
        } catch (const std::bad_alloc &) {
            return ScriptProblem{ScriptProblem::call_failed, action.line, "malloc", ENOMEM};
        }
    run.end_chapter();
    return player.problem;
}

} // namespace lab
