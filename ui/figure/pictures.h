// SPDX-License-Identifier: MIT
// Pictures of what the window shows: on the clipboard, and of the whole window in a file.
#pragma once

#include "figures/export.h"

class QMimeData;
class QWidget;

namespace ui {

// A drawing as an image, `scale` device pixels a px, and in the formats that a clipboard takes. The caller owns it.
QMimeData *clipboard_content(const drawing::Drawing &drawing, const drawing::Theme &theme, qreal scale);

// The window as it stands, at `scale`; a null image when that is too large.
QImage window_image(QWidget &window, qreal scale);

// Writes the window as it stands to `path`, in the format its suffix names: pixels at `scale`, else with text as text.
drawing::PictureResult save_window(QWidget &window, const QString &path, qreal scale);

} // namespace ui
