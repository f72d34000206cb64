// SPDX-License-Identifier: MIT
#include "page/steps.h"

#include <algorithm>

namespace page {

using replay::Instant;

std::vector<Instant> moments_of(const replay::Replay &replay, size_t from, size_t to)
{
    std::vector<Instant> all;
    for (Instant now = replay.first();;) {
        if (to == 0 || (now.complete > from && now.complete <= to + 1))
            all.push_back(now);
        const Instant next = replay.next(now);
        if (next == now || (to > 0 && now.complete > to + 1))
            return all;
        now = next;
    }
}

size_t index_at(const std::vector<Instant> &moments, Instant instant)
{
    const auto pair = [](const Instant &at) { return std::pair(at.time, at.complete); };
    const auto after = std::ranges::upper_bound(moments, pair(instant), {}, pair);
    return after == moments.begin() ? 0 : size_t(after - moments.begin()) - 1;
}

std::vector<Instant> around(const std::vector<Instant> &moments, const std::vector<Instant> &anchors, size_t most)
{
    if (moments.size() <= most)
        return moments;
    std::vector<bool> kept(moments.size());
    size_t count = 0;
    const auto keep = [&](size_t index) {
        if (index < kept.size() && !kept[index] && count < most) {
            kept[index] = true;
            ++count;
        }
    };
    keep(0);
    keep(moments.size() - 1);
    for (size_t distance = 0; count < most && distance < moments.size(); ++distance)
        for (const Instant &anchor : anchors) {
            const size_t at = index_at(moments, anchor);
            keep(at + distance);
            keep(at - std::min(at, distance));
        }
    std::vector<Instant> near;
    for (size_t i = 0; i < moments.size(); ++i)
        if (kept[i])
            near.push_back(moments[i]);
    return near;
}

} // namespace page
