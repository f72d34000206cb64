// SPDX-License-Identifier: MIT
// A client's socket, TCP or UDP: the calls of UNP 4.3 and 8.11, each recorded. Every function returns 0 or the errno.
#pragma once

#include "trace/event.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace clients {

// Bytes of a pattern that go into one datagram; more are sent in several. A text is one datagram, whatever its size.
inline constexpr int64_t datagram_bytes = 8192;

struct Connection {
    const bool datagrams = false; // UDP: connect() only remembers the server's address
    int sockfd = -1;
    int64_t sent = 0, received = 0; // bytes
    bool half_closed = false;       // this end has shut its sending side
    bool end_of_file = false;       // the server has closed its end, or reset it
    trace::Call failed = trace::Call::count_; // the call an errno came from
    std::function<void()> moved;    // told after each call that moved bytes

    // address: IPv4, host byte order. `at_once`: TCP_NODELAY.
    int open(uint32_t address, uint16_t port, bool at_once);
    // Sends `text`, or `bytes` bytes of a pattern when it is empty. UDP: in datagrams, without bytes an empty one.
    int send_all(std::string_view text, int64_t bytes);
    int send_datagrams(std::string_view text, int64_t bytes);
    // Sends `text` with MSG_OOB: its last byte is urgent data, beside the stream (UNP 24.2).
    int send_urgent(std::string_view text);
    // Sleeps until there is urgent data, and takes that byte.
    int receive_urgent();
    // One recv() of at most `bytes`; UDP: of one datagram, all of it.
    int receive(int64_t bytes);
    int receive_datagram();
    // Half-close: no more will be sent, receiving goes on. TCP.
    int shut_down();
    int close_down();
    // Closes with a RST instead of a FIN. TCP.
    int reset();
};

} // namespace clients
