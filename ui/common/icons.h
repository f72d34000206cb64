// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace ui {

// The icon of that freedesktop name: the desktop theme's, else the one in the program's resources.
QIcon icon(const char *name);
// Always the one in the resources.
QIcon own_icon(const char *name);

} // namespace ui
