// SPDX-License-Identifier: MIT
// The window: puts the session, the panels, the actions and the files together.
#pragma once

#include "ui/live/script_player.h"
#include "ui/live/session.h"
#include "ui/window/files.h"

#include <QMainWindow>
#include <QTimer>

#include <functional>

class QMenu;

namespace ui {

class Actions;
class Announcer;
class ComparisonWindow;
class FigureView;
class InstantBar;
class MessageBar;
class Narration;
class Panels;
class Player;
class Preferences;
class Recovery;
class RunBar;
class ServerActions;
class ServerChoice;
class StatusLine;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // How the window begins.
    struct Beginning {
        QString file;                      // a recording to open; empty: a run begins
        QString server = QStringLiteral("select");
        QString script;                    // a lesson's name or a file; played by the first run
        int port = 0;
        bool paused = false;
        QString recovery_folder;           // where copies of what is being recorded go; empty: nowhere
    };
    MainWindow(Preferences &preferences, const Beginning &beginning);
    ~MainWindow() override;

    Session &session() { return m_session; }
    Files &files() { return m_files; }
    Player &player() { return *m_player; }
    const Actions &actions() const { return *m_actions; }
    Panels &panels() { return *m_panels; }
    MessageBar &messages() { return *m_messages; }
    Announcer &announcer() { return *m_announcer; }
    // The window that compares the models; nullptr before it was wanted.
    ComparisonWindow *comparison() const { return m_comparison; }
    const InstantBar &instant_bar() const { return *m_instant_bar; }
    const StatusLine &status() const { return *m_status; }

    void open_file(const QString &path);
    // A script's file, or a lesson's name.
    void play_script(const QString &script);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // building, main_window_menus.cpp
    void build_menus();
    void retranslate_menus();
    void fill_recent();
    void fill_lessons();

    // acting, main_window.cpp
    void wire_actions();
    void wire_view_actions();
    void begin();
    void new_run();
    lessons::Choice choice() const;
    std::optional<lessons::PlannedRun> planned_run(const QString &script);
    void play_or_pause();
    void run_ended();
    void show_state();
    void apply_scale();
    void stay_on_screen();
    bool press_by_place(const QKeyEvent &event);
    void remember_layout();
    void restore_layout();

    // files and messages, main_window_files.cpp
    void wire_files();
    void choose_open();
    void choose_save(std::function<void()> then);
    void choose_chrome();
    void choose_script();
    // A file's name to suggest: what was recorded.
    QString name_of_recording(const QString &suffix) const;
    void choose_picture();
    void copy_picture();
    void offer_recovery(const QString &folder);
    void say_problem(const lab::Problem &problem);
    void say_fault(const archive::Result &result, const QString &path);
    void say_busy();
    void say_work(Files::Kind kind, const QString &path, int percent);
    // Does `then`, after asking about a recording that is in no file yet.
    void unless_unsaved(std::function<void()> then);
    FigureView &focused_view() const;
    void show_comparison();
    void show_keys();
    void show_about();

    Preferences &m_preferences;
    const Beginning m_beginning;
    Session m_session;
    Files m_files;
    ScriptPlayer m_scripts;
    Player *m_player;
    Actions *m_actions;
    Panels *m_panels;
    RunBar *m_run_bar;
    InstantBar *m_instant_bar;
    MessageBar *m_messages;
    Announcer *m_announcer;
    Narration *m_narration;
    StatusLine *m_status;
    ServerActions *m_server_actions;
    ServerChoice *m_choice;
    std::unique_ptr<Recovery> m_recovery;
    QMenu *m_file_menu, *m_recent_menu, *m_run_menu, *m_view_menu, *m_panels_menu, *m_axis_menu, *m_motion_menu, *m_lessons_menu,
        *m_language_menu, *m_help_menu;
    ComparisonWindow *m_comparison = nullptr; // once it was wanted
    FigureView *m_last_view = nullptr;
    std::function<void()> m_after_save;
    QTimer m_order; // of the focus, to be found anew
    Files::Kind m_work_kind = Files::Kind::opening;
    QString m_work_path;
    QSize m_first_size; // chosen by the window itself
    bool m_begun = false, m_closing = false, m_script_runs = false, m_usual_scale = true;
};

} // namespace ui
