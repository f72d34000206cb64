// SPDX-License-Identifier: MIT
// The window's three modes over one run, and what it does for the bench. A mode changes the left column and what lies in front, never
// run, instant or stage.
#pragma once

#include <QObject>
#include <QString>

class QKeyEvent;
class QMainWindow;

namespace ui {

class Actions;
class Announcer;
class FileActions;
class LessonActions;
class MessageBar;
class Panels;
class Player;
class Preferences;
class RunBar;
class Session;

class BenchActions : public QObject {
    Q_OBJECT
public:
    struct Around {
        QMainWindow &window;
        Session &session;
        Player &player;
        const Actions &actions;
        const Preferences &preferences;
        Panels &panels;
        RunBar &bar;
        FileActions &files;
        LessonActions &lessons;
        MessageBar &messages;
        Announcer &announcer;
    };
    explicit BenchActions(const Around &around);

    // In the bench Ctrl+L is the statement line's, Ctrl+Page the tabs': they are not the lessons' there.
    bool owns(const QKeyEvent &event) const;
    void press(const QKeyEvent &event);
    // The mode of the last time: "watch", "lesson", "bench".
    static QString remembered();

private:
    void wire();
    void show_state();
    void export_c();
    void begin();

    const Around m;
    int m_remembered = -1; // the mode that the settings have
};

} // namespace ui
