// SPDX-License-Identifier: MIT
#include "ui/common/shortcuts.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace ui {
namespace {

constexpr auto ctrl = Qt::CTRL;
constexpr auto ctrl_shift = Qt::CTRL | Qt::SHIFT;
constexpr auto alt = Qt::ALT;
constexpr auto alt_shift = Qt::ALT | Qt::SHIFT;

constexpr ShortcutLine table[] = {
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Pause and continue a run; play and pause a recording"),
     .shortcuts = {{{"play_pause", Qt::Key_Space}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Step back, step"), .together = true,
     .shortcuts = {{{"step_back", Qt::Key_Left}, {"step", Qt::Key_Right}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Ten steps back, ten steps"), .together = true,
     .shortcuts = {{{"ten_back", Qt::SHIFT | Qt::Key_Left}, {"ten_on", Qt::SHIFT | Qt::Key_Right}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "To a step by its number"), .shortcuts = {{{"go_to_step", ctrl | Qt::Key_J}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "In a lesson: a sentence back, on; else step back, step"), // a clicker's
     .shortcuts = {{{"backward", Qt::Key_PageUp}, {"forward", Qt::Key_PageDown}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "In a lesson: a chapter back, on"),
     .shortcuts = {{{"previous_chapter", ctrl | Qt::Key_PageUp}, {"next_chapter", ctrl | Qt::Key_PageDown}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "The lessons of the lecture"), .shortcuts = {{{"catalogue", ctrl | Qt::Key_L}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Watch, lesson, bench"), .together = true,
     .shortcuts = {{{"mode_watch", alt | Qt::Key_1}, {"mode_lesson", alt | Qt::Key_2}, {"mode_bench", alt | Qt::Key_3}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "At the bench: to the statement line; the tab before, after"), .written = "Ctrl+L, Ctrl+Page ↑ ↓"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "In the statement line: run it, call without setting again"), .written = "Enter, Ctrl+Enter"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "In the statement line: statements before; take what is proposed, propose"), .written = "↑ ↓, Tab, Ctrl+Space"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "To the beginning, to now"),
     .shortcuts = {{{"first", Qt::Key_Home}, {"last", Qt::Key_End}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "New run, stop"),
     .shortcuts = {{{"new_run", ctrl | Qt::Key_N}, {"stop", ctrl | Qt::Key_Period}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Connect a client"), .shortcuts = {{{"connect_client", ctrl | Qt::Key_K}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "The chosen client sends, receives urgent data"),
     .shortcuts = {{{"send_urgent", ctrl | Qt::Key_G}, {"receive_urgent", ctrl_shift | Qt::Key_G}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Interrupt the server, hold its signals, close one of its descriptors"),
     .shortcuts = {{{"interrupt_server", ctrl | Qt::Key_I}, {"hold_signals", ctrl | Qt::Key_H}, {"close_descriptor", ctrl | Qt::Key_D}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Let the audience in; send all out"), .shortcuts = {{{"let_audience_in", ctrl_shift | Qt::Key_A}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Compare the models"), .shortcuts = {{{"compare", ctrl | Qt::Key_M}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Open a recording, save it"),
     .shortcuts = {{{"open", ctrl | Qt::Key_O}, {"save", ctrl | Qt::Key_S}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Export a picture, copy the figure that has the focus"),
     .shortcuts = {{{"export_picture", ctrl | Qt::Key_E}, {"copy_picture", ctrl | Qt::Key_C}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Everything larger, smaller, in its usual size"), .together = true,
     .shortcuts = {{{"larger", ctrl | Qt::Key_Plus, ctrl | Qt::Key_Equal}, {"smaller", ctrl | Qt::Key_Minus}, {"usual_size", ctrl | Qt::Key_0}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Timeline by events, by real time"),
     .shortcuts = {{{"axis_events", ctrl | Qt::Key_1}, {"axis_time", ctrl | Qt::Key_2}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Timeline: zoom in, zoom out, show all"), .together = true,
     .shortcuts = {{{"zoom_in", ctrl_shift | Qt::Key_Up}, {"zoom_out", ctrl_shift | Qt::Key_Down}, {"zoom_all", ctrl_shift | Qt::Key_0}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Which threads the timeline shows"), .shortcuts = {{{"lanes", ctrl_shift | Qt::Key_T}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Find calls; the next one, the one before"),
     .shortcuts = {{{"find", ctrl | Qt::Key_F}, {"find_next", Qt::Key_F3}, {"find_previous", Qt::SHIFT | Qt::Key_F3}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Mark A, mark B at this instant; the timeline from A to B"),
     .shortcuts = {{{"mark_a", Qt::Key_F7}, {"mark_b", Qt::Key_F8}, {"zoom_marks", ctrl | Qt::Key_3}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "A bookmark here, or none; the next one, the one before"),
     .shortcuts = {{{"bookmark", ctrl | Qt::Key_B}, {"next_bookmark", Qt::Key_F2}, {"previous_bookmark", Qt::SHIFT | Qt::Key_F2}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Undo, redo a mark or a bookmark"), .shortcuts = {{{"undo", ctrl | Qt::Key_Z}, {"redo", ctrl_shift | Qt::Key_Z}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "To the next figure or control"), .written = "Tab"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "To the next panel, to the one before"),
     .shortcuts = {{{"next_panel", Qt::Key_F6}, {"previous_panel", Qt::SHIFT | Qt::Key_F6}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Set the panel that has the focus free, or dock it again"),
     .shortcuts = {{{"panel_free", ctrl_shift | Qt::Key_F}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "The panel that has the focus: narrower, wider"), .together = true,
     .shortcuts = {{{"panel_narrower", alt_shift | Qt::Key_Left}, {"panel_wider", alt_shift | Qt::Key_Right}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "The panel that has the focus: higher, lower"), .together = true,
     .shortcuts = {{{"panel_higher", alt_shift | Qt::Key_Up}, {"panel_lower", alt_shift | Qt::Key_Down}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Inside a figure: from part to part"), .written = "↑ ↓, Ctrl+← →"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Inside a figure that one walks over: to the row above or below; else step back, step"), .written = "Page ↑ ↓"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Press the button that has the focus"), .written = "Space, Enter"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Full screen"), .shortcuts = {{{"full_screen", Qt::Key_F11}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Present to an audience: from the chapter's start, from here"),
     .shortcuts = {{{"present", Qt::Key_F5}, {"present_here", Qt::SHIFT | Qt::Key_F5}}}},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "Presenting: black, white, answers for the speaker, how the audience comes in, end"), .written = "B ., W, A, Q, Esc"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "To the menus"), .written = "F10, Alt"},
    {.does = QT_TRANSLATE_NOOP("ui::MainWindow", "These keys, quit"), .shortcuts = {{{"keys", Qt::Key_F1}, {"quit", ctrl | Qt::Key_Q}}}},
};

QString native(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

// A key without modifiers, as it is printed on keyboards.
QString printed(Qt::Key key)
{
    switch (key) {
    case Qt::Key_Left: return QStringLiteral("←");
    case Qt::Key_Right: return QStringLiteral("→");
    case Qt::Key_Up: return QStringLiteral("↑");
    case Qt::Key_Down: return QStringLiteral("↓");
    case Qt::Key_PageUp: return QStringLiteral("Page ↑");
    case Qt::Key_PageDown: return QStringLiteral("Page ↓");
    case Qt::Key_Minus: return QStringLiteral("−");
    default: return native(key);
    }
}

QString modifiers(QKeyCombination keys)
{
    return native(keys).chopped(native(keys.key()).size());
}

} // namespace

std::span<const Shortcut> ShortcutLine::all() const
{
    const auto end = std::ranges::find(shortcuts, nullptr, &Shortcut::action);
    return {shortcuts.begin(), end};
}

QString ShortcutLine::keys() const
{
    if (written) // Space is called as it is in the other lines
        return QString::fromUtf8(written).replace(QLatin1String("Space"), native(Qt::Key_Space));
    QStringList each;
    for (const Shortcut &shortcut : all())
        each += (together ? QString() : modifiers(shortcut.keys)) + printed(shortcut.keys.key());
    if (!together)
        return each.join(QStringLiteral(", "));
    QString before = modifiers(shortcuts.front().keys);
    if (each.front() == u"+") // "Ctrl + −", not "Ctrl++ −"
        before = before.chopped(1) + u' ';
    return before + each.join(u' ');
}

std::span<const ShortcutLine> shortcut_lines()
{
    return table;
}

QList<QKeySequence> shortcuts_of(const QString &action)
{
    QList<QKeySequence> all;
    for (const ShortcutLine &line : table)
        for (const Shortcut &shortcut : line.all())
            if (action == QLatin1String(shortcut.action)) {
                all += shortcut.keys;
                if (shortcut.also.key() != Qt::Key_unknown)
                    all += shortcut.also;
            }
    return all;
}

Qt::Key key_at(quint32 scan_code)
{
    static constexpr Qt::Key row[] = {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5,     Qt::Key_6,
                                      Qt::Key_7, Qt::Key_8, Qt::Key_9, Qt::Key_0, Qt::Key_Minus, Qt::Key_Equal};
    constexpr quint32 first = 10; // X11's and Wayland's
    return scan_code >= first && scan_code < first + std::size(row) ? row[scan_code - first] : Qt::Key_unknown;
}

QString with_shortcut(const QString &text, const QString &action)
{
    const QList<QKeySequence> all = shortcuts_of(action);
    return all.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, all.front().toString(QKeySequence::NativeText));
}

} // namespace ui
