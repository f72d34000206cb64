// SPDX-License-Identifier: MIT
#include "ui/live/player.h"

#include <algorithm>

namespace ui {
namespace {

constexpr double steps_a_second[] = {0.5, 1, 2, 5, 10, 20, 50};
constexpr double times_as_fast[] = {0.001, 0.01, 0.1, 1, 10};

} // namespace

Player::Player(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(16); // ms
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
    connect(&session, &Session::recording_changed, this, &Player::pause);
}

std::span<const double> Player::speeds(figures::Axis axis)
{
    return axis == figures::Axis::events ? std::span<const double>(steps_a_second) : std::span<const double>(times_as_fast);
}

void Player::set_axis(figures::Axis axis)
{
    if (axis == m_axis)
        return;
    m_axis = axis;
    restart_clock();
    emit speed_changed();
}

void Player::set_speed(int index)
{
    index = std::clamp(index, 0, int(speeds(m_axis).size()) - 1);
    if (index == speed())
        return;
    m_speed[int(m_axis)] = index;
    restart_clock();
    emit speed_changed();
}

void Player::restart_clock()
{
    m_clock.start();
    m_steps = 0;
    m_from = m_session.instant().time;
}

void Player::play()
{
    if (playing() || m_session.trace().events().empty())
        return;
    if (m_session.at_end())
        m_session.go_first();
    restart_clock();
    m_timer.start();
    emit playing_changed();
}

void Player::pause()
{
    if (!playing())
        return;
    m_timer.stop();
    emit playing_changed();
}

void Player::tick()
{
    const double factor = speeds(m_axis)[size_t(speed())];
    const double elapsed = double(m_clock.nsecsElapsed());
    if (m_axis == figures::Axis::time) {
        m_session.go(m_session.replay().at_time(m_from + int64_t(elapsed * factor)));
    } else {
        const auto due = int64_t(elapsed * factor / 1e9);
        for (; m_steps < due && !m_session.at_end(); ++m_steps)
            m_session.next();
    }
    if (m_session.at_end()) {
        pause();
        emit reached_end();
    }
}

} // namespace ui
