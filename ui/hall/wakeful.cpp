// SPDX-License-Identifier: MIT
#include "ui/hall/wakeful.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <optional>

namespace ui {
namespace {

const QString saver = QStringLiteral("org.freedesktop.ScreenSaver"), saver_path = QStringLiteral("/org/freedesktop/ScreenSaver"),
              portal = QStringLiteral("org.freedesktop.portal.Desktop"), portal_path = QStringLiteral("/org/freedesktop/portal/desktop");

QDBusMessage call(const QString &service, const QString &path, const QString &interface, const char *method, const QVariantList &arguments = {})
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, QLatin1String(method));
    message.setArguments(arguments);
    return message;
}

} // namespace

// What was granted may be told of when nobody wants it any more.
struct Wakeful::Held {
    bool wanted = true;
    std::optional<uint> cookie = {}; // of the screen saver
    QString request = {};            // of the portal, its path

    void give_back() const
    {
        if (cookie)
            QDBusConnection::sessionBus().send(call(saver, saver_path, saver, "UnInhibit", {*cookie}));
        if (!request.isEmpty())
            QDBusConnection::sessionBus().send(call(portal, request, QStringLiteral("org.freedesktop.portal.Request"), "Close"));
    }
};

// Calls `then` with the answer.
template <typename Then>
static void ask(const QDBusMessage &message, Then then)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, then] {
        watcher->deleteLater();
        then(*watcher);
    });
}

Wakeful::Wakeful(const QString &why) : m_held(std::make_shared<Held>())
{
    if (qgetenv("DBUS_SESSION_BUS_ADDRESS").isEmpty())
        return;
    const auto ask_portal = [held = m_held, why] {
        constexpr uint idle = 8;
        ask(call(portal, portal_path, QStringLiteral("org.freedesktop.portal.Inhibit"), "Inhibit", {QString(), idle, QVariantMap{{QStringLiteral("reason"), why}}}),
            [held](const QDBusPendingReply<QDBusObjectPath> &reply) {
                held->request = reply.isValid() ? reply.value().path() : QString();
                if (!held->wanted)
                    held->give_back();
            });
    };
    ask(call(saver, saver_path, saver, "Inhibit", {QGuiApplication::applicationDisplayName(), why}), [held = m_held, ask_portal](const QDBusPendingReply<uint> &reply) {
        if (!reply.isValid())
            return held->wanted ? ask_portal() : void();
        held->cookie = reply.value();
        if (!held->wanted)
            held->give_back();
    });
}

Wakeful::~Wakeful()
{
    m_held->wanted = false;
    m_held->give_back();
}

} // namespace ui
