// SPDX-License-Identifier: MIT
// TCP echo server, blocking I/O, one client at a time (UNP 5.2, without fork).
// While it serves one client it sleeps in recv() for that client only: the next one is connected by the kernel, but waits.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

// Sends everything: send() on a blocking socket sleeps while the send buffer is full.
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

Ending blocking(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    char buffer[4096];
    while (!stopping()) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        // Sleeps until the queue of completed connections has one.
        const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        if (connfd == -1) {
            if (errno == EINTR || errno == ECONNABORTED) // interrupted; gone before we came
                continue;
            ending = {"accept", errno};
            break;
        }

        for (;;) {
            // Phase 1 and phase 2 in one call: sleeps until data arrives, then copies it into buffer.
            const ssize_t n = recv(connfd, buffer, sizeof buffer, 0);
            if (n == -1 && errno == EINTR) // a signal's handler ran meanwhile: the connection is as it was
                continue;
            if (n <= 0) // 0: the client closed its end; -1: it reset the connection
                break;
            if (!send_all(connfd, buffer, n))
                break;
        }
        close(connfd); // only now is the next client accepted
    }
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
