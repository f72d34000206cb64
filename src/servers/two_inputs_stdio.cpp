// SPDX-License-Identifier: MIT
// The trap (UNP 6.5): select() for keyboard and socket, but the line is read with fgets(). What the C library has read ahead is in
// the program already: select() does not see it, and sleeps.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <algorithm>
#include <cstring>
#include <unistd.h>

namespace servers {

Ending two_inputs_stdio(const Settings &settings)
{
    Ending ending;
    int listenfd;
    const int connfd = one_client(settings, listenfd, ending);
    if (connfd == -1)
        return ending;

    stream keyboard(STDIN_FILENO); // FILE *keyboard = fdopen(STDIN_FILENO, "r")
    number maxfd("maxfd");
    maxfd = std::max(STDIN_FILENO, connfd);
    fd_set allset("allset"), readfds("readfds"); // those we watch; those select() overwrites
    FD_ZERO(&allset);
    FD_SET(STDIN_FILENO, &allset);
    FD_SET(connfd, &allset);

    char line[16], buffer[4096];
    while (!stopping()) {
        readfds = allset; // select() will leave only the ready ones in it
        // Sleeps until the kernel has something: what waits in the stream's own buffer is not in the kernel any more.
        if (select(maxfd + 1, &readfds, nullptr, nullptr, nullptr) == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(STDIN_FILENO, &readfds)) {
            // One line, or 15 characters of it. read() inside took all that was there.
            if (fgets(line, sizeof line, keyboard)) {
                if (!send_all(connfd, line, ssize_t(std::strlen(line))))
                    break;
            } else if (!keyboard.interrupted()) { // Ctrl-D: nothing more to send, but perhaps something to receive
                shutdown(connfd, SHUT_WR);
                FD_CLR(STDIN_FILENO, &allset);
            }
        }
        if (FD_ISSET(connfd, &readfds)) {
            const ssize_t n = recv(connfd, buffer, sizeof buffer, 0);
            if (n == -1 && errno == EINTR)
                continue;
            if (n <= 0) // 0: the peer closed its end; -1: it reset the connection
                break;
            write_all(STDOUT_FILENO, buffer, n);
        }
    }
    close(connfd);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
