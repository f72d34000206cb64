// SPDX-License-Identifier: MIT
// Signals over a whole recording: those delivered, what each thread held back, and which descriptors were to send some.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace replay {

// All of it is hindsight, in sequence numbers: ask whether a number is below the number of events complete.
class SignalHistory {
public:
    explicit SignalHistory(const trace::Trace &trace) : m_trace(trace) {}

    // Takes event `sequence` in, which must be the next; `table` is the thread whose descriptors the event's thread uses.
    void take(uint32_t sequence, uint16_t table);
    // Forgets what events from `first` on have told.
    void cut(uint32_t first);

    // The handlers of `signal` that `thread` has entered, in order.
    std::span<const uint32_t> delivered(uint16_t thread, int signal) const;
    // How many handlers `thread` was in when `complete` events were.
    int nested(uint16_t thread, uint32_t complete) const;
    // When the main flow of `thread` blocked `signal`, ns, if it is blocked at `time`; INT64_MIN: since before the recording.
    std::optional<int64_t> blocked_since(uint16_t thread, int signal, int64_t time) const;

    // The last sigaction() of `thread` for `signal` before event `complete`; the beginning of `thread`. UINT32_MAX: not recorded.
    uint32_t disposition(uint16_t thread, int signal, uint32_t complete) const;
    uint32_t beginning(uint16_t thread, uint32_t complete) const;
    // The fcntl() calls that said of `fd` of `table` whether it sends signals, and which, of whatever the descriptor stood for.
    std::span<const uint32_t> asked(uint16_t table, int fd) const;
    // The descriptors of `table` that they were about.
    std::vector<int> senders(uint16_t table) const;

private:
    using Key = std::pair<uint16_t, int>;
    struct Nesting {
        uint32_t sequence;
        int depth; // after it
    };
    const trace::Event &event(uint32_t sequence) const { return m_trace.events()[sequence]; }
    uint64_t blocked_before(uint32_t mask) const;
    uint64_t blocked_after(uint32_t mask) const;

    const trace::Trace &m_trace;
    std::map<Key, std::vector<uint32_t>> m_delivered;    // by thread and signal
    std::map<uint16_t, std::vector<Nesting>> m_nesting;  // by thread
    std::map<uint16_t, std::vector<uint32_t>> m_masks;   // the pthread_sigmask() calls, by thread
    std::map<Key, std::vector<uint32_t>> m_dispositions; // the sigaction() calls, by thread and signal
    std::map<uint16_t, std::vector<uint32_t>> m_begun;   // the thread_begin events, by thread
    std::map<Key, std::vector<uint32_t>> m_asked;        // by table and descriptor
};

} // namespace replay
