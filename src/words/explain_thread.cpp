// SPDX-License-Identifier: MIT
// Threads: their beginning and end, held at the gate, asleep by their own wish, and what is seen of them from outside.
#include "calls/schema.h"
#include "words/explain.h"

namespace words {
namespace {

using trace::Call;

QString held_call(const trace::Event &event)
{
    const std::string_view name =
        calls::name(Call(std::min(event.flags, uint32_t(Call::count_))));
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QString held(const Step &step)
{
    const bool call = calls::is_call(Call(step.event.flags));
    if (step.begins)
        return call ? step.language.say("Explain", "The run is paused: %1 is held at the gate before %2(). It does not "
                                                   "wait for the kernel.")
                          .arg(step.thread(step.event.thread), held_call(step.event))
                    : step.language.say("Explain", "The run is paused: %1 is held at the gate before its next step. It "
                                                   "does not wait for the kernel.")
                          .arg(step.thread(step.event.thread));
    return step.language.say("Explain", "%1 was held at the gate for %2, because the run was paused, and has been let go on.")
        .arg(step.subject(), step.took());
}

QString ended(const Step &step)
{
    const Language &language = step.language;
    const int switches = plural(qint64(step.event.words[0]));
    return language.say("Explain", "%1 has ended. It used %2 of processor time and gave the processor up %n times of "
                                   "its own accord, mostly to sleep.", nullptr, switches)
        .arg(step.subject(), language.duration(step.event.length));
}

QString planned(const Step &step)
{
    const int64_t now = step.event.end, then = step.event.length;
    if (then > now)
        return step.language.say("Explain", "%1 is planned to send what comes next in %2, and waits for that.")
            .arg(step.subject(), step.language.duration(span(now, then)));
    return step.language.say("Explain", "%1 was planned to send what comes next %2 ago: it is late.")
        .arg(step.subject(), step.language.duration(span(then, now)));
}

QString observed_socket(const Step &step)
{
    const Language &language = step.language;
    const trace::Event &event = step.event;
    const QString port = QString::number(event.words[0]), peer = QString::number(event.words[1]);
    if (event.call == Call::observed_drops)
        return language.say("Explain", "Seen from outside, as ss(8) tells it: the kernel has dropped %n datagrams for port %1 so far, as a rule "
                                       "because the receive buffer is full. Who sent them is not told; nobody sends them again.",
                            nullptr, plural(event.result)).arg(port);
    if (event.words[1] == 0)
        return language.say("Explain", "Seen from outside, as ss(8) tells it: %n connections wait in the queue of port %1.",
                            nullptr,
                            plural(event.result)).arg(port);
    return language.say("Explain", "Seen from outside, as ss(8) tells it: for the connection from port %2 to port %1, the kernel "
                                   "keeps %3 to be read and %4 to be sent.")
        .arg(port, peer, language.bytes(event.fd), language.bytes(event.length));
}

QString observed(const Step &step)
{
    const Language &language = step.language;
    const trace::Event &event = step.event;
    const QString name = step.thread(size_t(event.fd));
    if (event.call == Call::observed_cpu)
        return language.say("Explain", "Seen from outside: %1 has used %2 of processor time so far.")
            .arg(name, language.duration(event.length));
    if (event.call == Call::observed_socket || event.call == Call::observed_drops)
        return observed_socket(step);
    switch (event.result) {
    case 'S':
    case 'D': return language.say("Explain", "Seen from outside (/proc): the kernel has put %1 to sleep.").arg(name);
    case 'R': return language.say("Explain", "Seen from outside (/proc): %1 is running.").arg(name);
    default: return language.say("Explain", "Seen from outside (/proc): the state of %1 has changed.").arg(name);
    }
}

} // namespace

QString explain_thread(const Step &step)
{
    const Language &language = step.language;
    switch (step.event.call) {
    case Call::thread_begin:
        if (step.job() == trace::Job::control && !step.stopping())
            return language.say("Explain", "Another thread of the server begins: it has the same descriptors.");
        if (step.job() == trace::Job::control)
            return language.say("Explain", "The run is being stopped: a thread of the program begins to wake those that sleep "
                                           "in the kernel.");
        if (step.job() == trace::Job::library)
            return language.say("Explain", "The C library has started a thread (tid %1) only to say that request %2 is complete: it "
                                           "calls the program's function.")
                .arg(step.plain(step.event.length), QString::number(step.event.words[1]));
        return language.say("Explain", "%1 begins: a thread of its own, number %2 in the system (tid).")
            .arg(step.subject(), step.plain(step.event.length));
    case Call::thread_end: return ended(step);
    case Call::held: return held(step);
    case Call::planned: return planned(step);
    case Call::nanosleep:
        return step.begins ? language.say("Explain", "%1 wishes to sleep for %2.")
                                 .arg(step.subject(), language.duration(step.event.length))
                           : language.say("Explain", "%1 has slept for %2.").arg(step.subject(), step.took());
    default: return observed(step);
    }
}

} // namespace words
