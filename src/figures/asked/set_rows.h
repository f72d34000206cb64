// SPDX-License-Identifier: MIT
// Which rows of bits there are to draw at an instant, and what the step shown has done to them.
#pragma once

#include "figures/figure.h"

namespace figures {

inline constexpr int set_size = calls::descriptors_in_a_set; // FD_SETSIZE
using Bits = replay::DescriptorSet;

// One row: a set of the program, or a set as select() was asked about it, or as it answered.
struct SetRow {
    enum Kind : uint8_t { kept, asked, answered } kind = kept;
    QString name;
    Bits bits;
    Bits other;           // asked: what was answered; answered: what was asked
    bool pending = false; // asked: there is no answer yet
    bool passed = false;  // kept: select() overwrites this one
    Bits changed;         // by the step shown
    bool all_changed = false;
    int tested = -1;        // by FD_ISSET, the step shown
    int limit = set_size;   // bits from here on mean nothing

    QString id() const;                                   // "readfds out": the middle of its shapes' ids
    QString direction(const words::Language &) const;     // beside the name; empty for a set of the program
    QString meaning(const words::Language &) const;       // at the end of the row
};

// The rows of the server: its own sets, then for each set of the last select() what was asked and what was answered.
std::vector<SetRow> set_rows(const Scene &scene);
// The highest bit that is on, or -1.
int highest(const Bits &bits);
// The variable maxfd of the program in front; nullptr: it has none.
const replay::Number *maxfd_of(const Scene &scene);
// maxfd + 1 as the program has it, or else as it was passed last; 0 when neither is known. It may lie outside a set.
int64_t first_beyond(const Scene &scene);

} // namespace figures
