// SPDX-License-Identifier: MIT
#include "audience/passage.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <poll.h>
#include <sys/socket.h>

namespace audience {
namespace {

using namespace std::chrono_literals;

constexpr size_t piece = 4096; // bytes
constexpr auto patience = 10s; // of a connection that is to be made, or to be ended

enum class Read : uint8_t { something, nothing, end, broken };

Read read_into(std::string &kept, int fd, size_t room, int64_t &count)
{
    char bytes[piece];
    const ssize_t n = ::recv(fd, bytes, std::min(room, sizeof bytes), 0);
    if (n > 0) {
        kept.append(bytes, size_t(n));
        count += n;
        return Read::something;
    }
    if (n == 0)
        return Read::end;
    return errno == EAGAIN || errno == EINTR ? Read::nothing : Read::broken;
}

// How many bytes could be sent; -1: the connection is broken.
ssize_t send_some(int fd, const std::string &bytes, size_t most)
{
    const ssize_t n = ::send(fd, bytes.data(), std::min(most, bytes.size()), MSG_NOSIGNAL);
    return n == -1 && (errno == EAGAIN || errno == EINTR) ? 0 : n;
}

} // namespace

double Allowance::left(Clock::time_point now) const
{
    return std::min(m_rate, m_left + m_rate * std::chrono::duration<double>(now - m_then).count());
}

void Allowance::take(double count, Clock::time_point now)
{
    m_left = left(now) - count;
    m_then = now;
}

Passage::Passage(Descriptor visitor, Descriptor server, const Visitor &who, const Limits &limits, Clock::time_point now)
    : m_who(who), m_visitor(std::move(visitor)), m_server(std::move(server)), m_limits(limits), m_bytes(limits.bytes, now), m_next_piece(now), m_until(now + patience)
{
}

double Passage::sent_lately(Clock::time_point now) const
{
    return m_lately * std::exp2(-std::chrono::duration<double>(now - m_last).count());
}

void Passage::ask(pollfd (&both)[2], Clock::time_point now, const Shared &all, Clock::time_point &wake) const
{
    both[0] = {m_visitor.fd(), 0, 0};
    both[1] = {m_server.fd(), 0, 0};
    if (!m_visitor_ended && m_in.size() < piece)
        both[0].events |= POLLIN;
    if (!m_out.empty())
        both[0].events |= POLLOUT;
    if (!m_connected) {
        both[1].events = POLLOUT;
        wake = std::min(wake, m_until);
        return;
    }
    if (!m_server_ended)
        both[1].events |= POLLIN;
    else
        wake = std::min(wake, m_until);
    if (!m_in.empty()) {
        const double left = std::min(m_bytes.left(now), all.left(now));
        if (now >= m_next_piece && left >= 1)
            both[1].events |= POLLOUT;
        else
            wake = std::min(wake, std::max(m_next_piece, now + (left >= 1 ? 0ms : m_limits.between_pieces)));
    }
    // Of one that has ended both ways poll() would tell again and again.
    if (m_told_visitor && !both[0].events)
        both[0].fd = -1;
    if (m_told_server && !both[1].events)
        both[1].fd = -1;
}

// The connection of the one is broken: so it becomes for the other.
bool Passage::broken(Descriptor &other)
{
    will_reset(other.fd());
    return false;
}

bool Passage::serve(const pollfd (&both)[2], Clock::time_point now, Shared &all)
{
    if (now >= m_until && (!m_connected || m_server_ended))
        return false;
    if (!m_connected && both[1].revents) {
        int error = 0;
        socklen_t size = sizeof error;
        if (::getsockopt(m_server.fd(), SOL_SOCKET, SO_ERROR, &error, &size) == -1 || error)
            return broken(m_visitor);
        m_connected = true;
    }
    if (m_server_ended && (both[1].revents & POLLERR)) { // what came after its end it has refused
        m_in.clear();
        m_visitor_ended = m_told_server = true;
    }
    const bool asked_visitor = both[0].events & POLLIN, of_visitor = both[0].revents & (POLLIN | POLLHUP | POLLERR);
    if (of_visitor && (asked_visitor || (both[0].revents & POLLERR)) && !take_from_visitor())
        return false;
    if (m_connected && !pass_on(now, all))
        return false;
    if (m_connected && !m_server_ended && (both[1].revents & (POLLIN | POLLHUP | POLLERR))) {
        if (!take_from_server())
            return false;
        if (m_server_ended)
            m_until = now + patience;
    }
    return hand_out() && !(m_told_server && m_told_visitor);
}

bool Passage::take_from_visitor()
{
    int64_t taken = 0;
    switch (read_into(m_in, m_visitor.fd(), piece, taken)) {
    case Read::end: m_visitor_ended = true; return true;
    case Read::broken: return broken(m_server);
    default: return true;
    }
}

bool Passage::pass_on(Clock::time_point now, Shared &all)
{
    if (!m_in.empty() && now >= m_next_piece) {
        const double left = std::floor(std::min(m_bytes.left(now), all.left(now)));
        const ssize_t sent = left >= 1 ? send_some(m_server.fd(), m_in, size_t(left)) : 0;
        if (sent == -1)
            return broken(m_visitor);
        if (sent > 0) {
            m_bytes.take(double(sent), now);
            all.bytes.take(double(sent), now);
            all.pieces.take(1, now);
            m_who.sent += sent;
            m_lately = sent_lately(now) + double(sent);
            m_last = now;
            m_in.erase(0, size_t(sent));
            m_next_piece = now + m_limits.between_pieces;
        }
    }
    if (m_visitor_ended && m_in.empty() && !std::exchange(m_told_server, true))
        ::shutdown(m_server.fd(), SHUT_WR);
    return true;
}

// All there is, always: the server is never to sleep in send() because of somebody who does not read.
bool Passage::take_from_server()
{
    for (;;) {
        switch (read_into(m_out, m_server.fd(), piece, m_who.received)) {
        case Read::something: break;
        case Read::nothing: return true;
        case Read::end: m_server_ended = true; return true;
        case Read::broken: return broken(m_visitor);
        }
        if (!hand_out())
            return false;
        if (m_out.size() > m_limits.untaken) {
            m_sent_out = true;
            return broken(m_visitor);
        }
    }
}

bool Passage::hand_out()
{
    if (!m_out.empty()) {
        const ssize_t sent = send_some(m_visitor.fd(), m_out, m_out.size());
        if (sent == -1)
            return broken(m_server);
        m_out.erase(0, size_t(sent));
    }
    if (m_server_ended && m_out.empty() && !std::exchange(m_told_visitor, true))
        ::shutdown(m_visitor.fd(), SHUT_WR);
    return true;
}

} // namespace audience
