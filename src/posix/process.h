// SPDX-License-Identifier: MIT
#pragma once

namespace posix {

// What the whole process needs, once, in main() before there is a second thread: SIGIO and the real-time signals are blocked, since their
// default action ends the process (signal(7)); a broken connection is an errno and no SIGPIPE, a file at its limit one and no SIGXFSZ;
// there may be more descriptors than FD_SETSIZE, if the system allows it, so that select()'s own limit can be met, and files as large as
// it allows (getrlimit(2), the soft limits). Descriptors 0, 1 and 2 are taken, if need be by what cannot be read or written. The C library's allocator has nothing to look up later, in a thread that is recorded.
void prepare_process() noexcept;

} // namespace posix
