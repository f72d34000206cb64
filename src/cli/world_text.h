// SPDX-License-Identifier: MIT
// The World at one instant as a person reads it.
#pragma once

#include "cli/terminal.h"
#include "replay/replay.h"

namespace cli {

// Prints it: the step and what it means, threads, sockets, sets, what poll(), epoll, io_uring and aio are at,
// client_FD[], maxfd, phases.
void print_world(Terminal &terminal, const replay::Replay &replay, replay::Instant instant);

} // namespace cli
