// SPDX-License-Identifier: MIT
// Which keys belong to a control. Space, the arrows, Home, End and Page Up and Down are the run's, but a control that uses one
// of them itself, as its like does elsewhere, has it while it has the focus.
#pragma once

class QKeyEvent;
class QWidget;

namespace ui {

// True if `control`, which has the focus, does something with this key of its own. Texts and figures know that by themselves.
bool owns_key(const QWidget &control, const QKeyEvent &key);

// What turns by the wheel turns while it has the focus: who scrolls over a panel changes nothing in it.
bool owns_wheel(const QWidget &control);

// The wheel gives the control no focus: it would change something at its next turn.
void take_no_focus_from_wheel(QWidget &control);

} // namespace ui
