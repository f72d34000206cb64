// SPDX-License-Identifier: MIT
// The window's menus.
#pragma once

#include <QObject>

class QMainWindow;
class QMenu;

namespace ui {

class Actions;
class Files;
class Panels;
class Preferences;

class Menus : public QObject {
    Q_OBJECT
public:
    // Fills the window's menu bar. All outlive it.
    Menus(QMainWindow &window, const Actions &actions, const Preferences &preferences, const Files &files, const Panels &panels);

    // In the language chosen.
    void retranslate();

signals:
    void file_wanted(const QString &path);   // one of those opened before
    void script_wanted(const QString &name);
    void lesson_wanted(const QString &name);

private:
    void fill_recent();
    void fill_lessons();

    const Actions &m_actions;
    const Preferences &m_preferences;
    const Files &m_files;
    QMenu *m_file_menu, *m_recent_menu, *m_run_menu, *m_view_menu, *m_panels_menu, *m_axis_menu, *m_motion_menu, *m_theme_menu, *m_find_menu, *m_lessons_menu, *m_bench_menu, *m_scripts_menu,
        *m_language_menu, *m_help_menu;
};

} // namespace ui
