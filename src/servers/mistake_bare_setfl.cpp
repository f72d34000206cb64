// SPDX-License-Identifier: MIT
// Wrong on purpose, beside sigio.cpp: what differs is marked.
#include "servers/calls.h"
#include "servers/server.h"

#include <cstring>
#include <unistd.h>
#include <vector>

namespace servers {
namespace {

// What one client has sent and has not got back yet, because its send buffer was full.
struct Unsent {
    char data[4096];
    ssize_t begin = 0, end = 0;
};

// What the handler works with: nobody passes it an argument, so it finds them through a variable of its thread.
struct Serving {
    int listenfd = -1;
    int signal = SIGIO;                           // or a real-time signal, which is queued and tells the descriptor
    table<FD_SETSIZE> client_FD{"client_FD", -1}; // -1: a free slot
    std::vector<Unsent> unsent{FD_SETSIZE};
    int maxi = -1;     // the last slot in use
    bool full = false; // no descriptor left for another client
};
thread_local Serving *serving = nullptr;

// Steps 2 and 3 of three, for each descriptor: who gets the signal, which signal, and that it is wanted at all.
bool ask_for_signals(int fd, int signal)
{
    const f_owner_ex owner{F_OWNER_TID, gettid()}; // with F_SETOWN it could go to any thread of the process
    if (fcntl(fd, F_SETOWN_EX, &owner) == -1)
        return false;
    if (signal != SIGIO && fcntl(fd, F_SETSIG, signal) == -1)
        return false;
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags != -1 && fcntl(fd, F_SETFL, flags | O_ASYNC | O_NONBLOCK) != -1;
}

// For a connection: one flag after the other.
bool ask_for_signals_of_client(int fd)
{
    const f_owner_ex owner{F_OWNER_TID, gettid()};
    return fcntl(fd, F_SETOWN_EX, &owner) != -1 && fcntl(fd, F_SETFL, O_NONBLOCK) != -1 && fcntl(fd, F_SETFL, O_ASYNC) != -1;
}

// Does all that can be done on fd without waiting, since one signal may stand for many arrivals. False: the client has gone.
bool serve(int fd, Unsent &unsent)
{
    for (;;) {
        if (unsent.begin == unsent.end) {
            const ssize_t n = recv(fd, unsent.data, sizeof unsent.data, 0);
            if (n == -1 && errno == EINTR) // nobody tells us of it again: at once
                continue;
            if (n == -1 && errno == EWOULDBLOCK) // all has been read: the next arrival will send a signal
                return true;
            if (n <= 0)
                return false;
            if (n >= 4 && std::memcmp(unsent.data, "quit", 4) == 0) { // we are the first to close: half, so that the
                shutdown(fd, SHUT_WR);                                // client's end sends us a signal, too
                continue;
            }
            unsent.begin = 0;
            unsent.end = n;
        }
        const ssize_t n = send(fd, unsent.data + unsent.begin, unsent.end - unsent.begin, MSG_NOSIGNAL);
        if (n == -1 && errno == EINTR)
            continue;
        if (n == -1)
            return errno == EWOULDBLOCK; // the send buffer is full: a signal comes when there is room again
        unsent.begin += n;
    }
}

void forget(Serving &here, int i)
{
    close(here.client_FD[i]);
    here.client_FD[i] = -1;
    here.unsent[i].begin = here.unsent[i].end = 0;
}

void accept_all(Serving &here)
{
    for (;;) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        const int connfd = accept(here.listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        if (connfd == -1 && (errno == EINTR || errno == ECONNABORTED)) // interrupted; gone before we came: the next
            continue;
        here.full = connfd == -1 && (errno == EMFILE || errno == ENFILE); // somebody waits still, but no descriptor is left for him
        if (connfd == -1)
            return;
        int i = 0;
        while (i < here.client_FD.size() && here.client_FD[i] != -1)
            ++i;
        if (i == here.client_FD.size() || !ask_for_signals_of_client(connfd)) { // accept() hands none of it down
            close(connfd);
            continue;
        }
        here.client_FD[i] = connfd;
        if (i > here.maxi)
            here.maxi = i;
        if (!serve(connfd, here.unsent[i])) // what came before O_ASYNC was on has sent no signal
            forget(here, i);
    }
}

// The kernel calls it between any two instructions of the main flow: it may use async-signal-safe calls only.
void on_signal(int signal, siginfo_t *info, void *)
{
    const int before = errno; // the main flow may be about to look at it
    Serving &here = *serving;
    const bool named = signal != SIGIO; // plain SIGIO does not tell which descriptor: it must try all of them
    if (!named || info->si_fd == here.listenfd)
        accept_all(here);
    bool left = false; // one of the clients has
    for (int i = 0; i <= here.maxi; ++i) {
        const int connfd = here.client_FD[i];
        if (connfd == -1 || (named && info->si_fd != connfd))
            continue;
        if (named && info->si_code == POLL_PRI) {
            char urgent;
            recv(connfd, &urgent, 1, MSG_OOB); // the byte that is not part of the stream
        }
        if (!serve(connfd, here.unsent[i])) {
            forget(here, i);
            left = true;
        }
    }
    if (left && here.full) // there is a descriptor again for those that queue, and they send no second signal
        accept_all(here);
    errno = before;
}

} // namespace

Ending mistake_bare_setfl(const Settings &settings)
{
    Ending ending;
    Serving here;
    here.signal = settings.queued_signals ? SIGRTMIN : SIGIO;
    serving = &here;

    // Step 1 of three: the handler, before anything can send a signal. If the queue of real-time signals overflows, SIGIO comes.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGIO);
    sigaddset(&signals, here.signal);
    struct sigaction action{};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    action.sa_mask = signals; // neither comes into the handler of the other
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    if (sigaction(SIGIO, &action, nullptr) == -1 || (here.signal != SIGIO && sigaction(here.signal, &action, nullptr) == -1))
        return {"sigaction", errno}; // without a handler the signal would end the process

    here.listenfd = listening_socket(settings, ending);
    if (here.listenfd == -1)
        return ending;
    if (!ask_for_signals(here.listenfd, here.signal)) {
        ending = {"fcntl", errno};
        close(here.listenfd);
        return ending;
    }
    accept_all(here); // who came before O_ASYNC was on has sent no signal
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);

    // The main flow: no call in which it could sleep. The handler comes between any two instructions of it.
    number work("work");
    for (long next = 1'000'000; !stopping(); next += 10'000) {
        if (holding_signals()) { // on demand: a stretch into which no handler may come
            pthread_sigmask(SIG_BLOCK, &signals, nullptr);
            for (; holding_signals() && !stopping(); next += 10'000)
                work = work + primes(next, 10'000);
            pthread_sigmask(SIG_UNBLOCK, &signals, nullptr); // what came meanwhile comes now: SIGIO once, or all that were queued
        }
        work = work + primes(next, 10'000);
    }

    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    for (int i = 0; i <= here.maxi; ++i)
        if (here.client_FD[i] != -1)
            forget(here, i);
    close(here.listenfd);
    return {};
}

} // namespace servers
