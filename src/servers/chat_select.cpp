// SPDX-License-Identifier: MIT
// Chat client with select(), TCP and UDP (UNP 6.4): it sleeps in one place and waits for keyboard and socket. Any number of lines can
// be sent or received in a row.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <algorithm>
#include <unistd.h>

namespace servers {

static Ending chat(const Settings &settings, int type)
{
    Ending ending;
    const int sockfd = connecting_socket(settings, type, ending);
    if (sockfd == -1)
        return ending;

    const bool datagrams = type == SOCK_DGRAM;
    number maxfd("maxfd");
    maxfd = std::max(STDIN_FILENO, sockfd);
    fd_set allset("allset"), readfds("readfds"); // those we watch; those select() overwrites
    FD_ZERO(&allset);
    FD_SET(STDIN_FILENO, &allset);
    FD_SET(sockfd, &allset);

    char buffer[4096];
    while (!stopping()) {
        readfds = allset; // select() will leave only the ready ones in it
        // Phase 1 for both: sleeps until a line has been typed or something has come.
        if (select(maxfd + 1, &readfds, nullptr, nullptr, nullptr) == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(STDIN_FILENO, &readfds)) {
            const ssize_t n = read(STDIN_FILENO, buffer, sizeof buffer);
            // Over UDP a line is one datagram; that the last one found nobody is told now, and no reason to stop.
            if (n > 0 && !send_all(sockfd, buffer, n) && !(datagrams && errno == ECONNREFUSED))
                break;
            if (n == 0 && datagrams) // Ctrl-D
                break;
            if (n == 0) {
                shutdown(sockfd, SHUT_WR); // the server answers with its own end, after all that was said before
                FD_CLR(STDIN_FILENO, &allset);
            }
        }
        if (FD_ISSET(sockfd, &readfds)) {
            const ssize_t n = recv(sockfd, buffer, sizeof buffer, 0);
            if (n == -1 && (errno == EINTR || (datagrams && errno == ECONNREFUSED)))
                continue;
            if (n == -1 || (n == 0 && !datagrams)) // the server reset the connection, or closed it; over UDP 0 is an empty message
                break;
            write_all(STDOUT_FILENO, buffer, n);
        }
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

Ending chat_select(const Settings &settings)
{
    return chat(settings, SOCK_STREAM);
}

Ending chat_select_udp(const Settings &settings)
{
    return chat(settings, SOCK_DGRAM);
}

} // namespace servers
