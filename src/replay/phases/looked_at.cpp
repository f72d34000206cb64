// SPDX-License-Identifier: MIT
// What a call that waits for many descriptors is asked, and what it has found.
#include "replay/phases/arrival.h"

namespace replay {

std::vector<calls::Ready> looked_at(const Index &index, const trace::Event &call, uint32_t complete)
{
    if (call.end)
        return calls::found(index.trace, call);
    if (calls::asking(call) != calls::Asking::list)
        return calls::asked_about(index.trace, call);
    std::vector<calls::Ready> all;
    for (const Interests::Entry &entry : index.interests.list(index.table(call.thread), call.fd, complete))
        all.push_back(calls::ready_of(entry.fd, entry.events));
    return all;
}

} // namespace replay
