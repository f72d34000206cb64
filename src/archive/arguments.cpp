// SPDX-License-Identifier: MIT
// What each call was given, as JSON.
#include "archive/arguments.h"
#include "archive/constants.h"
#include "archive/json.h"
#include "archive/text.h"

#include <QJsonArray>

#include <algorithm>
#include <cstring>
#include <fcntl.h>

namespace archive {
namespace {

using trace::Call;
using trace::Event;
using trace::Trace;
namespace flags = trace::select_flags;

// Counters of a damaged recording may not fit JSON's integers.
QJsonValue number(uint64_t value)
{
    return value <= uint64_t(INT64_MAX) ? QJsonValue(qint64(value)) : QJsonValue(double(value));
}

QJsonValue port_or_null(const Event &event)
{
    return event.end && event.result != -1 && event.length ? QJsonValue(qint64(event.length)) : QJsonValue();
}

QJsonValue timeout_or_null(int64_t ns)
{
    return ns < 0 ? QJsonValue() : QJsonValue(qint64(ns));
}

// The first bytes that a recv() or send() moved.
QJsonValue data(const Event &event)
{
    if (event.end == 0 || event.result < 0)
        return {};
    char bytes[sizeof event.words];
    std::memcpy(bytes, event.words, sizeof bytes);
    QString shown;
    for (int i = 0; i < std::min(event.result, int(sizeof bytes)); ++i) {
        const uint8_t byte = uint8_t(bytes[i]);
        switch (byte) {
        case '\n': shown += QLatin1String("\\n"); break;
        case '\r': shown += QLatin1String("\\r"); break;
        case '\t': shown += QLatin1String("\\t"); break;
        case '\\': shown += QLatin1String("\\\\"); break;
        default:
            if (byte >= 0x20 && byte < 0x7f)
                shown += QLatin1Char(bytes[i]);
            else
                shown += QStringLiteral("\\x%1").arg(uint(byte), 2, 16, QLatin1Char('0'));
        }
    }
    return shown;
}

QJsonValue members(std::span<const uint64_t> words, int nfds)
{
    if (words.empty() && nfds > 0) // not in the recording
        return {};
    QJsonArray list;
    for (int fd : trace::members(words, nfds))
        list.append(fd);
    return list;
}

QJsonObject select_arguments(const Trace &trace, const Event &event)
{
    static const QString keys[] = {QStringLiteral("readfds"), QStringLiteral("writefds"), QStringLiteral("exceptfds")};
    QJsonObject object{{QStringLiteral("nfds"), event.fd},
                       {QStringLiteral("timeout_ns"), timeout_or_null(event.length)}};
    if (const std::optional<int64_t> left = time_left(trace, event))
        object.insert(QStringLiteral("timeout_left_ns"), qint64(*left));
    QJsonObject variables;
    for (int set = 0; set < 3; ++set) {
        const uint16_t number = flags::variable(event.flags, set);
        if (number == flags::none) {
            object.insert(keys[set], QJsonValue());
            continue;
        }
        const bool has_answer = event.end && event.result != -1;
        object.insert(keys[set], members(asked(trace, event, set), event.fd));
        object.insert(keys[set] + QStringLiteral("_after"),
                      has_answer ? members(answered(trace, event, set), event.fd) : QJsonValue());
        if (number != flags::unnamed && text(variable(trace, event, number)) != keys[set])
            variables.insert(keys[set], text(variable(trace, event, number)));
    }
    if (!variables.isEmpty())
        object.insert(QStringLiteral("variables"), variables);
    return object;
}

QJsonValue thread_name(const Trace &trace, int64_t index)
{
    return index >= 0 && size_t(index) < trace.threads.size() ? QJsonValue(text(trace.threads[size_t(index)].name))
                                                              : QJsonValue();
}

QString state_letter(int state)
{
    return state > 0x20 && state < 0x7f ? QString(QLatin1Char(char(state))) : QStringLiteral("?");
}

// The name of a kind of call; assignments have a general one.
QString kind_name(Call call)
{
    switch (call) {
    case Call::set_assigned: return QStringLiteral("set_assigned");
    case Call::table_assigned: return QStringLiteral("table_assigned");
    case Call::number_assigned: return QStringLiteral("number_assigned");
    case Call::thread_begin: return QStringLiteral("thread_begin");
    case Call::thread_end: return QStringLiteral("thread_end");
    case Call::observed_state: return QStringLiteral("observed_state");
    case Call::observed_socket: return QStringLiteral("observed_socket");
    case Call::observed_cpu: return QStringLiteral("observed_cpu");
    case Call::observed_task: return QStringLiteral("observed_task");
    case Call::handler_begin: return QStringLiteral("handler_begin");
    case Call::handler_end: return QStringLiteral("handler_end");
    case Call::sqe_queued: return QStringLiteral("sqe_queued");
    case Call::cqe_seen: return QStringLiteral("cqe_seen");
    default: return QString::fromLatin1(trace::name(call).data(), qsizetype(trace::name(call).size()));
    }
}

} // namespace

QString call_name(const Trace &trace, const Event &event)
{
    switch (event.call) {
    case Call::set_assigned:
    case Call::table_assigned:
    case Call::number_assigned: return text(variable(trace, event, event.flags));
    default: return kind_name(event.call);
    }
}

QJsonObject poll_arguments(const Trace &trace, const Event &event)
{
    QJsonArray fds;
    const auto asked = polled(trace, event, false), answered = polled(trace, event, true);
    const bool has_answer = event.end && event.result != -1;
    for (size_t i = 0; i < asked.size(); ++i)
        fds.append(QJsonObject{{QStringLiteral("fd"), asked[i].fd},
                               {QStringLiteral("events"), poll_events(asked[i].events)},
                               {QStringLiteral("revents"), has_answer ? QJsonValue(poll_events(answered[i].revents)) : QJsonValue()}});
    return {{QStringLiteral("nfds"), event.fd},
            {QStringLiteral("timeout_ns"), timeout_or_null(event.length)},
            {QStringLiteral("fds"), asked.empty() ? QJsonValue() : QJsonValue(fds)}};
}

QJsonObject fcntl_arguments(const Event &event)
{
    QJsonObject object{{QStringLiteral("fd"), event.fd}, {QStringLiteral("command"), fcntl_command_name(event.flags)}};
    if (event.flags == F_GETFL)
        object.insert(QStringLiteral("flags"), event.result < 0 ? QJsonValue() : file_status_flags(event.result));
    else if (event.flags == F_SETFL)
        object.insert(QStringLiteral("flags"), file_status_flags(event.length));
    else if (event.flags == F_SETSIG)
        object.insert(QStringLiteral("signal"), signal_name(event.length));
    else
        object.insert(QStringLiteral("argument"), qint64(event.length));
    if (event.flags == F_SETOWN_EX)
        object.insert(QStringLiteral("owner"), event.end ? QJsonValue(signal_owner_type(qint64(event.words[0]))) : QJsonValue());
    return object;
}

QJsonObject arguments(const Trace &trace, const Event &event)
{
    const auto key = [](const char *name) { return QString::fromLatin1(name); };
    const QJsonValue fd = event.fd;
    const QJsonValue length = qint64(event.length);
    const auto set = [&] { return text(variable(trace, event, event.flags)); };
    switch (event.call) {
    case Call::socket: {
        QJsonObject object{{key("type"), socket_type_name(event.flags)}};
        if (event.length)
            object.insert(key("domain"), domain_name(event.length));
        return object;
    }
    case Call::setsockopt:
        return {{key("fd"), fd}, {key("option"), socket_option_name(event.flags)}, {key("value"), length}};
    case Call::bind:
    case Call::connect: return {{key("fd"), fd}, {key("port"), length}};
    case Call::listen: return {{key("fd"), fd}, {key("backlog"), length}};
    case Call::getsockname: return {{key("fd"), fd}, {key("port"), port_or_null(event)}};
    case Call::accept: return {{key("fd"), fd}, {key("peer_port"), port_or_null(event)}};
    case Call::select: return select_arguments(trace, event);
    case Call::poll: return poll_arguments(trace, event);
    case Call::recv:
    case Call::send:
        return {{key("fd"), fd}, {key("length"), length}, {key("flags"), message_flags(event.flags)},
                {key("data"), data(event)}};
    case Call::read:
    case Call::write: return {{key("fd"), fd}, {key("length"), length}, {key("data"), data(event)}};
    case Call::recvfrom:
    case Call::sendto: {
        Event shown = event; // the second word is a port
        shown.words[1] = 0;
        shown.result = std::min(event.result, int(sizeof event.words[0]));
        return {{key("fd"), fd}, {key("length"), length}, {key("flags"), message_flags(event.flags)}, {key("data"), data(shown)},
                {key("peer_port"), event.end && event.result >= 0 ? number(event.words[1]) : QJsonValue()}};
    }
    case Call::shutdown: return {{key("fd"), fd}, {key("how"), shutdown_name(event.flags)}};
    case Call::close: return {{key("fd"), fd}};
    case Call::fcntl: return fcntl_arguments(event);
    case Call::sigaction:
    case Call::pthread_sigmask:
    case Call::handler_begin:
    case Call::handler_end: return signal_arguments(event);
    case Call::aio_read:
    case Call::aio_write:
    case Call::aio_error:
    case Call::aio_return:
    case Call::aio_suspend:
    case Call::aio_cancel:
    case Call::observed_task: return aio_arguments(event);
    case Call::epoll_create1:
    case Call::epoll_ctl:
    case Call::epoll_wait: return epoll_arguments(trace, event);
    case Call::io_uring_setup:
    case Call::io_uring_enter:
    case Call::sqe_queued:
    case Call::cqe_seen: return uring_arguments(event);
    case Call::nanosleep: return {{key("duration_ns"), length}};
    case Call::fd_zero: return {{key("set"), set()}};
    case Call::fd_set:
    case Call::fd_clr:
    case Call::fd_isset: return {{key("fd"), fd}, {key("set"), set()}};
    case Call::set_assigned: return {{key("from"), text(variable(trace, event, uint16_t(event.fd)))}};
    case Call::table_assigned: return {{key("index"), event.fd < 0 ? QJsonValue() : fd}, {key("value"), length}};
    case Call::number_assigned: return {{key("value"), length}};
    case Call::thread_begin: return {{key("tid"), length}};
    case Call::thread_end:
        return {{key("cpu_ns"), length}, {key("voluntary"), number(event.words[0])},
                {key("involuntary"), number(event.words[1])}};
    case Call::held: return {{key("before"), kind_name(Call(std::min(event.flags, uint16_t(Call::count_))))}};
    case Call::planned: return {{key("for_ns"), length}};
    case Call::observed_state:
        return {{key("thread"), thread_name(trace, event.fd)}, {key("state"), state_letter(event.result)}};
    case Call::observed_socket:
        return {{key("receive_bytes"), fd}, {key("send_bytes"), length}, {key("accept_queue"), event.result},
                {key("local_port"), number(event.words[0])}, {key("peer_port"), number(event.words[1])}};
    case Call::observed_cpu:
        return {{key("thread"), thread_name(trace, event.fd)}, {key("cpu_ns"), length},
                {key("voluntary"), number(event.words[0])}, {key("involuntary"), number(event.words[1])}};
    case Call::count_: break;
    }
    return {};
}

} // namespace archive
