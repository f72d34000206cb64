// SPDX-License-Identifier: MIT
// Search, marks and bookmarks as the user asks for them, and what is said of it.
#pragma once

#include "ui/find/marks.h"

#include <QObject>

class QMainWindow;

namespace ui {

class Actions;
class Announcer;
class FindWindow;
class LanesWindow;
class Player;
class Preferences;
class StatusLine;
class TimelineView;

class FindActions : public QObject {
    Q_OBJECT
public:
    // What it speaks to. All outlive it.
    struct Around {
        QMainWindow &window;
        Session &session;
        Player &player;
        const Actions &actions;
        Preferences &preferences;
        TimelineView &timeline;
        StatusLine &status;
        Announcer &announcer;
    };
    explicit FindActions(const Around &around);

    Marks &marks() { return m_marks; }
    FindWindow &find_window(); // made when it is wanted first
    LanesWindow &lanes();      // likewise

private:
    void wire_marks();
    void go(replay::Instant instant);
    void say(const QString &sentence);
    void say_marks(const QString &which, bool there);
    void zoom();
    QString step_text(replay::Instant instant) const;

    const Around m;
    Marks m_marks;
    FindWindow *m_find = nullptr;
    LanesWindow *m_lanes = nullptr;
};

} // namespace ui
