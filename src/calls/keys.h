// SPDX-License-Identifier: MIT
#pragma once

namespace calls {

// Ctrl-D, VEOF of a terminal (termios(3)): it ends a read(), and no byte of it is given.
inline constexpr char end_of_file_key = 4;
// Ctrl-C, VINTR: the line discipline sends SIGINT to those in the terminal's foreground, and forgets what was typed and not read.
inline constexpr char interrupt_key = 3;

} // namespace calls
