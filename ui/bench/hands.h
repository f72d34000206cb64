// SPDX-License-Identifier: MIT
// What makes the bench's descriptors ready: the clients at their other ends, and the keyboard. A button is a command to a real client.
#pragma once

#include "ui/bench/desk.h"

#include "words/language.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace ui {

// A descriptor of the bench, as the recording has it at the instant shown.
struct Descriptor {
    int fd = -1;
    enum class What : uint8_t { terminal, listening, connected, other };
    What what = What::other;
    int client = 0;          // at the other end, from 1; 0: none of the run's
    QString text;            // "connected ↔ client 1"
    QString name;            // of a variable that holds its number
    replay::Socket socket{}; // of a socket
};
std::vector<Descriptor> descriptors(const Desk &desk, const Session &session, const words::Language &language);

// Something that can be done to a descriptor from outside.
enum class Act : uint8_t { connect, send, send_ten, urgent, read_some, half_close, close, reset, type_line, type_end, output_on, output_off };
QString act_text(const words::Language &language, Act act);
void do_act(Desk &desk, Act act, int client);

class HandBar : public QWidget {
    Q_OBJECT
public:
    HandBar(Desk &desk, Session &session, Preferences &preferences, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Desk &m_desk;
    Session &m_session;
    Preferences &m_preferences;
    QLabel *m_title;
    QWidget *m_rows;
    QStringList m_shown; // what the rows are for
};

} // namespace ui
