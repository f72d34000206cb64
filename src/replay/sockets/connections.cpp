// SPDX-License-Identifier: MIT
// What each recorded call tells about sockets.
#include "replay/sockets/connections.h"

#include "calls/verbs.h"
#include "replay/times.h"

#include <sys/ioctl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

namespace replay {

using calls::Closing;
using calls::Naming;
using calls::Opening;
using calls::Setting;
using calls::Transfer;
using trace::Event;

namespace {

// SO_LINGER with a time of 0 (socket(7)); with one above it close() waits for the other side, and sends a FIN.
bool resets_at_close(const Setting &setting)
{
    return setting.value != 0 && setting.second.value_or(0) == 0;
}

// socket(), socketpair() with SOCK_NONBLOCK in the type, accept4() in its flags.
bool starts_nonblocking(const Event &event)
{
    const int64_t asked = calls::is_call(event.call) ? calls::value(event, "type").value_or(0) | calls::value(event, "flags").value_or(0) : 0;
    return asked & SOCK_NONBLOCK;
}

} // namespace

int64_t moved(const std::vector<Move> &moves, uint32_t complete)
{
    const auto next = std::ranges::lower_bound(moves, complete, {}, &Move::sequence);
    return next == moves.begin() ? 0 : std::prev(next)->after();
}

int64_t End::backlog(uint32_t complete) const
{
    const auto next = std::ranges::lower_bound(backlogs, complete, {}, &Move::sequence);
    return next == backlogs.begin() ? 0 : std::prev(next)->after();
}

int64_t End::low(uint32_t complete) const
{
    const auto next = std::ranges::lower_bound(lows, complete, {}, &Move::sequence);
    return next == lows.begin() ? 1 : std::max<int64_t>(1, std::prev(next)->after());
}

uint32_t Connections::make(uint32_t sequence, uint32_t file)
{
    const Descriptor &descriptor = m_descriptors.descriptor(file);
    const uint32_t index = uint32_t(m_ends.size());
    End &end = m_ends.emplace_back();
    end.file = file;
    end.table = descriptor.table;
    end.fd = descriptor.fd;
    end.created = sequence;
    end.nonblock.turn(sequence, starts_nonblocking(event(sequence)));
    touch(sequence, index);
    m_of_file.resize(file + size_t(1), none);
    m_of_file[file] = index;
    return index;
}

uint32_t Connections::take(uint32_t sequence, uint32_t file)
{
    const Event &now = event(sequence);
    uint32_t changed = none;
    if (calls::is_observation(now.call))
        observe(sequence);
    else if (m_descriptors.opened_by(sequence) != none)
        changed = open(sequence, socket(file));
    else if (const uint32_t about = socket(file); about != none)
        changed = take_on(sequence, about);
    for (const uint32_t gone : m_descriptors.closed_by(sequence))
        if (const uint32_t end = socket(gone); end != none)
            changed = std::min(changed, close(sequence, end));
    return changed;
}

bool Connections::lost(const End &end, uint32_t complete) const
{
    const auto by = [&](uint16_t table) {
        const auto found = m_lost.find(table);
        if (found == m_lost.end())
            return false;
        const auto next = std::ranges::lower_bound(found->second, complete);
        return next != found->second.begin() && *std::prev(next) > end.created;
    };
    return by(end.table) || (end.peer != none && by(m_ends[end.peer].table));
}

// A descriptor has come to be; the call was about the end `from`, if about any.
uint32_t Connections::open(uint32_t sequence, uint32_t from)
{
    const auto opening = calls::as_opening(event(sequence));
    if (opening->what == Opening::connection)
        return accept(sequence, from, opening->peer_port);
    if (opening->what == Opening::pair && opening->stream)
        make_pair(sequence);
    if (opening->what != Opening::socket)
        return none;
    End &made = m_ends[make(sequence, m_descriptors.opened_by(sequence))];
    made.stream = opening->stream;
    if (!made.stream)
        made.inbox = m_datagrams.open();
    return none;
}

void Connections::make_pair(uint32_t sequence)
{
    const uint32_t file = m_descriptors.opened_by(sequence), one = make(sequence, file), other = make(sequence, file + 1);
    for (const auto &[end, peer] : {std::pair(one, other), {other, one}}) {
        m_ends[end].pair = true;
        m_ends[end].peer = peer;
        m_ends[end].connected = m_ends[end].joined = sequence;
    }
}

uint32_t Connections::take_on(uint32_t sequence, uint32_t index)
{
    const Event &now = event(sequence);
    End &end = m_ends[index];
    uint32_t changed = none; // from where on what was thought is
    if (end.stream && refuse(sequence, end)) {
        touch(sequence, index);
        return end.connected;
    }
    if (now.call == trace::Call::ioctl && calls::value(now, "request") == FIONREAD) { // the kernel tells what waits
        if (!end.stream || end.listened != none || now.result != 0)
            return none;
        end.seen.emplace_back(std::max<int64_t>(0, calls::value(now, "value").value_or(0)), sequence);
    } else if (const auto transfer = calls::as_transfer(now)) {
        if (transfer->found_nothing())
            return find_nothing(sequence, end, *transfer);
        changed = move(sequence, end, *transfer);
    } else if (const auto naming = calls::as_naming(now)) {
        if (!name(sequence, end, *naming))
            return none;
    } else if (const auto setting = calls::as_setting(now)) {
        if (!set(sequence, end, *setting))
            return none;
    } else if (const auto closing = calls::as_closing(now)) {
        if (!shut(sequence, end, *closing))
            return none;
        changed = end.shut_meanwhile == sequence ? end.finished : none;
    } else {
        return none;
    }
    touch(sequence, index);
    if (!end.stream)
        return std::min(changed, name_datagrams(sequence, index));
    const bool may_enter = end.registered == none && (end.accepted || end.connected != none || end.listened != none);
    return may_enter ? std::min(changed, enter(sequence, index)) : changed;
}

// An address of it has become known: false if that is nothing new.
bool Connections::name(uint32_t sequence, End &end, const Naming &naming)
{
    if (naming.connects) { // interrupted or not waited for, it goes on in the kernel
        if (end.connected != none || end.accepted || end.listened != none || !(naming.done || naming.under_way))
            return false;
        end.connected = sequence;
        end.peer_port = naming.port;
        if (end.stream)
            m_connects[end.peer_port].push_back(sequence);
        return true;
    }
    uint32_t &told = naming.asked ? end.named : end.bound;
    const bool none_chosen = naming.port == 0 && (naming.asked || end.stream);
    if (!naming.done || end.registered != none || told != none || none_chosen)
        return false;
    told = sequence;
    (naming.asked ? end.named_port : end.bound_port) = naming.port;
    return true;
}

// Something of it has been set: false if nothing that matters here.
bool Connections::set(uint32_t sequence, End &end, const Setting &setting)
{
    if (!setting.done)
        return false;
    if (setting.what == Setting::listening) {
        if (end.accepted || end.connected != none)
            return false;
        end.listened = std::min(end.listened, sequence); // a further one changes the backlog only
        end.backlogs.emplace_back(std::clamp<int64_t>(setting.value, 0, INT32_MAX), sequence);
        return true;
    }
    if (setting.what == Setting::status_flags)
        return setting.changes & O_NONBLOCK && end.nonblock.turn(sequence, setting.value & O_NONBLOCK);
    if (setting.is(SOL_SOCKET, SO_RCVBUF) && !end.stream)
        m_datagrams.lose_order(sequence, end.inbox);
    if (setting.is(SOL_SOCKET, SO_LINGER))
        return end.lingers.turn(sequence, resets_at_close(setting));
    if (setting.is(SOL_SOCKET, SO_OOBINLINE))
        return end.inlines.turn(sequence, setting.value != 0);
    if (setting.is(IPPROTO_TCP, TCP_CORK))
        return end.corks.turn(sequence, setting.value != 0);
    if (setting.is(SOL_SOCKET, SO_RCVLOWAT)) {
        end.lows.emplace_back(setting.value, sequence);
        return true;
    }
    if (!setting.is(SOL_SOCKET, SO_RCVBUF) || end.resized != none)
        return false;
    end.resized = sequence;
    return true;
}

// A direction of it has been shut: false if none has.
bool Connections::shut(uint32_t sequence, End &end, const Closing &closing)
{
    if (closing.descriptor || closing.everything) // told by the descriptor tables
        return false;
    if (!closing.done && (end.stream || !closing.not_connected))
        return false;
    if (closing.writing)
        end.shut_write = std::min(end.shut_write, sequence);
    if (closing.reading)
        end.shut_read = std::min(end.shut_read, sequence);
    if (closing.reading && end.finished < sequence && end.shut_meanwhile == none && event(end.finished).end >= begin_of(event(sequence)))
        end.shut_meanwhile = sequence;
    return true;
}

// It did not wait, and there was nothing.
uint32_t Connections::find_nothing(uint32_t sequence, End &end, const Transfer &transfer)
{
    if (transfer.reads() && transfer.in_stream()) {
        const uint32_t changed = lose_urgent(sequence, end);
        pass_urgent(sequence, end);
        if (end.stream)
            return changed;
    }
    return !end.stream && transfer.reads() && !transfer.beside ? m_datagrams.emptied(sequence, end.inbox) : none;
}

// A call, or an operation beside the program, that moves data: a read of those has taken it some time before. What fails may tell
// something, too.
uint32_t Connections::move(uint32_t sequence, End &end, const Transfer &transfer)
{
    if (transfer.moved && transfer.in_stream()) {
        if (!end.stream)
            return transfer.sends() ? send_datagram(sequence, end, transfer) : take_datagram(sequence, end, transfer);
        add(transfer.sends() ? end.sent : end.received, sequence, *transfer.moved);
    }
    if (!end.stream)
        return none;
    if (transfer.sends()) {
        if (transfer.urgent)
            send_urgent(sequence, end);
        if (!transfer.moved)
            fail(sequence, end, false, transfer.error);
        return none;
    }
    if (transfer.urgent) {
        if (transfer.moved > 0 && !transfer.peeks)
            end.urgent_taken.push_back(sequence);
        return none;
    }
    if (transfer.empty() && end.shut_read == none && end.finished == none)
        end.finished = sequence;
    if (transfer.empty() && (end.shut_read == none || end.shut_write != none))
        end.emptied = std::min(end.emptied, sequence);
    if ((transfer.empty() || transfer.error == EINTR) && transfer.in_stream())
        pass_urgent(sequence, end);
    if (!transfer.moved)
        fail(sequence, end, true, transfer.error);
    return transfer.moved && transfer.in_stream() && !transfer.beside && *transfer.moved < transfer.asked ? lose_urgent(sequence, end) : none;
}

// What was asked for without waiting has failed: ECONNREFUSED from any call on it, or as SO_ERROR.
bool Connections::refuse(uint32_t sequence, End &end)
{
    const Event &now = event(sequence);
    const bool told = now.call == trace::Call::getsockopt && now.result == 0 && calls::value(now, "option") == SO_ERROR
        && calls::value(now, "level") == SOL_SOCKET && calls::value(now, "value") == ECONNREFUSED;
    const bool failed = calls::is_call(now.call) && now.result == -1 && now.error == ECONNREFUSED;
    if ((!told && !failed) || end.connected == none || end.peer != none || end.refused != none)
        return false;
    end.refused = sequence;
    return true;
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

void Connections::find_broken(uint32_t sequence, uint32_t number)
{
    End &end = m_ends[number];
    if (!end.stream || !end.accepted || end.failed != none)
        return;
    end.failed = sequence;
    touch(sequence, number);
}

void Connections::add(std::vector<Move> &moves, uint32_t sequence, int64_t bytes)
{
    if (bytes > 0)
        moves.emplace_back(sum(moves.empty() ? 0 : moves.back().after(), bytes), sequence);
}

uint32_t Connections::accept(uint32_t sequence, uint32_t listener, uint16_t peer_port)
{
    const uint32_t index = make(sequence, m_descriptors.opened_by(sequence));
    End &end = m_ends[index];
    end.accepted = true;
    end.peer_port = peer_port;
    if (listener != none && listener != index) {
        End &listening = m_ends[listener];
        end.listener = listener;
        end.bound = sequence;
        end.bound_port = listening.port();
        end.lingers.turn(0, listening.lingers.on(sequence)); // socket(7): accept() hands them down
        end.inlines.turn(0, listening.inlines.on(sequence));
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
    const auto closing = calls::as_closing(event(sequence));
    const bool called = closing && closing->descriptor && m_ends[index].connected != none;
    return called ? doubt_datagrams(sequence, index, begin_of(event(sequence))) : none;
}

void Connections::observe(uint32_t sequence)
{
    const auto seen = calls::as_seen_socket(event(sequence));
    if (!seen)
        return;
    if (seen->dropped)
        return observe_drops(sequence, *seen);
    const auto found = m_by_ports.find(Ports(seen->local_port) << 16 | seen->peer_port);
    if (found == m_by_ports.end())
        return;
    const uint32_t index = found->second.back();
    End &end = m_ends[index];
    if (closed(end) < sequence)
        return;
    end.seen.emplace_back(end.listened != none ? seen->queue : seen->receive_bytes, sequence);
    end.unsent.emplace_back(seen->send_bytes, sequence);
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
