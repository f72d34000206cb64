// SPDX-License-Identifier: MIT
// TCP echo server, asynchronous I/O (UNP 6.2, aio(7)): aio_read() says what to read and where to, and returns at once. The
// waiting and the copying are done by others (here by threads of the C library), and we are told when the read is complete.
// Three ways to be told: we ask with aio_suspend(), a signal comes, or the library starts a thread.
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

// A client, its request and the buffer that the data will be in: they stay in their places while the read is outstanding.
struct Reading {
    std::atomic<int> fd{-1}; // -1: free
    aiocb request;
    char buffer[4096];
};

// Sends everything: send() on a blocking socket sleeps while the send buffer is full, and with it whoever calls it.
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

// The read is complete: what recv() would have given is there. Answers, and asks for the next.
void serve(Reading &client)
{
    const ssize_t n = aio_return(&client.request); // once for each request
    if (n > 0 && send_all(client.fd, client.buffer, n) && aio_read(&client.request) == 0)
        return;
    close(client.fd); // 0: the client closed its end; -1: it reset the connection
    client.fd = -1;
}

// Notify::thread: the C library starts a thread for this function.
void completed(sigval value)
{
    Reading &client = *static_cast<Reading *>(value.sival_ptr);
    if (aio_error(&client.request) != EINPROGRESS)
        serve(client);
}

// Notify::signal: the handler, which says of which request the read is complete (SIGIO only says that one may start).
void on_signal(int, siginfo_t *info, void *)
{
    const int before = errno; // the main flow may be about to look at it
    completed(info->si_value);
    errno = before;
}

// What is asked for.
void begin(Reading &client, int connfd, Notify notify)
{
    client.fd = connfd;
    aiocb &request = client.request;
    request.aio_fildes = connfd;               // from where
    request.aio_buf = client.buffer;           // where to
    request.aio_nbytes = sizeof client.buffer; // how much at most
    request.aio_offset = 0;                    // from which place: means something for files only
    sigevent &tell = request.aio_sigevent;     // and how to tell us
    tell.sigev_value.sival_ptr = &client;
    tell.sigev_notify = notify == Notify::signal ? SIGEV_SIGNAL : notify == Notify::thread ? SIGEV_THREAD : SIGEV_NONE;
    tell.sigev_signo = SIGRTMIN + 1;           // a real-time signal: it is queued, so that none is lost
    tell.sigev_notify_function = completed;
    if (aio_read(&request) == -1) { // has not waited: the read is outstanding now
        close(connfd);
        client.fd = -1;
    }
}

// The first free place.
Reading &place_in(std::deque<Reading> &clients)
{
    for (Reading &client : clients)
        if (client.fd == -1)
            return client;
    return clients.emplace_back(); // a deque grows without moving what is there
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
    if (!outstanding.empty()) // returns at once if one has become complete meanwhile
        aio_suspend(outstanding.data(), int(outstanding.size()), &patience);
}

} // namespace

Ending aio(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;

    const bool suspends = settings.notify == Notify::suspend;
    // A handler that calls aio_read() must not come while the main flow is in the library itself (signal-safety(7)): the signal
    // is blocked except while we sleep.
    sigset_t completion;
    sigemptyset(&completion);
    sigaddset(&completion, SIGRTMIN + 1);
    const auto signals = [&](int how) {
        if (settings.notify == Notify::signal)
            pthread_sigmask(how, &completion, nullptr);
    };
    signals(SIG_BLOCK);
    if (settings.notify == Notify::signal) {
        struct sigaction action{};
        action.sa_sigaction = on_signal;
        action.sa_flags = SA_SIGINFO | SA_RESTART; // accept() goes on after the handler
        if (sigaction(SIGRTMIN + 1, &action, nullptr) == -1) { // without a handler the signal would end the process
            ending = {"sigaction", errno};
            close(listenfd);
            return ending;
        }
    }

    pollfds<1> listening("listening[].fd");
    listening[0].fd = listenfd;
    listening[0].events = POLLIN;
    std::deque<Reading> clients;
    const auto reads = [&clients] { return std::ranges::count_if(clients, [](const Reading &client) { return client.fd != -1; }); };
    const auto rest = [&] { // until a read is complete, or for a moment
        const timespec moment{0, 10'000'000};
        signals(SIG_UNBLOCK);
        if (suspends)
            wait_for_completion(clients);
        else
            nanosleep(&moment, nullptr);
        signals(SIG_BLOCK);
    };
    ptrdiff_t full = 0; // so many clients there were when no descriptor was left for another; 0: there is one
    while (!stopping()) {
        if (full > 0 && reads() == full) { // accept() would fail again, at once
            rest();
            continue;
        }
        full = 0;
        // There is no aio_accept(). Who is notified may sleep in accept(). Who sleeps in aio_suspend() does not hear of a new
        // client: ask for one in between, without waiting.
        if (suspends && reads() > 0 && poll(listening, 1, 0) == 0) {
            wait_for_completion(clients);
            continue;
        }
        const ptrdiff_t served = reads(); // before accept(): one may leave just after it
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        signals(SIG_UNBLOCK);
        const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        signals(SIG_BLOCK);
        if (connfd != -1) {
            begin(place_in(clients), connfd, settings.notify);
        } else if ((errno == EMFILE || errno == ENFILE) && served > 0) {
            full = served; // until one of them leaves
        } else if (errno != EINTR && errno != ECONNABORTED) {
            ending = {"accept", errno};
            break;
        }
    }

    // No request and no buffer may go while its read is outstanding. aio_cancel() does not stop one that is under way: it
    // goes on until the client's end comes or, when the server is stopped, the socket is shut down.
    while (reads() > 0)
        rest();
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
