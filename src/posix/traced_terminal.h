// SPDX-License-Identifier: MIT
// A program's keyboard: what is typed there, and the C library's stream through which a program reads it line by line.
#pragma once

#include "trace/place.h"

#include <cstdio>
#include <source_location>
#include <sys/types.h>

namespace traced {

using trace::Here;
using std::source_location;

// write(2) at the user's side of a terminal, or into the pipe that is a program's standard input: recorded as typed.
struct Type { ssize_t operator()(int fd, const void *text, size_t size, Here = source_location::current()) const; };
// close(2) of that pipe: end of file.
struct TypeEnd { int operator()(int fd, Here = source_location::current()) const; };

// A FILE that reads descriptor `fd`, as fdopen(fd, "r") gives, but with recorded read()s: fopencookie(3).
class stream {
public:
    explicit stream(int fd) noexcept;
    ~stream();
    stream(const stream &) = delete;
    stream &operator=(const stream &) = delete;
    // Whether fgets() gave nothing because a signal's handler ran, or the descriptor is non-blocking and had nothing; forgets it.
    bool interrupted() noexcept;
    // Bytes that read() has given and the program has not been given yet.
    size_t ahead() const noexcept;

private:
    friend struct FGets;
    static ssize_t read(void *cookie, char *buffer, size_t size);

    const int m_fd;
    FILE *m_file;
    int m_error = 0; // errno of the last read(), 0: it went well
    const char *m_listing = "";
    uint32_t m_line = 0;
};

// fgets(3): a line, or as much of it as there is room for; nullptr: end of file, or see interrupted(). A step of its own once it has
// returned, after the read()s inside.
struct FGets { char *operator()(char *line, int size, stream &from, Here = source_location::current()) const; };

inline constexpr Type type_text{};
inline constexpr TypeEnd type_end{};
inline constexpr FGets fgets{};

} // namespace traced

namespace servers { // whose listings say them by their bare names

using traced::fgets;
using traced::stream;

} // namespace servers
