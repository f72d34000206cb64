// SPDX-License-Identifier: MIT
// UDP echo server, asynchronous I/O (aio(7); UNP 6.2, 8.11, 22.7). aio_read() does what read() does: it does not tell who has sent
// a datagram, and there is no aio_recvfrom(). So each peer gets a socket of its own, at the same port and connected to it: the
// kernel gives that one this peer's datagrams, and only those. A new peer's first comes to the socket that is for everybody.
#include "servers/calls.h"
#include "servers/server.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <deque>
#include <vector>

namespace servers {
namespace {

using Notify = Settings::Notify;

// A peer, its socket and its request: they stay in their places while the read is outstanding.
struct Reading {
    std::atomic<int> fd{-1}; // -1: free
    sockaddr_in peer;
    aiocb request;
    char buffer[4096];
};

// A datagram is sent whole or not at all.
bool answer(int fd, const char *data, ssize_t size)
{
    ssize_t sent;
    do
        sent = send(fd, data, size, 0);
    while (sent == -1 && errno == EINTR); // a signal's handler ran meanwhile: once more
    return sent == size;
}

// The read is complete: a datagram is there. Answers, and asks for the next.
void serve(Reading &client)
{
    const ssize_t n = aio_return(&client.request);
    // 0 is an empty datagram, no end. It is also what shutdown() leaves, when the server is stopped.
    if (n >= 0 && !stopping() && answer(client.fd, client.buffer, n) && aio_read(&client.request) == 0)
        return;
    close(client.fd); // -1: ECONNREFUSED, nobody has the peer's port any more. Only a connected UDP socket is told.
    client.fd = -1;
}

// Notify::thread: the C library starts a thread for this function. Notify::signal: called by the handler.
void completed(sigval value)
{
    Reading &client = *static_cast<Reading *>(value.sival_ptr);
    if (aio_error(&client.request) != EINPROGRESS)
        serve(client);
}

// Notify::suspend: asks each whether it is complete, and sleeps until one more is, or some time has passed.
void wait_for_completion(std::deque<Reading> &clients)
{
    std::vector<const aiocb *> outstanding;
    for (Reading &client : clients) {
        if (client.fd != -1 && aio_error(&client.request) != EINPROGRESS)
            serve(client);
        if (client.fd != -1)
            outstanding.push_back(&client.request);
    }
    const timespec patience{0, 250'000'000};
    if (!outstanding.empty())
        aio_suspend(outstanding.data(), int(outstanding.size()), &patience);
}

// What is asked for: the next datagram of this peer.
void begin(Reading &client, int connfd, Notify notify)
{
    client.request.aio_fildes = connfd;
    client.request.aio_buf = client.buffer;
    client.request.aio_nbytes = sizeof client.buffer; // what does not fit of a datagram is lost
    sigevent &tell = client.request.aio_sigevent;
    tell.sigev_value.sival_ptr = &client;
    tell.sigev_notify = notify == Notify::signal ? SIGEV_SIGNAL : notify == Notify::thread ? SIGEV_THREAD : SIGEV_NONE;
    tell.sigev_signo = SIGRTMIN + 1;
    tell.sigev_notify_function = completed;
    client.fd = connfd;
    if (aio_read(&client.request) == -1) { // has not waited: the read is outstanding now
        close(connfd);
        client.fd = -1;
    }
}

// A place for a new peer; nullptr: it has a socket already.
Reading *place_for(const sockaddr_in &peer, std::deque<Reading> &clients)
{
    Reading *free = nullptr;
    for (Reading &client : clients)
        if (client.fd == -1)
            free = &client;
        else if (client.peer.sin_port == peer.sin_port && client.peer.sin_addr.s_addr == peer.sin_addr.s_addr)
            return nullptr;
    if (!free)
        free = &clients.emplace_back(); // a deque grows without moving what is there
    free->peer = peer;
    return free;
}

} // namespace

Ending aio_udp(const Settings &settings)
{
    Ending ending;
    const int sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;
    const int on = 1; // not before its bind(), which is to fail if another server has the port
    setsockopt(sockfd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);

    const bool suspends = settings.notify == Notify::suspend, by_signal = settings.notify == Notify::signal;
    // The handler calls aio_read(): it must not come while the main flow is in the library itself, only while that sleeps.
    sigset_t completion;
    sigemptyset(&completion);
    sigaddset(&completion, SIGRTMIN + 1);
    const auto signals = [&](int how) { by_signal ? pthread_sigmask(how, &completion, nullptr) : 0; };
    signals(SIG_BLOCK);
    struct sigaction action{};
    action.sa_sigaction = [](int, siginfo_t *info, void *) {
        const int before = errno; // the main flow may be about to look at it
        completed(info->si_value);
        errno = before;
    };
    action.sa_flags = SA_SIGINFO | SA_RESTART; // recvfrom() goes on after the handler
    if (by_signal && sigaction(SIGRTMIN + 1, &action, nullptr) == -1) { // without a handler the signal would end the process
        ending = {"sigaction", errno};
        close(sockfd);
        return ending;
    }

    pollfds<1> bound("bound[].fd");
    bound[0].fd = sockfd;
    bound[0].events = POLLIN;
    std::deque<Reading> clients;
    const auto reads = [&clients] { return std::ranges::any_of(clients, [](const Reading &client) { return client.fd != -1; }); };
    while (!stopping()) {
        // Who is notified may sleep in recvfrom(). Who sleeps in aio_suspend() asks for new peers in between.
        if (suspends && reads() && poll(bound, 1, 0) == 0) {
            wait_for_completion(clients);
            continue;
        }
        char buffer[4096];
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        signals(SIG_UNBLOCK);
        const ssize_t n = recvfrom(sockfd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&peer), &size);
        signals(SIG_BLOCK);
        if (n == -1 && errno == EINTR)
            continue;
        if (n == -1)
            ending = {"recvfrom", errno};
        if (n == -1 || stopping())
            break;
        if (Reading *place = place_for(peer, clients))
            if (const int connfd = connected_socket(sockfd, peer); connfd != -1)
                begin(*place, connfd, settings.notify);
        // Answered only now: who waits for this answer sends nothing while the socket is being made.
        sendto(sockfd, buffer, n, 0, reinterpret_cast<sockaddr *>(&peer), size);
    }

    // No buffer may go and no socket be closed while a read is outstanding: it is until shutdown() ends it.
    while (reads()) {
        const timespec moment{0, 1'000'000};
        signals(SIG_UNBLOCK);
        suspends ? wait_for_completion(clients) : void(nanosleep(&moment, nullptr));
        signals(SIG_BLOCK);
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
