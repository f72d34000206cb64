// SPDX-License-Identifier: MIT
// Conditions on a recording: what is to be found in it somewhere, or at some instant of it.
#pragma once

#include "archive/json.h"
#include "calls/verbs.h"
#include "lessons/lesson_file.h"
#include "replay/measures/measure.h"
#include "replay/replay.h"

#include <QJsonObject>

#include <algorithm>
#include <csignal>
#include <memory>

namespace seen {

using replay::State;
using replay::World;
using trace::Call;
using trace::Event;

// A recording of a row's lesson.
struct Seen {
    std::shared_ptr<const lessons::LessonFile> lesson;
    std::shared_ptr<const trace::Trace> trace;
    std::shared_ptr<const replay::Replay> replay;
    replay::Measured measured{};

    const std::vector<Event> &events() const { return trace->events(); }
    // Of a program that is watched, its bench too; not of a client, a keyboard, what ends the run.
    bool works(const Event &event) const
    {
        const trace::Job job = trace::job(*trace, event.thread);
        return trace::origin(*trace, event.thread) == trace::Origin::listing && job != trace::Job::control && job != trace::Job::keyboard;
    }
    QString argument(const Event &event, const char *name) const { return archive::arguments(*trace, event)[QLatin1String(name)].toVariant().toString(); }
    bool datagrams(size_t sequence) const
    {
        const Event &event = events()[sequence];
        const World world = replay->at(replay->at_time(event.begin));
        const replay::Socket *socket = world.socket(world.table_of(event.thread), event.fd);
        return socket && socket->datagrams;
    }
};

template <typename Is> bool any(const Seen &seen, Is is)
{
    return std::ranges::any_of(seen.events(), [&](const Event &event) { return seen.works(event) && is(event); });
}

template <typename Is> bool any_numbered(const Seen &seen, Is is)
{
    for (size_t i = 0; i < seen.events().size(); ++i)
        if (seen.works(seen.events()[i]) && is(seen.events()[i], i))
            return true;
    return false;
}

// One after the other, in this order of their ends.
template <typename First, typename Then> bool in_turn(const Seen &seen, First first, Then then)
{
    return any_numbered(seen, [&](const Event &event, size_t i) {
        return first(event) && any_numbered(seen, [&](const Event &later, size_t j) { return j > i && then(event, later); });
    });
}

template <typename Is> bool ever(const Seen &seen, Is is)
{
    for (replay::Instant instant = seen.replay->first();;) {
        if (is(seen.replay->at(instant)))
            return true;
        const replay::Instant next = seen.replay->next(instant);
        if (next == instant)
            return false;
        instant = next;
    }
}

inline bool read_something(const Event &event)
{
    const auto transfer = calls::as_transfer(event);
    return transfer && transfer->reads() && transfer->moved.value_or(0) > 0;
}

inline bool sent_something(const Event &event)
{
    const auto transfer = calls::as_transfer(event);
    return transfer && transfer->sends() && transfer->moved.value_or(0) > 0;
}

inline bool is(const Event &event, Call call, int error = 0)
{
    return event.call == call && event.error == error;
}

// --- waiting

// A program's thread sleeps in `call`, on descriptor `fd` unless that is -1.
inline bool asleep_in(const Seen &seen, Call call, int fd = -1)
{
    return ever(seen, [&](const World &world) {
        return std::ranges::any_of(world.threads, [&](const replay::Thread &thread) {
            return thread.state == State::asleep && thread.call && thread.call->call == call && (fd < 0 || thread.call->fd == fd) && seen.works(*thread.call);
        });
    });
}

inline bool waits_and_copies(const Seen &seen, bool datagrams)
{
    return any_numbered(seen, [&](const Event &event, size_t i) {
        if (!read_something(event) || seen.datagrams(i) != datagrams)
            return false;
        const auto phases = seen.replay->phases(i);
        return phases.size() == 2 && phases[0].begin >= event.begin && phases[1].kind == replay::Phase::copy;
    });
}

// While the thread slept in a read of one source, something came from the other.
inline bool starves(const Seen &seen, bool keyboard)
{
    return any(seen, [&](const Event &sleeps) {
        if (!calls::reads(sleeps) || (sleeps.fd == 0) == keyboard)
            return false;
        return std::ranges::any_of(seen.events(), [&](const Event &comes) {
            const bool typed = comes.call == Call::typed, sent = sent_something(comes) && trace::origin(*seen.trace, comes.thread) == trace::Origin::script;
            return (keyboard ? typed : sent) && comes.begin > sleeps.begin && comes.end < sleeps.end;
        });
    });
}

// --- select() and its sets

inline std::vector<int> asked(const Seen &seen, const Event &select, int which)
{
    return trace::members(trace::asked(*seen.trace, select, which), int(calls::value(select, "nfds").value_or(0)));
}

inline std::vector<int> answered(const Seen &seen, const Event &select, int which)
{
    return trace::members(trace::answered(*seen.trace, select, which), int(calls::value(select, "nfds").value_or(0)));
}

template <typename Is> bool select(const Seen &seen, Is is)
{
    return any(seen, [&](const Event &event) { return event.call == Call::select && is(event); });
}

inline std::optional<int64_t> timeout(const Event &event)
{
    const auto wait = calls::as_wait(event);
    return wait ? wait->timeout : std::nullopt;
}

// A macro changes this one bit and no other.
inline bool changes_one_bit(const Seen &seen, Call macro)
{
    return any_numbered(seen, [&](const Event &event, size_t i) {
        if (event.call != macro || i == 0)
            return false;
        const std::string &name = calls::variable_of(*seen.trace, event);
        const World before = seen.replay->at(seen.replay->step(i - 1)), after = seen.replay->at(seen.replay->step(i));
        const replay::Set *was = before.set(event.thread, name), *now = after.set(event.thread, name);
        if (!was || !now)
            return false;
        const replay::DescriptorSet changed = was->now ^ now->now;
        return changed.count() == 1 && changed[size_t(event.fd)];
    });
}

// The lecture's figures 6.14 to 6.20: client_FD[], the bits of the set that is kept, maxfd.
inline bool tables(const Seen &seen, const std::vector<int> &clients, const std::vector<int> &bits, int maxfd)
{
    const size_t server = trace::main_thread(*seen.trace, 0).value_or(0);
    return ever(seen, [&](const World &world) {
        const replay::Table *table = world.table(server, "client_FD");
        const replay::Set *set = world.set(server, "allset");
        const replay::Number *number = world.number(server, "maxfd");
        if (!table || !set || !number || number->value != maxfd || set->now.count() != bits.size())
            return false;
        std::vector<int> used = table->values;
        while (!used.empty() && used.back() == table->empty)
            used.pop_back();
        return used == clients && std::ranges::all_of(bits, [&](int bit) { return set->now[size_t(bit)]; });
    });
}

// --- flags

inline bool told_flag(const Seen &seen, const char *flag)
{
    return any(seen, [&](const Event &event) {
        return is(event, Call::fcntl) && seen.argument(event, "command") == u"F_GETFL" && seen.argument(event, "flags").contains(QLatin1String(flag));
    });
}

inline bool sets_flag(const Seen &seen, const Event &event, const char *flag)
{
    return is(event, Call::fcntl) && seen.argument(event, "command") == u"F_SETFL" && seen.argument(event, "flags").contains(QLatin1String(flag));
}

inline bool commands(const Seen &seen, const char *command)
{
    return any(seen, [&](const Event &event) { return is(event, Call::fcntl) && seen.argument(event, "command") == QLatin1String(command); });
}

// --- signals

inline bool caused(const Seen &seen, replay::SignalCause::What what)
{
    return any_numbered(seen, [&](const Event &event, size_t i) {
        return event.call == Call::handler_begin && std::ranges::any_of(seen.replay->signal_causes(i).causes, [&](const auto &cause) { return cause.what == what; });
    });
}

inline bool signalled(const Seen &seen, int code)
{
    return any(seen, [&](const Event &event) {
        const auto signal = calls::as_signal(event);
        return signal && signal->code == code;
    });
}

inline bool reads_in_a_handler(const Seen &seen)
{
    return ever(seen, [&](const World &world) {
        return std::ranges::any_of(world.threads, [&](const replay::Thread &thread) {
            return thread.handler && thread.last && read_something(seen.events()[*thread.last]) && *thread.last > thread.handler->event;
        });
    });
}

// Fewer handlers than datagrams or sends that came to descriptors with O_ASYNC.
inline bool loses_count(const Seen &seen)
{
    size_t arrivals = 0, handlers = 0;
    for (const Event &event : seen.events()) {
        arrivals += sent_something(event) && trace::origin(*seen.trace, event.thread) == trace::Origin::script;
        handlers += event.call == Call::handler_begin && calls::value(event, "signal") == SIGIO;
    }
    return handlers > 0 && handlers < arrivals;
}

// --- several programs

// A program other than the first that sends before it has received, or receives before it has sent, and then the other.
inline bool one_way_first(const Seen &seen, bool sends, bool datagrams)
{
    for (size_t program = 1; program < seen.trace->programs.size(); ++program) {
        std::optional<size_t> sent, received;
        for (size_t i = 0; i < seen.events().size(); ++i) {
            const Event &event = seen.events()[i];
            if (!seen.works(event) || seen.trace->threads[event.thread].program != program || event.fd < 3 || seen.datagrams(i) != datagrams)
                continue;
            if (!sent && sent_something(event))
                sent = i;
            if (!received && read_something(event))
                received = i;
        }
        if (sent && received && (*sent < *received) == sends)
            return true;
    }
    return false;
}

// What a program other than the first does.
template <typename Is> bool chatter(const Seen &seen, Is is)
{
    return any(seen, [&](const Event &event) { return seen.trace->threads[event.thread].program > 0 && is(event); });
}

// Client `from` sends twice without having received in between, and client `to` has both.
inline bool relays(const Seen &seen, const char *from, const char *to)
{
    const auto of = [&](const Event &event, const char *name) { return seen.trace->threads[event.thread].name == name; };
    return std::ranges::any_of(seen.events(), [&](const Event &sent) {
        return of(sent, from) && sent_something(sent) && std::ranges::any_of(seen.events(), [&](const Event &taken) {
            return of(taken, to) && read_something(taken) && taken.end > sent.begin && taken.words[0] == sent.words[0] && taken.result == sent.result;
        });
    });
}

} // namespace seen
