// SPDX-License-Identifier: MIT
// Everything the user can ask of the window, with its keys (shortcuts.h): one QAction each, shown in menus and on the tool bar.
#pragma once

#include "drawing/drawing.h"
#include "words/language.h"

#include <QObject>

#include <vector>

class QAction;
class QActionGroup;

namespace ui {

class Actions : public QObject {
    Q_OBJECT

    const words::Language &m_language;
    std::vector<QAction *> m_all; // first: each of those below enters itself

public:
    explicit Actions(const words::Language &language, QObject *parent = nullptr); // `language` is followed

    QAction *new_run, *play_pause, *step, *step_back, *first, *last, *ten_on, *ten_back, *go_to_step, *stop, *connect_client, *open_script, *compare;
    QAction *let_audience_in, *send_urgent, *receive_urgent, *interrupt_server, *hold_signals, *close_descriptor;
    QAction *forward, *backward, *next_chapter, *previous_chapter, *catalogue, *open_lesson, *leave_lesson, *keep_progress, *forget_progress, *export_progress;
    QAction *mode_watch, *mode_lesson, *mode_bench; // one of them
    QAction *new_bench, *run_again, *export_c, *other_addresses;
    QAction *open, *save, *export_picture, *export_chrome, *export_slides, *copy_picture, *quit;
    QAction *larger, *smaller, *usual_size, *full_screen, *present, *present_here, *reset_layout, *next_panel, *previous_panel;
    QAction *panel_free, *panel_wider, *panel_narrower, *panel_higher, *panel_lower; // of the panel that has the focus
    QAction *axis_events, *axis_time, *zoom_in, *zoom_out, *zoom_all, *lanes;
    QAction *find, *find_next, *find_previous, *mark_a, *mark_b, *forget_marks, *zoom_marks, *bookmark, *next_bookmark, *previous_bookmark, *undo, *redo;
    QAction *motion_desktop, *motion_on, *motion_off;
    QAction *glossary, *keys, *about;
    QAction *theme_desktop;
    std::array<QAction *, drawing::theme_names.size()> themes; // in the order of theme_names
    std::vector<QAction *> languages; // data(): the code

    QAction *language(const QString &code) const; // nullptr: there is none

    // What play_pause does next.
    enum class PlayPause { pause, resume, play, pause_playing };
    void set_play_pause(PlayPause next);
    void retranslate();
    // All of them.
    const std::vector<QAction *> &all() const { return m_all; }

private:
    QAction *make(const char *name, const char *icon = nullptr);
    void group(const std::vector<QAction *> &actions);
    void tell(QAction *action, const QString &tip); // and its shortcut
    void retranslate_acting();
    void retranslate_lessons();
    void retranslate_bench();
    void retranslate_view();
    void retranslate_finding();

    PlayPause m_next = PlayPause::pause;
};

} // namespace ui
