// SPDX-License-Identifier: MIT
// The bottom line: where the server listens and what to type, what is being done, what is recorded and lost, the language.
#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ui {

class Actions;
class Lecture;
class Preferences;
class Session;

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    StatusLine(Session &session, Lecture &lecture, Preferences &preferences, const Actions &actions, QWidget *parent = nullptr);

    // Something takes its time: what, how far (per cent; -1: nobody knows).
    void show_work(const QString &what, int percent);
    void hide_work();
    // How many of the audience are in; empty: nobody is let in.
    void show_audience(const QString &how_many);
    // "nc 127.0.0.1 40123"; empty when nothing listens.
    QString command() const;
    // What is said about the server.
    QString listening() const;

signals:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();
    void retranslate();

    Session &m_session;
    Lecture &m_lecture;
    Preferences &m_preferences;
    QLabel *m_listening, *m_audience, *m_work, *m_recorded, *m_dropped;
    QToolButton *m_copy, *m_cancel;
    QProgressBar *m_progress;
};

} // namespace ui
