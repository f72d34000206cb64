// SPDX-License-Identifier: MIT
// The Fold after any number of events, without starting from the first.
#pragma once

#include "replay/at/fold.h"

namespace replay {

class Checkpoints {
public:
    explicit Checkpoints(const trace::Trace &trace) : m_trace(trace) {}

    // The trace has changed from event `first` on.
    void extend(size_t first);
    // After `complete` events, no more than there are. Good until the next call.
    const Fold &at(size_t complete);

private:
    const Fold *nearest(size_t complete) const;
    void roll(Fold &fold, size_t complete) const;

    const trace::Trace &m_trace;
    std::vector<Fold> m_kept; // in order of `complete`
    const Fold m_none;        // before the first event
    Fold m_last;              // after all events
    Fold m_shown;             // as last asked for
};

} // namespace replay
