// SPDX-License-Identifier: MIT
// Whether the desktop wishes for motion.
#include "ui/common/preferences.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QStyle>

namespace ui {
namespace {

// GNOME and its relatives answer through the settings portal; -1: nobody does.
int portal_animations()
{
    if (qgetenv("DBUS_SESSION_BUS_ADDRESS").isEmpty())
        return -1;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return -1;
    QDBusMessage ask = QDBusMessage::createMethodCall("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                                      "org.freedesktop.portal.Settings", "Read");
    ask.setAutoStartService(false);
    ask << QStringLiteral("org.gnome.desktop.interface") << QStringLiteral("enable-animations");
    const QDBusMessage answer = bus.call(ask, QDBus::Block, 50); // ms: a wish is not worth a slow start
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return -1;
    QVariant value = answer.arguments().constFirst();
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.typeId() == QMetaType::Bool ? int(value.toBool()) : -1;
}

} // namespace

bool desktop_animates()
{
    static const bool wished = [] {
        const int portal = portal_animations();
        return portal != -1 ? portal == 1 : QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) != 0;
    }();
    return wished;
}

} // namespace ui
