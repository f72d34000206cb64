// SPDX-License-Identifier: MIT
#include "replay/at/checkpoints.h"

#include <algorithm>

namespace replay {
namespace {

// Between two that are kept; more when one is large, so that all together take at most so many bytes an event.
constexpr size_t events_apart = 8192;
constexpr size_t bytes_per_event = 4;

} // namespace

// The latest one up to `complete` events.
const Fold *Checkpoints::nearest(size_t complete) const
{
    const auto after = std::ranges::upper_bound(m_kept, complete, {}, &Fold::complete);
    const Fold *best = after == m_kept.begin() ? &m_none : &*std::prev(after);
    for (const Fold *other : {&m_last, &m_shown})
        if (other->complete <= complete && best->complete < other->complete)
            best = other;
    return best;
}

void Checkpoints::roll(Fold &fold, size_t complete) const
{
    fold.threads.resize(m_trace.threads.size());
    while (fold.complete < complete)
        fold.step(m_trace);
}

void Checkpoints::extend(size_t first)
{
    std::erase_if(m_kept, [first](const Fold &fold) { return fold.complete > first; });
    if (m_shown.complete > first)
        m_shown = {};
    if (m_last.complete > first) {
        m_last = {};
        m_last = Fold(*nearest(first));
    }
    const size_t size = m_trace.events().size();
    while (m_last.complete < size) {
        const size_t before = m_kept.empty() ? 0 : m_kept.back().complete;
        const size_t next = before + std::max(events_apart, m_last.size() / bytes_per_event);
        roll(m_last, std::clamp(next, m_last.complete, size));
        if (m_last.complete >= next)
            m_kept.push_back(m_last);
    }
    roll(m_last, size);
}

const Fold &Checkpoints::at(size_t complete)
{
    if (complete == m_last.complete)
        return m_last;
    if (const Fold *best = nearest(complete); best != &m_shown)
        m_shown = *best;
    roll(m_shown, complete);
    return m_shown;
}

} // namespace replay
