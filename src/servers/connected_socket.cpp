// SPDX-License-Identifier: MIT
// A UDP socket for one peer, beside the one that is for everybody and at the same port (UNP 8.11, 22.7): the kernel gives a
// datagram to the socket that is connected to its sender, if there is one. bind() must come first, so there is a moment at which
// the new socket, too, is for everybody.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

int connected_socket(int sockfd, const sockaddr_in &peer)
{
    sockaddr_in own;
    socklen_t size = sizeof own;
    if (getsockname(sockfd, reinterpret_cast<sockaddr *>(&own), &size) == -1)
        return -1;

    const int connfd = socket(AF_INET, SOCK_DGRAM, 0);
    if (connfd == -1)
        return -1;
    const int on = 1; // two sockets may have one port if both say so
    setsockopt(connfd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(connfd, reinterpret_cast<const sockaddr *>(&own), sizeof own) == -1
        || connect(connfd, reinterpret_cast<const sockaddr *>(&peer), sizeof peer) == -1) {
        close(connfd);
        return -1;
    }

    // What has come here between bind() and connect() may be anybody's: recvfrom() still tells whose. One that the kernel is just
    // bringing may come a moment later and be taken for the peer's: very rarely, but nothing can be done about it.
    char buffer[4096];
    sockaddr_in from;
    ssize_t n;
    while (size = sizeof from, !stopping()
           && (n = recvfrom(connfd, buffer, sizeof buffer, MSG_DONTWAIT, reinterpret_cast<sockaddr *>(&from), &size)) != -1)
        sendto(connfd, buffer, n, 0, reinterpret_cast<sockaddr *>(&from), size);
    return connfd;
}

} // namespace servers
