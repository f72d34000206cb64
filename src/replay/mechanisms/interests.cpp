// SPDX-License-Identifier: MIT
#include "replay/mechanisms/interests.h"

#include "calls/verbs.h"

#include <sys/epoll.h>

#include <algorithm>

namespace replay {

using trace::Event;

namespace {

constexpr size_t most_lists = 64; // a damaged recording may make one with every event

} // namespace

// The last change before event `complete`, or nullptr.
const Interests::Change *Interests::at(const std::vector<Change> &changes, uint32_t complete)
{
    const auto next = std::ranges::lower_bound(changes, complete, {}, &Change::sequence);
    return next == changes.begin() ? nullptr : &*std::prev(next);
}

void Interests::take(uint32_t sequence, const Event &event, uint16_t table)
{
    const auto opening = calls::as_opening(event);
    if (opening && opening->what == calls::Opening::epoll && opening->made >= 0) {
        if (m_lists.size() < most_lists || m_lists.contains({table, opening->made}))
            m_lists[{table, opening->made}].life.push_back({sequence, 0, true});
        return;
    }
    const auto setting = m_lists.empty() ? std::nullopt : calls::as_setting(event);
    if (!setting || setting->what != calls::Setting::interest || !setting->done || setting->name < 0)
        return;
    const auto list = m_lists.find({table, setting->fd});
    if (list == m_lists.end())
        return;
    const bool there = setting->operation != EPOLL_CTL_DEL;
    list->second.entries[setting->name].push_back({sequence, there ? uint32_t(setting->value) : 0, there});
}

void Interests::let_go(uint32_t sequence, const Descriptor &descriptor, uint32_t closed)
{
    // What was put there after close() is another one of that number.
    const auto end = [&](std::vector<Change> &changes) {
        if (!changes.empty() && changes.back().there && changes.back().sequence < closed)
            changes.push_back({sequence, 0, false});
    };
    for (auto &[key, list] : m_lists) {
        if (key.first != descriptor.table)
            continue;
        if (key.second == descriptor.fd) {
            end(list.life);
            for (auto &[of, changes] : list.entries)
                end(changes);
        } else if (const auto entry = list.entries.find(descriptor.fd); entry != list.entries.end()) {
            end(entry->second);
        }
    }
}

void Interests::cut(uint32_t first)
{
    const auto shorten = [first](std::vector<Change> &changes) {
        while (!changes.empty() && changes.back().sequence >= first)
            changes.pop_back();
    };
    for (auto &[key, list] : m_lists) {
        shorten(list.life);
        for (auto &[fd, changes] : list.entries)
            shorten(changes);
        std::erase_if(list.entries, [](const auto &entry) { return entry.second.empty(); });
    }
    std::erase_if(m_lists, [](const auto &keyed) { return keyed.second.life.empty(); });
}

std::vector<int> Interests::open(uint16_t table, uint32_t complete) const
{
    std::vector<int> open;
    for (const auto &[key, list] : m_lists)
        if (const Change *last = at(list.life, complete); key.first == table && last && last->there)
            open.push_back(key.second);
    return open;
}

std::vector<Interests::Entry> Interests::list(uint16_t table, int epfd, uint32_t complete) const
{
    std::vector<Entry> all;
    const auto list = m_lists.find({table, epfd});
    if (list == m_lists.end())
        return all;
    for (const auto &[fd, changes] : list->second.entries)
        if (const Change *last = at(changes, complete); last && last->there)
            all.push_back({fd, last->events, last->sequence});
    return all;
}

} // namespace replay
