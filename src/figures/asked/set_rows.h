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
    int limit = set_size;    // the kernel does not look at bits from here on
    int recorded = set_size; // of bits from here on the recording does not tell: select() moves no more words than nfds needs
    bool failed = false;     // asked: select() failed, which leaves the sets as they were

    QString id() const;                                   // "readfds out": the middle of its shapes' ids
    QString direction(const words::Language &) const;     // beside the name; empty for a set of the program
    QString meaning(const words::Language &) const;       // at the end of the row
};

// The rows of the server: its own sets, then for each set of the last select() what was asked, and what was answered unless it failed.
std::vector<SetRow> set_rows(const Scene &scene);
// The highest bit that is on, or -1.
int highest(const Bits &bits);
// The first bit that is not looked at: as it was passed to the last select(), or, once maxfd is another, maxfd + 1.
struct Bound {
    int64_t first = 0;     // 0: not known, or asked; it may lie outside a set
    bool of_maxfd = false; // it is maxfd + 1
};
Bound bound_of(const Scene &scene);

} // namespace figures
