// SPDX-License-Identifier: MIT
// Facts about a run seen from outside its threads, through /proc and sock_diag(7): recorded when they change, and that a thread
// still sleeps, now and then.
#pragma once

#include "trace/event.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace lab {

class Observer {
public:
    // `found` is given each new fact, as the events observed_state, observed_socket and observed_cpu of trace/event.h.
    explicit Observer(std::function<void(const trace::Event &)> found) : m_found(std::move(found)) {}

    // Thread `thread` (index) with id `tid`, which has begun `calls` calls: its state, told again once it has made another
    // call, or, asleep, after the second, fourth, eighth look, and its CPU time. /proc/self/task/TID/stat, schedstat and status.
    void look_at_thread(int thread, int tid, uint64_t calls);
    // The sockets on local port `port`: bytes in their buffers, connections in the accept queue. sock_diag(7).
    void look_at_sockets(int port);
    // The UDP sockets on local port `port`, and those connected to it: datagrams dropped. sock_diag(7).
    void look_at_drops(int port);
    // The C library's threads that do asynchronous I/O: their state, and in which system call on which descriptor each of them
    // is; those that are at a descriptor of another server are left out (`ours` tells). /proc/self/task/TID/comm, stat, syscall.
    void look_at_helpers(int thread, const std::function<bool(int)> &ours);

    // The descriptors, those of `ours`, at which such threads sleep now.
    static std::vector<int> helpers_reading(const std::function<bool(int)> &ours);

private:
    std::function<void(const trace::Event &)> m_found;
    struct Look {
        char state = 0;
        uint64_t calls = 0; // begun by then
        uint64_t times = 0; // in a row with the same outcome
    };
    std::map<int, Look> m_looks;
    std::map<int, int64_t> m_cpu;
    std::set<int> m_no_helpers; // tids of other threads
    struct Task {
        char state = '?';
        int64_t call = -1; // -1: none, or not told
        int fd = -1;
        bool operator==(const Task &) const = default;
    };
    static std::optional<Task> look_at_task(int tid);
    std::map<int, Task> m_helpers; // by tid
    std::map<std::pair<int, int>, int64_t> m_drops; // by local and peer port, 0: an unconnected socket
    std::map<int, std::pair<int64_t, int64_t>> m_sockets; // to be read and to be sent, by peer port; 0 is the listening one
};

} // namespace lab
