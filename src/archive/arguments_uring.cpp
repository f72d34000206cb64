// SPDX-License-Identifier: MIT
// io_uring.
#include "archive/arguments.h"
#include "archive/constants.h"

#include <linux/io_uring.h>

namespace archive {

using trace::Call;

QJsonObject uring_arguments(const trace::Event &event)
{
    switch (event.call) {
    case Call::io_uring_setup:
        return {{QStringLiteral("entries"), qint64(event.length)}};
    case Call::io_uring_enter:
        return {{QStringLiteral("fd"), event.fd}, {QStringLiteral("to_submit"), event.flags},
                {QStringLiteral("min_complete"), qint64(event.length)}};
    case Call::sqe_queued:
        return {{QStringLiteral("fd"), event.fd}, {QStringLiteral("operation"), uring_operation_name(event.flags & 0xff)},
                {QStringLiteral("length"), qint64(event.length)}};
    default: break;
    }
    QJsonObject object{{QStringLiteral("fd"), event.fd}, {QStringLiteral("operation"), uring_operation_name(event.flags & 0xff)},
                       {QStringLiteral("res"), event.result == -1 ? -int(event.error) : event.result}};
    if ((event.flags & 0xff) == IORING_OP_ACCEPT)
        object.insert(QStringLiteral("peer_port"), event.length ? QJsonValue(qint64(event.length)) : QJsonValue());
    return object;
}

} // namespace archive
