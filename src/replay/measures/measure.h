// SPDX-License-Identifier: MIT
// The figures by which whole runs are compared (UNP 6.6), and the messages some of them come from.
#pragma once

#include "replay/replay.h"

#include <array>

namespace replay {

// What one send() of a client took, until the server had all of it. The numbers are those of events.
struct Message {
    size_t sent = 0;
    std::optional<size_t> taken; // the server's call that copied the last byte; none: it never did
    uint16_t client = 0, server = 0; // threads
    int64_t bytes = 0;
    // When its last byte arrived in the kernel: between the begin and the end of that send(), later if TCP may have kept it back,
    // and before it was taken; ns.
    int64_t earliest = 0, latest = 0;
    int64_t in_hand = 0; // ns, when the server had it
    std::optional<int64_t> planned; // ns, when the client was to send it; none: it was not told
};

// All messages of clients of this recording to its servers, in the order of their send(). A UDP server of which it is not
// known which send() brought each datagram has none here.
std::vector<Message> messages(const Replay &replay);

// The lines typed at the keyboards of its programs, which read them from descriptor 0; none was planned.
std::vector<Message> typed_lines(const Replay &replay);

enum class Measure : uint8_t {
    system_calls, failed_polls, // of the servers' recorded threads, folded ones counted one by one
    cpu,                        // ns, of the same
    voluntary, involuntary,     // context switches
    longest_blocked,            // ns, in one call
    // ns from arrival to data in hand, the middle and the worst message: at least, were it to arrive when the client's
    // send() returns, and at most, were it to arrive when send() begins
    median_least, median, worst_least, worst,
    // ns from the moment the message was planned for to data in hand: with what the client was late. Not when one message
    // was not planned
    planned_median, planned_worst,
    threads,                    // the servers' own, and the C library's: those recorded, and those seen
    descriptors,                // the most open at once, 0, 1 and 2 left out
    count_
};
inline constexpr size_t measures = size_t(Measure::count_);
// True for those in ns, false for counts.
constexpr bool is_time(Measure measure)
{
    return measure == Measure::cpu || (measure >= Measure::longest_blocked && measure <= Measure::planned_worst);
}
// A name that stays: for files. "longest_blocked"; times end in "_ns".
std::string_view name(Measure measure);

// One run, measured from the server's first call to its last. What the recording does not tell has no value.
struct Measured {
    std::array<std::optional<int64_t>, measures> values;
    size_t messages = 0, taken = 0; // sent by clients, or typed, and of those had by the server
    size_t helpers = 0;             // threads of the C library that were only seen: what they do is in no other figure
    size_t notifications = 0;       // threads that the C library started to tell of a completion: they are in every figure
    bool out_of_descriptors = false; // an accept() found none left: who came then had to wait
    uint64_t dropped = 0;           // events that are missing: counts are too low then
    std::optional<int64_t> of(Measure measure) const { return values[size_t(measure)]; }
    bool operator==(const Measured &) const = default;
};
Measured measured(const Replay &replay);

// One figure over several runs, the values in order; a median of an even number is the lower of the two in the middle.
struct Spread {
    std::vector<int64_t> values;
    bool empty() const { return values.empty(); }
    int64_t least() const { return values.front(); }
    int64_t median() const { return values[(values.size() - 1) / 2]; }
    int64_t most() const { return values.back(); }
};
// Whether the messages of one of them were planned for a moment.
bool planned(std::span<const Measured> runs);
// Runs that do not tell are left out.
Spread spread(std::span<const Measured> runs, Measure measure);

} // namespace replay
