// SPDX-License-Identifier: MIT
// The interest lists of epoll over the whole recording: which descriptors were in which list when, and what was asked.
#pragma once

#include "replay/descriptors/descriptor_tables.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace replay {

class Interests {
public:
    // Takes event `sequence` in, which must come after all before; `table` is the thread whose descriptors it uses.
    void take(uint32_t sequence, const trace::Event &event, uint16_t table);
    // The last reference to what `descriptor` named has gone by event `sequence`: epoll(7), questions 6: it leaves every list by
    // itself.
    void let_go(uint32_t sequence, const Descriptor &descriptor, uint32_t closed);
    // Forgets what events from `first` on have told.
    void cut(uint32_t first);

    struct Entry {
        int fd = -1;
        uint32_t events = 0;   // EPOLLIN, EPOLLET, …
        uint32_t changed = 0;  // the epoll_ctl() that put it there or changed it last
    };
    // The list of epoll descriptor `epfd` of `table` when `complete` events were, by descriptor.
    std::vector<Entry> list(uint16_t table, int epfd, uint32_t complete) const;
    // The epoll descriptors of `table` open then, ascending.
    std::vector<int> open(uint16_t table, uint32_t complete) const;

private:
    struct Change {
        uint32_t sequence = 0;
        uint32_t events = 0;
        bool there = false; // in the list from here on
    };
    struct List {
        std::vector<Change> life; // there: the epoll descriptor is open
        std::map<int, std::vector<Change>> entries;
    };
    using Key = std::pair<uint16_t, int>; // table, epoll descriptor
    static const Change *at(const std::vector<Change> &changes, uint32_t complete);

    std::map<Key, List> m_lists;
};

} // namespace replay
