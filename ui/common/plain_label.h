// SPDX-License-Identifier: MIT
#pragma once

#include <Qt>

class QLabel;

namespace ui {

// A label of plain text, in as many lines as it takes, whose words can be marked to be copied; unless that is to go by the keyboard too,
// the focus passes it by.
QLabel *plain_label(const char *name = "", Qt::TextInteractionFlags marked = Qt::TextSelectableByMouse);

} // namespace ui
