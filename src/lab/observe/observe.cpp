// SPDX-License-Identifier: MIT
#include "lab/observe/observe.h"

#include "lab/observe/socket_queues.h"

#include "calls/schema.h"
#include "trace/clock.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace lab {
namespace {

using trace::Call;
using trace::Event;
using File = std::unique_ptr<FILE, int (*)(FILE *)>;

File open_file(const std::string &path)
{
    return File(std::fopen(path.c_str(), "re"), [](FILE *file) { return file ? std::fclose(file) : 0; });
}

std::string task(int tid, const char *name)
{
    return "/proc/self/task/" + std::to_string(tid) + "/" + name;
}

} // namespace

void Observer::look_at_thread(int thread, int tid, uint64_t calls)
{
    const auto seen = [&, begin = trace::now()](Call call, std::initializer_list<calls::Value> values) {
        Event event;
        event.begin = begin;
        event.end = trace::now();
        event.call = call;
        event.thread = uint16_t(thread);
        calls::set(event, "thread", thread);
        calls::set(event, values);
        m_found(event);
    };
    char line[512];
    if (const File stat = open_file(task(tid, "stat")); stat && std::fgets(line, sizeof line, stat.get())) {
        const char *after = std::strrchr(line, ')');
        const char state = after && after[1] == ' ' ? after[2] : '?';
        Look &before = m_looks[thread];
        const bool same = before.state == state && before.calls == calls;
        before = {state, calls, same ? before.times + 1 : 1};
        // One that goes on sleeping is told of again, ever more rarely: at least half of a wait is seen to be one.
        const bool again = state == 'S' && std::has_single_bit(before.times);
        if (!same || again)
            seen(Call::observed_state, {{"state", state}});
    }
    long long ran = 0; // ns on a CPU: proc(5), schedstat
    const File schedstat = open_file(task(tid, "schedstat"));
    if (!schedstat || std::fscanf(schedstat.get(), "%lld", &ran) != 1 || m_cpu[thread] == ran)
        return;
    m_cpu[thread] = ran;
    unsigned long long voluntary = 0, involuntary = 0;
    if (const File status = open_file(task(tid, "status")))
        while (std::fgets(line, sizeof line, status.get())) {
            std::sscanf(line, "voluntary_ctxt_switches: %llu", &voluntary);
            std::sscanf(line, "nonvoluntary_ctxt_switches: %llu", &involuntary);
        }
    seen(Call::observed_cpu, {{"cpu_ns", ran}, {"voluntary", int64_t(voluntary)}, {"involuntary", int64_t(involuntary)}});
}

void Observer::look_at_sockets(int port)
{
    const int64_t begin = trace::now();
    std::vector<SocketQueues> sockets;
    if (!ask_sock_diag(port, sockets) && !read_proc_net_tcp(port, sockets))
        return;
    const int64_t end = trace::now();
    std::map<int, std::pair<int64_t, int64_t>> seen;
    for (const SocketQueues &socket : sockets) {
        const std::pair queues(socket.receive, socket.send);
        seen[socket.peer_port] = queues;
        const auto before = m_sockets.find(socket.peer_port);
        if (before != m_sockets.end() ? before->second == queues : queues == std::pair<int64_t, int64_t>())
            continue;
        Event event;
        event.call = Call::observed_socket;
        calls::set(event, {{"receive_bytes", socket.listens ? 0 : socket.receive},
                           {"send_bytes", socket.send},
                           {"accept_queue", socket.listens ? socket.receive : 0},
                           {"local_port", port},
                           {"peer_port", socket.peer_port}});
        event.begin = begin;
        event.end = end;
        m_found(event);
    }
    m_sockets = std::move(seen);
}

void Observer::look_at_drops(int port)
{
    Event event;
    event.call = Call::observed_drops;
    event.begin = trace::now();
    std::vector<SocketDrops> sockets;
    if (!ask_for_drops(port, sockets) && !read_proc_net_udp(port, sockets))
        return;
    event.end = trace::now();
    for (const SocketDrops &socket : sockets) {
        int64_t &before = m_drops[{socket.local_port, socket.peer_port}];
        if (std::exchange(before, socket.dropped) == socket.dropped)
            continue;
        calls::set(event, {{"dropped", std::min(socket.dropped, int64_t(INT32_MAX))}, {"local_port", socket.local_port}, {"peer_port", socket.peer_port}});
        m_found(event);
    }
}

} // namespace lab
