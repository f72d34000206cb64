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
        builder.lines(R"(
            20..30    server    socket(AF_INET, SOCK_STREAM) = 3
            60..70    server    listen(3, 5) = 0
            80..90    server    getsockname(3) = 0 :7000
            95..97    client 1  socket(AF_INET, SOCK_STREAM) = 3
            100..150  client 1  connect(3, :7000) = 0
            160..170  client 1  getsockname(3) = 0 :50001
            110..180  server    accept(3) = 4 :%d
        )", port);
    }
    // A message of `bytes`, sent within [begin, end], and read by one recv() within [from, to].
    void message(int bytes, int64_t begin, int64_t end, int64_t from, int64_t to)
    {
        builder.lines(R"(
            %ld..%ld  client 1  send(3, %d) = %d
            %ld..%ld  server    recv(4, 4096) = %d
        )", begin, end, bytes, bytes, from, to, bytes);
    }
    void end(int64_t time, int64_t cpu, int voluntary, int involuntary)
    {
        builder.lines_after(time, "0 server thread_end(cpu_ns=%ld, voluntary=%d, involuntary=%d)", cpu, voluntary, involuntary);
    }
};

} // namespace recording
