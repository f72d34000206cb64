// SPDX-License-Identifier: MIT
// The wait for data that blocked nobody: before a read that must not wait, and found some.
#include "replay/phases/arrival_bracket.h"
#include "replay/phases/deliveries.h"
#include "replay/replay.h"
#include "replay/state.h"
#include "replay/times.h"

#include <cerrno>

namespace replay {

using trace::Event;

std::optional<Phase> Replay::unblocked_wait(size_t sequence) const
{
    constexpr size_t far = 1 << 16; // events looked back at
    const Index &index = m->index;
    const auto &events = trace().events();
    if (sequence >= index.taken || !calls::reads(events[sequence]) || events[sequence].result <= 0
        || events[sequence].thread >= index.tracks.size())
        return {};
    const Event &read = events[sequence];
    const uint32_t number = uint32_t(sequence);
    const uint32_t of = index.meant(read, number);
    if (of == none || !index.connections.end(of).nonblocking(number))
        return {};
    const End &end = index.connections.end(of);
    const uint32_t by = brought_to_read(index, of, number, read);
    if (by == none)
        return {};
    size_t before = sequence; // the read before it, or the call that made the socket
    const size_t last = sequence > far ? sequence - far : 0;
    while (before > last && before > end.created
           && !(events[before - 1].thread == read.thread && events[before - 1].fd == read.fd && calls::reads(events[before - 1])))
        --before;
    Phase phase;
    phase.thread = read.thread;
    phase.fd = read.fd;
    phase.begin = before > end.created && before > last ? events[before - 1].end : events[end.created].end;
    const bool asked = before > end.created && before > last && events[before - 1].error == EAGAIN; // in vain, and it came after that
    const bool late = kept_back(index, by, read) || (asked && events[by].end <= phase.begin);
    phase.latest = late ? begin_of(read) : std::min(events[by].end, begin_of(read));
    phase.earliest = std::max(std::min(begin_of(events[by]), phase.latest), phase.begin);
    phase.end = phase.latest;
    phase.known = late ? Known::unknown : Known::bracketed;
    phase.by = by;
    phase.kept_back = late;
    if (phase.latest <= phase.begin)
        return {};
    return phase;
}

} // namespace replay
