// SPDX-License-Identifier: MIT
#include "replay/moments.h"

#include "calls/schema.h"
#include "replay/times.h"

#include <algorithm>
#include <tuple>

namespace replay {

using trace::Event;

namespace {

bool before(Instant a, Instant b)
{
    return std::tie(a.time, a.complete) < std::tie(b.time, b.complete);
}

bool is_observation(const Event &event)
{
    return calls::is_observation(event.call);
}

// The last before, or at, and the first after; all that begin at one time are one moment, told of by the first of them.
template <typename List, typename Time, typename Offer>
void offer_next(const List &list, int64_t time, Time time_of, Offer offer)
{
    if (const auto at = std::ranges::lower_bound(list, time, {}, time_of); at != list.end())
        offer(*at);
    if (const auto after = std::ranges::upper_bound(list, time, {}, time_of); after != list.end())
        offer(*after);
}

template <typename List, typename Time, typename Offer>
void offer_previous(const List &list, int64_t time, Time time_of, Offer offer)
{
    const auto at = std::ranges::lower_bound(list, time, {}, time_of);
    if (at != list.end() && time_of(*at) == time)
        offer(*at);
    if (at != list.begin())
        offer(*std::ranges::lower_bound(list, time_of(*std::prev(at)), {}, time_of));
}

} // namespace

// Another thread completed something during the call.
bool Moments::in_company(uint32_t sequence) const
{
    const auto &events = m_trace.events();
    const Event &call = events[sequence];
    if (!calls::is_call(call.call))
        return false;
    const int64_t begin = begin_of(call);
    for (uint32_t i = sequence; i-- > 0 && events[i].end > begin;)
        if (events[i].thread != call.thread && !is_observation(events[i]))
            return true;
    return false;
}

void Moments::cut(uint32_t first)
{
    std::erase_if(m_begins, [first](uint32_t sequence) { return sequence >= first; });
}

void Moments::extend(uint32_t first)
{
    struct Begin {
        int64_t time;
        uint32_t sequence;
        auto operator<=>(const Begin &) const = default;
    };
    std::vector<Begin> found;
    const auto &events = m_trace.events();
    for (uint32_t sequence = first; sequence < events.size(); ++sequence)
        if (in_company(sequence))
            found.push_back({begin_of(events[sequence]), sequence});
    if (found.empty())
        return;
    std::ranges::sort(found);
    const auto time = [&](uint32_t sequence) { return begin_of(events[sequence]); };
    const auto place = std::ranges::upper_bound(m_begins, found.front().time, {}, time);
    std::vector<Begin> after;
    for (auto i = place; i != m_begins.end(); ++i)
        after.push_back({time(*i), *i});
    m_begins.erase(place, m_begins.end());
    std::vector<Begin> merged;
    merged.reserve(after.size() + found.size());
    std::ranges::merge(after, found, std::back_inserter(merged));
    m_begins.reserve(first == 0 ? merged.size() : 0);
    for (const Begin &begin : merged)
        m_begins.push_back(begin.sequence);
}

size_t Moments::complete_before(int64_t time) const
{
    const auto &events = m_trace.events();
    return size_t(std::ranges::lower_bound(events, time, {}, &Event::end) - events.begin());
}

size_t Moments::complete_at(int64_t time) const
{
    const auto &events = m_trace.events();
    return size_t(std::ranges::upper_bound(events, time, {}, &Event::end) - events.begin());
}

Instant Moments::instant(const Place &moment) const
{
    if (!moment.begins)
        return {moment.event->end, moment.sequence + 1};
    const int64_t time = begin_of(*moment.event);
    return {time, complete_at(time)};
}

// An end goes before a begin at the same instant.
std::optional<Moments::Place> Moments::next(Instant instant) const
{
    const auto &events = m_trace.events();
    std::optional<Place> best;
    const auto offer = [&](const Place &moment) {
        const Instant at = this->instant(moment);
        if (before(instant, at) && (!best || before(at, this->instant(*best))))
            best = moment;
    };
    // Event n ends when n + 1 are complete: several may share their time.
    const size_t same = std::max(instant.complete, complete_before(instant.time));
    size_t end = std::min(same, complete_at(instant.time));
    while (end < events.size() && is_observation(events[end]))
        ++end;
    if (end < events.size())
        offer({&events[end], end, false});
    offer_next(m_begins, instant.time, [&](uint32_t sequence) { return begin_of(events[sequence]); },
               [&](uint32_t sequence) { offer({&events[sequence], sequence, true}); });
    offer_next(m_flying, instant.time, [](const Event *call) { return call->begin; },
               [&](const Event *call) { offer({call, events.size(), true}); });
    return best;
}

std::optional<Moments::Place> Moments::previous(Instant instant, bool or_at) const
{
    const auto &events = m_trace.events();
    std::optional<Place> best;
    const auto offer = [&](const Place &moment) {
        const Instant at = this->instant(moment);
        if ((before(at, instant) || (or_at && at == instant)) && (!best || before(this->instant(*best), at)))
            best = moment;
    };
    const size_t same = instant.complete - (!or_at && instant.complete > 0);
    size_t ended = std::max(complete_before(instant.time), std::min(same, complete_at(instant.time)));
    while (ended > 0 && is_observation(events[ended - 1]))
        --ended;
    if (ended > 0)
        offer({&events[ended - 1], ended - 1, false});
    offer_previous(m_begins, instant.time, [&](uint32_t sequence) { return begin_of(events[sequence]); },
                   [&](uint32_t sequence) { offer({&events[sequence], sequence, true}); });
    offer_previous(m_flying, instant.time, [](const Event *call) { return call->begin; },
                   [&](const Event *call) { offer({call, events.size(), true}); });
    if (!best && or_at && instant.complete > 0 && instant.complete <= events.size()) // nothing but observations so far
        return Place{&events[instant.complete - 1], instant.complete - 1, false};
    return best;
}

} // namespace replay
