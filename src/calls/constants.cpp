// SPDX-License-Identifier: MIT
// Names that the C library itself keeps no table of.
#include "calls/names.h"

#include <aio.h>
#include <climits>
#include <csignal>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <linux/sockios.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

namespace calls {
namespace {

static_assert(descriptors_in_a_set == FD_SETSIZE);

constexpr Constant domains[] = {
    {AF_UNSPEC, "AF_UNSPEC"}, {AF_UNIX, "AF_UNIX"}, {AF_INET, "AF_INET"}, {AF_INET6, "AF_INET6"},
};
// The flags come after the type, as they are written.
constexpr Constant socket_types[] = {
    {SOCK_STREAM, "SOCK_STREAM"}, {SOCK_DGRAM, "SOCK_DGRAM"}, {SOCK_RAW, "SOCK_RAW"}, {SOCK_SEQPACKET, "SOCK_SEQPACKET"},
};
constexpr Constant levels[] = {
    {SOL_SOCKET, "SOL_SOCKET"}, {IPPROTO_IP, "IPPROTO_IP"}, {IPPROTO_TCP, "IPPROTO_TCP"}, {IPPROTO_UDP, "IPPROTO_UDP"},
    {IPPROTO_IPV6, "IPPROTO_IPV6"},
};
constexpr Constant options[] = {
    {SO_DEBUG, "SO_DEBUG", SOL_SOCKET},         {SO_REUSEADDR, "SO_REUSEADDR", SOL_SOCKET},
    {SO_TYPE, "SO_TYPE", SOL_SOCKET},           {SO_ERROR, "SO_ERROR", SOL_SOCKET},
    {SO_DONTROUTE, "SO_DONTROUTE", SOL_SOCKET}, {SO_BROADCAST, "SO_BROADCAST", SOL_SOCKET},
    {SO_SNDBUF, "SO_SNDBUF", SOL_SOCKET},       {SO_RCVBUF, "SO_RCVBUF", SOL_SOCKET},
    {SO_KEEPALIVE, "SO_KEEPALIVE", SOL_SOCKET}, {SO_OOBINLINE, "SO_OOBINLINE", SOL_SOCKET},
    {SO_LINGER, "SO_LINGER", SOL_SOCKET},       {SO_REUSEPORT, "SO_REUSEPORT", SOL_SOCKET},
    {SO_RCVLOWAT, "SO_RCVLOWAT", SOL_SOCKET},   {SO_SNDLOWAT, "SO_SNDLOWAT", SOL_SOCKET},
    {SO_RCVTIMEO, "SO_RCVTIMEO", SOL_SOCKET},   {SO_SNDTIMEO, "SO_SNDTIMEO", SOL_SOCKET},
    {SO_TIMESTAMP, "SO_TIMESTAMP", SOL_SOCKET}, {SO_TIMESTAMPNS, "SO_TIMESTAMPNS", SOL_SOCKET},
    {SO_BINDTODEVICE, "SO_BINDTODEVICE", SOL_SOCKET},
    {TCP_NODELAY, "TCP_NODELAY", IPPROTO_TCP},  {TCP_MAXSEG, "TCP_MAXSEG", IPPROTO_TCP},
    {TCP_CORK, "TCP_CORK", IPPROTO_TCP},        {TCP_KEEPIDLE, "TCP_KEEPIDLE", IPPROTO_TCP},
    {TCP_LINGER2, "TCP_LINGER2", IPPROTO_TCP},  {TCP_QUICKACK, "TCP_QUICKACK", IPPROTO_TCP},
    {TCP_CONGESTION, "TCP_CONGESTION", IPPROTO_TCP}, {TCP_WINDOW_CLAMP, "TCP_WINDOW_CLAMP", IPPROTO_TCP},
    {TCP_USER_TIMEOUT, "TCP_USER_TIMEOUT", IPPROTO_TCP}, {TCP_DEFER_ACCEPT, "TCP_DEFER_ACCEPT", IPPROTO_TCP},
    {IP_TOS, "IP_TOS", IPPROTO_IP},             {IP_TTL, "IP_TTL", IPPROTO_IP},
    {IPV6_V6ONLY, "IPV6_V6ONLY", IPPROTO_IPV6},
    {IP_HDRINCL, "IP_HDRINCL", IPPROTO_IP},     {IP_OPTIONS, "IP_OPTIONS", IPPROTO_IP},
    {IP_MULTICAST_TTL, "IP_MULTICAST_TTL", IPPROTO_IP}, {IP_MULTICAST_LOOP, "IP_MULTICAST_LOOP", IPPROTO_IP},
    {IPV6_UNICAST_HOPS, "IPV6_UNICAST_HOPS", IPPROTO_IPV6}, {IPV6_MULTICAST_HOPS, "IPV6_MULTICAST_HOPS", IPPROTO_IPV6},
    {IPV6_MULTICAST_LOOP, "IPV6_MULTICAST_LOOP", IPPROTO_IPV6}, {IPV6_MULTICAST_IF, "IPV6_MULTICAST_IF", IPPROTO_IPV6},
    {IPV6_TCLASS, "IPV6_TCLASS", IPPROTO_IPV6}, {IPV6_RECVPKTINFO, "IPV6_RECVPKTINFO", IPPROTO_IPV6},
};
constexpr Constant shutdown_ways[] = {{SHUT_RD, "SHUT_RD"}, {SHUT_WR, "SHUT_WR"}, {SHUT_RDWR, "SHUT_RDWR"}};
constexpr Constant message_bits[] = {
    {MSG_OOB, "MSG_OOB"},           {MSG_PEEK, "MSG_PEEK"},         {MSG_DONTROUTE, "MSG_DONTROUTE"},
    {MSG_TRUNC, "MSG_TRUNC"},       {MSG_DONTWAIT, "MSG_DONTWAIT"}, {MSG_EOR, "MSG_EOR"},
    {MSG_WAITALL, "MSG_WAITALL"},   {MSG_ERRQUEUE, "MSG_ERRQUEUE"}, {MSG_NOSIGNAL, "MSG_NOSIGNAL"},
    {MSG_MORE, "MSG_MORE"},
};
constexpr Constant commands[] = {
    {F_GETFL, "F_GETFL"},   {F_SETFL, "F_SETFL"},   {F_GETFD, "F_GETFD"},         {F_SETFD, "F_SETFD"},
    {F_SETOWN, "F_SETOWN"}, {F_GETOWN, "F_GETOWN"}, {F_SETOWN_EX, "F_SETOWN_EX"}, {F_GETOWN_EX, "F_GETOWN_EX"},
    {F_SETSIG, "F_SETSIG"}, {F_GETSIG, "F_GETSIG"}, {F_DUPFD, "F_DUPFD"},         {F_DUPFD_CLOEXEC, "F_DUPFD_CLOEXEC"},
};
constexpr Constant status_bits[] = {{O_APPEND, "O_APPEND"}, {O_NONBLOCK, "O_NONBLOCK"}, {O_ASYNC, "O_ASYNC"}};
constexpr Constant owners[] = {{F_OWNER_TID, "F_OWNER_TID"}, {F_OWNER_PID, "F_OWNER_PID"}, {F_OWNER_PGRP, "F_OWNER_PGRP"}};
constexpr Constant poll_bits[] = {
    {POLLIN, "POLLIN"}, {POLLPRI, "POLLPRI"}, {POLLOUT, "POLLOUT"}, {POLLERR, "POLLERR"}, {POLLHUP, "POLLHUP"},
    {POLLNVAL, "POLLNVAL"}, {POLLRDNORM, "POLLRDNORM"}, {POLLRDBAND, "POLLRDBAND"}, {POLLWRNORM, "POLLWRNORM"},
    {POLLWRBAND, "POLLWRBAND"}, {POLLMSG, "POLLMSG"},
};
constexpr Constant epoll_operations[] = {
    {EPOLL_CTL_ADD, "EPOLL_CTL_ADD"}, {EPOLL_CTL_MOD, "EPOLL_CTL_MOD"}, {EPOLL_CTL_DEL, "EPOLL_CTL_DEL"},
};
constexpr Constant epoll_bits[] = {
    {EPOLLIN, "EPOLLIN"}, {EPOLLPRI, "EPOLLPRI"}, {EPOLLOUT, "EPOLLOUT"}, {EPOLLRDHUP, "EPOLLRDHUP"},
    {EPOLLERR, "EPOLLERR"}, {EPOLLHUP, "EPOLLHUP"}, {EPOLLONESHOT, "EPOLLONESHOT"}, {EPOLLEXCLUSIVE, "EPOLLEXCLUSIVE"},
    {EPOLLET, "EPOLLET"},
};
constexpr Constant si_codes[] = {
    {POLL_IN, "POLL_IN"},     {POLL_OUT, "POLL_OUT"}, {POLL_MSG, "POLL_MSG"},     {POLL_ERR, "POLL_ERR"},
    {POLL_PRI, "POLL_PRI"},   {POLL_HUP, "POLL_HUP"}, {SI_KERNEL, "SI_KERNEL"},   {SI_USER, "SI_USER"},
    {SI_QUEUE, "SI_QUEUE"},   {SI_TIMER, "SI_TIMER"}, {SI_ASYNCIO, "SI_ASYNCIO"}, {SI_SIGIO, "SI_SIGIO"},
    {SI_TKILL, "SI_TKILL"},
    {CLD_EXITED, "CLD_EXITED", SIGCHLD},   {CLD_KILLED, "CLD_KILLED", SIGCHLD},   {CLD_DUMPED, "CLD_DUMPED", SIGCHLD},
    {CLD_TRAPPED, "CLD_TRAPPED", SIGCHLD}, {CLD_STOPPED, "CLD_STOPPED", SIGCHLD}, {CLD_CONTINUED, "CLD_CONTINUED", SIGCHLD},
};
constexpr Constant action_bits[] = {
    {SA_NOCLDSTOP, "SA_NOCLDSTOP"}, {SA_NOCLDWAIT, "SA_NOCLDWAIT"}, {SA_SIGINFO, "SA_SIGINFO"}, {SA_ONSTACK, "SA_ONSTACK"},
    {SA_RESTART, "SA_RESTART"},     {SA_NODEFER, "SA_NODEFER"},     {int64_t(uint32_t(SA_RESETHAND)), "SA_RESETHAND"},
};
constexpr Constant handlers[] = {{0, "SIG_DFL"}, {1, "handler"}};
constexpr Constant mask_ways[] = {{SIG_BLOCK, "SIG_BLOCK"}, {SIG_UNBLOCK, "SIG_UNBLOCK"}, {SIG_SETMASK, "SIG_SETMASK"}};
constexpr Constant notifications[] = {{SIGEV_NONE, "SIGEV_NONE"}, {SIGEV_SIGNAL, "SIGEV_SIGNAL"}, {SIGEV_THREAD, "SIGEV_THREAD"}};
constexpr Constant uring_operations[] = {
    {IORING_OP_ACCEPT, "IORING_OP_ACCEPT"}, {IORING_OP_RECV, "IORING_OP_RECV"}, {IORING_OP_SEND, "IORING_OP_SEND"},
    {IORING_OP_ASYNC_CANCEL, "IORING_OP_ASYNC_CANCEL"}, {IORING_OP_CLOSE, "IORING_OP_CLOSE"}, {IORING_OP_NOP, "IORING_OP_NOP"},
};
constexpr Constant cancellations[] = {
    {AIO_CANCELED, "AIO_CANCELED"}, {AIO_NOTCANCELED, "AIO_NOTCANCELED"}, {AIO_ALLDONE, "AIO_ALLDONE"},
};

constexpr Constant accept_bits[] = {{SOCK_NONBLOCK, "SOCK_NONBLOCK"}, {SOCK_CLOEXEC, "SOCK_CLOEXEC"}};
constexpr Constant controls[] = {
    {FIONREAD, "FIONREAD"}, {FIONBIO, "FIONBIO"}, {FIOASYNC, "FIOASYNC"}, {SIOCATMARK, "SIOCATMARK"}, {TIOCOUTQ, "TIOCOUTQ"},
};
constexpr Constant further[] = {
    {INADDR_ANY, "INADDR_ANY"}, {INADDR_LOOPBACK, "INADDR_LOOPBACK"}, {FD_SETSIZE, "FD_SETSIZE"}, {STDIN_FILENO, "STDIN_FILENO"},
    {STDOUT_FILENO, "STDOUT_FILENO"}, {STDERR_FILENO, "STDERR_FILENO"}, {SOMAXCONN, "SOMAXCONN"}, {FD_CLOEXEC, "FD_CLOEXEC"},
    {O_RDONLY, "O_RDONLY"}, {O_WRONLY, "O_WRONLY"}, {O_RDWR, "O_RDWR"}, {SOCK_NONBLOCK, "SOCK_NONBLOCK"}, {SOCK_CLOEXEC, "SOCK_CLOEXEC"},
    {EPOLL_CLOEXEC, "EPOLL_CLOEXEC"}, {0, "SIG_DFL"}, {1, "SIG_IGN"}, {IPPROTO_ICMP, "IPPROTO_ICMP"}, {0, "NULL"}, {INT_MAX, "INT_MAX"},
};
constexpr Constant flows[] = {{TCOOFF, "TCOOFF"}, {TCOON, "TCOON"}, {TCIOFF, "TCIOFF"}, {TCION, "TCION"}};

} // namespace

std::span<const Constant> further_constants() noexcept
{
    return further;
}

std::span<const Constant> constants(Type type) noexcept
{
    switch (type) {
    case Type::domain: return domains;
    case Type::socket_type: return socket_types;
    case Type::level: return levels;
    case Type::option: return options;
    case Type::message_flags: return message_bits;
    case Type::shutdown_way: return shutdown_ways;
    case Type::command: return commands;
    case Type::status_flags: return status_bits;
    case Type::owner: return owners;
    case Type::poll_events: return poll_bits;
    case Type::epoll_operation: return epoll_operations;
    case Type::epoll_events: return epoll_bits;
    case Type::si_code: return si_codes;
    case Type::action_flags: return action_bits;
    case Type::handler: return handlers;
    case Type::mask_way: return mask_ways;
    case Type::notification: return notifications;
    case Type::uring_operation: return uring_operations;
    case Type::cancelled: return cancellations;
    case Type::accept_flags: return accept_bits;
    case Type::control: return controls;
    case Type::flow: return flows;
    default: return {};
    }
}

bool is_bits(Type type) noexcept
{
    return type == Type::message_flags || type == Type::status_flags || type == Type::poll_events || type == Type::epoll_events
        || type == Type::action_flags || type == Type::accept_flags || type == Type::signal_mask || type == Type::socket_type;
}

} // namespace calls
