// SPDX-License-Identifier: MIT
#include "ui/window/server_actions.h"

#include "lessons/catalogue.h"
#include "ui/common/actions.h"
#include "ui/live/clients_panel.h"
#include "ui/live/session.h"

#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>

#include <algorithm>

namespace ui {

ServerActions::ServerActions(Session &session, const Actions &actions, ClientsPanel &clients, QWidget &window)
    : QObject(&window), m_session(session), m_actions(actions), m_window(window)
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m_actions.send_urgent, [&clients] { clients.send_urgent(); });
    on(m_actions.receive_urgent, [&clients] { clients.receive_urgent(); });
    connect(&clients, &ClientsPanel::urgent_changed, this, [this](bool can_send, bool can_receive) {
        m_actions.send_urgent->setEnabled(can_send);
        m_actions.receive_urgent->setEnabled(can_receive);
    });
    on(m_actions.interrupt_server, [this] {
        if (const auto run = m_session.run())
            run->interrupt_server();
    });
    on(m_actions.hold_signals, [this](bool hold) {
        if (const auto run = m_session.run())
            run->hold_signals(hold);
    });
    on(m_actions.close_descriptor, [this] { choose_descriptor(); });
    connect(&m_session, &Session::instant_changed, this, &ServerActions::show_state); // a script may hold signals, too
}

void ServerActions::show_state()
{
    const auto run = m_session.activity() == Session::Activity::running ? m_session.run() : nullptr;
    const servers::Server *server = lessons::server_of(m_session.trace());
    m_actions.interrupt_server->setEnabled(run != nullptr);
    m_actions.close_descriptor->setEnabled(run != nullptr);
    m_actions.hold_signals->setEnabled(run && server && (server->heeds & servers::signal_option));
    m_actions.hold_signals->setChecked(run && run->holding_signals());
    if (!run) {
        m_actions.send_urgent->setEnabled(false);
        m_actions.receive_urgent->setEnabled(false);
    }
}

// The sockets that the server has now, whatever instant is looked at.
void ServerActions::choose_descriptor()
{
    const auto run = m_session.run();
    if (!run)
        return;
    const replay::World now = m_session.replay().at(m_session.replay().last());
    QStringList descriptors;
    for (const replay::Socket &socket : now.sockets)
        if (trace::runs_listing(m_session.trace(), socket.thread))
            descriptors << QString::number(socket.fd);
    if (descriptors.isEmpty())
        return;
    auto *dialog = new QInputDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("close_descriptor_dialog"));
    dialog->setWindowTitle(tr("Close a descriptor of the server"));
    dialog->setLabelText(tr("Descriptor that another thread of the server closes:"));
    dialog->setOkButtonText(tr("Close the descriptor"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->setComboBoxItems(descriptors);
    dialog->setTextValue(descriptors.constLast());
    connect(dialog, &QInputDialog::textValueSelected, this, [run](const QString &fd) { run->close_descriptor(fd.toInt()); });
    dialog->open();
    if (auto *label = dialog->findChild<QLabel *>()) // a box is called by its label: its own name is its value
        label->setBuddy(dialog->findChild<QComboBox *>());
}

} // namespace ui
