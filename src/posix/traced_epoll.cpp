// SPDX-License-Identifier: MIT
#include "posix/traced_epoll.h"

#include "posix/recorded.h"
#include "trace/payload.h"

namespace traced {

int EpollCreate1::operator()(int flags, Here here) const
{
    Recorded call(slot_of(Call::epoll_create1, here, -1, 0, uint32_t(flags)));
    const int epfd = ::epoll_create1(flags);
    call.gave_descriptor(epfd);
    call.end(epfd);
    return epfd;
}

int EpollCtl::operator()(int epfd, int operation, int fd, epoll_event *event, Here here) const
{
    const uint64_t words[2] = {event ? event->events : 0, 0};
    Recorded call(slot_of(Call::epoll_ctl, here, epfd, fd, uint32_t(operation)));
    const int result = ::epoll_ctl(epfd, operation, fd, event);
    call.end(result, {.words = words, .count = 2});
    return result;
}

int EpollWait::operator()(int epfd, epoll_event *events, int maxevents, int timeout, Here here) const
{
    uint64_t words[trace::most_epoll_events];
    const int most = std::clamp(maxevents, 0, trace::most_epoll_events);
    Slot asked = slot_of(Call::epoll_wait, here, epfd, timeout < 0 ? -1 : timeout * int64_t(1'000'000),
                              uint32_t(most) | trace::payload_elsewhere);
    Recorded call(asked, nullptr, size_t(most));
    const int ready = ::epoll_wait(epfd, events, maxevents, timeout);
    const size_t count = size_t(std::clamp(ready, 0, most));
    trace::payload::put_epoll_events(words, events, count);
    call.end(ready, {.words = words, .count = count});
    return ready;
}

} // namespace traced
