// SPDX-License-Identifier: MIT
#include "replay/naive.h"

#include "calls/schema.h"
#include "replay/crowd.h"

#include <map>
#include <set>

namespace recording {
namespace {

struct Side {
    int64_t sent = 0, received = 0;
    uint16_t port = 0; // the client's, at either end
    bool shut = false, reset = false;
};

struct Facts {
    std::set<int> sets[2];
    std::vector<int> table;
    int maxfd = 0;
    std::map<std::pair<int, int>, Side> sockets; // by thread and descriptor
    std::vector<const Event *> last;
};

Side *other(Facts &facts, uint16_t thread, const Side &side)
{
    for (auto &[key, candidate] : facts.sockets)
        if (candidate.port == side.port && side.port && (key.first == Crowd::server) != (thread == Crowd::server))
            return &candidate;
    return nullptr;
}

void gone(Facts &facts, const Event &event, bool abruptly)
{
    Side side = facts.sockets[{event.thread, event.fd}];
    if (Side *peer = other(facts, event.thread, side)) {
        abruptly |= side.received < peer->sent;
        (abruptly ? peer->reset : peer->shut) = true;
    }
    facts.sockets.erase({event.thread, event.fd});
}

void apply(Facts &facts, const Event &event, std::set<int> &lingering)
{
    facts.last[event.thread] = &event;
    const std::pair key(int(event.thread), event.fd);
    switch (event.call) {
    case Call::socket: facts.sockets[{event.thread, event.result}] = {}; break;
    case Call::accept: facts.sockets[{event.thread, event.result}].port = uint16_t(event.length); break;
    case Call::getsockname: facts.sockets[key].port = event.thread == Crowd::server ? 0 : uint16_t(event.length); break;
    case Call::send: facts.sockets[key].sent += event.result; break;
    case Call::recv:
        if (event.result > 0)
            facts.sockets[key].received += event.result;
        else // this is told before the other's close() returns
            (event.result == 0 ? facts.sockets[key].shut : facts.sockets[key].reset) = true;
        break;
    case Call::setsockopt: lingering.insert(event.thread); break;
    case Call::shutdown:
        if (Side *peer = other(facts, event.thread, facts.sockets[key]))
            peer->shut = true;
        break;
    case Call::close: gone(facts, event, lingering.erase(event.thread) > 0); break;
    case Call::fd_zero: facts.sets[event.flags].clear(); break;
    case Call::fd_set: facts.sets[event.flags].insert(event.fd); break;
    case Call::fd_clr: facts.sets[event.flags].erase(event.fd); break;
    case Call::set_assigned: facts.sets[event.flags] = facts.sets[event.fd]; break;
    case Call::select:
        facts.sets[Crowd::readfds].clear();
        for (int fd = 0; fd < 64; ++fd)
            if (event.words[1] >> fd & 1)
                facts.sets[Crowd::readfds].insert(fd);
        break;
    case Call::table_assigned:
        if (event.fd >= int(facts.table.size()))
            facts.table.resize(size_t(event.fd) + 1, -1);
        if (event.fd >= 0)
            facts.table[size_t(event.fd)] = int(event.length);
        break;
    case Call::number_assigned: facts.maxfd = int(event.length); break;
    default: break;
    }
}

std::set<int> members(const std::bitset<1024> &bits)
{
    std::set<int> members;
    for (size_t i = 0; i < bits.size(); ++i)
        if (bits[i])
            members.insert(int(i));
    return members;
}

} // namespace

std::string differs(const trace::Trace &trace, const replay::World &world)
{
    Facts facts;
    facts.last.resize(trace.threads.size());
    std::set<int> lingering;
    const auto &events = trace.events();
    for (size_t i = 0; i < world.complete; ++i)
        apply(facts, events[i], lingering);

    for (const int set : {Crowd::allset, Crowd::readfds}) {
        const replay::Set *shown = world.set(0, set == Crowd::allset ? "allset" : "readfds");
        if ((shown ? members(shown->now) : std::set<int>()) != facts.sets[set])
            return "set " + std::to_string(set);
    }
    if ((world.table(0, "client_FD") ? world.table(0, "client_FD")->values : std::vector<int>()) != facts.table)
        return "client_FD";
    if ((world.number(0, "maxfd") ? world.number(0, "maxfd")->value : 0) != facts.maxfd)
        return "maxfd";
    if (world.sockets.size() != facts.sockets.size())
        return "number of sockets";
    for (auto &[key, side] : facts.sockets) {
        const std::string name = "socket " + std::to_string(key.first) + " " + std::to_string(key.second);
        const replay::Socket *socket = world.socket(uint16_t(key.first), key.second);
        if (!socket || socket->received != side.received || socket->sent != side.sent)
            return name;
        if (socket->role != replay::SocketState::connected || side.port == 0)
            continue;
        const Side *peer = other(facts, uint16_t(key.first), side);
        const int64_t told = peer ? std::max<int64_t>(0, peer->sent - side.received) : 0;
        const bool announced = told == 0 && socket->receive_bytes == 1; // by a select(), while a send() is in progress
        const int64_t least = socket->receive_bytes.value_or(0), most = least + socket->arriving + socket->on_the_way;
        if (peer && (socket->peer < 0 || ((least > told || most < told) && !announced)))
            return name + " bytes";
        if (socket->peer_shut != side.shut && !world.answered(socket->thread, socket->fd).reading) // else a close() may be in progress
            return name + " shut";
        if (socket->reset != side.reset)
            return name + " reset";
        if (socket->outside)
            return name + " outside";
    }
    for (size_t thread = 0; thread < trace.threads.size(); ++thread) {
        const auto last = world.threads[thread].last;
        if ((last ? &events[*last] : nullptr) != facts.last[thread])
            return "last of thread " + std::to_string(thread);
        size_t next = world.complete;
        while (next < events.size() && events[next].thread != thread)
            ++next;
        const bool in_call = next < events.size() && events[next].begin <= world.time
            && calls::is_call(events[next].call);
        if (in_call && (!world.threads[thread].call || !(*world.threads[thread].call == calls::begun(events[next]))))
            return "call of thread " + std::to_string(thread);
    }
    return {};
}

} // namespace recording
