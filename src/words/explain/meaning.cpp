// SPDX-License-Identifier: MIT
// What a descriptor is, and who is at the other end of it.
#include "words/explain/explain.h"

#include "replay/terminal.h"

#include <algorithm>
#include <unistd.h>

namespace words {

using calls::Opening;
using replay::SocketState;

QString Step::peer(const replay::Socket *socket) const
{
    if (socket && socket->peer_thread >= 0)
        return thread(size_t(socket->peer_thread));
    if (socket && socket->outside)
        return language.say("Explain", "another program (port %1)").arg(socket->peer_port);
    if (socket && socket->datagrams && socket->role != SocketState::connected)
        return language.say("Explain", "whoever sends there", "to a UDP socket");
    if (socket && socket->role == SocketState::fresh && trace.dropped == 0)
        return language.say("Explain", "nobody", "at the other end: there is no connection");
    return language.say("Explain", "the other end", "of a connection");
}

std::optional<Opening> Step::opened(int fd) const
{
    const auto made = replay.opened(event.thread, fd, {world.time, world.complete});
    return made ? calls::as_opening(trace.events()[*made]) : std::nullopt;
}

namespace {

// What is no socket; empty: nothing is known of it.
QString other_thing(const Step &step, int fd)
{
    const Language &language = step.language;
    const auto opening = step.opened(fd);
    if (!opening && fd == STDIN_FILENO && has_terminal(step)) // else it would have been opened
        return language.say("Explain", "the pipe that is standard input", "a descriptor's meaning");
    if (!opening)
        return {};
    switch (opening->what) {
    case Opening::terminal:
        return opening->made == STDIN_FILENO ? language.say("Explain", "the keyboard", "a descriptor's meaning")
                                             : language.say("Explain", "the terminal", "a descriptor's meaning");
    case Opening::pipe: return language.say("Explain", "a pipe", "a descriptor's meaning");
    case Opening::epoll: return language.say("Explain", "an interest list of epoll", "a descriptor's meaning");
    case Opening::ring: return language.say("Explain", "the rings of io_uring", "a descriptor's meaning");
    default: return {};
    }
}

} // namespace

QString Step::peer(int fd) const
{
    if (const replay::Socket *of = socket(fd))
        return peer(of);
    const QString thing = other_thing(*this, fd);
    return thing.isEmpty() ? language.say("Explain", "somebody unknown", "at the other end of a descriptor") : thing;
}

QString Step::meaning(int fd) const
{
    const replay::Socket *of = socket(fd);
    if (!of) {
        const QString thing = other_thing(*this, fd);
        return thing.isEmpty() ? language.say("Explain", "nothing is known of it", "a descriptor's meaning") : thing;
    }
    if (of->role == SocketState::listening)
        return language.say("Explain", "the listening socket", "a descriptor's meaning");
    if (of->datagrams && of->role != SocketState::connected)
        return language.say("Explain", "a UDP socket", "a descriptor's meaning");
    if (of->role == SocketState::fresh && trace.dropped == 0)
        return language.say("Explain", "a socket without a connection", "a descriptor's meaning");
    return peer(of);
}

QString Step::reader(int fd) const
{
    const replay::Socket *of = socket(fd);
    return !of ? QStringLiteral("read") : of->datagrams ? QStringLiteral("recvfrom") : QStringLiteral("recv");
}

bool Step::closed(int fd) const
{
    if (socket(fd) || opened(fd))
        return false;
    if (replay.was_open(event.thread, fd, {world.time, world.complete}))
        return true;
    for (size_t i = 0; i < std::min(trace.threads.size(), world.threads.size()); ++i) { // what came with the program is not recorded
        if (trace.threads[i].job != trace::Job::control)
            continue;
        for (const uint32_t number : replay.lane(i).sequence)
            if (const auto by = calls::as_closing(trace.events()[number]);
                by && by->descriptor && by->done && by->fd == fd && trace.events()[number].end <= world.time)
                return true;
    }
    return false;
}

} // namespace words
