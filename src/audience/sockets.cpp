// SPDX-License-Identifier: MIT
#include "audience/sockets.h"

#include <algorithm>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace audience {
namespace {

constexpr int backlog = 64;
constexpr int receive_buffer = 16 * 1024; // bytes: what is beyond the limits waits at the sender

sockaddr_in at(uint32_t address, uint16_t port)
{
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_addr.s_addr = htonl(address);
    there.sin_port = htons(port);
    return there;
}

void set(int fd, int level, int option, int value)
{
    ::setsockopt(fd, level, option, &value, sizeof value);
}

int tcp_socket()
{
    return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

} // namespace

void Descriptor::reset(int fd)
{
    if (m_fd != -1)
        ::close(m_fd);
    m_fd = fd;
}

int listen_at(uint32_t address, uint16_t port, bool or_another)
{
    Descriptor door(tcp_socket());
    if (!door)
        return -1;
    set(door.fd(), SOL_SOCKET, SO_REUSEADDR, 1);
    set(door.fd(), SOL_SOCKET, SO_RCVBUF, receive_buffer); // its connections inherit it
    sockaddr_in here = at(address, port);
    int bound = ::bind(door.fd(), reinterpret_cast<sockaddr *>(&here), sizeof here);
    if (bound == 0)
        bound = ::listen(door.fd(), backlog); // of two with SO_REUSEADDR it is this that fails
    if (bound == -1 && errno == EADDRINUSE && or_another && port != 0)
        return listen_at(address, 0, false);
    return bound == -1 ? -1 : door.release();
}

uint16_t port_of(int fd)
{
    sockaddr_in here{};
    socklen_t size = sizeof here;
    return ::getsockname(fd, reinterpret_cast<sockaddr *>(&here), &size) == 0 ? ntohs(here.sin_port) : 0;
}

int connect_to(uint16_t port)
{
    Descriptor made(tcp_socket());
    const sockaddr_in there = at(INADDR_LOOPBACK, port);
    if (!made || (::connect(made.fd(), reinterpret_cast<const sockaddr *>(&there), sizeof there) == -1 && errno != EINPROGRESS))
        return -1;
    set(made.fd(), IPPROTO_TCP, TCP_NODELAY, 1);
    return made.release();
}

void ask_for_life(int fd, int silence)
{
    set(fd, SOL_SOCKET, SO_KEEPALIVE, 1);
    set(fd, IPPROTO_TCP, TCP_KEEPIDLE, silence);
    set(fd, IPPROTO_TCP, TCP_KEEPINTVL, std::max(1, silence / 3));
    set(fd, IPPROTO_TCP, TCP_KEEPCNT, 3);
    set(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, 1000 * silence); // ms
    set(fd, IPPROTO_TCP, TCP_NODELAY, 1);
}

void will_reset(int fd)
{
    const linger at_once{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

} // namespace audience
