// SPDX-License-Identifier: MIT
// What a client does over UDP: the calls of UNP 8.11, on a blocking socket that knows the server's address.
#include "clients/connection.h"
#include "posix/traced.h"

#include <algorithm>
#include <cerrno>
#include <string>

namespace clients {

using traced::recv;
using traced::send;
using trace::Call;

int Connection::send_datagrams(std::string_view text, int64_t bytes)
{
    const std::string pattern(text.empty() ? size_t(std::min(bytes, datagram_bytes)) : 0, 'x');
    const char *data = text.empty() ? pattern.data() : text.data();
    int64_t left = text.empty() ? bytes : int64_t(text.size());
    do {
        const size_t size = size_t(text.empty() ? std::min(left, datagram_bytes) : left);
        // One send() is one datagram. It may get lost: when the server's receive buffer is full, the kernel drops it.
        const ssize_t n = send(sockfd, data, size, MSG_NOSIGNAL);
        if (n == -1) { // ECONNREFUSED: nobody has the port that an earlier datagram was for
            failed = Call::send;
            return errno;
        }
        left -= n;
        sent += n;
        moved();
    } while (left > 0);
    return 0;
}

int Connection::receive_datagram()
{
    char buffer[65536]; // the largest datagram fits: what does not is lost
    // Sleeps until a datagram from the server has arrived, then copies that one. 0 bytes are an empty datagram, no end.
    const ssize_t n = recv(sockfd, buffer, sizeof buffer, 0);
    if (n == -1) {
        failed = Call::recv;
        return errno;
    }
    received += n;
    moved();
    return 0;
}

} // namespace clients
