// SPDX-License-Identifier: MIT
// What the kernel tells of sockets: of TCP bytes in their buffers, connections in the accept queue; of UDP how many datagrams it
// has dropped.
#pragma once

#include <cstdint>
#include <vector>

namespace lab {

// One socket, of IPv4.
struct SocketQueues {
    int peer_port = 0;            // of a listening one 0
    bool listens = false;
    int64_t receive = 0, send = 0; // bytes; of a listening one the connections in its accept queue, and 0
};

// The sockets on local port `port`, by sock_diag(7), which is twenty times cheaper than /proc/net/tcp: that walks the whole
// table of connections, some 5 ms, time that the measured threads may want. False, and nothing appended: this kernel refuses.
bool ask_sock_diag(int port, std::vector<SocketQueues> &found);
// The same from /proc/net/tcp, proc(5). False: it cannot be read.
bool read_proc_net_tcp(int port, std::vector<SocketQueues> &found);

// One UDP socket: how many datagrams for it the kernel has dropped so far, as a rule because its receive buffer was full.
struct SocketDrops {
    int local_port = 0;
    int peer_port = 0; // of an unconnected one 0
    int64_t dropped = 0;
};
// Of those on local port `port`, and of those connected to it. Both ways again; /proc/net/udp.
bool ask_for_drops(int port, std::vector<SocketDrops> &found);
bool read_proc_net_udp(int port, std::vector<SocketDrops> &found);

} // namespace lab
