// SPDX-License-Identifier: MIT
// A picture for a lecture's slide: where it belongs, a title, a sentence, and a figure in the room that is left.
#pragma once

#include "drawing/drawing.h"

#include <functional>

namespace figures {

using namespace drawing;

// The two shapes of a slide, px: then a figure's usual letters, 13 px, are large enough.
inline constexpr QSizeF wide_slide(1280, 720), narrow_slide(960, 720);
inline constexpr qreal least_letter = 0.0175; // of a slide's height

struct SlideWords {
    QString above; // the lesson; may be empty
    QString title;
    QString below; // sentences; may be empty
};
// `body` draws what stands below the words into the room it is given: into a smaller one, which is then enlarged, where its letters
// would be too small.
Drawing slide(const SlideWords &said, QSizeF page, const std::function<Drawing(QSizeF room)> &body);
// As low as anything goes that is said or has an edge, px; a ground does not count.
qreal used_height(const Drawing &drawing);
// The smallest letters there are, of the height of the drawing; 1: there are none.
qreal smallest_letter(const Drawing &drawing);

} // namespace figures
