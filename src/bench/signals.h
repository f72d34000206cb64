// SPDX-License-Identifier: MIT
// What signals do to the bench.
#pragma once

namespace bench {

// The signals that may come to the calling thread have the handler of posix/traced_signal.h from now on, and none of the thread's own:
// without one that counts they do nothing here, where they would end a program. Not recorded.
void take_signals();

} // namespace bench
