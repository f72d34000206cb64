// SPDX-License-Identifier: MIT
// Plays a recording: moves the instant shown at a chosen speed, either step by step or in proportion to real time.
#pragma once

#include "figures/figure.h"
#include "ui/live/session.h"

#include <QElapsedTimer>
#include <QTimer>

#include <span>

namespace ui {

class Player : public QObject {
    Q_OBJECT
public:
    explicit Player(Session &session, QObject *parent = nullptr);

    bool playing() const { return m_timer.isActive(); }
    // From the instant shown; from the beginning when that is the end of the recording.
    void play();
    void pause();

    // On the events' axis every step takes the same time and waits are folded; on the axis of time they are in proportion.
    figures::Axis axis() const { return m_axis; }
    void set_axis(figures::Axis axis);
    // The speeds of an axis: steps a second, or how many times as fast as it happened. Ascending.
    static std::span<const double> speeds(figures::Axis axis);
    int speed() const { return m_speed[int(m_axis)]; } // an index of them
    void set_speed(int index);

signals:
    void playing_changed();
    void speed_changed();
    void reached_end(); // of the recording, by playing

private:
    void tick();
    void restart_clock();

    Session &m_session;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int64_t m_from = 0;  // ns, the instant shown when the clock was started
    int64_t m_steps = 0; // taken since then
    figures::Axis m_axis = figures::Axis::events;
    int m_speed[2] = {3, 2}; // real time; two steps a second
};

} // namespace ui
