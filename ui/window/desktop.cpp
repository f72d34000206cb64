// SPDX-License-Identifier: MIT
// Whether the desktop wishes for motion.
#include "ui/common/portal.h"
#include "ui/common/preferences.h"

#include <QApplication>
#include <QStyle>

namespace ui {
bool desktop_animates()
{
    static const bool wished = [] {
        // GNOME and its relatives answer.
        const QVariant portal = portal_setting(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"));
        return portal.typeId() == QMetaType::Bool ? portal.toBool() : QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) != 0;
    }();
    return wished;
}

} // namespace ui
