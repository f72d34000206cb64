// SPDX-License-Identifier: MIT
// Lessons in the window: choosing one, walking through it, what becomes of the panels meanwhile, what is remembered of the student.
#pragma once

#include "ui/lesson/lecture.h"

class QMainWindow;

namespace ui {

class Actions;
class Announcer;
class FileActions;
class MessageBar;
class Panels;
class Player;
class Preferences;
class RunBar;

class LessonActions : public QObject {
    Q_OBJECT
public:
    // What it works on and speaks to. All outlive it.
    struct Around {
        QMainWindow &window;
        Lecture &lecture;
        Session &session;
        Player &player;
        const Actions &actions;
        const Preferences &preferences;
        Panels &panels;
        RunBar &bar;
        FileActions &files;
        MessageBar &messages;
        Announcer &announcer;
    };
    explicit LessonActions(const Around &around);

    // A lesson's name or its file: ready to begin.
    void choose(const QString &lesson);
    // To its last page, if its run is still there; else it is chosen.
    void go_back_to(const QString &lesson);
    // The same beside a run that goes on.
    void offer(const QString &lesson);
    // The lesson's places; without a lesson, the catalogue.
    void show();

private:
    void begin();
    void wire();
    void show_state();
    void look_at();
    void open();
    void export_progress();
    void forget_progress();
    void say_kept_aside();

    const Around m;
    bool m_shown = false; // the panels have a lesson's places
};

} // namespace ui
