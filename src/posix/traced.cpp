// SPDX-License-Identifier: MIT
#include "posix/traced.h"

#include "posix/recorded.h"
#include "trace/payload.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <unistd.h>

namespace traced {
namespace {

namespace flags = trace::select_flags;
namespace payload = trace::payload;

const uint64_t *bits(const ::fd_set *set)
{
    return reinterpret_cast<const uint64_t *>(set);
}

uint64_t &word_of(int fd, ::fd_set *set)
{
    return reinterpret_cast<uint64_t *>(set)[fd / 64];
}

// Of a datagram cut off with MSG_TRUNC more is told than there is room for.
ssize_t copied(ssize_t received, size_t room)
{
    return std::min(received, ssize_t(room));
}

bool inside(int fd)
{
    return fd >= 0 && fd < FD_SETSIZE;
}

} // namespace

uint16_t name_variable(const char *name) noexcept
{
    Recorder *recorder = posix::context().recorder;
    return recorder ? recorder->variable(name) : trace::unnamed_variable;
}

void assign_number(uint16_t variable, int &number, Value value)
{
    step(slot_of(Call::number_assigned, value.place, -1, value.value, variable), [&](Slot &) { number = value.value; });
}

void assign_slot(uint16_t variable, int index, int &slot, Value value)
{
    step(slot_of(Call::table_assigned, value.place, index, value.value, variable), [&](Slot &) { slot = value.value; });
}

void assign_all(uint16_t variable, size_t size, Value value)
{
    Slot every = slot_of(Call::table_assigned, value.place, -1, value.value, variable);
    every.words[0] = size;
    step(std::move(every), [](Slot &) {});
}

fd_set::fd_set(const char *name, Here here) noexcept : ::fd_set{}, variable(name_variable(name)), place(here)
{
}

fd_set &fd_set::operator=(fd_set from)
{
    step(slot_of(Call::set_assigned, from.place, from.variable, 0, variable),
         [&](Slot &) { static_cast<::fd_set &>(*this) = from; });
    return *this;
}

int Socket::operator()(int domain, int type, int protocol, Here here) const
{
    Recorded call(slot_of(Call::socket, here, -1, domain, uint32_t(type)));
    const int fd = ::socket(domain, type, protocol);
    call.gave_descriptor(fd);
    call.end(fd);
    return fd;
}

// An option's size, and of a timeval its microseconds, marked: what stands in the first 8 bytes is recorded beside.
static uint64_t size_and_microseconds(int level, int option, const void *value, socklen_t size)
{
    timeval time{};
    if (level != SOL_SOCKET || (option != SO_RCVTIMEO && option != SO_SNDTIMEO) || size < sizeof time)
        return size;
    std::memcpy(&time, value, sizeof time);
    return size | uint64_t(time.tv_usec & 0xfffff) << 32 | uint64_t(1) << 63;
}

int SetSockOpt::operator()(int fd, int level, int option, const void *value, socklen_t size, Here here) const
{
    int number = 0; // what most options take
    uint64_t words[2] = {0, size_and_microseconds(level, option, value, size)};
    std::memcpy(&number, value, std::min(size_t(size), sizeof number));
    std::memcpy(&words[0], value, std::min(size_t(size), sizeof words[0]));
    Recorded call(slot_of(Call::setsockopt, here, fd, number, uint32_t(level & 0x7fff) << 16 | uint16_t(option)));
    const int result = ::setsockopt(fd, level, option, value, size);
    call.end(result, {.words = words, .count = 2});
    return result;
}

int Bind::operator()(int fd, const sockaddr *address, socklen_t size, Here here) const
{
    Recorded call(slot_of(Call::bind, here, fd, port_of(address)));
    const int result = ::bind(fd, address, size);
    call.end(result);
    return result;
}

int Listen::operator()(int fd, int backlog, Here here) const
{
    Recorded call(slot_of(Call::listen, here, fd, backlog));
    const int result = ::listen(fd, backlog);
    call.end(result);
    return result;
}

int GetSockName::operator()(int fd, sockaddr *address, socklen_t *size, Here here) const
{
    Recorded call(slot_of(Call::getsockname, here, fd));
    const int result = ::getsockname(fd, address, size);
    call.end(result, {.length = result == 0 ? port_of(address) : 0});
    return result;
}

int Connect::operator()(int fd, const sockaddr *address, socklen_t size, Here here) const
{
    Recorded call(slot_of(Call::connect, here, fd, port_of(address)));
    const int result = ::connect(fd, address, size);
    call.end(result);
    return result;
}

int Accept::operator()(int fd, sockaddr *peer, socklen_t *size, Here here) const
{
    Recorded call(slot_of(Call::accept, here, fd));
    const int connection = ::accept(fd, peer, size);
    call.gave_descriptor(connection);
    posix::accepted(posix::context().pulse, connection, errno);
    call.end(connection, {.length = connection >= 0 ? port_of(peer) : 0});
    return connection;
}

int Accept4::operator()(int fd, sockaddr *peer, socklen_t *size, int flags, Here here) const
{
    Recorded call(slot_of(Call::accept4, here, fd, 0, uint32_t(flags)));
    const int connection = ::accept4(fd, peer, size, flags);
    call.gave_descriptor(connection);
    posix::accepted(posix::context().pulse, connection, errno);
    call.end(connection, {.length = connection >= 0 ? port_of(peer) : 0});
    return connection;
}

int GetSockOpt::operator()(int fd, int level, int option, void *value, socklen_t *size, Here here) const
{
    Recorded call(slot_of(Call::getsockopt, here, fd, 0, uint32_t(level & 0x7fff) << 16 | uint16_t(option)));
    const int result = ::getsockopt(fd, level, option, value, size);
    int number = 0; // what most options give
    uint64_t words[2] = {0, 0};
    if (result == 0) {
        std::memcpy(&number, value, std::min(size_t(*size), sizeof number));
        std::memcpy(&words[0], value, std::min(size_t(*size), sizeof words[0]));
        words[1] = size_and_microseconds(level, option, value, *size);
    }
    call.end(result, {.length = number, .words = words, .count = 2});
    return result;
}

int GetPeerName::operator()(int fd, sockaddr *address, socklen_t *size, Here here) const
{
    Recorded call(slot_of(Call::getpeername, here, fd));
    const int result = ::getpeername(fd, address, size);
    call.end(result, {.length = result == 0 ? port_of(address) : 0});
    return result;
}

int Select::operator()(int nfds, fd_set *readfds, fd_set *writefds, fd_set *exceptfds, timeval *timeout, Here here) const
{
    const auto words_of = [](const fd_set *set) { return set ? bits(set) : nullptr; };
    const uint64_t *const sets[] = {words_of(readfds), words_of(writefds), words_of(exceptfds)};
    const size_t per_set = size_t(payload::words_per_set(std::clamp(nfds, 0, FD_SETSIZE)));
    constexpr size_t most = 3 * FD_SETSIZE / 64 + 1;
    uint64_t words[most], answered[most];
    const auto ns = [timeout] { return timeout->tv_sec * int64_t(1'000'000'000) + timeout->tv_usec * 1000; };
    const int64_t wait = timeout ? ns() : -1;
    const auto left = [&] { return wait > 0 ? std::optional(ns()) : std::nullopt; }; // Linux writes it, select(2)
    const auto variable = [](const fd_set *set) -> uint32_t { return set ? set->variable : flags::none; };
    const uint32_t passed = flags::passed(variable(readfds), variable(writefds), variable(exceptfds));
    const size_t count = size_t(payload::put_sets(words, sets, per_set, left()) - words);
    const bool inline_form = payload::fits_in_event(count, wait);
    Slot asked = slot_of(Call::select, here, nfds, wait, passed | (inline_form ? 0 : trace::payload_elsewhere));
    if (inline_form && count)
        asked.words[0] = words[0];
    Recorded call(asked, inline_form ? nullptr : words, inline_form ? 0 : count);
    const int ready = ::select(nfds, readfds, writefds, exceptfds, timeout);
    payload::put_sets(answered, sets, per_set, left(), ready == -1); // select(2): then the sets are unmodified
    call.end(ready, {.words = count ? answered : nullptr, .count = count});
    return ready;
}

int Poll::operator()(pollfd_array fds, nfds_t count, int timeout, Here here) const
{
    // More than there is room for are asked about but not written down: the event tells how many there were.
    constexpr size_t most = 4096;
    uint64_t words[most], answered[most];
    const size_t kept = count <= most ? count : 0;
    payload::put_pollfds(words, fds.first, kept, false);
    const bool inline_form = count == 1;
    Slot asked = slot_of(Call::poll, here, int(count), timeout < 0 ? -1 : timeout * int64_t(1'000'000),
                         fds.variable | (inline_form ? 0 : trace::payload_elsewhere));
    if (inline_form)
        asked.words[0] = words[0];
    Recorded call(asked, inline_form ? nullptr : words, inline_form ? 0 : kept);
    const int ready = ::poll(fds.first, count, timeout);
    payload::put_pollfds(answered, fds.first, kept, ready != -1);
    call.end(ready, {.words = kept ? answered : nullptr, .count = kept});
    return ready;
}

ssize_t Recv::operator()(int fd, void *buffer, size_t size, int flags, Here here) const
{
    Recorded call(slot_of(Call::recv, here, fd, int64_t(size), uint32_t(flags)));
    const ssize_t received = ::recv(fd, buffer, size, flags);
    call.end(int(received), {.words = Preview(buffer, copied(received, size)).words, .count = 2});
    return received;
}

ssize_t RecvFrom::operator()(int fd, void *buffer, size_t size, int flags, sockaddr *from, socklen_t *from_size, Here here) const
{
    Recorded call(slot_of(Call::recvfrom, here, fd, int64_t(size), uint32_t(flags)));
    const ssize_t received = ::recvfrom(fd, buffer, size, flags, from, from_size);
    const bool sender = from && from_size && *from_size >= sizeof(sockaddr_in); // shutdown(2) wakes it without one
    uint64_t words[2] = {Preview(buffer, copied(received, size)).words[0], received >= 0 && sender ? uint64_t(port_of(from)) : 0};
    call.end(int(received), {.words = words, .count = 2});
    return received;
}

ssize_t SendTo::operator()(int fd, const void *buffer, size_t size, int flags, const sockaddr *to, socklen_t to_size, Here here) const
{
    Slot asked = slot_of(Call::sendto, here, fd, int64_t(size), uint32_t(flags));
    asked.words[1] = uint64_t(port_of(to));
    Recorded call(asked);
    const ssize_t sent = ::sendto(fd, buffer, size, flags, to, to_size);
    uint64_t words[2] = {Preview(buffer, sent).words[0], asked.words[1]};
    call.end(int(sent), {.words = words, .count = 2});
    return sent;
}

ssize_t Send::operator()(int fd, const void *buffer, size_t size, int flags, Here here) const
{
    Recorded call(slot_of(Call::send, here, fd, int64_t(size), uint32_t(flags)));
    const ssize_t sent = ::send(fd, buffer, size, flags);
    call.end(int(sent), {.words = Preview(buffer, sent).words, .count = 2});
    return sent;
}

int Shutdown::operator()(int fd, int how, Here here) const
{
    Recorded call(slot_of(Call::shutdown, here, fd, 0, uint32_t(how)));
    const int result = ::shutdown(fd, how);
    call.end(result);
    return result;
}

int Close::operator()(int fd, Here here) const
{
    Recorded call(slot_of(Call::close, here, fd));
    if (posix::Company *company = posix::context().company)
        company->descriptors.closes(fd);
    const int result = ::close(fd);
    call.end(result);
    if (posix::Pulse *pulse = posix::context().pulse)
        pulse->refused.store(0, std::memory_order_release); // there is one again
    return result;
}

int Fcntl::operator()(int fd, int command, int argument, Here here) const
{
    Recorded call(slot_of(Call::fcntl, here, fd, argument, uint32_t(command)));
    const int result = ::fcntl(fd, command, argument);
    if (command == F_DUPFD || command == F_DUPFD_CLOEXEC)
        call.gave_descriptor(result);
    call.end(result);
    return result;
}

int Fcntl::operator()(int fd, int command, const f_owner_ex *owner, Here here) const
{
    Recorded call(slot_of(Call::fcntl, here, fd, owner->pid, uint32_t(command)));
    const int result = ::fcntl(fd, command, owner);
    const uint64_t words[2] = {uint64_t(owner->type), 0};
    call.end(result, {.words = words, .count = 2});
    return result;
}

int NanoSleep::operator()(const timespec *duration, timespec *left, Here here) const
{
    Recorded call(slot_of(Call::nanosleep, here, -1, duration->tv_sec * int64_t(1'000'000'000) + duration->tv_nsec));
    const int result = ::nanosleep(duration, left);
    call.end(result);
    return result;
}

void FdZero::operator()(fd_set *set, Here here) const
{
    step(slot_of(Call::fd_zero, here, -1, 0, set->variable), [&](Slot &) { *static_cast<::fd_set *>(set) = {}; });
}

void FdSet::operator()(int fd, fd_set *set, Here here) const
{
    step(slot_of(Call::fd_set, here, fd, 0, set->variable), [&](Slot &) {
        if (inside(fd))
            word_of(fd, set) |= uint64_t(1) << (fd % 64);
    });
}

void FdClr::operator()(int fd, fd_set *set, Here here) const
{
    step(slot_of(Call::fd_clr, here, fd, 0, set->variable), [&](Slot &) {
        if (inside(fd))
            word_of(fd, set) &= ~(uint64_t(1) << (fd % 64));
    });
}

int FdIsSet::operator()(int fd, const fd_set *set, Here here) const
{
    int on = 0;
    step(slot_of(Call::fd_isset, here, fd, 0, set->variable), [&](Slot &event) {
        on = inside(fd) && (bits(set)[fd / 64] >> (fd % 64) & 1);
        event.result = on;
    });
    return on;
}

} // namespace traced
