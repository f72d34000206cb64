// SPDX-License-Identifier: MIT
// POSIX aio.
#include "archive/arguments.h"

namespace archive {

QJsonObject aio_arguments(const trace::Event &event)
{
    return {{QStringLiteral("fd"), event.fd}, {QStringLiteral("length"), qint64(event.length)}};
}

} // namespace archive
