// SPDX-License-Identifier: MIT
#include "ui/window/menus.h"

#include "lessons/catalogue.h"
#include "ui/common/actions.h"
#include "ui/common/preferences.h"
#include "ui/window/files.h"
#include "ui/window/panels.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace ui {

Menus::Menus(QMainWindow &window, const Actions &actions, const Preferences &preferences, const Files &files, const Panels &panels)
    : QObject(&window), m_actions(actions), m_preferences(preferences), m_files(files)
{
    const auto separator = [this] {
        auto *line = new QAction(this);
        line->setSeparator(true);
        return line;
    };
    const auto menu = [&window, separator](std::initializer_list<QAction *> chosen) {
        QMenu *made = window.menuBar()->addMenu(QString());
        for (QAction *action : chosen)
            made->addAction(action ? action : separator());
        return made;
    };
    const Actions &a = actions;
    m_file_menu = menu({a.open});
    m_recent_menu = m_file_menu->addMenu(QString());
    m_file_menu->addActions({a.save, a.export_chrome});
    m_file_menu->addSeparator();
    m_file_menu->addActions({a.export_picture, a.copy_picture, a.export_slides});
    m_file_menu->addSeparator();
    m_file_menu->addAction(a.quit);

    m_run_menu = menu({a.new_run, a.open_script, nullptr, a.play_pause, a.step, a.step_back, a.first, a.last, a.ten_back, a.ten_on, a.go_to_step, nullptr,
                       a.connect_client, a.send_urgent, a.receive_urgent, nullptr, a.interrupt_server, a.hold_signals, a.close_descriptor, nullptr, a.let_audience_in, nullptr, a.stop, nullptr, a.compare});

    m_run_menu->setToolTipsVisible(true);

    m_view_menu = menu({});
    m_panels_menu = m_view_menu->addMenu(QString());
    for (QDockWidget *dock : panels.docks())
        m_panels_menu->addAction(dock->toggleViewAction());
    m_panels_menu->addSeparator();
    m_panels_menu->addActions({a.panel_free, a.panel_wider, a.panel_narrower, a.panel_higher, a.panel_lower});
    m_view_menu->addActions({a.reset_layout, a.next_panel, a.previous_panel});
    m_view_menu->addSeparator();
    m_view_menu->addActions({a.larger, a.smaller, a.usual_size, a.full_screen});
    m_view_menu->addSeparator();
    m_view_menu->addActions({a.present, a.present_here});
    m_view_menu->addSeparator();
    m_axis_menu = m_view_menu->addMenu(QString());
    m_axis_menu->addActions({a.axis_events, a.axis_time});
    m_axis_menu->addSeparator();
    m_axis_menu->addActions({a.zoom_in, a.zoom_out, a.zoom_all});
    m_axis_menu->addSeparator();
    m_axis_menu->addAction(a.lanes);
    m_motion_menu = m_view_menu->addMenu(QString());
    m_motion_menu->addActions({a.motion_desktop, a.motion_on, a.motion_off});
    m_theme_menu = m_view_menu->addMenu(QString());
    m_theme_menu->addAction(a.theme_desktop);
    m_theme_menu->addActions({a.themes.begin(), a.themes.end()});

    m_find_menu = menu({a.find, a.find_next, a.find_previous, nullptr, a.mark_a, a.mark_b, a.zoom_marks, a.forget_marks, nullptr, a.bookmark, a.next_bookmark, a.previous_bookmark,
                        nullptr, a.undo, a.redo});

    m_lessons_menu = menu({a.catalogue, a.forward, a.backward, a.next_chapter, a.previous_chapter, a.open_lesson, a.leave_lesson, nullptr});
    m_scripts_menu = m_lessons_menu->addMenu(QString());
    m_lessons_menu->addSeparator();
    m_lessons_menu->addActions({a.keep_progress, a.forget_progress, a.export_progress});
    m_bench_menu = menu({a.mode_watch, a.mode_lesson, a.mode_bench, nullptr, a.new_bench, a.run_again, a.export_c, nullptr, a.other_addresses});
    m_bench_menu->setToolTipsVisible(true);
    m_language_menu = menu({});
    m_language_menu->addActions({a.languages.begin(), a.languages.end()});
    m_help_menu = menu({a.glossary, a.keys, a.about});

    connect(a.quit, &QAction::triggered, &window, &QWidget::close);
    connect(&m_files, &Files::recent_changed, this, &Menus::fill_recent);
    // The menu bar may be hidden or not have the focus: the keys work all the same.
    window.addActions(QList<QAction *>(actions.all().begin(), actions.all().end()));
    retranslate();
}

void Menus::retranslate()
{
    m_file_menu->setTitle(tr("&File"));
    m_recent_menu->setTitle(tr("Open &recent"));
    m_run_menu->setTitle(tr("&Run"));
    m_view_menu->setTitle(tr("&View"));
    m_panels_menu->setTitle(tr("&Panels"));
    m_axis_menu->setTitle(tr("&Timeline"));
    m_motion_menu->setTitle(tr("&Motion"));
    m_theme_menu->setTitle(tr("Th&eme"));
    m_find_menu->setTitle(tr("Find and mar&k"));
    m_lessons_menu->setTitle(tr("&Lessons"));
    m_scripts_menu->setTitle(tr("&Scripts"));
    m_bench_menu->setTitle(tr("&Bench"));
    m_language_menu->setTitle(tr("L&anguage"));
    m_help_menu->setTitle(tr("&Help"));
    fill_recent();
    fill_lessons();
}

void Menus::fill_recent()
{
    m_recent_menu->clear();
    for (const QString &path : m_files.recent()) { // a name is no markup, and has no letter to be underlined
        QAction *action = m_recent_menu->addAction(QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&")), this, [this, path] { emit file_wanted(path); });
        action->setToolTip(QStringLiteral("<qt>%1</qt>").arg(path.toHtmlEscaped()));
    }
    m_recent_menu->setToolTipsVisible(true);
    m_recent_menu->setEnabled(!m_recent_menu->isEmpty());
}

void Menus::fill_lessons()
{
    m_scripts_menu->clear();
    for (const lessons::Lesson &lesson : lessons::all()) {
        const QString title = m_preferences.language().say("Lessons", lesson.title);
        m_scripts_menu->addAction(title, this, [this, name = QString::fromLatin1(lesson.name)] { emit script_wanted(name); });
    }
    m_scripts_menu->addSeparator();
    m_scripts_menu->addAction(m_actions.open_script);
}

} // namespace ui
