// SPDX-License-Identifier: MIT
// One visitor's way through the door: what he sends goes to the server, within the limits; what the server sends goes to him; an end or
// a reset of the one is an end or a reset for the other.
#pragma once

#include "audience/sockets.h"

#include <chrono>
#include <string>

struct pollfd;

namespace audience {

using Clock = std::chrono::steady_clock;

// So many a second, and so many at once.
class Allowance {
public:
    Allowance(double a_second, Clock::time_point now) : m_rate(a_second), m_left(a_second), m_then(now) {}
    // What may be taken now.
    double left(Clock::time_point now) const;
    void take(double count, Clock::time_point now);
    // Nothing was taken for so long that it does not matter any more.
    bool full(Clock::time_point now) const { return left(now) >= m_rate; }

private:
    double m_rate, m_left;
    Clock::time_point m_then;
};

// What all share.
struct Shared {
    Allowance bytes, pieces;
    double left(Clock::time_point now) const { return pieces.left(now) < 1 ? 0 : bytes.left(now); }
};

class Passage {
public:
    // `server`: a connection that may still be under way.
    Passage(Descriptor visitor, Descriptor server, const Visitor &who, const Limits &limits, Clock::time_point now);

    // What is to be waited for: the visitor's descriptor, then the server's. Moves `wake` forward to when something may go on.
    void ask(pollfd (&both)[2], Clock::time_point now, const Shared &all, Clock::time_point &wake) const;
    // Does what can be done now. False: it is over.
    bool serve(const pollfd (&both)[2], Clock::time_point now, Shared &all);
    const Visitor &who() const { return m_who; }
    // Bytes, of which each second half is forgotten: of two the one who has sent less lately has the turn.
    double sent_lately(Clock::time_point now) const;
    bool sent_out() const { return m_sent_out; }

private:
    bool take_from_visitor();
    bool pass_on(Clock::time_point now, Shared &all);
    bool take_from_server();
    bool hand_out();
    bool broken(Descriptor &other);

    Visitor m_who;
    Descriptor m_visitor, m_server;
    const Limits m_limits;
    Allowance m_bytes;
    double m_lately = 0;
    Clock::time_point m_last, m_next_piece, m_until; // m_until: by when the connection must be made, and he must have gone once the server has
    std::string m_in, m_out;                 // towards the server, towards the visitor
    bool m_connected = false, m_visitor_ended = false, m_server_ended = false, m_told_server = false, m_told_visitor = false;
    bool m_sent_out = false;
};

} // namespace audience
