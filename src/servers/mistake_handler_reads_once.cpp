// SPDX-License-Identifier: MIT
// Wrong on purpose, beside sigio_udp.cpp: what differs is marked.
#include "servers/calls.h"
#include "servers/server.h"

#include <unistd.h>

namespace servers {
namespace {

thread_local int sockfd = -1; // nobody passes the handler an argument: it finds its socket here

// The kernel calls it between any two instructions of the main flow: it may use async-signal-safe calls only.
void on_signal(int, siginfo_t *, void *)
{
    const int before = errno; // the main flow may be about to look at it
    char buffer[4096];
    sockaddr_in peer;
    socklen_t size = sizeof peer;
    const ssize_t n = recvfrom(sockfd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr *>(&peer), &size);
    if (n != -1 && !stopping())
        sendto(sockfd, buffer, n, 0, reinterpret_cast<sockaddr *>(&peer), size);
    errno = before;
}

// Steps 2 and 3 of three: who gets the signal, which signal, and that it is wanted at all.
bool ask_for_signals(int signal)
{
    const f_owner_ex owner{F_OWNER_TID, gettid()}; // with F_SETOWN it could go to any thread of the process
    if (fcntl(sockfd, F_SETOWN_EX, &owner) == -1)
        return false;
    if (signal != SIGIO && fcntl(sockfd, F_SETSIG, signal) == -1)
        return false;
    const int flags = fcntl(sockfd, F_GETFL, 0);
    return flags != -1 && fcntl(sockfd, F_SETFL, flags | O_ASYNC | O_NONBLOCK) != -1;
}

} // namespace

Ending mistake_handler_reads_once(const Settings &settings)
{
    Ending ending;
    sockfd = bound_socket(settings, ending);
    if (sockfd == -1)
        return ending;

    // Step 1 of three: the handler, before anything can send a signal. If the queue of real-time signals overflows, SIGIO comes.
    const int signal = settings.queued_signals ? SIGRTMIN : SIGIO;
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGIO);
    sigaddset(&signals, signal);
    struct sigaction action{};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    action.sa_mask = signals; // neither comes into the handler of the other
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    if (sigaction(SIGIO, &action, nullptr) == -1 || (signal != SIGIO && sigaction(signal, &action, nullptr) == -1))
        ending = {"sigaction", errno}; // without a handler the signal would end the process
    else if (!ask_for_signals(signal))
        ending = {"fcntl", errno};
    if (ending.call) {
        close(sockfd);
        return ending;
    }
    on_signal(signal, nullptr, nullptr); // what came before O_ASYNC was on has sent no signal
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
    close(sockfd);
    return {};
}

} // namespace servers
