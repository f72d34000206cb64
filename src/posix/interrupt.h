// SPDX-License-Identifier: MIT
// A signal that does nothing but interrupt: the call it comes into returns -1 with EINTR.
#pragma once

namespace posix {

// Installs the signal's handler, once for the process, and lets the calling thread receive it. The handler is there without
// SA_RESTART and only records that it was entered and left. sigaction(2), signal(7).
void accept_interrupts() noexcept;

// Sends the signal to thread `tid` of this process: tgkill(2). Returns 0, or the errno. A call that begins just afterwards is
// not interrupted.
int interrupt(int tid) noexcept;

} // namespace posix
