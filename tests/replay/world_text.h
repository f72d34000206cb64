// SPDX-License-Identifier: MIT
// A socket of a World as text, so that a test can compare all of it: "connected :7000-:50001 client 1, 5 bytes, 3 arriving, shut".
// What is as it was when the socket came to be is not said; neither is since when it is, nor its backlog.
#pragma once

#include "replay/replay.h"

#include <QString>
#include <QStringList>

namespace recording {

inline QString text(const trace::Trace &trace, const replay::Socket &socket)
{
    static const char *const roles[] = {"fresh", "listening", "connected", "bound"};
    const auto number = [](const std::optional<int64_t> &count) { return count ? QString::number(*count) : QString(u'?'); };
    QStringList all{QString::fromLatin1(roles[int(socket.role)])};
    if (socket.local_port || socket.peer_port)
        all.last() += QStringLiteral(" :%1").arg(socket.local_port);
    if (socket.peer_port)
        all.last() += QStringLiteral("-:%1").arg(socket.peer_port);
    if (socket.peer_thread >= 0)
        all.last() += u' ' + QString::fromStdString(trace.threads[size_t(socket.peer_thread)].name) + (socket.peer < 0 ? " gone" : "");
    if (socket.role == replay::SocketState::connected && !socket.datagrams)
        all += number(socket.receive_bytes) + QStringLiteral(" bytes");
    if (socket.role == replay::SocketState::listening || socket.datagrams)
        all += number(socket.queue) + QStringLiteral(" queued");
    for (const auto &[count, what] : {std::pair(socket.arriving, "arriving"), {socket.on_the_way, "on the way"}, {socket.dropped, "dropped"},
                                      {socket.received, "received"}, {socket.sent, "sent"}})
        if (count)
            all += QStringLiteral("%1 %2").arg(count).arg(QLatin1String(what));
    for (const int fd : socket.also)
        all += QStringLiteral("also %1").arg(fd);
    using replay::Known;
    for (const auto &[is, what] : {std::pair(socket.receive_known == Known::observed, "bytes observed"), {socket.queue_known == Known::observed, "queue observed"},
                                   {socket.datagrams, "datagrams"}, {socket.outside, "outside"}, {socket.closed, "closed"}, {socket.peer_shut, "peer shut"},
                                   {socket.shut, "shut"}, {socket.peer_closed, "peer closed"}, {socket.reset, "reset"}, {socket.urgent, "urgent"},
                                   {socket.urgent_kept, "urgent kept"}, {socket.nonblocking, "nonblocking"}, {socket.abortive, "abortive"}})
        if (is)
            all += QString::fromLatin1(what);
    return all.join(QStringLiteral(", "));
}

// Of descriptor `fd` of `thread` at `time`; "none": there is no such socket.
inline QString socket_text(const replay::Replay &replay, int64_t time, uint16_t thread, int fd)
{
    const replay::World world = replay.at(replay.at_time(time));
    const replay::Socket *socket = world.socket(thread, fd);
    return socket ? text(replay.trace(), *socket) : QStringLiteral("none");
}

} // namespace recording
