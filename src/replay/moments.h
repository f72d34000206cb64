// SPDX-License-Identifier: MIT
// The instants a person steps through.
#pragma once

#include "replay/replay.h"

namespace replay {

class Moments {
public:
    struct Place {
        const trace::Event *event = nullptr;
        size_t sequence = 0; // of `event`; events().size() for one that never ended
        bool begins = false;
    };

    explicit Moments(const trace::Trace &trace) : m_trace(trace) {}

    // Forgets events from `first` on.
    void cut(uint32_t first);
    // Takes events from `first` on in.
    void extend(uint32_t first);
    // Takes the calls in flight in, which are in order of begin.
    void in_flight(std::vector<const trace::Event *> calls) { m_flying = std::move(calls); }

    // The moment after `instant`, and the one before or, with `or_at`, at it; nothing if there is none.
    std::optional<Place> next(Instant instant) const;
    std::optional<Place> previous(Instant instant, bool or_at) const;
    // When a moment is.
    Instant instant(const Place &moment) const;

private:
    bool in_company(uint32_t sequence) const;
    // How many events had ended before, and by, `time` ns.
    size_t complete_before(int64_t time) const;
    size_t complete_at(int64_t time) const;

    const trace::Trace &m_trace;
    std::vector<uint32_t> m_begins; // of calls during which another thread did something, in order of begin
    std::vector<const trace::Event *> m_flying;
};

} // namespace replay
