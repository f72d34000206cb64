// SPDX-License-Identifier: MIT
// Every asynchronous request of a recording over its whole life: asked for, seen to be complete, its result taken.
#pragma once

#include "replay/sockets/connections.h"

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace replay {

// Sequence numbers, `none` when that did not happen. All of it is hindsight: ask whether a number is below the number of
// events complete.
struct Asked {
    uint16_t table = 0; // the thread that owns the descriptor table
    int fd = -1;
    uint64_t number = 0;
    uint32_t asked = none;    // aio_read()
    uint32_t seen = none;     // the first event that tells that it is complete: aio_error(), a notification, aio_return(), the
                              // aio_suspend() that waited for nothing else
    uint32_t returned = none; // aio_return()
};

class Requests {
public:
    // Takes event `sequence` in, which must be the next; `table`: whose descriptors its thread uses.
    void take(const trace::Event &event, uint32_t sequence, uint16_t table);
    // Forgets what events from `first` on have told.
    void cut(uint32_t first);

    // The request that event `sequence`, an aio_return(), took the result of; nullptr: not recorded.
    const Asked *returned_by(uint32_t sequence) const;
    // The request that event `sequence` was the first to tell of that it is complete; nullptr: it told of none.
    const Asked *seen_by(uint32_t sequence) const;
    // The latest request on each descriptor when `complete` events were, ordered by table, then descriptor.
    std::vector<const Asked *> latest(uint32_t complete) const;
    // Until when, at least, a thread of the C library slept in its read from `from` to `to` ns, seen from outside; none: it was not seen.
    std::optional<int64_t> seen_asleep(const Asked &request, int64_t from, int64_t to) const;
    // The latest on `fd` of `table` when `complete` events were, and still outstanding: its result not taken. nullptr: none.
    const Asked *outstanding(uint16_t table, int fd, uint32_t complete) const;

private:
    struct Change {
        uint32_t sequence, request;
        uint32_t Asked::*what;
    };
    using Key = std::pair<uint16_t, int>;
    void set(uint32_t request, uint32_t Asked::*what, uint32_t sequence);
    // The request of `table` that is not known to be complete, if there is just one.
    std::optional<uint32_t> only_unseen(uint16_t table) const;
    const Asked *changed_by(uint32_t sequence, uint32_t Asked::*what) const;
    const Asked *before(const std::vector<uint32_t> &requests, uint32_t complete) const;

    std::vector<Asked> m_all; // in the order of asking
    std::vector<Change> m_changes; // in order
    std::unordered_map<uint64_t, uint32_t> m_numbered; // by table and number: the latest
    std::map<Key, std::vector<uint32_t>> m_on;         // by descriptor
    struct Sleep {
        int64_t begin, end; // of the look
        uint32_t sequence;
    };
    std::map<Key, std::vector<Sleep>> m_sleeps;        // by descriptor
    std::map<uint16_t, uint32_t> m_first_write;        // by descriptor table: its first aio_write()
};

} // namespace replay
