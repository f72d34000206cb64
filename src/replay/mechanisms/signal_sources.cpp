// SPDX-License-Identifier: MIT
#include "replay/mechanisms/signal_sources.h"

#include "calls/verbs.h"
#include "replay/sockets/endings.h"
#include "replay/times.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>

namespace replay {
namespace {

using calls::Setting;
using trace::Call;
using trace::Event;
using enum SignalCause::What;

constexpr ptrdiff_t of_one_life = 8; // the fcntl() calls about one socket's signals, at most as far as looked
constexpr int near = 64;             // calls looked at beyond the last: one of another thread may have begun before it
constexpr int64_t unacknowledged = 200'000'000; // ns: for so long at most what was sent before holds a small one back
constexpr int64_t one_segment = 16'384; // bytes: so few are sent as one, and are one arrival

// Sources of one sender, gathered.
class Gathering {
public:
    Gathering(const Index &index, int code, int64_t from, int64_t to) : m_index(index), m_code(code), m_from(from), m_to(to) {}

    // `by` sends `least` to `most` signals of si_code `code`.
    void add(SignalCause::What what, uint32_t by, int code, uint32_t least, uint32_t most, int64_t latest = INT64_MIN)
    {
        if (by == none || most == 0 || (m_code != SI_KERNEL && m_code != code))
            return;
        const Event &event = m_index.event(by);
        const int64_t end = event.call == Call::thread_end ? never : event.end; // the kernel closes after it
        const SignalSource source{what, by, begin_of(event), end, std::max(end, latest), least, most};
        if (source.begin > m_to || source.latest < m_from)
            return;
        const auto known = std::ranges::find(m_sources, by, &SignalSource::by);
        if (known == m_sources.end())
            return m_sources.push_back(source);
        known->least += least;
        known->most += most;
    }
    int64_t from() const { return m_from; }
    int64_t to() const { return m_to; }
    // Each of a list in order of end that lies so: add(sequence).
    template <typename List, typename Sequence, typename Add>
    void add_each(const List &list, Sequence sequence_of, Add add)
    {
        const auto over = [&](const auto &one) { return m_index.event(sequence_of(one)).end < m_from; };
        int beyond = 0;
        for (auto at = std::partition_point(list.begin(), list.end(), over); at != list.end() && beyond < near; ++at) {
            const uint32_t sequence = sequence_of(*at);
            begin_of(m_index.event(sequence)) > m_to ? void(++beyond) : add(sequence);
        }
    }
    // In order of begin; one that began before `sure` may have sent none.
    std::vector<SignalSource> sorted(int64_t sure)
    {
        for (SignalSource &source : m_sources)
            if (source.begin < sure)
                source.least = 0;
        std::ranges::stable_sort(m_sources, {}, &SignalSource::begin);
        return std::move(m_sources);
    }

private:
    const Index &m_index;
    const int m_code;
    const int64_t m_from, m_to;
    std::vector<SignalSource> m_sources;
};

// When `socket` had taken that many bytes, ns.
int64_t taken_at(const Index &index, const End &socket, int64_t bytes)
{
    const auto read = std::ranges::lower_bound(socket.received, bytes, {}, &Move::after);
    return read == socket.received.end() ? never : index.event(read->sequence).end;
}

// What the other end of a connection sends it.
void add_stream(Gathering &all, const Index &index, uint32_t end)
{
    const Connections &connections = index.connections;
    const End &socket = connections.end(end);
    const End &peer = connections.end(socket.peer);
    const auto sequence = [](const Move &move) { return move.sequence; };
    // Those over before are among them as far as not all they sent had been taken.
    const auto taken = [&](const Move &send) { return taken_at(index, socket, send.after()) < all.from(); };
    for (auto at = std::partition_point(peer.sent.begin(), peer.sent.end(), taken); at != peer.sent.end(); ++at) {
        const Event &send = index.event(at->sequence);
        if (begin_of(send) > all.to())
            break;
        const bool follows = at != peer.sent.begin() && span(index.event(std::prev(at)->sequence).end, begin_of(send)) < unacknowledged;
        const bool large = send.result > one_segment;
        const int64_t latest = large || follows ? taken_at(index, socket, at->after()) : INT64_MIN;
        large ? all.add(data, at->sequence, POLL_IN, 1, many_signals, latest) : all.add(data, at->sequence, POLL_IN, 0, 1, latest);
    }
    all.add_each(peer.urgent, sequence, [&](uint32_t send) {
        all.add(urgent, send, POLL_PRI, 1, 1);
        all.add(urgent, send, POLL_IN, 1, 2);
    });
    // The end of the data sends two. After this end has shut its own direction one of them says POLL_HUP.
    const Course seen = course(index, end);
    all.add(SignalCause::reset, seen.reset_by, POLL_ERR, 1, 1);
    const uint32_t finish = course(index, socket.peer).fin_sent;
    if (finish == none && seen.reset_by == none) // one of the two has come
        all.add(end_of_file, seen.ended, POLL_IN, 0, 2);
    if (finish == none)
        return;
    const bool may = socket.shut_write != none && begin_of(index.event(socket.shut_write)) <= index.event(finish).end;
    const bool has = may && index.event(socket.shut_write).end <= begin_of(index.event(finish));
    all.add(end_of_file, finish, POLL_IN, has || may ? 1 : 2, has ? 1 : 2);
    all.add(end_of_file, finish, POLL_HUP, has, may);
}

} // namespace

std::vector<SignalSender> signal_senders(const Index &index, uint16_t table, int fd, int64_t from, int64_t to)
{
    std::vector<SignalSender> all;
    const auto asked = index.signals.asked(table, fd);
    const auto over = [&](uint32_t call) { return index.event(call).end < from; };
    auto at = std::partition_point(asked.begin(), asked.end(), over);
    at -= std::min(at - asked.begin(), of_one_life);
    uint32_t life = none;
    int signal = SIGIO;
    bool on = false;
    for (; at != asked.end(); ++at) {
        const Event &call = index.event(*at);
        if (begin_of(call) > to)
            break;
        const uint32_t end = index.connections.end_at(table, fd, *at);
        if (end != life) {
            life = end;
            signal = SIGIO;
            on = false;
        }
        if (end == none)
            continue;
        const Setting setting = calls::as_setting(call).value_or(Setting());
        if (setting.what == Setting::owner_signal) {
            signal = setting.value == 0 ? SIGIO : int(setting.value);
            if (on)
                all.back().signal = signal;
            continue;
        }
        const bool asked_on = setting.value & O_ASYNC;
        if (asked_on && !on)
            all.push_back({end, signal, begin_of(call), call.end, never});
        else if (!asked_on && on)
            all.back().off = call.end;
        on = asked_on;
    }
    for (SignalSender &sender : all)
        if (const uint32_t gone = index.connections.released(index.connections.end(sender.end)); gone != none)
            sender.off = std::min(sender.off, index.event(gone).end);
    std::erase_if(all, [&](const SignalSender &sender) { return sender.off < from; });
    return all;
}

std::vector<SignalSource> signal_sources(const Index &index, const SignalSender &sender, int code, int64_t from, int64_t to)
{
    const Connections &connections = index.connections;
    const End &socket = connections.end(sender.end);
    Gathering all(index, code, std::max(from, sender.on), std::min(to, sender.off));
    const auto itself = [](uint32_t sequence) { return sequence; };
    if (!socket.stream)
        all.add_each(connections.datagrams_to(socket), itself, [&](uint32_t send) { all.add(datagram, send, POLL_IN, 0, 1); });
    else if (socket.listened != none) {
        all.add_each(connections.connects_to(socket), itself, [&](uint32_t connect) { all.add(connection, connect, POLL_IN, 1, 1); });
        all.add(shut_down, socket.shut_read, POLL_ERR, 1, 1);
    } else if (socket.peer != none)
        add_stream(all, index, sender.end);
    return all.sorted(sender.sure);
}

bool signals_from_outside(const Index &index, const SignalSender &sender, uint32_t complete)
{
    const End &socket = index.connections.end(sender.end);
    if (!socket.stream)
        return index.connections.strangers(socket, complete);
    if (socket.listened == none)
        return index.connections.outside(socket);
    return std::ranges::any_of(socket.strangers, [&](uint32_t end) { return index.connections.outside(index.connections.end(end)); });
}

} // namespace replay
