// SPDX-License-Identifier: MIT
// The calls with which a server begins: socket, setsockopt, bind, listen, getsockname, fcntl.
#include "words/explain/explain.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <QStringList>

#include <cerrno>

namespace words {
namespace {

using calls::Setting;

bool is_of_type(const Step &step, int type)
{
    return (step.value("type") & 0xf) == type; // without SOCK_NONBLOCK, SOCK_CLOEXEC
}

QString socket_begins(const Step &step)
{
    const int64_t domain = step.value("domain");
    if (is_of_type(step, SOCK_STREAM) && (domain == AF_INET || domain == AF_INET6))
        return step.language.say("Explain", "%1 asks the kernel for a TCP socket: one end of a connection to be, with "
                                            "buffers of its own in the kernel.").arg(step.subject());
    if (is_of_type(step, SOCK_DGRAM))
        return step.language.say("Explain", "%1 asks the kernel for a UDP socket: it sends and receives single datagrams, and there "
                                            "is no connection.").arg(step.subject());
    return step.language.say("Explain", "%1 asks the kernel for a socket.").arg(step.subject());
}

QString socket_made(const Step &step)
{
    if (is_of_type(step, SOCK_DGRAM))
        return step.language.say("Explain", "socket() returned descriptor %1, the smallest number that was free. The socket exists "
                                            "in the kernel now, but it has no port yet.").arg(step.event.result);
    return step.language.say("Explain", "socket() returned descriptor %1, the smallest number that was free. The socket exists in the "
                                        "kernel now, but it has no connection yet.").arg(step.event.result);
}

QString option(const Step &step, const Setting &setting)
{
    const Language &language = step.language;
    const auto is_on = [&](int name) { return setting.names(SOL_SOCKET, name) && setting.value != 0; };
    const QString fd = step.plain(step.event.fd);
    const replay::Socket *socket = step.socket(step.event.fd);
    if (is_on(SO_REUSEADDR) && socket && socket->datagrams)
        return step.begins
            ? language.say("Explain", "%1 asks that another UDP socket may have the port of descriptor %2, too, if that one says the same "
                                      "of itself.").arg(step.subject(), fd)
            : language.say("Explain", "SO_REUSEADDR is set on descriptor %1: another UDP socket that has it set, too, may be bound to the "
                                      "same port. The kernel gives a datagram to the one that is connected to its sender, if there is "
                                      "one.").arg(fd);
    if (is_on(SO_REUSEADDR))
        return step.begins
            ? language.say("Explain", "%1 asks that its port may be used again at once, even if old connections on it "
                                      "are still in TIME_WAIT.").arg(step.subject())
            : language.say("Explain", "SO_REUSEADDR is set on descriptor %1: old connections on the port that are still in TIME_WAIT are no "
                                      "reason for bind() to fail, if their socket had it set, too.").arg(fd);
    const int64_t seconds = setting.second.value_or(0);
    if (is_on(SO_LINGER) && seconds > 0)
        return language.say("Explain", "SO_LINGER is on for descriptor %1, with a time of %n seconds: close() waits so long at most "
                                       "until the other side has acknowledged all. Whether a FIN or a reset (RST) ends the connection it does not change.",
                            nullptr, plural(seconds)).arg(fd);
    if (is_on(SO_LINGER))
        return step.begins
            ? language.say("Explain", "%1 prepares to reset the connection of descriptor %2 instead of ending it in "
                                      "order.")
                  .arg(step.subject(), fd)
            : language.say("Explain", "SO_LINGER is on for descriptor %1: with a time of 0, close() sends a reset (RST) instead "
                                      "of a FIN.").arg(fd);
    const auto microseconds = calls::value(step.event, "microseconds");
    const QString name = constant(calls::Type::option, setting.name, setting.level);
    const QString value = microseconds ? QStringLiteral("{%1, %2}").arg(setting.value).arg(*microseconds) : step.plain(setting.value);
    const bool buffer = setting.names(SOL_SOCKET, SO_SNDBUF) || setting.names(SOL_SOCKET, SO_RCVBUF);
    const QString made = buffer ? language.say("Explain", "Linux keeps twice the size asked for, since it counts its own bookkeeping in, and "
                                                          "there is a least and a greatest size (socket(7)). Which one is in force now "
                                                          "the recording does not tell.")
                                : QString();
    return step.begins ? language.say("Explain", "%1 asks that option %3 of descriptor %2 be %4.").arg(step.subject(), fd, name, value)
                       : together({language.say("Explain", "Option %2 of descriptor %1 is set: %3 was asked for.").arg(fd, name, value), made});
}

// Whether SO_REUSEADDR was set on descriptor `fd` since its socket was made.
bool may_reuse(const Step &step, int fd)
{
    bool set = false;
    const auto &lane = step.replay.lane(step.event.thread).sequence; // by begin
    for (size_t i = 0; i < lane.size() && lane[i] < step.sequence; ++i) {
        const trace::Event &event = step.trace.events()[lane[i]];
        if (const auto opening = calls::as_opening(event); opening && opening->made == fd)
            set = false;
        else if (const auto setting = calls::as_setting(event); setting && setting->fd == fd && setting->is(SOL_SOCKET, SO_REUSEADDR))
            set = setting->value != 0;
    }
    return set;
}

QString in_use(const Step &step)
{
    const Language &language = step.language;
    const QString port = step.plain(step.value("port"));
    const replay::Socket *socket = step.socket(step.event.fd);
    const QString choose = language.say("Explain", "Choose another port, or 0: then the kernel chooses a free one.");
    if (socket && socket->datagrams)
        return together({language.say("Explain", "Another UDP socket has port %1. (UDP knows no TIME_WAIT.)").arg(port), choose});
    return together({may_reuse(step, step.event.fd)
                         ? language.say("Explain", "Another socket listens on port %1, or has or had it without SO_REUSEADDR. That is set here, but overlooks old "
                                                   "connections in TIME_WAIT only if their socket had it set, too.").arg(port)
                         : language.say("Explain", "Another socket has port %1, or an old connection on it is still in TIME_WAIT: that would not be in the "
                                                   "way if SO_REUSEADDR had been set on both sockets before bind().").arg(port),
                     choose});
}

QString binding(const Step &step)
{
    const Language &language = step.language;
    const int64_t asked = step.value("port");
    const QString fd = step.plain(step.event.fd), port = step.plain(asked);
    if (step.begins)
        return asked == 0
            ? language.say("Explain", "%1 asks for a port for descriptor %2. Port 0 means: the kernel may choose a "
                                      "free one.")
                  .arg(step.subject(), fd)
            : language.say("Explain", "%1 asks for port %3 for descriptor %2.").arg(step.subject(), fd, port);
    if (step.event.result == -1)
        return step.event.error == EADDRINUSE
            ? together({failed(step), in_use(step)})
            : failed(step);
    return asked == 0
        ? language.say("Explain", "Descriptor %1 has a port now, chosen by the kernel. getsockname() tells which.")
            .arg(fd)
        : language.say("Explain", "Descriptor %1 has port %2 now.").arg(fd, port);
}

QString listening(const Step &step, const Setting &setting)
{
    const QString fd = step.plain(setting.fd), backlog = step.plain(setting.value);
    if (step.begins)
        return step.language.say("Explain", "%1 makes descriptor %2 a listening socket. Connections that nobody has accepted yet "
                                            "are to wait in its queue (backlog %3).")
            .arg(step.subject(), fd, backlog);
    return step.language.say("Explain", "Descriptor %1 is a listening socket now. From here on the kernel completes "
                                        "connections by itself and keeps them in a queue until accept() takes them.")
        .arg(fd);
}

QString own_port(const Step &step)
{
    const QString fd = step.plain(step.event.fd), port = step.plain(step.value("port"));
    if (step.begins)
        return step.language.say("Explain", "%1 asks the kernel which port descriptor %2 has.").arg(step.subject(), fd);
    const replay::Socket *socket = step.socket(step.event.fd);
    if (socket && socket->role == replay::SocketState::listening)
        return step.language.say("Explain", "Descriptor %1 listens on port %2: this is where clients connect.")
            .arg(fd, port);
    if (socket && socket->datagrams)
        return step.language.say("Explain", "Descriptor %1 has port %2: datagrams for that port are put into its receive buffer.")
            .arg(fd, port);
    return step.language.say("Explain", "This end of the connection, descriptor %1, has port %2.").arg(fd, port);
}

// What F_SETFL has switched on, and what off, since it was not given.
QString flags_set(const Step &step, const Setting &setting)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    const bool waits_not = setting.value & O_NONBLOCK, async = setting.value & O_ASYNC;
    if (step.begins)
        return waits_not && async
            ? language.say("Explain", "%1 switches signals on for descriptor %2 (O_ASYNC), and lets none of its calls wait (O_NONBLOCK).")
                  .arg(step.subject(), fd)
            : language.say("Explain", "%1 sets the file status flags of descriptor %2 to %3.")
                  .arg(step.subject(), fd, constant(calls::Type::status_flags, setting.value));
    const auto opening = step.opened(step.event.fd);
    const bool terminal = opening && opening->what == calls::Opening::terminal; // its owner is its foreground then
    const bool owner = terminal || has_owner(step, step.event.fd);
    if (waits_not && async && owner)
        return language.say("Explain", "From now on descriptor %1 sends a signal when something can be done on it, and no call on it "
                                       "waits.").arg(fd);
    QStringList said;
    if (waits_not)
        said += language.say("Explain", "Descriptor %1 is non-blocking now: a call on it that would have to wait returns -1 with "
                                        "EWOULDBLOCK at once.").arg(fd);
    else if (flag_was_on(step, step.event.fd, O_NONBLOCK))
        said += language.say("Explain", "O_NONBLOCK is off now, since F_SETFL was not given it: descriptor %1 is blocking again, and a call on it "
                                        "that has to wait puts the thread to sleep.").arg(fd);
    else
        said += language.say("Explain", "Descriptor %1 is blocking: a call on it that has to wait puts the thread to sleep.").arg(fd);
    if (async && owner)
        said += language.say("Explain", "O_ASYNC is on: from now on descriptor %1 sends a signal when something can be done on it.").arg(fd);
    else if (async)
        said += language.say("Explain", "O_ASYNC is on, but the recording shows nobody who is to get the signals of descriptor %1: none is sent before "
                                        "F_SETOWN or F_SETOWN_EX says who.").arg(fd);
    else if (flag_was_on(step, step.event.fd, O_ASYNC))
        said += language.say("Explain", "O_ASYNC is off now, since F_SETFL was not given it: descriptor %1 sends no signal any more.").arg(fd);
    return together(said);
}

QString status_flags(const Step &step, const Setting &setting)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    if (setting.name == F_GETFL && !step.begins && step.event.line == 0 && step.event.thread < step.trace.threads.size()
        && step.trace.threads[step.event.thread].name == "bench")
        return language.say("Explain", "The file status flags of descriptor %1 are %2 now. No statement has asked: the bench looks at what the kernel "
                                       "has made of F_SETFL.").arg(fd, constant(calls::Type::status_flags, step.event.result));
    if (setting.name == F_GETFL)
        return step.begins ? language.say("Explain", "%1 asks for the file status flags of descriptor %2.")
                                 .arg(step.subject(), fd)
                           : language.say("Explain", "The file status flags of descriptor %1 are %2. The program asks first, since "
                                                     "F_SETFL switches off each flag it can change and is not given, such as O_NONBLOCK or "
                                                     "O_ASYNC. The access mode, O_RDWR, stays as it is (fcntl(2)).")
                                 .arg(fd, constant(calls::Type::status_flags, step.event.result));
    if (setting.name == F_SETOWN_EX || setting.what == Setting::owner_signal)
        return explain_signal(step);
    if (setting.what != Setting::status_flags)
        return language.say("Explain", "%1 calls fcntl() on descriptor %2.").arg(step.subject(), fd);
    return flags_set(step, setting);
}

// The cheapest question there is about a descriptor: is it one?
QString descriptor_flags(const Step &step)
{
    const Language &language = step.language;
    const QString fd = step.plain(step.event.fd);
    if (step.begins)
        return language.say("Explain", "%1 asks whether %2 is a descriptor at all: fcntl() with F_GETFD fails if it is none.")
            .arg(step.subject(), fd);
    if (step.event.result == -1)
        return together({failed(step), step.closed(step.event.fd)
                                           ? language.say("Explain", "Descriptor %1 was closed: a set that still has its bit makes select() fail "
                                                                     "with EBADF, so it must be taken out of the sets.").arg(fd)
                                           : language.say("Explain", "There is no descriptor %1, and the recording shows none that there was.").arg(fd)});
    return language.say("Explain", "Descriptor %1 is open: it is none of those with which select() fails with EBADF.").arg(fd);
}

} // namespace

QString explain_setup(const Step &step)
{
    const auto setting = calls::as_setting(step.event);
    if (step.event.call == trace::Call::bind)
        return binding(step);
    if (setting && setting->what == Setting::other && setting->name == F_GETFD)
        return descriptor_flags(step);
    if (!step.begins && step.event.result == -1)
        return failed(step);
    if (calls::as_opening(step.event))
        return step.begins ? socket_begins(step) : socket_made(step);
    if (!setting)
        return own_port(step);
    switch (setting->what) {
    case Setting::option: return option(step, *setting);
    case Setting::listening: return listening(step, *setting);
    default: return status_flags(step, *setting);
    }
}

} // namespace words
