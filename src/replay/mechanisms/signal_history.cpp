// SPDX-License-Identifier: MIT
#include "replay/mechanisms/signal_history.h"

#include "calls/verbs.h"
#include "replay/descriptors/descriptor_tables.h"
#include "replay/times.h"

#include <algorithm>
#include <fcntl.h>
#include <csignal>

namespace replay {
namespace {

using calls::Setting;
using trace::Call;
using trace::Event;

uint64_t bit_of(int signal)
{
    return signal >= 1 && signal <= 64 ? uint64_t(1) << (signal - 1) : 0;
}

uint32_t last_before(const std::vector<uint32_t> &events, uint32_t complete)
{
    const auto next = std::ranges::lower_bound(events, complete);
    return next == events.begin() ? none : *std::prev(next);
}

} // namespace

void SignalHistory::take(uint32_t sequence, uint16_t table)
{
    const Event &now = event(sequence);
    const auto entered = calls::as_signal(now);
    if (entered || now.call == Call::handler_end) {
        auto &nesting = m_nesting[now.thread];
        const int before = nesting.empty() ? 0 : nesting.back().depth;
        nesting.push_back({sequence, entered ? before + 1 : std::max(before - 1, 0)});
        if (entered)
            m_delivered[{now.thread, entered->number}].push_back(sequence);
    } else if (now.call == Call::thread_begin) {
        m_begun[now.thread].push_back(sequence);
    } else if (const auto setting = calls::as_setting(now); setting && setting->done) {
        if (setting->what == Setting::mask)
            m_masks[now.thread].push_back(sequence);
        else if (setting->what == Setting::disposition)
            m_dispositions[{now.thread, setting->name}].push_back(sequence);
        else if ((setting->what == Setting::status_flags && setting->changes & O_ASYNC) || setting->what == Setting::owner_signal)
            m_asked[{table, setting->fd}].push_back(sequence);
    }
}

void SignalHistory::cut(uint32_t first)
{
    const auto forget = [first](auto &lists, auto sequence) {
        for (auto &[key, list] : lists)
            list.erase(std::ranges::lower_bound(list, first, {}, sequence), list.end());
        std::erase_if(lists, [](const auto &list) { return list.second.empty(); });
    };
    forget(m_delivered, std::identity());
    forget(m_nesting, &Nesting::sequence);
    forget(m_masks, std::identity());
    forget(m_dispositions, std::identity());
    forget(m_begun, std::identity());
    forget(m_asked, std::identity());
}

std::span<const uint32_t> SignalHistory::delivered(uint16_t thread, int signal) const
{
    const auto found = m_delivered.find({thread, signal});
    return found == m_delivered.end() ? std::span<const uint32_t>() : found->second;
}

int SignalHistory::nested(uint16_t thread, uint32_t complete) const
{
    const auto found = m_nesting.find(thread);
    if (found == m_nesting.end())
        return 0;
    const auto next = std::ranges::lower_bound(found->second, complete, {}, &Nesting::sequence);
    return next == found->second.begin() ? 0 : std::prev(next)->depth;
}

uint64_t SignalHistory::blocked_before(uint32_t mask) const
{
    return uint64_t(calls::value(event(mask), "before").value_or(0));
}

uint64_t SignalHistory::blocked_after(uint32_t mask) const
{
    const Setting call = calls::as_setting(event(mask)).value_or(Setting());
    const uint64_t set = uint64_t(call.value), before = blocked_before(mask);
    return call.operation == SIG_BLOCK ? before | set : call.operation == SIG_UNBLOCK ? before & ~set : set;
}

std::optional<int64_t> SignalHistory::blocked_since(uint16_t thread, int signal, int64_t time) const
{
    const auto found = m_masks.find(thread);
    const uint64_t bit = bit_of(signal);
    if (found == m_masks.end())
        return {};
    const auto &masks = found->second;
    auto next = std::ranges::upper_bound(masks, time, {}, [this](uint32_t mask) { return event(mask).end; });
    // Before the first of them it was as that one tells.
    if (!(next == masks.begin() ? blocked_before(*next) & bit : blocked_after(*std::prev(next)) & bit))
        return {};
    while (next != masks.begin() && (blocked_before(*std::prev(next)) & bit))
        --next;
    return next == masks.begin() ? INT64_MIN : begin_of(event(*std::prev(next)));
}

uint32_t SignalHistory::disposition(uint16_t thread, int signal, uint32_t complete) const
{
    const auto found = m_dispositions.find({thread, signal});
    return found == m_dispositions.end() ? none : last_before(found->second, complete);
}

uint32_t SignalHistory::beginning(uint16_t thread, uint32_t complete) const
{
    const auto found = m_begun.find(thread);
    return found == m_begun.end() ? none : last_before(found->second, complete);
}

std::span<const uint32_t> SignalHistory::asked(uint16_t table, int fd) const
{
    const auto found = m_asked.find({table, fd});
    return found == m_asked.end() ? std::span<const uint32_t>() : found->second;
}

std::vector<int> SignalHistory::senders(uint16_t table) const
{
    std::vector<int> all;
    for (auto at = m_asked.lower_bound({table, INT32_MIN}); at != m_asked.end() && at->first.first == table; ++at)
        all.push_back(at->first.second);
    return all;
}

} // namespace replay
