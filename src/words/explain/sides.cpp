// SPDX-License-Identifier: MIT
// What select() and poll() tell besides "can be read": room in a send buffer, urgent data, errors, no descriptor; and why they fail.
#include "words/explain/explain.h"

#include "words/quoted.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <poll.h>

namespace words {

using trace::Call;

namespace {

// Those that are sockets, which have a send buffer, and the others: a terminal, a pipe.
std::pair<std::vector<int>, std::vector<int>> by_send_buffer(const Step &step, const std::vector<int> &descriptors)
{
    std::pair<std::vector<int>, std::vector<int>> found;
    for (const int fd : descriptors)
        (step.socket(fd) ? found.first : found.second).push_back(fd);
    return found;
}

// True while the other end is in close(): whether that resets the connection is not to be told yet.
bool being_closed(const Step &step, const replay::Socket &socket)
{
    if (socket.peer < 0 || size_t(socket.peer) >= step.world.sockets.size() || size_t(socket.peer_thread) >= step.world.threads.size())
        return false;
    const auto closes = [&](const replay::Thread &thread) {
        const auto closing = thread.call && thread.table == socket.peer_thread ? calls::as_closing(*thread.call) : std::nullopt;
        return closing && closing->descriptor && closing->fd == step.world.sockets[size_t(socket.peer)].fd;
    };
    return std::ranges::any_of(step.world.threads, closes);
}

// Of those, the open ones whose connection was reset, or was not.
std::vector<int> open(const Step &step, const std::vector<int> &ready, bool reset)
{
    std::vector<int> found;
    std::ranges::copy_if(ready, std::back_inserter(found), [&](int fd) {
        const replay::Socket *socket = step.socket(fd);
        return (socket && socket->reset) == reset && !step.closed(fd) && !(socket && being_closed(step, *socket));
    });
    return found;
}

} // namespace

QString asks_room(const Step &step, const std::vector<int> &asked)
{
    const auto [sockets, others] = by_send_buffer(step, asked);
    QString said[2];
    if (!sockets.empty())
        said[0] = step.language.say("Explain", "%1 can be written as soon as there is room in the send buffer.", "descriptors").arg(set_text(sockets));
    if (!others.empty())
        said[1] = step.language.say("Explain", "%1 can be written as soon as write() would not sleep: no socket, so it has no send buffer.", "descriptors")
                      .arg(set_text(others));
    return together({said[0], said[1]});
}

QString asks_urgent(const Step &step, const std::vector<int> &asked)
{
    return asked.empty() ? QString()
                         : step.language.say("Explain", "On %1 an exceptional condition would be urgent data, nothing else.", "descriptors")
                               .arg(set_text(asked));
}

QString found_room(const Step &step, const std::vector<int> &ready)
{
    const auto [sockets, others] = by_send_buffer(step, open(step, ready, false));
    QString said[2];
    if (!sockets.empty())
        said[0] = step.language.say("Explain", "There is room in the send buffer of %1: send() can take some at once. Since when is not known: of "
                                               "room the other end's kernel tells by itself, in no call that is recorded.", "descriptors")
                      .arg(set_text(sockets));
    if (!others.empty())
        said[1] = step.language.say("Explain", "write() on %1 will not sleep; since when is not known.", "descriptors").arg(set_text(others));
    return together({said[0], said[1]});
}

QString found_urgent(const Step &step, const std::vector<int> &found)
{
    std::vector<int> ready;
    std::ranges::copy_if(found, std::back_inserter(ready), [&](int fd) { return !step.closed(fd); });
    return ready.empty() ? QString()
                         : step.language.say("Explain", "On %1 urgent data has come: a byte beside the stream, which recv() takes with "
                                                        "MSG_OOB.", "descriptors")
                               .arg(set_text(ready));
}

QString found_reset(const Step &step, const std::vector<int> &ready)
{
    const std::vector<int> reset = open(step, ready, true);
    if (!reset.empty() && step.event.call != Call::select)
        return step.language.say("Explain", "The connection of %1 was reset: a reset makes a descriptor readable and writable, since no call on it "
                                            "would wait.", "descriptors").arg(set_text(reset));
    return reset.empty() ? QString()
                         : step.language.say("Explain", "The connection of %1 was reset: a reset makes a descriptor readable and "
                                                        "writable, since no call on it would wait; it does not set except.", "descriptors")
                               .arg(set_text(reset));
}

QString found_closed(const Step &step, const std::vector<int> &ready)
{
    return ready.empty() ? QString()
                         : step.language.say("Explain", "%1 has been closed meanwhile, which woke nobody. It counts as ready, since a "
                                                        "call on it would not wait: it would fail with EBADF.", "descriptors")
                               .arg(set_text(ready));
}

QString found_by_poll(const Step &step, const std::vector<trace::Polled> &entries)
{
    const Language &language = step.language;
    const auto with = [&](int bit, int without = 0) {
        std::vector<int> found;
        for (const trace::Polled &one : entries)
            if (one.fd >= 0 && (one.revents & bit) && !(one.revents & without))
                found.push_back(one.fd);
        return found;
    };
    QStringList said{found_room(step, with(POLLOUT, POLLERR | POLLHUP)), found_urgent(step, with(POLLPRI))};
    if (const auto failing = with(POLLERR); !failing.empty())
        said += language.say("Explain", "POLLERR on %1: an error waits there, the reset of the connection for instance. poll() tells of it "
                                        "without having been asked.", "descriptors").arg(set_text(failing));
    if (const auto shut = with(POLLHUP); !shut.empty())
        said += language.say("Explain", "POLLHUP on %1: both directions are shut. poll() tells of it without having been "
                                        "asked.", "descriptors").arg(set_text(shut));
    if (const auto none = with(POLLNVAL); !none.empty())
        said += language.say("Explain", "POLLNVAL on %1: this is no open descriptor. poll() does not fail because of it, it says which "
                                        "entry is wrong; nothing must be closed.", "descriptors").arg(set_text(none));
    return together(said);
}

QString failed_to_wait(const Step &step)
{
    const Language &language = step.language;
    const QString sets = step.event.call == Call::select
        ? language.say("Explain", "The sets are as they were: they say nothing about readiness.")
        : language.say("Explain", "The revents say nothing about readiness.");
    QString next;
    if (step.event.error == EINTR)
        next = language.say("Explain", "Asking again is left to the program.");
    if (step.event.error == EBADF && step.event.call == Call::select)
        next = language.say("Explain", "At least one of the descriptors asked about is none, and select() does not say which: fcntl(F_GETFD) "
                                        "about each of them would.");
    return together({failed(step), sets, next});
}

} // namespace words
