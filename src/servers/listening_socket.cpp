// SPDX-License-Identifier: MIT
// The four calls with which every TCP server begins (UNP 4.2 to 4.5).
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {

int listening_socket(const Settings &settings, Ending &ending)
{
    const int listenfd = socket(AF_INET, SOCK_STREAM, 0);
    if (listenfd == -1) {
        ending = {"socket", errno};
        return -1;
    }

    // A port whose last connections are in TIME_WAIT may be used again at once.
    const int on = 1;
    setsockopt(listenfd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);

    if (settings.send_buffer > 0) // the sockets that accept() makes inherit it
        setsockopt(listenfd, SOL_SOCKET, SO_SNDBUF, &settings.send_buffer, sizeof settings.send_buffer);

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(settings.address);
    address.sin_port = htons(settings.port);
    if (bind(listenfd, reinterpret_cast<sockaddr *>(&address), sizeof address) == -1) {
        ending = {"bind", errno};
        close(listenfd);
        return -1;
    }

    // From here on the kernel completes connections by itself and queues them for accept().
    if (listen(listenfd, settings.backlog) == -1) {
        ending = {"listen", errno};
        close(listenfd);
        return -1;
    }

    // With port 0 the kernel has chosen one: ask which.
    socklen_t size = sizeof address;
    if (getsockname(listenfd, reinterpret_cast<sockaddr *>(&address), &size) == -1) {
        ending = {"getsockname", errno};
        close(listenfd);
        return -1;
    }
    listening_on(ntohs(address.sin_port));
    return listenfd;
}

} // namespace servers
