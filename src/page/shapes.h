// SPDX-License-Identifier: MIT
// Drawings as lists of numbers: from step to step most shapes stay, and each is written once.
#pragma once

#include "page/palette.h"
#include "page/text.h"

namespace page {

// The numbers of the drawing's shapes, in painting order. A shape is
//   [0, x, y, width, height, radius, fill, stroke, stroke's width, flags, opacity, pattern on paper]     a box
//   [1, x, baseline, anchor, size, flags, colour, words, width, plate, opacity]                          a text
//   [2, way, fill, stroke, stroke's width, flags, opacity]                                               a line or a path, with its arrow's tip
// fill, stroke, colour and plate are names of the palette, or empty. Flags: 1 dashed or bold, 2 hatched or fixed pitch.
QJsonArray shapes_of(const drawing::Drawing &drawing, Palette &palette, Texts &shapes);

} // namespace page
