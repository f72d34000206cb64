// SPDX-License-Identifier: MIT
// The names of the errors, and what each means to a student.
#include "words/errors.h"

#include "words/sentences.h"

#include <QCoreApplication>

#include <cerrno>
#include <climits>
#include <cstring>
#include <sys/socket.h>

namespace words {
namespace {

struct Meaning {
    int error;
    const char *text;
};

constexpr Meaning meanings[] = {
    {EINTR, QT_TRANSLATE_NOOP("Errors", "a signal interrupted the call")},
    {EBADF, QT_TRANSLATE_NOOP("Errors", "the descriptor is not open")},
    {EAGAIN, QT_TRANSLATE_NOOP("Errors", "nothing is ready, and the call must not wait")},
    {EMFILE, QT_TRANSLATE_NOOP("Errors", "the limit of open descriptors is reached")},
    {ENFILE, QT_TRANSLATE_NOOP("Errors", "the whole system has no descriptor left")},
    {ENOMEM, QT_TRANSLATE_NOOP("Errors", "the system has no memory left")},
    {ENOBUFS, QT_TRANSLATE_NOOP("Errors", "the kernel has no buffer left")},
    {ECONNRESET, QT_TRANSLATE_NOOP("Errors", "the other end has reset the connection")},
    {ECONNREFUSED, QT_TRANSLATE_NOOP("Errors", "nobody listens on that port")},
    {ECONNABORTED, QT_TRANSLATE_NOOP("Errors", "the connection was broken off")},
    {EPIPE, QT_TRANSLATE_NOOP("Errors", "the connection can no longer be written to")},
    {EADDRINUSE, QT_TRANSLATE_NOOP("Errors", "the port is in use already")},
    {EADDRNOTAVAIL, QT_TRANSLATE_NOOP("Errors", "the address or a free port for it is not available")},
    {EACCES, QT_TRANSLATE_NOOP("Errors", "the system does not permit it")},
    {EPERM, QT_TRANSLATE_NOOP("Errors", "the system does not permit it")},
    {EINVAL, QT_TRANSLATE_NOOP("Errors", "the call makes no sense for this descriptor as it is now")},
    {ENOTSOCK, QT_TRANSLATE_NOOP("Errors", "the descriptor is not a socket")},
    {ENOTCONN, QT_TRANSLATE_NOOP("Errors", "the socket is not connected")},
    {EISCONN, QT_TRANSLATE_NOOP("Errors", "the socket is connected already")},
    {EINPROGRESS, QT_TRANSLATE_NOOP("Errors", "the connection is still being made")},
    {ETIMEDOUT, QT_TRANSLATE_NOOP("Errors", "there was no answer in time")},
    {ENETUNREACH, QT_TRANSLATE_NOOP("Errors", "the network cannot be reached")},
    {EHOSTUNREACH, QT_TRANSLATE_NOOP("Errors", "the computer cannot be reached")},
    {EFAULT, QT_TRANSLATE_NOOP("Errors", "the address given is not in the program's memory")},
    {ENOSPC, QT_TRANSLATE_NOOP("Errors", "the disk is full")},
    {ENOENT, QT_TRANSLATE_NOOP("Errors", "there is no such file")},
    {EISDIR, QT_TRANSLATE_NOOP("Errors", "it is a folder, not a file")},
    {EROFS, QT_TRANSLATE_NOOP("Errors", "the disk can only be read")},
};

} // namespace

QString error_name(int error)
{
    if (error == 0)
        return {};
    const char *name = strerrorname_np(error);
    return name ? QString::fromLatin1(name) : QString::number(error);
}

int error_told(const trace::Event &event)
{
    const bool asked = event.call == trace::Call::getsockopt && event.end && event.result == 0 && calls::value(event, "level") == SOL_SOCKET
        && calls::value(event, "option") == SO_ERROR;
    const int64_t error = asked ? calls::value(event, "value").value_or(0) : 0;
    return error > 0 && error <= INT_MAX ? int(error) : 0;
}

QString error_meaning(const Language &language, int error)
{
    for (const Meaning &meaning : meanings)
        if (meaning.error == error)
            return language.say("Errors", meaning.text);
    return language.say("Errors", "the system reports this error");
}

} // namespace words
