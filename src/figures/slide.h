// SPDX-License-Identifier: MIT
// A picture for a lecture's slide: a title, a line below it, and a figure in the room that is left.
#pragma once

#include "drawing/drawing.h"

#include <functional>

namespace figures {

using namespace drawing;

// The two shapes of a slide, px; a figure's letters are large enough on them: 13 of 720.
inline constexpr QSizeF wide_slide(1280, 720), narrow_slide(960, 720);
inline constexpr qreal least_letter = 0.0175; // of a slide's height

// `body` draws what stands below the title into the room it is given. A title or a line that is too long is wrapped or made smaller.
Drawing slide(const QString &title, const QString &below, QSizeF page, const std::function<Drawing(QSizeF room)> &body);
// The smallest letters there are, of the height of the drawing; 1: there are none.
qreal smallest_letter(const Drawing &drawing);

} // namespace figures
