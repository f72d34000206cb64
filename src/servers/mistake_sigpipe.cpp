// SPDX-License-Identifier: MIT
// Wrong on purpose, beside select.cpp: what differs is marked.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>

namespace servers {

// Sends everything: send() on a blocking socket sleeps while the send buffer is full, and meanwhile nobody is served.
static bool send_all(int fd, const char *data, ssize_t size)
{
    while (size > 0) {
        const ssize_t sent = send(fd, data, size, 0); // if the peer has gone: SIGPIPE, which ends the program, and no -1
        if (sent == -1 && errno == EINTR) // a signal's handler ran before anything was sent: once more
            continue;
        if (sent == -1)
            return false;
        data += sent; // perhaps not all: a signal came meanwhile
        size -= sent;
    }
    return true;
}

Ending mistake_sigpipe(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    table<FD_SETSIZE> client_FD("client_FD", -1); // -1: a free slot
    int maxi = -1;                                // the last slot in use
    int clients = 0;                              // served now
    bool full = false;                            // no descriptor left for another client
    number maxfd("maxfd");
    maxfd = listenfd;
    fd_set allset("allset"), readfds("readfds"); // those we watch; those select() overwrites
    FD_ZERO(&allset);
    FD_SET(listenfd, &allset);

    char buffer[4096];
    while (!stopping()) {
        readfds = allset; // select() will leave only the ready ones in it
        timeval tv, *timeout = nullptr; // nullptr: wait forever
        if (settings.timeout) {
            tv.tv_sec = settings.timeout->count() / 1'000'000;
            tv.tv_usec = settings.timeout->count() % 1'000'000;
            timeout = &tv; // Linux rewrites it: set it anew each time
        }

        // Phase 1 for all: sleeps until one of the descriptors 0 to maxfd in readfds is ready.
        int nready = select(maxfd + 1, &readfds, nullptr, nullptr, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(listenfd, &readfds)) { // a new connection is waiting
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            if (connfd == -1) {
                if ((errno == EMFILE || errno == ENFILE) && clients > 0) {
                    full = true; // until one of them leaves: select() would return at once, again and again
                    FD_CLR(listenfd, &allset);
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else if (connfd >= FD_SETSIZE) {
                close(connfd); // no bit in fd_set for it: refuse, never FD_SET out of bounds
            } else {
                int i = 0;
                while (i < FD_SETSIZE && client_FD[i] != -1)
                    ++i;
                client_FD[i] = connfd; // the first free slot
                ++clients;
                FD_SET(connfd, &allset);
                if (connfd > maxfd)
                    maxfd = connfd;
                maxi = std::max(maxi, i);
            }
            if (--nready == 0)
                continue; // no other descriptor is ready
        }

        for (int i = 0; i <= maxi && nready > 0; ++i) {
            const int connfd = client_FD[i];
            if (connfd == -1 || !FD_ISSET(connfd, &readfds))
                continue;
            --nready;
            // Phase 2: the data is in the kernel already, so this copies it and does not sleep.
            const ssize_t n = recv(connfd, buffer, sizeof buffer, 0);
            if (n > 0 && send_all(connfd, "got: ", 5) && send_all(connfd, buffer, n))
                continue;
            if (n == -1 && errno == EINTR) // a signal's handler ran meanwhile: select() will tell of it again
                continue;
            // 0: the client closed its end; -1: it reset the connection
            close(connfd);
            FD_CLR(connfd, &allset);
            client_FD[i] = -1; // the slot is free again, maxfd stays
            --clients;
            if (full) {        // there is a descriptor again for those that queue
                full = false;
                FD_SET(listenfd, &allset);
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
