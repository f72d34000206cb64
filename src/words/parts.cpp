// SPDX-License-Identifier: MIT
#include "words/parts.h"

#include "calls/schema.h"
#include "words/phrases.h"
#include "words/sentences.h"

#include <algorithm>
#include <cmath>

namespace words {

QString bit_sentence(const Language &language, const QString &name, int bit, bool on)
{
    return on ? language.say("Parts", "%1, bit %2: 1. Descriptor %2 is in the set.").arg(name).arg(bit)
              : language.say("Parts", "%1, bit %2: 0. Descriptor %2 is not in the set.").arg(name).arg(bit);
}

QString asked_bit_sentence(const Language &language, const QString &name, int bit, bool asked, std::optional<bool> answered)
{
    if (!asked)
        return language.say("Parts", "%1, asked, bit %2: 0. select() was not asked about descriptor %2.").arg(name).arg(bit);
    if (!answered)
        return language.say("Parts", "%1, asked, bit %2: 1. select() is being asked about descriptor %2 and has not found it "
                                     "ready so far.")
            .arg(name).arg(bit);
    return *answered
        ? language.say("Parts", "%1, asked, bit %2: 1, and answered 1. Descriptor %2 is ready.").arg(name).arg(bit)
        : language.say("Parts", "%1, asked, bit %2: 1, and answered 0. Descriptor %2 is not ready.").arg(name).arg(bit);
}

QString bit_beyond_sentence(const Language &language, const QString &name, int bit, int nfds, std::optional<bool> on)
{
    const QString looked = language.say("Parts", "select() does not look at it: its first argument is %1.").arg(nfds);
    if (!on)
        return together({language.say("Parts", "%1, bit %2: not recorded.").arg(name).arg(bit), looked});
    return together({language.say("Parts", "%1, bit %2: %3.", "a set, a bit, 0 or 1").arg(name).arg(bit).arg(int(*on)), looked});
}

QString failed_bit_sentence(const Language &language, const QString &name, int bit, bool on)
{
    return together({language.say("Parts", "%1, bit %2: %3.", "a set, a bit, 0 or 1").arg(name).arg(bit).arg(int(on)),
                     language.say("Parts", "select() failed, so it tells nothing of descriptor %1, and the bit is as it was.").arg(bit)});
}

QString answered_bit_sentence(const Language &language, const QString &name, int bit, bool asked, bool answered)
{
    if (!asked)
        return language.say("Parts", "%1, answered, bit %2: 0. select() was not asked about descriptor %2.").arg(name).arg(bit);
    return answered
        ? language.say("Parts", "%1, answered, bit %2: 1. Descriptor %2 is ready.").arg(name).arg(bit)
        : language.say("Parts", "%1, answered, bit %2: 0, and asked 1. Descriptor %2 is not ready.").arg(name).arg(bit);
}

QString slot_sentence(const Language &language, const QString &name, int slot, int value, int empty, bool changed)
{
    if (value == empty)
        return changed
            ? language.say("Parts", "%1, slot %2: %3, free. This step has freed it.").arg(name).arg(slot).arg(value)
            : language.say("Parts", "%1, slot %2: %3, free.").arg(name).arg(slot).arg(value);
    return changed
        ? language.say("Parts", "%1, slot %2: descriptor %3. This step has put it there.")
            .arg(name).arg(slot).arg(value)
        : language.say("Parts", "%1, slot %2: descriptor %3.").arg(name).arg(slot).arg(value);
}

QString number_sentence(const Language &language, const QString &name, int value)
{
    if (name == QLatin1String("maxfd"))
        return language.say("Parts", "maxfd is %1: select() looks at bits 0 to %1.").arg(value);
    return language.say("Parts", "%1 is %2.", "a variable").arg(name).arg(value);
}

namespace {

QString urgent_sentence(const Language &language, const replay::Socket &socket)
{
    if (socket.urgent)
        return language.say("Parts", "An urgent byte (MSG_OOB) waits to be taken, beside the stream.");
    return socket.urgent_kept ? language.say("Parts", "An urgent byte has been taken, but no read of the stream has gone past it: close() "
                                                      "would send a reset.")
                              : QString();
}

QString awaited_sentence(const Language &language, replay::Sides awaited)
{
    if (awaited.writing)
        return language.say("Parts", "What is waited for is room in its send buffer.");
    return awaited.exceptional && !awaited.reading ? language.say("Parts", "What is waited for is urgent data.") : QString();
}

// What a wait waits for, if it is not data.
QString wait_sentence(const Language &language, const QString &owner, const replay::Phase &phase)
{
    const QString fd = QString::number(phase.fd);
    const QString length = phase.end ? language.duration(span(phase.begin, *phase.end)) : QString();
    switch (phase.fd < 0 ? replay::Phase::several : phase.what) {
    case replay::Phase::room:
        if (phase.end && perhaps_none(phase))
            return language.say("Parts", "%1, descriptor %2: waiting for room in its send buffer, at most %3 and perhaps not at all.").arg(owner, fd, length);
        return phase.end ? language.say("Parts", "%1, descriptor %2: waiting for room in its send buffer, %3.").arg(owner, fd, length)
                         : language.say("Parts", "%1, descriptor %2: waiting for room in its send buffer; it still lasts.").arg(owner, fd);
    case replay::Phase::urgent:
        return phase.end ? language.say("Parts", "%1, descriptor %2: waiting for urgent data, %3.").arg(owner, fd, length)
                         : language.say("Parts", "%1, descriptor %2: waiting for urgent data; it still lasts.").arg(owner, fd);
    default:
        if (phase.end && perhaps_none(phase))
            return language.say("Parts", "%1: waiting until one of its descriptors is ready, at most %2 and perhaps not at all.").arg(owner, length);
        return phase.end ? language.say("Parts", "%1: waiting until one of its descriptors is ready, %2.").arg(owner, length)
                         : language.say("Parts", "%1: waiting until one of its descriptors is ready; it still lasts.").arg(owner);
    }
}

// Of a wait in accept(), or for a listening socket alone.
QString connection_wait(const Language &language, const QString &owner, const replay::Phase &phase)
{
    const QString fd = QString::number(phase.fd);
    if (!phase.end)
        return language.say("Parts", "%1, descriptor %2: phase 1, waiting for a connection; it still lasts.").arg(owner, fd);
    const QString length = language.duration(span(phase.begin, *phase.end));
    if (perhaps_none(phase))
        return language.say("Parts", "%1, descriptor %2: phase 1, waiting for a connection, at most %3 and perhaps not at all.").arg(owner, fd, length);
    if (phase.known == replay::Known::unknown)
        return language.say("Parts", "%1, descriptor %2: phase 1, waiting for a connection, at least %4 and at most %3.")
            .arg(owner, fd, length, language.duration(span(phase.begin, phase.earliest)));
    return language.say("Parts", "%1, descriptor %2: phase 1, waiting for a connection, %3.").arg(owner, fd, length);
}

// Of datagrams: each has its own bounds, and one may be empty.
QString datagram_socket_sentence(const Language &language, const QString &owner, const replay::Socket &socket)
{
    const QString fd = QString::number(socket.fd), port = QString::number(socket.local_port);
    const QString what = socket.local_port == 0 && socket.role != replay::SocketState::fresh
        ? language.say("Parts", "%1, descriptor %2: a datagram socket; which port the kernel has chosen for it is not recorded.").arg(owner, fd)
        : socket.local_port == 0 ? language.say("Parts", "%1, descriptor %2: a datagram socket that has no port yet.").arg(owner, fd)
        : socket.role == replay::SocketState::connected
        ? language.say("Parts", "%1, descriptor %2: a datagram socket, port %3, which gets the datagrams of port %4 only.")
              .arg(owner, fd, port, QString::number(socket.peer_port))
        : language.say("Parts", "%1, descriptor %2: a datagram socket, port %3.").arg(owner, fd, port);
    if (socket.local_port == 0)
        return what;
    const QString dropped = socket.dropped > 0
        ? language.say("Parts", "The kernel has dropped %n datagrams for it so far, as a rule because the buffer is full (its own count, seen from outside).",
                       nullptr, plural(socket.dropped))
        : QString();
    if (!socket.queue || !socket.receive_bytes)
        return together({what, language.say("Parts", "How many datagrams wait in its receive buffer is not known."), dropped});
    return together({what,
                     language.say("Parts", "%n datagrams wait in its receive buffer, with %1 in all (%2).", "bytes; how known",
                                  plural(*socket.queue))
                         .arg(language.bytes(*socket.receive_bytes), known_word(language, socket.queue_known)),
                     socket.arriving > 0 ? language.say("Parts", "Perhaps more: a call that sends one to it has not returned.") : QString(), dropped});
}

} // namespace

QString socket_sentence(const Language &language, const replay::World &world, const trace::Trace &trace,
                        const replay::Socket &socket)
{
    const QString owner = sentence(thread_name(language, trace, socket.thread)), fd = QString::number(socket.fd);
    if (socket.role == replay::SocketState::fresh)
        return language.say("Parts", "%1, descriptor %2: a socket without a connection.").arg(owner, fd);
    if (socket.role == replay::SocketState::listening && socket.queue && socket.arriving > 0)
        return language.say("Parts", "%1, descriptor %2: the listening socket, port %3. At least %4 and at most %5 connections wait in its "
                                     "queue, since a connect() to it has not returned (%6).", "owner, descriptor, port, two counts, how known")
            .arg(owner, fd, QString::number(socket.local_port), language.number(qlonglong(*socket.queue)),
                 language.number(qlonglong(*socket.queue + socket.arriving)), known_word(language, socket.queue_known));
    if (socket.role == replay::SocketState::listening)
        return socket.queue
            ? together({language.say("Parts", "%1, descriptor %2: the listening socket, port %3. %n connections wait in its "
                                              "queue (%4).",
                                     nullptr, plural(*socket.queue))
                            .arg(owner, fd, QString::number(socket.local_port), known_word(language, socket.queue_known)),
                        socket.full() ? language.say("Parts", "It is full: the backlog is %1, and Linux lets one more wait.").arg(socket.backlog)
                                      : QString()})
            : language.say("Parts", "%1, descriptor %2: the listening socket, port %3. How many connections wait in "
                                    "its queue is not known.").arg(owner, fd, QString::number(socket.local_port));
    if (socket.datagrams)
        return datagram_socket_sentence(language, owner, socket);
    const QString peer = role_word(language, trace, socket);
    const auto reads_it = [&](const replay::Request &request) {
        return request.table == socket.thread && request.fd == socket.fd && request.state != replay::Request::returned;
    };
    const QString bytes = socket.receive_bytes && socket.on_the_way > 0
        ? language.say("Parts", "%1, descriptor %2, %3: at least %4 wait in the receive buffer (%6). %5 were sent that it has not "
                                "received: what is not there yet is in the sender's send buffer.",
                       "owner, descriptor, peer, two times bytes, how known")
              .arg(owner, fd, peer, language.bytes(*socket.receive_bytes),
                   language.bytes(*socket.receive_bytes + socket.arriving + socket.on_the_way), known_word(language, socket.receive_known))
        : socket.arriving > 0 && std::ranges::any_of(world.requests, reads_it)
        ? language.say("Parts", "%1, descriptor %2, %3: at least %4 and at most %5 wait in the receive buffer, since a thread of the C "
                                "library takes them out at a moment that is not recorded (%6).",
                       "owner, descriptor, peer, two times bytes, how known")
              .arg(owner, fd, peer, language.bytes(*socket.receive_bytes),
                   language.bytes(*socket.receive_bytes + socket.arriving), known_word(language, socket.receive_known))
        : socket.arriving > 0 && socket.reset
        ? language.say("Parts", "%1, descriptor %2, %3: at least %4 and at most %5 wait in the receive buffer, since a reset takes with it "
                                "what the other end's kernel had not sent on (%6).", "owner, descriptor, peer, two times bytes, how known")
              .arg(owner, fd, peer, language.bytes(*socket.receive_bytes),
                   language.bytes(*socket.receive_bytes + socket.arriving), known_word(language, socket.receive_known))
        : socket.arriving > 0
        ? language.say("Parts", "%1, descriptor %2, %3: at least %4 and at most %5 wait in the receive buffer, since a "
                                "send() to it has not returned (%6).", "owner, descriptor, peer, two times bytes, how known")
              .arg(owner, fd, peer, language.bytes(*socket.receive_bytes),
                   language.bytes(*socket.receive_bytes + socket.arriving), known_word(language, socket.receive_known))
        : socket.receive_bytes
        ? language.say("Parts", "%1, descriptor %2, %3: %n bytes wait in the receive buffer "
                                "(%4).", "owner, descriptor, peer",
                       plural(*socket.receive_bytes))
              .arg(owner, fd, peer, known_word(language, socket.receive_known))
        : language.say("Parts", "%1, descriptor %2, %3: how many bytes wait in the receive buffer is not known.",
                       "owner, descriptor, peer")
              .arg(owner, fd, peer);
    return together({bytes,
                     socket.closed ? language.say("Parts", "The descriptor is closed, but a call that has not returned keeps the socket: the "
                                                           "other end has been sent nothing yet.")
                                   : QString(),
                     socket.reset ? language.say("Parts", "The connection was reset.")
                     : socket.peer_shut
                         ? language.say("Parts", "The other end has closed its sending direction: after these bytes "
                                                 "comes end of file.")
                     : socket.peer_closed
                         ? language.say("Parts", "The other end is closed: whether a FIN or a reset has come is not known.")
                         : QString(),
                     socket.shut ? language.say("Parts", "This end has closed its sending direction.") : QString(),
                     urgent_sentence(language, socket), awaited_sentence(language, world.awaited(socket.thread, socket.fd))});
}

QString phase_sentence(const Language &language, const trace::Trace &trace, const replay::Phase &phase)
{
    const QString owner = sentence(thread_name(language, trace, phase.thread)), fd = QString::number(phase.fd);
    const bool waiting = phase.kind == replay::Phase::wait;
    QString what;
    if (waiting && phase.what == replay::Phase::connection && phase.fd >= 0) {
        what = connection_wait(language, owner, phase);
    } else if (waiting && phase.what != replay::Phase::data && phase.what != replay::Phase::connection) {
        what = wait_sentence(language, owner, phase);
    } else if (waiting && phase.fd < 0) {
        what = phase.end ? language.say("Parts", "%1: phase 1, waiting for one of several descriptors, %2.")
                               .arg(owner, language.duration(span(phase.begin, *phase.end)))
                         : language.say("Parts", "%1: phase 1, waiting for one of several descriptors; it still lasts.").arg(owner);
    } else if (!phase.end) {
        what = waiting ? language.say("Parts", "%1, descriptor %2: phase 1, waiting for data; it still lasts.")
            .arg(owner, fd)
                       : language.say("Parts", "%1, descriptor %2: phase 2, copying; it still lasts.").arg(owner, fd);
    } else {
        const QString length = language.duration(span(phase.begin, *phase.end));
        if (waiting && perhaps_none(phase))
            what = language.say("Parts", "%1, descriptor %2: phase 1, waiting for data, at most %3 and perhaps not at all.").arg(owner, fd, length);
        else if (waiting && phase.known == replay::Known::unknown)
            what = language.say("Parts", "%1, descriptor %2: phase 1, waiting for data, at least %4 and at most %3.")
                       .arg(owner, fd, length, language.duration(span(phase.begin, phase.earliest)));
        else if (waiting)
            what = language.say("Parts", "%1, descriptor %2: phase 1, waiting for data, %3.").arg(owner, fd, length);
        else if (phase.request)
            what = language.say("Parts", "%1, descriptor %2: phase 2, beside the program: copying %n bytes and telling of it, at most %3.", nullptr,
                                plural(phase.bytes)).arg(owner, fd, language.duration(span(phase.earliest, *phase.end)));
        else if (phase.with_wake && phase.known == replay::Known::bracketed)
            what = language.say("Parts", "%1, descriptor %2: phase 2, waking up and copying %n bytes, at most %3.", nullptr,
                                plural(phase.bytes)).arg(owner, fd, language.duration(span(phase.earliest, *phase.end)));
        else if (phase.with_wake)
            what = language.say("Parts", "%1, descriptor %2: phase 2, waking up and copying %n bytes, %3.", nullptr,
                                plural(phase.bytes)).arg(owner, fd, length);
        else
            what = language.say("Parts", "%1, descriptor %2: phase 2, copying %n bytes, %3.",
                                nullptr, plural(phase.bytes))
                       .arg(owner, fd, length);
    }
    switch (phase.known) {
    case replay::Known::measured: return together({what, language.say("Parts", "Measured by our own clock.")});
    case replay::Known::bracketed:
        return together({what, language.say("Parts", "What it waited for came within a call of another thread, as send() or "
                                                     "connect(): the boundary is known to within %1.")
                                   .arg(language.duration(span(phase.earliest, phase.latest)))});
    case replay::Known::derived: return together({what, language.say("Parts", "Inferred from the recorded calls.")});
    case replay::Known::observed: return together({what, language.say("Parts", "Seen from outside (/proc).")});
    case replay::Known::unknown:
        if (phase.what != replay::Phase::data && phase.what != replay::Phase::connection && !phase.end)
            return together({what, language.say("Parts", "Whether it has come already is not known.")});
        if (phase.kept_back)
            return together({what, language.say("Parts", "The send() that sent it had returned before: TCP had kept it back, or may have, while "
                                                         "earlier bytes were not acknowledged (Nagle's algorithm).")});
        if (phase.what == replay::Phase::room)
            return together({what, language.say("Parts", "When it came is not known: of room in a send buffer the other end's kernel tells "
                                                         "by itself, in no recorded call.")});
        return together({what, phase.end ? language.say("Parts", "When it came is not recorded.")
                                         : language.say("Parts", "Whether it has come already is not recorded.")});
    }
    return what;
}

QString thread_sentence(const Language &language, const replay::World &world, const trace::Trace &trace, size_t thread)
{
    if (thread >= world.threads.size())
        return {};
    const replay::Thread &now = world.threads[thread];
    const QString name = sentence(thread_name(language, trace, thread)), state = state_word(language, now.state);
    const QString since = language.duration(span(trace.begin(), now.since));
    if (now.state == replay::State::not_begun || now.state == replay::State::ended)
        return language.say("Parts", "%1: %2.", "thread, its state").arg(name, state_word(language, now));
    if (now.repeats()) {
        const QString said = language.say("Parts", "%1: polling since %2 (%3): %4 again and again, each time in vain so far.",
                                          "thread, time of the run, how known, calls")
                                 .arg(name, since, known_word(language, now.known), repeated_text(trace, now, 4));
        return now.busy ? together({said, language.say("Parts", "Meanwhile it has used about %1 % of a processor (seen from outside).")
                                              .arg(std::lround(100 * *now.busy))})
                        : said;
    }
    if (now.handler)
        return language.say("Parts", "%1: in its handler of %2, %3 since %4 (%5).", "thread, signal, its state, time of the run, how known")
            .arg(name, words::constant(calls::Type::signal, now.handler->signal), state, since, known_word(language, now.known));
    if (now.call && now.state != replay::State::held)
        return language.say("Parts", "%1: %2 in %3() since %4 (%5).",
                            "thread, its state, call, time of the run, how known")
            .arg(name, state, call_name(trace, *now.call), since, known_word(language, now.known));
    return language.say("Parts", "%1: %2 since %3 (%4).", "thread, its state, time of the run, how known")
        .arg(name, state, since, known_word(language, now.known));
}

QString pollfd_sentence(const Language &language, int index, const replay::Polling::Entry &entry, bool returned)
{
    const QString number = QString::number(index), fd = QString::number(entry.fd);
    const QString events = words::constant(calls::Type::poll_events, entry.events);
    if (entry.fd < 0)
        return language.say("Parts", "Entry %1 is free: poll() passes it over.").arg(number);
    if (!returned)
        return language.say("Parts", "Entry %1: descriptor %2, asked about %3. poll() has not found it ready so far.").arg(number, fd, events);
    return entry.revents == 0
        ? language.say("Parts", "Entry %1: descriptor %2, asked about %3, was not ready.").arg(number, fd, events)
        : language.say("Parts", "Entry %1: descriptor %2, asked about %3, was ready: %4.")
              .arg(number, fd, events, words::constant(calls::Type::poll_events, entry.revents));
}

QString failed_pollfd_sentence(const Language &language, int index, const replay::Polling::Entry &entry)
{
    return entry.fd < 0 ? pollfd_sentence(language, index, entry, true)
                        : language.say("Parts", "Entry %1: descriptor %2, asked about %3. poll() failed: it tells nothing of it.")
                              .arg(QString::number(index), QString::number(entry.fd), words::constant(calls::Type::poll_events, entry.events));
}

QString interest_sentence(const Language &language, const replay::Interest::Entry &entry, bool waiting)
{
    const QString fd = QString::number(entry.fd), events = words::constant(calls::Type::epoll_events, entry.events);
    const QString asked = language.say("Parts", "Interest list: descriptor %1, asked about %2.").arg(fd, events);
    const QString told = waiting ? language.say("Parts", "epoll_wait() is being asked, and has not told of it so far.")
        : entry.told == 0        ? language.say("Parts", "The last epoll_wait() did not tell of it.")
        : entry.unused ? language.say("Parts", "The last epoll_wait() told: %1. That has not been used yet.")
                             .arg(words::constant(calls::Type::epoll_events, entry.told))
                       : language.say("Parts", "The last epoll_wait() told: %1.").arg(words::constant(calls::Type::epoll_events, entry.told));
    const QString ready = !entry.ready ? language.say("Parts", "Whether it is in the ready list now cannot be told.")
        : *entry.ready ? language.say("Parts", "It is in the ready list now: an epoll_wait() called now would tell of it "
                                               "(inferred).")
                       : language.say("Parts", "It is not in the ready list now (inferred).");
    return together({asked, told, ready});
}

QString uring_sentence(const Language &language, const replay::Uring::Operation &one)
{
    const QString name = words::constant(calls::Type::uring_operation, one.code), fd = QString::number(one.fd);
    if (!one.handed_in)
        return language.say("Parts", "%1, descriptor %2: queued in the submission ring, not handed in yet.").arg(name, fd);
    if (one.done == true)
        return language.say("Parts", "%1, descriptor %2: complete; the program has not read its completion (inferred).").arg(name, fd);
    return one.done
        ? language.say("Parts", "%1, descriptor %2: handed in; the kernel waits for what it needs (inferred).").arg(name, fd)
        : language.say("Parts", "%1, descriptor %2: handed in; whether it is complete already cannot be told.").arg(name, fd);
}

QString uring_sentence(const Language &language, const replay::Uring::Completion &one)
{
    const QString name = words::constant(calls::Type::uring_operation, one.code), fd = QString::number(one.fd);
    return one.result == -1 && one.error
        ? language.say("Parts", "%1, descriptor %2: completed with %3; read by the program.").arg(name, fd, error_name(one.error))
        : language.say("Parts", "%1, descriptor %2: completed with result %3; read by the program.")
              .arg(name, fd, QString::number(one.result));
}

} // namespace words
