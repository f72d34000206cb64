// SPDX-License-Identifier: MIT
// A program's terminal at an instant: what was typed, what the program wrote, what of it waits and where.
#pragma once

#include "replay/replay.h"

#include <string>
#include <vector>

namespace replay {

struct Terminal {
    int number = -1;       // /dev/pts/N
    bool pipe = false;     // standard input is a pipe: lines mean nothing to it
    bool open[3] = {};     // descriptors 0, 1 and 2
    struct Piece {
        enum Who : uint8_t { typed, written, end_of_file } who = typed;
        std::string text;  // what is recorded of it
        int64_t missing = 0; // bytes more that were written: their text is not recorded
        size_t event = 0;  // that brought the last of it
        bool whole = false; // typed: it ends with Enter
    };
    std::vector<Piece> pieces; // in order; a line that is typed in parts is one piece
    std::string waiting;   // typed, and not read: what can be read now
    bool end_waits = false; // Ctrl-D has been pressed, or the pipe closed, and no read has been told
    std::string unfinished; // typed behind it, without Enter: no read sees it before the line is whole
    int64_t ahead = 0;     // bytes that fgets() has read ahead: in the program, in a buffer of the C library
    std::string ahead_text; // the same
    bool readable() const { return !waiting.empty() || end_waits; }
};

// Of program `program` at `instant`; nothing: it has none, or none is recorded yet.
std::optional<Terminal> terminal_of(const Replay &replay, size_t program, Instant instant);
// Whether descriptor `fd` of the program is its terminal, or the pipe at its standard input, at that instant.
bool is_terminal(const Replay &replay, size_t program, int fd, Instant instant);

} // namespace replay
