// SPDX-License-Identifier: MIT
#pragma once

namespace calls {

// Ctrl-D, VEOF of a terminal (termios(3)): it ends a read(), and no byte of it is given.
inline constexpr char end_of_file_key = 4;

} // namespace calls
