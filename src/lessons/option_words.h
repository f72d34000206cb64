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

// What came of setting it: "doubled", an error and its meaning, or why it is missing.
QString made_of(const words::Language &, const bench::OptionRow &row, const bench::OptionAnswer &answer);

// A value as its structure says: "1", "{0, 5}", an address, else its first bytes; "–": there is none.
QString value_text(const bench::OptionRow &row, const std::optional<bench::Bytes> &value);

} // namespace lessons
