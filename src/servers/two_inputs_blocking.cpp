// SPDX-License-Identifier: MIT
// Keyboard and socket with blocking calls (UNP 6.2): what is typed goes to the peer, what the peer sends to the screen. Whichever of
// the two it waits for, the other one starves.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <cstring>
#include <unistd.h>

namespace servers {

Ending two_inputs_blocking(const Settings &settings)
{
    Ending ending;
    int listenfd;
    const int connfd = one_client(settings, listenfd, ending);
    if (connfd == -1)
        return ending;

    stream keyboard(STDIN_FILENO); // FILE *keyboard = fdopen(STDIN_FILENO, "r")
    bool typing = true;            // until the end of file of the keyboard
    char line[1024], buffer[4096];
    while (!stopping()) {
        if (typing) {
            // fgets() calls read(0), and there it sleeps until a line has been typed, whatever comes from the socket.
            if (fgets(line, sizeof line, keyboard)) {
                if (!send_all(connfd, line, ssize_t(std::strlen(line))))
                    break;
            } else if (keyboard.interrupted()) { // a signal's handler ran meanwhile: no line was lost
                continue;
            } else { // Ctrl-D: nothing more to send, but perhaps something to receive
                shutdown(connfd, SHUT_WR);
                typing = false;
            }
        }

        ssize_t n;
        do // Sleeps until the peer has sent something, whatever is typed.
            n = recv(connfd, buffer, sizeof buffer, 0);
        while (n == -1 && errno == EINTR && !stopping());
        if (n <= 0) // 0: the peer closed its end; -1: it reset the connection
            break;
        write_all(STDOUT_FILENO, buffer, n);
    }
    close(connfd);
    close(listenfd);
    return {};
}

} // namespace servers
