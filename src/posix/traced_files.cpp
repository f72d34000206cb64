// SPDX-License-Identifier: MIT
// Descriptors of pipes and terminals, and further names of those that are there.
#include "posix/traced.h"

#include "posix/recorded.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

namespace traced {
namespace {

// A call that gives two descriptors.
int give_two(Recorded &call, int result, const int ends[2])
{
    uint64_t words[2] = {0, 0};
    for (int i = 0; result == 0 && i < 2; ++i) {
        words[i] = uint64_t(ends[i]);
        call.gave_descriptor(ends[i]);
    }
    call.end(result, {.words = words, .count = 2});
    return result;
}

} // namespace

int Pipe::operator()(int ends[2], Here here) const
{
    Recorded call(slot_of(Call::pipe, here));
    return give_two(call, ::pipe(ends), ends);
}

int SocketPair::operator()(int domain, int type, int protocol, int ends[2], Here here) const
{
    Recorded call(slot_of(Call::socketpair, here, -1, domain, uint32_t(type)));
    return give_two(call, ::socketpair(domain, type, protocol, ends), ends);
}

int Dup::operator()(int fd, Here here) const
{
    Recorded call(slot_of(Call::dup, here, fd));
    const int made = ::dup(fd);
    call.gave_descriptor(made);
    call.end(made);
    return made;
}

int Dup2::operator()(int fd, int to, Here here) const
{
    Recorded call(slot_of(Call::dup2, here, fd, to));
    if (posix::Company *company = posix::context().company; company && fd != to)
        company->descriptors.closes(to);
    const int made = ::dup2(fd, to);
    call.gave_descriptor(made);
    call.end(made);
    return made;
}

ssize_t Read::operator()(int fd, void *buffer, size_t size, Here here) const
{
    Recorded call(slot_of(Call::read, here, fd, int64_t(size)));
    const ssize_t got = ::read(fd, buffer, size);
    call.end(int(got), {.words = Preview(buffer, got).words, .count = 2});
    return got;
}

ssize_t Write::operator()(int fd, const void *buffer, size_t size, Here here) const
{
    Recorded call(slot_of(Call::write, here, fd, int64_t(size)));
    const ssize_t put = ::write(fd, buffer, size);
    call.end(int(put), {.words = Preview(buffer, put).words, .count = 2});
    return put;
}

int IoCtl::operator()(int fd, unsigned long request, int *number, Here here) const
{
    const bool gives = request == FIONBIO || request == FIOASYNC;
    Recorded call(slot_of(Call::ioctl, here, fd, gives ? *number : 0, uint32_t(request)));
    const int result = ::ioctl(fd, request, number);
    const uint64_t words[2] = {gives || result == -1 ? 0 : uint64_t(int64_t(*number)), 0};
    call.end(result, {.words = words, .count = 2});
    return result;
}

int TcFlow::operator()(int fd, int action, Here here) const
{
    Recorded call(slot_of(Call::tcflow, here, fd, 0, uint32_t(action)));
    const int result = ::tcflow(fd, action);
    call.end(result);
    return result;
}

void TerminalOpened::operator()(int fd, int number, Here here) const
{
    Slot opened = slot_of(Call::terminal_opened, here, fd, number);
    opened.result = fd;
    step(std::move(opened), [](Slot &) {});
}

} // namespace traced
