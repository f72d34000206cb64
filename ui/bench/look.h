// SPDX-License-Identifier: MIT
// How the bench's texts look.
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QLabel;
class QPushButton;

namespace ui {

// The face of code, as large as `beside`; it holds Vietnamese letters where the system has one that does.
QFont code_font(const QFont &beside);
// So much of `colour` over `ground`: 0 none, 1 all.
QColor washed(const QColor &colour, qreal part, const QColor &ground);
// A label whose words wrap and whose height follows; its text is plain unless told otherwise.
QLabel *text_label(bool muted = false);
QLabel *heading();
QPushButton *push_button();

} // namespace ui
