// SPDX-License-Identifier: MIT
// What a call that waits for many descriptors is asked, and what it has found.
#include "replay/phases/arrival.h"

namespace replay {

using trace::Call;
using trace::Event;

namespace {

std::vector<Looked> of_select(const Index &index, const Event &call)
{
    std::vector<Looked> all;
    for (int which = 0; which < 3; ++which) {
        const auto words = call.end ? trace::answered(index.trace, call, which) : trace::asked(index.trace, call, which);
        const Sides sides{which == 0, which == 1, which == 2};
        for (size_t word = 0; word < words.size(); ++word)
            for (uint64_t left = words[word]; left; left &= left - 1)
                all.push_back({int(word * 64) + __builtin_ctzll(left), sides});
    }
    return all;
}

} // namespace

std::vector<Looked> looked_at(const Index &index, const Event &call, uint32_t complete)
{
    if (call.call == Call::select)
        return of_select(index, call);
    std::vector<Looked> all;
    if (call.call == Call::epoll_wait && !call.end) {
        for (const Interests::Entry &entry : index.interests.list(index.table(call.thread), call.fd, complete))
            all.push_back({entry.fd, sides_of(entry.events)});
        return all;
    }
    for (const trace::Polled &one : trace::polled(index.trace, call, call.end != 0)) {
        Sides sides = sides_of(uint16_t(call.end ? one.revents : one.events));
        sides.reading |= call.end == 0; // errors come without being asked for
        if (one.fd >= 0 && sides.any())
            all.push_back({one.fd, sides});
    }
    return all;
}

} // namespace replay
