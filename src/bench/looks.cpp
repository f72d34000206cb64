// SPDX-License-Identifier: MIT
#include "bench/looks.h"

#include "posix/recorded.h"

#include <fcntl.h>
#include <netinet/in.h>

namespace bench {
namespace {

const traced::Here nowhere("bench", 0);

} // namespace

int connect_and_look(int fd, const sockaddr *address, socklen_t size, traced::Here here)
{
    const int result = traced::connect(fd, address, size, here);
    const int error = errno;
    sockaddr_in own{};
    socklen_t room = sizeof own;
    if (result == 0 && address->sa_family == AF_INET)
        traced::getsockname(fd, reinterpret_cast<sockaddr *>(&own), &room, nowhere);
    errno = error;
    return result;
}

int accept_and_look(int fd, const int *flags, traced::Here here)
{
    traced::Recorded call(traced::slot_of(flags ? trace::Call::accept4 : trace::Call::accept, here, fd, 0, flags ? uint32_t(*flags) : 0));
    const int connection = flags ? ::accept4(fd, nullptr, nullptr, *flags) : ::accept(fd, nullptr, nullptr);
    const int error = errno;
    const int64_t end = trace::now();
    call.gave_descriptor(connection);
    sockaddr_in peer{};
    socklen_t room = sizeof peer;
    if (connection >= 0)
        traced::getpeername(connection, reinterpret_cast<sockaddr *>(&peer), &room, nowhere);
    errno = error;
    call.end(connection, {.length = connection >= 0 ? traced::port_of(reinterpret_cast<sockaddr *>(&peer)) : 0}, end);
    return connection;
}

int listen_and_look(int fd, int backlog, traced::Here here)
{
    const int result = traced::listen(fd, backlog, here);
    const int error = errno;
    sockaddr_in own{};
    socklen_t room = sizeof own;
    if (result == 0 && posix::context().port && traced::getsockname(fd, reinterpret_cast<sockaddr *>(&own), &room, nowhere) == 0 && own.sin_family == AF_INET)
        posix::listening_on(ntohs(own.sin_port));
    errno = error;
    return result;
}

int fcntl_and_look(int fd, int command, int argument, traced::Here here)
{
    const int result = traced::fcntl(fd, command, argument, here);
    const int error = errno;
    if (result == 0 && command == F_SETFL)
        traced::fcntl(fd, F_GETFL, 0, nowhere);
    errno = error;
    return result;
}

} // namespace bench
