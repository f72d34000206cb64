// SPDX-License-Identifier: MIT
// Wrong on purpose, beside two_inputs_select.cpp: what differs is marked.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <algorithm>
#include <cstring>
#include <unistd.h>

namespace servers {

Ending mistake_sizeof(const Settings &settings)
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

    char str[50] = "", buffer[4096] = "";
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
            const ssize_t n = read(STDIN_FILENO, str, sizeof str);
            if (n > 0 && !send_all(connfd, str, sizeof str))
                break;
            if (n == 0) { // Ctrl-D: nothing more to send, but perhaps something to receive
                shutdown(connfd, SHUT_WR);
                FD_CLR(STDIN_FILENO, &allset);
            }
        }
        if (FD_ISSET(connfd, &readfds)) {
            const ssize_t n = recv(connfd, buffer, sizeof buffer - 1, 0);
            if (n == -1 && errno == EINTR)
                continue;
            if (n <= 0) // 0: the peer closed its end; -1: it reset the connection
                break;
            write_all(STDOUT_FILENO, buffer, std::strlen(buffer)); // as printf("%s", buffer)
        }
    }
    close(connfd);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
