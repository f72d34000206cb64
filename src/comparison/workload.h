// SPDX-License-Identifier: MIT
// The same work for every model: what the clients do, how often, and when.
#pragma once

#include "lab/run.h"

#include <functional>

namespace comparison {

// Every client connects, then all begin at one instant: each sends its messages and receives as many bytes back, then closes
// its end. It waits for nobody else, so that also a server that serves one client after the other comes to an end. The moment
// for which each message is planned is in the recording.
struct Workload {
    int clients = 1;
    int64_t bytes = 64; // of a message
    int messages = 10;  // of each client
    enum Arrivals : uint8_t {
        paced,  // each client sends a message every `pace`, once it has the answer to the one before; clients take turns
        bursty, // each sends all of them at once and only then reads the answers
    } arrivals = paced;
    std::chrono::microseconds pace{4000};
    int repeats = 5; // rounds: in each, every model runs once
    bool operator==(const Workload &) const = default;
};

// Of a program with a keyboard and a socket the same client sends as above, but for the answers; meanwhile one line is typed for each
// `messages_a_line` of them, as long as a message, half a pace after the last of these; then Ctrl-D. The client takes all lines, and goes.
inline constexpr int messages_a_line = 3;
inline constexpr int64_t longest_line = 1000; // bytes: the programs' buffer
inline int lines_typed(const Workload &workload) { return workload.messages / messages_a_line; }

// What bounds a Workload.
inline constexpr int most_clients = 1000, most_messages = 1000, most_repeats = 100;
inline constexpr int64_t most_bytes = 1 << 20; // a message
inline constexpr int64_t most_in_all = 100'000; // messages of a run
inline constexpr std::chrono::microseconds shortest_pace{100}, longest_pace{10'000'000};
inline constexpr int64_t most_in_datagram = 4096; // bytes: the servers' buffer, what does not fit into it is lost
// In a burst a client does not read before it has sent everything. Were that more than the kernel's buffers hold in both
// directions, client and server would wait for each other forever.
inline constexpr int64_t most_in_burst = 1 << 20; // bytes of a client

// What is wrong with it; `datagrams`: messages are datagrams, too.
enum class Misfit : uint8_t { none, clients, bytes, messages, repeats, pace, in_all, in_burst, in_datagram, mixed, one_client, in_line };
Misfit misfit(const Workload &workload, bool datagrams = false);

// Why a run was not finished.
struct Failure {
    enum Kind : uint8_t {
        lacking,   // this system lacks what the model needs: errno
        refused,   // `call` failed with errno: the server's, or of client `client`
        stuck,     // within `patience` client `client` has received only `received` bytes of `expected`
        cancelled,
    } kind = cancelled;
    std::string call;
    int error = 0, client = 0;
    int64_t received = 0, expected = 0;
};

// Lets the clients of a run that has begun do it; returns once they are done.
std::optional<Failure> play(lab::Run &run, const Workload &workload, std::chrono::milliseconds patience,
                            const std::function<bool()> &cancelled);
// The same of a program with a keyboard and a socket.
std::optional<Failure> play_two_inputs(lab::Run &run, const Workload &workload, std::chrono::milliseconds patience,
                                       const std::function<bool()> &cancelled);

} // namespace comparison
