// SPDX-License-Identifier: MIT
// UDP echo server, I/O multiplexing with poll() (UNP 6.10, 8.4): an array of one entry serves every client,
// since datagrams of all of them come to the same socket.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <climits>

namespace servers {

Ending poll_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    pollfds<1> fds("fds[].fd");
    fds[0].fd = sockfd;
    fds[0].events = POLLIN; // what we ask: is there a datagram? poll() does not change it
    // poll() takes milliseconds in an int: no more than 24 days. -1: wait forever
    const int timeout = settings.timeout ? int(std::min<int64_t>((settings.timeout->count() + 999) / 1000, INT_MAX)) : -1;

    char buffer[4096];
    while (!stopping()) {
        // Phase 1: sleeps until a datagram is there, whoever sends it.
        const int nready = poll(fds, 1, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1) {
            if (errno == EINTR)
                continue;
            ending = {"poll", errno};
            break;
        }

        sockaddr_in peer;
        socklen_t size = sizeof peer;
        // Phase 2: copies one datagram. MSG_DONTWAIT: ready is no promise, the kernel may find its checksum wrong and drop it.
        const ssize_t n = recvfrom(sockfd, buffer, sizeof buffer, MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&peer), &size);
        if (n == -1) {
            if (errno == EINTR || errno == EWOULDBLOCK)
                continue;
            ending = {"recvfrom", errno};
            break;
        }
        sendto(sockfd, buffer, n, 0, reinterpret_cast<sockaddr *>(&peer), size);
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
