// SPDX-License-Identifier: MIT
// Which of many numbered things are shown when there is no room for all.
#pragma once

#include <span>
#include <vector>

namespace drawing {

inline constexpr int left_out = -1; // stands for one or more numbers

// Of the numbers 0 to total - 1, ascending, as many as `capacity` places have room for; where some are left out, one
// place holds `left_out`. Those in `wanted`, most wanted first, come before the others, which are taken from 0 up.
std::vector<int> excerpt(int total, int capacity, std::span<const int> wanted);

// At most `room` of the numbers 0 to total - 1, ascending: those in `wanted` first, then the lowest.
std::vector<int> some_of(int total, int room, std::span<const int> wanted);

} // namespace drawing
