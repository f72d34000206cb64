// SPDX-License-Identifier: MIT
// A bus of its own with a desktop that is none: its portal says light or dark, and its screen saver counts who holds it off.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QThread>

#include <atomic>

namespace shown {

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public slots:
    QDBusVariant Read(const QString &group, const QString &name);

public:
    std::atomic<uint> scheme = 0; // 1: dark, 2: light
};

class FakeSaver : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public slots:
    uint Inhibit(const QString &program, const QString &why);
    void UnInhibit(uint cookie);

public:
    std::atomic<int> held = 0;
};

class FakeDesktop {
public:
    // Before anything of this process asks for the session's bus, which it is from now on.
    FakeDesktop();
    ~FakeDesktop();

    bool good() const { return m_good; } // there is a dbus-daemon here
    FakePortal portal;
    FakeSaver saver;
    // What the portal tells everybody when its user has chosen another one.
    void set_scheme(uint scheme);

private:
    QProcess m_daemon;
    QThread m_thread; // theirs: who asks them may wait
    bool m_good = false;
};

} // namespace shown
