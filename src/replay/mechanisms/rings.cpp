// SPDX-License-Identifier: MIT
#include "replay/mechanisms/rings.h"

#include "calls/verbs.h"

#include <algorithm>

namespace replay {

using trace::Event;

namespace {

uint64_t label(const calls::Operation &operation)
{
    return uint64_t(operation.code) << 32 | uint32_t(operation.fd);
}

void shorten(std::vector<uint32_t> &sequences, uint32_t first)
{
    while (!sequences.empty() && sequences.back() >= first)
        sequences.pop_back();
}

} // namespace

std::vector<uint32_t> Rings::outstanding(std::span<const Change> changes, uint32_t complete)
{
    constexpr ptrdiff_t far = 16; // changes looked back at
    const auto now = std::ranges::lower_bound(changes, complete, {}, &Change::sequence);
    std::vector<const Change *> left;
    for (auto one = now - std::min(far, now - changes.begin()); one != now; ++one) {
        const auto same = [&](const Change *other) { return one->queued ? other->of == one->of : other->sequence == one->of; };
        std::erase_if(left, same); // one that is queued again has been complete, though nobody saw it
        if (one->queued)
            left.push_back(&*one);
    }
    std::vector<uint32_t> sequences;
    for (const Change *one : left)
        sequences.push_back(one->sequence);
    return sequences;
}

void Rings::take(uint32_t sequence, const Event &event, uint16_t table, uint32_t file)
{
    const auto opening = calls::as_opening(event);
    if (opening && opening->what == calls::Opening::ring && opening->made >= 0) {
        Ring &ring = m_rings[table];
        ring.setups.push_back({sequence, true});
        ring.fd = opening->made;
        return;
    }
    const auto found = m_rings.find(table);
    if (found == m_rings.end())
        return;
    Ring &ring = found->second;
    if (calls::hands_in(event)) {
        if (event.result >= 0) {
            const uint64_t before = ring.enters.empty() ? 0 : ring.enters.back().handed_in;
            ring.enters.push_back({sequence, before + uint64_t(event.result)});
        }
    } else if (const auto operation = calls::as_operation(event)) {
        (operation->complete ? ring.completions : ring.entries).push_back(sequence);
        std::vector<Change> &changes = ring.operations[label(*operation)];
        const std::vector<uint32_t> left = operation->complete ? outstanding(changes, sequence) : std::vector<uint32_t>();
        changes.push_back({sequence, !operation->complete, !operation->complete ? file : left.empty() ? UINT32_MAX : left.front()});
    } else if (const auto closing = calls::as_closing(event); closing && closing->done && ring.setups.back().second) {
        if (closing->everything ? event.thread == table : closing->descriptor && closing->fd == ring.fd)
            ring.setups.push_back({sequence, false});
    }
}

void Rings::cut(uint32_t first)
{
    std::erase_if(m_rings, [first](const auto &keyed) { return keyed.second.setups.front().first >= first; });
    for (auto &[table, ring] : m_rings) {
        while (ring.setups.back().first >= first)
            ring.setups.pop_back();
        while (!ring.enters.empty() && ring.enters.back().sequence >= first)
            ring.enters.pop_back();
        shorten(ring.entries, first);
        shorten(ring.completions, first);
        for (auto &[of, changes] : ring.operations)
            while (!changes.empty() && changes.back().sequence >= first)
                changes.pop_back();
        std::erase_if(ring.operations, [](const auto &operation) { return operation.second.empty(); });
    }
}

std::optional<uint32_t> Rings::setup(uint16_t table, uint32_t complete) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return {};
    const auto &setups = ring->second.setups;
    const auto next = std::ranges::lower_bound(setups, complete, {}, &std::pair<uint32_t, bool>::first);
    if (next == setups.begin() || !std::prev(next)->second)
        return {};
    return std::prev(next)->first;
}

std::optional<uint32_t> Rings::entered(uint16_t table, uint32_t queued, uint32_t complete) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return {};
    const auto &entries = ring->second.entries;
    const uint64_t before = uint64_t(std::ranges::lower_bound(entries, queued) - entries.begin());
    const auto enter = std::ranges::upper_bound(ring->second.enters, before, {}, &Enter::handed_in);
    return enter == ring->second.enters.end() || enter->sequence >= complete ? std::nullopt : std::optional(enter->sequence);
}

std::vector<Rings::Pending> Rings::pending(uint16_t table, uint32_t complete) const
{
    std::vector<Pending> all;
    const auto since = setup(table, complete);
    if (!since)
        return all;
    for (const auto &[of, changes] : m_rings.at(table).operations) {
        for (const uint32_t queued : outstanding(changes, complete))
            if (queued >= *since)
                all.push_back({queued, entered(table, queued, complete)});
    }
    std::ranges::sort(all, {}, &Pending::queued);
    return all;
}

std::optional<uint32_t> Rings::queued(uint16_t table, const Event &completion, uint32_t sequence) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return {};
    const auto operation = calls::as_operation(completion);
    const auto changes = operation ? ring->second.operations.find(label(*operation)) : ring->second.operations.end();
    if (changes == ring->second.operations.end())
        return {};
    const auto seen = std::ranges::lower_bound(changes->second, sequence, {}, &Change::sequence);
    if (seen != changes->second.end() && seen->sequence == sequence && !seen->queued)
        return seen->of == UINT32_MAX ? std::nullopt : std::optional(seen->of);
    const std::vector<uint32_t> left = outstanding(changes->second, sequence);
    return left.empty() ? std::nullopt : std::optional(left.front());
}

std::span<const uint32_t> Rings::completions(uint16_t table, uint32_t from, uint32_t to) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return {};
    const auto &all = ring->second.completions;
    return {std::ranges::lower_bound(all, from), std::ranges::lower_bound(all, std::max(from, to))};
}

std::span<const uint32_t> Rings::entries(uint16_t table, uint32_t from, uint32_t to) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return {};
    const auto &all = ring->second.entries;
    return {std::ranges::lower_bound(all, from), std::ranges::lower_bound(all, std::max(from, to))};
}

uint32_t Rings::enter_after(uint16_t table, uint32_t sequence) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return UINT32_MAX;
    const auto next = std::ranges::upper_bound(ring->second.enters, sequence, {}, &Enter::sequence);
    return next == ring->second.enters.end() ? UINT32_MAX : next->sequence;
}

std::optional<uint32_t> Rings::enter_before(uint16_t table, uint32_t sequence) const
{
    const auto ring = m_rings.find(table);
    if (ring == m_rings.end())
        return {};
    const auto next = std::ranges::lower_bound(ring->second.enters, sequence, {}, &Enter::sequence);
    return next == ring->second.enters.begin() ? std::nullopt : std::optional(std::prev(next)->sequence);
}

} // namespace replay
