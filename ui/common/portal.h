// SPDX-License-Identifier: MIT
// The desktop's settings portal, by which GNOME, KDE and their relatives tell programs what their user wishes.
#pragma once

#include <QVariant>

class QObject;

namespace ui {

// Invalid: there is no bus, nobody answers soon, or the setting is unknown.
QVariant portal_setting(const QString &group, const QString &name);
// Calls `slot`, SLOT(name(QString, QString, QDBusVariant)) of `object`, whenever a setting changes: its group, its name, its value.
void follow_portal_settings(QObject &object, const char *slot);

} // namespace ui
