// SPDX-License-Identifier: MIT
#include "archive/slice_tracks.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace archive {

using trace::Event;
using trace::Trace;

namespace {

// What a track takes, from the last end to the first: what is inside a slice comes after it.
class Lane {
public:
    bool takes(int64_t begin, int64_t end)
    {
        while (!m_begins.empty() && m_begins.back() >= end)
            m_begins.pop_back();
        if (!m_begins.empty() && begin < m_begins.back())
            return false;
        m_begins.push_back(begin);
        return true;
    }

private:
    std::vector<int64_t> m_begins; // of the slices that what comes may be inside of, the innermost last
};

struct Slice {
    const Event *event = nullptr;
    int64_t end = 0;
    bool across = false; // repeated, while another call of its thread has ended
};

uint32_t lane_of(std::vector<Lane> &lanes, const Slice &slice)
{
    for (size_t i = slice.across ? 1 : 0;; ++i) {
        if (i >= lanes.size())
            lanes.resize(i + 1);
        if (lanes[i].takes(slice.event->begin, slice.end))
            return uint32_t(i);
    }
}

// All of them by their ends; those in flight that have none end never.
std::vector<Slice> slices(const Trace &trace)
{
    std::vector<Slice> all;
    all.reserve(trace.events().size() + trace.in_flight().size());
    for (const Event &event : trace.events())
        all.push_back({&event, event.end});
    for (const Event &event : trace.in_flight())
        all.push_back({&event, event.end ? event.end : INT64_MAX});
    const auto middle = all.begin() + ptrdiff_t(trace.events().size());
    std::stable_sort(middle, all.end(), [](const Slice &a, const Slice &b) { return a.end < b.end; });
    std::inplace_merge(all.begin(), middle, all.end(), [](const Slice &a, const Slice &b) { return a.end < b.end; });
    return all;
}

} // namespace

SliceTracks::SliceTracks(const Trace &trace)
{
    std::vector<Slice> all = slices(trace);
    size_t threads = trace.threads.size();
    for (const Slice &slice : all)
        threads = std::max(threads, size_t(slice.event->thread) + 1);
    std::vector<int64_t> last_end(threads, INT64_MIN);
    for (Slice &slice : all) {
        int64_t &last = last_end[slice.event->thread];
        slice.across = slice.event->count > 1 && last > slice.event->begin;
        last = std::max(last, slice.end);
    }
    m_events.resize(trace.events().size());
    m_in_flight.resize(trace.in_flight().size());
    std::vector<std::vector<Lane>> lanes(threads);
    for (size_t i = all.size(); i-- > 0;) {
        const Event *event = all[i].event;
        const bool complete = !m_events.empty() && event >= trace.events().data() && event < trace.events().data() + m_events.size();
        uint32_t &lane = complete ? m_events[size_t(event - trace.events().data())] : m_in_flight[size_t(event - trace.in_flight().data())];
        lane = lane_of(lanes[event->thread], all[i]);
    }

    std::unordered_set<int> taken{0};
    for (const trace::Thread &thread : trace.threads)
        taken.insert(thread.tid);
    std::unordered_set<int> given; // two threads may claim one number
    int next = INT32_MAX;
    std::vector<uint32_t> first(threads);
    for (size_t thread = 0; thread < threads; ++thread) {
        first[thread] = uint32_t(m_tracks.size());
        const int tid = thread < trace.threads.size() ? trace.threads[thread].tid : 0;
        for (size_t lane = 0; lane < std::max<size_t>(1, lanes[thread].size()); ++lane) {
            const bool own = lane == 0 && tid > 0 && given.insert(tid).second;
            while (!own && !taken.insert(next).second)
                --next;
            m_tracks.push_back({own ? tid : next, thread, int(lane)});
        }
    }
    for (size_t i = 0; i < m_events.size(); ++i)
        m_events[i] += first[trace.events()[i].thread];
    for (size_t i = 0; i < m_in_flight.size(); ++i)
        m_in_flight[i] += first[trace.in_flight()[i].thread];
}

} // namespace archive
