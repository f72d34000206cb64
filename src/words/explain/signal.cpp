// SPDX-License-Identifier: MIT
// Signals: how the program asks for them and holds them back, and a handler entered and left.
#include "words/explain/explain.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <set>
#include <sys/socket.h>
#include <utility>

namespace words {
namespace {

using calls::Setting;
using replay::SignalCause;
using replay::SignalCauses;

QString name_of(int64_t signal)
{
    return constant(calls::Type::signal, signal);
}

QString asked(const Step &step, const Setting &setting)
{
    const Language &language = step.language;
    const QString fd = step.plain(setting.fd);
    if (setting.what == Setting::owner)
        return step.begins
            ? language.say("Explain", "%1 says who is to get the signals of descriptor %2: itself, thread %3.")
                  .arg(step.subject(), fd, step.plain(setting.value))
            : language.say("Explain", "Thread %2 is the one to get the signals of descriptor %1. F_SETOWN would name the "
                                      "process, and any of its threads could get them.").arg(fd, step.plain(setting.value));
    return step.begins
        ? language.say("Explain", "%1 chooses which signal descriptor %2 sends: %3.")
              .arg(step.subject(), fd, name_of(setting.value))
        : language.say("Explain", "Descriptor %1 is to send %2 instead of SIGIO. A real-time signal is queued, one for each "
                                  "arrival, and it tells the descriptor (si_fd) and what is new (si_code).")
              .arg(fd, name_of(setting.value));
}

QString installed(const Step &step, const Setting &setting)
{
    const QString signal = name_of(setting.name);
    return step.begins ? step.language.say("Explain", "%1 says which function the kernel is to call when %2 is delivered.")
                             .arg(step.subject(), signal)
                       : step.language.say("Explain", "%1 has a handler now: without one, it would end the process.").arg(signal);
}

// What was done by others between the block and the unblock of `step`, as far as its handlers name it.
QString delivered_now(const Step &step)
{
    size_t handlers = 0;
    std::set<size_t> arrivals;
    const auto &events = step.trace.events();
    for (size_t i = std::min(step.sequence, events.size()); i-- > 0 && events[i].end >= step.event.begin;)
        if (events[i].thread == step.event.thread && calls::as_signal(events[i]) && events[i].begin >= step.event.begin) {
            ++handlers;
            for (const SignalCauses causes = step.replay.signal_causes(i); const SignalCause &cause : causes.causes)
                arrivals.insert(cause.event);
        }
    if (handlers == 0)
        return step.language.say("Explain", "No signal was pending.");
    return together({step.language.say("Explain", "%n signals were delivered before the call returned.", nullptr, plural(qint64(handlers))),
                     arrivals.empty() ? QString()
                                      : step.language.say("Explain", "For what they tell of, the recording has %n calls of others (inferred).",
                                                          nullptr, plural(qint64(arrivals.size())))});
}

QString masked(const Step &step, const Setting &setting)
{
    const Language &language = step.language;
    const QString set = constant(calls::Type::signal_mask, setting.value);
    const bool blocks = setting.operation == SIG_BLOCK;
    if (step.begins)
        return blocks ? language.say("Explain", "%1 is about to block %2: a stretch into which no handler may come.").arg(step.subject(), set)
                      : language.say("Explain", "%1 lets %2 in again: what is pending is delivered before the call returns.")
                            .arg(step.subject(), set);
    if (blocks)
        return language.say("Explain", "%1 is blocked now. Signals that come meanwhile stay pending: SIGIO once, however often it "
                                       "came; a real-time signal as often as it came.").arg(set);
    return together({language.say("Explain", "%1 is let in again.").arg(set), delivered_now(step)});
}

// What the signal says of its descriptor: measured, the kernel's own word.
QString told_of_descriptor(const Step &step, const SignalCauses &why)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const replay::Socket *socket = step.socket(step.event.fd);
    const int code = calls::as_signal(step.event)->code;
    switch (code) {
    case POLL_IN:
        if (socket && socket->datagrams)
            return language.say("Explain", "The signal names descriptor %1 and says POLL_IN: a datagram has come.").arg(fd);
        return socket && socket->role == replay::SocketState::listening
            ? language.say("Explain", "The signal names descriptor %1, the listening socket, and says POLL_IN: a connection is complete.")
                  .arg(fd)
            : language.say("Explain", "The signal names descriptor %1 and says POLL_IN: data or the end of the data has come.").arg(fd);
    case POLL_OUT:
        return language.say("Explain", "The signal names descriptor %1 and says POLL_OUT: its send buffer had been full and has "
                                       "room again.").arg(fd);
    case POLL_PRI: return language.say("Explain", "The signal names descriptor %1 and says POLL_PRI: urgent data has come.").arg(fd);
    case POLL_ERR:
        return language.say("Explain", "The signal names descriptor %1 and says POLL_ERR: an error waits there, and no call was in "
                                       "progress for it (asynchronous).").arg(fd);
    case POLL_HUP:
        return language.say("Explain", "The signal names descriptor %1 and says POLL_HUP: both directions of the connection are "
                                       "closed now.").arg(fd);
    case SI_KERNEL:
        return together({why.overflow ? language.say("Explain", "The descriptors send signals that are queued, but the queue had no room left "
                                                                "(RLIMIT_SIGPENDING): this plain SIGIO stands for what was not queued.")
                                      : QString(),
                         language.say("Explain", "Plain SIGIO tells neither which descriptor nor why (si_code is SI_KERNEL): the handler has to "
                                                 "try all of them.")});
    default: return language.say("Explain", "si_code is %1.").arg(signal_code(step.event));
    }
}

// As si_pid tells it.
QString sender(const Step &step, const SignalCauses &why)
{
    const Language &language = step.language;
    const QString pid = step.plain(why.pid);
    if (why.sender == SignalCauses::thread)
        return why.own ? language.say("Explain", "A thread of this program", "who sent a signal")
            : why.pid  ? language.say("Explain", "A thread of process %1", "who sent a signal").arg(pid)
                       : language.say("Explain", "A thread", "who sent a signal");
    return why.own ? language.say("Explain", "This program itself", "who sent a signal")
        : why.pid  ? language.say("Explain", "Process %1", "who sent a signal").arg(pid)
                   : language.say("Explain", "A process", "who sent a signal");
}

// What si_code says of who sent it: measured.
QString told(const Step &step, const SignalCauses &why)
{
    const Language &language = step.language;
    switch (why.sender) {
    case SignalCauses::descriptor: return told_of_descriptor(step, why);
    case SignalCauses::request:
        return language.say("Explain", "The signal says that request %1 is complete: what was asked for is in the buffer already. SIGIO "
                                       "would only say that a read may start.").arg(QString::number(calls::as_signal(step.event)->request));
    case SignalCauses::thread:
        if (!why.own && why.pid)
            return language.say("Explain", "%1 has sent it to this thread alone, by tgkill() or tkill() (si_code is SI_TKILL): it has nothing to "
                                           "do with any descriptor.").arg(sender(step, why));
        return language.say("Explain", "%1 has sent it to this thread alone, by pthread_kill() (si_code is SI_TKILL): it has nothing to do with any "
                                       "descriptor. Which thread, the recording does not show.").arg(sender(step, why));
    case SignalCauses::process:
        return language.say("Explain", "%1 has sent it by kill() (si_code is SI_USER): it has nothing to do with any descriptor.").arg(sender(step, why));
    case SignalCauses::value:
        return language.say("Explain", "%1 has sent it with a value, by sigqueue() (si_code is SI_QUEUE): it has nothing to do with any descriptor.")
            .arg(sender(step, why));
    case SignalCauses::timer:
        return language.say("Explain", "A timer of the program has run out (si_code is SI_TIMER): it has nothing to do with any descriptor.");
    case SignalCauses::kernel:
        return language.say("Explain", "The kernel has sent it by itself (si_code is SI_KERNEL), as it does for a key typed at the terminal or for "
                                       "an alarm: it has nothing to do with any descriptor.");
    case SignalCauses::other: break;
    }
    return language.say("Explain", "si_code is %1.").arg(signal_code(step.event));
}

// One cause that is in the recording; of a call that has not returned by then nothing is told that only its result tells.
QString cause(const Step &step, const SignalCause &cause)
{
    using What = SignalCause::What;
    const trace::Event &by = step.trace.events()[cause.event];
    const Language &language = step.language;
    const QString who = step.thread(by.thread);
    const bool over = by.end <= step.world.time;
    switch (cause.what) {
    case What::connection:
        return over ? language.say("Explain", "%1 has connected", "a signal's cause").arg(who)
                    : language.say("Explain", "%1 is connecting, its connect() has not returned", "a signal's cause").arg(who);
    case What::data:
    case What::datagram:
        if (!over)
            return language.say("Explain", "%1 is sending, its %2() has not returned", "a signal's cause").arg(who, call_name(step.trace, by));
        return cause.what == What::data
            ? language.say("Explain", "%1 has sent %2", "a signal's cause").arg(who, language.bytes(by.result))
            : language.say("Explain", "%1 has sent a datagram of %2", "a signal's cause").arg(who, language.bytes(by.result));
    case What::urgent: return language.say("Explain", "%1 has sent urgent data", "a signal's cause").arg(who);
    case What::shut_down: return language.say("Explain", "%1 has shut the listening socket down", "a signal's cause").arg(who);
    case What::reset:
        return over ? language.say("Explain", "%1 has reset its connection", "a signal's cause").arg(who)
                    : language.say("Explain", "%1 is closing its connection", "a signal's cause").arg(who);
    case What::end_of_file: break;
    }
    if (const auto closing = calls::as_closing(by); closing && !closing->descriptor && !closing->reading)
        return language.say("Explain", "%1 has half-closed its connection", "a signal's cause").arg(who);
    return over ? language.say("Explain", "%1 has closed its connection", "a signal's cause").arg(who)
                : language.say("Explain", "%1 is closing its connection", "a signal's cause").arg(who);
}

// That it could not come before.
QString held_back(const Step &step, const SignalCauses &why)
{
    return !why.held_since || *why.held_since == INT64_MIN
        ? QString()
        : step.language.say("Explain", "It had been blocked for %1 and is let in only now.")
              .arg(step.language.duration(span(*why.held_since, step.event.begin)));
}

// Which calls in the recording made the descriptor send it: inferred.
QString inferred(const Step &step, const SignalCauses &why)
{
    const Language &language = step.language;
    if (why.sender != SignalCauses::descriptor)
        return {};
    if (why.causes.empty() && calls::as_signal(step.event)->code == POLL_OUT)
        return language.say("Explain", "The other end's kernel tells of the room by itself, in no call that is recorded.");
    if (why.causes.empty())
        return why.outside ? language.say("Explain", "Whose call it was is not recorded: another program is at the other end.")
                           : language.say("Explain", "Whose call it was, the recording does not show.");
    const int count = plural(qint64(why.causes.size()));
    const QString last = cause(step, why.causes.back());
    const QString taken = why.taken ? language.say("Explain", "The program has taken it already: the handler will find nothing new of it.") : QString();
    const bool twice = calls::as_signal(step.event)->number >= SIGRTMIN && count == 1 && why.causes[0].what == SignalCause::end_of_file;
    if (count == 1)
        return together({language.say("Explain", "Inferred from the recording: %1.").arg(last),
                         twice ? language.say("Explain", "The end of the data sends two signals.") : QString(), taken});
    const QString latest = language.say("Explain", "The latest: %1 (inferred).").arg(last);
    if (why.one_of)
        return together({language.say("Explain", "It is for one or more of %n arrivals, and the recording does not show for which.", nullptr, count), latest, taken});
    if (why.overflow)
        return together({language.say("Explain", "The recording shows %n arrivals that no queued signal is for, and this one signal for all.", nullptr, count), latest, taken});
    return together({language.say("Explain", "The recording shows %n arrivals since the signal before, and this one signal for all.", nullptr, count), latest, taken});
}

// The call that the signal came into, which has not returned and may have put the thread to sleep; nullptr: none. Of one that does
// not wait it is all the same whether the signal came during it or just after.
const trace::Event *interrupted(const Step &step)
{
    if (step.event.thread >= step.world.threads.size())
        return nullptr;
    const auto &call = step.world.threads[step.event.thread].call;
    if (!call || !calls::is_call(call->call))
        return nullptr;
    const auto wait = calls::as_wait(*call);
    const replay::Socket *socket = wait ? step.socket(wait->fd) : nullptr;
    return wait && (wait->only_asks() || (socket && socket->nonblocking)) ? nullptr : &*call;
}

QString entered(const Step &step)
{
    const Language &language = step.language;
    const QString signal = name_of(calls::value(step.event, "signal").value_or(0)), who = step.thread(step.event.thread);
    const SignalCauses why = step.replay.signal_causes(step.sequence);
    const trace::Event *call = interrupted(step);
    return together({call ? language.say("Explain", "The kernel interrupts %1 in %2() and calls its handler: %3 is delivered.")
                                .arg(who, call_name(step.trace, *call), signal)
                          : language.say("Explain", "The kernel interrupts %1 where it is and calls its handler: %2 is delivered.").arg(who, signal),
                     held_back(step, why), told(step, why), inferred(step, why)});
}

// The handler_begin that the handler_end of `step` belongs to, if it was the last that this thread entered.
std::optional<size_t> began(const Step &step)
{
    const auto &events = step.trace.events();
    const auto number = calls::value(step.event, "signal");
    for (size_t i = std::min(step.sequence, events.size()); i-- > 0;)
        if (const auto signal = calls::as_signal(events[i]); signal && events[i].thread == step.event.thread)
            return signal->number == number ? std::optional(i) : std::nullopt;
    return {};
}

// A socket's limit as it was set, and its microseconds, as far as they are recorded.
std::pair<std::optional<Setting>, std::optional<int64_t>> time_limit(const Step &step, int fd, int option)
{
    const trace::Event *set = option_set(step, step.event.thread, fd, SOL_SOCKET, option);
    return {set ? calls::as_setting(*set) : std::nullopt, set ? calls::value(*set, "microseconds") : std::nullopt};
}

// signal(7): a call on a socket with a time limit is not continued, whatever SA_RESTART says; empty: it has none.
QString not_restarted(const Step &step, const calls::Wait &wait, const QString &signal, const QString &name)
{
    using Wait = calls::Wait;
    const bool receives = wait.what == Wait::data || wait.what == Wait::connection;
    const auto [limit, microseconds] = time_limit(step, wait.fd, receives ? SO_RCVTIMEO : SO_SNDTIMEO);
    if (!limit || (limit->value == 0 && microseconds == 0))
        return {};
    const QString option = receives ? QStringLiteral("SO_RCVTIMEO") : QStringLiteral("SO_SNDTIMEO"), fd = step.plain(wait.fd);
    if (limit->value == 0 && !microseconds) // a recording that does not have them
        return step.language.say("Explain", "The handler of %1 returns. It was installed with SA_RESTART, but %3 was set on descriptor %4: if that "
                                            "is less than a second, and not 0, %2() is not continued and returns now, with EINTR if it has found "
                                            "nothing (signal(7)). The recording does not tell.").arg(signal, name, option, fd);
    return step.language.say("Explain", "The handler of %1 returns. It was installed with SA_RESTART, but %2() is not continued, since a time limit is set "
                                        "on descriptor %4 (%3, signal(7)): it returns now, with EINTR if it has found nothing.").arg(signal, name, option, fd);
}

// signal(7): some calls are never continued after a handler, others as SA_RESTART says.
QString handler_left(const Step &step)
{
    const Language &language = step.language;
    const QString signal = name_of(calls::value(step.event, "signal").value_or(0));
    const trace::Event *call = interrupted(step);
    const auto wait = call ? calls::as_wait(*call) : std::nullopt;
    if (!wait)
        return language.say("Explain", "The handler of %1 returns: unless another signal is pending, %2 goes on where it was "
                                       "interrupted.")
            .arg(signal, step.thread(step.event.thread));
    const QString name = call_name(step.trace, *call);
    using Wait = calls::Wait;
    if (wait->what == Wait::completion)
        return language.say("Explain", "The handler of %1 returns. %2() is never continued after a handler: it returns now.").arg(signal, name);
    if (wait->what == Wait::many || wait->what == Wait::request || wait->what == Wait::time)
        return language.say("Explain", "The handler of %1 returns. %2() is never continued after a handler: it returns now, with EINTR if it "
                                       "has found nothing.").arg(signal, name);
    const auto begin = began(step);
    const auto restarts = begin ? step.replay.signal_causes(*begin).restarts : std::nullopt;
    if (!restarts)
        return language.say("Explain", "The handler of %1 returns. Whether %2() is continued now or returns with EINTR is up to SA_RESTART, "
                                       "with which the handler was installed or not.").arg(signal, name);
    if (*restarts)
        if (const QString limited = not_restarted(step, *wait, signal, name); !limited.isEmpty())
            return limited;
    return *restarts ? language.say("Explain", "The handler of %1 returns, and %2() is continued, since the handler was installed with "
                                               "SA_RESTART.").arg(signal, name)
                     : language.say("Explain", "The handler of %1 returns. %2() is not continued, since the handler was installed without "
                                               "SA_RESTART: it returns now, with EINTR if it has found nothing.").arg(signal, name);
}

} // namespace

QString explain_signal(const Step &step)
{
    if (!step.begins && calls::is_call(step.event.call) && step.event.result == -1)
        return failed(step);
    if (calls::as_signal(step.event))
        return entered(step);
    const auto setting = calls::as_setting(step.event);
    if (!setting)
        return handler_left(step);
    return setting->what == Setting::mask ? masked(step, *setting)
        : setting->what == Setting::disposition ? installed(step, *setting)
                                                : asked(step, *setting);
}

QString interrupted_by(const Step &step)
{
    const auto &events = step.trace.events();
    for (size_t i = std::min(step.sequence, events.size()); i-- > 0 && events[i].end >= step.event.begin;) {
        const auto entered = calls::as_signal(events[i]);
        if (events[i].thread != step.event.thread || !entered)
            continue;
        const QString signal = name_of(entered->number);
        const SignalCauses why = step.replay.signal_causes(i);
        if (why.sender != SignalCauses::thread)
            return step.language.say("Explain", "It was %1. Its handler has run, and the kernel does not continue the call.").arg(signal);
        if (!why.own && why.pid)
            return step.language.say("Explain", "It was %1, which process %2 had sent to this thread alone, by tgkill() or tkill(). Its handler has "
                                                "run, and the kernel does not continue the call.").arg(signal).arg(why.pid);
        return why.own ? step.language.say("Explain", "It was %1, which a thread of this program had sent by pthread_kill(). Its handler has run, and "
                                                      "the kernel does not continue the call.").arg(signal)
                       : step.language.say("Explain", "It was %1, which a thread had sent by pthread_kill(). Its handler has run, and the kernel does "
                                                      "not continue the call.").arg(signal);
    }
    // A client's handler does nothing, and is not recorded.
    if (!step.scripted())
        return {};
    return step.stopping() ? step.language.say("Explain", "The run is being stopped: the program wakes its clients by such a signal.")
                           : step.language.say("Explain", "The program sends such a signal when the client is to do something else.");
}

QString explain_in_handler(const Step &step)
{
    const replay::Thread *thread = step.event.thread < step.world.threads.size() ? &step.world.threads[step.event.thread] : nullptr;
    const auto setting = calls::as_setting(step.event);
    if (!thread || !thread->handler || !calls::is_system_call(step.event.call) || (setting && setting->what == Setting::mask))
        return {};
    const QString signal = name_of(thread->handler->signal);
    const QString where = step.language.say("Explain", "This is done in the handler of %1.").arg(signal);
    if (step.begins)
        return where;
    const auto wait = step.replay.unblocked_wait(step.sequence);
    if (wait && wait->known == replay::Known::unknown)
        return together({where, step.language.say("Explain", "Phase 1, the wait for this data, blocked nobody: the main flow computed on. "
                                                             "When it was over is not recorded.")});
    if (!wait)
        return where;
    // The data of which a signal tells has come before that: the sender's call may return later.
    const SignalCauses why = step.replay.signal_causes(thread->handler->event);
    const bool told = !why.one_of && std::ranges::any_of(why.causes, [&](const replay::SignalCause &one) { return wait->by == one.event; });
    const int64_t latest = told ? std::max(wait->earliest, std::min(wait->latest, thread->handler->since)) : wait->latest;
    return together({where, step.language.say("Explain", "Phase 1, the wait for this data, took %1 at most and blocked nobody: the main "
                                                         "flow computed on. It was over at least %2 before this call, within the "
                                                         "sender's call.")
                                .arg(step.language.duration(span(wait->begin, latest)),
                                     step.language.duration(span(latest, step.event.begin)))});
}

} // namespace words
