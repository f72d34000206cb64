// SPDX-License-Identifier: MIT
// What is said of a run and its recording to those who do not see them: each step that was asked for, what became of it, and
// who comes and goes.
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace ui {

class Announcer;
class ClientsModel;
class FigureView;
class InstantBar;
class Player;
class Session;

class Narration : public QObject {
    Q_OBJECT
public:
    // `words`: the figure that explains the step; `bar`: the line that says which instant is shown.
    Narration(Announcer &announcer, Session &session, Player &player, FigureView &words, InstantBar &bar, ClientsModel &clients);

    // Does what was asked for by hand, a step or a jump: what comes of it is said, once there is something.
    void by_hand(const std::function<void()> &act);
    // The instant has been moved, perhaps one of many times.
    void moved();

private:
    void look();
    void say_client(int number);
    QString told() const;

    Announcer &m_announcer;
    Session &m_session;
    Player &m_player;
    FigureView &m_words;
    InstantBar &m_bar;
    ClientsModel &m_clients;
    QString m_state, m_told; // what the bar said last, and which step was told of
    bool m_wanted = false;
};

} // namespace ui
