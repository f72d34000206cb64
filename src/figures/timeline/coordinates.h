// SPDX-License-Identifier: MIT
// From times and slots to pixels and back, and where the ruler's marks stand.
#pragma once

#include "figures/figure.h"

namespace figures {

// A mark of the ruler: `value` as in Range, `decimals` of them worth writing in `unit` ns (1 on the axis of events).
struct Ruler {
    double first = 0;  // the first mark at or after Range::from
    double step = 0;   // between two marks, 1, 2 or 5 times a power of ten; 0: there is no room for any
    double unit = 1;   // ns: 1, 1e3, 1e6 or 1e9
    int decimals = 0;
};
// Marks at least `apart` px from each other on `width` px. On the axis of time they are counted from `zero` ns.
Ruler ruler(const Range &range, double width, double apart, double zero);

// The slot in which something at `time` ns happens on the axis of events: how many events are complete by then. `near`
// is a sequence number to search from; the answer is found in steps that double.
size_t slot_at(const trace::Trace &trace, int64_t time, size_t near);
// When slot `slot` begins, ns: the end of the event before it.
int64_t slot_begins(const trace::Trace &trace, double slot);

// The time at each column's left edge, in ns and not descending, and one more: where the last column ends.
std::vector<int64_t> column_times(const trace::Trace &trace, const Range &range, int columns);
// The column that `time` falls into; -1 before the first, `columns` after the last.
int column_of(const std::vector<int64_t> &times, int64_t time);

// The first index at or after `from` whose value is above `limit`, found from `guess` in steps that double: cheap when
// it is near. The values do not descend.
size_t first_above(const std::vector<int64_t> &values, size_t from, int64_t limit, size_t guess);

// A time of double precision as a whole number of ns, kept in the range of its type.
int64_t whole_ns(double ns);

} // namespace figures
