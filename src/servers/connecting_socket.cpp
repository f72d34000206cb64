// SPDX-License-Identifier: MIT
// The calls with which a client begins (UNP 4.2, 4.3). Over UDP connect() sends nothing: the kernel remembers where send() shall
// go, and from whom recv() shall take (UNP 8.11).
#include "servers/calls.h"
#include "servers/two_inputs.h"

namespace servers {

int connecting_socket(const Settings &settings, int type, Ending &ending)
{
    const int sockfd = socket(AF_INET, type, 0);
    if (sockfd == -1) {
        ending = {"socket", errno};
        return -1;
    }

    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = htonl(settings.address);
    server.sin_port = htons(settings.connect);
    // Sleeps until the kernels have shaken hands; the server need not have called accept() yet.
    if (connect(sockfd, reinterpret_cast<sockaddr *>(&server), sizeof server) == -1) {
        if (!stopping()) // else the server has ended before us
            ending = {"connect", errno};
        close(sockfd);
        return -1;
    }

    // Which port has the kernel chosen for this end? It is how the server's accept() or recvfrom() names us.
    sockaddr_in own;
    socklen_t size = sizeof own;
    getsockname(sockfd, reinterpret_cast<sockaddr *>(&own), &size);
    return sockfd;
}

} // namespace servers
