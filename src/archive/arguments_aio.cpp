// SPDX-License-Identifier: MIT
// POSIX aio.
#include "archive/arguments.h"
#include "archive/constants.h"

#include <algorithm>

namespace archive {
namespace {

using trace::Call;
using trace::Event;

QJsonValue request_or_null(const Event &event)
{
    return event.end && event.words[1] && event.words[1] <= UINT32_MAX ? QJsonValue(qint64(event.words[1])) : QJsonValue();
}

// The first bytes of what was read.
QJsonValue data(const Event &event)
{
    if (!event.end || event.result < 0)
        return {};
    QString shown;
    for (int i = 0; i < std::min(event.result, int(sizeof event.words[0])); ++i) {
        const uint8_t byte = uint8_t(event.words[0] >> 8 * i);
        shown += byte >= 0x20 && byte < 0x7f && byte != '\\' ? QString(QLatin1Char(char(byte)))
                                                             : QStringLiteral("\\x%1").arg(uint(byte), 2, 16, QLatin1Char('0'));
    }
    return shown;
}

} // namespace

QJsonObject aio_arguments(const Event &event)
{
    const auto key = [](const char *name) { return QString::fromLatin1(name); };
    switch (event.call) {
    case Call::aio_read:
    case Call::aio_write:
        return {{key("fd"), event.fd}, {key("length"), qint64(event.length)}, {key("offset"), qint64(event.words[0])},
                {key("notify"), notification_name(event.flags)}, {key("request"), request_or_null(event)}};
    case Call::aio_error:
        return {{key("fd"), event.fd}, {key("request"), request_or_null(event)},
                {key("status"), event.end && event.result > 0 ? QJsonValue(error_constant(event.result)) : QJsonValue()}};
    case Call::aio_return: return {{key("fd"), event.fd}, {key("request"), request_or_null(event)}, {key("data"), data(event)}};
    case Call::aio_suspend:
        return {{key("requests"), event.fd},
                {key("timeout_ns"), event.length < 0 ? QJsonValue() : QJsonValue(qint64(event.length))}};
    case Call::aio_cancel: return {{key("fd"), event.fd}, {key("request"), request_or_null(event)}};
    default: break; // observed_task
    }
    const bool letter = event.result > 0x20 && event.result < 0x7f;
    return {{key("tid"), event.fd}, {key("state"), letter ? QString(QLatin1Char(char(event.result))) : QStringLiteral("?")},
            {key("system_call"), event.length < 0 ? QJsonValue() : QJsonValue(qint64(event.length))},
            {key("fd"), event.flags == UINT16_MAX ? QJsonValue() : QJsonValue(event.flags)}};
}

} // namespace archive
