// SPDX-License-Identifier: MIT
// Where the user acts as the clients: connect, send, receive, half-close, close, reset.
#pragma once

#include "clients/client.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace ui {

class ClientsModel;
class Preferences;
class Session;

class ClientsPanel : public QWidget {
    Q_OBJECT
public:
    ClientsPanel(Session &session, Preferences &preferences, QWidget *parent = nullptr);

    // A new client that connects; it becomes the selected one.
    void connect_client();
    ClientsModel &model() const { return *m_model; }
    // The client commands go to, from 1; 0: none.
    int selected() const;
    // MSG_OOB, by the selected client: sends the text, takes one urgent byte. Nothing where that has no meaning.
    void send_urgent();
    void receive_urgent();

signals:
    // What the selected client can do with urgent data.
    void urgent_changed(bool can_send_urgent, bool can_receive_urgent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void enable();
    bool stream() const; // the server talks TCP
    void select(int number);
    void tell(clients::Command command);
    void send(clients::Command command, int64_t bytes);
    QPushButton *button(void (ClientsPanel::*act)());
    void send_text();
    void send_bytes();
    void receive();
    void half_close();
    void close_client();
    void reset();

    Session &m_session;
    ClientsModel *m_model;
    QTableView *m_table;
    QLabel *m_text_label, *m_bytes_label;
    QLineEdit *m_text;
    QSpinBox *m_bytes;
    QCheckBox *m_echo;
    QPushButton *m_connect, *m_send_text, *m_send_bytes, *m_receive, *m_send_urgent, *m_receive_urgent, *m_half_close, *m_close, *m_reset;
    QTimer m_timer;
};

} // namespace ui
