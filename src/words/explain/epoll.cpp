// SPDX-License-Identifier: MIT
// epoll: the interest list, which the kernel keeps, and what epoll_wait() tells of it.
#include "words/explain/explain.h"
#include "words/quoted.h"

#include <QStringList>

#include <sys/epoll.h>

#include <algorithm>

namespace words {
namespace {

using replay::Interest;
using replay::SocketState;

const Interest *interest(const Step &step)
{
    const auto found = std::ranges::find_if(step.world.interests, [&](const Interest &one) {
        return one.thread == step.event.thread && one.fd == step.event.fd;
    });
    return found == step.world.interests.end() ? nullptr : &*found;
}

bool asked_with(const Step &step, int fd, uint32_t flag)
{
    const Interest *list = interest(step);
    return list && std::ranges::any_of(list->entries, [=](const Interest::Entry &entry) {
        return entry.fd == fd && (entry.events & flag);
    });
}

QString created(const Step &step)
{
    const Language &language = step.language;
    const QString beyond = language.say("Explain", "epoll is beyond the lecture: it exists on Linux only.");
    if (step.begins)
        return together({language.say("Explain", "%1 asks the kernel for an epoll instance: a list, kept in the kernel, of the "
                                                 "descriptors to watch.").arg(step.subject()), beyond});
    return together({language.say("Explain", "epoll_create1() returned descriptor %1: its interest list is empty still. select() and "
                                             "poll() are given everything anew in each call; this list stays in the kernel.")
                         .arg(step.event.result), beyond});
}

// What is asked with `events`, and how often the answer will come.
QString asked(const Step &step, uint32_t events)
{
    const Language &language = step.language;
    if (events & EPOLLONESHOT)
        return language.say("Explain", "With EPOLLONESHOT epoll_wait() tells of it once, and then no more until EPOLL_CTL_MOD asks anew.");
    if (events & EPOLLET)
        return language.say("Explain", "With EPOLLET (edge) epoll_wait() tells of it when something new has come: what was left "
                                       "unread before is not told again by itself.");
    return language.say("Explain", "Without EPOLLET (level) epoll_wait() tells of it each time, as long as it is ready.");
}

QString changed(const Step &step, const calls::Setting &interest)
{
    const Language &language = step.language;
    const QString fd = step.plain(interest.name);
    const auto events = uint32_t(interest.value);
    const QString meaning = step.meaning(interest.name);
    const QString what = words::constant(calls::Type::epoll_events, events);
    switch (interest.operation) {
    case EPOLL_CTL_ADD:
        return step.begins
            ? language.say("Explain", "%1 puts descriptor %2 (%3) into the interest list.").arg(step.subject(), fd, meaning)
            : together({language.say("Explain", "Descriptor %1 (%2) is in the interest list now, asked about %3.").arg(fd, meaning, what),
                        asked(step, events)});
    case EPOLL_CTL_MOD:
        if (step.begins)
            return language.say("Explain", "%1 changes what is asked about descriptor %2 (%3).").arg(step.subject(), fd, meaning);
        return together({language.say("Explain", "Descriptor %1 (%2) is asked about %3 from now on.").arg(fd, meaning, what),
                         events & EPOLLOUT && seen_full(step, int(interest.name))
                             ? language.say("Explain", "Its send buffer was full: epoll_wait() is to tell when there is room "
                                                       "again.")
                             : QString()});
    default:
        return step.begins
            ? language.say("Explain", "%1 takes descriptor %2 (%3) out of the interest list.").arg(step.subject(), fd, meaning)
            : language.say("Explain", "Descriptor %1 (%2) is no longer in the interest list.").arg(fd, meaning);
    }
}

QString waits(const Step &step)
{
    const Language &language = step.language;
    const Interest *list = interest(step);
    const int count = list ? plural(qint64(list->entries.size())) : 0;
    const QString asks = language.say("Explain", "%1 asks the kernel which of the %n descriptors in the interest list are ready; "
                                                 "the list itself is in the kernel and is not handed over.", nullptr, count)
                             .arg(step.subject());
    const auto timeout = calls::as_wait(step.event)->timeout;
    if (timeout == 0)
        return together({asks, language.say("Explain", "With a timeout of 0 it only asks, and does not sleep.")});
    if (timeout)
        return together({asks, language.say("Explain", "If none is ready, the thread sleeps, but for at most %1.")
                                   .arg(language.duration(*timeout))});
    return together({asks, step.asleep()
        ? language.say("Explain", "None is ready, so the thread sleeps here for all of them at once, without a limit of time "
                                  "(timeout %1).").arg(QStringLiteral("-1"))
        : language.say("Explain", "If none is ready, the thread sleeps, without a limit of time (timeout %1).")
              .arg(QStringLiteral("-1"))});
}

// What the descriptors told of are good for.
QString meant(const Step &step, const std::vector<trace::Polled> &told)
{
    const Language &language = step.language;
    if (step.stopping())
        return language.say("Explain", "The run is being stopped: shutdown() makes a descriptor ready, even if neither data nor "
                                       "a connection has come.");
    QStringList said;
    std::vector<int> data, other, room;
    bool edges = false, once = false;
    for (const trace::Polled &one : told) {
        const replay::Socket *socket = step.socket(one.fd);
        edges |= asked_with(step, one.fd, EPOLLET);
        once |= asked_with(step, one.fd, EPOLLONESHOT);
        if (socket && socket->role == SocketState::listening)
            said += language.say("Explain", "Descriptor %1 is the listening socket: a connection waits for accept().").arg(one.fd);
        else
            (!(uint16_t(one.revents) & ~uint32_t(EPOLLOUT)) ? room : socket ? data : other).push_back(one.fd);
    }
    if (!data.empty())
        said += language.say("Explain", "recv() on %1 will not sleep: data, end of file or an error waits there.").arg(set_text(data));
    if (!other.empty())
        said += language.say("Explain", "read() on %1 will not sleep: data, end of file or an error waits there.").arg(set_text(other));
    said += found_room(step, room);
    if (once)
        said += language.say("Explain", "With EPOLLONESHOT this is told once: epoll_wait() is silent about it until EPOLL_CTL_MOD.");
    else if (!(data.empty() && other.empty()) && edges)
        said += language.say("Explain", "With edge this is told once: the program must read until EAGAIN.");
    else if (!(data.empty() && other.empty()))
        said += language.say("Explain", "With level epoll_wait() tells again of what is left unread.");
    return together(said);
}

QString told(const Step &step)
{
    const Language &language = step.language;
    if (step.event.result == 0 && step.event.count > 1)
        return in_vain(step);
    if (step.event.result == 0)
        return language.say("Explain", "epoll_wait() returned 0 after %1: the time is up and no descriptor was ready.")
            .arg(step.took());
    const std::vector<trace::Polled> told = trace::polled(step.trace, step.event, true);
    const Interest *list = interest(step);
    if (!list)
        return together({language.say("Explain", "epoll_wait() returned %1 after %2: it tells of %3.")
                             .arg(step.plain(step.event.result), step.took(), set_text(trace::polled_descriptors(step.trace, step.event, true))),
                         step.closed(step.event.fd) ? language.say("Explain", "Descriptor %1, the epoll instance, has been closed meanwhile: this call had kept "
                                                                              "it.").arg(step.event.fd)
                                                    : QString(),
                         meant(step, told)});
    const int count = plural(qint64(list->entries.size()));
    return together({language.say("Explain", "epoll_wait() returned %1 after %2: of %n descriptors in the interest list it tells of "
                                             "%3 only.", nullptr, count)
                         .arg(step.plain(step.event.result), step.took(),
                              set_text(trace::polled_descriptors(step.trace, step.event, true))),
                     meant(step, told)});
}

} // namespace

QString explain_epoll(const Step &step)
{
    if (!step.begins && step.event.result == -1)
        return failed(step);
    if (calls::as_opening(step.event))
        return created(step);
    if (const auto setting = calls::as_setting(step.event))
        return changed(step, *setting);
    return step.begins ? waits(step) : told(step);
}

} // namespace words
