// SPDX-License-Identifier: MIT
// Lets an audience in to the session's server, whichever that is, and sends it out.
#pragma once

#include "audience/entrance.h"
#include "ui/audience/invitation.h"

#include <QObject>
#include <QTimer>

namespace ui {

class Preferences;
class Session;

// Whether where to let in is clear unasked: `before`, chosen the last time, is one of `all`, this machine's addresses, or there is one at
// most. Who is in two networks says which, before anybody of the other can come.
bool is_settled(const QStringList &all, const QString &before);

class Usher : public QObject {
    Q_OBJECT
public:
    Usher(Session &session, Preferences &preferences, QObject *parent);
    ~Usher() override;

    // At this address of this machine, which is remembered. False: see problem().
    bool let_in(const QString &address, const audience::Limits &limits);
    // Sends all out, and lets nobody in any more.
    void close();
    bool is_open() const { return m_entrance != nullptr; }
    // Those who are in go; others, and they too, may come again.
    void send_all_out();
    Invitation invitation() const;
    audience::Tally tally() const { return m_entrance ? m_entrance->door().tally() : audience::Tally(); }
    // Why nobody could be let in, the latest time; empty: nothing went wrong.
    QString problem() const;

    // Whether those who are in are called by their addresses; not unless it is wished.
    void show_names(bool shown);
    bool names_shown() const { return m_names; }
    // This machine's, of interfaces that are up, but for the loopback.
    static QStringList addresses();
    // That was chosen the last time, else the first of this machine's; empty: it has none.
    QString usual_address() const;
    // Whether that needs no choice: see is_settled().
    bool is_settled() const;

signals:
    void changed(); // any of what is told above

private:
    void lead();
    QString hindrance() const;

    Session &m_session;
    Preferences &m_preferences;
    std::unique_ptr<audience::Entrance> m_entrance; // nullptr: closed
    std::optional<audience::Problem> m_problem;
    QString m_address; // that was asked for
    Invitation m_told;
    QTimer m_look;
    bool m_names = false;
};

} // namespace ui
