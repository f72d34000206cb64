// SPDX-License-Identifier: MIT
// Something that one call brought to another's socket. That is decided in one place, and told by phases, marks and sentences alike.
#pragma once

#include "replay/world.h"

#include <cstddef>
#include <optional>

namespace replay {

struct Delivery {
    enum What : uint8_t {
        data, datagram, urgent, connection,
        end_of_file, reset, either, // either: one of the two, the recording cannot tell which
    } what = data;
    size_t by = 0;               // the event that brought it
    int thread = -1, fd = -1;    // to which descriptor; -1: outside the program
    int64_t bytes = 0;
    std::optional<size_t> taken; // the event that took it, or the last of its bytes
    // Between which two instants it came, ns. Known `unknown`: after event `by` had returned, perhaps.
    Known known = Known::bracketed;
    int64_t earliest = 0, latest = 0;
    bool passed_on = true;       // else TCP may have kept it back when event `by` returned: when it came no call tells
};

} // namespace replay
