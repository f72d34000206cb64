// SPDX-License-Identifier: MIT
// What calls do and constants mean, in a sentence each.
#include "ui/bench/proposals.h"

#include "words/language.h"

namespace ui {
namespace {

struct Meaning {
    const char *name;
    const char *text; // English source text, context "Bench"
};

constexpr Meaning calls_table[] = {
    {"socket", QT_TRANSLATE_NOOP("Bench", "Makes a socket: the lowest free descriptor names it.")},
    {"bind", QT_TRANSLATE_NOOP("Bench", "Gives the socket its own address and port.")},
    {"listen", QT_TRANSLATE_NOOP("Bench", "From now on the kernel accepts connections and queues them.")},
    {"connect", QT_TRANSLATE_NOOP("Bench", "Connects to a listening socket; TCP waits for the handshake.")},
    {"accept", QT_TRANSLATE_NOOP("Bench", "Takes a connection out of the queue, and sleeps until there is one.")},
    {"accept4", QT_TRANSLATE_NOOP("Bench", "As accept(), with flags for the new descriptor.")},
    {"recv", QT_TRANSLATE_NOOP("Bench", "Reads data from a socket into a buffer.")},
    {"send", QT_TRANSLATE_NOOP("Bench", "Copies data into the socket's send buffer, and sleeps while that is full.")},
    {"recvfrom", QT_TRANSLATE_NOOP("Bench", "Reads a datagram and tells who sent it.")},
    {"sendto", QT_TRANSLATE_NOOP("Bench", "Sends a datagram to an address.")},
    {"read", QT_TRANSLATE_NOOP("Bench", "Reads what is there, and sleeps until something is.")},
    {"fgets", QT_TRANSLATE_NOOP("Bench", "Takes a line out of the C library's buffer, which read() fills.")},
    {"write", QT_TRANSLATE_NOOP("Bench", "Writes bytes to a descriptor.")},
    {"close", QT_TRANSLATE_NOOP("Bench", "Gives the descriptor back; its number is free again.")},
    {"shutdown", QT_TRANSLATE_NOOP("Bench", "Ends one direction of a connection, or both.")},
    {"pipe", QT_TRANSLATE_NOOP("Bench", "Makes a pipe: fds[0] is read from, fds[1] written to.")},
    {"dup", QT_TRANSLATE_NOOP("Bench", "One more number for the same open file description.")},
    {"dup2", QT_TRANSLATE_NOOP("Bench", "As dup(), with a number of your choice.")},
    {"fcntl", QT_TRANSLATE_NOOP("Bench", "Reads or sets the flags of a descriptor.")},
    {"ioctl", QT_TRANSLATE_NOOP("Bench", "Asks or sets something of a device or a socket.")},
    {"getsockopt", QT_TRANSLATE_NOOP("Bench", "Reads an option of a socket.")},
    {"setsockopt", QT_TRANSLATE_NOOP("Bench", "Sets an option of a socket.")},
    {"select", QT_TRANSLATE_NOOP("Bench", "Sleeps until one of the descriptors in the sets is ready; the kernel overwrites the sets.")},
    {"poll", QT_TRANSLATE_NOOP("Bench", "Sleeps until an entry is ready; only revents is written.")},
    {"epoll_wait", QT_TRANSLATE_NOOP("Bench", "Sleeps until something of the interest list is ready.")},
    {"epoll_ctl", QT_TRANSLATE_NOOP("Bench", "Puts a descriptor on the interest list, changes it or takes it off.")},
    {"nanosleep", QT_TRANSLATE_NOOP("Bench", "Sleeps that long.")},
    {"sigaction", QT_TRANSLATE_NOOP("Bench", "Says what happens when a signal comes.")},
    {"sigprocmask", QT_TRANSLATE_NOOP("Bench", "Blocks signals, or lets them in again.")},
    {"tcflow", QT_TRANSLATE_NOOP("Bench", "Stops a terminal's output, or lets it go on.")},
    {"aio_read", QT_TRANSLATE_NOOP("Bench", "Asks for a read and returns at once; a thread of the C library does it.")},
    {"aio_write", QT_TRANSLATE_NOOP("Bench", "Asks for a write and returns at once.")},
    {"aio_error", QT_TRANSLATE_NOOP("Bench", "How far a request is: EINPROGRESS, 0, or its errno.")},
    {"aio_return", QT_TRANSLATE_NOOP("Bench", "What the complete request returned; once only.")},
    {"aio_suspend", QT_TRANSLATE_NOOP("Bench", "Sleeps until one of the requests is complete.")},
    {"aio_cancel", QT_TRANSLATE_NOOP("Bench", "Calls requests off that no thread does yet.")},
    {"FD_ZERO", QT_TRANSLATE_NOOP("Bench", "Clears all 1,024 bits of a set.")},
    {"FD_SET", QT_TRANSLATE_NOOP("Bench", "Sets the descriptor's bit.")},
    {"FD_CLR", QT_TRANSLATE_NOOP("Bench", "Clears the descriptor's bit.")},
    {"FD_ISSET", QT_TRANSLATE_NOOP("Bench", "Whether the descriptor's bit is set.")},
};

constexpr Meaning constants_table[] = {
    {"0", QT_TRANSLATE_NOOP("Bench", "as usual")},
    {"NULL", QT_TRANSLATE_NOOP("Bench", "none")},
    {"MSG_DONTWAIT", QT_TRANSLATE_NOOP("Bench", "does not sleep in this call: EAGAIN when there is nothing")},
    {"MSG_PEEK", QT_TRANSLATE_NOOP("Bench", "copies without taking: the bytes stay in the receive buffer")},
    {"MSG_WAITALL", QT_TRANSLATE_NOOP("Bench", "sleeps until len bytes are there (or the end, or a signal)")},
    {"MSG_OOB", QT_TRANSLATE_NOOP("Bench", "urgent data")},
    {"MSG_NOSIGNAL", QT_TRANSLATE_NOOP("Bench", "no SIGPIPE when the peer has closed")},
    {"AF_INET", QT_TRANSLATE_NOOP("Bench", "IPv4")},
    {"AF_INET6", QT_TRANSLATE_NOOP("Bench", "IPv6")},
    {"AF_UNIX", QT_TRANSLATE_NOOP("Bench", "within this machine")},
    {"SOCK_STREAM", QT_TRANSLATE_NOOP("Bench", "a stream of bytes: TCP")},
    {"SOCK_DGRAM", QT_TRANSLATE_NOOP("Bench", "datagrams: UDP")},
    {"SOCK_NONBLOCK", QT_TRANSLATE_NOOP("Bench", "O_NONBLOCK from the beginning")},
    {"F_GETFL", QT_TRANSLATE_NOOP("Bench", "reads the flag word")},
    {"F_SETFL", QT_TRANSLATE_NOOP("Bench", "replaces the flag word: read it first")},
    {"F_GETFD", QT_TRANSLATE_NOOP("Bench", "reads the flags of this number: FD_CLOEXEC")},
    {"F_SETFD", QT_TRANSLATE_NOOP("Bench", "sets the flags of this number")},
    {"F_SETOWN", QT_TRANSLATE_NOOP("Bench", "who gets SIGIO and SIGURG")},
    {"F_GETOWN", QT_TRANSLATE_NOOP("Bench", "who gets them now")},
    {"F_SETSIG", QT_TRANSLATE_NOOP("Bench", "a signal of your choice instead of SIGIO: real-time ones are queued")},
    {"F_GETSIG", QT_TRANSLATE_NOOP("Bench", "the signal instead of SIGIO")},
    {"O_NONBLOCK", QT_TRANSLATE_NOOP("Bench", "calls do not sleep: -1, EAGAIN")},
    {"O_ASYNC", QT_TRANSLATE_NOOP("Bench", "sends SIGIO when I/O becomes possible")},
    {"O_APPEND", QT_TRANSLATE_NOOP("Bench", "every write goes to the end")},
    {"SHUT_RD", QT_TRANSLATE_NOOP("Bench", "nothing more is read")},
    {"SHUT_WR", QT_TRANSLATE_NOOP("Bench", "nothing more is sent: the peer reads an end of file")},
    {"SHUT_RDWR", QT_TRANSLATE_NOOP("Bench", "both")},
    {"SOL_SOCKET", QT_TRANSLATE_NOOP("Bench", "options of every socket")},
    {"IPPROTO_IP", QT_TRANSLATE_NOOP("Bench", "options of IPv4")},
    {"IPPROTO_TCP", QT_TRANSLATE_NOOP("Bench", "options of TCP")},
    {"SIG_BLOCK", QT_TRANSLATE_NOOP("Bench", "these are blocked, too")},
    {"SIG_UNBLOCK", QT_TRANSLATE_NOOP("Bench", "these are let in again")},
    {"SIG_SETMASK", QT_TRANSLATE_NOOP("Bench", "exactly these are blocked")},
    {"TCOOFF", QT_TRANSLATE_NOOP("Bench", "stops the output, as Ctrl-S does")},
    {"TCOON", QT_TRANSLATE_NOOP("Bench", "lets the output go on, as Ctrl-Q does")},
    {"FIONREAD", QT_TRANSLATE_NOOP("Bench", "how many bytes can be read")},
    {"FIONBIO", QT_TRANSLATE_NOOP("Bench", "O_NONBLOCK, on or off")},
    {"FIOASYNC", QT_TRANSLATE_NOOP("Bench", "O_ASYNC, on or off")},
    {"SIOCATMARK", QT_TRANSLATE_NOOP("Bench", "whether the urgent byte is next")},
};

template <size_t N>
QString found(const words::Language &language, const Meaning (&table)[N], const QString &name)
{
    for (const Meaning &one : table)
        if (name == QLatin1String(one.name))
            return language.say("Bench", one.text);
    return {};
}

} // namespace

QString call_meaning(const words::Language &language, const QString &call)
{
    return found(language, calls_table, call);
}

QString constant_meaning(const words::Language &language, const QString &name)
{
    return found(language, constants_table, name);
}

} // namespace ui
