// SPDX-License-Identifier: MIT
#include "lab/observe/socket_queues.h"

#include <cstdio>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <memory>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lab {
namespace {

// A descriptor that is closed with its object.
class Netlink {
public:
    Netlink() : m_fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG)) {}
    ~Netlink()
    {
        if (m_fd != -1)
            ::close(m_fd);
    }
    Netlink(const Netlink &) = delete;
    Netlink &operator=(const Netlink &) = delete;
    int fd() const { return m_fd; }

private:
    int m_fd;
};

struct Request {
    nlmsghdr header{};
    inet_diag_req_v2 wanted{};
};

// The kernel counts a FIN that has come, and that no read has come to, as one byte.
int64_t bytes_of(unsigned queue, unsigned state)
{
    const bool finished = state == TCP_CLOSE_WAIT || state == TCP_LAST_ACK || state == TCP_CLOSING;
    return finished && queue > 0 ? int64_t(queue) - 1 : int64_t(queue);
}

enum class End { local, peer };

// Asks for the sockets of `protocol` whose `end` is port `port`, with the attributes of `extensions`; `visit` is given each, and those.
template <typename Visit>
bool dump(uint8_t protocol, uint8_t extensions, End end, int port, Visit visit)
{
    const Netlink netlink;
    Request request;
    request.header = {sizeof request, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP, 0, 0};
    request.wanted.sdiag_family = AF_INET;
    request.wanted.sdiag_protocol = protocol;
    request.wanted.idiag_ext = extensions;
    request.wanted.idiag_states = ~0u;
    (end == End::local ? request.wanted.id.idiag_sport : request.wanted.id.idiag_dport) = htons(uint16_t(port));
    if (netlink.fd() == -1 || ::send(netlink.fd(), &request, sizeof request, 0) != sizeof request)
        return false;
    alignas(nlmsghdr) char answer[32 * 1024]; // as much as the kernel gives at once
    for (;;) {
        ssize_t left = ::recv(netlink.fd(), answer, sizeof answer, 0);
        if (left <= 0)
            return false;
        for (const auto *header = reinterpret_cast<const nlmsghdr *>(answer); NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
            if (header->nlmsg_type == NLMSG_ERROR)
                return false;
            if (header->nlmsg_type == NLMSG_DONE)
                return true;
            const auto *socket = static_cast<const inet_diag_msg *>(NLMSG_DATA(header));
            visit(*socket, reinterpret_cast<const rtattr *>(socket + 1), int(header->nlmsg_len - NLMSG_LENGTH(sizeof *socket)));
        }
    }
}

SocketQueues queues_of(const inet_diag_msg &socket)
{
    const bool listens = socket.idiag_state == TCP_LISTEN;
    return {listens ? 0 : ntohs(socket.id.idiag_dport), listens, bytes_of(socket.idiag_rqueue, socket.idiag_state),
            listens ? 0 : socket.idiag_wqueue};
}

using File = std::unique_ptr<FILE, int (*)(FILE *)>;

File open_file(const char *path)
{
    return File(std::fopen(path, "re"), [](FILE *file) { return file ? std::fclose(file) : 0; });
}

} // namespace

bool ask_sock_diag(int port, std::vector<SocketQueues> &found)
{
    std::vector<SocketQueues> sockets;
    if (!dump(IPPROTO_TCP, 0, End::local, port, [&](const inet_diag_msg &socket, const rtattr *, int) { sockets.push_back(queues_of(socket)); }))
        return false;
    found.insert(found.end(), sockets.begin(), sockets.end());
    return true;
}

bool ask_for_drops(int port, std::vector<SocketDrops> &found)
{
    std::vector<SocketDrops> sockets;
    bool told = true;
    const auto take = [&](const inet_diag_msg &socket, const rtattr *attribute, int left) {
        while (RTA_OK(attribute, left) && attribute->rta_type != INET_DIAG_SKMEMINFO)
            attribute = RTA_NEXT(attribute, left);
        const bool there = RTA_OK(attribute, left) && RTA_PAYLOAD(attribute) > SK_MEMINFO_DROPS * sizeof(uint32_t);
        if (there)
            sockets.push_back({ntohs(socket.id.idiag_sport), ntohs(socket.id.idiag_dport), static_cast<const uint32_t *>(RTA_DATA(attribute))[SK_MEMINFO_DROPS]});
        told = told && there;
    };
    for (const End end : {End::local, End::peer})
        if (!dump(IPPROTO_UDP, 1 << (INET_DIAG_SKMEMINFO - 1), end, port, take) || !told)
            return false;
    found.insert(found.end(), sockets.begin(), sockets.end());
    return true;
}

bool read_proc_net_udp(int port, std::vector<SocketDrops> &found)
{
    const File udp = open_file("/proc/net/udp");
    char line[512];
    while (udp && std::fgets(line, sizeof line, udp.get())) {
        unsigned local = 0, peer = 0;
        unsigned long long dropped = 0; // the last column
        if (std::sscanf(line, " %*d: %*x:%x %*x:%x %*x %*x:%*x %*x:%*x %*x %*u %*u %*u %*u %*x %llu", &local, &peer, &dropped) == 3
            && (int(local) == port || int(peer) == port))
            found.push_back({int(local), int(peer), int64_t(dropped)});
    }
    return udp != nullptr;
}

bool read_proc_net_tcp(int port, std::vector<SocketQueues> &found)
{
    const File tcp = open_file("/proc/net/tcp");
    if (!tcp)
        return false;
    char line[512];
    while (std::fgets(line, sizeof line, tcp.get())) {
        unsigned local = 0, peer = 0, state = 0, send = 0, receive = 0;
        if (std::sscanf(line, " %*d: %*x:%x %*x:%x %x %x:%x", &local, &peer, &state, &send, &receive) != 5 || int(local) != port)
            continue;
        const bool listens = state == TCP_LISTEN;
        found.push_back({listens ? 0 : int(peer), listens, bytes_of(receive, state), listens ? 0 : send});
    }
    return true;
}

} // namespace lab
