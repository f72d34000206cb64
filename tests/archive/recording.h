// SPDX-License-Identifier: MIT
// A small recording with one of everything, and when two recordings say the same.
#pragma once

#include "trace/trace.h"

#include <QString>

#include <vector>

namespace recording {

// Numbers of the server's variables.
enum Variable : uint16_t { readfds, allset, rset, client_FD, maxfd, variables };

// A server (0), a client (1) and a control thread (2); every kind of call, a long-form select, calls in flight.
trace::Trace everything();

// `count` events of a select server at work: select, FD_ISSET, recv, send, round and round. More than a chunk is no problem.
trace::Trace busy(size_t count);

// An event of that call, without times.
trace::Event call(trace::Call call, int fd = -1, int64_t length = 0, uint32_t flags = 0, int result = 0, int error = 0);

// The same with two words.
trace::Event words(trace::Event event, uint64_t first, uint64_t second);

// What differs, for people; empty when `a` and `b` say the same. Words may stand in another order.
QString difference(const trace::Trace &a, const trace::Trace &b);

} // namespace recording
