// SPDX-License-Identifier: MIT
#include "ui/common/portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>

namespace ui {
namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop"), path = QStringLiteral("/org/freedesktop/portal/desktop"),
              settings = QStringLiteral("org.freedesktop.portal.Settings");

bool has_bus()
{
    return !qgetenv("DBUS_SESSION_BUS_ADDRESS").isEmpty() && QDBusConnection::sessionBus().isConnected();
}

} // namespace

QVariant portal_setting(const QString &group, const QString &name)
{
    if (!has_bus())
        return {};
    QDBusMessage ask = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    ask.setAutoStartService(false);
    ask << group << name;
    const QDBusMessage answer = QDBusConnection::sessionBus().call(ask, QDBus::Block, 50); // ms: a wish is not worth a slow start
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return {};
    QVariant value = answer.arguments().constFirst();
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

void follow_portal_settings(QObject &object, const char *slot)
{
    if (has_bus())
        QDBusConnection::sessionBus().connect(service, path, settings, QStringLiteral("SettingChanged"), &object, slot);
}

} // namespace ui
