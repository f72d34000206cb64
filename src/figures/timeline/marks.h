// SPDX-License-Identifier: MIT
// A, B, what is between them, and bookmarks, on a timeline.
#pragma once

#include "drawing/sheet.h"
#include "figures/marks.h"
#include "figures/timeline/layout.h"

namespace figures {

void draw_marks(Sheet &sheet, const Scene &scene, const Range &range, const TimelineLayout &layout);

} // namespace figures
