// SPDX-License-Identifier: MIT
// Run > Let the audience in: its window, and the same key to send all out.
#pragma once

#include <QObject>

class QWidget;

namespace ui {

class Actions;
class Announcer;
class AudienceWindow;
class Usher;
class Preferences;
class StatusLine;

class AudienceActions : public QObject {
    Q_OBJECT
public:
    // What it works on and speaks to. All outlive it.
    struct Around {
        QWidget &window;
        Usher &usher;
        const Actions &actions;
        Preferences &preferences;
        StatusLine &status;
        Announcer &announcer;
    };
    explicit AudienceActions(const Around &around);

private:
    void let_in();
    void show_state();

    const Around m;
    AudienceWindow *m_window = nullptr; // once it was wanted
    bool m_was_open = false;
};

} // namespace ui
