// SPDX-License-Identifier: MIT
// What can be done to the server besides connecting to it: signals, and a descriptor closed behind its back.
#pragma once

#include <QObject>

class QWidget;

namespace ui {

class Actions;
class ClientsPanel;
class Session;

// Does these actions to the session's run, and lets them be chosen while there is one.
class ServerActions : public QObject {
    Q_OBJECT
public:
    // All outlive it; `window` is what its dialog belongs to.
    ServerActions(Session &session, const Actions &actions, ClientsPanel &clients, QWidget &window);

    // Shows what can be done now.
    void show_state();

private:
    void choose_descriptor();

    Session &m_session;
    const Actions &m_actions;
    QWidget &m_window;
};

} // namespace ui
