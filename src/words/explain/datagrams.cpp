// SPDX-License-Identifier: MIT
// Datagrams on their way (UNP 8): recvfrom() and its two phases, sendto(), and the same by the calls of a connected socket.
#include "words/explain/explain.h"

#include <QStringList>

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>

namespace words {
namespace {

using replay::Phase;

constexpr size_t most_looked_at = 10'000; // events

// This call, although the socket is a blocking one.
bool must_not_wait(const Step &step)
{
    return step.value("flags") & MSG_DONTWAIT;
}

QString datagram_begins(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd), name = call_name(step.trace, step.event);
    const replay::Socket *socket = step.socket(step.event.fd);
    if (step.select_said(step.event.fd))
        return language.say("Explain", "%2() has said that descriptor %1 is ready, so %3() will not sleep: a datagram or an "
                                       "error is in the kernel already.").arg(fd, step.multiplexer(), name);
    if (step.asleep())
        return language.say("Explain", "No datagram has arrived on descriptor %1, so the thread sleeps in %2(): phase 1, wait for "
                                       "data.").arg(fd, name);
    if (socket && socket->nonblocking && !must_not_wait(step))
        return language.say("Explain", "%1 calls %3() on descriptor %2, which is non-blocking: if no datagram has arrived, it "
                                       "returns -1 with EWOULDBLOCK at once.").arg(step.subject(), fd, name);
    if (must_not_wait(step))
        return language.say("Explain", "%1 calls %3() on descriptor %2 with MSG_DONTWAIT: if no datagram has arrived, this call returns "
                                       "-1 with EWOULDBLOCK at once.").arg(step.subject(), fd, name);
    return language.say("Explain", "%1 calls %3() on descriptor %2. If no datagram has arrived, the thread sleeps and waits for "
                                   "one (phase 1); one that has come the kernel copies (phase 2).").arg(step.subject(), fd, name);
}

// One duration for both phases: when the datagram arrived is not recorded.
QString datagram_phases(const Step &step, const Phase &wait, int count)
{
    const Language &language = step.language;
    const QString name = call_name(step.trace, step.event);
    const QString slept = perhaps_none(wait)
        ? language.say("Explain", "Whether the thread slept is not known. %1() took %2: waiting for a datagram (phase 1), if at all, and "
                                  "copying %n bytes into the application's buffer (phase 2).", nullptr, count).arg(name, step.took())
        : language.say("Explain", "The thread slept: it was seen asleep %3 after the call began. %1() took %2: waiting for a datagram "
                                  "(phase 1), and waking up and copying %n bytes into the application's buffer (phase 2).", nullptr, count)
              .arg(name, step.took(), language.duration(span(wait.begin, wait.earliest)));
    return together({slept, untold_arrival(step, wait)});
}

// A bracketed arrival bounds both phases; it does not measure them.
QString phases(const Step &step, const Phase &wait, const Phase &copy, int count)
{
    const Language &language = step.language;
    const QString name = call_name(step.trace, step.event);
    if (wait.begin < step.event.begin && perhaps_none(wait))
        return language.say("Explain", "%1() did not sleep: the thread had waited at most %4 for a datagram in %2() before (phase 1), perhaps not at "
                                       "all. It copied %n bytes into the application's buffer in %3 (phase 2).", nullptr, count)
            .arg(name, step.multiplexer(), language.duration(span(copy.begin, *copy.end)), language.duration(span(wait.begin, wait.latest)));
    if (wait.begin < step.event.begin)
        return language.say("Explain", "%1() did not sleep: the thread had waited in %2() before (phase 1). It copied %n bytes into "
                                       "the application's buffer in %3 (phase 2).", nullptr, count)
            .arg(name, step.multiplexer(), language.duration(span(copy.begin, *copy.end)));
    if (perhaps_none(wait))
        return language.say("Explain", "Whether the thread slept is not known: the datagram may have been there when %1() began. "
                                       "Waiting for it (phase 1), if at all, and copying %n bytes into the application's buffer "
                                       "(phase 2) took %2 together.", nullptr, count)
            .arg(name, language.duration(span(wait.begin, *copy.end)));
    if (wait.known == replay::Known::bracketed)
        return language.say("Explain", "The thread slept for at least %1 until a datagram arrived (phase 1). Waking up and copying "
                                       "%n bytes into the application's buffer took at most %2 (phase 2). It arrived during the "
                                       "sender's send(): that is known to within %3.", nullptr, count)
            .arg(language.duration(span(wait.begin, wait.earliest)), language.duration(span(wait.earliest, *copy.end)),
                 language.duration(span(wait.earliest, wait.latest)));
    return datagram_phases(step, wait, count);
}

} // namespace

QString cut_off(const Step &step, qint64 room)
{
    const Language &language = step.language;
    const auto sent = step.replay.taken_by(step.sequence);
    const auto transfer = calls::as_transfer(step.event);
    if (transfer && transfer->peeks)
        return language.say("Explain", "MSG_PEEK only looks: the datagram stays in the receive buffer, whole, and the next call gets it.");
    const bool told = transfer && transfer->truncates;
    const qint64 size = sent ? qint64(sent->bytes) : told ? qint64(step.event.result) : -1;
    if (size > room)
        return language.say("Explain", "One call takes one datagram. This one had %1, and the buffer has room for %2: the rest, %3, is lost.",
                            "a datagram; three times bytes")
            .arg(language.bytes(size), language.bytes(room), language.bytes(size - room));
    if (size < 0 && room > 0 && step.event.result == room)
        return language.say("Explain", "One call takes one datagram. It has filled the buffer: whether it was longer, and the rest is lost, the call does "
                                       "not tell (MSG_TRUNC would).");
    return language.say("Explain", "One call takes one datagram, and what does not fit into the buffer is lost.");
}

namespace {

// Of its sender, as far as the call itself tells; 0: it does not.
int told_port(const Step &step)
{
    const auto transfer = calls::as_transfer(step.event);
    return transfer ? transfer->told_port : 0;
}

QString its_sender(const Step &step)
{
    const int port = told_port(step);
    return port == 0 ? QString() : step.language.say("Explain", "Its sender has port %1: that is where a reply has to go.").arg(port);
}

QString datagram_received(const Step &step)
{
    const Language &language = step.language;
    const int count = plural(std::min<int64_t>(step.event.result, step.value("length"))); // MSG_TRUNC: it returns the whole size
    const QString name = call_name(step.trace, step.event);
    const Phase *wait = nullptr, *copy = nullptr;
    const std::vector<Phase> all = step.replay.phases(step.sequence);
    for (const Phase &phase : all)
        (phase.kind == Phase::wait ? wait : copy) = &phase;
    QStringList said;
    if (wait && wait->end && *wait->end > wait->begin && copy && copy->end)
        said += phases(step, *wait, *copy, count);
    else if (wait && wait->known == replay::Known::unknown)
        said += datagram_phases(step, *wait, count);
    else
        said += language.say("Explain", "A datagram was in the kernel already, so %1() did not sleep: it copied %n bytes into the "
                                        "application's buffer in %2 (phase 2 only).", nullptr, count).arg(name, step.took());
    said += cut_off(step, step.value("length"));
    said += its_sender(step);
    return together(said);
}

// 0 that is a datagram, not what shutdown() leaves: recvfrom() tells who has sent it.
bool is_empty_datagram(const Step &step)
{
    return !step.stopping() || told_port(step) != 0;
}

QString received_empty(const Step &step)
{
    const Language &language = step.language;
    const QString name = call_name(step.trace, step.event);
    QStringList said{language.say("Explain", "%1() returned 0: an empty datagram has arrived. A datagram may have no bytes at all. Over UDP 0 "
                                             "is no end of file.").arg(name)};
    for (const Phase &wait : step.replay.phases(step.sequence))
        if (wait.kind == Phase::wait && wait.begin >= step.event.begin && wait.known == replay::Known::bracketed && !perhaps_none(wait))
            said += language.say("Explain", "Before that, the thread had slept for at least %1 (phase 1). There was nothing to copy in phase 2.")
                        .arg(language.duration(span(wait.begin, wait.earliest)));
    said += its_sender(step);
    return together(said);
}

} // namespace

QString refused_before(const Step &step)
{
    const Language &language = step.language;
    std::vector<size_t> sent; // since the socket was made, or told of such an error before
    const auto server = [&](const trace::Event &event) {
        return event.thread < step.trace.threads.size() && trace::origin(step.trace, event.thread) == trace::Origin::listing;
    };
    for (size_t i = std::min(step.sequence, step.trace.events().size()), looked = 0; i-- > 0 && looked < most_looked_at; ++looked) {
        const trace::Event &event = step.trace.events()[i];
        const bool same = event.thread == step.event.thread || (server(event) && server(step.event)); // one table
        if (const auto opening = calls::as_opening(event); same && opening && opening->what == calls::Opening::socket && opening->made == step.event.fd)
            break;
        if (!same || event.fd != step.event.fd || !calls::is_call(event.call))
            continue;
        if (event.result == -1 && event.error == ECONNREFUSED)
            break;
        if (calls::writes(event) && event.result >= 0)
            sent.push_back(i);
    }
    if (sent.size() == 1)
        return language.say("Explain", "Nobody had the port that the datagram of step %1 was for: an ICMP message “port unreachable” came back, and "
                                       "the next call on the connected socket tells (udp(7)).").arg(language.number(qlonglong(sent.front())));
    return sent.empty()
        ? language.say("Explain", "Nobody had the port that an earlier datagram was for: an ICMP message “port unreachable” came back, and the "
                                  "next call on the connected socket tells (udp(7)).")
        : language.say("Explain", "Nobody had the port that one of the %n datagrams since step %1 was for: an ICMP message “port unreachable” "
                                  "came back, and the next call on the connected socket tells (udp(7)). Which one it does not say.",
                       nullptr, plural(qint64(sent.size()))).arg(language.number(qlonglong(sent.back())));
}

QString explain_datagram_received(const Step &step)
{
    const Language &language = step.language;
    const QString name = call_name(step.trace, step.event);
    if (step.begins)
        return datagram_begins(step);
    if (step.event.result > 0)
        return datagram_received(step);
    if (step.event.result == 0 && asks_nothing(step)) // read() of 0 bytes takes nothing: sock_read_iter()
        return together({returned_nothing(step), calls::row(step.event.call).field("flags") ? cut_off(step, 0) : QString()});
    if (step.event.result == 0 && !step.stopping() && told_port(step) == 0 && shut_for_reading(step, step.event.fd))
        return shut_here(step);
    if (step.event.result == 0)
        return is_empty_datagram(step)
            ? received_empty(step)
            : language.say("Explain", "%1() returned 0: the socket was shut down, because the run is being stopped.").arg(name);
    if (step.event.error == EAGAIN && must_not_wait(step) && step.event.count == 1)
        return language.say("Explain", "%1() returned -1 with EWOULDBLOCK at once, as MSG_DONTWAIT asks for: no datagram is on "
                                       "descriptor %2.").arg(name, step.plain(step.event.fd));
    if (step.event.error == EAGAIN)
        return polled(step);
    if (step.event.error == ECONNREFUSED)
        return together({failed(step), refused_before(step)});
    return failed(step);
}

QString explain_datagram_sent(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const replay::Socket *socket = step.socket(step.event.fd);
    const int64_t bytes = step.value("length");
    if (step.begins && bytes == 0)
        return language.say("Explain", "%1 hands the kernel an empty datagram (descriptor %2): it has a sender and a receiver, and no bytes. "
                                       "There is no connection: nobody tells whether it arrives.").arg(step.subject(), fd);
    if (step.begins && !calls::has(step.event, calls::names_peer))
        return language.say("Explain", "%1 hands the kernel a datagram of %n bytes for %3 (descriptor %2). There is no connection: "
                                       "nobody tells whether it arrives.", nullptr, plural(bytes))
            .arg(step.subject(), fd, step.peer(socket));
    if (step.begins)
        return language.say("Explain", "%1 hands the kernel a datagram of %n bytes, and the address it is for (descriptor %2). There "
                                       "is no connection: nobody tells whether it arrives.", nullptr, plural(bytes))
            .arg(step.subject(), fd);
    if (step.event.result == -1 && step.event.error == ECONNREFUSED)
        return together({failed(step), refused_before(step), language.say("Explain", "This one was not sent.", "a datagram")});
    if (step.event.result == -1)
        return step.event.error == EAGAIN ? polled(step) : failed(step);
    const QString nobody = calls::has(step.event, calls::names_peer) && step.replay.nobody_has(uint16_t(told_port(step)), step.sequence)
        ? language.say("Explain", "But the socket that had port %1 is closed: unless another program has the port now, the kernel there answers with an "
                                  "ICMP message (port unreachable). A socket that is not connected is told nothing of that (udp(7)): the datagram is "
                                  "lost in silence.").arg(told_port(step))
        : QString();
    if (!nobody.isEmpty())
        return together({language.say("Explain", "The kernel has taken the datagram of %n bytes; %1() took %2.", nullptr, plural(step.event.result))
                             .arg(call_name(step.trace, step.event), step.took()), nobody});
    if (bytes == 0)
        return language.say("Explain", "The kernel has taken the empty datagram; %1() took %2. A datagram of 0 bytes is one all the same: "
                                       "to receive it takes a call of its own, which returns 0.").arg(call_name(step.trace, step.event), step.took());
    return language.say("Explain", "The kernel has taken the datagram of %n bytes; %1() took %2. That does not mean that it has been "
                                   "read.", nullptr, plural(step.event.result)).arg(call_name(step.trace, step.event), step.took());
}

} // namespace words
