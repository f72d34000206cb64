// SPDX-License-Identifier: MIT
// What ends a connection, or one direction of it: a FIN, a RST, or nothing, decided when the last reference to a socket goes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace replay {

// What one event lets a kernel send at the end of a connection. The recording tells it of both ends alike.
struct Ending {
    enum Sends : uint8_t {
        nothing,
        fin,
        reset,
        either, // a FIN or, if something has come that nobody read, a RST: the recording cannot tell
    } sends = nothing;
    enum Why : uint8_t {
        closed,    // shutdown(), or the last reference to the socket has gone: a FIN
        lingers,   // SO_LINGER with a time of 0
        unread,    // bytes have come that nobody has read
        urgent,    // an urgent byte has come that no read has gone past
        in_queue,  // the listening socket has gone before accept() took the connection
        nobody,    // bytes have come for an end that is closed
        was_reset, // nothing: the connection had been reset
        was_shut,  // nothing: a FIN had been sent before
        was_over,  // nothing: both directions had been closed
    } why = closed;
    uint16_t thread = 0; // that owns, or owned, the end that sends
    int fd = -1;
    int peer_thread = -1, peer_fd = -1; // of the other end; -1: it is outside the program, or was not accepted
    int64_t bytes = 0;    // unread: so many, 0: that is not known; nobody: those sent in vain
    bool kept = false;         // the descriptor had been closed before, but a call kept the socket until now
    bool after_fin = false;    // this end had sent a FIN before
    bool peer_closed = false;  // the other end is closed: nobody sees what comes
    bool urgent_taken = false; // urgent: recv() has taken it with MSG_OOB
    bool meanwhile = false;    // nobody: it was being closed while they were sent, and may have had them, unread, before
    bool last = false;    // the other direction had been closed before: with this the connection has ended
    bool time_wait = false; // last: the other end's FIN came first, for certain, so it has TIME_WAIT
    bool operator==(const Ending &) const = default;
};

} // namespace replay
