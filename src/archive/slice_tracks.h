// SPDX-License-Identifier: MIT
// On which track each slice of a Chrome trace stands. A track shows one slice at a time and what is inside it: a poll that was
// repeated between other calls would lie across them, and stands on a track beside.
#pragma once

#include "trace/trace.h"

namespace archive {

class SliceTracks {
public:
    // Throws std::bad_alloc.
    explicit SliceTracks(const trace::Trace &trace);

    // The track of Trace::events()[index], of Trace::in_flight()[index].
    int of_event(size_t index) const { return m_tracks[m_events[index]].number; }
    int of_in_flight(size_t index) const { return m_tracks[m_in_flight[index]].number; }

    struct Track {
        int number = 0;    // the thread's own, which Perfetto shows, or one that no thread has
        size_t thread = 0; // index
        int beside = 0;    // 0: the thread's own; 1: the first beside it
    };
    const std::vector<Track> &all() const { return m_tracks; }

private:
    std::vector<Track> m_tracks; // ordered by thread and place
    std::vector<uint32_t> m_events, m_in_flight; // index into m_tracks
};

} // namespace archive
