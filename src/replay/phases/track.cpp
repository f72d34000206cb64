// SPDX-License-Identifier: MIT
#include "replay/phases/track.h"

#include "calls/schema.h"
#include "replay/times.h"

#include <algorithm>
#include <tuple>

namespace replay {

using trace::Call;

void Track::reserve(size_t events)
{
    for (auto *times : {&m_lane.begin, &m_lane.end})
        times->reserve(events);
    for (auto *sums : {&m_lane.asleep, &m_lane.copying, &m_lane.calls, &m_surely})
        sums->reserve(events + 1);
    m_lane.sequence.reserve(events);
}

void Track::add(const trace::Event &event, uint32_t sequence)
{
    if (calls::has(event, calls::multiplexes))
        m_selects.push_back(sequence);
    if (event.call == Call::handler_begin || event.call == Call::handler_end)
        m_lane.handlers.push_back(sequence);
    const int64_t begin = begin_of(event);
    if (m_lane.begin.empty() || begin >= m_lane.begin.back())
        append(begin, event.end, sequence);
    else
        m_late.push_back({begin, event.end, sequence});
}

void Track::append(int64_t begin, int64_t end, uint32_t sequence)
{
    m_lane.begin.push_back(begin);
    m_lane.end.push_back(end);
    m_lane.sequence.push_back(sequence);
}

void Track::resize(size_t size)
{
    m_lane.begin.resize(size);
    m_lane.end.resize(size);
    m_lane.sequence.resize(size);
    m_settled = std::min(m_settled, size);
}

void Track::cut(uint32_t first)
{
    while (!m_selects.empty() && m_selects.back() >= first)
        m_selects.pop_back();
    while (!m_lane.handlers.empty() && m_lane.handlers.back() >= first)
        m_lane.handlers.pop_back();
    while (!m_sleeps.empty() && m_sleeps.back().sequence >= first)
        m_sleeps.pop_back();
    while (!m_cpu.empty() && m_cpu.back().sequence >= first)
        m_cpu.pop_back();
    size_t keep = m_lane.sequence.size();
    while (keep > 0 && m_lane.sequence[keep - 1] >= first)
        --keep;
    for (size_t i = m_outer.size(); i-- > 0 && m_highest[i] >= first;)
        if (m_lane.sequence[m_outer[i]] >= first)
            keep = std::min(keep, size_t(m_outer[i]));
    if (keep == m_lane.sequence.size())
        return;
    std::vector<Late> kept; // what was done during a call that is forgotten
    for (size_t i = keep; i < m_lane.sequence.size(); ++i)
        if (m_lane.sequence[i] < first)
            kept.push_back({m_lane.begin[i], m_lane.end[i], m_lane.sequence[i]});
    resize(keep);
    for (const Late &event : kept)
        append(event.begin, event.end, event.sequence);
    find_outer(keep);
}

void Track::order()
{
    if (m_late.empty())
        return;
    const auto key = [](const Late &event) { return std::tuple(event.begin, event.sequence); };
    std::ranges::sort(m_late, {}, key);
    const auto place = std::ranges::lower_bound(m_lane.begin, m_late.front().begin);
    const size_t from = size_t(place - m_lane.begin.begin());
    std::vector<Late> after;
    for (size_t i = from; i < m_lane.begin.size(); ++i)
        after.push_back({m_lane.begin[i], m_lane.end[i], m_lane.sequence[i]});
    resize(from);
    std::vector<Late> merged;
    std::ranges::merge(after, m_late, std::back_inserter(merged), {}, key, key);
    for (const Late &event : merged)
        append(event.begin, event.end, event.sequence);
    m_late.clear();
    find_outer(from);
}

void Track::find_outer(size_t from)
{
    while (!m_outer.empty() && m_outer.back() >= from) {
        m_outer.pop_back();
        m_highest.pop_back();
    }
    std::vector<uint32_t> found;
    uint32_t lowest = none;
    for (size_t i = m_lane.sequence.size(); i-- > from;) {
        if (m_lane.sequence[i] > lowest)
            found.push_back(uint32_t(i));
        lowest = std::min(lowest, m_lane.sequence[i]);
    }
    for (auto i = found.rbegin(); i != found.rend(); ++i) {
        m_outer.push_back(*i);
        m_highest.push_back(std::max(m_highest.empty() ? 0 : m_highest.back(), m_lane.sequence[*i]));
    }
}

bool Track::is_outer(size_t index) const
{
    return !m_outer.empty() && std::ranges::binary_search(m_outer, uint32_t(index));
}

void Track::Waits::add(int64_t ns, int64_t surely)
{
    count += ns > 0;
    perhaps += ns > 0 && surely <= 0;
    longest = std::max(longest, ns);
}

// Goes back to the first event with `changed` or later; false if there is nothing to sum up.
bool Track::unsettled(uint32_t changed)
{
    while (m_settled > 0 && m_lane.sequence[m_settled - 1] >= changed)
        --m_settled;
    for (size_t i = m_outer.size(); i-- > 0 && m_highest[i] >= changed;)
        if (m_lane.sequence[m_outer[i]] >= changed)
            m_settled = std::min(m_settled, size_t(m_outer[i]));
    for (auto *sums : {&m_lane.asleep, &m_lane.copying, &m_lane.calls, &m_surely})
        sums->resize(m_settled + 1);
    m_lane.milestones.resize(m_settled / Replay::Lane::apart);
    m_lane.milestone_ends.resize(m_settled / Replay::Lane::apart);
    if (m_settled == m_lane.begin.size())
        return false;
    const size_t blocks = (m_settled + block - 1) / block;
    m_waits.resize(blocks);
    m_now = blocks ? m_waits.back() : Waits();
    for (size_t i = blocks ? (blocks - 1) * block : 0; i < m_settled; ++i)
        if (!is_outer(i))
            m_now.add(asleep(i), surely(i));
    return true;
}

void Track::sum_up(size_t index, const Parts &parts)
{
    if (index % block == 0)
        m_waits.push_back(m_now);
    m_lane.asleep.push_back(sum(m_lane.asleep.back(), parts.asleep));
    m_lane.copying.push_back(sum(m_lane.copying.back(), parts.copying));
    m_lane.calls.push_back(sum(m_lane.calls.back(), parts.calls));
    m_surely.push_back(sum(m_surely.back(), parts.surely));
    if ((index + 1) % Replay::Lane::apart == 0) {
        m_lane.milestones.push_back({m_lane.asleep.back(), m_lane.copying.back(), m_lane.calls.back()});
        m_lane.milestone_ends.push_back(m_lane.milestone_ends.empty() ? m_lane.end[index] : std::max(m_lane.milestone_ends.back(), m_lane.end[index]));
    }
    if (!is_outer(index))
        m_now.add(asleep(index), surely(index));
}

uint32_t Track::in_progress(int64_t time, uint32_t complete) const
{
    const auto next = std::ranges::upper_bound(m_lane.begin, time);
    if (next == m_lane.begin.begin())
        return none;
    const size_t last = size_t(next - m_lane.begin.begin()) - 1;
    if (m_lane.sequence[last] >= complete)
        return m_lane.sequence[last];
    size_t i = size_t(std::ranges::lower_bound(m_outer, uint32_t(last)) - m_outer.begin());
    while (i-- > 0 && m_highest[i] >= complete)
        if (m_lane.sequence[m_outer[i]] >= complete)
            return m_lane.sequence[m_outer[i]];
    return none;
}

std::vector<uint32_t> Track::around(uint32_t inner, int64_t time, uint32_t complete) const
{
    std::vector<uint32_t> all;
    for (size_t i = m_outer.size(); i-- > 0 && m_highest[i] >= complete;) {
        const uint32_t sequence = m_lane.sequence[m_outer[i]];
        if (sequence >= complete && sequence != inner && m_lane.begin[m_outer[i]] <= time)
            all.push_back(sequence);
    }
    std::ranges::reverse(all);
    return all;
}

uint32_t Track::select_before(uint32_t sequence) const
{
    const auto next = std::ranges::lower_bound(m_selects, sequence);
    return next == m_selects.begin() ? none : *std::prev(next);
}

std::optional<int64_t> Track::seen_asleep(int64_t from, int64_t to, uint32_t complete) const
{
    const auto time = std::ranges::upper_bound(m_sleeps, to, {}, &Sleep::end);
    const auto done = std::ranges::lower_bound(m_sleeps, complete, {}, &Sleep::sequence);
    const auto next = std::min(time, done);
    if (next == m_sleeps.begin() || std::prev(next)->begin < from)
        return {};
    return std::prev(next)->begin;
}

std::optional<double> Track::busy(int64_t from, int64_t to, uint32_t complete) const
{
    constexpr int64_t least = 1'000'000; // ns between two looks: each takes some time itself
    const auto first = std::ranges::lower_bound(m_cpu, from, {}, &Cpu::begin);
    const auto next = std::min(std::ranges::upper_bound(m_cpu, to, {}, &Cpu::end), std::ranges::lower_bound(m_cpu, complete, {}, &Cpu::sequence));
    if (next - first < 2)
        return {};
    const Cpu &last = *std::prev(next);
    const int64_t between = span(first->end, last.end);
    return between < least ? std::nullopt : std::optional(std::min(double(span(first->cpu, last.cpu)) / double(between), 1.0));
}

Track::Sums Track::sums(int64_t time, uint32_t complete) const
{
    size_t size = size_t(std::ranges::upper_bound(m_lane.begin, time) - m_lane.begin.begin());
    while (size > 0 && m_lane.sequence[size - 1] >= complete)
        --size;
    if (size == 0)
        return {};
    const size_t from = std::min(size / block, m_waits.size() - 1);
    Waits waits = m_waits[from];
    for (size_t i = from * block; i < size; ++i)
        if (!is_outer(i))
            waits.add(asleep(i), surely(i));
    Sums sums{m_lane.asleep[size], m_lane.copying[size], 0, m_surely[size]};
    for (const uint32_t outer : m_outer) {
        if (outer >= size)
            break;
        if (m_lane.sequence[outer] < complete) {
            waits.add(asleep(outer), surely(outer));
        } else {
            sums.asleep -= asleep(outer);
            sums.surely -= surely(outer);
            sums.copying -= m_lane.copying[outer + 1] - m_lane.copying[outer];
        }
    }
    sums.longest = waits.longest;
    sums.slept = waits.count;
    sums.perhaps = waits.perhaps;
    return sums;
}

} // namespace replay
