// SPDX-License-Identifier: MIT
#include "replay/measures/stretches.h"

#include "calls/verbs.h"
#include "replay/times.h"

#include <algorithm>
#include <functional>

namespace replay {
namespace {

using trace::Call;
using trace::Event;

// The stretches of one call, as if nothing happened inside it.
std::vector<Stretch> of_call(const Replay &replay, const Replay::Lane &lane, size_t i, const Event &event, bool handler)
{
    Stretch one;
    one.call = event.call;
    one.fd = event.fd;
    one.handler = handler;
    one.begin = lane.begin[i];
    one.end = lane.end[i];
    if (calls::in_vain(event)) {
        one.kind = Stretch::polling;
        one.count = event.count;
        return {one};
    }
    const auto of = [i](const std::vector<int64_t> &sums) { return std::max<int64_t>(sums[i + 1] - sums[i], 0); };
    std::vector<Stretch> parts;
    const auto add = [&](Stretch::Kind kind, int64_t end) {
        if (end <= one.begin)
            return;
        one.kind = kind;
        std::swap(one.end, end);
        parts.push_back(one);
        one.begin = one.end;
        one.end = end;
    };
    add(Stretch::waiting, std::min(sum(one.begin, of(lane.asleep)), one.end));
    for (Stretch &wait : parts) {
        wait.earliest = wait.latest = wait.end;
        for (const Phase &phase : replay.phases(lane.sequence[i]))
            if (phase.kind == Phase::wait && phase.begin == wait.begin) {
                wait.known = phase.known;
                if (phase.known == Known::bracketed)
                    wait.earliest = std::clamp(phase.earliest, wait.begin, wait.end);
            }
    }
    add(Stretch::copying, std::min(sum(one.begin, of(lane.copying)), one.end));
    add(Stretch::in_call, one.end);
    return parts;
}

// Puts `inner`, which begins no earlier than the last of `all`, over what is there.
void overlay(std::vector<Stretch> &all, const Stretch &inner)
{
    std::vector<Stretch> tails;
    while (!all.empty() && all.back().end > inner.begin) {
        Stretch old = all.back();
        all.pop_back();
        if (old.end > inner.end) {
            tails.insert(tails.begin(), old);
            tails.front().begin = std::max(old.begin, inner.end);
        }
        if (old.begin < inner.begin) {
            old.end = inner.begin;
            all.push_back(old);
            break;
        }
    }
    all.push_back(inner);
    all.insert(all.end(), tails.begin(), tails.end());
}

// Failing polls, and what runs between them for no longer than they take themselves, are one stretch of polling.
void join_polling(std::vector<Stretch> &all)
{
    std::vector<Stretch> joined;
    for (const Stretch &one : all) {
        const size_t n = joined.size();
        if (one.kind == Stretch::polling && n >= 2 && joined[n - 1].kind == Stretch::running
            && joined[n - 2].kind == Stretch::polling && joined[n - 2].handler == one.handler
            && joined[n - 1].duration() <= joined[n - 2].duration() + one.duration())
            joined.pop_back();
        Stretch *before = joined.empty() ? nullptr : &joined.back();
        if (one.kind == Stretch::polling && before && before->kind == Stretch::polling && before->handler == one.handler) {
            if (one.count > before->count)
                before->call = one.call;
            before->count += one.count;
            before->end = one.end;
        } else {
            joined.push_back(one);
        }
    }
    all = std::move(joined);
}

// No call from `from` to `to`: cut where a handler begins or ends, which `handlers` has in turn.
void add_running(std::vector<Stretch> &all, int64_t from, int64_t to, const std::vector<int64_t> &handlers)
{
    auto next = std::ranges::upper_bound(handlers, from);
    while (from < to) {
        Stretch gap;
        gap.handler = (next - handlers.begin()) % 2;
        gap.begin = from;
        gap.end = next == handlers.end() ? to : std::min(to, *next++);
        from = gap.end;
        all.push_back(gap);
    }
}

} // namespace

std::vector<Stretch> stretches(const Replay &replay, uint16_t thread, int64_t from, int64_t to)
{
    const Replay::Lane &lane = replay.lane(thread);
    const auto &events = replay.trace().events();
    std::vector<Stretch> all;
    bool handler = false;
    std::vector<int64_t> handlers; // when one began, ended, began, …
    for (size_t i = 0; i < lane.begin.size() && lane.begin[i] < to; ++i) {
        const Event &event = events[lane.sequence[i]];
        if (event.call == (handler ? Call::handler_end : Call::handler_begin)) {
            handler = !handler;
            handlers.push_back(lane.begin[i]);
        }
        if (!calls::is_call(event.call) || lane.end[i] <= from)
            continue;
        for (const Stretch &part : of_call(replay, lane, i, event, handler)) {
            Stretch one = part;
            if (one.kind == Stretch::polling && !all.empty() && all.back().kind == Stretch::polling && one.begin < all.back().end) {
                // Folded ones that take turns lie over each other.
                if (one.count > all.back().count)
                    all.back().call = one.call;
                all.back().count += one.count;
                all.back().end = std::max(all.back().end, one.end);
                continue;
            }
            overlay(all, one);
        }
    }
    if (all.empty())
        return all;
    std::vector<Stretch> filled;
    for (const Stretch &one : all) {
        if (!filled.empty())
            add_running(filled, filled.back().end, one.begin, handlers);
        filled.push_back(one);
    }
    join_polling(filled);
    std::erase_if(filled, [&](Stretch &one) {
        one.begin = std::max(one.begin, from);
        one.end = std::min(one.end, to);
        return one.begin >= one.end;
    });
    return filled;
}

std::optional<Example> example(const Replay &replay)
{
    std::vector<Message> all = messages(replay);
    std::erase_if(all, [](const Message &message) { return !message.taken; });
    if (all.empty())
        return {};
    std::ranges::stable_sort(all, {}, &Message::in_hand);
    std::vector<Example> examples;
    int64_t since = replay.first().time;
    for (const Message &message : all) {
        examples.push_back({message, since});
        since = message.in_hand;
    }
    auto waited = examples;
    if (waited.size() > 1)
        waited.erase(waited.begin()); // before the first the server was waiting for a connection
    std::ranges::sort(waited, std::greater(), [](const Example &one) { return span(one.since, one.message.earliest); });
    waited.resize((waited.size() + 1) / 2);
    const auto middle = waited.begin() + ptrdiff_t(waited.size() - 1) / 2;
    std::ranges::nth_element(waited, middle, {}, [](const Example &one) { return span(one.message.earliest, one.message.in_hand); });
    return *middle;
}

} // namespace replay
