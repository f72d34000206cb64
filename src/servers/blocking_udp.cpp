// SPDX-License-Identifier: MIT
// UDP echo server, blocking I/O (UNP 8.3 and 8.4): one socket for all clients, one datagram at a time.
// There is no connection: each datagram tells who has sent it, and the reply goes there.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

Ending blocking_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    char buffer[4096];
    while (!stopping()) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        // Phase 1 and phase 2 in one call: sleeps until a datagram arrives, then copies it into buffer.
        // One call takes one datagram; what does not fit into buffer is lost.
        const ssize_t n = recvfrom(sockfd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&peer), &size);
        if (n == -1) {
            if (errno == EINTR)
                continue;
            ending = {"recvfrom", errno};
            break;
        }
        if (stopping()) // woken by shutdown(), which gives 0; an empty datagram gives 0 as well
            break;
        // Does not wait for the peer, and does not tell whether the datagram arrives.
        sendto(sockfd, buffer, n, 0, reinterpret_cast<sockaddr *>(&peer), size);
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
