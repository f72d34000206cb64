// SPDX-License-Identifier: MIT
// The smallest recording with a conversation in it.
#pragma once

#include "recording/builder.h"
#include "replay/replay.h"

namespace recording {

// A server with one connection, descriptor 4, to client 1, or, from another port than client 1's, to somebody outside.
struct Pair {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server, {"readfds"});
    uint16_t client = builder.thread("client 1", recording::Part::client);

    explicit Pair(int port = 50001)
    {
        builder.call(server, Call::socket, 20, 30, -1, 3).flags = SOCK_STREAM;
        builder.call(server, Call::listen, 60, 70, 3, 0, 5);
        builder.call(server, Call::getsockname, 80, 90, 3, 0, 7000);
        builder.call(client, Call::socket, 95, 97, -1, 3).flags = SOCK_STREAM;
        builder.call(client, Call::connect, 100, 150, 3, 0, 7000);
        builder.call(client, Call::getsockname, 160, 170, 3, 0, 50001);
        builder.call(server, Call::accept, 110, 180, 3, 4, port);
    }
    // A message of `bytes`, sent within [begin, end], and read by one recv() within [from, to].
    void message(int bytes, int64_t begin, int64_t end, int64_t from, int64_t to)
    {
        builder.call(client, Call::send, begin, end, 3, bytes, bytes);
        builder.call(server, Call::recv, from, to, 4, bytes, 4096);
    }
    void end(int64_t time, int64_t cpu, uint64_t voluntary, uint64_t involuntary)
    {
        Event &end = builder.call(server, Call::thread_end, time, time, -1, 0, cpu);
        end.words[0] = voluntary;
        end.words[1] = involuntary;
    }
};

} // namespace recording
