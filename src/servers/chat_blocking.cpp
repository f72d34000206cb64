// SPDX-License-Identifier: MIT
// Chat client with blocking calls, TCP and UDP (UNP 5.5, 8.6): a line is sent, then it sleeps until an answer comes. Who wants to
// send two lines, or to read two, must wait for the other.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <unistd.h>

namespace servers {

static Ending chat(const Settings &settings, int type)
{
    Ending ending;
    const int sockfd = connecting_socket(settings, type, ending);
    if (sockfd == -1)
        return ending;

    const bool datagrams = type == SOCK_DGRAM;
    char buffer[4096];
    while (!stopping()) {
        // Sleeps until a line has been typed.
        ssize_t n = read(STDIN_FILENO, buffer, sizeof buffer);
        if (n == -1 && errno == EINTR) // a signal's handler ran meanwhile
            continue;
        if (n <= 0) // Ctrl-D, or the terminal has gone
            break;
        // Over UDP it is one datagram; that the last one found nobody is told now, and no reason to stop.
        if (!send_all(sockfd, buffer, n) && !(datagrams && errno == ECONNREFUSED))
            break;

        do // Sleeps until something has come.
            n = recv(sockfd, buffer, sizeof buffer, 0);
        while (n == -1 && errno == EINTR && !stopping());
        if (n == -1 && datagrams && errno == ECONNREFUSED)
            continue;
        if (n == -1 || (n == 0 && !datagrams)) // the server reset the connection, or closed it; over UDP 0 is an empty message
            break;
        write_all(STDOUT_FILENO, buffer, n);
    }

    // Over TCP what others still say is read to its end.
    if (!datagrams && shutdown(sockfd, SHUT_WR) == 0)
        for (ssize_t n; !stopping() && (n = recv(sockfd, buffer, sizeof buffer, 0)) != 0;) {
            if (n == -1 && errno != EINTR)
                break;
            write_all(STDOUT_FILENO, buffer, n);
        }
    close(sockfd);
    return {};
}

Ending chat_blocking(const Settings &settings)
{
    return chat(settings, SOCK_STREAM);
}

Ending chat_blocking_udp(const Settings &settings)
{
    return chat(settings, SOCK_DGRAM);
}

} // namespace servers
