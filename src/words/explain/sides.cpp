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
    std::vector<int> sockets, others;
    for (const int fd : asked)
        (step.socket(fd) ? sockets : others).push_back(fd);
    return together({sockets.empty() ? QString()
                                     : step.language.say("Explain", "%1 can be written as soon as there is room in the send buffer.", "descriptors")
                                           .arg(set_text(sockets)),
                     others.empty() ? QString()
                                    : step.language.say("Explain", "%1 can be written as soon as a write() would not sleep.", "descriptors")
                                          .arg(set_text(others))});
}

QString asks_urgent(const Step &step, const std::vector<int> &asked)
{
    return asked.empty() ? QString()
                         : step.language.say("Explain", "On %1 an exceptional condition would be urgent data, nothing else.", "descriptors")
                               .arg(set_text(asked));
}

QString found_room(const Step &step, const std::vector<int> &ready)
{
    std::vector<int> again, room, connecting, others;
    for (const int fd : open(step, ready, false)) {
        const replay::Socket *socket = step.socket(fd);
        const bool stream = socket && !socket->datagrams && !is_local(step, step.event.thread, fd);
        (!stream ? others : being_connected(step, fd) ? connecting : seen_full(step, fd) ? again : room).push_back(fd);
    }
    const Language &language = step.language;
    QStringList said;
    if (!again.empty())
        said += language.say("Explain", "There is room in the send buffer of %1 again: send() can take some at "
                                        "once. Since when is not known: the other end's kernel tells of the room "
                                        "by itself, in no call that is recorded.", "descriptors").arg(set_text(again));
    if (!room.empty())
        said += language.say("Explain", "There is room in the send buffer of %1: send() can take some at once.", "descriptors").arg(set_text(room));
    if (!connecting.empty())
        said += language.say("Explain", "The connect() on %1 has come to its end: connected, or failed, which getsockopt() with SO_ERROR tells.", "descriptors")
                    .arg(set_text(connecting));
    if (!others.empty())
        said += language.say("Explain", "A call that writes to %1 would not sleep.", "descriptors").arg(set_text(others));
    return together(said);
}

QString found_urgent(const Step &step, const std::vector<int> &found)
{
    std::vector<int> beside, in_stream;
    for (const int fd : found)
        if (!step.closed(fd))
            (is_inline(step, step.event.thread, fd) ? in_stream : beside).push_back(fd);
    return together({beside.empty() ? QString()
                                    : step.language.say("Explain", "On %1 urgent data has come: a byte beside the stream, which recv() takes with "
                                                                   "MSG_OOB.", "descriptors").arg(set_text(beside)),
                     in_stream.empty() ? QString()
                                       : step.language.say("Explain", "On %1 urgent data has come. SO_OOBINLINE is on: the byte is in the stream, and a "
                                                                      "plain recv() gives it.", "descriptors").arg(set_text(in_stream))});
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
