// SPDX-License-Identifier: MIT
// One line that says which instant is shown: now, stepping, the past, a recording; and the way back to now.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Lecture;
class Preferences;
class Session;

class InstantBar : public QWidget {
    Q_OBJECT
public:
    InstantBar(Session &session, Lecture &lecture, Preferences &preferences, QWidget *parent = nullptr);

    QString badge() const; // "LIVE"
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();

    Session &m_session;
    Lecture &m_lecture;
    Preferences &m_preferences;
    QLabel *m_badge, *m_sentence;
    QPushButton *m_now;
};

} // namespace ui
