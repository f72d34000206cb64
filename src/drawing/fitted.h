// SPDX-License-Identifier: MIT
// Figures that consist of text: as high as their text at a width, shrunk when there is less room than that.
#pragma once

#include "drawing/drawing.h"

#include <algorithm>

namespace drawing {

// `at_width(size, bottom)` lays out at the width of `size` and says where its content ends. What is too high or narrower than
// `least_width` becomes smaller, never cut.
template <typename AtWidth>
Drawing fitted(QSizeF size, qreal least_width, AtWidth at_width)
{
    constexpr qreal smallest = 0.1;
    for (qreal factor = std::min(1.0, size.width() / least_width);; factor *= 0.93) {
        qreal bottom = 0;
        Drawing drawing = at_width(size / factor, bottom);
        if (bottom <= size.height() / factor || factor < smallest)
            return factor < 1 ? scaled(std::move(drawing), factor) : drawing;
    }
}

} // namespace drawing
