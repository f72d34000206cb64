// SPDX-License-Identifier: MIT
// TCP echo server, I/O multiplexing with poll() (UNP 6.11): one thread serves every client.
// Like select(), but asked with an array: one entry a descriptor, and no limit of FD_SETSIZE.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <climits>

namespace servers {

constexpr int OPEN_MAX = 4096; // clients at most: entries of the array

// Sends everything: send() on a blocking socket sleeps while the send buffer is full, and meanwhile nobody is served.
static bool send_all(int fd, const char *data, ssize_t size)
{
    while (size > 0) {
        const ssize_t sent = send(fd, data, size, MSG_NOSIGNAL);
        if (sent == -1 && errno == EINTR) // a signal's handler ran before anything was sent: once more
            continue;
        if (sent == -1)
            return false;
        data += sent; // perhaps not all: a signal came meanwhile
        size -= sent;
    }
    return true;
}

Ending poll_server(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    pollfds<OPEN_MAX> client("client[].fd"); // fd -1: a free entry, which poll() passes over
    client[0].fd = listenfd;
    client[0].events = POLLIN; // what we ask: is there something to read? poll() does not change it
    int maxi = 0;              // the last entry in use
    int clients = 0;           // served now
    bool full = false;         // no descriptor left for another client
    // poll() takes milliseconds in an int: no more than 24 days. -1: wait forever
    const int timeout = settings.timeout ? int(std::min<int64_t>((settings.timeout->count() + 999) / 1000, INT_MAX)) : -1;

    char buffer[4096];
    while (!stopping()) {
        // Phase 1 for all: sleeps until one of the entries 0 to maxi is ready.
        int nready = poll(client, maxi + 1, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1) {
            if (errno == EINTR)
                continue;
            ending = {"poll", errno};
            break;
        }

        if (client[0].revents != 0) { // a new connection is waiting
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            if (connfd == -1) {
                if ((errno == EMFILE || errno == ENFILE) && clients > 0) {
                    full = true; // until one of them leaves: poll() would return at once, again and again
                    client[0].fd = -1;
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else {
                int i = 1;
                while (i < OPEN_MAX && client[i].fd != -1)
                    ++i;
                if (i == OPEN_MAX) {
                    close(connfd); // no entry for it: refuse
                } else {
                    client[i].fd = connfd; // the first free entry
                    client[i].events = POLLIN;
                    ++clients;
                    maxi = std::max(maxi, i);
                }
            }
            if (--nready == 0)
                continue; // no other descriptor is ready
        }

        for (int i = 1; i <= maxi && nready > 0; ++i) {
            const int connfd = client[i].fd;
            if (connfd == -1 || client[i].revents == 0) // POLLIN, or POLLERR and POLLHUP, which nobody need ask for
                continue;
            --nready;
            if (!(client[i].revents & POLLNVAL)) { // else it is no descriptor any more: there is nothing to close
                // Phase 2: the data is in the kernel already, so this copies it and does not sleep.
                const ssize_t n = recv(connfd, buffer, sizeof buffer, 0);
                if (n > 0 && send_all(connfd, buffer, n))
                    continue;
                if (n == -1 && errno == EINTR) // a signal's handler ran meanwhile: poll() will tell of it again
                    continue;
                close(connfd); // 0: the client closed its end; -1: it reset the connection
            }
            client[i].fd = -1; // the entry is free again
            --clients;
            if (full) {        // there is a descriptor again for those that queue
                full = false;
                client[0].fd = listenfd;
            }
        }
    }

    for (int i = 1; i <= maxi; ++i)
        if (client[i].fd != -1)
            close(client[i].fd);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
