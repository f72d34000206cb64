// SPDX-License-Identifier: MIT
#include "replay/mechanisms/requests.h"

#include "calls/verbs.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {
namespace {

using trace::Event;

uint64_t key_of(uint16_t table, uint64_t number)
{
    return uint64_t(table) << 32 ^ number;
}

} // namespace

void Requests::set(uint32_t request, uint32_t Asked::*what, uint32_t sequence)
{
    if (m_all[request].*what != none)
        return;
    m_all[request].*what = sequence;
    m_changes.push_back({sequence, request, what});
}

void Requests::take(const Event &event, uint32_t sequence, uint16_t table)
{
    if (calls::is_system_call(event.call)) // those of aio are calls into the library
        return;
    if (const auto seen = calls::as_seen_thread(event)) {
        if (seen->tid != 0 && seen->asleep() && seen->fd >= 0)
            m_sleeps[{table, seen->fd}].push_back({begin_of(event), event.end, sequence});
        return;
    }
    if (const auto submission = calls::as_submission(event); submission && calls::is_call(event.call)) {
        if (submission->taken && submission->way == calls::Way::out)
            m_first_write.try_emplace(table, sequence);
        if (!submission->taken || submission->way != calls::Way::in)
            return;
        const uint32_t request = uint32_t(m_all.size());
        m_all.push_back({table, submission->fd, submission->request, none, none, none});
        set(request, &Asked::asked, sequence);
        m_numbered[key_of(table, submission->request)] = request;
        m_on[{table, submission->fd}].push_back(request);
        return;
    }
    if (const auto waits = calls::waits_for_requests(event)) {
        // Which one it waited for is not recorded: a write may be it, too.
        const auto only = *waits == 1 && event.result == 0 && !m_first_write.contains(table) ? only_unseen(table) : std::nullopt;
        if (only)
            set(*only, &Asked::seen, sequence);
        return;
    }
    const auto number = calls::told_complete(event);
    const auto known = number ? m_numbered.find(key_of(table, *number)) : m_numbered.end();
    if (known == m_numbered.end() || m_all[known->second].number != *number)
        return;
    set(known->second, &Asked::seen, sequence);
    if (calls::as_completion(event))
        set(known->second, &Asked::returned, sequence);
}

std::optional<int64_t> Requests::seen_asleep(const Asked &request, int64_t from, int64_t to) const
{
    const auto found = m_sleeps.find({request.table, request.fd});
    if (found == m_sleeps.end())
        return {};
    const auto next = std::ranges::upper_bound(found->second, to, {}, &Sleep::end);
    if (next == found->second.begin() || std::prev(next)->begin < from)
        return {};
    return std::prev(next)->begin;
}

std::optional<uint32_t> Requests::only_unseen(uint16_t table) const
{
    std::optional<uint32_t> only;
    for (auto at = m_on.lower_bound({table, INT32_MIN}); at != m_on.end() && at->first.first == table; ++at)
        if (!at->second.empty() && m_all[at->second.back()].seen == none) {
            if (only)
                return {};
            only = at->second.back();
        }
    return only;
}

void Requests::cut(uint32_t first)
{
    for (auto &[place, sleeps] : m_sleeps)
        while (!sleeps.empty() && sleeps.back().sequence >= first)
            sleeps.pop_back();
    std::erase_if(m_first_write, [first](const auto &write) { return write.second >= first; });
    for (; !m_changes.empty() && m_changes.back().sequence >= first; m_changes.pop_back()) {
        const Change &change = m_changes.back();
        if (change.what != &Asked::asked) {
            m_all[change.request].*change.what = none;
            continue;
        }
        const Asked &request = m_all.back(); // what was asked last goes first
        m_numbered.erase(key_of(request.table, request.number));
        m_on[{request.table, request.fd}].pop_back();
        m_all.pop_back();
    }
}

const Asked *Requests::changed_by(uint32_t sequence, uint32_t Asked::*what) const
{
    auto change = std::ranges::lower_bound(m_changes, sequence, {}, &Change::sequence);
    for (; change != m_changes.end() && change->sequence == sequence; ++change)
        if (change->what == what)
            return &m_all[change->request];
    return nullptr;
}

const Asked *Requests::returned_by(uint32_t sequence) const
{
    return changed_by(sequence, &Asked::returned);
}

const Asked *Requests::seen_by(uint32_t sequence) const
{
    return changed_by(sequence, &Asked::seen);
}

const Asked *Requests::before(const std::vector<uint32_t> &requests, uint32_t complete) const
{
    const auto next = std::ranges::lower_bound(requests, complete, {}, [this](uint32_t one) { return m_all[one].asked; });
    return next == requests.begin() ? nullptr : &m_all[*std::prev(next)];
}

std::vector<const Asked *> Requests::latest(uint32_t complete) const
{
    std::vector<const Asked *> all;
    for (const auto &[place, requests] : m_on)
        if (const Asked *request = before(requests, complete))
            all.push_back(request);
    return all;
}

const Asked *Requests::outstanding(uint16_t table, int fd, uint32_t complete) const
{
    const auto found = m_on.find({table, fd});
    const Asked *request = found == m_on.end() ? nullptr : before(found->second, complete);
    return request && request->returned >= complete ? request : nullptr;
}

} // namespace replay
