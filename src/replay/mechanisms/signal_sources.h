// SPDX-License-Identifier: MIT
// The calls that make the kernel send signals for a descriptor, as measured on Linux 6.18.
#pragma once

#include "replay/index.h"
#include "replay/mechanisms/signal_causes.h"

#include <vector>

namespace replay {

// A descriptor that sends signals: one socket, from the fcntl() that switched O_ASYNC on.
struct SignalSender {
    uint32_t end; // the socket, in Connections
    int signal;   // SIGIO, or what F_SETSIG has chosen
    int64_t on, sure, off; // ns: none before `on`, all after `sure`, none after `off`
};
// Those that `fd` of `table` was from `from` to `to` ns, in order.
std::vector<SignalSender> signal_senders(const Index &index, uint16_t table, int fd, int64_t from, int64_t to);

// One call that makes a descriptor send `least` to `most` signals, from its begin to its end or, where what it sent may have
// arrived later, until `latest`: when the window was full, or a small one had to wait for an acknowledgement (Nagle).
struct SignalSource {
    SignalCause::What what;
    uint32_t by;                // the event
    int64_t begin, end, latest; // ns
    uint32_t least, most;
};
inline constexpr uint32_t many_signals = 1 << 16;

// Those for signals of si_code `code` (SI_KERNEL: of any) of `sender` that are begun by `to` ns and have not all come
// before `from`, in order of begin.
std::vector<SignalSource> signal_sources(const Index &index, const SignalSender &sender, int code, int64_t from, int64_t to);
// True if a program that is not in the recording may have made `sender` send signals by event `complete`.
bool signals_from_outside(const Index &index, const SignalSender &sender, uint32_t complete);

} // namespace replay
