// SPDX-License-Identifier: MIT
// The lane of one thread: its events one by one where they have room, in columns where they have not.
#pragma once

#include "figures/timeline/block.h"
#include "figures/timeline/columns.h"

#include <vector>

namespace figures {

// Something that reached another thread's end of a connection: the peer's call, and where it stands, px.
struct Arrival {
    size_t thread = 0; // that it reached
    double from = 0, to = 0;
};

class Lane {
public:
    // `times` are column_times() of the plot; all outlive the lane.
    Lane(const TimelineFrame &frame, const std::vector<int64_t> &times, size_t thread, const QRectF &band);

    // Draws it, appends to `arrivals` what this thread has sent. Returns true if an event has a part.
    bool draw(std::vector<Arrival> &arrivals);

private:
    void begin_life();
    void live_until(double pixel);
    void draw_life();
    void draw_slots();
    void draw_columns();
    void draw_in_flight();
    void draw_handlers();
    void draw_event(size_t index, double from, double to);
    void note_arrival(size_t index, double from, double to);
    Shares shares_of(size_t first, size_t last, int64_t begin, int64_t end) const;

    const TimelineFrame &m_frame;
    const std::vector<int64_t> &m_times;
    const size_t m_thread;
    const QRectF m_band;
    const replay::Replay::Lane &m_lane;
    const trace::Trace &m_trace;
    std::vector<Arrival> *m_arrivals = nullptr;
    bool m_has_part = false;
    std::vector<BlockLabel> m_labels;
    std::vector<QRectF> m_life; // between its calls
    double m_lived = 0, m_life_end = 0; // px: what the thread did is drawn up to here; where its life ends
};

} // namespace figures
