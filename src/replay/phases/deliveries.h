// SPDX-License-Identifier: MIT
// Who brought what to whom: what a call takes, finds, or is woken by came within another's, as far as that is recorded.
#pragma once

#include "calls/readiness.h"
#include "replay/phases/delivery.h"
#include "replay/index.h"

#include <span>

namespace replay {

// When what event `by` brought may have begun to come, ns: of a send by io_uring, when it was handed in; of a call that
// has kept a closed socket until its end, when that was closed.
int64_t earliest_of(const Index &index, uint32_t by);

// The events that brought these, as far as they had begun by the call's end; `none` when that is not recorded.
// What ended the wait of a read of the end `number`, as it turned out, or of a call that waits for many for it: whichever came first.
uint32_t brought_to_read(const Index &index, uint32_t number, uint32_t sequence, const trace::Event &call);
// The connection that an accept() has given, or one in flight would; or the shutdown() that woke it.
uint32_t brought_to_accept(const Index &index, uint32_t listening, uint32_t sequence, const trace::Event &call);
// What completes the receive or accept that a completion read, event `sequence`, or an entry queued, `none`, is about.
uint32_t brought_to_operation(const Index &index, const trace::Event &operation, uint32_t sequence);
// The data, or the end of file, of an asynchronous read, as far as that had begun by `time` ns.
uint32_t brought_to_request(const Index &index, const Asked &request, int64_t time);
// What a call that waits for many has found on `fd`, or waits for: the first of it; sets `outside` when something else may have
// come that is not recorded.
uint32_t brought_to_many(const Index &index, const trace::Event &call, uint32_t sequence, const calls::Ready &ready, bool &outside);

// What event `sequence` brought to others. A RST that its own data caused is told by endings().
std::vector<Delivery> brought_by(const Index &index, uint32_t sequence);
// What event `sequence`, a read or an accept(), has taken: of several the first. Nothing when that is not recorded.
std::optional<Delivery> taken_by(const Index &index, uint32_t sequence);

} // namespace replay
