// SPDX-License-Identifier: MIT
// epoll.
#include "archive/arguments.h"
#include "archive/constants.h"

#include <QJsonArray>

namespace archive {

using trace::Call;

QJsonObject epoll_arguments(const trace::Trace &trace, const trace::Event &event)
{
    if (event.call == Call::epoll_create1)
        return {{QStringLiteral("flags"), event.flags}};
    if (event.call == Call::epoll_ctl)
        return {{QStringLiteral("epfd"), event.fd},
                {QStringLiteral("operation"), epoll_operation_name(event.flags)},
                {QStringLiteral("fd"), qint64(event.length)},
                {QStringLiteral("events"), event.end ? QJsonValue(epoll_events(uint32_t(event.words[0]))) : QJsonValue()}};
    QJsonArray told;
    for (const trace::Polled &one : trace::polled(trace, event, true))
        told.append(QJsonObject{{QStringLiteral("fd"), one.fd}, {QStringLiteral("events"), epoll_events(uint16_t(one.revents))}});
    const bool has_answer = event.end && event.result != -1;
    return {{QStringLiteral("epfd"), event.fd},
            {QStringLiteral("maxevents"), event.flags & trace::most_epoll_events},
            {QStringLiteral("timeout_ns"), event.length < 0 ? QJsonValue() : QJsonValue(qint64(event.length))},
            {QStringLiteral("events"), has_answer ? QJsonValue(told) : QJsonValue()}};
}

} // namespace archive
