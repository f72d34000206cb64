// SPDX-License-Identifier: MIT
// The figures: pure functions from what was recorded to a drawing.
#pragma once

#include "drawing/drawing.h"
#include "replay/replay.h"
#include "words/language.h"

#include <set>
#include <span>

namespace figures {

using namespace drawing; // what figures are made of

enum class Axis : uint8_t { time, events };

// What the timeline shows: [from, to) in ns, or in sequence numbers, as the axis says. to <= from: everything.
struct Range {
    Axis axis = Axis::events;
    double from = 0, to = 0;
};

struct ComparisonScene;
struct Marks;

// Everything a figure may look at.
struct Scene {
    // The main thread (index) of the program in front; behind all threads when it has none.
    size_t front_thread() const;
    // Whether the thread is the program's, or one that the C library has started for it.
    bool in_front(size_t thread) const;

    const replay::Replay &replay;
    const replay::World &world;
    replay::Instant instant;
    const words::Language &language;
    Range range;              // timeline; crossing: one of events
    QString selected;         // id of the part with the keyboard's focus, or empty
    bool live = false;        // the instant is now
    int first_line = 0;       // listing: the first line shown, 0: so that the running line is seen
    bool compact = false; // sets: only up to the highest descriptor in use (else up to FD_SETSIZE as far as it fits)
    uint16_t front = 0;   // the program whose sets, tables and sockets are shown, of Trace::programs
    const ComparisonScene *comparison = nullptr; // for comparison_figure(), which looks at nothing else but `selected`
    const Marks *marks = nullptr; // timeline: A, B and bookmarks
    const std::set<size_t> *left_out = nullptr; // timeline: threads that have no lane, because they are not wanted
    bool bound_asked = false; // a question about select()'s first argument is open: sets, pollfd[] do not tell what it would be
};

// A figure: `name` is what the command line takes, `title` what the window shows.
struct Figure {
    const char *name;                                   // "stage"
    QString (*title)(const words::Language &);
    QSizeF (*preferred)(const Scene &);                 // px at scale 1
    Drawing (*draw)(const Scene &, QSizeF size);
    bool ranged = false;                                // looks at Scene::range
};

// stage, sets, client_FD, tables, crossing, phases, timeline, listing, words, terminal, totals, and overview: most of them on one sheet.
std::span<const Figure> all();
const Figure *named(QStringView name);
// The one that shows several recordings, and is no figure of one: not among all().
const Figure &comparison_figure();

// One drawing function a file.
Drawing stage(const Scene &, QSizeF);
Drawing sets(const Scene &, QSizeF);
Drawing client_table(const Scene &, QSizeF);
Drawing tables(const Scene &, QSizeF);
Drawing crossing(const Scene &, QSizeF);
Drawing phases(const Scene &, QSizeF);
Drawing timeline(const Scene &, QSizeF);
Drawing listing(const Scene &, QSizeF);
Drawing explanation(const Scene &, QSizeF);
Drawing terminal(const Scene &, QSizeF);
Drawing totals(const Scene &, QSizeF);
Drawing overview(const Scene &, QSizeF);

// The sizes at which they look best for a scene, px.
QSizeF stage_size(const Scene &);
QSizeF sets_size(const Scene &);
QSizeF client_table_size(const Scene &);
QSizeF tables_size(const Scene &);
QSizeF crossing_size(const Scene &);
QSizeF phases_size(const Scene &);
QSizeF timeline_size(const Scene &);
QSizeF listing_size(const Scene &);
QSizeF explanation_size(const Scene &);
QSizeF terminal_size(const Scene &);
QSizeF totals_size(const Scene &);
QSizeF overview_size(const Scene &);

// The text of a compiled source file ("select.cpp"), from the program's own resources; empty when there is none.
QStringList listing_text(const QString &file);

// Time and pixel of the timeline's plot, which begins at `left` and is `width` px wide. Pure.
double pixel_at(const Range &range, double value, double left, double width);
double value_at(const Range &range, double pixel, double left, double width);
// The plot's part of a timeline of `size`.
QRectF timeline_plot(const Scene &, QSizeF size);
// Threads worth a lane of the timeline, in the order of the lanes, wanted or not.
std::vector<size_t> timeline_threads(const replay::Replay &replay);
// The range with `to <= from` resolved to the whole recording.
Range resolved(const Range &range, const replay::Replay &replay);

} // namespace figures
