// SPDX-License-Identifier: MIT
// The places that a lesson has in the window.
#include "ui/window/panels.h"

#include "ui/figure/timeline_view.h"
#include "ui/lesson/panel.h"

#include <QDockWidget>
#include <QMainWindow>

#include <utility>

namespace ui {

void Panels::show_lesson(const QStringList &front, bool with_terminal)
{
    if (!std::exchange(m_in_lesson, true) && !m_in_bench)
        m_away = hidden();
    m_in_bench = false;
    m_window.removeDockWidget(m_bench);
    if (std::exchange(m_offers, false))
        m_lesson_panel->set_offered(false);
    for (QDockWidget *dock : m_docks) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_lesson);
    m_lesson->show();
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_sets, Qt::Vertical);
    const int width = m_window.width(), height = m_window.height();
    const bool low = height < low_window * m_preferences.scale();
    if (!low)
        m_window.splitDockWidget(m_sets, m_time, Qt::Vertical);
    for (QDockWidget *dock : {m_crossing, m_phases, m_listing, m_table, m_totals, m_words})
        m_window.tabifyDockWidget(m_sets, dock);
    if (low)
        m_window.tabifyDockWidget(m_sets, m_time);
    m_shows_terminal = with_terminal || (front.isEmpty() && m_shows_terminal);
    m_window.removeDockWidget(m_terminal);
    if (m_shows_terminal)
        m_window.tabifyDockWidget(m_sets, m_terminal);
    m_terminal->setVisible(m_shows_terminal);
    for (QDockWidget *dock : m_docks)
        dock->setVisible(dock != m_act);
    m_window.resizeDocks({m_lesson}, {width * 28 / 100}, Qt::Horizontal);
    m_window.resizeDocks({m_sets}, {height * 40 / 100}, Qt::Vertical);
    if (!low)
        m_window.resizeDocks({m_sets, m_time}, {height * 30 / 100, height * 24 / 100}, Qt::Vertical);
    for (const QString &name : front)
        if (name != u"stage" && name != m_timeline->figure().name) {
            look_at(name);
            break;
        }
    look_at({});
    m_has_terminal = false;
    emit mode_changed();
    emit moved();
}

void Panels::offer_lesson()
{
    if (m_in_lesson || m_in_bench)
        return;
    m_offers = true;
    m_lesson_panel->set_offered(true);
    place_offer();
    emit moved();
}

void Panels::place_offer()
{
    m_window.tabifyDockWidget(m_words, m_lesson);
    m_lesson->show();
    m_lesson->raise();
    m_window.resizeDocks({m_lesson}, {m_window.width() * 28 / 100}, Qt::Horizontal);
    m_window.resizeDocks({m_lesson}, {m_window.height() * 45 / 100}, Qt::Vertical);
}

void Panels::leave_lesson()
{
    if (std::exchange(m_offers, false)) {
        m_lesson_panel->set_offered(false);
        m_window.removeDockWidget(m_lesson);
        emit moved();
    }
    if (!std::exchange(m_in_lesson, false))
        return;
    look_at({});
    m_window.removeDockWidget(m_lesson);
    m_window.removeDockWidget(m_terminal);
    m_shows_terminal = false;
    reset();
    hide(m_away);
    emit mode_changed();
    emit moved();
}

void Panels::look_at(const QString &figure, const std::vector<QStringList> &marks)
{
    std::vector<FigureView *> views = m_views;
    views.push_back(m_terminal_view);
    for (FigureView *view : views)
        view->set_ringed(figure == QLatin1String(view->figure().name), marks);
    for (QDockWidget *dock : m_docks)
        if (auto *view = qobject_cast<FigureView *>(dock->widget()); view && view->ringed())
            dock->raise();
    if (m_shows_terminal && m_terminal_view->ringed())
        m_terminal->raise();
}

} // namespace ui
