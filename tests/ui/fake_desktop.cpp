// SPDX-License-Identifier: MIT
#include "fake_desktop.h"

namespace shown {
namespace {

const QString name = QStringLiteral("desktop"), portal_path = QStringLiteral("/org/freedesktop/portal/desktop");

} // namespace

QDBusVariant FakePortal::Read(const QString &group, const QString &name)
{
    const bool asked = group == u"org.freedesktop.appearance" && name == u"color-scheme";
    return QDBusVariant(QVariant::fromValue(QDBusVariant(asked ? QVariant(scheme.load()) : QVariant(0U))));
}

uint FakeSaver::Inhibit(const QString &, const QString &why)
{
    held += !why.isEmpty();
    return 7;
}

void FakeSaver::UnInhibit(uint cookie)
{
    held -= cookie == 7;
}

FakeDesktop::FakeDesktop()
{
    m_daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
    if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
        return;
    const QByteArray address = m_daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLatin1(address), name);
    m_thread.start();
    portal.moveToThread(&m_thread);
    saver.moveToThread(&m_thread);
    m_good = bus.registerObject(portal_path, &portal, QDBusConnection::ExportAllSlots)
        && bus.registerObject("/org/freedesktop/ScreenSaver", &saver, QDBusConnection::ExportAllSlots)
        && bus.registerService("org.freedesktop.portal.Desktop") && bus.registerService("org.freedesktop.ScreenSaver");
}

FakeDesktop::~FakeDesktop()
{
    QDBusConnection::disconnectFromBus(name);
    m_thread.quit();
    m_thread.wait();
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void FakeDesktop::set_scheme(uint scheme)
{
    portal.scheme = scheme;
    QDBusMessage changed = QDBusMessage::createSignal(portal_path, "org.freedesktop.portal.Settings", "SettingChanged");
    changed << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme") << QVariant::fromValue(QDBusVariant(scheme));
    QDBusConnection(name).send(changed);
}

} // namespace shown
