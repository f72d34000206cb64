// SPDX-License-Identifier: MIT
// epoll.
#include "archive/arguments.h"

namespace archive {

QJsonObject epoll_arguments(const trace::Trace &, const trace::Event &event)
{
    return {{QStringLiteral("fd"), event.fd}, {QStringLiteral("length"), qint64(event.length)}};
}

} // namespace archive
