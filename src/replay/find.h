// SPDX-License-Identifier: MIT
// Which events of a recording are looked for: by thread, call, descriptor, errno, data. Cheap enough to ask it of millions.
#pragma once

#include "trace/trace.h"

#include <array>
#include <optional>
#include <set>
#include <string>

namespace replay {

struct Wanted {
    std::optional<uint16_t> thread;           // index into Trace::threads
    trace::Call call = trace::Call::count_;   // count_: any
    std::optional<int> fd;                    // that a call is about, gives, asks about or finds ready
    enum Outcome : uint8_t { any, failed, with_error } outcome = any;
    int error = 0;                            // with_error: that errno
    std::string data;                         // bytes among the first of those that it moved; empty: any
    bool operator==(const Wanted &) const = default;
};

// What is worth a line in a list of what happened: a call, a step in user space, not what was seen from outside.
bool is_told(const trace::Event &event) noexcept;
// Of these one that fulfils all that is wanted.
bool is_wanted(const trace::Trace &trace, const trace::Event &event, const Wanted &wanted);
// Whether the event is about the descriptor.
bool is_about(const trace::Trace &trace, const trace::Event &event, int fd);

// What there is to choose from, gathered event by event.
struct Seen {
    std::set<int> descriptors, errors;
    std::array<bool, size_t(trace::Call::count_)> calls{};
    void add(const trace::Event &event);
};

} // namespace replay
