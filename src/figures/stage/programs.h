// SPDX-License-Identifier: MIT
// The stage of several programs: each with its own descriptor table, side by side, and which descriptor is the other's other end.
#pragma once

#include "figures/figure.h"

namespace figures {

// Those that run a listing and have begun, at most three: the one in front among them. The letter of each: its place.
std::vector<uint16_t> programs_side_by_side(const Scene &scene);
// "S", "A", "B", …: the first is the server.
QString letter_of(uint16_t program);

QSizeF programs_size(const Scene &scene);
Drawing draw_programs(const Scene &scene, QSizeF size);

} // namespace figures
