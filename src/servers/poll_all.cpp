// SPDX-License-Identifier: MIT
// TCP echo server with all that poll() can tell (UNP 6.10, 16.2, 24.2): POLLIN, POLLOUT after a full send buffer, POLLPRI for
// urgent data, and, without being asked, POLLERR, POLLHUP and POLLNVAL.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <climits>
#include <vector>

namespace servers {
namespace {

constexpr int OPEN_MAX = 4096; // clients at most: entries of the array

// What a client has sent and has not got back yet, because its send buffer was full.
struct Unsent {
    char data[4096];
    ssize_t begin = 0, end = 0;
};

// From now on no call on fd waits: send() must not wait for one client.
bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

// Sends as much of it as the send buffer takes: perhaps not all, perhaps nothing. False: the connection is broken.
bool send_some(int fd, Unsent &unsent)
{
    const ssize_t n = send(fd, unsent.data + unsent.begin, unsent.end - unsent.begin, MSG_NOSIGNAL);
    if (n == -1)
        return errno == EWOULDBLOCK || errno == EINTR;
    unsent.begin += n;
    return true;
}

} // namespace

Ending poll_all(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    pollfds<OPEN_MAX> client("client[].fd"); // fd -1: a free entry, which poll() passes over
    client[0].fd = listenfd;
    client[0].events = POLLIN;
    std::vector<Unsent> unsent(1);
    int maxi = 0;      // the last entry in use
    int clients = 0;   // served now
    bool full = false; // no descriptor left for another client
    // poll() takes milliseconds in an int: no more than 24 days. -1: forever; 0: only ask
    const int timeout = settings.timeout ? int(std::min<int64_t>((settings.timeout->count() + 999) / 1000, INT_MAX)) : -1;

    while (!stopping()) {
        // Phase 1 for all: sleeps until something that was asked about, or an error, has come to one of the entries.
        int nready = poll(client, maxi + 1, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1 && errno == EINTR) // a signal's handler ran meanwhile: ask again
            continue;
        if (nready == -1) {
            ending = {"poll", errno};
            break;
        }

        if (client[0].revents & POLLNVAL) {
            ending = {"poll", EBADF};
            break;
        }
        if (client[0].revents != 0) { // a new connection is waiting
            --nready;
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            int i = 1;
            while (i < OPEN_MAX && client[i].fd != -1)
                ++i;
            if (connfd == -1) {
                if ((errno == EMFILE || errno == ENFILE) && clients > 0) {
                    full = true; // until one of them leaves: poll() would return at once, again and again
                    client[0].fd = -1;
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else if (i == OPEN_MAX || !set_nonblocking(connfd)) {
                close(connfd); // no entry for it, or it could hold up all others: refuse
            } else {
                client[i].fd = connfd;
                client[i].events = POLLIN | POLLPRI; // not POLLOUT: nearly always there is room, poll() would never sleep
                ++clients;
                maxi = std::max(maxi, i);
                unsent.resize(maxi + 1);
                unsent[i].begin = unsent[i].end = 0;
            }
        }

        for (int i = 1; i <= maxi && nready > 0; ++i) {
            const int connfd = client[i].fd, revents = client[i].revents;
            if (connfd == -1 || revents == 0)
                continue;
            --nready;
            bool there = true;
            if (revents & POLLPRI) { // urgent data: one byte beside the stream, echoed as such
                char urgent;
                if (recv(connfd, &urgent, 1, MSG_OOB) == 1)
                    send(connfd, &urgent, 1, MSG_OOB | MSG_NOSIGNAL);
            }
            if (revents & (POLLERR | POLLNVAL)) { // the connection was reset; or this is no descriptor any more
                there = false;
            } else if (revents & POLLOUT) { // there is room in its send buffer again
                there = send_some(connfd, unsent[i]);
                if (unsent[i].begin == unsent[i].end)
                    client[i].events = POLLIN | POLLPRI; // all is gone: read from this client again
            } else if (revents & POLLIN) {
                // Phase 2: the data is in the kernel already, so this copies it and does not sleep.
                const ssize_t n = recv(connfd, unsent[i].data, sizeof unsent[i].data, 0);
                if (n == -1 && (errno == EWOULDBLOCK || errno == EINTR))
                    continue;
                unsent[i].begin = 0;
                unsent[i].end = n;
                there = n > 0 && send_some(connfd, unsent[i]); // 0: the client closed its end
                if (there && unsent[i].begin < n)
                    client[i].events = POLLOUT | POLLPRI; // the send buffer is full: wait for room, and read no more
            } else if (revents & POLLHUP) { // both directions are shut
                there = false;
            }
            if (there)
                continue;
            if (!(revents & POLLNVAL))
                close(connfd);
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
