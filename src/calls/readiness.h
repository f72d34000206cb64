// SPDX-License-Identifier: MIT
// Which descriptors a call that waits for many (select, poll, epoll_wait) asks about, and which it has found: however it is told.
#pragma once

#include "calls/schema.h"
#include "trace/trace.h"

#include <vector>

namespace calls {

// How a call that waits for many is told which: by three sets, by an array of them, by a list that the kernel keeps.
enum class Asking : uint8_t { nothing, sets, array, list };
Asking asking(const Event &event);

// What a call that waits for many is asked about a descriptor, or has found there: that it can be read, can be written (there is
// room in its send buffer), that something exceptional has come (urgent data).
struct Sides {
    bool reading = false, writing = false, exceptional = false;
    bool any() const { return reading || writing || exceptional; }
    Sides operator|(Sides more) const { return {reading || more.reading, writing || more.writing, exceptional || more.exceptional}; }
    Sides operator&(Sides only) const { return {reading && only.reading, writing && only.writing, exceptional && only.exceptional}; }
    bool operator==(const Sides &) const = default;
};
struct Ready {
    int fd = -1;
    Sides sides;
    bool broken = false, hung_up = false, invalid = false; // POLLERR, POLLHUP, POLLNVAL: poll() and epoll tell
};
std::vector<Ready> asked_about(const trace::Trace &trace, const Event &event); // not epoll's: replay knows its list
std::vector<Ready> found(const trace::Trace &trace, const Event &event);
Ready found_on(const trace::Trace &trace, const Event &event, int fd); // of that descriptor only
// By sets: the variable that was passed as set `which`, 0 to 2; select_flags::none: NULL was.
uint16_t variable_passed(const Event &event, int which);
// Of POLL* or EPOLL* bits, as found.
Ready ready_of(int fd, uint32_t events);

} // namespace calls
