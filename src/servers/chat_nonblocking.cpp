// SPDX-License-Identifier: MIT
// Chat client with non-blocking calls, TCP and UDP (UNP 16.2): it asks the keyboard, asks the socket, and asks again. Any number of
// lines can be sent or received in a row, and the processor never rests.
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

static Ending chat(const Settings &settings, int type)
{
    Ending ending;
    const int sockfd = connecting_socket(settings, type, ending);
    if (sockfd == -1)
        return ending;
    const int before = set_nonblocking(STDIN_FILENO); // its shell may use the same terminal afterwards
    if (before == -1 || set_nonblocking(sockfd) == -1)
        ending = {"fcntl", errno};

    const bool datagrams = type == SOCK_DGRAM;
    bool typing = true; // until the end of file of the keyboard
    char line[4096], buffer[4096];
    ssize_t begin = 0, end = 0; // of the line: what the send buffer has not taken yet
    while (!stopping() && !ending.call) {
        if (typing && begin == end) {
            const ssize_t n = read(STDIN_FILENO, line, sizeof line);
            if (n == 0) { // Ctrl-D
                if (datagrams)
                    break;
                shutdown(sockfd, SHUT_WR); // the server answers with its own end, after all that was said before
                typing = false;
            } // -1 with EWOULDBLOCK: nobody has pressed Enter yet, ask again in the next round
            begin = 0;
            end = n > 0 ? n : 0;
        }
        if (begin < end) {
            const ssize_t sent = send(sockfd, line + begin, end - begin, MSG_NOSIGNAL);
            if (sent != -1)
                begin += sent;
            else if (errno != EWOULDBLOCK && errno != EINTR && !(datagrams && errno == ECONNREFUSED)) // that the last one found nobody
                break;
        }

        const ssize_t n = recv(sockfd, buffer, sizeof buffer, 0);
        if (n > 0)
            write_all(STDOUT_FILENO, buffer, n);
        else if (n == 0 ? !datagrams : errno != EWOULDBLOCK && errno != EINTR && !(datagrams && errno == ECONNREFUSED))
            break; // the server closed the connection, or reset it; over UDP 0 is an empty message

        if (settings.pause.count() > 0) { // spares the processor, at the price of answering later
            const timespec pause{settings.pause.count() / 1'000'000, settings.pause.count() % 1'000'000 * 1000};
            nanosleep(&pause, nullptr);
        }
    }
    if (before != -1)
        fcntl(STDIN_FILENO, F_SETFL, before);
    close(sockfd);
    return stopping() ? Ending() : ending;
}

Ending chat_nonblocking(const Settings &settings)
{
    return chat(settings, SOCK_STREAM);
}

Ending chat_nonblocking_udp(const Settings &settings)
{
    return chat(settings, SOCK_DGRAM);
}

} // namespace servers
