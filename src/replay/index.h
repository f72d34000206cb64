// SPDX-License-Identifier: MIT
// What is worked out from a recording once, so that any instant of it is found quickly.
#pragma once

#include "replay/mechanisms/interests.h"
#include "replay/mechanisms/requests.h"
#include "replay/mechanisms/rings.h"
#include "replay/mechanisms/signal_history.h"
#include "replay/moments.h"
#include "replay/phases/track.h"
#include "replay/sockets/connections.h"

#include <span>

namespace replay {

struct Index {
    explicit Index(const trace::Trace &trace);

    // The trace has changed from event `first` on.
    void extend(size_t first);

    // The thread whose descriptor table `thread` uses.
    uint16_t table(uint16_t thread) const { return tables[thread]; }
    // The threads that use the descriptors of thread `table`.
    std::span<const uint16_t> users(uint16_t table) const;
    // The calls of `thread` in flight at the end of the recording, in order of begin.
    std::span<const trace::Event *const> in_flight(uint16_t thread) const;
    // How many events had ended by `time` ns.
    size_t complete_at(int64_t time) const;
    const trace::Event &event(uint32_t sequence) const { return trace.events()[sequence]; }
    // The socket that a call, or an entry of io_uring or its completion, is about: event `sequence`, or in flight (`none`).
    // What its descriptor named when it began, an operation when it was asked for.
    uint32_t meant(const trace::Event &call, uint32_t sequence) const { return connections.socket(file(call, sequence)); }

    const trace::Trace &trace;
    DescriptorTables descriptors;
    Connections connections;
    Requests requests;
    Interests interests;
    Rings rings;
    SignalHistory signals;
    std::vector<Track> tracks; // as Trace::threads
    Moments moments;
    std::vector<uint16_t> tables;
    std::vector<uint16_t> by_table; // threads, by the table that they use
    std::vector<const trace::Event *> flying; // by thread, then begin
    std::vector<trace::Event> polling;        // those of them that are failing polls, without an end
    size_t taken = 0;   // events
    int64_t origin = 0; // ns, before everything

private:
    bool find_tables();
    void take_in_flight();
    uint32_t take_descriptors(uint32_t first);
    void take_events(size_t first, bool anew);
    uint32_t take(size_t sequence);
    void observe(const trace::Event &event, uint32_t sequence);
    uint32_t entered_before(uint32_t sequence) const;
    uint32_t file(const trace::Event &call, uint32_t sequence) const;
    uint32_t keep(uint32_t sequence);
    void take_operations_in_flight();
};

} // namespace replay
