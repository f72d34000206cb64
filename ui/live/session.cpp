// SPDX-License-Identifier: MIT
#include "ui/live/session.h"

#include <cstdlib>
#include <utility>

namespace ui {

Session::Session(QObject *parent) : QObject(parent), m_recording(std::make_shared<Recording>())
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(16); // ms: one screen refresh
    connect(&m_tick, &QTimer::timeout, this, &Session::tick);
}

Session::~Session()
{
    if (m_run)
        m_run->stop(in_the_way);
}

const replay::World &Session::world() const
{
    if (!m_world)
        m_world = m_recording->replay.at(m_instant);
    return *m_world;
}

bool Session::at_end() const
{
    return m_instant == replay().last();
}

void Session::set_instant(replay::Instant instant, bool following)
{
    const bool was_live = live();
    m_instant = instant;
    m_following = following;
    m_world.reset();
    emit instant_changed();
    if (live() != was_live)
        emit state_changed();
}

void Session::set_front(uint16_t program)
{
    if (std::exchange(m_front, program) != program)
        emit instant_changed();
}

void Session::set_bound_asked(bool asked)
{
    if (std::exchange(m_bound_asked, asked) != asked)
        emit instant_changed();
}

void Session::set_bookmarks(std::vector<archive::Bookmark> bookmarks)
{
    for (const archive::Bookmark &kept : whole()->bookmarks)
        if (kept.complete > trace().events().size())
            bookmarks.push_back(kept);
    if (bookmarks == whole()->bookmarks)
        return;
    whole()->bookmarks = std::move(bookmarks);
    m_unsaved = true;
}

void Session::go(replay::Instant instant)
{
    set_instant(instant, instant == replay().last());
}

void Session::go_first()
{
    set_instant(replay().first(), false);
}

void Session::go_last()
{
    set_instant(replay().last(), true);
}

void Session::next()
{
    go(replay().next(m_instant));
}

void Session::previous()
{
    set_instant(replay().previous(m_instant), false);
}

void Session::skip(int moments)
{
    replay::Instant instant = m_instant;
    for (int i = 0; i < std::abs(moments); ++i)
        instant = moments > 0 ? replay().next(instant) : replay().previous(instant);
    set_instant(instant, moments > 0 && instant == replay().last());
}

void Session::show(std::shared_ptr<Recording> recording, std::shared_ptr<const Recording> whole)
{
    ++m_starts; // a run being started comes too late
    m_tick.stop();
    retire(std::exchange(m_run, nullptr));
    set_activity(Activity::none);
    m_recording = std::move(recording);
    m_unsaved = m_unsaved && whole && whole == m_whole; // more of the same is seen
    m_whole = std::move(whole);
    m_visited = true;
    m_world.reset();
    m_instant = replay().first();
    m_front = 0;
    m_following = false;
    emit recording_changed();
    emit instant_changed();
    emit state_changed();
}

} // namespace ui
