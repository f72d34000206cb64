// SPDX-License-Identifier: MIT
// What a test asks of a recorder: events to write, and all that it hands over.
#pragma once

#include "trace/clock.h"
#include "trace/recorder.h"

#include <vector>

namespace drained {

using trace::Call;
using trace::Event;
using trace::Recorder;
using trace::Ring;
using trace::Slot;

inline Slot asked(Call call, int fd, int64_t length = 0)
{
    Slot slot;
    slot.call = call;
    slot.fd = fd;
    slot.length = length;
    return slot;
}

struct Drained {
    std::vector<Event> complete, in_flight;
    std::vector<std::vector<uint64_t>> words;
    std::vector<uint32_t> places; // of `complete`
};

inline Drained drain(Ring &ring)
{
    Drained all;
    ring.drain(
        [&](const Event &event, uint32_t place, const uint64_t *words, size_t count) {
            all.complete.push_back(event);
            all.places.push_back(place);
            all.words.emplace_back(words, words + count);
        },
        [&](const Event &event, uint32_t, const uint64_t *, size_t) { all.in_flight.push_back(event); });
    return all;
}
inline Drained drain(Recorder &recorder)
{
    return drain(recorder.ring());
}

// One call, folded where it can be, as a traced one does it.
inline void make(Recorder &recorder, Slot asked, const Recorder::Outcome &outcome, const uint64_t *words = nullptr, size_t count = 0)
{
    if (!recorder.repeats(asked, words, count))
        return recorder.close(recorder.open(asked, words, count), outcome);
    asked.begin = trace::now();
    recorder.close_repeated(asked, outcome, trace::now(), words, count);
}
inline void poll_once(Recorder &recorder, int fd, int result, int error)
{
    make(recorder, asked(Call::recv, fd, 100), {.result = result, .error = error});
}

} // namespace drained
