// SPDX-License-Identifier: MIT
// A figure that moves: what happens as frames, which stand in proportion to the time it took.
#pragma once

#include "drawing/animation.h"
#include "figures/figure.h"

namespace figures {

enum class Frames : uint8_t { moments, chapters };

// What an animation is of.
struct Film {
    const replay::Replay &replay;
    const Figure &figure;
    const words::Language &language;
    Theme theme;
    uint16_t front = 0;  // as of a Scene
    Range range = {};    // steps, as of a Scene: only those
    Frames each = Frames::moments;
    int whole = 20'000;  // ms in all, as far as the frames' bounds allow
    QSizeF size = {};    // px; empty: as the figure likes
    qreal scale = 1;
};

// A frame: the instant it shows, and how long that really lasted, ns: until the next one, a chapter until its end. Of the last moment: 0.
struct Frame {
    replay::Instant instant;
    int64_t lasted = 0;
};
// One frame more than most_frames at most: then there are too many.
std::vector<Frame> frames_of(const Film &film);

// The figure, what the step is in words below it, and how much of the whole time is over. All that the film refers to must outlive it.
Drawing drawn(const Film &film, const std::vector<Frame> &frames, size_t frame);
// The size that a figure likes when it moves, px; that of a film: whether there is such an area (has_area()) is for the caller to ask.
QSizeF animated_size(const Figure &figure, const Scene &scene);
QSizeF size_of(const Film &film, const std::vector<Frame> &frames);
Animation animation_of(const Film &film, const std::vector<Frame> &frames);

} // namespace figures
