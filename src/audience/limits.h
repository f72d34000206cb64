// SPDX-License-Identifier: MIT
// How much an audience may do, and what can be told of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace audience {

struct Limits {
    int in_all = 100;            // connections; fewer than a listing's backlog
    int a_host = 4;              // connections of one address
    int newcomers = 4;           // connections that one address may make in a second, and so many at once
    int bytes = 2048;            // a second, of one connection towards the server
    int bytes_in_all = 65536;    // a second, of all
    int pieces_in_all = 200;     // a second: each is a few calls of the server's, and they are recorded
    std::chrono::milliseconds between_pieces{50};  // what one types in the meantime goes to the server in one piece
    size_t untaken = 64 * 1024;  // bytes of the server's that somebody may leave lying before he is sent out
    int silence = 30;            // s without a sign of life from his machine, tcp(7): TCP_KEEPIDLE, TCP_USER_TIMEOUT
    bool operator==(const Limits &) const = default;
};

struct Visitor {
    uint32_t host = 0;      // IPv4, host byte order
    bool by_browser = false;
    int64_t sent = 0, received = 0; // bytes, to and from the server
};

struct Tally {
    std::vector<Visitor> in; // now
    int64_t let_in = 0, turned_away = 0, sent_out = 0; // ever; sent out: for what he left lying
};

// Why nobody can be let in.
struct Problem {
    enum What : uint8_t {
        no_address, // not four numbers
        not_ours,   // no address of this machine
        server_s,   // 127.0.0.1, which is the server's, or 0.0.0.0, which has it in it
        in_use, no_right,
        no_thread,
        other,      // see `error`
    } what = other;
    int error = 0;  // errno
    bool operator==(const Problem &) const = default;
};

} // namespace audience
