// SPDX-License-Identifier: MIT
// UDP chat server, I/O multiplexing with select() (UNP 8.4, 6.2): a datagram from one goes to every other who has ever sent one.
// Nobody tells that he leaves: to those who have gone it goes on sending, and nobody reads it.
#include "servers/calls.h"
#include "servers/server.h"

#include <vector>

namespace servers {

static bool same(const sockaddr_in &one, const sockaddr_in &other)
{
    return one.sin_addr.s_addr == other.sin_addr.s_addr && one.sin_port == other.sin_port;
}

Ending chat_server_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    constexpr size_t most = 100; // then the one who came first is forgotten
    std::vector<sockaddr_in> peers;
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

        bool known = false;
        for (const sockaddr_in &peer : peers)
            if (same(peer, from))
                known = true;
            else
                sendto(sockfd, buffer, n, MSG_DONTWAIT, reinterpret_cast<const sockaddr *>(&peer), sizeof peer);
        if (!known) {
            if (peers.size() == most)
                peers.erase(peers.begin());
            peers.push_back(from);
        }
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
