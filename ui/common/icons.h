// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace ui {

// The program's own sign of that freedesktop name, in the colour of the words on a button: a desktop's may be made for another
// ground.
QIcon icon(const char *name);
// The same in its own colours.
QIcon own_icon(const char *name);

} // namespace ui
