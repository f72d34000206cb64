// SPDX-License-Identifier: MIT
#include "ui/find/actions.h"

#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/preferences.h"
#include "ui/figure/timeline_view.h"
#include "ui/find/lanes.h"
#include "ui/find/window.h"
#include "ui/live/player.h"
#include "ui/window/status_line.h"

#include "words/phrases.h"
#include "words/sentences.h"

#include <QAction>
#include <QLineEdit>
#include <QMainWindow>

namespace ui {
namespace {

constexpr int said_ms = 6'000;

} // namespace

FindActions::FindActions(const Around &around)
    : QObject(&around.window), m(around), m_marks(around.session, this)
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m.actions.find, [this] {
        FindWindow &window = find_window();
        if (window.isVisible())
            window.raise();
        window.show();
        window.activateWindow();
        window.data()->setFocus();
    });
    on(m.actions.find_next, [this] { find_window().go_next(); });
    on(m.actions.find_previous, [this] { find_window().go_previous(); });
    on(m.actions.lanes, [this] {
        lanes().show();
        lanes().activateWindow();
    });
    wire_marks();
}

LanesWindow &FindActions::lanes()
{
    if (!m_lanes)
        m_lanes = new LanesWindow(m.timeline, m.session, m.preferences, &m.window);
    return *m_lanes;
}

FindWindow &FindActions::find_window()
{
    if (m_find)
        return *m_find;
    m_find = new FindWindow(m.session, m.preferences, m_marks, m.actions, &m.window);
    connect(m_find, &FindWindow::step_wanted, this, [this](size_t sequence) { go(m.session.replay().step(sequence)); });
    connect(m_find, &FindWindow::nothing_there, this, [this] {
        const QString none = m_find->search().over() ? tr("There is no further one there.") : tr("It is still being looked for.");
        say(none);
    });
    return *m_find;
}

void FindActions::wire_marks()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m.actions.mark_a, [this] {
        m_marks.mark_a();
        say_marks(QStringLiteral("A"), m_marks.marks().a.has_value());
    });
    on(m.actions.mark_b, [this] {
        m_marks.mark_b();
        say_marks(QStringLiteral("B"), m_marks.marks().b.has_value());
    });
    on(m.actions.forget_marks, [this] { m_marks.forget_a_and_b(); });
    on(m.actions.zoom_marks, [this] { zoom(); });
    on(m.actions.bookmark, [this] {
        const size_t before = m_marks.marks().bookmarks.size();
        const auto moment = m.session.replay().moment(m.session.instant());
        m_marks.toggle_bookmark(moment.event ? words::call_text(m.session.trace(), *moment.event) : QString());
        const QString put = tr("Bookmark at %1", "a step").arg(step_text(m.session.instant())), taken = tr("No bookmark any more at %1", "a step").arg(step_text(m.session.instant()));
        say(m_marks.marks().bookmarks.size() > before ? put : taken);
    });
    const auto to = [this](const figures::Bookmark *bookmark) {
        if (bookmark)
            return go(bookmark->instant);
        const QString none = tr("There is no further bookmark there.");
        say(none);
    };
    on(m.actions.next_bookmark, [this, to] { to(m_marks.next()); });
    on(m.actions.previous_bookmark, [this, to] { to(m_marks.previous()); });
    on(m.actions.undo, [this] { m_marks.undo().undo(); });
    on(m.actions.redo, [this] { m_marks.undo().redo(); });
    const auto show = [this] {
        m.actions.undo->setEnabled(m_marks.undo().canUndo());
        m.actions.redo->setEnabled(m_marks.undo().canRedo());
        m.actions.zoom_marks->setEnabled(m_marks.span().has_value());
        m.actions.forget_marks->setEnabled(m_marks.marks().a || m_marks.marks().b);
        for (QAction *action : {m.actions.next_bookmark, m.actions.previous_bookmark})
            action->setEnabled(!m_marks.marks().bookmarks.empty());
        m.timeline.set_marks(m_marks.marks());
    };
    connect(&m_marks.undo(), &QUndoStack::indexChanged, this, show);
    connect(&m_marks, &Marks::changed, this, show);
    show();
}

void FindActions::go(replay::Instant instant)
{
    m.player.pause();
    m.session.go(instant);
}

void FindActions::say(const QString &sentence)
{
    m.status.showMessage(sentence, said_ms);
    m.announcer.say(sentence);
}

QString FindActions::step_text(replay::Instant instant) const
{
    const words::Language &language = m.preferences.language();
    const QString at = language.duration(words::span(m.session.trace().begin(), instant.time));
    return instant.complete > 0 ? tr("step %1 · %2", "its number, the time").arg(language.number(qlonglong(instant.complete) - 1), at) : at;
}

void FindActions::say_marks(const QString &which, bool there)
{
    const QString taken = tr("%1 is taken away", "A or B"), put = tr("%1 is at %2", "A or B, a step");
    if (!there)
        return say(taken.arg(which));
    const auto span = m_marks.span();
    if (!span)
        return say(put.arg(which, step_text(m.session.instant())));
    const int steps = words::plural(qint64(span->to.complete - span->from.complete));
    const QString between = tr("From A to B: %1, %n steps", "a duration", steps);
    say(between.arg(m.preferences.language().duration(words::span(span->from.time, span->to.time))));
}

void FindActions::zoom()
{
    const auto span = m_marks.span();
    if (!span)
        return;
    const figures::Axis axis = m.timeline.range().axis;
    const bool time = axis == figures::Axis::time;
    const double from = time ? double(span->from.time) : double(span->from.complete), to = time ? double(span->to.time) : double(span->to.complete);
    const double beside = std::max((to - from) * 0.05, time ? 100. : 1.); // both lines are to be seen
    const figures::Range whole = figures::resolved({.axis = axis}, m.session.replay());
    m.timeline.set_range({.axis = axis, .from = std::max(whole.from, from - beside), .to = std::min(whole.to, to + beside)});
}

} // namespace ui
