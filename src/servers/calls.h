// SPDX-License-Identifier: MIT
// The names a listing uses: the same as the C library's, but recorded; and what the run tells it.
#pragma once

#include "posix/context.h"
#include "posix/traced.h"
#include "posix/traced_aio.h"
#include "posix/traced_epoll.h"
#include "posix/traced_signal.h"
#include "posix/traced_terminal.h"
#include "posix/traced_thread.h"
#include "posix/traced_uring.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>

namespace servers {

using posix::holding_signals;
using posix::listening_on;
using posix::stopping;

} // namespace servers
