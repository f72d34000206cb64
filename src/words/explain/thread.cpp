// SPDX-License-Identifier: MIT
// Threads: their beginning and end, held at the gate, asleep by their own wish, and what is seen of them from outside.
#include "words/errors.h"
#include "words/explain/explain.h"
#include "words/requests.h"

namespace words {
namespace {

using trace::Call;

QString held(const Step &step)
{
    const auto before = Call(std::min(step.value("before"), int64_t(Call::count_)));
    const std::string_view name = calls::name(before);
    if (step.begins)
        return calls::is_call(before)
                    ? step.language.say("Explain", "The run is paused: %1 is held at the gate before %2(). It does not "
                                                   "wait for the kernel.")
                          .arg(step.thread(step.event.thread), QString::fromLatin1(name.data(), qsizetype(name.size())))
                    : step.language.say("Explain", "The run is paused: %1 is held at the gate before its next step. It "
                                                   "does not wait for the kernel.")
                          .arg(step.thread(step.event.thread));
    return step.language.say("Explain", "%1 was held at the gate for %2, because the run was paused, and has been let go on.")
        .arg(step.subject(), step.took());
}

QString ended(const Step &step)
{
    const Language &language = step.language;
    const int switches = plural(step.value("voluntary"));
    return language.say("Explain", "%1 has ended. It used %2 of processor time and gave the processor up %n times of "
                                   "its own accord, mostly to sleep.", nullptr, switches)
        .arg(step.subject(), language.duration(step.value("cpu_ns")));
}

QString killed(const Step &step)
{
    const Language &language = step.language;
    const QString signal = signal_name(step.event);
    const QString ends = language.say("Explain", "The kernel would end the process. Here the program is threads of a process that goes on: so only its threads "
                                                 "end, and another one of them closes its descriptors, as the kernel does.");
    if (const int64_t by = step.value("by"))
        return together({language.say("Explain", "Ctrl-C: the terminal's line discipline has sent %1 to the terminal's foreground. There process %2 stands in for the "
                                                 "program, since threads alone cannot stand there; it has got the signal and has said so.")
                             .arg(signal, step.plain(by)),
                         language.say("Explain", "%1 has no handler for it.").arg(step.subject()), ends});
    const auto call = step.thread_call();
    return together({call.isEmpty() ? language.say("Explain", "%1 has brought about %2, and has no handler for it.").arg(step.subject(), signal)
                                    : language.say("Explain", "%1 has brought about %2 by %3(), and has no handler for it.").arg(step.subject(), signal, call),
                     ends});
}

QString planned(const Step &step)
{
    const int64_t now = step.event.end, then = step.value("for_ns");
    if (then > now)
        return step.language.say("Explain", "%1 is planned to send what comes next in %2, and waits for that.")
            .arg(step.subject(), step.language.duration(span(now, then)));
    return step.language.say("Explain", "%1 was planned to send what comes next %2 ago: it is late.")
        .arg(step.subject(), step.language.duration(span(then, now)));
}

QString lost(const Step &step)
{
    const int events = plural(step.value("events"));
    const QString what = step.language.say("Explain", "Of %1, %n events are missing here: they came faster than they could be written down, or the recording "
                                                      "had become as long as it may be.", nullptr, events)
                             .arg(step.thread(step.event.thread));
    const QString from_here = step.language.say("Explain", "What the thread did meanwhile is not known. What waits at its descriptors is unknown from here "
                                                           "on, and its sets and tables are shown as they were before.");
    return together({what, from_here});
}

QString observed_socket(const Step &step)
{
    const Language &language = step.language;
    const int64_t peer = step.value("peer_port");
    const int dropped = plural(step.value("dropped")), waiting = plural(step.value("accept_queue"));
    const QString port = step.plain(step.value("local_port"));
    if (step.event.call == Call::observed_drops)
        return language.say("Explain", "Seen from outside, as ss(8) tells it: the kernel has dropped %n datagrams for port %1 so far, as a rule "
                                       "because the receive buffer is full. Who sent them is not told; nobody sends them again.",
                            nullptr, dropped).arg(port);
    if (peer == 0)
        return language.say("Explain", "Seen from outside, as ss(8) tells it: %n connections wait in the queue of port %1.",
                            nullptr, waiting).arg(port);
    return language.say("Explain", "Seen from outside, as ss(8) tells it: for the connection from port %2 to port %1, the kernel "
                                   "keeps %3 to be read and %4 to be sent.")
        .arg(port, step.plain(peer), language.bytes(step.value("receive_bytes")), language.bytes(step.value("send_bytes")));
}

QString observed_thread(const Step &step)
{
    const Language &language = step.language;
    const QString name = step.thread(size_t(step.value("thread")));
    if (const auto cpu = calls::value(step.event, "cpu_ns"))
        return language.say("Explain", "Seen from outside: %1 has used %2 of processor time so far.").arg(name, language.duration(*cpu));
    switch (step.value("state")) {
    case 'S':
    case 'D': return language.say("Explain", "Seen from outside (/proc): the kernel has put %1 to sleep.").arg(name);
    case 'R': return language.say("Explain", "Seen from outside (/proc): %1 is running.").arg(name);
    default: return language.say("Explain", "Seen from outside (/proc): the state of %1 has changed.").arg(name);
    }
}

QString begun(const Step &step)
{
    const Language &language = step.language;
    const QString tid = step.plain(step.value("tid"));
    if (step.job() == trace::Job::control && step.killed())
        return language.say("Explain", "Another thread of the killed program closes its descriptors, one by one, as the kernel does when a process ends.");
    if (step.job() == trace::Job::control && !step.stopping())
        return language.say("Explain", "Another thread of the server begins: it has the same descriptors.");
    if (step.job() == trace::Job::control)
        return language.say("Explain", "The run is being stopped: a thread of the program begins to wake those that sleep "
                                       "in the kernel.");
    if (step.job() == trace::Job::library)
        return language.say("Explain", "The C library has started a thread (tid %1) only to say that request %2 is complete: it "
                                       "calls the program's function.")
            .arg(tid, QString::number(uint64_t(step.value("request"))));
    return language.say("Explain", "%1 begins: a thread of its own, number %2 in the system (tid).").arg(step.subject(), tid);
}

} // namespace

QString explain_thread(const Step &step)
{
    const Call call = step.event.call;
    if (call == Call::thread_begin)
        return begun(step);
    if (call == Call::thread_end)
        return ended(step);
    if (call == Call::pthread_create)
        return !step.begins && step.event.result != 0
            ? step.language.say("Explain", "pthread_create() returned %1: the system allows no further thread.").arg(error_name(step.event.result))
            : step.language.say("Explain", "%1 starts a further thread of its program: the C library asks the kernel for one (clone3()) that shares memory and descriptors. "
                                           "It begins by itself, perhaps before this call returns.").arg(step.subject());
    if (call == Call::held)
        return held(step);
    if (call == Call::killed)
        return killed(step);
    if (call == Call::planned)
        return planned(step);
    if (call == Call::lost)
        return lost(step);
    if (!step.begins && step.event.result == -1)
        return together({step.language.say("Explain", "%1 has slept for %2 only.", "interrupted").arg(step.subject(), step.took()), failed(step)});
    return step.begins ? step.language.say("Explain", "%1 wishes to sleep for %2.")
                             .arg(step.subject(), step.language.duration(step.value("duration_ns")))
                       : step.language.say("Explain", "%1 has slept for %2.").arg(step.subject(), step.took());
}

QString explain_observed(const Step &step)
{
    const calls::Row &row = calls::row(step.event.call);
    if (row.field("thread"))
        return observed_thread(step);
    return row.field("local_port") ? observed_socket(step) : helper_sentence(step.language, helper_of(step.event));
}

} // namespace words
