// SPDX-License-Identifier: MIT
// How connections come and go: accept, connect, shutdown, close.
#include "words/explain/explain.h"

#include <sys/select.h>

#include <algorithm>
#include <cerrno>

namespace words {
namespace {

using replay::Socket;
using replay::SocketState;

QString accept_begins(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const Socket *socket = step.socket(step.event.fd);
    if (step.stopping())
        return language.say("Explain", "%1 calls accept() on descriptor %2 while the run is being stopped: the "
                                       "listening socket has been shut down.").arg(step.subject(), fd);
    if (step.select_said(step.event.fd))
        return language.say("Explain", "%2() has said that descriptor %1 is ready: a connection waits in its queue, so accept() "
                                       "will not sleep.").arg(fd, step.multiplexer());
    if (socket && socket->queue.value_or(0) > 0)
        return language.say("Explain", "%n connections wait in the queue of descriptor %1, so accept() will not sleep.", nullptr, plural(*socket->queue)).arg(fd);
    if (socket && socket->nonblocking)
        return language.say("Explain", "%1 asks for the next connection of descriptor %2, which is non-blocking: if none "
                                       "waits, accept() returns -1 with EWOULDBLOCK at once.").arg(step.subject(), fd);
    if (step.asleep())
        return language.say("Explain", "The queue of descriptor %1 is empty, so the thread sleeps in accept(): it waits for a "
                                       "client to connect.").arg(fd);
    return language.say("Explain", "%1 asks for the next connection of descriptor %2. If its queue is empty, the thread sleeps "
                                   "and waits for a client to connect.").arg(step.subject(), fd);
}

// Why accept() gave EINVAL.
QString not_listening(const Step &step)
{
    const Language &language = step.language;
    const Socket *socket = step.socket(step.event.fd);
    if (step.stopping())
        return language.say("Explain", "That happens when the listening socket is shut "
                                       "down because the run is being stopped.");
    if (socket && socket->role == SocketState::listening)
        return language.say("Explain", "The listening socket has been shut down.");
    return socket ? language.say("Explain", "Descriptor %1 is no listening socket: only such a one has connections to accept.").arg(socket->fd) : QString();
}

QString accept_ends(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd), connection = step.plain(step.event.result);
    if (step.event.result == -1) {
        if (step.event.error == EAGAIN)
            return polled(step);
        if (calls::out_of_descriptors(step.event))
            return together({failed(step), language.say("Explain", "The connection stays in the queue of descriptor %1 "
                                                                   "until a descriptor is closed.").arg(fd)});
        return step.event.error == EINVAL ? together({failed(step), not_listening(step)}) : failed(step);
    }
    const QString peer = step.peer(step.socket(step.event.result));
    QStringList said{step.closed(step.event.fd)
                         ? language.say("Explain", "accept() returned descriptor %1: a new socket, connected with %2. Descriptor %3 was "
                                                   "closed meanwhile; this call had kept the listening socket, and now nobody can connect "
                                                   "any more.").arg(connection, peer, fd)
                         : language.say("Explain", "accept() returned descriptor %1: a new socket, connected with %2. "
                                                   "Descriptor %3 goes on listening.").arg(connection, peer, fd)};
    if (const Socket *made = step.socket(step.event.result); made && made->reset)
        said += language.say("Explain", "That connection has been reset already; what had come before can be read all the same.");
    for (const replay::Phase &phase : step.replay.phases(step.sequence)) {
        if (phase.kind != replay::Phase::wait || phase.end.value_or(0) <= phase.begin)
            continue;
        if (phase.known == replay::Known::unknown && perhaps_none(phase) && phase.begin >= step.event.begin)
            said += language.say("Explain", "Whether the thread had slept before is not known: when the connection came is not recorded.");
        if (perhaps_none(phase))
            continue;
        const QString slept = language.duration(span(phase.begin, between(phase) ? phase.earliest : *phase.end));
        if (phase.begin < step.event.begin)
            said += language.say("Explain", "accept() did not sleep: the thread had waited in %2(), at least %1.")
                .arg(slept, step.multiplexer());
        else
            said += language.say("Explain", "Before that, the thread had slept in accept(), at least %1.").arg(slept);
    }
    if (step.event.result >= FD_SETSIZE && step.uses_sets())
        said += language.say("Explain", "But %1 is beyond FD_SETSIZE - 1 = %2: an fd_set has no bit for it, so the "
                                        "server must refuse this client.").arg(connection, step.plain(FD_SETSIZE - 1));
    return together(said);
}

// The listening socket that a connect() to `port` is for, in `world`; nullptr: none is recorded.
const Socket *listener(const replay::World &world, int64_t port)
{
    const auto listens = [port](const Socket &socket) { return socket.role == SocketState::listening && socket.local_port == port; };
    const auto found = std::ranges::find_if(world.sockets, listens);
    return found == world.sockets.end() ? nullptr : &*found;
}

// While the queue is full, or when that is why connect() took so long. tcp(7), listen(2); measured: SYNs come again after 1 s, 3 s, …
QString queue_full(const Step &step)
{
    constexpr int64_t asked_again = 900'000'000; // ns
    const Language &language = step.language;
    if (!step.begins && length_of(step.event) < asked_again)
        return {};
    const replay::World then = step.begins ? replay::World() : step.replay.at(step.replay.at_time(step.event.begin));
    const Socket *socket = listener(step.begins ? step.world : then, step.value("port"));
    if (!socket || !socket->full())
        return {};
    const int waiting = plural(*socket->queue);
    const QString backlog = step.plain(socket->backlog), fd = step.plain(socket->fd);
    if (step.begins)
        return language.say("Explain", "But the accept queue of descriptor %1 is full: %n connections wait in it, with a backlog of %2, and "
                                       "Linux lets one more wait than that. A SYN that finds it so is dropped without a word, and the client's "
                                       "kernel sends it again after about a second (inferred; listen(2), tcp(7)).",
                            nullptr, waiting).arg(fd, backlog);
    return language.say("Explain", "It took %3, because the accept queue of descriptor %1 was full when it asked: %n connections waited in it, "
                                   "with a backlog of %2, and Linux lets one more wait than that. The kernel drops the SYN of a further one "
                                   "without a word, and the client's kernel sends it again after about a second, until there is room "
                                   "(inferred from the queue; listen(2), tcp(7)).", nullptr, waiting).arg(fd, backlog, step.took());
}

QString connecting(const Step &step)
{
    const QString port = step.plain(step.value("port"));
    if (const Socket *socket = step.socket(step.event.fd); socket && socket->datagrams && (step.begins || step.event.result == 0))
        return step.language.say("Explain", "%1 calls connect() on a UDP socket, descriptor %2: the kernel only remembers the address, "
                                            "port %3. Nothing is sent. From then on the socket gets the datagrams of that port only, "
                                            "and send() needs no address.")
            .arg(step.subject(), step.plain(step.event.fd), port);
    if (step.begins && never_waits(step))
        return step.language.say("Explain", "%1 asks the kernel for a connection to port %2. Descriptor %3 is non-blocking: if the connection is not complete "
                                            "at once, connect() returns -1 with EINPROGRESS, and the kernel goes on.")
            .arg(step.subject(), port, step.plain(step.event.fd));
    if (step.begins)
        return together({step.language.say("Explain", "%1 asks the kernel for a connection to port %2 and waits until it is complete or "
                                                      "has failed.").arg(step.subject(), port),
                         queue_full(step)});
    if (step.event.result == -1 && step.event.error == EINPROGRESS)
        return together({never_waits(step)
                             ? step.language.say("Explain", "connect() returned -1 with EINPROGRESS: the connection is not complete yet, and the call did not "
                                                            "wait for it.")
                             : step.language.say("Explain", "connect() waited %1 and then returned -1 with EINPROGRESS: a time limit of the socket was up "
                                                            "(SO_SNDTIMEO, socket(7)).").arg(step.took()),
                         step.language.say("Explain", "The kernel goes on. When it has come to an end, descriptor %1 can be written, and getsockopt() with "
                                                      "SO_ERROR tells whether it is connected (connect(2)).").arg(step.event.fd),
                         queue_full(step)});
    return step.event.result == -1
        ? together({failed(step), queue_full(step)})
        : together({step.language.say("Explain", "%1 is connected to port %2. The kernel did this by itself, without accept(): a "
                                                 "connection that the server has not accepted waits in the queue of the listening socket.")
                        .arg(step.subject(), port),
                    queue_full(step)});
}

// A socket of datagrams: no FIN, whatever is shut.
QString shut_datagrams(const Step &step, const calls::Closing &closing)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    return together({language.say("Explain", "Nothing is sent: UDP has no FIN, and the other end is told nothing."),
                     closing.reading ? language.say("Explain", "A recv() that sleeps on descriptor %1, or would have to, returns 0 from now on.").arg(fd) : QString(),
                     closing.writing ? language.say("Explain", "A send() on descriptor %1 fails with EPIPE from now on.").arg(fd) : QString()});
}

// A stream between two sockets of one kernel: no segments.
QString shut_local(const Step &step, const calls::Closing &closing)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    return together({closing.writing ? language.say("Explain", "The sending direction of descriptor %1 is shut: after the bytes sent before, the other end of the "
                                                               "pair reads end of file.").arg(fd)
                                     : QString(),
                     closing.reading ? language.say("Explain", "The receiving direction of descriptor %1 is shut: recv() on it returns 0 instead of sleeping, and a "
                                                               "send() of the other end fails with EPIPE.").arg(fd)
                                     : QString(),
                     language.say("Explain", "Both ends are in this kernel: there are no segments, and no FIN.")});
}

// What shutdown() has done to a TCP connection.
QString shut_connection(const Step &step, const calls::Closing &closing, const Socket &socket)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const std::vector<replay::Ending> endings = step.replay.endings(step.sequence);
    const bool fin = std::ranges::any_of(endings, [&](const auto &one) { return one.fd == socket.fd && one.sends == replay::Ending::fin; });
    const QString here = language.say("Explain", "The receiving direction of descriptor %1 is shut: recv() on it returns 0 instead of sleeping.").arg(fd);
    if (!closing.writing)
        return together({here, language.say("Explain", "Nothing is sent: the other end is told nothing of it.")});
    if (fin)
        return together({here, language.say("Explain", "The kernel sends a FIN: after the bytes sent before, the other end's recv() returns 0."),
                         language.say("Explain", "The descriptor stays open: it must be closed.")});
    return together({here, language.say("Explain", "Its sending direction had been closed before, so nothing is sent."),
                     language.say("Explain", "The descriptor stays open: it must be closed.")});
}

QString shutting(const Step &step, const calls::Closing &closing)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    // At its end a listening socket listens no more: what it was is seen in the World a step before.
    const replay::World before =
        step.begins || step.sequence == 0 ? replay::World() : step.replay.at(step.replay.step(step.sequence - 1));
    const Socket *socket = step.begins ? step.socket(step.event.fd) : before.socket(step.event.thread, step.event.fd);
    const bool listens = socket && socket->role == SocketState::listening, datagrams = socket && socket->datagrams;
    const bool local = socket && is_local(step, step.event.thread, step.event.fd);
    if (step.job() == trace::Job::control && !step.begins && step.event.result == -1)
        return step.event.error == ENOTCONN // Linux wakes them before it says so
            ? language.say("Explain", "The run is being stopped: shutdown() on descriptor %1 returned -1 with ENOTCONN, since there is no "
                                      "connection to shut down. Linux wakes a thread that sleeps in a call on it all the same.").arg(fd)
            : together({language.say("Explain", "The run is being stopped."), failed(step)});
    if (step.job() == trace::Job::control)
        return language.say("Explain", "The run is being stopped: shutdown() on descriptor %1 wakes a thread that sleeps in a "
                                       "call on it. A close() by another thread would not wake it.").arg(fd);
    if (!step.begins && step.event.result == -1)
        return together({failed(step), closing.not_connected && datagrams ? language.say("Explain", "Linux shuts a UDP socket all the same.") : QString(),
                         closing.not_connected && datagrams ? shut_datagrams(step, closing) : QString()});
    if (step.begins && (!closing.writing || listens || datagrams || local || !socket))
        return language.say("Explain", "%1 calls shutdown() on descriptor %2 (%3) with %4.")
            .arg(step.subject(), fd, step.meaning(step.event.fd), constant(calls::Type::shutdown_way, step.value("how")));
    if (!step.begins && listens)
        return closing.reading ? language.say("Explain", "Descriptor %1 listens no more, and stays open: a thread that sleeps in accept() on it is woken, and "
                                                         "accept() fails with EINVAL.").arg(fd)
                               : language.say("Explain", "Descriptor %1 is a listening socket, which sends nothing: SHUT_WR changes nothing.").arg(fd);
    if (!step.begins && datagrams)
        return shut_datagrams(step, closing);
    if (!step.begins && local)
        return shut_local(step, closing);
    if (!step.begins && !socket)
        return language.say("Explain", "shutdown() on descriptor %1 returned 0.").arg(fd);
    const std::vector<replay::Ending> endings = step.replay.endings(step.sequence);
    const auto was_reset = [](const replay::Ending &one) { return one.sends == replay::Ending::nothing && one.why == replay::Ending::was_reset; };
    if (!step.begins && std::ranges::any_of(endings, was_reset))
        return language.say("Explain", "shutdown() sends nothing: the connection of descriptor %1 had been reset already.").arg(fd);
    if (!step.begins && !closing.reading && socket->shut)
        return language.say("Explain", "Its sending direction had been closed before, so nothing is sent.");
    if (!closing.reading)
        return step.begins
            ? language.say("Explain", "%1 closes its sending direction only: a half-close.").arg(step.subject())
            : language.say("Explain", "%1 has closed its sending direction (FIN), but can still receive. After the "
                                      "bytes sent before, the other end's recv() returns 0.").arg(step.subject());
    return step.begins ? language.say("Explain", "%1 shuts down the connection of descriptor %2 without giving the descriptor back.").arg(step.subject(), fd)
                       : shut_connection(step, closing, *socket);
}

// Another thread of the server closes a descriptor behind its back. What is under way on it keeps the socket.
QString closed_behind(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const replay::World before = step.sequence == 0 ? replay::World() : step.replay.at(step.replay.step(step.sequence - 1));
    const auto instance = [&](const replay::Interest &one) { return one.fd == step.event.fd && before.table_of(one.thread) == before.table_of(step.event.thread); };
    if (std::ranges::any_of(before.interests, instance))
        return language.say("Explain", "Descriptor %1, the epoll instance, is closed, which wakes nobody: an epoll_wait() that sleeps on it sleeps on. Only one "
                                       "that is called from now on fails with EBADF.").arg(fd);
    const QString nobody = language.say("Explain", "Descriptor %1 is closed, which wakes nobody: a select() or poll() that sleeps for it sleeps on, "
                                                   "and will not fail because of it. Only a select() that is called from now on and asked "
                                                   "about it fails with EBADF; poll() answers POLLNVAL.").arg(fd);
    const auto kept = std::ranges::find_if(step.world.sockets, [&](const Socket &one) { return one.closed && one.fd == step.event.fd; });
    if (kept == step.world.sockets.end())
        return together({nobody, closed_socket(step)});
    const bool connected = kept->role == SocketState::connected && !kept->datagrams;
    return together({nobody,
                     language.say("Explain", "But its socket lives on: a call that has not returned keeps it, and what comes still reaches "
                                             "it."),
                     connected ? language.say("Explain", "Until that call returns, the kernel sends no FIN.") : QString()});
}

// Another thread that shares the table is in a call on what is closed.
bool under_others(const Step &step)
{
    for (size_t i = 0; i < step.world.threads.size(); ++i) {
        const replay::Thread &other = step.world.threads[i];
        if (i != step.event.thread && other.call && calls::is_system_call(other.call->call) && !calls::as_closing(*other.call)
            && other.table == step.world.table_of(step.event.thread)
            && (calls::has(*other.call, calls::multiplexes) ? step.world.awaited(uint16_t(i), step.event.fd).any()
                                                            : other.call->fd == step.event.fd))
            return true;
    }
    return false;
}

// A descriptor beside `fd` that names the socket; -1: there is none.
int other_name(const Socket &socket, int fd)
{
    const auto other = std::ranges::find_if(socket.also, [fd](int one) { return one != fd; });
    return socket.fd != fd ? socket.fd : other != socket.also.end() ? *other : -1;
}

QString closing(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    if (!step.begins && step.event.result == -1)
        return failed(step);
    if (step.job() == trace::Job::control && step.killed())
        return step.begins ? language.say("Explain", "The program has been killed: descriptor %1 is closed in the kernel's place.").arg(fd)
                           : together({language.say("Explain", "Descriptor %1 of the killed program is closed.").arg(fd), closed_socket(step)});
    if (!step.begins && under_others(step))
        return closed_behind(step);
    if (step.job() == trace::Job::control)
        return step.begins
            ? language.say("Explain", "Another thread of the server closes descriptor %1, and the server does not know: a bug of real "
                                      "programs.").arg(fd)
            : closed_behind(step);
    // At the end of close() the socket is gone: what it was is seen in the World a step before.
    const replay::World before =
        step.begins || step.sequence == 0 ? replay::World() : step.replay.at(step.replay.step(step.sequence - 1));
    const Socket *socket = step.begins ? step.socket(step.event.fd) : before.socket(step.event.thread, step.event.fd);
    if (const int name = step.begins || !socket ? -1 : other_name(*socket, step.event.fd); name != -1)
        return together({language.say("Explain", "Descriptor %1 is closed, and its number is free again.").arg(fd),
                         language.say("Explain", "Nothing else ends: descriptor %1 names the same open file.").arg(name)});
    if (socket && socket->role == SocketState::listening)
        return step.begins
            ? language.say("Explain", "%1 closes its listening socket, descriptor %2.").arg(step.subject(), fd)
            : together({language.say("Explain", "The listening socket, descriptor %1, is closed: nobody can connect any more.").arg(fd),
                        closed_socket(step)});
    if (step.begins && socket && socket->role == SocketState::connected && !socket->datagrams)
        return language.say("Explain", "%1 closes descriptor %2, its end of the connection with %3.")
            .arg(step.subject(), fd, step.peer(socket));
    return step.begins ? language.say("Explain", "%1 closes descriptor %2.").arg(step.subject(), fd)
                       : together({language.say("Explain", "Descriptor %1 is closed, and its number is free again.").arg(fd),
                                   closed_socket(step)});
}

// What close() has done to interest lists.
QString forgotten(const Step &step)
{
    if (step.begins || step.event.result != 0 || step.sequence == 0)
        return {};
    const replay::World before = step.replay.at(step.replay.step(step.sequence - 1));
    const auto watches = [&](const std::vector<replay::Interest> &all, const replay::Interest &list) {
        const auto same = std::ranges::find_if(all, [&](const auto &one) { return one.thread == list.thread && one.fd == list.fd; });
        return same != all.end() && std::ranges::any_of(same->entries, [&](const auto &entry) { return entry.fd == step.event.fd; });
    };
    for (const replay::Interest &list : step.world.interests)
        if (watches(before.interests, list) && !watches(step.world.interests, list))
            return step.language.say("Explain", "With that it has left the interest list of epoll descriptor %1, without an epoll_ctl(): epoll "
                                                "forgets what no descriptor means any more (epoll(7)).").arg(step.plain(list.fd));
    return {};
}

} // namespace

QString explain_connection(const Step &step)
{
    if (calls::as_opening(step.event))
        return step.begins ? accept_begins(step) : accept_ends(step);
    const auto ends = calls::as_closing(step.event);
    if (!ends)
        return connecting(step);
    return ends->descriptor ? together({closing(step), forgotten(step)}) : shutting(step, *ends);
}

} // namespace words
