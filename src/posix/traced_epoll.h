// SPDX-License-Identifier: MIT
// epoll(7), recorded: the same names and arguments as the C library's.
#pragma once

#include "trace/place.h"

#include <sys/epoll.h>

namespace traced {

// See section 2 of the manual. What an event is about is told apart by its data.fd: the program must put the descriptor there.
struct EpollCreate1 { int operator()(int flags, trace::Here = std::source_location::current()) const; };
struct EpollCtl { int operator()(int epfd, int operation, int fd, epoll_event *event, trace::Here = std::source_location::current()) const; };
// At most trace::most_epoll_events are recorded of one answer.
struct EpollWait { int operator()(int epfd, epoll_event *events, int maxevents, int timeout, trace::Here = std::source_location::current()) const; };

inline constexpr EpollCreate1 epoll_create1{};
inline constexpr EpollCtl epoll_ctl{};
inline constexpr EpollWait epoll_wait{};

} // namespace traced

namespace servers { // whose listings say them by their bare names

using traced::epoll_create1;
using traced::epoll_ctl;
using traced::epoll_wait;

} // namespace servers
