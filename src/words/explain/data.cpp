// SPDX-License-Identifier: MIT
// Data on its way: recv() and its two phases, send().
#include "words/explain/explain.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace words {
namespace {

using replay::Phase;
using replay::Socket;

// Those who wait for accept() while this thread is busy with one client.
QString waiting_in_queue(const Step &step)
{
    for (const Socket &socket : step.world.sockets)
        if (socket.thread == step.event.thread && socket.role == replay::SocketState::listening
            && socket.queue.value_or(0) > 0 && !step.uses_sets())
            return step.language.say("Explain", "Meanwhile %n connections wait in the queue of descriptor %1: nobody serves them "
                                                "while this client is being served.",
                                     nullptr, plural(*socket.queue))
                .arg(socket.fd);
    return {};
}

// The thread sleeps in the call, or was seen asleep in it.
bool slept(const Step &step)
{
    if (step.begins)
        return step.asleep();
    const auto &events = step.trace.events();
    for (size_t i = std::min(step.sequence, events.size()); i-- > 0 && events[i].end >= step.event.begin;)
        if (events[i].call == trace::Call::observed_state && events[i].thread == step.event.thread && calls::value(events[i], "state") == 'S')
            return true;
    return false;
}

// It sleeps in a send() for one client, and does nothing for the others.
QString holds_up_others(const Step &step, const Socket *to)
{
    if (!to || to->nonblocking || !step.serves() || !slept(step))
        return {};
    const auto others = std::ranges::count_if(step.world.sockets, [&](const Socket &one) {
        return one.thread == to->thread && one.fd != to->fd && one.role == replay::SocketState::connected && !one.datagrams;
    });
    const QString sleeps = step.language.say("Explain", "While the send buffer is full, because %1 reads too slowly or not at all, the thread sleeps in "
                                                       "send() for this one client.")
                               .arg(step.peer(to));
    if (others == 0)
        return together({sleeps, waiting_in_queue(step)});
    return together({sleeps, step.language.say("Explain", "As long as it does, %n other clients are not served, whatever they send, and no new one is "
                                                          "accepted.", nullptr, plural(others))});
}

// Bytes that a read waits for: one, or as many as MSG_WAITALL or SO_RCVLOWAT say (recv(2), socket(7)).
static int64_t wanted(const Step &step)
{
    const calls::Transfer transfer = *calls::as_transfer(step.event);
    const trace::Event *low = transfer.waits_all ? nullptr : option_set(step, step.event.thread, step.event.fd, SOL_SOCKET, SO_RCVLOWAT);
    return transfer.waits_all ? transfer.asked : low ? std::clamp<int64_t>(calls::as_setting(*low)->value, 1, std::max<int64_t>(1, transfer.asked)) : 1;
}

QString receive_begins(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd), name = call_name(step.trace, step.event);
    const Socket *socket = step.socket(step.event.fd);
    if (socket && socket->reset && !socket->peer_shut)
        return language.say("Explain", "%1 calls %3() on descriptor %2, whose connection was reset: it will not sleep. It gives what had "
                                       "come before, if that was not read, and tells of the reset, if no call has yet.")
            .arg(step.subject(), fd, name);
    if (step.select_said(step.event.fd))
        return language.say("Explain", "%2() has said that descriptor %1 is ready, so %3() will not sleep: data, end of file "
                                       "or an error is in the kernel already.").arg(fd, step.multiplexer(), name);
    const int64_t there = socket ? socket->receive_bytes.value_or(0) : 0, enough = there > 0 ? wanted(step) : 1;
    if (there > 0 && there < enough && !never_waits(step))
        return language.say("Explain", "%n bytes are in the receive buffer of descriptor %1, and %2() waits for %3: the thread sleeps until so many have "
                                       "come, or nothing more can come.", nullptr, plural(there)).arg(fd, name, language.number(qlonglong(enough)));
    if (there > 0 && !step.asleep())
        return together({socket->on_the_way > 0
                             ? language.say("Explain", "At least %n bytes are in the receive buffer of descriptor %1 already, so %2() only "
                                                       "copies (phase 2).", nullptr, plural(*socket->receive_bytes)).arg(fd, name)
                             : language.say("Explain", "%n bytes are in the receive buffer of descriptor %1 already, so %2() "
                                                       "only copies them (phase 2).",
                                            nullptr, plural(*socket->receive_bytes)).arg(fd, name),
                         waiting_in_queue(step)});
    if (socket && socket->peer_shut && socket->receive_bytes == 0)
        return language.say("Explain", "%1 calls %3() on descriptor %2. Nothing more will come: the other end has "
                                       "closed its sending direction.").arg(step.subject(), fd, name);
    if (!step.asleep() && shut_for_reading(step, step.event.fd) && !step.stopping())
        return language.say("Explain", "%1 calls %3() on descriptor %2, whose receiving direction was shut by shutdown(): it will not sleep.")
            .arg(step.subject(), fd, name);
    if (step.asleep())
        return together({language.say("Explain", "Nothing has arrived on descriptor %1, so the thread sleeps in "
                                                 "%3(): phase 1, wait for data from %2.").arg(fd, step.peer(step.event.fd), name),
                         waiting_in_queue(step)});
    if (step.value("flags") & MSG_DONTWAIT)
        return language.say("Explain", "%1 calls %3() on descriptor %2 with MSG_DONTWAIT: if nothing has arrived, this call returns -1 with EWOULDBLOCK "
                                       "at once.").arg(step.subject(), fd, name);
    if (never_waits(step))
        return language.say("Explain", "%1 calls %3() on descriptor %2, which is non-blocking: if nothing has arrived, it "
                                       "returns -1 with EWOULDBLOCK at once.").arg(step.subject(), fd, name);
    return together({language.say("Explain", "%1 calls %3() on descriptor %2. If nothing has arrived, the thread sleeps and "
                                             "waits for data (phase 1); what has come the kernel copies (phase 2).")
                         .arg(step.subject(), fd, name),
                     waiting_in_queue(step)});
}

// How the moment at which the data arrived is known.
QString arrival(const Step &step, const Phase &wait)
{
    const Language &language = step.language;
    if (wait.known == replay::Known::bracketed)
        return language.say("Explain", "The data arrived during the sender's send(): that is known to within %1.")
            .arg(language.duration(span(wait.earliest, wait.latest)));
    return wait.known == replay::Known::unknown ? untold_arrival(step, wait) : QString();
}

// One duration for both phases: when the data arrived is not recorded.
QString both_phases(const Step &step, const Phase &wait, int count)
{
    const Language &language = step.language;
    if (perhaps_none(wait))
        return language.say("Explain", "Whether the thread slept is not known. %2() took %1: waiting for data (phase 1), if at all, and "
                                       "copying %n bytes into the application's buffer (phase 2).", nullptr, count)
            .arg(step.took(), call_name(step.trace, step.event));
    return language.say("Explain", "The thread slept: it was seen asleep %1 after the call began. %3() took %2: waiting for data "
                                   "(phase 1), and waking up and copying %n bytes into the application's buffer (phase 2).", nullptr, count)
        .arg(language.duration(span(wait.begin, wait.earliest)), step.took(), call_name(step.trace, step.event));
}

// The thread slept in this very call. A bracketed arrival bounds both phases; it does not measure them.
QString slept_here(const Step &step, const Phase &wait, const Phase &copy, int count)
{
    const Language &language = step.language;
    if (perhaps_none(wait))
        return language.say("Explain", "Whether the thread slept is not known: the data may have been there when %2() began. "
                                       "Waiting for it (phase 1), if at all, and copying %n bytes into the application's buffer "
                                       "(phase 2) took %1 together.", nullptr, count)
            .arg(language.duration(span(wait.begin, *copy.end)), call_name(step.trace, step.event));
    if (wait.known == replay::Known::bracketed)
        return language.say("Explain", "The thread slept for at least %1 until data arrived (phase 1). Waking up and "
                                       "copying %n bytes into the application's buffer took at most %2 (phase 2).",
                            nullptr, count)
            .arg(language.duration(span(wait.begin, wait.earliest)), language.duration(span(wait.earliest, *copy.end)));
    return language.say("Explain", "The thread slept %1 until data arrived (phase 1); waking up and copying %n bytes "
                                   "into the application's buffer took %2 (phase 2).", nullptr, count)
        .arg(language.duration(span(wait.begin, *wait.end)), language.duration(span(copy.begin, *copy.end)));
}

// The thread slept in a select() before, and this call only copied.
QString slept_in_select(const Step &step, const Phase &wait, const Phase &copy, int count)
{
    const Language &language = step.language;
    const QString copied = language.duration(span(copy.begin, *copy.end)), name = call_name(step.trace, step.event);
    if (perhaps_none(wait))
        return language.say("Explain", "%4() did not sleep: the thread had waited at most %1 for the data in %3() (phase 1), "
                                       "perhaps not at all. %4() copied %n bytes into the application's buffer in %2 (phase 2).",
                            nullptr, count)
            .arg(language.duration(span(wait.begin, wait.latest)), copied, step.multiplexer(), name);
    if (between(wait))
        return language.say("Explain", "%4() did not sleep: the thread had waited at least %1 for the data in "
                                       "%3() (phase 1). %4() copied %n bytes into the application's buffer in %2 "
                                       "(phase 2).", nullptr, count)
            .arg(language.duration(span(wait.begin, wait.earliest)), copied, step.multiplexer(), name);
    return language.say("Explain", "%4() did not sleep: the thread had been %1 in %3() before (phase 1). %4() "
                                   "copied %n bytes into the application's buffer in %2 (phase 2).", nullptr, count)
        .arg(language.duration(span(wait.begin, *wait.end)), copied, step.multiplexer(), name);
}

QString received(const Step &step)
{
    const Language &language = step.language;
    const Socket *socket = step.socket(step.event.fd);
    const int count = plural(step.event.result);
    const Phase *wait = nullptr, *copy = nullptr;
    const std::vector<Phase> phases = step.replay.phases(step.sequence);
    for (const Phase &phase : phases)
        (phase.kind == Phase::wait ? wait : copy) = &phase;

    QStringList said;
    const auto transfer = calls::as_transfer(step.event);
    if (transfer && transfer->truncates && !transfer->peeks && socket && !is_local(step, step.event.thread, step.event.fd))
        said += language.say("Explain", "%2() returned after %1: the kernel has taken %n bytes out of the receive buffer and thrown them away, as MSG_TRUNC "
                                        "asks for (tcp(7)). Nothing was copied.", nullptr, count).arg(step.took(), call_name(step.trace, step.event));
    else if (wait && !copy && wait->known == replay::Known::unknown && wait->begin >= step.event.begin)
        said += both_phases(step, *wait, count);
    else if (!copy || !copy->end)
        said += language.say("Explain", "%2() returned after %1: the kernel has copied %n bytes into the "
                                        "application's buffer.",
                             nullptr, count).arg(step.took(), call_name(step.trace, step.event));
    else if (!wait || !wait->end || *wait->end <= wait->begin)
        said += language.say("Explain", "The data was in the kernel already, so %2() did not sleep: it copied %n "
                                        "bytes into the application's buffer in %1 (phase 2 only).", nullptr, count)
                    .arg(language.duration(span(copy->begin, *copy->end)), call_name(step.trace, step.event));
    else
        said += wait->begin < step.event.begin ? slept_in_select(step, *wait, *copy, count)
                                               : slept_here(step, *wait, *copy, count);
    if (wait)
        said += arrival(step, *wait);
    if (transfer && transfer->peeks)
        said += language.say("Explain", "MSG_PEEK only looks: what was copied is still in the receive buffer, and comes again.");
    if (socket && socket->receive_bytes.value_or(0) > 0)
        said += socket->on_the_way > 0
            ? language.say("Explain", "At least %n bytes are still in the receive buffer, and more in the sender's send buffer or here.",
                           nullptr, plural(*socket->receive_bytes))
            : language.say("Explain", "%n bytes are still in the receive buffer.", nullptr, plural(*socket->receive_bytes));
    return together(said);
}

// An end of a pair that passes datagrams on: it is no socket of the World.
bool of_datagrams(const Step &step)
{
    const auto made = step.replay.opened(step.event.thread, step.event.fd, {step.world.time, step.world.complete});
    const auto type = made ? calls::value(step.trace.events()[*made], "type") : std::nullopt;
    return type && (*type & 15) == SOCK_DGRAM; // without SOCK_NONBLOCK, SOCK_CLOEXEC
}

QString end_of_file(const Step &step)
{
    const Language &language = step.language;
    const Socket *socket = step.socket(step.event.fd);
    const QString name = call_name(step.trace, step.event);
    const auto opening = step.opened(step.event.fd);
    if (asks_nothing(step))
        return returned_nothing(step);
    if (of_datagrams(step))
        return shut_for_reading(step, step.event.fd)
            ? shut_here(step)
            : language.say("Explain", "%1() returned 0: an empty datagram has arrived. A datagram may have no bytes at all: between sockets of datagrams 0 is "
                                      "no end of file.").arg(name);
    if (opening && opening->what == calls::Opening::pipe)
        return language.say("Explain", "%1() returned 0, end of file: nobody has the pipe open for writing any more, and all that was in it has been read. "
                                       "0 is no error.").arg(name);
    if (!socket)
        return language.say("Explain", "%1() returned 0: end of file. 0 is no error.").arg(name);
    if (step.ended_by_stop(socket))
        return !step.scripted()
            ? language.say("Explain", "%1() returned 0: this end was shut down, because the run is being stopped.").arg(name)
            : language.say("Explain", "%1() returned 0: the run is being stopped, and the server's end was shut "
                                      "down.").arg(name);
    if (socket->reset && !socket->peer_shut)
        return language.say("Explain", "%1() returned 0: the connection was reset, which a call has told of already, and nothing more will "
                                       "come.").arg(name);
    if (socket->role == replay::SocketState::connected && !socket->peer_shut && shut_for_reading(step, step.event.fd))
        return shut_here(step);
    return !step.scripted()
        ? language.say("Explain", "%2() returned 0, end of file: %1 has closed its sending direction, and all it "
                                  "sent has been read. 0 is no error.").arg(step.peer(socket), name)
        : language.say("Explain", "%1() returned 0, end of file: the server has closed its end, and all it sent has "
                                  "been read. 0 is no error.").arg(name);
}

QString not_received(const Step &step)
{
    const Language &language = step.language;
    if (step.event.error == ECONNRESET)
        return together({failed(step), language.say("Explain", "All that had come has been read; what the other end's "
                                                               "kernel had not sent on is lost. The descriptor is still "
                                                               "open: it must be closed.")});
    if (step.event.error == EAGAIN)
        return polled(step);
    return failed(step);
}

// True if the bytes sent on `socket` wait for a server that has not accepted the connection.
bool not_accepted(const Step &step, const Socket *socket)
{
    return step.scripted() && socket && socket->peer == -1 && !socket->peer_closed && !socket->reset && !socket->outside && socket->local_port != 0
        && step.trace.dropped == 0;
}

} // namespace

bool asks_nothing(const Step &step)
{
    const auto transfer = calls::as_transfer(step.event);
    return transfer && transfer->reads() && transfer->asked == 0;
}

QString returned_nothing(const Step &step)
{
    return step.language.say("Explain", "%1() returned 0, since it was asked for 0 bytes: that tells neither of an end of file nor of what has come.")
        .arg(call_name(step.trace, step.event));
}

QString shut_here(const Step &step)
{
    return step.language.say("Explain", "%1() returned 0: the receiving direction of descriptor %2 was shut by shutdown() at this end, and nothing is there. "
                                        "That tells nothing of the other end.").arg(call_name(step.trace, step.event), step.plain(step.event.fd));
}

QString untold_arrival(const Step &step, const Phase &wait)
{
    const Language &language = step.language;
    const Socket *socket = step.socket(step.event.fd);
    const auto transfer = calls::as_transfer(step.event);
    const auto sends = [&](const Socket &one) { return one.datagrams && one.local_port == transfer->told_port; };
    const bool lost = transfer && transfer->told_port != 0 && std::ranges::any_of(step.world.sockets, sends);
    const trace::Event *by = wait.by && *wait.by < step.trace.events().size() ? &step.trace.events()[*wait.by] : nullptr;
    const auto sent = by ? calls::as_transfer(*by) : std::nullopt;
    const bool more = sent && (sent->more_follows || option_set(step, by->thread, by->fd, IPPROTO_TCP, TCP_CORK));
    const QString why = wait.kept_back && more
        ? language.say("Explain", "The sender's send() had returned before: TCP had kept the bytes back, or may have, for more to go with them (MSG_MORE, "
                                  "TCP_CORK: tcp(7)). When they arrived is not recorded.")
        : wait.kept_back
        ? language.say("Explain", "The sender's send() had returned before: TCP had kept the bytes back, or may have, while earlier ones were "
                                  "not acknowledged (Nagle's algorithm; tcp(7), TCP_NODELAY). When they arrived is not recorded.")
        : lost ? language.say("Explain", "Which send() brought it is not known: datagrams may have been lost on the way. So it is not "
                                         "known when it arrived.")
        : socket && socket->outside ? language.say("Explain", "When the data arrived is not known: the sender is another program.")
                                    : language.say("Explain", "When the data arrived is not known: the recording does not tell.");
    if (perhaps_none(wait) || wait.latest <= wait.earliest)
        return why;
    return together({why, language.say("Explain", "It was in the last %1 of the wait.").arg(language.duration(span(wait.earliest, wait.latest)))});
}

QString explain_receive(const Step &step)
{
    const Socket *socket = step.socket(step.event.fd);
    if (calls::has(step.event, calls::names_peer) || (socket && socket->datagrams))
        return explain_datagram_received(step);
    if (calls::as_transfer(step.event)->urgent)
        return explain_urgent(step);
    if (step.begins)
        return receive_begins(step);
    const QString said = step.event.result > 0 ? received(step) : step.event.result == 0 ? end_of_file(step) : not_received(step);
    return step.replay.loses_urgent(step.sequence)
        ? together({said, step.language.say("Explain", "An urgent byte had come that nobody had taken with MSG_OOB. This read has gone past it: it "
                                                       "is lost (tcp(7)).")})
        : said;
}

QString explain_send(const Step &step)
{
    const Language &language = step.language;
    const Socket *socket = step.socket(step.event.fd);
    const QString fd = step.plain(step.event.fd);
    if (calls::has(step.event, calls::names_peer) || (socket && socket->datagrams))
        return explain_datagram_sent(step);
    const calls::Transfer transfer = *calls::as_transfer(step.event);
    if (transfer.urgent && !transfer.found_nothing())
        return explain_urgent(step);
    if (step.begins && never_waits(step))
        return language.say("Explain", "%1 offers the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, "
                                       "send() takes only a part, or nothing: it does not wait.",
                            nullptr, plural(transfer.asked))
            .arg(step.subject(), step.peer(step.event.fd), fd);
    if (step.begins)
        return together({language.say("Explain", "%1 gives the kernel %n bytes for %2 (descriptor %3). If the send buffer is full, the "
                                                 "thread sleeps and waits for room.",
                                      nullptr, plural(transfer.asked))
                             .arg(step.subject(), step.peer(step.event.fd), fd),
                         holds_up_others(step, socket)});
    if (transfer.found_nothing() && waited(step))
        return language.say("Explain", "%1() waited %2 for room in the send buffer of descriptor %3 and then returned -1 with EWOULDBLOCK: a time limit "
                                       "of the socket was up (SO_SNDTIMEO, socket(7)).").arg(call_name(step.trace, step.event), step.took(), fd);
    if (transfer.found_nothing())
        return language.say("Explain", "The send buffer of descriptor %1 is full, and the call must not wait: send() took "
                                       "nothing, %n times (EWOULDBLOCK).", nullptr, plural(step.event.count)).arg(fd);
    if (step.event.result == -1)
        return together({failed(step), holds_up_others(step, socket)});
    const QString copied = step.event.result < transfer.asked
        ? language.say("Explain", "%2() returned %n: the kernel took only so many of %1.",
                       nullptr, plural(step.event.result))
              .arg(language.bytes(transfer.asked), call_name(step.trace, step.event))
        : language.say("Explain", "The kernel has taken all %n bytes for %1; %3() took %2.",
                       nullptr, plural(step.event.result))
              .arg(step.peer(step.event.fd), step.took(), call_name(step.trace, step.event));
    if (step.event.result < transfer.asked && socket && !socket->nonblocking && !transfer.never_waits && !socket->reset)
        return together({copied, language.say("Explain", "The socket is a blocking one: something has ended the wait for room, a signal, an error or "
                                                         "a time limit. The next call tells.")});
    if (socket && socket->reset) // what became of the bytes is told there
        return copied;
    return together({copied, not_accepted(step, socket)
                                 ? language.say("Explain", "They wait in the kernel: no accept() has returned for this "
                                                           "connection yet (inferred from the recording).")
                                 : language.say("Explain", "They are in the kernel now. That does not mean that the "
                                                           "other end has read them."),
                     holds_up_others(step, socket)});
}

} // namespace words
