// SPDX-License-Identifier: MIT
// The names a listing uses: the same as the C library's, but recorded.
#pragma once

#include "posix/context.h"
#include "posix/traced.h"
#include "posix/traced_aio.h"
#include "posix/traced_epoll.h"
#include "posix/traced_signal.h"
#include "posix/traced_uring.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>

namespace servers {

using posix::holding_signals;
using posix::listening_on;
using posix::stopping;
using traced::accept;
using traced::aiocb;
using traced::aio_error;
using traced::aio_read;
using traced::aio_return;
using traced::aio_suspend;
using traced::bind;
using traced::close;
using traced::connect;
using traced::epoll_create1;
using traced::epoll_ctl;
using traced::epoll_wait;
using traced::fcntl;
using traced::FD_CLR;
using traced::FD_ISSET;
using traced::fd_set;
using traced::FD_SET;
using traced::FD_ZERO;
using traced::descriptor_of;
using traced::getsockname;
using traced::io_uring_cqe_seen;
using traced::io_uring_queue_exit;
using traced::io_uring_queue_init;
using traced::io_uring_sqe_set_data64;
using traced::io_uring_submit;
using traced::io_uring_submit_and_wait;
using traced::listen;
using traced::nanosleep;
using traced::number;
using traced::operation_of;
using traced::poll;
using traced::pollfds;
using traced::pthread_sigmask;
using traced::recv;
using traced::recvfrom;
using traced::select;
using traced::send;
using traced::sendto;
using traced::setsockopt;
using traced::shutdown;
using traced::sigaction;
using traced::socket;
using traced::table;
using traced::uring_label;

} // namespace servers
