// SPDX-License-Identifier: MIT
// TCP echo server, blocking I/O, a thread for each client (UNP 26.4).
// Each thread sleeps in recv() for its own client alone, the first one in accept(): nobody waits for anybody, and nobody asks who is ready.
#include "servers/calls.h"
#include "servers/server.h"

namespace servers {
namespace {

constexpr int most_clients = 1024;

// What the threads share: one at a time has the lock, and only that one looks at it or changes it.
struct Shared {
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t left = PTHREAD_COND_INITIALIZER; // one of the clients has
    table<most_clients> client_FD{"client_FD", -1}; // -1: a free slot
    int clients = 0;                                // served now
};

// A client and its thread: the first thread's own, which hands it to the other one.
struct Served {
    Shared *shared = nullptr;
    int slot = 0;
    int connfd = -1;
    pthread_t thread{};
    bool started = false; // and not joined yet
};

// Sends everything: send() on a blocking socket sleeps while the send buffer is full, and so does this client's thread alone.
bool send_all(int fd, const char *data, ssize_t size)
{
    while (size > 0) {
        const ssize_t sent = send(fd, data, size, MSG_NOSIGNAL);
        if (sent == -1 && errno == EINTR) // a signal's handler ran before anything was sent: once more
            continue;
        if (sent == -1)
            return false;
        data += sent; // perhaps not all: a signal came meanwhile
        size -= sent;
    }
    return true;
}

void leave(Shared &shared, int slot, int connfd)
{
    pthread_mutex_lock(&shared.lock);
    close(connfd); // the next accept() may give the same number: not before the slot is free
    shared.client_FD[slot] = -1;
    --shared.clients;
    pthread_cond_signal(&shared.left);
    pthread_mutex_unlock(&shared.lock);
}

// A client's thread, from its first line to its last.
void *serve_client(void *argument)
{
    const Served &served = *static_cast<Served *>(argument);
    char buffer[4096];
    for (;;) {
        // Phase 1 and phase 2 in one call: this thread sleeps until its client's data arrives, and copies it.
        const ssize_t n = recv(served.connfd, buffer, sizeof buffer, 0);
        if (n == -1 && errno == EINTR) // a signal's handler ran meanwhile: the connection is as it was
            continue;
        if (n <= 0) // 0: the client closed its end; -1: it reset the connection
            break;
        if (!send_all(served.connfd, buffer, n))
            break;
    }
    leave(*served.shared, served.slot, served.connfd);
    return nullptr;
}

// The first free slot, taken by connfd; most_clients: there is none.
int take_slot(Shared &shared, int connfd)
{
    pthread_mutex_lock(&shared.lock);
    int slot = 0;
    while (slot < most_clients && shared.client_FD[slot] != -1)
        ++slot;
    if (slot < most_clients) {
        shared.client_FD[slot] = connfd;
        ++shared.clients;
    }
    pthread_mutex_unlock(&shared.lock);
    return slot;
}

int served_now(Shared &shared)
{
    pthread_mutex_lock(&shared.lock);
    const int clients = shared.clients;
    pthread_mutex_unlock(&shared.lock);
    return clients;
}

// Sleeps until there are fewer than `clients`.
void wait_for_one_to_leave(Shared &shared, int clients)
{
    pthread_mutex_lock(&shared.lock);
    while (shared.clients >= clients)
        pthread_cond_wait(&shared.left, &shared.lock); // without the lock, so that one can leave
    pthread_mutex_unlock(&shared.lock);
}

void join(Served &served)
{
    if (served.started)
        pthread_join(served.thread, nullptr);
    served.started = false;
}

} // namespace

Ending threads(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    Shared shared;
    Served all[most_clients];
    while (!stopping()) {
        const int clients = served_now(shared);
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        // Sleeps until the queue of completed connections has one; the other threads go on meanwhile.
        const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        if (connfd == -1) {
            if (errno == EINTR || errno == ECONNABORTED) // interrupted; gone before we came
                continue;
            if ((errno == EMFILE || errno == ENFILE) && clients > 0) { // no descriptor left: accept() would fail again and again
                wait_for_one_to_leave(shared, clients);
                continue;
            }
            ending = {"accept", errno};
            break;
        }
        const int slot = take_slot(shared, connfd);
        if (slot == most_clients) {
            close(connfd); // refused
            continue;
        }
        Served &served = all[slot];
        join(served); // the thread of the slot's last client is over, or about to be
        served = {&shared, slot, connfd};
        served.started = pthread_create(&served.thread, nullptr, serve_client, &served) == 0;
        if (!served.started)
            leave(shared, slot, connfd); // the system allows no further thread: refused
    }

    for (Served &served : all) // each leaves when its client does
        join(served);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
