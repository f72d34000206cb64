// SPDX-License-Identifier: MIT
#include "truth/polls.h"

namespace truth {
namespace {

QString text(const QList<int> &list)
{
    QStringList all;
    for (const int number : list)
        all << QString::number(number);
    return all.join(' ');
}

QString asked_in_vain(const strace::Call &call)
{
    if (call.error == "EAGAIN")
        return call.name + ' ' + call.args[0];
    if (call.result != 0)
        return {};
    if (call.name == "pselect6" && call.args[4] == "{tv_sec=0, tv_nsec=0}")
        return QStringList{call.name, call.args[0], text(strace::set(call.args[1])), text(strace::set(call.args[2])),
                           text(strace::set(call.args[3]))}.join(',');
    if (call.name == "poll" && call.args[2] == "0")
        return "poll " + entries(call).join(',');
    return call.name == "epoll_wait" && call.args[3] == "0" ? "epoll_wait " + call.args[0] : QString();
}

} // namespace

QString asked_in_vain(const QJsonObject &call)
{
    const QString name = call["call"].toString();
    const QJsonObject args = call["args"].toObject();
    if (call["errno"].toString() == "EAGAIN")
        return kernel_name(name) + ' ' + QString::number(args["fd"].toInt());
    if (call["result"].toInt(-1) != 0 || args["timeout_ns"].toInteger(-1) != 0)
        return {};
    if (name == "select")
        return QStringList{"pselect6", QString::number(args["nfds"].toInt()), text(numbers(args["readfds"])),
                           text(numbers(args["writefds"])), text(numbers(args["exceptfds"]))}.join(',');
    if (name == "poll")
        return "poll " + entries(args).join(',');
    return name == "epoll_wait" ? "epoll_wait " + QString::number(args["epfd"].toInt()) : QString();
}

Sequence sequence(const QList<QJsonObject> &calls)
{
    Sequence sequence{{}, {}, {Polls()}};
    for (const QJsonObject &call : calls) {
        if (const QString asked = asked_in_vain(call); !asked.isEmpty()) {
            sequence.polls.back()[asked] += call["count"].toInt();
            continue;
        }
        sequence.recorded << call;
        sequence.polls << Polls();
    }
    return sequence;
}

Sequence sequence(const QList<strace::Call> &calls)
{
    Sequence sequence{{}, {}, {Polls()}};
    for (const strace::Call &call : calls) {
        if (const QString asked = asked_in_vain(call); !asked.isEmpty()) {
            ++sequence.polls.back()[asked];
            continue;
        }
        sequence.seen << call;
        sequence.polls << Polls();
    }
    return sequence;
}

} // namespace truth
