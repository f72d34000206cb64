// SPDX-License-Identifier: MIT
// The steps of a page: the moments that the program stops at, all of them or those near what is said and asked.
#pragma once

#include "replay/replay.h"

#include <vector>

namespace page {

// All moments of the recording; with `to` above 0 those of steps `from` to `to`, both inclusive.
std::vector<replay::Instant> moments_of(const replay::Replay &replay, size_t from, size_t to);

// The index of the last of `moments` that is not after `instant`; 0 when all are.
size_t index_at(const std::vector<replay::Instant> &moments, replay::Instant instant);

// `most` of the moments at most: as many around each of `anchors` as there is room for, the first and the last.
std::vector<replay::Instant> around(const std::vector<replay::Instant> &moments, const std::vector<replay::Instant> &anchors, size_t most);

} // namespace page
