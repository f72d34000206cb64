// SPDX-License-Identifier: MIT
// TCP echo server, non-blocking I/O (UNP 6.2, 16.2): no call ever waits. One that has nothing to do returns -1 with
// EWOULDBLOCK at once, and is called again, and again: this is polling.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <vector>

namespace servers {

// What one client has sent and has not got back yet, because its send buffer was full.
struct Unsent {
    char data[4096];
    ssize_t begin = 0, end = 0;
};

// From now on no call on fd waits. F_SETFL clears the flags that it is not given: so it is given those that are on already, too.
static bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

// True while the client is there: false when it has closed its end or reset the connection.
static bool serve(int fd, Unsent &unsent)
{
    if (unsent.begin == unsent.end) {
        const ssize_t n = recv(fd, unsent.data, sizeof unsent.data, 0);
        if (n == -1 && (errno == EWOULDBLOCK || errno == EINTR)) // phase 1 is not over: ask again in the next round
            return true;
        if (n <= 0)
            return false;
        unsent.begin = 0; // phase 2 is done: the data is here
        unsent.end = n;
    }
    const ssize_t n = send(fd, unsent.data + unsent.begin, unsent.end - unsent.begin, MSG_NOSIGNAL);
    if (n == -1)
        return errno == EWOULDBLOCK || errno == EINTR; // the send buffer is full: try again in the next round
    unsent.begin += n; // perhaps not all of it
    return true;
}

Ending nonblocking(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;
    if (!set_nonblocking(listenfd)) {
        ending = {"fcntl", errno};
        close(listenfd);
        return ending;
    }

    table<FD_SETSIZE> client_FD("client_FD", -1); // -1: a free slot
    std::vector<Unsent> unsent(client_FD.size());
    int maxi = -1; // the last slot in use
    while (!stopping()) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        if (connfd != -1) {
            int i = 0;
            while (i < client_FD.size() && client_FD[i] != -1)
                ++i;
            if (i == client_FD.size() || !set_nonblocking(connfd)) { // accept() does not hand O_NONBLOCK down
                close(connfd);
            } else {
                client_FD[i] = connfd;
                maxi = std::max(maxi, i);
            }
        } else if (errno == EBADF || errno == EINVAL) { // it is no listening socket any more: to ask again is in vain
            ending = {"accept", errno};
            break;
        }

        for (int i = 0; i <= maxi; ++i) {
            const int fd = client_FD[i];
            if (fd == -1 || serve(fd, unsent[i]))
                continue;
            close(fd);
            client_FD[i] = -1;
            unsent[i].begin = unsent[i].end = 0;
        }

        if (settings.pause.count() > 0) { // spares the processor, at the price of answering later
            const timespec pause{settings.pause.count() / 1'000'000, settings.pause.count() % 1'000'000 * 1000};
            nanosleep(&pause, nullptr);
        }
    }

    for (int i = 0; i <= maxi; ++i)
        if (client_FD[i] != -1)
            close(client_FD[i]);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
