// SPDX-License-Identifier: MIT
// Between which two instants something arrived: within the call that brought it, if that is recorded and the kernel passed it on
// at once; not before the thread that waited was last seen asleep; not after its call returned.
#pragma once

#include "replay/phases/arrival.h"

namespace replay {

// What ended the wait of `call` was brought by event `by`. Untold when it was not on its way to the receiver within that event.
Arrival brought(const Index &index, uint32_t by, const trace::Event &call);
// What ended the wait of `call`, if it waited, is not recorded: it came by `latest` ns.
Arrival untold(const Index &index, const trace::Event &call, int64_t latest);

// True if TCP may have kept back what event `send` has sent, which `read` took or waits for, after it had returned: a small segment
// stays in the send buffer while an earlier one is not acknowledged (Nagle's algorithm; tcp(7), TCP_NODELAY).
bool kept_back(const Index &index, uint32_t send, const trace::Event &read);

} // namespace replay
