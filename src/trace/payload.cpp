// SPDX-License-Identifier: MIT
#include "trace/payload.h"

namespace trace::payload {

Words all(const Event &event, Words pool)
{
    if (!has_words_elsewhere(event))
        return event.words;
    return is_inside(event, pool.size()) ? pool.subspan(event.words[0], event.words[1]) : Words();
}

Words set(const Event &event, Words pool, int which, bool answered)
{
    using namespace select_flags;
    if (event.call != Call::select || which < 0 || which > 2 || variable(event.flags, which) == none || event.fd < 0)
        return {};
    const size_t per_set = size_t(words_per_set(event.fd));
    const Words both = all(event, pool);
    if (!has_words_elsewhere(event))
        return per_set > 1 ? Words() : both.subspan(answered, 1);
    size_t before = 0;
    for (int other = 0; other < which; ++other)
        before += variable(event.flags, other) != none;
    const size_t from = before * per_set + (answered ? both.size() / 2 : 0);
    return from + per_set > both.size() ? Words() : both.subspan(from, per_set);
}

std::optional<int64_t> left(const Event &event, Words pool)
{
    if (event.call != Call::select || event.length <= 0 || event.fd < 0 || !has_words_elsewhere(event))
        return {};
    const size_t of_sets = size_t(select_flags::sets_passed(event.flags)) * size_t(words_per_set(event.fd));
    const Words both = all(event, pool);
    return both.size() == 2 * (of_sets + 1) ? std::optional(int64_t(both.back())) : std::nullopt;
}

Words polled(const Event &event, Words pool, bool answered)
{
    const Words words = all(event, pool);
    if (event.call == Call::epoll_wait && answered)
        return words.first(std::min(size_t(std::max(event.result, 0)), words.size()));
    const size_t count = event.fd > 0 ? size_t(event.fd) : 0;
    if (event.call != Call::poll || count == 0 || words.size() < 2 * count || (!has_words_elsewhere(event) && count != 1))
        return {};
    return words.subspan(answered ? count : 0, count);
}

} // namespace trace::payload
