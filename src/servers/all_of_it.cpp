// SPDX-License-Identifier: MIT
// send() and write() may take a part only: these two go on until all is taken (UNP 3.9).
#include "servers/calls.h"
#include "servers/two_inputs.h"

namespace servers {

bool send_all(int sockfd, const char *data, ssize_t size)
{
    while (size > 0 && !stopping()) {
        // Sleeps while the send buffer is full. MSG_NOSIGNAL: if the peer has gone, -1 with EPIPE and no SIGPIPE.
        const ssize_t sent = send(sockfd, data, size, MSG_NOSIGNAL);
        if (sent == -1 && errno == EINTR) // a signal's handler ran before anything was sent: once more
            continue;
        if (sent == -1)
            return false;
        data += sent;
        size -= sent;
    }
    return true;
}

bool write_all(int fd, const char *data, ssize_t size)
{
    while (size > 0 && !stopping()) {
        const ssize_t written = write(fd, data, size);
        if (written == -1 && (errno == EINTR || errno == EWOULDBLOCK)) // the latter if the terminal is non-blocking: it is full
            continue;
        if (written == -1)
            return false;
        data += written;
        size -= written;
    }
    return true;
}

} // namespace servers
