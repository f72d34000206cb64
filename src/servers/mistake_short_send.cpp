// SPDX-License-Identifier: MIT
// Wrong on purpose, beside select_all.cpp: what differs is marked.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>

namespace servers {
namespace {

// From now on no call on fd waits: send() must not wait for one client.
bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

} // namespace

Ending mistake_short_send(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    table<FD_SETSIZE> client_FD("client_FD", -1); // -1: a free slot
    char buffer[4096];
    int maxi = -1;     // the last slot in use
    int clients = 0;   // served now
    bool full = false; // no descriptor left for another client
    number maxfd("maxfd");
    maxfd = listenfd;
    fd_set allread("allread"), allwrite("allwrite"), allexcept("allexcept"); // those we watch
    fd_set readfds("readfds"), writefds("writefds"), exceptfds("exceptfds"); // those select() overwrites
    FD_ZERO(&allread);
    FD_ZERO(&allwrite);
    FD_ZERO(&allexcept);
    FD_SET(listenfd, &allread);

    const auto forget = [&](int i) {
        for (fd_set *set : {&allread, &allwrite, &allexcept})
            FD_CLR(client_FD[i], set);
        client_FD[i] = -1; // the slot is free again, maxfd stays
        --clients;
        if (full) { // there is a descriptor again for those that queue
            full = false;
            FD_SET(listenfd, &allread);
        }
    };

    while (!stopping()) {
        readfds = allread; // select() will leave only the ready ones in the three
        writefds = allwrite;
        exceptfds = allexcept;
        timeval tv, *timeout = nullptr; // nullptr: wait forever; {0, 0}: do not wait, only ask
        if (settings.timeout) {
            tv.tv_sec = settings.timeout->count() / 1'000'000;
            tv.tv_usec = settings.timeout->count() % 1'000'000;
            timeout = &tv; // Linux rewrites it: set it anew each time
        }

        // Phase 1 for all: sleeps until one can be read, one can be written, or one has urgent data.
        int nready = select(maxfd + 1, &readfds, &writefds, &exceptfds, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1 && errno == EINTR) // a signal's handler ran meanwhile: ask again
            continue;
        if (nready == -1 && errno == EBADF) { // one of them is no descriptor any more: which?
            for (int i = 0; i <= maxi; ++i)
                if (client_FD[i] != -1 && fcntl(client_FD[i], F_GETFD, 0) == -1)
                    forget(i);
            if (fcntl(listenfd, F_GETFD, 0) != -1)
                continue;
        }
        if (nready == -1) {
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(listenfd, &readfds)) { // a new connection is waiting
            --nready;
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            if (connfd == -1) {
                if ((errno == EMFILE || errno == ENFILE) && clients > 0) {
                    full = true; // until one of them leaves: select() would return at once, again and again
                    FD_CLR(listenfd, &allread);
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else if (connfd >= FD_SETSIZE || !set_nonblocking(connfd)) {
                close(connfd); // no bit in fd_set for it (never FD_SET out of bounds), or it could hold up all others: refuse
            } else {
                int i = 0;
                while (i < FD_SETSIZE && client_FD[i] != -1)
                    ++i;
                client_FD[i] = connfd; // the first free slot
                ++clients;
                FD_SET(connfd, &allread);
                FD_SET(connfd, &allexcept); // not allwrite: nearly always there is room, select() would never sleep
                if (connfd > maxfd)
                    maxfd = connfd;
                maxi = std::max(maxi, i);
            }
        }

        for (int i = 0; i <= maxi && nready > 0; ++i) {
            const int connfd = client_FD[i];
            if (connfd == -1)
                continue;
            if (FD_ISSET(connfd, &exceptfds)) { // urgent data: one byte beside the stream, echoed as such
                --nready;
                char urgent;
                if (recv(connfd, &urgent, 1, MSG_OOB) == 1)
                    send(connfd, &urgent, 1, MSG_OOB | MSG_NOSIGNAL);
            }
            bool there = true;
            if (FD_ISSET(connfd, &readfds)) {
                --nready;
                // Phase 2: the data is in the kernel already, so this copies it and does not sleep.
                const ssize_t n = recv(connfd, buffer, sizeof buffer, 0);
                if (n == -1 && (errno == EWOULDBLOCK || errno == EINTR))
                    continue;
                there = n > 0; // 0: the client closed its end; -1: it reset the connection
                if (there)
                    send(connfd, buffer, n, MSG_NOSIGNAL);
            }
            if (!there) {
                close(connfd);
                forget(i);
            }
        }
    }

    for (int i = 0; i <= maxi; ++i)
        if (client_FD[i] != -1)
            close(client_FD[i]);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
