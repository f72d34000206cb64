// SPDX-License-Identifier: MIT
// UDP echo server, I/O multiplexing with select() (UNP 6.2, 8.4): sleeps in select(), then recvfrom() does not wait.
// One descriptor serves every client, since datagrams of all of them come to the same socket.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

Ending select_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    fd_set allset("allset"), readfds("readfds"); // those we watch; those select() overwrites
    FD_ZERO(&allset);
    FD_SET(sockfd, &allset);

    char buffer[4096];
    while (!stopping()) {
        readfds = allset; // select() will leave only the ready ones in it
        timeval tv, *timeout = nullptr; // nullptr: wait forever
        if (settings.timeout) {
            tv.tv_sec = settings.timeout->count() / 1'000'000;
            tv.tv_usec = settings.timeout->count() % 1'000'000;
            timeout = &tv; // Linux rewrites it: set it anew each time
        }

        // Phase 1: sleeps until a datagram is there, whoever sends it.
        const int nready = select(sockfd + 1, &readfds, nullptr, nullptr, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        if (!FD_ISSET(sockfd, &readfds))
            continue;
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
