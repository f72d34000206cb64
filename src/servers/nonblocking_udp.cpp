// SPDX-License-Identifier: MIT
// UDP echo server, non-blocking I/O (UNP 6.2): recvfrom() never waits. Without a datagram it returns -1 with
// EWOULDBLOCK at once, and is called again, and again: this is polling.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

Ending nonblocking_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    // From now on no call on sockfd waits. F_SETFL clears the flags that it is not given: so it is given those that are on already, too.
    const int flags = fcntl(sockfd, F_GETFL, 0);
    if (flags == -1 || fcntl(sockfd, F_SETFL, flags | O_NONBLOCK) == -1) {
        ending = {"fcntl", errno};
        close(sockfd);
        return ending;
    }

    char buffer[4096];
    while (!stopping()) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        const ssize_t n = recvfrom(sockfd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&peer), &size);
        if (n >= 0) { // phase 2 is done: one datagram is here
            sendto(sockfd, buffer, n, 0, reinterpret_cast<sockaddr *>(&peer), size);
            continue; // perhaps there is another one
        }
        if (errno != EWOULDBLOCK && errno != EINTR) {
            ending = {"recvfrom", errno};
            break;
        }

        // Phase 1 is not over: ask again in the next round.
        if (settings.pause.count() > 0) { // spares the processor, at the price of answering later
            const timespec pause{settings.pause.count() / 1'000'000, settings.pause.count() % 1'000'000 * 1000};
            nanosleep(&pause, nullptr);
        }
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
