// SPDX-License-Identifier: MIT
// Who has what, over the whole recording: descriptor tables, the open file descriptions that descriptors name, and how long
// each lives.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace replay {

// No event, no end, no file. Sequence numbers and indices are 32 bits wide here: they are stored by the million.
inline constexpr uint32_t none = UINT32_MAX;

// A moment in the kernel that lies somewhere in between, ns, and the event that brought it about; INT64_MAX, `none`: it has
// not come.
struct Bracket {
    int64_t earliest = INT64_MAX, latest = INT64_MAX;
    uint32_t by = none;
};

// A descriptor from the event that made it to the one that closed it. Several may name one file, dup(2).
struct Descriptor {
    uint16_t table = 0; // the thread that owns the descriptor table
    int fd = -1;
    uint32_t file = none;
    uint32_t opened = none, closed = none;
};

// An open file description (open(2)): a connection, O_NONBLOCK are its own. Descriptors only name it, and a call that is under
// way keeps it, whatever is closed meanwhile.
struct OpenFile {
    uint32_t descriptor = none; // that names it; of several the first
    uint32_t names = 1;         // how many there were
    uint32_t closed = none;     // the event that closed the last of them
    uint32_t kept = none;       // the event by which the last call was over that had begun before its descriptor was closed
    bool in_use = false;        // such a call has not returned at the end of the recording
};

// What is asked is hindsight: ask whether a number is below the number of events complete.
class DescriptorTables {
public:
    explicit DescriptorTables(const trace::Trace &trace) : m_trace(trace) {}

    // --- taking events in

    // Takes event `sequence` in, which must be the next; `table`: whose descriptors its thread uses. Returns from which event
    // on it had been thought otherwise: it is a call that has kept what was closed meanwhile; else `none`.
    uint32_t take(uint32_t sequence, uint16_t table);
    // An operation on `fd`, asked for at `since` ns, was over between the end of event `last` and that of `sequence`, which
    // tells: it has kept the file as a call does, if that was closed by event `last`. Returns likewise.
    uint32_t keep_for_operation(uint16_t table, int fd, int64_t since, uint32_t last, uint32_t sequence);
    // Forgets what events from `first` on have told, and what is in flight.
    void cut(uint32_t first);
    // What has not returned at the end of the recording: forget what was told before, then tell of each call, each operation.
    void forget_in_flight();
    void in_flight(const trace::Event &call, uint16_t table);
    void operation_in_flight(uint16_t table, int fd, int64_t since);

    // --- looking

    // The descriptor that named it first, and the event that closed the last that did; `none`.
    const Descriptor &descriptor(uint32_t file) const { return m_descriptors[m_files[file].descriptor]; }
    uint32_t closed(uint32_t file) const { return m_files[file].closed; }
    // Those that name it when `complete` events are, in the order of their making.
    std::vector<Descriptor> names(uint32_t file, uint32_t complete) const;
    int number(uint32_t file, uint32_t complete) const; // of the first of these; of those that have none the one it had first
    // What `fd` of `table` named at `time` ns: what a call that began then is about, even if it was closed, and the number
    // given away, before the call returned. `none`: nothing.
    uint32_t named(uint16_t table, int fd, int64_t time) const;
    // What it names when `complete` events are; `none`.
    uint32_t at(uint16_t table, int fd, uint32_t complete) const;
    // It named something before, and names nothing then.
    bool gone(uint16_t table, int fd, uint32_t complete) const;
    // The files that have a descriptor when `complete` events are, ordered by table, then descriptor; then those that have
    // none any more, but are kept by a call.
    std::vector<uint32_t> open_at(uint32_t complete) const;
    // The first file that event `sequence` made, `none`, a pipe's second end is the next; those whose last descriptors it has closed.
    uint32_t opened_by(uint32_t sequence) const;
    std::span<const uint32_t> closed_by(uint32_t sequence) const;
    // When the first of the files was closed that event `sequence`, over, has let go as the last; its own begin for others, ns.
    int64_t earliest_release(uint32_t sequence) const;

    // When the last reference to `file` went: its descriptor closed, no call under way that keeps it.
    Bracket released(uint32_t file) const;
    uint32_t released_by(uint32_t file) const;
    // Those whose last reference went by event `sequence`.
    std::vector<uint32_t> released_at(uint32_t sequence) const;
    // Its descriptor is closed, but a call that has not returned keeps it, or an operation that goes on.
    bool kept_by_a_call(uint32_t file, uint32_t complete) const;

private:
    struct Keeping {
        uint32_t sequence; // of the event that tells
        uint32_t file, before; // and what OpenFile::kept was
    };
    // From the closing of a kept file on.
    struct Span {
        uint32_t closed, file;
        uint32_t latest; // the last event by which this one or one closed earlier was let go
    };
    void open(uint32_t sequence, uint16_t table, int fd, uint32_t file);
    void close(uint32_t sequence, uint32_t descriptor);
    bool keeps(const trace::Event &call, uint32_t file) const;
    uint32_t descriptor_named(uint16_t table, int fd, int64_t time) const; // an index into m_descriptors; `none`
    template <typename Use> void each_kept(const trace::Event &call, uint16_t table, Use use) const;
    uint32_t keep(uint32_t file, uint32_t sequence);
    void add_span(uint32_t file);
    const std::vector<uint32_t> *slot(uint16_t table, int fd) const;
    const trace::Event &event(uint32_t sequence) const { return m_trace.events()[sequence]; }

    const trace::Trace &m_trace;
    std::vector<OpenFile> m_files;         // in the order of their opening
    std::vector<Descriptor> m_descriptors; // likewise
    std::vector<std::map<int, std::vector<uint32_t>>> m_tables; // by owner and number: all descriptors there ever were
    std::vector<uint32_t> m_closings;               // descriptors, in the order of closing
    std::vector<uint32_t> m_closed;                 // files whose last one was closed, likewise
    std::vector<std::vector<uint32_t>> m_closed_in; // by table: likewise
    std::vector<Keeping> m_keepings;                // in order
    std::vector<Span> m_spans;                      // by `closed`
    std::vector<uint32_t> m_in_use;
};

} // namespace replay
