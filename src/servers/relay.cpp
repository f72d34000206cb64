// SPDX-License-Identifier: MIT
// TCP relay between exactly two clients: what one sends goes to the other, whenever it likes (UNP 6.3, 16.2).
// Each direction has a queue of its own. Who reads slowly slows down the one who sends to it, and nobody else.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>

namespace servers {
namespace {

// What has come from one client and has not gone to the other yet.
struct Queue {
    char data[4096];
    ssize_t begin = 0, end = 0;
    bool ended = false; // nothing more will come from it
    bool empty() const { return begin == end; }
};

// From now on no call on fd waits: send() must not wait for a slow reader.
bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

// Sends as much of it as the send buffer takes. Who has reset the connection takes no more: what is for him goes nowhere.
void send_some(int fd, Queue &queue)
{
    const ssize_t n = send(fd, queue.data + queue.begin, queue.end - queue.begin, MSG_NOSIGNAL);
    if (n != -1)
        queue.begin += n;
    else if (errno != EWOULDBLOCK && errno != EINTR)
        queue.begin = queue.end;
}

} // namespace

Ending relay(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    table<2> client_FD("client_FD", -1); // -1: a free place
    Queue queue[2];                      // queue[i]: from client i to the other, 1 - i
    bool full = false;                   // no descriptor left for another client
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
        client_FD[i] = -1; // the place is free again, maxfd stays
        queue[i] = {};
        if (full) { // there is a descriptor again for those that queue
            full = false;
            FD_SET(listenfd, &allread);
        }
    };

    while (!stopping()) {
        readfds = allread; // select() will leave only the ready ones in the two
        writefds = allwrite;
        // Phase 1 for both: sleeps until one has sent something, or there is room again for what waits in a queue.
        if (select(maxfd + 1, &readfds, &writefds, nullptr, nullptr) == -1) {
            if (errno == EINTR)
                continue;
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(listenfd, &readfds)) {
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            const int i = client_FD[0] == -1 ? 0 : 1;
            if (connfd == -1) {
                if (errno == EMFILE || errno == ENFILE) {
                    full = true; // or select() would return at once, again and again
                    FD_CLR(listenfd, &allread);
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else if (client_FD[i] != -1 || connfd >= FD_SETSIZE || !set_nonblocking(connfd)) {
                close(connfd); // there are two already: unanswered it would believe itself served, since it is connected
            } else {
                client_FD[i] = connfd;
                FD_SET(connfd, &allread);
                if (!queue[1 - i].empty()) // the other did not wait for us
                    FD_SET(connfd, &allwrite);
                if (connfd > maxfd)
                    maxfd = connfd;
            }
        }

        for (int i = 0; i < 2; ++i) {
            const int fd = client_FD[i], other = client_FD[1 - i];
            if (fd != -1 && FD_ISSET(fd, &writefds)) { // there is room in its send buffer again
                send_some(fd, queue[1 - i]);
                if (queue[1 - i].empty()) {
                    FD_CLR(fd, &allwrite);
                    FD_SET(other, &allread);
                }
            }
            if (fd == -1 || !FD_ISSET(fd, &readfds))
                continue;
            const ssize_t n = recv(fd, queue[i].data, sizeof queue[i].data, 0);
            if (n == -1 && (errno == EWOULDBLOCK || errno == EINTR))
                continue;
            if (n > 0) {
                queue[i].begin = 0;
                queue[i].end = n;
                if (other != -1)
                    send_some(other, queue[i]);
                if (!queue[i].empty()) { // read no more from it until the other has taken this
                    FD_CLR(fd, &allread);
                    if (other != -1)
                        FD_SET(other, &allwrite);
                }
            } else if (other == -1) { // it left before the other came
                leave(i);
            } else { // 0: it sends no more; -1: it reset the connection. The other may still be sending
                shutdown(other, SHUT_WR);
                FD_CLR(fd, &allread);
                queue[i].ended = true;
            }
        }
        if (queue[0].ended && queue[1].ended)
            for (int i = 0; i < 2; ++i)
                leave(i);
    }

    for (int i = 0; i < 2; ++i)
        if (client_FD[i] != -1)
            close(client_FD[i]);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
