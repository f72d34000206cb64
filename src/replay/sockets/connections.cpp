// SPDX-License-Identifier: MIT
// What each recorded call tells about sockets.
#include "replay/sockets/connections.h"

#include "calls/verbs.h"
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

bool is_option(const Event &event, int name)
{
    const auto setting = calls::as_setting(event);
    return setting && setting->is(SOL_SOCKET, name);
}

// SO_LINGER with a time of 0 (socket(7)); with one above it close() waits for the other side, and sends a FIN.
bool resets_at_close(const Event &event)
{
    const auto setting = calls::as_setting(event);
    return setting->value != 0 && setting->second.value_or(0) == 0;
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

uint32_t Connections::make(uint32_t sequence)
{
    const uint32_t file = m_descriptors.opened_by(sequence);
    const Descriptor &descriptor = m_descriptors.descriptor(file);
    const uint32_t index = uint32_t(m_ends.size());
    End &end = m_ends.emplace_back();
    end.file = file;
    end.table = descriptor.table;
    end.fd = descriptor.fd;
    end.created = sequence;
    touch(sequence, index);
    m_of_file.resize(file + size_t(1), none);
    m_of_file[file] = index;
    return index;
}

uint32_t Connections::take(uint32_t sequence, uint32_t file)
{
    const Event &now = event(sequence);
    const uint32_t about = socket(file);
    const bool makes = m_descriptors.opened_by(sequence) != none;
    uint32_t changed = none;
    if (now.call == Call::socket && makes) {
        const int type = now.flags & 15;
        End &made = m_ends[make(sequence)];
        made.stream = type == SOCK_STREAM || type == 0;
        if (!made.stream)
            made.inbox = m_datagrams.open();
    } else if ((now.call == Call::accept || now.call == Call::cqe_seen) && makes) {
        changed = accept(sequence, about);
    } else if (now.call == Call::cqe_seen && about != none) {
        completed_on(sequence, about);
    } else if (now.call == Call::observed_socket) {
        observe(sequence);
    } else if (now.call == Call::observed_drops) {
        observe_drops(sequence);
    } else if (calls::is_call(now.call) && about != none) {
        changed = call_on(sequence, about);
    }
    for (const uint32_t gone : m_descriptors.closed_by(sequence))
        if (const uint32_t end = socket(gone); end != none)
            changed = std::min(changed, close(sequence, end));
    return changed;
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
    else if (now.result < 0)
        fail(sequence, end, code == IORING_OP_RECV, now.error);
    if (code == IORING_OP_RECV && now.result == 0)
        end.emptied = std::min(end.emptied, sequence);
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
        if (done && !end.stream && is_option(now, SO_RCVBUF))
            m_datagrams.lose_order(sequence, end.inbox);
        if (done && is_option(now, SO_RCVBUF) && end.resized == none)
            end.resized = sequence;
        if (done && is_option(now, SO_OOBINLINE) && now.length != 0 && end.inlined == none)
            end.inlined = sequence;
        if (end.resized == sequence || end.inlined == sequence)
            touch(sequence, index);
        if (!done || !is_option(now, SO_LINGER) || !resets_at_close(now) || end.lingered != none)
            return none;
        end.lingered = sequence;
        break;
    case Call::fcntl:
        if (!done || now.flags != F_SETFL || bool(now.length & O_NONBLOCK) == bool(end.blocking.size() % 2))
            return none;
        end.blocking.push_back(sequence);
        break;
    case Call::close:
        if (m_descriptors.descriptor(end.file).closed == sequence && now.length == 1)
            end.lingered = std::min(end.lingered, sequence);
        return none;
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
        if (sends && end.stream && now.result < 0)
            fail(sequence, end, false, now.error);
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
    if (end_of_file && (end.shut_read == none || end.shut_write != none))
        end.emptied = std::min(end.emptied, sequence);
    if (end_of_file && copies_stream(now))
        pass_urgent(sequence, end);
    else if (now.result < 0)
        fail(sequence, end, true, now.error);
    return none;
}

// What a call that failed tells: a reset, or that there has been one.
void Connections::fail(uint32_t sequence, End &end, bool receiving, int error)
{
    const bool broken = error == EPIPE && end.shut_write == none;
    if (error != ECONNRESET && error != ETIMEDOUT && !broken)
        return;
    end.failed = std::min(end.failed, sequence);
    if (receiving)
        end.emptied = std::min(end.emptied, sequence);
}

void Connections::move(std::vector<Move> &moves, uint32_t sequence, int64_t bytes)
{
    if (bytes > 0)
        moves.emplace_back(sum(moves.empty() ? 0 : moves.back().after(), bytes), sequence);
}

uint32_t Connections::accept(uint32_t sequence, uint32_t listener)
{
    const Event &now = event(sequence);
    const uint32_t index = make(sequence);
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

// Its descriptor is.
uint32_t Connections::close(uint32_t sequence, uint32_t index)
{
    touch(sequence, index);
    set_nameless(index);
    const Event &now = event(sequence);
    return now.call == Call::close && m_ends[index].connected != none ? doubt_datagrams(sequence, index, begin_of(now)) : none;
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
    if (closed(end) < sequence)
        return;
    end.seen.emplace_back(std::max(end.listened != none ? now.result : now.fd, 0), sequence);
    end.unsent.emplace_back(std::max<int64_t>(now.length, 0), sequence);
    touch(sequence, index);
}

void Connections::shrink()
{
    m_datagrams.shrink();
    m_touches.shrink_to_fit();
    m_ends.shrink_to_fit();
    for (End &end : m_ends)
        for (std::vector<Move> *moves : {&end.sent, &end.received, &end.urgent, &end.seen, &end.unsent})
            moves->shrink_to_fit();
}

uint32_t Connections::end_of(uint32_t sequence) const
{
    const auto found = std::ranges::lower_bound(m_touches, sequence, {}, &Touch::sequence);
    return found != m_touches.end() && found->sequence == sequence ? found->end : none;
}

std::vector<uint32_t> Connections::open_at(uint32_t complete) const
{
    std::vector<uint32_t> open = m_descriptors.open_at(complete);
    std::erase_if(open, [this](uint32_t &file) { return (file = socket(file)) == none; });
    return open;
}

} // namespace replay
