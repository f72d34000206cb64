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
        builder.call(server, Call::socket, 20, 30, -1, 3).flags = SOCK_STREAM;
        builder.call(server, Call::bind, 40, 50, 3);
        builder.call(server, Call::listen, 60, 70, 3, 0, backlog);
        builder.call(server, Call::getsockname, 80, 90, 3, 0, 7000);
    }
    // connect() begins at `time` and takes 50 ns.
    void connect(uint16_t client, int64_t time, int port)
    {
        builder.call(client, Call::socket, time - 20, time - 10, -1, 3).flags = SOCK_STREAM;
        builder.call(client, Call::connect, time, time + 50, 3, 0, 7000);
        builder.call(client, Call::getsockname, time + 60, time + 70, 3, 0, port);
    }
};

} // namespace recording
