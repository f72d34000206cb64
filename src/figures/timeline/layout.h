// SPDX-License-Identifier: MIT
// Where the parts of a timeline are: legend, flag of the instant, lanes, ruler.
#pragma once

#include "figures/figure.h"

#include <vector>

namespace figures {

struct TimelineLayout {
    // An entry of the legend, `rect` with room for its sign and words.
    struct Entry {
        enum Sign : uint8_t { block, line, arrival, boundary } sign = block;
        Ink ink = Ink::text;
        QString words;
        QRectF rect;
    };
    std::vector<Entry> legend;
    QString warning;       // events lost, timings not representative; empty: none
    QRectF warning_rect;
    QRectF flag;           // the strip for the cursor's label
    QRectF names;          // left of the plot
    QRectF plot;           // lanes, without the ruler; in whole pixels
    QRectF ruler;
    qreal lane_height = 0;
    bool complete = true;  // there is room for at least two lanes, or for all, with their words
    std::vector<size_t> lanes; // threads shown, from the top: servers, clients, control
    int more = 0;              // threads there was no room for
    int left_out = 0;          // threads that are not wanted
};

TimelineLayout timeline_layout(const Scene &scene, QSizeF size);
// How much smaller than it is laid out a timeline of `size` is drawn, so that it can be complete: 1 or less.
qreal timeline_factor(const Scene &scene, QSizeF size);

} // namespace figures
