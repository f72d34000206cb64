// SPDX-License-Identifier: MIT
// Files of moving pictures: one table of their formats, which the command line and the dialogs walk.
#pragma once

#include "archive/iotrace.h"

#include <QImage>
#include <QStringList>

#include <span>
#include <vector>

class QIODevice;

namespace drawing {

// How long a frame stands, ms: as GIF counts, in steps of 10; what is shorter is taken for "as you like" by programs that show it.
inline constexpr int shortest_frame = 100, longest_frame = 3'000, frame_unit = 10;
inline constexpr size_t most_frames = 1'000;

struct Animation {
    std::vector<int> stands = {};                   // ms of each frame; shown again and again
    std::function<QImage(size_t frame)> image = {}; // all of one size, has_area(); a null one: no memory
    std::vector<QRgb> exact = {};                   // colours that a format of few colours keeps as they are
};

using GoOn = std::function<void(size_t written)>;

// A format of moving pictures. To add one: a row in animation.cpp.
struct AnimationFormat {
    const char *suffix; // of a file's name, in lower case
    const char *name;   // what it is called
    int largest_side;   // px
    // Throws archive::Broken. `go_on` is told, as often as something was drawn, how many frames are written; it throws when no more are wanted.
    void (*write)(const Animation &, QIODevice &file, const GoOn &go_on);
};

std::span<const AnimationFormat> animation_formats();
// The format that the suffix of `path` names, in any case; nullptr: none.
const AnimationFormat *animation_format_of(const QString &path);
// The suffixes, `before` in front of each.
QStringList animation_suffixes(const QString &before);

// How long each frame stands, ms, when it really lasted `ns`: in proportion, so that all take `whole` ms together, but none is shorter
// than shortest_frame, and for the sake of the longest, which is longest_frame at most, all are shorter. Of many frames it is longer than `whole`.
std::vector<int> stands(const std::vector<int64_t> &ns, int whole);

// Writes it to `path`, whose suffix names a format. The file there before stays whole until the new one is complete. `progress` is
// told of frames, not of bytes, and of each.
archive::Result save(const Animation &animation, const QString &path, const archive::Progress &progress = {});

// The rows of the table.
void write_gif(const Animation &, QIODevice &file, const GoOn &go_on);
void write_webp(const Animation &, QIODevice &file, const GoOn &go_on);

} // namespace drawing
