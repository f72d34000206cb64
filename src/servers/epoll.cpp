// SPDX-License-Identifier: MIT
// TCP echo server with epoll (epoll(7)): Linux only, and beyond the lecture. The kernel keeps the list of what we watch,
// the interest list; epoll_wait() gives back only those that are ready, so nothing has to be searched.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <climits>
#include <map>

namespace servers {

constexpr int MAX_EVENTS = 64; // told by one epoll_wait(); the others by the next

// What one client has sent and has not got back yet, because its send buffer was full.
struct Echo {
    char data[1024];
    ssize_t begin = 0, end = 0;
};

static bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

// Puts fd into the interest list, or changes what is asked about it.
static int watch(int epfd, int operation, int fd, uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.fd = fd; // epoll_wait() gives it back
    return epoll_ctl(epfd, operation, fd, &event);
}

// True while the client is there: false when it has closed its end or reset the connection.
static bool serve(int fd, Echo &echo, bool edge)
{
    do {
        if (echo.begin == echo.end) {
            // Phase 2: the data is in the kernel already, so this copies it and does not sleep.
            const ssize_t n = recv(fd, echo.data, sizeof echo.data, 0);
            if (n == -1 && errno == EINTR) // a signal's handler ran meanwhile: later, or at once if nobody tells us again
                continue;
            if (n == -1 && errno == EAGAIN) // all has been read
                return true;
            if (n <= 0)
                return false;
            echo.begin = 0;
            echo.end = n;
        }
        const ssize_t n = send(fd, echo.data + echo.begin, echo.end - echo.begin, MSG_NOSIGNAL);
        if (n == -1 && errno == EINTR)
            continue;
        if (n == -1)
            return errno == EAGAIN; // the send buffer is full
        echo.begin += n;
    } while (edge); // nobody tells us of the same bytes twice: go on until a call would have to wait
    return true;
}

Ending epoll_server(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    // Level: epoll_wait() tells of a descriptor as long as it is ready. Edge: once for each arrival.
    const uint32_t edge = settings.edge_triggered ? uint32_t(EPOLLET) : 0;
    const int epfd = epoll_create1(0);
    if (epfd == -1)
        ending = {"epoll_create1", errno};
    else if (!set_nonblocking(listenfd) || watch(epfd, EPOLL_CTL_ADD, listenfd, EPOLLIN | edge) == -1)
        ending = {"epoll_ctl", errno};

    std::map<int, Echo> clients; // by descriptor
    bool full = false;           // no descriptor left for another client
    // epoll_wait() takes milliseconds in an int: no more than 24 days. -1: wait forever
    const int timeout = settings.timeout ? int(std::min<int64_t>((settings.timeout->count() + 999) / 1000, INT_MAX)) : -1;
    epoll_event events[MAX_EVENTS];
    while (!ending.call && !stopping()) {
        // Phase 1 for all: sleeps until one of the interest list is ready.
        const int nready = epoll_wait(epfd, events, MAX_EVENTS, timeout);
        if (nready == -1 && errno != EINTR)
            ending = {"epoll_wait", errno};

        for (int i = 0; i < nready; ++i) {
            const int fd = events[i].data.fd;
            if (fd == listenfd) {
                int connfd; // with edge: until the queue is empty
                do {
                    sockaddr_in peer;
                    socklen_t size = sizeof peer;
                    connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
                    if (connfd == -1)
                        continue;
                    // accept() does not hand O_NONBLOCK down. Who is not in the interest list would wait for ever: refuse.
                    if (set_nonblocking(connfd) && watch(epfd, EPOLL_CTL_ADD, connfd, EPOLLIN | edge) != -1)
                        clients[connfd] = {};
                    else
                        close(connfd);
                } while (edge && (connfd != -1 || errno == ECONNABORTED || errno == EINTR));
                if (connfd == -1 && (errno == EMFILE || errno == ENFILE) && !clients.empty()) {
                    full = true; // until one of them leaves: epoll_wait() would tell of it again and again
                    epoll_ctl(epfd, EPOLL_CTL_DEL, listenfd, nullptr);
                } else if (connfd == -1 && errno != EAGAIN && errno != ECONNABORTED && errno != EINTR) {
                    ending = {"accept", errno};
                }
                continue;
            }

            Echo &echo = clients[fd];
            const bool was_full = echo.begin != echo.end;
            bool there = serve(fd, echo, edge);
            const bool is_full = echo.begin != echo.end; // then ask for room in the send buffer, not for data
            if (there && is_full != was_full)
                there = watch(epfd, EPOLL_CTL_MOD, fd, (is_full ? EPOLLOUT : EPOLLIN) | edge) != -1;
            if (there)
                continue;
            close(fd); // and so it leaves the interest list
            clients.erase(fd);
            if (full) // there is a descriptor again for those that queue
                full = watch(epfd, EPOLL_CTL_ADD, listenfd, EPOLLIN | edge) == -1;
        }
    }

    for (const auto &[fd, echo] : clients)
        close(fd);
    if (epfd != -1)
        close(epfd);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
