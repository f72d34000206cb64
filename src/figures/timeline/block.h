// SPDX-License-Identifier: MIT
// One event of a timeline that has room for itself: its phases, its label, how the boundary between the phases is
// known.
#pragma once

#include "drawing/sheet.h"
#include "figures/timeline/layout.h"

namespace figures {

// A system call that neither waits nor copies.
inline constexpr Ink other_call_ink = Ink::line;

// What all lanes of one timeline share.
struct TimelineFrame {
    const Scene &scene;
    const Range range; // resolved
    const QRectF plot; // px
    const qreal letter; // px, the width of one letter of code
    Sheet &sheet;

    // Where `time` is, in px and not clipped; `near` is a sequence number close to it.
    double pixel_of(int64_t time, size_t near) const;
    double pixel_of_slot(double slot) const;
};

// Where the instant shown is, px, not clipped.
double cursor_pixel(const Scene &scene, const Range &range, const QRectF &plot);

// An event and where it stands.
struct Block {
    const trace::Event &event;
    size_t sequence = 0;     // events().size(): it has not ended
    int64_t asleep = 0;      // ns of it
    int64_t copying = 0;
    double from = 0, to = 0; // px, not clipped
    QRectF band;             // of the lane
};

// The stretch of a read in which its data arrived, no more is known: lies above the phases.
void draw_uncertain(Sheet &sheet, const QRectF &rect);

// The name of a block that has been drawn, and where it can be read: what is drawn later may cover a part of that.
struct BlockLabel {
    QString name, text;      // short; and as it stands in the program, or empty
    QString number;
    double from = 0, to = 0; // px
    qreal middle = 0;
    Ink ink = Ink::paper;    // of the block
};

// Puts the block's shapes into the frame's sheet, and its part when there is room. Returns true if it has a part. Its label is
// added to `labels`, of which it covers some.
bool draw_block(const TimelineFrame &frame, const Block &block, std::vector<BlockLabel> &labels);
// Those for which there is room.
void draw_labels(const TimelineFrame &frame, const std::vector<BlockLabel> &labels);

} // namespace figures
