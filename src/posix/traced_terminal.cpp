// SPDX-License-Identifier: MIT
#include "posix/traced_terminal.h"

#include "posix/recorded.h"
#include "posix/killed.h"
#include "posix/traced.h"

#include <algorithm>
#include <cstring>
#include <unistd.h>

namespace traced {

ssize_t Type::operator()(int fd, const void *text, size_t size, Here here) const
{
    Recorded call(slot_of(Call::typed, here, -1, int64_t(size), uint32_t(fd))); // not one of the program's own descriptors
    const ssize_t typed = ::write(fd, text, size);
    call.end(int(typed), {.words = Preview(text, typed).words, .count = 2});
    return typed;
}

int TypeEnd::operator()(int fd, Here here) const
{
    Recorded call(slot_of(Call::typed_end, here, -1, 0, uint32_t(fd)));
    const int result = ::close(fd);
    call.end(result);
    return result;
}

stream::stream(int fd) noexcept : m_fd(fd), m_file(fopencookie(this, "r", {.read = read, .write = nullptr, .seek = nullptr, .close = nullptr}))
{
}

stream::~stream()
{
    if (m_file)
        std::fclose(m_file);
}

ssize_t stream::read(void *cookie, char *buffer, size_t size)
{
    stream &of = *static_cast<stream *>(cookie);
    try {
        const ssize_t got = traced::read(of.m_fd, buffer, size, Here(of.m_listing, of.m_line));
        of.m_error = got == -1 ? errno : 0;
        return got;
    } catch (const posix::Killed &) { // not through the C library: fgets() comes to its end, and ends there
        return -1;
    }
}

bool stream::interrupted() noexcept
{
    const bool only = m_error == EINTR || m_error == EWOULDBLOCK;
    if (only && m_file)
        std::clearerr(m_file);
    return only;
}

size_t stream::ahead() const noexcept
{
    return m_file ? size_t(m_file->_IO_read_end - m_file->_IO_read_ptr) : 0;
}

char *FGets::operator()(char *line, int size, stream &from, Here here) const
{
    Slot given = slot_of(Call::fgets, here, from.m_fd, 0, uint32_t(size));
    pass_gate(posix::context(), given);
    from.m_listing = here.file;
    from.m_line = here.line;
    from.m_error = 0;
    char *const got = from.m_file ? std::fgets(line, size, from.m_file) : nullptr;
    const int error = errno;
    posix::end_if_killed(posix::context());
    if (Recorder *recorder = posix::context().recorder) {
        const size_t length = got ? std::strlen(line) : 0;
        const Preview start(line, ssize_t(length));
        std::copy_n(start.words, 2, given.words);
        given.result = int(length);
        given.length = int64_t(from.ahead());
        recorder->write(given);
    }
    errno = error;
    return got;
}

} // namespace traced
