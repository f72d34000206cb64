// SPDX-License-Identifier: MIT
// A server that listens, the control thread beside it, and two clients.
#pragma once

#include "recording/builder.h"
#include "replay/replay.h"

namespace recording {

// The server listens on port 7000 from 90 ns on.
struct Town {
    Builder builder;
    uint16_t server = builder.thread("server", recording::Part::server);
    uint16_t control = builder.thread("control", recording::Part::control);
    uint16_t one = builder.thread("client 1", recording::Part::client);
    uint16_t two = builder.thread("client 2", recording::Part::client);

    explicit Town(int backlog = 128)
    {
        builder.lines(R"(
            20..30  server  socket(AF_INET, SOCK_STREAM) = 3
            40..50  server  bind(3, :0) = 0
            60..70  server  listen(3, %d) = 0
            80..90  server  getsockname(3) = 0 :7000
        )", backlog);
    }
    // connect() begins at `time` and takes 50 ns.
    void connect(uint16_t client, int64_t time, int port)
    {
        builder.lines_after(time, R"(
            -20..-10  %s  socket(AF_INET, SOCK_STREAM) = 3
            0..50     %s  connect(3, :7000) = 0
            60..70    %s  getsockname(3) = 0 :%d
        )", builder.name(client), builder.name(client), builder.name(client), port);
    }
};

} // namespace recording
