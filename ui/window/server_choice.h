// SPDX-License-Identifier: MIT
// The server chosen in the tool bar and the one that runs: choosing starts nothing, and is said and undone as long as they differ.
#pragma once

#include <QObject>
#include <QString>

class QAction;

namespace ui {

class MessageBar;
class Preferences;
class RunBar;
class Session;

class ServerChoice : public QObject {
    Q_OBJECT
public:
    // `new_run` starts what is chosen.
    ServerChoice(RunBar &bar, Session &session, MessageBar &messages, Preferences &preferences, QAction &new_run);

    // The chosen server is about to be started by hand: what it replaces can be had back.
    void starting();

private:
    QString running() const; // servers::named(); empty: none
    void chosen();
    void started();

    RunBar &m_bar;
    Session &m_session;
    MessageBar &m_messages;
    Preferences &m_preferences;
    QAction &m_new_run;
    QString m_replaced; // by the run that is starting, with nothing lost
};

} // namespace ui
