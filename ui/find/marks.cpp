// SPDX-License-Identifier: MIT
#include "ui/find/marks.h"

#include <algorithm>

namespace ui {
namespace {

std::pair<size_t, int64_t> order(replay::Instant instant)
{
    return {instant.complete, instant.time};
}

std::pair<size_t, int64_t> place(const figures::Bookmark &bookmark)
{
    return order(bookmark.instant);
}

// One that the recording really has, whatever a file says.
replay::Instant instant_of(const archive::Bookmark &kept, const replay::Replay &replay)
{
    const auto &events = replay.trace().events();
    const bool step = kept.complete > 0 && kept.complete <= events.size() && events[kept.complete - 1].end == kept.time;
    return step ? replay.step(kept.complete - 1) : replay.at_time(kept.time);
}

} // namespace

class Marks::Change : public QUndoCommand {
public:
    Change(Marks &marks, figures::Marks to) : m_of(marks), m_before(marks.m_marks), m_after(std::move(to)) {}
    void undo() override { show(m_before); }
    void redo() override { show(m_after); }

private:
    void show(const figures::Marks &marks)
    {
        m_of.show(marks);
    }

    Marks &m_of;
    const figures::Marks m_before, m_after;
};

Marks::Marks(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::recording_changed, this, [this] {
        m_undo.clear();
        m_marks = {};
        for (const archive::Bookmark &kept : m_session.recording()->bookmarks)
            m_marks.bookmarks.push_back({instant_of(kept, m_session.replay()), QString::fromStdString(kept.name)});
        std::ranges::stable_sort(m_marks.bookmarks, {}, place);
        emit changed();
    });
}

void Marks::show(const figures::Marks &marks)
{
    const bool same = m_marks.bookmarks == marks.bookmarks;
    m_marks = marks;
    std::vector<archive::Bookmark> kept;
    for (const figures::Bookmark &each : marks.bookmarks)
        kept.push_back({each.instant.time, each.instant.complete, each.name.toStdString()});
    if (!same)
        m_session.set_bookmarks(std::move(kept));
    emit changed();
}

Marks::~Marks()
{
    m_undo.blockSignals(true); // it tells that it is emptied even when nobody is there any more
}

void Marks::change(const figures::Marks &to)
{
    if (to != m_marks)
        m_undo.push(new Change(*this, to));
}

void Marks::put(std::optional<replay::Instant> figures::Marks::*mark)
{
    figures::Marks to = m_marks;
    const bool there = to.*mark == m_session.instant();
    to.*mark = there ? std::nullopt : std::optional(m_session.instant());
    change(to);
}

void Marks::mark_a()
{
    put(&figures::Marks::a);
}

void Marks::mark_b()
{
    put(&figures::Marks::b);
}

void Marks::forget_a_and_b()
{
    figures::Marks to = m_marks;
    to.a = to.b = std::nullopt;
    change(to);
}

void Marks::toggle_bookmark(const QString &name)
{
    figures::Marks to = m_marks;
    const replay::Instant now = m_session.instant();
    const auto at = std::ranges::lower_bound(to.bookmarks, order(now), {}, place);
    if (at != to.bookmarks.end() && at->instant == now)
        to.bookmarks.erase(at);
    else
        to.bookmarks.insert(at, {now, name});
    change(to);
}

const figures::Bookmark *Marks::next() const
{
    const auto at = std::ranges::upper_bound(m_marks.bookmarks, order(m_session.instant()), {}, place);
    return at == m_marks.bookmarks.end() ? nullptr : &*at;
}

const figures::Bookmark *Marks::previous() const
{
    const auto at = std::ranges::lower_bound(m_marks.bookmarks, order(m_session.instant()), {}, place);
    return at == m_marks.bookmarks.begin() ? nullptr : &*std::prev(at);
}

std::optional<Marks::Span> Marks::span() const
{
    if (!m_marks.a || !m_marks.b)
        return {};
    const auto [first, last] = std::minmax(*m_marks.a, *m_marks.b, [](replay::Instant one, replay::Instant other) { return order(one) < order(other); });
    return Span{first, last};
}

} // namespace ui
