// SPDX-License-Identifier: MIT
// TCP chat server, I/O multiplexing with select() (UNP 6.8, 16.2): a line from one client goes to every other.
// TCP knows no lines: what has come of one is kept until its end is there, so that two lines are never mixed.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <string>
#include <vector>

namespace servers {
namespace {

constexpr size_t longest = 1 << 16; // bytes of a line, and of what waits for one client

struct Client {
    std::string line;   // what it has sent of its next line
    std::string unsent; // what others have said, which its send buffer had no room for
};

// From now on no call on fd waits: send() must not wait for one client.
bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

// Sends as much of it as the send buffer takes: perhaps not all, perhaps nothing. False: the connection is broken.
bool send_some(int fd, std::string &unsent)
{
    const ssize_t n = send(fd, unsent.data(), unsent.size(), MSG_NOSIGNAL);
    if (n == -1)
        return errno == EWOULDBLOCK || errno == EINTR;
    unsent.erase(0, size_t(n));
    return true;
}

} // namespace

Ending chat_server(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    table<FD_SETSIZE> client_FD("client_FD", -1); // -1: a free slot
    std::vector<Client> clients(FD_SETSIZE);
    int maxi = -1;     // the last slot in use
    bool full = false; // no descriptor left for another client
    number maxfd("maxfd");
    maxfd = listenfd;
    fd_set allread("allread"), allwrite("allwrite"); // those we watch
    fd_set readfds("readfds"), writefds("writefds"); // those select() overwrites
    FD_ZERO(&allread);
    FD_ZERO(&allwrite);
    FD_SET(listenfd, &allread);

    const auto leave = [&](int i) {
        close(client_FD[i]);
        FD_CLR(client_FD[i], &allread);
        FD_CLR(client_FD[i], &allwrite);
        client_FD[i] = -1; // the slot is free again, maxfd stays
        clients[i] = {};
        if (full) { // there is a descriptor again for those that queue
            full = false;
            FD_SET(listenfd, &allread);
        }
    };
    const auto tell_others = [&](int who, const std::string &lines) {
        for (int i = 0; i <= maxi; ++i) {
            if (i == who || client_FD[i] == -1)
                continue;
            std::string &unsent = clients[i].unsent;
            const bool waits = !unsent.empty();
            unsent += lines;
            if (!waits && !send_some(client_FD[i], unsent))
                unsent.clear(); // recv() will tell that it is gone
            if (unsent.size() > longest) // it does not read, and cannot be waited for
                leave(i);
            else if (!waits && !unsent.empty())
                FD_SET(client_FD[i], &allwrite);
        }
    };

    char buffer[4096];
    while (!stopping()) {
        readfds = allread; // select() will leave only the ready ones in the two
        writefds = allwrite;
        // Phase 1 for all: sleeps until one has sent something, or can take again what waits for it.
        if (select(maxfd + 1, &readfds, &writefds, nullptr, nullptr) == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        for (int i = 0; i <= maxi; ++i) {
            const int fd = client_FD[i];
            if (fd != -1 && FD_ISSET(fd, &writefds)) { // there is room in its send buffer again
                if (!send_some(fd, clients[i].unsent))
                    clients[i].unsent.clear();
                if (clients[i].unsent.empty())
                    FD_CLR(fd, &allwrite);
            }
            if (fd == -1 || !FD_ISSET(fd, &readfds))
                continue;
            const ssize_t n = recv(fd, buffer, sizeof buffer, 0);
            if (n == -1 && (errno == EWOULDBLOCK || errno == EINTR))
                continue;
            if (n <= 0) { // 0: the client closed its end; -1: it reset the connection
                if (!clients[i].line.empty())
                    tell_others(i, clients[i].line + "\n");
                leave(i);
                continue;
            }
            std::string &line = clients[i].line;
            line.append(buffer, size_t(n));
            const size_t end = line.size() > longest ? line.size() : line.rfind('\n') + 1;
            if (end > 0)
                tell_others(i, line.substr(0, end));
            line.erase(0, end);
        }

        if (FD_ISSET(listenfd, &readfds)) { // last: a slot that becomes free in this round is not ready in it
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            if (connfd == -1) {
                if (errno == EMFILE || errno == ENFILE) {
                    full = true; // or select() would return at once, again and again
                    FD_CLR(listenfd, &allread);
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else if (connfd >= FD_SETSIZE || !set_nonblocking(connfd)) {
                close(connfd); // no bit in fd_set for it, or it could hold up all others: refuse
            } else {
                int i = 0;
                while (i < FD_SETSIZE && client_FD[i] != -1)
                    ++i;
                client_FD[i] = connfd; // the first free slot
                FD_SET(connfd, &allread);
                if (connfd > maxfd)
                    maxfd = connfd;
                maxi = std::max(maxi, i);
            }
        }
    }

    for (int i = 0; i <= maxi; ++i)
        if (client_FD[i] != -1)
            close(client_FD[i]);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
