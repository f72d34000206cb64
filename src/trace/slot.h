// SPDX-License-Identifier: MIT
// An event while it is its thread's: in a ring, from before the call to after it, until the reader makes an Event of it.
#pragma once

#include "trace/event.h"

namespace trace {

// One cache line. As Event, but where it stands is a name's address and no index, the thread is the ring's, and the times tell how far it is.
struct Slot {
    int64_t begin = 0; // ns; 0: nothing is here yet
    int64_t end = 0;   // ns; 0: in flight; below 0: the last of equal ones ended at -end, and a further one may be counted, see folding.h
    int64_t length = 0;
    uint64_t words[2] = {0, 0}; // of a payload elsewhere: {0, number of words}, in the slots behind this one
    int32_t result = 0;
    int32_t fd = -1;
    uint32_t count = 1;
    uint32_t flags = 0;
    uint32_t place = 0; // of its file's name, see place.h
    uint16_t line = 0;
    Call call = Call::count_;
    uint8_t error = 0;
};
static_assert(sizeof(Slot) == 64);

} // namespace trace
