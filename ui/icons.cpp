// SPDX-License-Identifier: MIT
#include "ui/icons.h"

namespace ui {

QIcon icon(const char *name)
{
    const QString own = QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name));
    return QIcon::fromTheme(QLatin1String(name), QIcon(own));
}

} // namespace ui
