// SPDX-License-Identifier: MIT
// Names that the C library itself keeps no table of, and errno's, of which it does.
#include "archive/constants.h"

#include <QStringList>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <poll.h>
#include <span>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace archive {
namespace {

struct Constant {
    int value;
    const char *name;
};

constexpr Constant types[] = {
    {SOCK_STREAM, "SOCK_STREAM"}, {SOCK_DGRAM, "SOCK_DGRAM"}, {SOCK_RAW, "SOCK_RAW"},
    {SOCK_SEQPACKET, "SOCK_SEQPACKET"},
};
constexpr Constant options[] = {
    {SO_DEBUG, "SO_DEBUG"},         {SO_REUSEADDR, "SO_REUSEADDR"}, {SO_TYPE, "SO_TYPE"},
    {SO_ERROR, "SO_ERROR"},         {SO_DONTROUTE, "SO_DONTROUTE"}, {SO_BROADCAST, "SO_BROADCAST"},
    {SO_SNDBUF, "SO_SNDBUF"},       {SO_RCVBUF, "SO_RCVBUF"},       {SO_KEEPALIVE, "SO_KEEPALIVE"},
    {SO_OOBINLINE, "SO_OOBINLINE"}, {SO_LINGER, "SO_LINGER"},       {SO_REUSEPORT, "SO_REUSEPORT"},
    {SO_RCVLOWAT, "SO_RCVLOWAT"},   {SO_SNDLOWAT, "SO_SNDLOWAT"},   {SO_RCVTIMEO, "SO_RCVTIMEO"},
    {SO_SNDTIMEO, "SO_SNDTIMEO"},   {SO_TIMESTAMP, "SO_TIMESTAMP"}, {SO_TIMESTAMPNS, "SO_TIMESTAMPNS"},
};
constexpr Constant directions[] = {{SHUT_RD, "SHUT_RD"}, {SHUT_WR, "SHUT_WR"}, {SHUT_RDWR, "SHUT_RDWR"}};
constexpr Constant message_bits[] = {
    {MSG_OOB, "MSG_OOB"},           {MSG_PEEK, "MSG_PEEK"},         {MSG_DONTROUTE, "MSG_DONTROUTE"},
    {MSG_TRUNC, "MSG_TRUNC"},       {MSG_DONTWAIT, "MSG_DONTWAIT"}, {MSG_EOR, "MSG_EOR"},
    {MSG_WAITALL, "MSG_WAITALL"},   {MSG_ERRQUEUE, "MSG_ERRQUEUE"}, {MSG_NOSIGNAL, "MSG_NOSIGNAL"},
    {MSG_MORE, "MSG_MORE"},
};

constexpr Constant commands[] = {
    {F_GETFL, "F_GETFL"},   {F_SETFL, "F_SETFL"},   {F_GETFD, "F_GETFD"},       {F_SETFD, "F_SETFD"},
    {F_SETOWN, "F_SETOWN"}, {F_GETOWN, "F_GETOWN"}, {F_SETOWN_EX, "F_SETOWN_EX"}, {F_GETOWN_EX, "F_GETOWN_EX"},
    {F_SETSIG, "F_SETSIG"}, {F_GETSIG, "F_GETSIG"},
};
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
    {EPOLLERR, "EPOLLERR"}, {EPOLLHUP, "EPOLLHUP"}, {EPOLLONESHOT, "EPOLLONESHOT"}, {int(EPOLLET), "EPOLLET"},
};
constexpr Constant uring_operations[] = {
    {IORING_OP_ACCEPT, "IORING_OP_ACCEPT"}, {IORING_OP_RECV, "IORING_OP_RECV"}, {IORING_OP_SEND, "IORING_OP_SEND"},
    {IORING_OP_ASYNC_CANCEL, "IORING_OP_ASYNC_CANCEL"}, {IORING_OP_CLOSE, "IORING_OP_CLOSE"}, {IORING_OP_NOP, "IORING_OP_NOP"},
};
constexpr Constant access_modes[] = {{O_RDONLY, "O_RDONLY"}, {O_WRONLY, "O_WRONLY"}, {O_RDWR, "O_RDWR"}};
constexpr Constant status_bits[] = {{O_APPEND, "O_APPEND"}, {O_NONBLOCK, "O_NONBLOCK"}, {O_ASYNC, "O_ASYNC"}};

QString name_in(std::span<const Constant> table, int value)
{
    for (const Constant &constant : table)
        if (constant.value == value)
            return QString::fromLatin1(constant.name);
    return QString::number(value);
}

// The names of the bits that are on, those without a name as one number at the end.
QStringList bits_in(std::span<const Constant> table, qint64 flags)
{
    QStringList names;
    for (const Constant &bit : table)
        if (flags & uint32_t(bit.value)) {
            names += QString::fromLatin1(bit.name);
            flags &= ~qint64(uint32_t(bit.value));
        }
    if (flags)
        names += QStringLiteral("0x") + QString::number(flags, 16);
    return names;
}

} // namespace

QString domain_name(qint64 domain)
{
    switch (domain) {
    case AF_UNIX: return QStringLiteral("AF_UNIX");
    case AF_INET: return QStringLiteral("AF_INET");
    case AF_INET6: return QStringLiteral("AF_INET6");
    default: return QString::number(domain);
    }
}

QString socket_type_name(int type)
{
    const QString name = name_in(types, type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC));
    return type & SOCK_NONBLOCK ? name + QStringLiteral("|SOCK_NONBLOCK") : name;
}

QString socket_option_name(int option)
{
    return name_in(options, option);
}

QString shutdown_name(int how)
{
    return name_in(directions, how);
}

QString message_flags(int flags)
{
    const QStringList names = bits_in(message_bits, flags);
    return names.isEmpty() ? QStringLiteral("0") : names.join(QLatin1Char('|'));
}

QString fcntl_command_name(int command)
{
    return name_in(commands, command);
}

QString file_status_flags(qint64 flags)
{
    const QStringList mode{name_in(access_modes, int(flags & O_ACCMODE))};
    return (mode + bits_in(status_bits, flags & ~qint64(O_ACCMODE))).join(QLatin1Char('|'));
}

QString poll_events(int events)
{
    const QStringList names = bits_in(poll_bits, events & 0xffff);
    return names.isEmpty() ? QStringLiteral("0") : names.join(QLatin1Char('|'));
}

QString notification_name(int how)
{
    switch (how) {
    case SIGEV_NONE: return QStringLiteral("SIGEV_NONE");
    case SIGEV_SIGNAL: return QStringLiteral("SIGEV_SIGNAL");
    case SIGEV_THREAD: return QStringLiteral("SIGEV_THREAD");
    default: return QString::number(how);
    }
}

QString epoll_operation_name(int operation)
{
    return name_in(epoll_operations, operation);
}

QString epoll_events(uint32_t events)
{
    const QStringList names = bits_in(epoll_bits, events);
    return names.isEmpty() ? QStringLiteral("0") : names.join(QLatin1Char('|'));
}

QString uring_operation_name(int code)
{
    return name_in(uring_operations, code);
}

QString error_constant(int error)
{
    const char *name = strerrorname_np(error);
    return name ? QString::fromLatin1(name) : QString::number(error);
}

} // namespace archive
