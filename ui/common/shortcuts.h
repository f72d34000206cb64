// SPDX-License-Identifier: MIT
// The keys of the window: one table, from which the actions, their tool tips, Help and README have them.
#pragma once

#include <QKeySequence>
#include <QString>

#include <array>
#include <span>

namespace ui {

struct Shortcut {
    const char *action; // its name as an object
    QKeyCombination keys;
    QKeyCombination also = Qt::Key_unknown; // a second way to press it
};

// A line of Help.
struct ShortcutLine {
    const char *does = nullptr;    // English source text, context "ui::MainWindow"; nullptr: only the menus tell it
    const char *written = nullptr; // keys of no action, UTF-8
    bool together = false;         // their modifiers are the same and written once
    std::array<Shortcut, 3> shortcuts{};

    std::span<const Shortcut> all() const; // of actions
    // "Ctrl+O, Ctrl+S", in the language of the window.
    QString keys() const;
};

std::span<const ShortcutLine> shortcut_lines();
// Those of an action; empty when it has none.
QList<QKeySequence> shortcuts_of(const QString &action);
// The digit, minus or equals sign that most keyboards have where this key is, by its scan code; Key_unknown: another. On a
// Vietnamese one they are letters.
Qt::Key key_at(quint32 scan_code);
// `text` and, in brackets, the action's shortcut.
QString with_shortcut(const QString &text, const QString &action);

} // namespace ui
