// SPDX-License-Identifier: MIT
// The sockets of the door, none of which blocks.
#pragma once

#include "audience/limits.h"

#include <utility>

namespace audience {

// A descriptor that is closed with its object; -1: none.
class Descriptor {
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        if (this != &other)
            reset(std::exchange(other.m_fd, -1));
        return *this;
    }
    int fd() const { return m_fd; }
    explicit operator bool() const { return m_fd != -1; }
    int release() { return std::exchange(m_fd, -1); }
    void reset(int fd = -1);

private:
    int m_fd;
};

// Listens at `address` (host byte order), at `port`, or, when that is taken and `or_another`, at one of the kernel's choice.
// -1 with errno: socket(2), bind(2), listen(2).
int listen_at(uint32_t address, uint16_t port, bool or_another);
// The port a socket is bound to; 0: none.
uint16_t port_of(int fd);
// A connection to 127.0.0.1, perhaps still under way; -1 with errno.
int connect_to(uint16_t port);
// The other side's machine is asked whether it is still there: after `silence` seconds without a word of it the connection breaks.
void ask_for_life(int fd, int silence);
// close() will send a RST.
void will_reset(int fd);

} // namespace audience
