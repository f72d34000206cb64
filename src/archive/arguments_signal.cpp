// SPDX-License-Identifier: MIT
// Signals.
#include "archive/arguments.h"

namespace archive {

QJsonObject signal_arguments(const trace::Event &event)
{
    return {{QStringLiteral("fd"), event.fd}, {QStringLiteral("length"), qint64(event.length)}};
}

} // namespace archive
