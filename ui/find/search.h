// SPDX-License-Identifier: MIT
// Looks through the recording shown, a little at a time between two frames, and follows what a run adds.
#pragma once

#include "replay/find.h"
#include "ui/live/session.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace ui {

class Search : public QObject {
    Q_OBJECT
public:
    explicit Search(Session &session, QObject *parent = nullptr);

    // Begins anew; only events [from, to) when `to` is above 0.
    void look_for(const replay::Wanted &wanted, size_t from = 0, size_t to = 0);
    // No further; what was found stays.
    void cancel();

    bool over() const { return !m_slice.isActive(); }
    // How much of it is done, of 1.
    double share() const;
    // Sequences of the events found until now, ascending.
    const std::vector<uint32_t> &found() const { return m_found; }
    size_t found_calls() const { return m_calls; } // of these
    const replay::Seen &seen() const { return m_seen; } // in what was looked through
    // The found event after the instant shown, or before it; nothing: none there.
    std::optional<size_t> next() const;
    std::optional<size_t> previous() const;

signals:
    void restarted();
    void advanced(); // more was looked through, or the end of what was found is to be looked for again

private:
    void go_on();
    void follow();
    size_t end() const;

    Session &m_session;
    replay::Wanted m_wanted;
    size_t m_from = 0, m_to = 0, m_at = 0;
    std::vector<uint32_t> m_found;
    std::vector<bool> m_is_call; // of each
    size_t m_calls = 0;
    replay::Seen m_seen;
    bool m_begun = false, m_cancelled = false;
    QTimer m_slice;
};

} // namespace ui
