// SPDX-License-Identifier: MIT
// The lecture's socket options as a figure shows them.
#pragma once

#include "bench/options.h"
#include "figures/options.h"

namespace cli {

// Asks the kernel, on a fresh socket for each row: a tenth of a second.
figures::OptionsScene options_scene(const words::Language &language, bench::SocketKind kind = bench::SocketKind::tcp);

} // namespace cli
