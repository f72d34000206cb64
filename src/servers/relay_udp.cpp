// SPDX-License-Identifier: MIT
// UDP relay between two peers (UNP 8.4, 6.2): the first two who send are remembered, and what comes from one goes to the other.
// There is nothing to accept or to refuse, and nobody tells that he leaves.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

static bool same(const sockaddr_in &one, const sockaddr_in &other)
{
    return one.sin_addr.s_addr == other.sin_addr.s_addr && one.sin_port == other.sin_port;
}

Ending relay_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    sockaddr_in peers[2];
    int known = 0;
    fd_set readfds("readfds");
    char buffer[65536]; // any datagram fits: it goes on whole or not at all
    while (!stopping()) {
        FD_ZERO(&readfds); // select() has left only the ready ones in it
        FD_SET(sockfd, &readfds);
        // Phase 1: sleeps until a datagram is there, whoever sends it.
        if (select(sockfd + 1, &readfds, nullptr, nullptr, nullptr) == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        sockaddr_in from;
        socklen_t size = sizeof from;
        // MSG_DONTWAIT: ready is no promise, the kernel may find the datagram's checksum wrong and drop it.
        const ssize_t n = recvfrom(sockfd, buffer, sizeof buffer, MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&from), &size);
        if (n == -1) {
            if (errno == EINTR || errno == EWOULDBLOCK)
                continue;
            ending = {"recvfrom", errno};
            break;
        }

        int i = 0;
        while (i < known && !same(peers[i], from))
            ++i;
        if (i == 2) // a third
            continue;
        if (i == known)
            peers[known++] = from;
        if (known == 2) // else nobody knows yet where the other is
            sendto(sockfd, buffer, n, MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&peers[1 - i]), sizeof peers[1 - i]);
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
