// SPDX-License-Identifier: MIT
// The two calls with which every UDP server begins (UNP 8.3). No listen(): there are no connections, datagrams just come.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

int bound_socket(const Settings &settings, Ending &ending)
{
    const int sockfd = socket(AF_INET, SOCK_DGRAM, 0);
    if (sockfd == -1) {
        ending = {"socket", errno};
        return -1;
    }

    // No SO_REUSEADDR: UDP has no TIME_WAIT, and with it two servers could have the same port.
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(settings.address);
    address.sin_port = htons(settings.port);
    if (bind(sockfd, reinterpret_cast<sockaddr *>(&address), sizeof address) == -1) {
        ending = {"bind", errno};
        close(sockfd);
        return -1;
    }

    // With port 0 the kernel has chosen one: ask which.
    socklen_t size = sizeof address;
    if (getsockname(sockfd, reinterpret_cast<sockaddr *>(&address), &size) == -1) {
        ending = {"getsockname", errno};
        close(sockfd);
        return -1;
    }
    listening_on(ntohs(address.sin_port));
    return sockfd;
}

} // namespace servers
