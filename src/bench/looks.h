// SPDX-License-Identifier: MIT
// Calls with which the bench looks at what a statement made: recorded as any, with no line, since no statement made them.
#pragma once

#include "posix/traced.h"

namespace bench {

// connect(2); when it has connected, getsockname(2) tells its own port.
int connect_and_look(int fd, const sockaddr *address, socklen_t size, traced::Here here);
// accept(2) or, with `flags`, accept4(2) that is not to tell who it was: getpeername(2) does, and the recording of the call has it.
int accept_and_look(int fd, const int *flags, traced::Here here);

// fcntl(2); after F_SETFL, F_GETFL tells what the kernel has made of it.
int fcntl_and_look(int fd, int command, int argument, traced::Here here);

// listen(2); getsockname(2) tells the run's clients where, if it has such.
int listen_and_look(int fd, int backlog, traced::Here here);

} // namespace bench
