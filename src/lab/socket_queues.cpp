// SPDX-License-Identifier: MIT
#include "lab/socket_queues.h"

#include <cstdio>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
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

SocketQueues queues_of(const inet_diag_msg &socket)
{
    const bool listens = socket.idiag_state == TCP_LISTEN;
    return {listens ? 0 : ntohs(socket.id.idiag_dport), listens, bytes_of(socket.idiag_rqueue, socket.idiag_state),
            listens ? 0 : socket.idiag_wqueue};
}

} // namespace

bool ask_sock_diag(int port, std::vector<SocketQueues> &found)
{
    const Netlink netlink;
    Request request;
    request.header = {sizeof request, SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP, 0, 0};
    request.wanted.sdiag_family = AF_INET;
    request.wanted.sdiag_protocol = IPPROTO_TCP;
    request.wanted.idiag_states = ~0u;
    request.wanted.id.idiag_sport = htons(uint16_t(port));
    if (netlink.fd() == -1 || ::send(netlink.fd(), &request, sizeof request, 0) != sizeof request)
        return false;
    std::vector<SocketQueues> sockets;
    alignas(nlmsghdr) char answer[32 * 1024]; // as much as the kernel gives at once
    for (;;) {
        ssize_t left = ::recv(netlink.fd(), answer, sizeof answer, 0);
        if (left <= 0)
            return false;
        for (const auto *header = reinterpret_cast<const nlmsghdr *>(answer); NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
            if (header->nlmsg_type == NLMSG_ERROR)
                return false;
            if (header->nlmsg_type == NLMSG_DONE) {
                found.insert(found.end(), sockets.begin(), sockets.end());
                return true;
            }
            sockets.push_back(queues_of(*static_cast<const inet_diag_msg *>(NLMSG_DATA(header))));
        }
    }
}

bool read_proc_net_tcp(int port, std::vector<SocketQueues> &found)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> tcp(std::fopen("/proc/net/tcp", "re"), [](FILE *file) { return file ? std::fclose(file) : 0; });
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
