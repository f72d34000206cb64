// SPDX-License-Identifier: MIT
// Keyboard and socket, both non-blocking (UNP 16.2): each is asked in turn whether it has something. Nobody starves, and the
// processor never rests.
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <unistd.h>

namespace servers {

// From now on no call on fd waits. Returns its flags as they were, -1 if it has none.
static int set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags == -1 || fcntl(fd, F_SETFL, flags | O_NONBLOCK) == -1 ? -1 : flags;
}

Ending two_inputs_polling(const Settings &settings)
{
    Ending ending;
    int listenfd;
    const int connfd = one_client(settings, listenfd, ending);
    if (connfd == -1)
        return ending;
    const int before = set_nonblocking(STDIN_FILENO); // its shell may use the same terminal afterwards
    if (before == -1 || set_nonblocking(connfd) == -1)
        ending = {"fcntl", errno};

    bool typing = true; // until the end of file of the keyboard
    char line[1024], buffer[4096];
    ssize_t begin = 0, end = 0; // of the line: what the send buffer has not taken yet
    while (!stopping() && !ending.call) {
        if (typing && begin == end) {
            const ssize_t n = read(STDIN_FILENO, line, sizeof line);
            if (n == 0) { // Ctrl-D: nothing more to send, but perhaps something to receive
                shutdown(connfd, SHUT_WR);
                typing = false;
            } // -1 with EWOULDBLOCK: nobody has pressed Enter yet, ask again in the next round
            begin = 0;
            end = n > 0 ? n : 0;
        }
        if (begin < end) {
            const ssize_t sent = send(connfd, line + begin, end - begin, MSG_NOSIGNAL);
            if (sent == -1 && errno != EWOULDBLOCK && errno != EINTR)
                break;
            begin += sent == -1 ? 0 : sent;
        }

        const ssize_t n = recv(connfd, buffer, sizeof buffer, 0);
        if (n > 0)
            write_all(STDOUT_FILENO, buffer, n);
        else if (n == 0 || (errno != EWOULDBLOCK && errno != EINTR)) // the peer closed its end, or reset the connection
            break;

        if (settings.pause.count() > 0) { // spares the processor, at the price of answering later
            const timespec pause{settings.pause.count() / 1'000'000, settings.pause.count() % 1'000'000 * 1000};
            nanosleep(&pause, nullptr);
        }
    }
    if (before != -1)
        fcntl(STDIN_FILENO, F_SETFL, before);
    close(connfd);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
