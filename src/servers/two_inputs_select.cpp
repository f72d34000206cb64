// SPDX-License-Identifier: MIT
// Keyboard and socket in one select() (UNP 6.4): it sleeps in one place and waits for both, and who has something is served.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <algorithm>
#include <unistd.h>

namespace servers {

Ending two_inputs_select(const Settings &settings)
{
    Ending ending;
    int listenfd;
    const int connfd = one_client(settings, listenfd, ending);
    if (connfd == -1)
        return ending;

    number maxfd("maxfd");
    maxfd = std::max(STDIN_FILENO, connfd);
    fd_set allset("allset"), readfds("readfds"); // those we watch; those select() overwrites
    FD_ZERO(&allset);
    FD_SET(STDIN_FILENO, &allset); // fileno(stdin): to the kernel the keyboard is a descriptor like any other
    FD_SET(connfd, &allset);

    char line[1024], buffer[4096];
    while (!stopping()) {
        readfds = allset; // select() will leave only the ready ones in it
        // Phase 1 for both: sleeps until a line has been typed or something has come from the peer.
        if (select(maxfd + 1, &readfds, nullptr, nullptr, nullptr) == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(STDIN_FILENO, &readfds)) {
            // Not fgets(): select() knows nothing of what the C library has read ahead.
            const ssize_t n = read(STDIN_FILENO, line, sizeof line);
            if (n > 0 && !send_all(connfd, line, n))
                break;
            if (n == 0) { // Ctrl-D: nothing more to send, but perhaps something to receive
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
