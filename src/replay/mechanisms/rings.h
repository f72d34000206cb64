// SPDX-License-Identifier: MIT
// io_uring's operations over the whole recording: which were queued, handed in and completed when.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace replay {

class Rings {
public:
    // Takes event `sequence` in, which must come after all before; `table` is the thread whose descriptors it uses, `file` what the
    // descriptor of an entry means, in DescriptorTables.
    void take(uint32_t sequence, const trace::Event &event, uint16_t table, uint32_t file);
    // Forgets what events from `first` on have told.
    void cut(uint32_t first);

    // The setup of the ring of `table` open when `complete` events were; none: it has none. The last one, of several.
    std::optional<uint32_t> setup(uint16_t table, uint32_t complete) const;
    // Operations queued and not seen to be complete when `complete` events were, in the order of queueing.
    struct Pending {
        uint32_t queued = 0;             // the event that wrote the entry
        std::optional<uint32_t> entered; // the io_uring_enter() that handed it in, if that was complete by then
    };
    std::vector<Pending> pending(uint16_t table, uint32_t complete) const;
    // The event that wrote the entry whose `completion` was seen by event `sequence`; none: it is not recorded.
    std::optional<uint32_t> queued(uint16_t table, const trace::Event &completion, uint32_t sequence) const;
    // The io_uring_enter(), one of the first `complete` events, that handed in the entry written by event `queued`.
    std::optional<uint32_t> entered(uint16_t table, uint32_t queued, uint32_t complete) const;
    // The completions seen, the entries queued, by events from `from` on and before `to`.
    std::span<const uint32_t> completions(uint16_t table, uint32_t from, uint32_t to) const;
    std::span<const uint32_t> entries(uint16_t table, uint32_t from, uint32_t to) const;
    // The next io_uring_enter() after event `sequence`, UINT32_MAX: none; the last one before it.
    uint32_t enter_after(uint16_t table, uint32_t sequence) const;
    std::optional<uint32_t> enter_before(uint16_t table, uint32_t sequence) const;

private:
    struct Change; // of one operation on one descriptor
    // Those queued and not seen complete before event `complete`, in the order of queueing. There are several when the descriptor's
    // number has been given away again meanwhile: a completion does not tell them apart, the oldest is taken for the one.
    static std::vector<uint32_t> outstanding(std::span<const Change> changes, uint32_t complete);
    struct Change {
        uint32_t sequence = 0;
        bool queued = false; // else seen complete
        uint32_t of = 0;     // queued: its file; complete: the event that queued it, UINT32_MAX if none did
    };
    struct Enter {
        uint32_t sequence = 0;
        uint64_t handed_in = 0; // entries, by this one and all before
    };
    struct Ring {
        std::vector<std::pair<uint32_t, bool>> setups; // sequence; open from here on, or closed; never empty
        std::vector<Enter> enters;
        std::vector<uint32_t> entries, completions;
        std::map<uint64_t, std::vector<Change>> operations; // by IORING_OP_* << 32 | descriptor
        int fd = -1; // of the last setup
    };
    std::map<uint16_t, Ring> m_rings; // by table
};

} // namespace replay
