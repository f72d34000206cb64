// SPDX-License-Identifier: MIT
// How high letters of a font are and how wide words in it: measured once, since each frame asks for the same again.
#pragma once

#include "drawing/drawing.h"

namespace drawing {

// Of a text's font, px without the text's scale.
struct Letters {
    qreal height = 0, ascent = 0;
    qreal tight = 0; // of the highest and lowest ones that occur
};
Letters letters_of(const Shape &text, const Theme &theme);

} // namespace drawing
