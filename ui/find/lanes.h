// SPDX-License-Identifier: MIT
// Which threads have a lane on the timeline: those that are ticked.
#pragma once

#include "ui/live/session.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace ui {

class Preferences;
class TimelineView;

class LanesWindow : public QDialog {
    Q_OBJECT
public:
    // All outlive it.
    LanesWindow(TimelineView &timeline, Session &session, Preferences &preferences, QWidget *parent);

    QListWidget *threads() const { return m_threads; }
    QPushButton *all() const { return m_all; }
    QPushButton *front() const { return m_front; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void leave_out();
    void only(const std::function<bool(size_t thread)> &wanted);
    void retranslate();

    TimelineView &m_timeline;
    Session &m_session;
    Preferences &m_preferences;
    QListWidget *m_threads;
    QPushButton *m_all, *m_front, *m_close;
};

} // namespace ui
