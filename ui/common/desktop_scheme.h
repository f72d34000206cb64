// SPDX-License-Identifier: MIT
// Whether the desktop is a dark one.
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace ui {

class DesktopScheme : public QObject {
    Q_OBJECT
public:
    // Of this session. First asked for before the application's palette is changed: where no portal answers, that palette does.
    static DesktopScheme &of_session();

    bool dark() const { return m_dark; }

signals:
    void changed();

private slots:
    void setting_changed(const QString &group, const QString &name, const QDBusVariant &value);

private:
    DesktopScheme();
    void set_dark(bool dark);

    bool m_dark = false;
};

} // namespace ui
