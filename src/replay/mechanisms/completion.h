// SPDX-License-Identifier: MIT
// When the data of an asynchronous read arrived, and its two phases, which go on beside the program that asked.
#pragma once

#include "replay/phases/arrival.h"

namespace replay {

// What brought the data, or the end of file, of a request, as far as it had begun by `time` ns; no_wait with `by` none: nothing.
Arrival arrival_of(const Index &index, const Asked &request, int64_t time);

// The wait from aio_read() to the arrival, and from there copying and notifying until the completion was seen.
std::vector<Phase> phases_of(const Index &index, const Asked &request);

// World::requests and World::helpers, and the phases of those outstanding.
struct Fold;
void add_requests(World &world, const Index &index, const Fold &fold);

} // namespace replay
