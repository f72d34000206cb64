// SPDX-License-Identifier: MIT
// TCP echo server with all that select() can wait for (UNP 6.3, 16.2, 24.2): a descriptor that can be read, one that can be
// written again after its send buffer was full, one with urgent data.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <vector>

namespace servers {
namespace {

// What a client has sent and has not got back yet, because its send buffer was full.
struct Unsent {
    char data[4096];
    ssize_t begin = 0, end = 0;
};

// From now on no call on fd waits: send() must not wait for one client.
bool set_nonblocking(int fd)
{
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) != -1;
}

// Sends as much of it as the send buffer takes: perhaps not all, perhaps nothing. False: the connection is broken.
bool send_some(int fd, Unsent &unsent)
{
    const ssize_t n = send(fd, unsent.data + unsent.begin, unsent.end - unsent.begin, MSG_NOSIGNAL);
    if (n == -1)
        return errno == EWOULDBLOCK || errno == EINTR;
    unsent.begin += n;
    return true;
}

} // namespace

Ending select_all(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    table<FD_SETSIZE> client_FD("client_FD", -1); // -1: a free slot
    std::vector<Unsent> unsent(client_FD.size());
    int maxi = -1;     // the last slot in use
    int clients = 0;   // served now
    bool full = false; // no descriptor left for another client
    number maxfd("maxfd");
    maxfd = listenfd;
    fd_set allread("allread"), allwrite("allwrite"), allexcept("allexcept"); // those we watch
    fd_set readfds("readfds"), writefds("writefds"), exceptfds("exceptfds"); // those select() overwrites
    FD_ZERO(&allread);
    FD_ZERO(&allwrite);
    FD_ZERO(&allexcept);
    FD_SET(listenfd, &allread);

    const auto forget = [&](int i) {
        for (fd_set *set : {&allread, &allwrite, &allexcept})
            FD_CLR(client_FD[i], set);
        client_FD[i] = -1; // the slot is free again, maxfd stays
        --clients;
        unsent[i].begin = unsent[i].end = 0;
        if (full) { // there is a descriptor again for those that queue
            full = false;
            FD_SET(listenfd, &allread);
        }
    };

    while (!stopping()) {
        readfds = allread; // select() will leave only the ready ones in the three
        writefds = allwrite;
        exceptfds = allexcept;
        timeval tv, *timeout = nullptr; // nullptr: wait forever; {0, 0}: do not wait, only ask
        if (settings.timeout) {
            tv.tv_sec = settings.timeout->count() / 1'000'000;
            tv.tv_usec = settings.timeout->count() % 1'000'000;
            timeout = &tv; // Linux rewrites it: set it anew each time
        }

        // Phase 1 for all: sleeps until one can be read, one can be written, or one has urgent data.
        int nready = select(maxfd + 1, &readfds, &writefds, &exceptfds, timeout);
        if (nready == 0) // the time is up, nothing was ready
            continue;
        if (nready == -1 && errno == EINTR) // a signal's handler ran meanwhile: ask again
            continue;
        if (nready == -1 && errno == EBADF) { // one of them is no descriptor any more: which?
            for (int i = 0; i <= maxi; ++i)
                if (client_FD[i] != -1 && fcntl(client_FD[i], F_GETFD, 0) == -1)
                    forget(i);
            if (fcntl(listenfd, F_GETFD, 0) != -1)
                continue;
        }
        if (nready == -1) {
            ending = {"select", errno};
            break;
        }

        if (FD_ISSET(listenfd, &readfds)) { // a new connection is waiting
            --nready;
            sockaddr_in peer;
            socklen_t size = sizeof peer;
            const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
            if (connfd == -1) {
                if ((errno == EMFILE || errno == ENFILE) && clients > 0) {
                    full = true; // until one of them leaves: select() would return at once, again and again
                    FD_CLR(listenfd, &allread);
                } else if (errno != EINTR && errno != ECONNABORTED) {
                    ending = {"accept", errno};
                    break;
                }
            } else if (connfd >= FD_SETSIZE || !set_nonblocking(connfd)) {
                close(connfd); // no bit in fd_set for it (never FD_SET out of bounds), or it could hold up all others: refuse
            } else {
                int i = 0;
                while (i < FD_SETSIZE && client_FD[i] != -1)
                    ++i;
                client_FD[i] = connfd; // the first free slot
                ++clients;
                FD_SET(connfd, &allread);
                FD_SET(connfd, &allexcept); // not allwrite: nearly always there is room, select() would never sleep
                if (connfd > maxfd)
                    maxfd = connfd;
                maxi = std::max(maxi, i);
            }
        }

        for (int i = 0; i <= maxi && nready > 0; ++i) {
            const int connfd = client_FD[i];
            if (connfd == -1)
                continue;
            if (FD_ISSET(connfd, &exceptfds)) { // urgent data: one byte beside the stream, echoed as such
                --nready;
                char urgent;
                if (recv(connfd, &urgent, 1, MSG_OOB) == 1)
                    send(connfd, &urgent, 1, MSG_OOB | MSG_NOSIGNAL);
            }
            bool there = true;
            if (FD_ISSET(connfd, &writefds)) { // there is room in its send buffer again
                --nready;
                there = send_some(connfd, unsent[i]);
                if (unsent[i].begin == unsent[i].end) { // all is gone: read from this client again
                    FD_CLR(connfd, &allwrite);
                    FD_SET(connfd, &allread);
                }
            } else if (FD_ISSET(connfd, &readfds)) {
                --nready;
                // Phase 2: the data is in the kernel already, so this copies it and does not sleep.
                const ssize_t n = recv(connfd, unsent[i].data, sizeof unsent[i].data, 0);
                if (n == -1 && (errno == EWOULDBLOCK || errno == EINTR))
                    continue;
                unsent[i].begin = 0;
                unsent[i].end = n;
                there = n > 0 && send_some(connfd, unsent[i]); // 0: the client closed its end; -1: it reset the connection
                if (there && unsent[i].begin < n) { // the send buffer is full: wait until it can be written
                    FD_SET(connfd, &allwrite);
                    FD_CLR(connfd, &allread); // and read no more until then
                }
            }
            if (!there) {
                close(connfd);
                forget(i);
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
