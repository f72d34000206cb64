// SPDX-License-Identifier: MIT
// Which explanation a step gets, and what they all share.
#include "words/explain.h"

#include "words/errors.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>

namespace words {

using trace::Call;

trace::Role Step::role() const
{
    return event.thread < trace.threads.size() ? trace.threads[event.thread].role : trace::Role::server;
}

QString Step::subject() const
{
    return sentence(thread(event.thread));
}

QString Step::thread(size_t index) const
{
    if (index < trace.threads.size() && trace.threads[index].role == trace::Role::server)
        return language.say("Explain", "the server", "within a sentence");
    if (index < trace.threads.size() && trace.threads[index].role == trace::Role::control)
        return language.say("Explain", "the control thread", "within a sentence");
    return thread_name(language, trace, index);
}

QString Step::peer(const replay::Socket *socket) const
{
    if (!socket)
        return language.say("Explain", "the other end", "of a connection");
    if (socket->peer_thread >= 0)
        return thread(size_t(socket->peer_thread));
    if (socket->outside)
        return language.say("Explain", "another program (port %1)").arg(socket->peer_port);
    return language.say("Explain", "the other end", "of a connection");
}

QString Step::meaning(const replay::Socket *socket) const
{
    if (socket && socket->role == replay::SocketRole::listening)
        return language.say("Explain", "the listening socket", "a descriptor's meaning");
    return peer(socket);
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
        if (trace.threads[i].role == trace::Role::control && world.threads[i].state != replay::State::not_begun && stops(i))
            return true;
    return false;
}

// The control thread may also close descriptors during the run, and be held at the gate.
bool Step::stops(size_t control) const
{
    const auto harmless = [](Call call) { return call == Call::close || call == Call::held; };
    const replay::Replay::Lane &lane = replay.lane(control);
    for (size_t i = 0; i < lane.sequence.size() && lane.begin[i] <= world.time; ++i) {
        const Call call = trace.events()[lane.sequence[i]].call;
        const bool closes_next = i + 1 < lane.sequence.size() && harmless(trace.events()[lane.sequence[i + 1]].call);
        if (!harmless(call) && !(call == Call::thread_begin && closes_next))
            return true;
    }
    const auto &call = world.threads[control].call;
    return call && !harmless(call->call);
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

bool Step::closed(int fd) const
{
    if (socket(fd))
        return false;
    for (size_t i = 0; i < std::min(trace.threads.size(), world.threads.size()); ++i) {
        if (trace.threads[i].role != trace::Role::control)
            continue;
        for (const uint32_t number : replay.lane(i).sequence)
            if (const trace::Event &by = trace.events()[number];
                by.call == Call::close && by.fd == fd && by.result == 0 && by.end <= world.time)
                return true;
    }
    return false;
}

int plural(qint64 count)
{
    return int(std::clamp<qint64>(count, 0, 1'000'000'000));
}

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString together(const QStringList &sentences)
{
    QStringList said;
    for (const QString &one : sentences)
        if (!one.isEmpty())
            said += one;
    return said.join(QLatin1Char(' '));
}

QString failed(const Step &step)
{
    const QString said = step.language.say("Explain", "%1() failed: it returned -1, and errno is %2: %3.")
                             .arg(call_name(step.trace, step.event), error_name(step.event.error), error_meaning(step.language, step.event.error));
    return step.event.error == EINTR ? together({said, interrupted_by(step)}) : said;
}

QString polled(const Step &step)
{
    const QString name = call_name(step.trace, step.event), fd = step.plain(step.event.fd);
    const bool handled = step.event.thread < step.world.threads.size() && step.world.threads[step.event.thread].handler;
    if (step.event.count <= 1 && handled)
        return step.language.say("Explain", "%1() returned -1 with EWOULDBLOCK at once: all that had come on descriptor %2 has "
                                            "been taken. The handler does not wait for more: an arrival from now on sends a "
                                            "signal.").arg(name, fd);
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

// What happened, whoever did it.
static QString explain(const Step &step)
{
    switch (step.event.call) {
    case Call::socket:
    case Call::setsockopt:
    case Call::bind:
    case Call::listen:
    case Call::getsockname:
    case Call::fcntl: return explain_setup(step);
    case Call::connect:
    case Call::accept:
    case Call::shutdown:
    case Call::close: return explain_connection(step);
    case Call::select:
    case Call::poll: return explain_select(step);
    case Call::recv:
    case Call::read:
    case Call::recvfrom: return explain_receive(step);
    case Call::send:
    case Call::write:
    case Call::sendto: return explain_send(step);
    case Call::fd_zero:
    case Call::fd_set:
    case Call::fd_clr:
    case Call::fd_isset:
    case Call::set_assigned: return explain_set(step);
    case Call::table_assigned:
    case Call::number_assigned: return explain_assignment(step);
    case Call::sigaction:
    case Call::pthread_sigmask:
    case Call::handler_begin:
    case Call::handler_end: return explain_signal(step);
    case Call::aio_read:
    case Call::aio_write:
    case Call::aio_error:
    case Call::aio_return:
    case Call::aio_suspend:
    case Call::aio_cancel:
    case Call::observed_task: return explain_aio(step);
    case Call::epoll_create1:
    case Call::epoll_ctl:
    case Call::epoll_wait: return explain_epoll(step);
    case Call::io_uring_setup:
    case Call::io_uring_enter:
    case Call::sqe_queued:
    case Call::cqe_seen: return explain_uring(step);
    case Call::nanosleep:
    case Call::thread_begin:
    case Call::thread_end:
    case Call::held:
    case Call::planned:
    case Call::observed_state:
    case Call::observed_socket:
    case Call::observed_drops:
    case Call::observed_cpu: return explain_thread(step);
    case Call::count_: break;
    }
    return step.language.say("Explain", "The recording does not tell what this step was.");
}

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
