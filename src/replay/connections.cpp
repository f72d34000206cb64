// SPDX-License-Identifier: MIT
// What each recorded call tells about sockets.
#include "replay/connections.h"

#include "calls/schema.h"
#include "replay/times.h"

#include <linux/io_uring.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

uint16_t port_of(int64_t number)
{
    return number > 0 && number <= UINT16_MAX ? uint16_t(number) : 0;
}

bool copies(Call call)
{
    return call == Call::recv || call == Call::recvfrom || call == Call::read;
}

bool is_message(Call call)
{
    return call == Call::recv || call == Call::send || call == Call::recvfrom || call == Call::sendto;
}

// Neither a look ahead nor a byte out of band moves the stream.
bool in_stream(const Event &event)
{
    return !is_message(event.call) || !(event.flags & (MSG_PEEK | MSG_OOB));
}

bool copies_stream(const Event &event)
{
    return event.call != Call::send && event.call != Call::sendto && event.call != Call::write && in_stream(event);
}

} // namespace

int64_t moved(const std::vector<Move> &moves, uint32_t complete)
{
    const auto next = std::ranges::lower_bound(moves, complete, {}, &Move::sequence);
    return next == moves.begin() ? 0 : std::prev(next)->after();
}

uint32_t Connections::current(uint16_t table, int fd) const
{
    if (table >= m_tables.size())
        return none;
    const auto slot = m_tables[table].find(fd);
    if (slot == m_tables[table].end())
        return none;
    const uint32_t last = slot->second.back();
    return m_ends[last].closed == none ? last : none;
}

// A shutdown() comes from another thread: what it meant may be closed, and its descriptor given away, when it returns.
uint32_t Connections::meant(const Event &shutdown, uint16_t table) const
{
    if (table >= m_tables.size())
        return none;
    const auto slot = m_tables[table].find(shutdown.fd);
    if (slot == m_tables[table].end())
        return none;
    const int64_t begin = begin_of(shutdown);
    for (auto end = slot->second.rbegin(); end != slot->second.rend(); ++end) {
        const uint32_t closed = m_ends[*end].closed;
        if (closed != none && event(closed).end < begin)
            return none;
        if (event(m_ends[*end].created).end <= begin)
            return *end;
    }
    return none;
}

uint32_t Connections::make(uint32_t sequence, uint16_t table, int fd)
{
    const uint32_t before = current(table, fd);
    const uint32_t index = uint32_t(m_ends.size());
    End &end = m_ends.emplace_back();
    end.table = table;
    end.fd = fd;
    end.created = sequence;
    touch(sequence, index);
    if (table >= m_tables.size())
        m_tables.resize(table + size_t(1));
    m_tables[table][fd].push_back(index);
    if (before != none) // its close() was not recorded
        close(sequence, before);
    return index;
}

uint32_t Connections::take(uint32_t sequence, uint16_t table)
{
    const Event &now = event(sequence);
    switch (now.call) {
    case Call::socket:
        if (now.result >= 0) {
            const int type = now.flags & 15;
            End &made = m_ends[make(sequence, table, now.result)];
            made.stream = type == SOCK_STREAM || type == 0;
            if (!made.stream)
                made.inbox = m_datagrams.open();
        }
        return none;
    case Call::accept:
        return now.result >= 0 ? accept(sequence, table) : none;
    case Call::cqe_seen: {
        if ((now.flags & 0xff) == IORING_OP_ACCEPT)
            return now.result >= 0 ? accept(sequence, table) : none;
        const uint32_t end = current(table, now.fd);
        if (end != none)
            completed_on(sequence, end);
        return none;
    }
    case Call::thread_end: // the descriptors go with the last owner of the table
        if (now.thread == table && table < m_tables.size())
            for (const auto &[fd, ends] : m_tables[table])
                if (m_ends[ends.back()].closed == none)
                    close(sequence, ends.back());
        return none;
    case Call::observed_socket:
        observe(sequence);
        return none;
    case Call::observed_drops:
        observe_drops(sequence);
        return none;
    default: {
        if (!calls::is_call(now.call))
            return none;
        const uint32_t end = now.call == Call::shutdown ? meant(now, table) : current(table, now.fd);
        return end == none ? none : call_on(sequence, end);
    }
    }
}

// An operation of io_uring: what it moved is known when its completion is read.
void Connections::completed_on(uint32_t sequence, uint32_t index)
{
    const Event &now = event(sequence);
    End &end = m_ends[index];
    const int code = now.flags & 0xff;
    if (code != IORING_OP_RECV && code != IORING_OP_SEND)
        return;
    if (now.result > 0)
        move(code == IORING_OP_RECV ? end.received : end.sent, sequence, now.result);
    else if (code == IORING_OP_RECV && now.result == 0 && end.shut_read == none && end.finished == none)
        end.finished = sequence;
    else if (code == IORING_OP_RECV && now.error == ECONNRESET && end.failed == none)
        end.failed = sequence;
    touch(sequence, index);
}

uint32_t Connections::call_on(uint32_t sequence, uint32_t index)
{
    const Event &now = event(sequence);
    End &end = m_ends[index];
    const bool done = now.result >= 0;
    uint32_t changed = none; // from where on what was thought is
    switch (now.call) {
    case Call::bind:
        if (!done || end.registered != none || end.bound != none || (end.stream && port_of(now.length) == 0))
            return none;
        end.bound = sequence;
        end.bound_port = port_of(now.length);
        break;
    case Call::getsockname:
        if (!done || end.registered != none || end.named != none || port_of(now.length) == 0)
            return none;
        end.named = sequence;
        end.named_port = port_of(now.length);
        break;
    case Call::listen:
        if (!done || end.listened != none || end.accepted || end.connected != none)
            return none;
        end.listened = sequence;
        end.backlog = int(std::clamp<int64_t>(now.length, 0, INT32_MAX));
        break;
    case Call::connect:
        // Interrupted or not waited for, it goes on in the kernel.
        if (end.connected != none || end.accepted || end.listened != none
            || !(done || now.error == EINPROGRESS || now.error == EINTR))
            return none;
        end.connected = sequence;
        end.peer_port = port_of(now.length);
        if (end.stream)
            m_connects[end.peer_port].push_back(sequence);
        break;
    case Call::send:
    case Call::sendto:
    case Call::write:
    case Call::recv:
    case Call::recvfrom:
    case Call::read:
    case Call::aio_return: // of a read: taken out of the kernel's buffer some time before
        if (!done && now.error == EAGAIN) {
            if (copies_stream(now))
                pass_urgent(sequence, end);
            return !end.stream && copies(now.call) ? m_datagrams.emptied(sequence, end.inbox) : none;
        }
        changed = transfer(sequence, index);
        break;
    case Call::shutdown:
        // Of an unconnected datagram socket Linux does it although it refuses.
        if (!done && (end.stream || now.error != ENOTCONN))
            return none;
        if (now.flags != SHUT_RD && end.shut_write == none)
            end.shut_write = sequence;
        if (now.flags != SHUT_WR && end.shut_read == none)
            end.shut_read = sequence;
        break;
    case Call::setsockopt:
        if (done && !end.stream && now.flags == SO_RCVBUF)
            m_datagrams.lose_order(sequence, end.inbox);
        if (done && now.flags == SO_OOBINLINE && now.length != 0 && end.inlined == none)
            end.inlined = sequence;
        if (!done || now.flags != SO_LINGER || now.length == 0 || end.lingered != none)
            return none;
        end.lingered = sequence;
        break;
    case Call::fcntl:
        if (!done || now.flags != F_SETFL || bool(now.length & O_NONBLOCK) == bool(end.blocking.size() % 2))
            return none;
        end.blocking.push_back(sequence);
        break;
    case Call::close:
        if (!done && now.error != EINTR) // Linux has closed it then, too
            return none;
        end.abortive = now.length == 1;
        close(sequence, index);
        return end.connected != none ? doubt_datagrams(sequence, index, begin_of(now)) : none;
    default:
        return none;
    }
    touch(sequence, index);
    if (!end.stream)
        return std::min(changed, name_datagrams(sequence, index));
    const bool may_enter = end.registered == none && (end.accepted || end.connected != none || end.listened != none);
    return may_enter ? enter(sequence, index) : none;
}

// A call that moves data. What fails may tell something, too.
uint32_t Connections::transfer(uint32_t sequence, uint32_t index)
{
    const Event &now = event(sequence);
    End &end = m_ends[index];
    const bool sends = now.call == Call::send || now.call == Call::sendto || now.call == Call::write;
    if (now.result >= 0 && in_stream(now)) {
        if (end.stream)
            move(sends ? end.sent : end.received, sequence, now.result);
        else if (sends)
            return send_datagram(sequence, end);
        else
            return take_datagram(sequence, end);
    }
    if (sends || !end.stream) {
        if (sends && end.stream && is_message(now.call) && (now.flags & MSG_OOB))
            send_urgent(sequence, end);
        return none;
    }
    if (is_message(now.call) && (now.flags & MSG_OOB)) {
        if (now.result > 0 && !(now.flags & MSG_PEEK))
            end.urgent_taken.push_back(sequence);
        return none;
    }
    const bool end_of_file = now.result == 0 && (now.length > 0 || now.call == Call::aio_return);
    if (end_of_file && end.shut_read == none && end.finished == none)
        end.finished = sequence;
    if (end_of_file && copies_stream(now))
        pass_urgent(sequence, end);
    else if (now.result < 0 && now.error == ECONNRESET && end.failed == none)
        end.failed = sequence;
    return none;
}

void Connections::move(std::vector<Move> &moves, uint32_t sequence, int64_t bytes)
{
    if (bytes > 0)
        moves.emplace_back(sum(moves.empty() ? 0 : moves.back().after(), bytes), sequence);
}

uint32_t Connections::accept(uint32_t sequence, uint16_t table)
{
    const Event &now = event(sequence);
    const uint32_t listener = current(table, now.fd);
    const uint32_t index = make(sequence, table, now.result);
    End &end = m_ends[index];
    end.accepted = true;
    end.peer_port = port_of(now.length);
    if (listener != none && listener != index) {
        End &listening = m_ends[listener];
        end.listener = listener;
        end.bound = sequence;
        end.bound_port = listening.port();
        listening.accepts.push_back(index);
        listening.strangers.push_back(index);
    }
    return enter(sequence, index);
}

void Connections::close(uint32_t sequence, uint32_t index)
{
    m_ends[index].closed = sequence;
    touch(sequence, index);
    set_nameless(index);
}

void Connections::observe(uint32_t sequence)
{
    const Event &now = event(sequence);
    if (now.words[0] > UINT16_MAX || now.words[1] > UINT16_MAX)
        return;
    const auto found = m_by_ports.find(Ports(now.words[0] << 16 | now.words[1]));
    if (found == m_by_ports.end())
        return;
    const uint32_t index = found->second.back();
    End &end = m_ends[index];
    if (end.closed != none)
        return;
    end.seen.emplace_back(std::max(end.listened != none ? now.result : now.fd, 0), sequence);
    touch(sequence, index);
}

void Connections::shrink()
{
    m_datagrams.shrink();
    m_touches.shrink_to_fit();
    m_ends.shrink_to_fit();
    for (End &end : m_ends)
        for (std::vector<Move> *moves : {&end.sent, &end.received, &end.urgent, &end.seen})
            moves->shrink_to_fit();
}

uint32_t Connections::end_of(uint32_t sequence) const
{
    const auto found = std::ranges::lower_bound(m_touches, sequence, {}, &Touch::sequence);
    return found != m_touches.end() && found->sequence == sequence ? found->end : none;
}

uint32_t Connections::end_at(uint16_t table, int fd, uint32_t complete) const
{
    if (table >= m_tables.size())
        return none;
    const auto slot = m_tables[table].find(fd);
    if (slot == m_tables[table].end())
        return none;
    const auto created = [this](uint32_t end) { return m_ends[end].created; };
    const auto next = std::ranges::lower_bound(slot->second, complete, {}, created);
    return next != slot->second.begin() && m_ends[*std::prev(next)].open_at(complete) ? *std::prev(next) : none;
}

std::vector<uint32_t> Connections::open_at(uint32_t complete) const
{
    std::vector<uint32_t> open;
    for (uint16_t table = 0; table < m_tables.size(); ++table)
        for (const auto &[fd, ends] : m_tables[table])
            if (const uint32_t end = end_at(table, fd, complete); end != none)
                open.push_back(end);
    return open;
}

} // namespace replay
