// SPDX-License-Identifier: MIT
// A picture as SVG that every reader of XML takes, whatever its texts are.
#pragma once

#include "drawing/picture.h"

namespace drawing {

// Writes well-formed XML 1.0: what XML forbids in a text, control characters for one, stands there as U+FFFD. Every font is followed
// by a generic one. False: no memory.
bool write_svg(const Picture &picture, QIODevice &file);

} // namespace drawing
