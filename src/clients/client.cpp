// SPDX-License-Identifier: MIT
// What a client does: the calls of UNP 4.3, on a blocking socket.
#include "clients/connection.h"
#include "posix/traced.h"

#include <algorithm>
#include <cerrno>
#include <netinet/tcp.h>
#include <string>

namespace clients {

using traced::close;
using traced::connect;
using traced::getsockname;
using traced::poll;
using traced::pollfds;
using traced::recv;
using traced::send;
using traced::setsockopt;
using traced::shutdown;
using traced::socket;
using trace::Call;

int Connection::open(uint32_t address, uint16_t port, bool at_once)
{
    half_closed = end_of_file = false;
    sockfd = socket(AF_INET, datagrams ? SOCK_DGRAM : SOCK_STREAM, 0);
    if (sockfd == -1) {
        failed = Call::socket;
        return errno;
    }
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = htonl(address);
    server.sin_port = htons(port);
    // TCP: returns when the kernels have shaken hands; the server need not have called accept() yet.
    // UDP: nothing is sent. The kernel remembers where send() shall go, and from whom recv() shall take (UNP 8.11).
    if (connect(sockfd, reinterpret_cast<sockaddr *>(&server), sizeof server) == -1) {
        const int error = errno;
        failed = Call::connect;
        close_down();
        return error;
    }
    const int on = 1;
    if (at_once && !datagrams)
        setsockopt(sockfd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // Which port did the kernel choose for this end? It is how the server's accept() or recvfrom() names us.
    sockaddr_in local{};
    socklen_t size = sizeof local;
    getsockname(sockfd, reinterpret_cast<sockaddr *>(&local), &size);
    return 0;
}

int Connection::send_all(std::string_view text, int64_t bytes)
{
    const std::string pattern(text.empty() ? size_t(std::min<int64_t>(bytes, 1 << 20)) : 0, 'x');
    int64_t left = text.empty() ? bytes : int64_t(text.size());
    const char *data = text.empty() ? pattern.data() : text.data();
    while (left > 0) {
        const size_t size = size_t(text.empty() ? std::min<int64_t>(left, int64_t(pattern.size())) : left);
        // Sleeps while the send buffer is full, because the server does not read.
        const ssize_t n = send(sockfd, data, size, MSG_NOSIGNAL);
        if (n == -1) {
            failed = Call::send;
            return errno;
        }
        left -= n;
        sent += n;
        if (!text.empty())
            data += n;
        moved();
    }
    return 0;
}

int Connection::send_urgent(std::string_view text)
{
    const ssize_t n = send(sockfd, text.data(), text.size(), MSG_OOB | MSG_NOSIGNAL);
    if (n == -1) {
        failed = Call::send;
        return errno;
    }
    sent += n;
    moved();
    return 0;
}

int Connection::receive_urgent()
{
    // recv() with MSG_OOB never sleeps: without urgent data it fails with EINVAL. So poll() waits for it.
    pollfds<1> urgent("urgent[].fd");
    urgent[0].fd = sockfd;
    urgent[0].events = POLLPRI;
    if (poll(urgent, 1, -1) == -1) {
        failed = Call::poll;
        return errno;
    }
    char byte;
    if (recv(sockfd, &byte, 1, MSG_OOB) == -1) {
        failed = Call::recv;
        return errno;
    }
    return 0;
}

int Connection::receive(int64_t bytes)
{
    char buffer[65536];
    // Sleeps until at least one byte has arrived, then copies what there is.
    const ssize_t n = recv(sockfd, buffer, size_t(std::clamp<int64_t>(bytes, 1, sizeof buffer)), 0);
    if (n == -1) {
        const int error = errno;
        failed = Call::recv;
        end_of_file = error != EINTR;
        return error;
    }
    end_of_file = n == 0; // the server has closed its end
    received += n;
    moved();
    return 0;
}

int Connection::shut_down()
{
    half_closed = shutdown(sockfd, SHUT_WR) == 0;
    if (half_closed)
        return 0;
    failed = Call::shutdown;
    return errno;
}

int Connection::close_down()
{
    const int fd = sockfd;
    sockfd = -1;
    if (fd == -1 || close(fd) == 0)
        return 0;
    failed = Call::close;
    return errno;
}

int Connection::reset()
{
    // Lingering for no time at all: close() throws the connection away and tells the server so (RST).
    const linger no_time{.l_onoff = 1, .l_linger = 0};
    setsockopt(sockfd, SOL_SOCKET, SO_LINGER, &no_time, sizeof no_time);
    return close_down();
}

} // namespace clients
