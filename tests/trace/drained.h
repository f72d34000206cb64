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

inline Event asked(Call call, int fd, int64_t length = 0)
{
    Event event;
    event.call = call;
    event.fd = fd;
    event.length = length;
    return event;
}

struct Drained {
    std::vector<Event> complete, in_flight;
    std::vector<std::vector<uint64_t>> words;
    std::vector<uint32_t> places; // of `complete`
};

inline Drained drain(Recorder &recorder)
{
    Drained all;
    recorder.drain(
        [&](const Event &event, uint32_t place, const uint64_t *words, size_t count) {
            all.complete.push_back(event);
            all.places.push_back(place);
            all.words.emplace_back(words, words + count);
        },
        [&](const Event &event, uint32_t, const uint64_t *, size_t) { all.in_flight.push_back(event); });
    return all;
}

// One recv(), folded where it can be, as a traced call does it.
inline void poll_once(Recorder &recorder, int fd, int result, int error)
{
    const Event event = asked(Call::recv, fd, 100);
    if (recorder.repeats(event)) {
        if (recorder.poll_again(event, {.result = result, .error = error}))
            return;
        Event whole = event;
        whole.begin = whole.end = trace::now();
        whole.result = result;
        recorder.write(whole);
    } else {
        recorder.close(recorder.open(event), {.result = result, .error = error});
    }
}

} // namespace drained
