// SPDX-License-Identifier: MIT
// Events written as the program's own lines, with their results: names and numbers only, the same in every language.
#include "words/quoted.h"
#include "words/sentences.h"

#include "archive/constants.h"

#include <sys/socket.h>

#include <aio.h>
#include <algorithm>
#include <fcntl.h>
#include <linux/io_uring.h>

namespace words {
namespace {

using trace::Call;
using trace::Event;
using trace::Trace;

struct Name {
    int value;
    const char *name;
};

constexpr Name domains[] = {{AF_UNSPEC, "…"}, {AF_UNIX, "AF_UNIX"}, {AF_INET, "AF_INET"}, {AF_INET6, "AF_INET6"}};
constexpr Name socket_types[] = {{SOCK_STREAM, "SOCK_STREAM"}, {SOCK_DGRAM, "SOCK_DGRAM"}, {SOCK_RAW, "SOCK_RAW"}};
constexpr Name options[] = {
    {SO_REUSEADDR, "SO_REUSEADDR"}, {SO_LINGER, "SO_LINGER"}, {SO_RCVBUF, "SO_RCVBUF"}, {SO_SNDBUF, "SO_SNDBUF"},
    {SO_KEEPALIVE, "SO_KEEPALIVE"}, {SO_BROADCAST, "SO_BROADCAST"}, {SO_REUSEPORT, "SO_REUSEPORT"},
    {SO_RCVLOWAT, "SO_RCVLOWAT"}, {SO_TIMESTAMPNS, "SO_TIMESTAMPNS"},
};
constexpr Name shutdown_ways[] = {{SHUT_RD, "SHUT_RD"}, {SHUT_WR, "SHUT_WR"}, {SHUT_RDWR, "SHUT_RDWR"}};
constexpr Name message_flags[] = {
    {MSG_OOB, "MSG_OOB"}, {MSG_PEEK, "MSG_PEEK"}, {MSG_DONTWAIT, "MSG_DONTWAIT"}, {MSG_WAITALL, "MSG_WAITALL"},
    {MSG_NOSIGNAL, "MSG_NOSIGNAL"},
};

template <size_t N>
QString name_in(const Name (&names)[N], int64_t value)
{
    for (const Name &known : names)
        if (known.value == value)
            return QString::fromUtf8(known.name);
    return QString::number(value);
}

QString flag_names(int flags)
{
    QStringList parts;
    for (const Name &flag : message_flags)
        if (flags & flag.value) {
            parts += QString::fromLatin1(flag.name);
            flags &= ~flag.value;
        }
    if (flags)
        parts += QStringLiteral("0x%1").arg(flags, 0, 16);
    return parts.isEmpty() ? QStringLiteral("0") : parts.join(QLatin1Char('|'));
}

QString variable_name(const Trace &trace, const Event &event, int number)
{
    return QString::fromStdString(trace::variable(trace, event, uint16_t(number)));
}

// A timeval as its two members.
QString timeval(int64_t ns)
{
    if (ns < 0)
        return QStringLiteral("NULL");
    return QStringLiteral("{%1, %2}").arg(ns / 1'000'000'000).arg(ns % 1'000'000'000 / 1000);
}

// As strace(1) writes what the kernel has left of the timeout.
QString left_of_timeout(const Trace &trace, const Event &event)
{
    const std::optional<int64_t> left = trace::time_left(trace, event);
    return left ? QStringLiteral(" (left %1)").arg(timeval(*left)) : QString();
}

QString asked_sets(const Trace &trace, const Event &event)
{
    QStringList sets;
    for (int set = 0; set < 3; ++set)
        sets += trace::select_flags::variable(event.flags, set) == trace::select_flags::none
            ? QStringLiteral("NULL")
            : set_text(trace::members(trace::asked(trace, event, set), std::min(event.fd, 1024)));
    return sets.join(QStringLiteral(", "));
}

QString answered_sets(const Trace &trace, const Event &event)
{
    QString sets;
    for (int set = 0; set < 3; ++set)
        if (trace::select_flags::variable(event.flags, set) != trace::select_flags::none)
            sets += QLatin1Char(' ')
                + set_text(trace::members(trace::answered(trace, event, set), std::min(event.fd, 1024)));
    return sets;
}

// The descriptors poll() is asked about, or those found ready.
QString polled_text(const Trace &trace, const Event &event, bool answered)
{
    const std::vector<int> descriptors = trace::polled_descriptors(trace, event, answered);
    return descriptors.empty() ? QStringLiteral("…") : set_text(descriptors);
}

// What aio_cancel() answers.
QString cancelled(int result)
{
    switch (result) {
    case AIO_CANCELED: return QStringLiteral("AIO_CANCELED");
    case AIO_NOTCANCELED: return QStringLiteral("AIO_NOTCANCELED");
    case AIO_ALLDONE: return QStringLiteral("AIO_ALLDONE");
    default: return QString::number(result);
    }
}

// What a thread held at the gate is about to do. Which variable an assignment is of, the gate does not record.
QString held_name(const Event &event)
{
    const Call next = Call(std::min<uint16_t>(event.flags, uint16_t(Call::count_)));
    if (next == Call::set_assigned || next == Call::table_assigned || next == Call::number_assigned)
        return QStringLiteral("… = …");
    const std::string_view name = trace::name(next);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

QString asked_text(const Trace &trace, const Event &event)
{
    const QString name = call_name(trace, event), fd = QString::number(event.fd);
    const auto call = [&](auto... arguments) {
        return QStringLiteral("%1(%2)").arg(name, QStringList{arguments...}.join(QStringLiteral(", ")));
    };
    const QString dots = QStringLiteral("…"), buffer = QStringLiteral("buffer"), length = QString::number(event.length);
    switch (event.call) {
    case Call::socket: return call(name_in(domains, event.length), name_in(socket_types, event.flags & 0xf), dots);
    case Call::setsockopt: return call(fd, dots, name_in(options, event.flags), length);
    case Call::bind:
    case Call::connect: return call(fd, QLatin1Char(':') + length, dots);
    case Call::listen: return call(fd, length);
    case Call::getsockname:
    case Call::accept: return call(fd, dots);
    case Call::select: return call(fd, asked_sets(trace, event), timeval(event.length));
    case Call::poll:
        return call(polled_text(trace, event, false), fd,
                    event.length < 0 ? QStringLiteral("-1") : QString::number(event.length / 1'000'000));
    case Call::epoll_create1: return call(QString::number(event.flags));
    case Call::epoll_ctl:
        return call(fd, archive::epoll_operation_name(event.flags), length,
                    event.end ? archive::epoll_events(uint32_t(event.words[0])) : dots);
    case Call::epoll_wait:
        return call(fd, QStringLiteral("events"), QString::number(event.flags & trace::most_epoll_events),
                    event.length < 0 ? QStringLiteral("-1") : QString::number(event.length / 1'000'000));
    case Call::io_uring_setup: return call(length, dots);
    case Call::io_uring_enter: return call(fd, QString::number(event.flags), length, dots);
    case Call::sqe_queued:
        return QStringLiteral("%1 {%2, %3, %4}").arg(name, archive::uring_operation_name(event.flags & 0xff), fd, length);
    case Call::cqe_seen: return QStringLiteral("%1 {%2, %3}").arg(name, archive::uring_operation_name(event.flags & 0xff), fd);
    case Call::recv:
    case Call::send: return call(fd, buffer, length, flag_names(event.flags));
    case Call::recvfrom: return call(fd, buffer, length, flag_names(event.flags), dots);
    case Call::sendto:
        return call(fd, buffer, length, flag_names(event.flags), event.end == 0 ? dots : QStringLiteral(":%1").arg(event.words[1]));
    case Call::read:
    case Call::write: return call(fd, buffer, length);
    case Call::shutdown: return call(fd, name_in(shutdown_ways, event.flags));
    case Call::close: return call(fd);
    case Call::fcntl:
        return call(fd, archive::fcntl_command_name(event.flags),
                    event.flags == F_SETFL       ? archive::file_status_flags(event.length)
                        : event.flags == F_SETSIG    ? archive::signal_name(event.length)
                        : event.flags == F_SETOWN_EX ? QStringLiteral("{F_OWNER_TID, %1}").arg(event.length)
                                                     : length);
    case Call::sigaction: return call(archive::signal_name(event.length), event.words[1] ? QStringLiteral("&handler") : QStringLiteral("SIG_DFL"), dots);
    case Call::pthread_sigmask:
        return call(archive::signal_mask_way(event.flags), archive::signal_set(quint64(event.length)), dots);
    case Call::handler_begin: {
        const QString code = archive::signal_code(int16_t(event.flags)), signal = archive::signal_name(event.length);
        return event.fd < 0 ? QStringLiteral("%1: %2, %3").arg(name, signal, code)
                            : QStringLiteral("%1: %2, %3, si_fd %4").arg(name, signal, code, fd);
    }
    case Call::handler_end: return QStringLiteral("%1: %2").arg(name, archive::signal_name(event.length));
    case Call::aio_read:
    case Call::aio_write:
        return call(QStringLiteral("{%1, %2, %3, %4, %5}")
                        .arg(fd, buffer, length, QString::number(qint64(event.words[0])), archive::notification_name(event.flags)));
    case Call::aio_error:
    case Call::aio_return: return call(QStringLiteral("{%1, %2}").arg(fd, dots));
    case Call::aio_suspend: return call(dots, fd, timeval(event.length));
    case Call::aio_cancel: return call(fd, dots);
    case Call::nanosleep:
        return call(QStringLiteral("{%1, %2}").arg(event.length / 1'000'000'000).arg(event.length % 1'000'000'000),
                    dots);
    case Call::fd_zero: return call(QLatin1Char('&') + variable_name(trace, event, event.flags));
    case Call::fd_set:
    case Call::fd_clr:
    case Call::fd_isset: return call(fd, QLatin1Char('&') + variable_name(trace, event, event.flags));
    case Call::set_assigned: return QStringLiteral("%1 = %2").arg(name, variable_name(trace, event, event.fd));
    case Call::table_assigned: {
        const QString index = event.fd < 0 ? QString() : fd;
        const qsizetype inside = name.indexOf(QLatin1String("[]")); // a member: client[].fd
        return inside < 0 ? QStringLiteral("%1[%2] = %3").arg(name, index, length)
                          : QStringLiteral("%1%2%3 = %4").arg(name.left(inside + 1), index, name.mid(inside + 1), length);
    }
    case Call::number_assigned: return QStringLiteral("%1 = %2").arg(name, length);
    case Call::held: return QStringLiteral("held: ") + held_name(event);
    default: return name;
    }
}

QString answered_text(const Trace &trace, const Event &event)
{
    QString text = QStringLiteral("= %1").arg(event.result);
    if (event.result == -1)
        return text + QLatin1Char(' ') + error_name(event.error);
    switch (event.call) {
    case Call::select: return text + answered_sets(trace, event) + left_of_timeout(trace, event);
    case Call::aio_error: return event.result > 0 ? QStringLiteral("= ") + error_name(event.result) : text;
    case Call::aio_cancel: return QStringLiteral("= ") + cancelled(event.result);
    case Call::poll:
    case Call::epoll_wait: return event.result > 0 ? text + QLatin1Char(' ') + polled_text(trace, event, true) : text;
    case Call::getsockname: return text + QStringLiteral(" :%1").arg(event.length);
    case Call::fcntl:
        return event.flags == F_GETFL ? QStringLiteral("= ") + archive::file_status_flags(event.result) : text;
    case Call::aio_return:
    case Call::cqe_seen: {
        const int code = event.flags & 0xff;
        const bool moves = code == IORING_OP_RECV || code == IORING_OP_SEND;
        return moves && event.result > 0 ? text + QLatin1Char(' ') + quoted(event) : text;
    }
    case Call::recvfrom: return text + (event.result > 0 ? QLatin1Char(' ') + quoted(event) : QString()) + QStringLiteral(" :%1").arg(event.words[1]);
    case Call::recv:
    case Call::send:
    case Call::read:
    case Call::write:
    case Call::sendto: return event.result > 0 ? text + QLatin1Char(' ') + quoted(event) : text;
    default: return text;
    }
}

QString call_name(const Trace &trace, const Event &event)
{
    switch (event.call) {
    case Call::set_assigned:
    case Call::table_assigned:
    case Call::number_assigned: return variable_name(trace, event, event.flags);
    default: {
        const std::string_view name = trace::name(event.call);
        return QString::fromLatin1(name.data(), qsizetype(name.size()));
    }
    }
}

QString call_text(const Trace &trace, const Event &event)
{
    QString text = asked_text(trace, event);
    if (event.end != 0 && (trace::is_call(event.call) || event.call == Call::fd_isset || event.call == Call::cqe_seen))
        text += QLatin1Char(' ') + answered_text(trace, event);
    if (event.count > 1)
        text += QStringLiteral(" × %1").arg(event.count);
    return text;
}

QString call_name(const Language &language, const Trace &trace, const Event &event)
{
    switch (event.call) {
    case Call::held: return language.say("Words", "held", "a thread at the gate, where else the call's name stands");
    case Call::thread_begin: return language.say("Words", "thread begins", "where else a call's name stands");
    case Call::thread_end: return language.say("Words", "thread ends", "where else a call's name stands");
    case Call::planned: return language.say("Words", "planned", "a client's message, where else a call's name stands");
    case Call::handler_begin: return language.say("Words", "handler begins", "where else a call's name stands");
    case Call::handler_end: return language.say("Words", "handler ends", "where else a call's name stands");
    case Call::observed_state: return language.say("Words", "state observed", "where else a call's name stands");
    case Call::observed_socket: return language.say("Words", "socket observed", "where else a call's name stands");
    case Call::observed_cpu: return language.say("Words", "CPU time observed", "where else a call's name stands");
    case Call::observed_task: return language.say("Words", "library thread observed", "where else a call's name stands");
    default: return call_name(trace, event);
    }
}

QString call_text(const Language &language, const Trace &trace, const Event &event)
{
    const QString word = call_name(language, trace, event), name = call_name(trace, event);
    const QString text = call_text(trace, event);
    return word == name ? text : word + text.mid(name.size());
}

QString signal_name(const Event &event)
{
    return archive::signal_name(event.length);
}

QString signal_name(int64_t signal)
{
    return archive::signal_name(signal);
}

QString signal_code(const Event &event)
{
    return archive::signal_code(int16_t(event.flags));
}

} // namespace words
