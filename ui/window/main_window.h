// SPDX-License-Identifier: MIT
// The window: puts the session, the panels, the actions and the files together.
#pragma once

#include "ui/live/session.h"
#include "ui/window/files.h"

#include <QMainWindow>
#include <QTimer>

#include <memory>

namespace ui {

class Actions;
class Announcer;
class AudienceActions;
class BenchActions;
class ComparisonWindow;
class FigureView;
class FileActions;
class FindActions;
class Hall;
class Usher;
class InstantBar;
class Lecture;
class LessonActions;
class Menus;
class MessageBar;
class Narration;
class Panels;
class Player;
class Preferences;
class Recovery;
class RunActions;
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
        QString lesson;                    // a lesson's name or file: ready to begin
        QString offered_lesson;            // of the lecture: ready to begin beside the run
        QString mode;                      // of the last time: "watch", "lesson", "bench"; empty: watch
        QString progress_file;             // what is remembered of the student; empty: nothing
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
    Lecture &lecture() { return *m_lecture; }
    FindActions &finding() { return *m_find_actions; }
    Hall &hall() { return *m_hall; }
    Usher &usher() { return *m_usher; }
    MessageBar &messages() { return *m_messages; }
    Announcer &announcer() { return *m_announcer; }
    // The window that compares the models; nullptr before it was wanted.
    ComparisonWindow *comparison() const { return m_comparison; }
    const InstantBar &instant_bar() const { return *m_instant_bar; }
    const StatusLine &status() const { return *m_status; }

    void open_file(const QString &path);
    // A script's file, or a lesson's name.
    void play_script(const QString &script);
    // A lesson's file, or its name.
    void choose_lesson(const QString &lesson);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wire_actions();
    void wire_view_actions();
    void begin();
    void show_state();
    void apply_scale();
    void stay_on_screen();
    bool press_by_place(const QKeyEvent &event);
    void remember_layout();
    void restore_layout();
    FigureView &focused_view() const;
    void choose_picture();
    void copy_picture();
    void show_comparison();
    void show_keys();
    void show_about();

    Preferences &m_preferences;
    const Beginning m_beginning;
    Session m_session;
    Files m_files;
    Player *m_player;
    Lecture *m_lecture;
    Actions *m_actions;
    Panels *m_panels;
    RunBar *m_run_bar;
    InstantBar *m_instant_bar;
    MessageBar *m_messages;
    Announcer *m_announcer;
    Narration *m_narration;
    StatusLine *m_status;
    FileActions *m_file_actions;
    RunActions *m_run_actions;
    FindActions *m_find_actions;
    ServerActions *m_server_actions;
    LessonActions *m_lesson_actions;
    Usher *m_usher;
    AudienceActions *m_audience_actions;
    Hall *m_hall;
    BenchActions *m_bench_actions;
    Menus *m_menus;
    ServerChoice *m_choice;
    std::unique_ptr<Recovery> m_recovery;
    ComparisonWindow *m_comparison = nullptr; // once it was wanted
    FigureView *m_last_view = nullptr;
    QTimer m_order; // of the focus, to be found anew
    QTimer m_framing; // runs while a window manager may still put its frame around the window
    QSize m_first_size; // chosen by the window itself
    bool m_begun = false, m_closing = false, m_usual_scale = true;
};

} // namespace ui
