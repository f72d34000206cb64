// SPDX-License-Identifier: MIT
#include "truth/recorded_calls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace truth {

QString kernel_name(const QString &call)
{
    static const QMap<QString, QString> names = {
        {"socket", "socket"}, {"setsockopt", "setsockopt"}, {"bind", "bind"}, {"listen", "listen"},
        {"getsockname", "getsockname"}, {"connect", "connect"}, {"accept", "accept"}, {"select", "pselect6"},
        {"recv", "recvfrom"}, {"recvfrom", "recvfrom"}, {"sendto", "sendto"}, {"send", "sendto"}, {"shutdown", "shutdown"}, {"close", "close"},
        {"poll", "poll"}, {"fcntl", "fcntl"}, {"nanosleep", "clock_nanosleep"},
        {"epoll_create1", "epoll_create1"}, {"epoll_ctl", "epoll_ctl"}, {"epoll_wait", "epoll_wait"},
        {"io_uring_setup", "io_uring_setup"}, {"io_uring_enter", "io_uring_enter"},
    };
    return names.value(call);
}

QMap<int, Recorded> recorded_calls(const QByteArray &json)
{
    QMap<int, Recorded> threads;
    for (const QByteArray &line : json.split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (kernel_name(event["call"].toString()).isEmpty())
            continue;
        Recorded &thread = threads[event["tid"].toInt()];
        thread.thread = event["thread"].toString();
        thread.calls << event;
    }
    for (Recorded &thread : threads)
        std::stable_sort(thread.calls.begin(), thread.calls.end(), [](const QJsonObject &a, const QJsonObject &b) {
            return a["begin_ns"].toInteger() < b["begin_ns"].toInteger();
        });
    return threads;
}

QList<int> numbers(const QJsonValue &array)
{
    QList<int> list;
    for (const QJsonValue &value : array.toArray())
        list << value.toInt();
    return list;
}

QStringList entries(const QJsonObject &args)
{
    QStringList all;
    for (const QJsonValue &fd : args["fds"].toArray())
        all << (fd["fd"].toInt() < 0 ? "-1" : QString("%1 %2").arg(fd["fd"].toInt()).arg(fd["events"].toString()));
    return all;
}

QStringList entries(const strace::Call &seen)
{
    static const QRegularExpression entry("\\{fd=(-?\\d+)(?:, events=([A-Z|0-9]+))?\\}");
    QStringList all;
    for (auto match = entry.globalMatch(seen.args[0]); match.hasNext();) {
        const auto one = match.next();
        all << (one.captured(1) == "-1" ? "-1" : one.captured(1) + ' ' + one.captured(2));
    }
    return all;
}

} // namespace truth
