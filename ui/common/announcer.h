// SPDX-License-Identifier: MIT
// Says to a screen reader what has happened, wherever the focus is. The window has one, and all who have something to say use it.
#pragma once

#include <QTimer>
#include <QWidget>

namespace ui {

class Announcer : public QWidget {
    Q_OBJECT
public:
    explicit Announcer(QWidget *window);

    // Now, also what was said just before.
    void say(const QString &sentence);
    // Of many about one thing that come fast: at most one a second, the latest.
    void say_latest(const QObject *about, const QString &sentence);
    // What was still to be said about it has become old.
    void forget(const QObject *about);

signals:
    void said(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    QTimer m_pause; // after something was said
    QList<std::pair<const QObject *, QString>> m_waiting;
};

} // namespace ui
