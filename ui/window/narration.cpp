// SPDX-License-Identifier: MIT
#include "ui/window/narration.h"

#include "ui/common/announcer.h"
#include "ui/figure/view.h"
#include "ui/live/clients_model.h"
#include "ui/live/player.h"
#include "ui/window/instant_bar.h"

#include <cerrno>
#include <utility>

namespace ui {

Narration::Narration(Announcer &announcer, Session &session, Player &player, FigureView &words, InstantBar &bar, ClientsModel &clients)
    : QObject(&bar), m_announcer(announcer), m_session(session), m_player(player), m_words(words), m_bar(bar), m_clients(clients)
{
    connect(&session, &Session::instant_changed, this, &Narration::look);
    connect(&session, &Session::state_changed, this, &Narration::look);
    connect(&session, &Session::nothing_held, this, [this] { m_wanted = false; }); // that is said, instead
    connect(&clients, &ClientsModel::turned, this, &Narration::say_client);
    connect(&player, &Player::reached_end, this, [this] {
        const QString played = tr("The recording has been played to its end.");
        m_announcer.say(played);
    });
}

QString Narration::told() const
{
    const auto &parts = m_words.drawing().parts;
    return parts.empty() ? QString() : parts.front().sentence;
}

void Narration::by_hand(const std::function<void()> &act)
{
    m_announcer.forget(this);
    m_wanted = true;
    act();
    const bool comes = m_session.live() && m_session.paused(); // a thread at the gate has its turn: what it does is awaited
    if (std::exchange(m_wanted, m_wanted && comes) && !comes)
        m_announcer.say(m_session.live() ? m_bar.sentence() : m_told); // nothing has changed: that is said once more
}

void Narration::moved()
{
    m_told = told();
    m_announcer.say_latest(this, m_told);
}

void Narration::look()
{
    const bool other_state = std::exchange(m_state, m_bar.badge()) != m_state;
    if (!other_state && !m_wanted && !m_player.playing())
        return;
    const bool other_step = std::exchange(m_told, told()) != m_told;
    if (other_state)
        m_announcer.say(m_wanted && other_step ? QStringList{m_bar.sentence(), m_told}.join(u' ') : m_bar.sentence());
    else if (m_wanted && other_step)
        m_announcer.say(m_told);
    else if (other_step)
        m_announcer.say_latest(this, m_told);
    m_wanted = m_wanted && !other_state && !other_step;
}

void Narration::say_client(int number)
{
    const clients::Progress &client = m_clients.client(number);
    m_announcer.say_latest(&m_clients, client.error == ECONNRESET   ? tr("The server has reset the connection of client %1.").arg(number)
                                                : client.closed_by_server    ? tr("The server has closed the connection of client %1.").arg(number)
                                                : client.connected           ? tr("Client %1 is connected.").arg(number)
                                                : tr("Client %1 has closed its connection.").arg(number));
}

} // namespace ui
