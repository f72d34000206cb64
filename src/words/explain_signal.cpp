// SPDX-License-Identifier: MIT
// Signals: how the program asks for them and holds them back, and a handler entered and left.
#include "calls/schema.h"
#include "words/explain.h"


#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>

namespace words {
namespace {

using trace::Call;

QString asked(const Step &step)
{
    const Language &language = step.language;
    const trace::Event &event = step.event;
    const QString fd = step.plain(event.fd);
    if (event.flags == F_SETOWN_EX)
        return step.begins
            ? language.say("Explain", "%1 says who is to get the signals of descriptor %2: itself, thread %3.")
                  .arg(step.subject(), fd, step.plain(event.length))
            : language.say("Explain", "Thread %2 will get the signals of descriptor %1. F_SETOWN would name the process, and any of "
                                      "its threads could get them.").arg(fd, step.plain(event.length));
    if (event.flags == F_SETSIG)
        return step.begins
            ? language.say("Explain", "%1 chooses which signal descriptor %2 sends: %3.")
                  .arg(step.subject(), fd, words::constant(calls::Type::signal, event.length))
            : language.say("Explain", "Descriptor %1 will send %2 instead of SIGIO. A real-time signal is queued, one for each "
                                      "arrival, and it tells the descriptor (si_fd) and what is new (si_code).")
                  .arg(fd, words::constant(calls::Type::signal, event.length));
    return step.begins
        ? language.say("Explain", "%1 switches signals on for descriptor %2 (O_ASYNC), and lets none of its calls wait (O_NONBLOCK).")
              .arg(step.subject(), fd)
        : language.say("Explain", "From now on descriptor %1 sends a signal when something can be done on it, and no call on it "
                                  "waits.").arg(fd);
}

QString installed(const Step &step)
{
    const QString signal = words::constant(calls::Type::signal, step.event.length);
    return step.begins ? step.language.say("Explain", "%1 says which function the kernel is to call when %2 is delivered.")
                             .arg(step.subject(), signal)
                       : step.language.say("Explain", "%1 has a handler now: without one, it would end the process.").arg(signal);
}

// What was done by others between the block and the unblock of `step`, as far as its handlers name it.
QString delivered_now(const Step &step)
{
    size_t handlers = 0, arrivals = 0;
    const auto &events = step.trace.events();
    for (size_t i = std::min(step.sequence, events.size()); i-- > 0 && events[i].end >= step.event.begin;)
        if (events[i].thread == step.event.thread && events[i].call == Call::handler_begin
            && events[i].begin >= step.event.begin) {
            ++handlers;
            arrivals += step.replay.provoked_by(i).size();
        }
    if (handlers == 0)
        return step.language.say("Explain", "No signal was pending.");
    const QString signals_text =
        step.language.say("Explain", "%n signals were delivered before the call returned.", nullptr, plural(qint64(handlers)));
    return together({signals_text, step.language.say("Explain", "For them the recording has %n arrivals: what others did on these "
                                                               "connections (inferred).", nullptr, plural(qint64(arrivals)))});
}

QString masked(const Step &step)
{
    const Language &language = step.language;
    const QString set = words::constant(calls::Type::signal_mask, quint64(step.event.length));
    const bool blocks = step.event.flags == SIG_BLOCK;
    if (step.begins)
        return blocks ? language.say("Explain", "%1 is about to block %2: a stretch into which no handler may come.").arg(step.subject(), set)
                      : language.say("Explain", "%1 lets %2 in again: what is pending is delivered before the call returns.")
                            .arg(step.subject(), set);
    if (blocks)
        return language.say("Explain", "%1 is blocked now. Signals that come meanwhile stay pending: SIGIO once, however often it "
                                       "came; a real-time signal as often as it came.").arg(set);
    return together({language.say("Explain", "%1 is let in again.").arg(set), delivered_now(step)});
}

// What si_code says: measured, the kernel's own word.
QString told(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const replay::Socket *socket = step.socket(step.event.fd);
    switch (int16_t(step.event.flags)) {
    case POLL_IN:
        return socket && socket->role == replay::SocketRole::listening
            ? language.say("Explain", "The signal names descriptor %1, the listening socket, and says POLL_IN: a connection is complete.")
                  .arg(fd)
            : language.say("Explain", "The signal names descriptor %1 and says POLL_IN: data or the end of the data has come.").arg(fd);
    case POLL_OUT:
        return language.say("Explain", "The signal names descriptor %1 and says POLL_OUT: its send buffer had been full and has "
                                       "room again.").arg(fd);
    case POLL_PRI: return language.say("Explain", "The signal names descriptor %1 and says POLL_PRI: urgent data has come.").arg(fd);
    case POLL_ERR:
        return language.say("Explain", "The signal names descriptor %1 and says POLL_ERR: an error came by itself, with no call in "
                                       "progress (asynchronous).").arg(fd);
    case POLL_HUP:
        return language.say("Explain", "The signal names descriptor %1 and says POLL_HUP: both directions of the connection are "
                                       "closed now.").arg(fd);
    case SI_KERNEL:
        return language.say("Explain", "Plain SIGIO tells neither which descriptor nor why (si_code is SI_KERNEL): the handler has to "
                                       "try all of them.");
    case SI_ASYNCIO:
        return language.say("Explain", "The signal says that request %1 is complete: what was asked for is in the buffer already. SIGIO "
                                       "would only say that a read may start.").arg(QString::number(step.event.words[1]));
    default:
        return language.say("Explain", "si_code is %1.").arg(words::constant(calls::Type::si_code, int16_t(step.event.flags)));
    }
}

// Whether the close() at `sequence` had been prepared to send a RST (SO_LINGER).
bool resets(const trace::Trace &trace, size_t sequence)
{
    constexpr size_t near = 16; // events
    const auto &events = trace.events();
    for (size_t i = sequence; i-- > 0 && sequence - i < near;)
        if (events[i].thread == events[sequence].thread && events[i].call == Call::setsockopt && events[i].flags == SO_LINGER)
            return events[i].fd == events[sequence].fd;
    return false;
}

// What one call of another thread has to do with the signal.
QString cause(const Step &step, size_t sequence)
{
    const trace::Event &by = step.trace.events()[sequence];
    const Language &language = step.language;
    const QString who = step.thread(by.thread);
    switch (by.call) {
    case Call::connect: return language.say("Explain", "%1 has connected", "a signal's cause").arg(who);
    case Call::send:
    case Call::write:
        return by.call == Call::send && (by.flags & MSG_OOB)
            ? language.say("Explain", "%1 has sent urgent data", "a signal's cause").arg(who)
            : language.say("Explain", "%1 has sent %2", "a signal's cause").arg(who, language.bytes(by.result));
    case Call::shutdown: return language.say("Explain", "%1 has half-closed its connection", "a signal's cause").arg(who);
    case Call::close:
        return resets(step.trace, sequence) ? language.say("Explain", "%1 has reset its connection", "a signal's cause").arg(who)
                              : language.say("Explain", "%1 has closed its connection", "a signal's cause").arg(who);
    default: return language.say("Explain", "%1 has read, which made room", "a signal's cause").arg(who);
    }
}

// What of the recording may have sent it: inferred.
QString inferred(const Step &step)
{
    const Language &language = step.language;
    if (int16_t(step.event.flags) == SI_ASYNCIO)
        return {};
    if (step.stopping())
        return language.say("Explain", "The run is being stopped: shutdown() by the control thread may have sent it (inferred).");
    QStringList causes;
    for (const size_t by : step.replay.provoked_by(step.sequence))
        causes.append(cause(step, by));
    if (causes.isEmpty())
        return language.say("Explain", "The recording shows nobody's call for it since the signal before: what it tells of may have "
                                       "been dealt with already.");
    if (causes.size() == 1)
        return language.say("Explain", "Inferred from the recording: %1.").arg(causes.first());
    const QString last = causes.last();
    return together({language.say("Explain", "The recording shows %n arrivals since the signal before, and this one signal for all.",
                                  nullptr, plural(causes.size())),
                     language.say("Explain", "The latest: %1 (inferred).").arg(last)});
}

} // namespace

QString explain_signal(const Step &step)
{
    const Language &language = step.language;
    if (!step.begins && calls::is_call(step.event.call) && step.event.result == -1)
        return failed(step);
    const QString signal = words::constant(calls::Type::signal, step.event.length);
    switch (step.event.call) {
    case Call::fcntl: return asked(step);
    case Call::sigaction: return installed(step);
    case Call::pthread_sigmask: return masked(step);
    case Call::handler_begin:
        return together({language.say("Explain", "The kernel interrupts %1 where it is and calls its handler: %2 is delivered.")
                             .arg(step.thread(step.event.thread), signal),
                         told(step), inferred(step)});
    default:
        return language.say("Explain", "The handler of %1 returns, and %2 goes on where it was interrupted.")
            .arg(signal, step.thread(step.event.thread));
    }
}

QString explain_in_handler(const Step &step)
{
    const replay::Thread *thread = step.event.thread < step.world.threads.size() ? &step.world.threads[step.event.thread] : nullptr;
    if (!thread || !thread->handler || !calls::is_system_call(step.event.call) || step.event.call == Call::pthread_sigmask)
        return {};
    const QString signal = words::constant(calls::Type::signal, thread->handler->signal);
    const QString where = step.language.say("Explain", "This is done in the handler of %1.").arg(signal);
    if (step.begins)
        return where;
    const auto wait = step.replay.unblocked_wait(step.sequence);
    return wait ? together({where, step.language.say("Explain", "Phase 1, the wait for this data, took %1 and blocked nobody: the main "
                                                                "flow computed on. It was over %2 before this call, within the "
                                                                "sender's call.")
                                       .arg(step.language.duration(span(wait->begin, wait->latest)),
                                            step.language.duration(span(wait->latest, step.event.begin)))})
                : where;
}

} // namespace words
