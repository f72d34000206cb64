// SPDX-License-Identifier: MIT
// Wrong on purpose, beside two_inputs_select.cpp: what differs is marked.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <algorithm>
#include <cstring>
#include <unistd.h>

namespace servers {

Ending mistake_gets(const Settings &settings)
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

    char memory[16 + 4096] = "", buffer[4096];
    char *const line = memory, *const name = memory + 16; // line has 16 bytes, and behind them lies name
    std::strcpy(name, "An: ");
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
            // What gets(line) does: as much as the user has typed, whatever room there is.
            const ssize_t n = read(STDIN_FILENO, line, 4096);
            if (n > 0)
                line[n - 1] = '\0'; // instead of Enter
            if (n > 0 && (!send_all(connfd, name, std::strlen(name)) || !send_all(connfd, line, std::strlen(line)) || !send_all(connfd, "\n", 1)))
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
