// SPDX-License-Identifier: MIT
// What is said of a socket option of the lecture beside its row.
#pragma once

#include "bench/options.h"
#include "words/language.h"

namespace lessons {

// "tcp, udp": as iomodels options names kinds of socket.
QString kinds_of(const std::vector<bench::SocketKind> &kinds);

// Why `row` is not there, as `answer` of ask_option() tells; empty: it is.
QString why_missing(const words::Language &, const bench::OptionRow &row, const bench::OptionAnswer &answer);

} // namespace lessons
