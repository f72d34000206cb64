// SPDX-License-Identifier: MIT
#include "ui/common/icons.h"

#include <QDir>

namespace ui {

QIcon icon(const char *name)
{
    return QIcon::fromTheme(QLatin1String(name), own_icon(name));
}

QIcon own_icon(const char *name)
{
    const QDir icons(QStringLiteral(":/icons"));
    const QStringList files = icons.entryList({QLatin1String(name) + QStringLiteral(".*")});
    return files.isEmpty() ? QIcon() : QIcon(icons.filePath(files.front()));
}

} // namespace ui
