// SPDX-License-Identifier: MIT
// The panels around the stage: which there are, where they stand at first, and what was remembered of it.
#pragma once

#include <QObject>
#include <QSize>
#include <QWidgetList>

#include <map>
#include <vector>

class QDockWidget;
class QMainWindow;

namespace ui {

class Actions;
class BenchPanel;
class ClientsPanel;
class FigureView;
class Lecture;
class LessonPanel;
class Preferences;
class RunOptions;
class Session;
class TerminalPanel;
class TimelineView;

inline constexpr int low_window = 800; // px: below it some figures share a place

class Panels : public QObject {
    Q_OBJECT
public:
    Panels(QMainWindow &window, Session &session, Preferences &preferences, const Actions &actions, Lecture &lecture);

    FigureView &stage() const { return *m_stage; }
    FigureView &words() const { return *m_words_view; }
    TimelineView &timeline() const { return *m_timeline; }
    ClientsPanel &clients() const { return *m_clients; }
    RunOptions &options() const { return *m_options; }
    LessonPanel &lesson() const { return *m_lesson_panel; }
    // The stage's and all panels'.
    const std::vector<FigureView *> &views() const { return m_views; }
    const std::vector<QDockWidget *> &docks() const { return m_docks; }

    // A lesson's places: its panel beside the stage, the figures below it behind each other, `front` before the others. Until it is left.
    void show_lesson(const QStringList &front, bool with_terminal = false);
    // The lesson's panel in front of what is at the left, everything else as ever.
    void offer_lesson();
    void leave_lesson();
    bool in_lesson() const { return m_in_lesson || m_offers; }
    bool offers_lesson() const { return m_offers; }
    // The bench's: its column beside the stage, the timeline below that; the others are put away.
    BenchPanel &bench() const { return *m_bench_panel; }
    void show_bench();
    void leave_bench();
    // Its column is as wide as its tab wants.
    void fit_bench();
    enum class Mode : uint8_t { watch, lesson, bench };
    Mode mode() const { return m_in_bench ? Mode::bench : m_in_lesson ? Mode::lesson : Mode::watch; }
    // The figure of that name comes to the front and is ringed, see FigureView::set_ringed(); empty: none is.
    void look_at(const QString &figure, const std::vector<QStringList> &marks = {});

    // Every panel shown, in its first place.
    void reset();
    // Joins the columns beside the middle into one, one panel before the other, when the window is too narrow for both, and parts
    // them again. True: the panels have their first places in it now.
    bool fit(QSize window);
    bool joined() const { return m_joined; }
    // The names of those that were put away; putting them away.
    QStringList hidden() const;
    void hide(const QStringList &names);
    // The window has changed its size: the panels keep their shares of it.
    void grow(QSize from, QSize to);
    // Larger letters push the panels apart: what they had before, and having it again.
    void keep_shares();
    void restore_shares();
    void retranslate();

    // From now on Tab goes as the eye does: what is above all, the left column, the middle, the right column, the bottom line;
    // `above` is what stands above the panels from the first to the last, `middle` what stands above the stage.
    void order_focus(const QWidgetList &above, const QWidgetList &middle, QWidget *bottom);
    // To the next place of that order, or the one before (-1): the tool bar, a panel, the stage.
    void go_to_panel(int direction);
    // Of the panel that has the focus: sets it free of the window or docks it again; larger (1) or smaller (-1) by a tenth of the
    // window. Nothing when the stage has it, which takes what the panels leave.
    void set_free();
    void resize(Qt::Orientation orientation, int direction);

signals:
    void mode_changed();
    void moved(); // another panel is in sight, or in another place

private:
    struct Share {
        QDockWidget *dock;
        QSize size;
    };
    std::vector<Share> shares() const;
    // The sizes they had in a window of size `from`, in proportion, in one of size `to`.
    void give(const std::vector<Share> &shares, QSize from, QSize to);
    QDockWidget *dock(const QString &name, QWidget *content);
    QDockWidget *in_focus() const; // nullptr: none
    // The descriptor sets in front of the crossing, or behind it for a server that has none.
    void raise_sets_or_crossing();
    // Terminal and choice of programs have a place while the recording has such.
    void place_terminal();
    void place_offer();
    FigureView *figure(const char *name);
    QWidgetList eyes_order(const QWidgetList &above, const QWidgetList &middle, QWidget *bottom) const;

    QMainWindow &m_window;
    Session &m_session;
    Preferences &m_preferences;
    std::vector<FigureView *> m_views;
    std::vector<QDockWidget *> m_docks;
    std::vector<Share> m_usual; // at the usual scale, in a window of that size
    QSize m_usual_window;
    bool m_joined = false, m_in_lesson = false, m_in_bench = false, m_offers = false, m_shows_terminal = false;
    QStringList m_away; // that were hidden before the lesson
    FigureView *m_stage, *m_words_view;
    TimelineView *m_timeline;
    ClientsPanel *m_clients;
    RunOptions *m_options;
    TerminalPanel *m_terminal_panel;
    FigureView *m_terminal_view;
    bool m_has_terminal = false;
    LessonPanel *m_lesson_panel;
    BenchPanel *m_bench_panel;
    std::map<int, int> m_bench_widths; // px, by tab, as the user has made them
    int m_bench_tab = 0;
    QWidgetList m_places; // in the eye's order
    QDockWidget *m_words, *m_lesson, *m_bench, *m_terminal, *m_act, *m_sets, *m_crossing, *m_phases, *m_time, *m_listing, *m_table, *m_totals;
};

} // namespace ui
