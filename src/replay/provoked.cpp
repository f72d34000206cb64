// SPDX-License-Identifier: MIT
// What other threads did that may have sent a signal.
#include "replay/replay.h"
#include "replay/state.h"
#include "replay/times.h"

#include <sys/socket.h>

#include <algorithm>
#include <csignal>

namespace replay {
namespace {

using trace::Call;
using trace::Event;

constexpr size_t far = 1 << 16, near = 64; // events looked back at, and on: a peer's call may end after its signal has come
constexpr size_t most = 1000;

// Whether two handlers were entered for the same descriptor, as far as their signals tell.
bool same(const Event &before, const Event &signal)
{
    return before.fd == -1 || signal.fd == -1 || before.fd == signal.fd;
}

// Whether a call of another thread reached a descriptor of the thread that `signal` came to: the one it names, or any.
bool reaches(const Index &index, const Event &call, uint32_t sequence, const Event &signal)
{
    const Connections &connections = index.connections;
    const uint32_t end = connections.end_of(sequence);
    if (end == none)
        return false;
    const uint16_t table = index.table(signal.thread);
    const auto named = [&](uint32_t other) {
        const End &socket = connections.end(other);
        return socket.table == table && (signal.fd == -1 || socket.fd == signal.fd) && socket.created < sequence;
    };
    if (call.call == Call::connect) {
        const uint32_t listening = connections.listener(connections.end(end).peer_port);
        return call.result == 0 && listening != none && named(listening);
    }
    const uint32_t peer = connections.end(end).peer;
    return call.result != -1 && peer != none && (named(peer) || (signal.fd == -1 && connections.end(peer).table == table));
}

bool reads(Call call)
{
    return call == Call::recv || call == Call::read;
}

// Whether `by` can have sent a signal of that si_code. Reading makes room in the other's send buffer.
bool fits(int code, const Event &by)
{
    const bool ends = by.call == Call::close || by.call == Call::shutdown;
    switch (code) {
    case POLL_OUT: return reads(by.call);
    case POLL_PRI: return by.call == Call::send && (by.flags & MSG_OOB);
    case POLL_ERR: return by.call == Call::close;
    case POLL_HUP: return ends;
    default: return ends || by.call == Call::connect || by.call == Call::send || by.call == Call::write;
    }
}

} // namespace

std::vector<size_t> Replay::provoked_by(size_t sequence) const
{
    const Index &index = m->index;
    const auto &events = trace().events();
    std::vector<size_t> found;
    if (sequence >= index.taken || events[sequence].call != Call::handler_begin || events[sequence].thread >= index.tracks.size())
        return found;
    const Event &signal = events[sequence];
    const int code = int16_t(signal.flags);
    const auto is_one = [&](size_t i) {
        return events[i].thread != signal.thread && fits(code, events[i]) && begin_of(events[i]) <= signal.end
            && reaches(index, events[i], uint32_t(i), signal);
    };
    int64_t since = INT64_MIN;
    size_t first = sequence;
    for (; first > 0 && sequence - first < far && since == INT64_MIN; --first)
        if (const Event &before = events[first - 1];
            before.call == Call::handler_begin && before.thread == signal.thread && same(before, signal))
            since = before.end;
    const size_t last = std::min(sequence + near, index.taken);
    for (size_t i = first; i < last; ++i)
        if (begin_of(events[i]) > since && is_one(i))
            found.push_back(i);
    std::ranges::sort(found, {}, [&](size_t i) { return begin_of(events[i]); });
    if (found.size() > most)
        found.erase(found.begin(), found.end() - most);
    return found;
}

} // namespace replay
