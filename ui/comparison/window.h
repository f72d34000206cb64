// SPDX-License-Identifier: MIT
// Compares the models: chooses, runs, shows, exports. One button runs it; the main window stays usable beside it.
#pragma once

#include "ui/comparison/runner.h"
#include "ui/live/session.h"

#include <QDialog>

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

class ComparisonChoice;
class ComparisonView;
class Preferences;

class ComparisonWindow : public QDialog {
    Q_OBJECT
public:
    ComparisonWindow(Session &session, Preferences &preferences, QWidget *parent);
    ~ComparisonWindow() override;

    // Runs what is chosen; when a run of the main window is going on, asks first.
    void run();
    // Shows what was measured elsewhere, unless runs are under way.
    void show_result(std::shared_ptr<const comparison::Result> result);
    ComparisonRunner &runner() { return m_runner; }
    ComparisonChoice &choice() { return *m_choice; }
    ComparisonView &view() { return *m_view; }
    // Each writes what the latest comparison gave; returns a sentence when it could not.
    QString write_picture(const QString &path);
    QString write_csv(const QString &path);
    QString write_recordings(const QString &folder);

signals:
    void compared(); // all runs are done, or broken off
    // A row's recording is to be shown in the main window.
    void recording_wanted(std::shared_ptr<ui::Recording> recording);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build_buttons();
    void run_now();
    void show_state();
    void retranslate();
    void say(const QString &sentence);
    void choose_file(const QString &title, const QString &name, const QString &filter, QString (ComparisonWindow::*write)(const QString &));
    void choose_folder();
    void open_recording();

    Session &m_session;
    Preferences &m_preferences;
    ComparisonRunner m_runner;
    ComparisonChoice *m_choice;
    ComparisonView *m_view;
    QLabel *m_message, *m_busy_text;
    QFrame *m_busy; // asks what to do about the run that is going on
    QProgressBar *m_progress;
    QPushButton *m_run, *m_stop_and_run, *m_run_beside, *m_picture, *m_csv, *m_recordings, *m_open, *m_close;
    bool m_when_stopped = false; // run as soon as the main window's run has ended
};

} // namespace ui
