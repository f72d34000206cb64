// SPDX-License-Identifier: MIT
// The system calls and the four macros, each recorded: same names, same arguments, same results, errno kept.
// They are function objects, so that argument-dependent lookup does not find the C library's as well.
#pragma once

#include "trace/place.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>

#include <array>
#include <ctime>

#undef FD_ZERO
#undef FD_SET
#undef FD_CLR
#undef FD_ISSET

namespace traced {

using trace::Here;
using std::source_location;

// A descriptor set whose name is known, so that the recording can tell which one a call was given.
struct fd_set : ::fd_set {
    explicit fd_set(const char *name, Here here = source_location::current()) noexcept;
    // readfds = allset: recorded with the names of both. By value, since only a constructor can be told the line.
    fd_set(const fd_set &other, Here here = source_location::current()) noexcept : ::fd_set(other), variable(other.variable), place(here) {}
    fd_set &operator=(fd_set from);
    uint16_t variable;

private:
    Here place;
};

// An array of pollfd whose variable is known.
struct pollfd_array {
    ::pollfd *first;
    uint16_t variable;
};

// Each takes what the call of the same name takes, see section 2 of the manual. The last parameter is the line it stands on.
struct Socket { int operator()(int domain, int type, int protocol, Here = source_location::current()) const; };
struct SetSockOpt { int operator()(int fd, int level, int option, const void *value, socklen_t size, Here = source_location::current()) const; };
struct Bind { int operator()(int fd, const sockaddr *address, socklen_t size, Here = source_location::current()) const; };
struct Listen { int operator()(int fd, int backlog, Here = source_location::current()) const; };
struct GetSockName { int operator()(int fd, sockaddr *address, socklen_t *size, Here = source_location::current()) const; };
struct Connect { int operator()(int fd, const sockaddr *address, socklen_t size, Here = source_location::current()) const; };
struct Accept { int operator()(int fd, sockaddr *peer, socklen_t *size, Here = source_location::current()) const; };
struct Accept4 { int operator()(int fd, sockaddr *peer, socklen_t *size, int flags, Here = source_location::current()) const; };
struct GetSockOpt { int operator()(int fd, int level, int option, void *value, socklen_t *size, Here = source_location::current()) const; };
struct GetPeerName { int operator()(int fd, sockaddr *address, socklen_t *size, Here = source_location::current()) const; };
struct Select { int operator()(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, timeval *timeout, Here = source_location::current()) const; };
struct Poll { int operator()(pollfd_array fds, nfds_t count, int timeout, Here = source_location::current()) const; };
struct Recv { ssize_t operator()(int fd, void *buffer, size_t size, int flags, Here = source_location::current()) const; };
struct Send { ssize_t operator()(int fd, const void *buffer, size_t size, int flags, Here = source_location::current()) const; };
struct RecvFrom { ssize_t operator()(int fd, void *buffer, size_t size, int flags, sockaddr *from, socklen_t *from_size, Here = source_location::current()) const; };
struct SendTo { ssize_t operator()(int fd, const void *buffer, size_t size, int flags, const sockaddr *to, socklen_t to_size, Here = source_location::current()) const; };
struct Shutdown { int operator()(int fd, int how, Here = source_location::current()) const; };
struct Close { int operator()(int fd, Here = source_location::current()) const; };
struct Fcntl {
    int operator()(int fd, int command, int argument, Here = source_location::current()) const;
    int operator()(int fd, int command, const f_owner_ex *owner, Here = source_location::current()) const; // F_SETOWN_EX
};
struct NanoSleep { int operator()(const timespec *duration, timespec *left, Here = source_location::current()) const; };

// Descriptors that are no sockets, and what makes and moves them.
struct Pipe { int operator()(int ends[2], Here = source_location::current()) const; };
struct SocketPair { int operator()(int domain, int type, int protocol, int ends[2], Here = source_location::current()) const; };
struct Dup { int operator()(int fd, Here = source_location::current()) const; };
struct Dup2 { int operator()(int fd, int to, Here = source_location::current()) const; };
struct Read { ssize_t operator()(int fd, void *buffer, size_t size, Here = source_location::current()) const; };
struct Write { ssize_t operator()(int fd, const void *buffer, size_t size, Here = source_location::current()) const; };
struct IoCtl { int operator()(int fd, unsigned long request, int *number, Here = source_location::current()) const; }; // FIONREAD, FIONBIO, …
struct TcFlow { int operator()(int fd, int action, Here = source_location::current()) const; };
// Descriptor `fd` has come to be one of the terminal /dev/pts/`number`, as a shell gives a program its terminal.
struct TerminalOpened { void operator()(int fd, int number, Here = source_location::current()) const; };

// FD_SET and FD_CLR leave a set alone when `fd` is outside it (select(2): undefined otherwise); FD_ISSET answers 0.
struct FdZero { void operator()(fd_set *set, Here = source_location::current()) const; };
struct FdSet { void operator()(int fd, fd_set *set, Here = source_location::current()) const; };
struct FdClr { void operator()(int fd, fd_set *set, Here = source_location::current()) const; };
struct FdIsSet { int operator()(int fd, const fd_set *set, Here = source_location::current()) const; };

inline constexpr Socket socket{};
inline constexpr SetSockOpt setsockopt{};
inline constexpr Bind bind{};
inline constexpr Listen listen{};
inline constexpr GetSockName getsockname{};
inline constexpr Connect connect{};
inline constexpr Accept accept{};
inline constexpr Accept4 accept4{};
inline constexpr GetSockOpt getsockopt{};
inline constexpr GetPeerName getpeername{};
inline constexpr Pipe pipe{};
inline constexpr SocketPair socketpair{};
inline constexpr Dup dup{};
inline constexpr Dup2 dup2{};
inline constexpr Read read{};
inline constexpr Write write{};
inline constexpr IoCtl ioctl{};
inline constexpr TcFlow tcflow{};
inline constexpr TerminalOpened terminal_opened{};
inline constexpr Select select{};
inline constexpr Poll poll{};
inline constexpr Recv recv{};
inline constexpr Send send{};
inline constexpr RecvFrom recvfrom{};
inline constexpr SendTo sendto{};
inline constexpr Shutdown shutdown{};
inline constexpr Close close{};
inline constexpr Fcntl fcntl{};
inline constexpr NanoSleep nanosleep{};
inline constexpr FdZero FD_ZERO{};
inline constexpr FdSet FD_SET{};
inline constexpr FdClr FD_CLR{};
inline constexpr FdIsSet FD_ISSET{};

// A value and the line that gives it.
struct Value {
    Value(int given, Here here = source_location::current()) noexcept : value(given), place(here) {}
    int value;
    Here place;
};

void assign_number(uint16_t variable, int &number, Value value);
void assign_slot(uint16_t variable, int index, int &slot, Value value);
void assign_all(uint16_t variable, size_t size, Value value);
uint16_t name_variable(const char *name) noexcept;

// An int whose assignment is an event: maxfd.
class number {
public:
    explicit number(const char *name) noexcept : m_variable(name_variable(name)) {}
    number &operator=(Value given)
    {
        assign_number(m_variable, m_value, given);
        return *this;
    }
    operator int() const noexcept { return m_value; }

private:
    int m_value = 0;
    uint16_t m_variable;
};

// An array of descriptors whose assignments are events: client_FD[i] = fd. Every slot begins as `value`.
template <size_t N>
class table {
public:
    table(const char *name, Value value) : m_variable(name_variable(name))
    {
        assign_all(m_variable, N, value);
        m_slots.fill(value.value);
    }

    class slot {
    public:
        slot &operator=(int value)
        {
            assign_slot(m_table.m_variable, m_index.value, m_table.m_slots[size_t(m_index.value)], {value, m_index.place});
            return *this;
        }
        operator int() const noexcept { return m_table.m_slots[size_t(m_index.value)]; }

    private:
        friend class table;
        slot(table &table, Value index) noexcept : m_table(table), m_index(index) {}
        table &m_table;
        Value m_index;
    };
    slot operator[](Value index) noexcept { return {*this, index}; }
    static constexpr int size() { return int(N); }

private:
    std::array<int, N> m_slots;
    uint16_t m_variable;
};

// struct pollfd NAME[N]: every fd begins as -1, which poll() passes over; each assignment to one is an event.
template <size_t N>
class pollfds {
public:
    explicit pollfds(const char *name, Here here = source_location::current()) : m_variable(name_variable(name))
    {
        assign_all(m_variable, N, {-1, here});
        m_fds.fill({-1, 0, 0});
    }

    class descriptor {
    public:
        descriptor &operator=(int value)
        {
            assign_slot(m_array.m_variable, m_index.value, m_array.m_fds[size_t(m_index.value)].fd, {value, m_index.place});
            return *this;
        }
        operator int() const noexcept { return m_array.m_fds[size_t(m_index.value)].fd; }

    private:
        friend class pollfds;
        descriptor(pollfds &array, Value index) noexcept : m_array(array), m_index(index) {}
        pollfds &m_array;
        Value m_index;
    };
    struct entry {
        descriptor fd;
        short &events;
        const short &revents;
    };
    entry operator[](Value index) noexcept
    {
        ::pollfd &one = m_fds[size_t(index.value)];
        return {descriptor(*this, index), one.events, one.revents};
    }
    operator pollfd_array() noexcept { return {m_fds.data(), m_variable}; }
    static constexpr int size() { return int(N); }

private:
    std::array<::pollfd, N> m_fds;
    uint16_t m_variable;
};

} // namespace traced

namespace servers { // whose listings say them by their bare names

using traced::accept;
using traced::accept4;
using traced::bind;
using traced::close;
using traced::connect;
using traced::dup;
using traced::dup2;
using traced::fcntl;
using traced::FD_CLR;
using traced::FD_ISSET;
using traced::fd_set;
using traced::FD_SET;
using traced::FD_ZERO;
using traced::getpeername;
using traced::getsockname;
using traced::getsockopt;
using traced::ioctl;
using traced::listen;
using traced::nanosleep;
using traced::number;
using traced::pipe;
using traced::poll;
using traced::pollfds;
using traced::read;
using traced::recv;
using traced::recvfrom;
using traced::select;
using traced::send;
using traced::sendto;
using traced::setsockopt;
using traced::shutdown;
using traced::socket;
using traced::socketpair;
using traced::table;
using traced::write;

} // namespace servers
