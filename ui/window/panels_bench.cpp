// SPDX-License-Identifier: MIT
// The places that the bench has in the window.
#include "ui/window/panels.h"

#include "ui/bench/panel.h"
#include "ui/figure/timeline_view.h"
#include "ui/lesson/panel.h"

#include <QDockWidget>
#include <QMainWindow>

#include <utility>

namespace ui {

constexpr int narrow_window = 1000; // px: below it there is no room for three places

void Panels::show_bench()
{
    if (!m_in_bench && !m_in_lesson)
        m_away = hidden();
    m_in_bench = true;
    m_in_lesson = false;
    if (std::exchange(m_offers, false))
        m_lesson_panel->set_offered(false);
    look_at({});
    for (QDockWidget *dock : m_docks) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    m_window.removeDockWidget(m_lesson);
    m_window.removeDockWidget(m_terminal);
    m_has_terminal = m_shows_terminal = false;
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_bench);
    m_bench->show();
    const bool narrow = m_window.width() < narrow_window; // then one is in front of the other
    if (narrow)
        m_window.tabifyDockWidget(m_bench, m_time);
    else
        m_window.addDockWidget(Qt::BottomDockWidgetArea, m_time, Qt::Vertical);
    m_time->show();
    for (QDockWidget *dock : {m_totals, m_listing, m_sets, m_crossing, m_table, m_words, m_act}) { // from the menu View
        m_window.tabifyDockWidget(m_time, dock);
        dock->setVisible(dock == m_totals || dock == m_listing);
    }
    (narrow ? m_bench : m_time)->raise();
    fit_bench();
    if (!narrow)
        m_window.resizeDocks({m_time}, {m_window.height() * 26 / 100}, Qt::Vertical);
    emit mode_changed();
    emit moved();
}

void Panels::fit_bench()
{
    if (!m_in_bench)
        return;
    if (m_bench_panel->tab() != m_bench_tab && m_bench->isVisible())
        m_bench_widths[std::exchange(m_bench_tab, m_bench_panel->tab())] = m_bench->width();
    const int most = m_window.width() * (m_bench_panel->tab() == m_bench_panel->tabs() - 1 && m_bench_panel->tab() > 0 ? 71 : 59) / 100;
    const auto known = m_bench_widths.find(m_bench_panel->tab());
    const int wanted = known != m_bench_widths.end() ? known->second : m_bench_panel->sizeHint().width() * m_window.width() / qMax(m_window.width(), 1366);
    m_window.resizeDocks({m_bench}, {qMin(wanted, most)}, Qt::Horizontal);
}

void Panels::leave_bench()
{
    if (!std::exchange(m_in_bench, false))
        return;
    m_window.removeDockWidget(m_bench);
    reset();
    hide(m_away);
    emit mode_changed();
    emit moved();
}

} // namespace ui
