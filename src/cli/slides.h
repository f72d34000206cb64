// SPDX-License-Identifier: MIT
// The pictures of the whole lecture as files: the runs are made, and drawn, for it.
#pragma once

#include "drawing/drawing.h"
#include "drawing/picture.h"
#include "words/language.h"

#include <functional>

namespace cli {

struct SlidesWish {
    words::Language language;
    QSizeF page;            // px
    qreal scale = 1.5;      // pixels a px
    drawing::ThemeName theme = drawing::ThemeName::light;
    QString suffix;         // of a format of pictures
    QString folder;         // must not be there yet, or be empty
    QStringList rows;       // "L07"; empty: all
};

// The rows there are, in their order.
QStringList slide_rows();

struct SlidesLookOn {
    std::function<void(int done, int all)> progressed; // pictures
    std::function<bool()> breaks_off;                  // asked often; waits a few ms; true: no more, and nothing stays
};

struct SlidesDone {
    int pictures = 0;
    bool cancelled = false;
    QString fault;          // one sentence; empty: all is well
    QStringList left_out;   // a sentence each: what this system lacks
};

// Nothing is in the folder before everything is. In the calling thread, but for the runs' own.
// Throws std::bad_alloc and, when no further thread can be started, std::system_error.
SlidesDone export_slides(const SlidesWish &wish, const SlidesLookOn &look_on);

} // namespace cli
