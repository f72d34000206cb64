// SPDX-License-Identifier: MIT
// Why a signal was delivered: who sent it and, of a descriptor's signal, which calls of others made the descriptor send it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace replay {

// A call of another thread that made a descriptor send a signal.
struct SignalCause {
    enum What : uint8_t {
        connection, data, datagram, urgent,
        end_of_file, reset, // the other end closed its sending direction, or broke the connection
        shut_down,          // a thread of the program itself shut the listening socket down
    } what = data;
    size_t event = 0; // its sequence number
    bool operator==(const SignalCause &) const = default;
};

// What the signal itself tells (its number and si_code) is measured; `causes` are inferred: the kernel does not tell whose call it was.
struct SignalCauses {
    enum Sender : uint8_t {
        descriptor, // the kernel, for a descriptor with O_ASYNC: SIGIO, or what F_SETSIG has chosen
        request,    // the C library: an asynchronous request is complete (SI_ASYNCIO)
        thread,     // a thread, by tgkill() or pthread_kill() (SI_TKILL)
        process,    // a process, by kill() (SI_USER)
        value,      // a process, with a value: sigqueue() (SI_QUEUE)
        timer,      // a timer that is over (SI_TIMER)
        kernel,     // the kernel, and it does not tell why: a key at the terminal, an alarm (SI_KERNEL)
        other,      // si_code says something else
    } sender = other;
    bool overflow = false; // plain SIGIO, though descriptors send queued ones: it stands for those there was no room for
    bool one_of = false;   // it is for one or more of `causes`, it cannot be told for which; else it stands for all of them
    bool taken = false;    // what they brought had been taken by the program before it came
    bool outside = false;  // another program, which is not in the recording, may be
    std::vector<SignalCause> causes; // in order of begin
    int pid = 0;           // of the process that sent it; 0: not told, or the kernel did
    bool own = false;      // that is the program's own process
    std::optional<bool> restarts; // SA_RESTART: a call that it interrupts is continued; none: sigaction() is not recorded
    std::optional<int64_t> held_since; // ns: when the thread blocked it, if it came when it was let in; INT64_MIN: not recorded
};

struct Index;
// Of the handler_begin `sequence`.
SignalCauses signal_causes(const Index &index, uint32_t sequence);

} // namespace replay
