// SPDX-License-Identifier: MIT
// io_uring.
#include "archive/arguments.h"

namespace archive {

QJsonObject uring_arguments(const trace::Event &event)
{
    return {{QStringLiteral("fd"), event.fd}, {QStringLiteral("length"), qint64(event.length)}};
}

} // namespace archive
