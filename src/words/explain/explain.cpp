// SPDX-License-Identifier: MIT
// Which explanation a step gets, and what they all share.
#include "words/explain/explain.h"

#include "words/errors.h"

#include <algorithm>
#include <cerrno>

namespace words {

using trace::Call;

trace::Job Step::job() const
{
    return trace::job(trace, event.thread);
}

bool Step::serves() const
{
    return trace::runs_listing(trace, event.thread);
}

bool Step::scripted() const
{
    return trace::origin(trace, event.thread) == trace::Origin::script;
}

QString Step::subject() const
{
    return sentence(thread(event.thread));
}

QString Step::thread(size_t index) const
{
    if (index < trace.threads.size() && trace.threads[index].name == "bench")
        return language.say("Explain", "the bench", "within a sentence");
    if (index < trace.threads.size() && trace::runs_listing(trace, index) && trace.threads[index].program == 0)
        return language.say("Explain", "the server", "within a sentence");
    if (trace::job(trace, index) == trace::Job::control)
        return language.say("Explain", "the control thread", "within a sentence");
    return thread_name(language, trace, index);
}

bool Step::select_said(int fd) const
{
    return world.answered(event.thread, fd).reading;
}

QString Step::multiplexer() const
{
    const auto own = [this](const auto &list) { return list.thread == event.thread; };
    if (std::ranges::any_of(world.interests, own))
        return QStringLiteral("epoll_wait");
    return std::ranges::any_of(world.pollings, own) ? QStringLiteral("poll") : QStringLiteral("select");
}

bool Step::stopping() const
{
    for (size_t i = 0; i < std::min(trace.threads.size(), world.threads.size()); ++i)
        if (trace.threads[i].job == trace::Job::control && world.threads[i].state != replay::State::not_begun && stops(i))
            return true;
    return false;
}

// The control thread may also close descriptors during the run, and be held at the gate.
bool Step::stops(size_t control) const
{
    const auto harmless = [](const trace::Event &one) {
        const auto closing = calls::as_closing(one);
        return (closing && closing->descriptor) || one.call == Call::held;
    };
    const replay::Replay::Lane &lane = replay.lane(control);
    const auto made = [&](size_t i) { // nullptr: there is none, or it has not ended
        return i < lane.sequence.size() && lane.sequence[i] < trace.events().size() ? &trace.events()[lane.sequence[i]] : nullptr;
    };
    for (size_t i = 0; made(i) && lane.begin[i] <= world.time; ++i) {
        const bool closes_next = made(i + 1) && harmless(*made(i + 1));
        if (!harmless(*made(i)) && !(made(i)->call == Call::thread_begin && closes_next))
            return true;
    }
    const auto &call = world.threads[control].call;
    return call && !harmless(*call);
}

bool Step::asleep() const
{
    return event.thread < world.threads.size() && world.threads[event.thread].state == replay::State::asleep
        && world.threads[event.thread].known != replay::Known::unknown;
}

bool Step::uses_sets() const
{
    return std::ranges::any_of(world.sets, [&](const replay::Set &set) { return set.thread == event.thread; });
}

bool Step::killed() const
{
    for (size_t i = 0; i < std::min(trace.threads.size(), world.threads.size()); ++i)
        if (event.thread < trace.threads.size() && trace.threads[i].program == trace.threads[event.thread].program && world.threads[i].killed)
            return true;
    return false;
}

QString Step::thread_call() const
{
    if (event.thread >= world.threads.size())
        return {};
    const replay::Thread &now = world.threads[event.thread];
    return now.call && calls::is_call(now.call->call) ? call_name(trace, *now.call) : QString();
}

QString failed(const Step &step)
{
    const QString said = step.language.say("Explain", "%1() failed: it returned -1, and errno is %2: %3.")
                             .arg(call_name(step.trace, step.event), error_name(step.event.error), error_meaning(step.language, step.event.error));
    return step.event.error == EINTR ? together({said, interrupted_by(step)}) : said;
}

namespace {

constexpr int64_t least_wait = 1'000'000; // ns, socket(7): a time limit of a socket is of the clock's ticks

} // namespace

bool waited(const Step &step)
{
    const replay::Socket *socket = step.socket(step.event.fd);
    const auto transfer = calls::as_transfer(step.event);
    const bool may_wait = socket && !socket->nonblocking && !(transfer && transfer->never_waits);
    return step.event.count <= 1 && !step.begins && length_of(step.event) >= least_wait && may_wait;
}

QString polled(const Step &step)
{
    const QString name = call_name(step.trace, step.event), fd = step.plain(step.event.fd);
    const bool handled = step.event.thread < step.world.threads.size() && step.world.threads[step.event.thread].handler;
    if (step.event.count <= 1 && handled && !step.replay.loses_urgent(step.sequence))
        return step.language.say("Explain", "%1() returned -1 with EWOULDBLOCK at once: all that had come on descriptor %2 has "
                                            "been taken. The handler does not wait for more: an arrival from now on sends a "
                                            "signal.").arg(name, fd);
    if (waited(step))
        return step.language.say("Explain", "%1() waited %2 for descriptor %3 and then returned -1 with EWOULDBLOCK: nothing had come, and a time limit of "
                                            "the socket was up (SO_RCVTIMEO, socket(7)).").arg(name, step.took(), fd);
    if (step.event.count <= 1 && length_of(step.event) >= least_wait && !step.socket(step.event.fd) && !step.opened(step.event.fd))
        return step.language.say("Explain", "%1() returned -1 with EWOULDBLOCK after %3: there is nothing for it on descriptor %2 yet. Nothing is known of "
                                            "the descriptor: whether the call waited is open.").arg(name, fd, step.took());
    if (step.event.count <= 1 && length_of(step.event) >= least_wait)
        return step.language.say("Explain", "%1() returned -1 with EWOULDBLOCK: there is nothing for it on descriptor %2 yet. That it took %3 was no "
                                            "wait for that: the thread may not have been given the processor; the recording does not tell.")
            .arg(name, fd, step.took());
    if (step.event.count <= 1)
        return step.language.say("Explain", "%1() returned -1 with EWOULDBLOCK at once: there is nothing for it on descriptor %2 "
                                            "yet. The call did not wait for it.").arg(name, fd);
    return step.language.say("Explain", "%1() was called on descriptor %2 %n times within %3, and each time nothing was there "
                                        "(EWOULDBLOCK). The thread did not sleep: this is polling.",
                             nullptr, plural(step.event.count)).arg(name, fd, step.took());
}

QString in_vain(const Step &step)
{
    return step.language.say("Explain", "%1() was called %n times within %2, and each time it returned 0: with a timeout of 0 it "
                                        "does not sleep, and no descriptor was ready. This is polling.",
                             nullptr, plural(step.event.count)).arg(call_name(step.trace, step.event), step.took());
}

namespace {

// A system call, by what it does: one more that accepts, or reads, is explained as the others are.
QString explain_call(const Step &step)
{
    const trace::Event &event = step.event;
    if (calls::row(event.call).field("request")) // ioctl()
        return explain_descriptors(step);
    if (const QString said = explain_terminal(step); !said.isEmpty())
        return said;
    if (calls::reads(event))
        return explain_receive(step);
    if (calls::writes(event))
        return explain_send(step);
    if (const auto opening = calls::as_opening(event); opening && opening->what == calls::Opening::duplicate) // F_DUPFD, too
        return explain_descriptors(step);
    if (const auto setting = calls::as_setting(event)) {
        using calls::Setting;
        if (setting->what == Setting::interest)
            return explain_epoll(step);
        return setting->what == Setting::disposition || setting->what == Setting::mask ? explain_signal(step) : explain_setup(step);
    }
    if (const auto opening = calls::as_opening(event)) {
        switch (opening->what) {
        case calls::Opening::socket: return explain_setup(step);
        case calls::Opening::connection: return explain_connection(step);
        case calls::Opening::epoll: return explain_epoll(step);
        case calls::Opening::ring: return explain_uring(step);
        default: return explain_descriptors(step);
        }
    }
    if (const auto naming = calls::as_naming(event))
        return naming->connects ? explain_connection(step) : explain_setup(step);
    if (calls::as_closing(event))
        return explain_connection(step);
    if (const auto wait = calls::as_wait(event)) {
        if (wait->what == calls::Wait::completion)
            return explain_uring(step);
        if (wait->what == calls::Wait::time)
            return explain_thread(step);
        return calls::row(event.call).field("epfd") ? explain_epoll(step) : explain_select(step);
    }
    return explain_descriptors(step);
}

// What happened, whoever did it.
QString explain(const Step &step)
{
    const calls::Row &row = calls::row(step.event.call);
    QString said;
    switch (row.kind) {
    case calls::Kind::system_call: said = explain_call(step); break;
    case calls::Kind::library_call:
        return row.field("request") || row.has(calls::waits) ? explain_aio(step) : explain_thread(step);
    case calls::Kind::life: return explain_thread(step);
    case calls::Kind::observation: return explain_observed(step);
    case calls::Kind::step:
        return row.has(calls::on_set) ? explain_set(step)
            : row.has(calls::assigns) ? explain_assignment(step)
            : row.field("signal")     ? explain_signal(step)
            : row.has(calls::opens)   ? explain_descriptors(step)
            : row.field("ahead")      ? explain_terminal(step)
                                      : explain_uring(step);
    }
    return said.isEmpty() ? step.language.say("Explain", "The recording does not tell what this step was.") : said;
}

} // namespace

QString explain(const Language &language, const replay::Replay &replay, const replay::World &world,
                replay::Instant instant)
{
    const replay::Replay::Moment moment = replay.moment(instant);
    if (!moment.event)
        return replay.trace().events().empty() && replay.trace().in_flight().empty()
            ? language.say("Explain", "Nothing has been recorded yet.")
            : language.say("Explain", "The recording begins here: nothing has been done yet.");
    const Step step{language, replay, world, replay.trace(), *moment.event, moment.sequence, moment.begins};
    return together({explain(step), explain_endings(step), explain_in_handler(step)});
}

} // namespace words
