// SPDX-License-Identifier: MIT
// Chat client with signal-driven I/O, TCP and UDP (UNP 25.2): the main flow sleeps at the keyboard, in a blocking read(). What comes
// from the socket is read by the signal's handler, and then read() sleeps on (SA_RESTART).
#include "servers/calls.h"
#include "servers/two_inputs.h"

#include <cstring>
#include <unistd.h>

namespace servers {
namespace {

// What the handler works with: nobody passes it an argument, so it finds them through variables of its thread.
thread_local int sockfd = -1;
thread_local bool datagrams = false;
thread_local volatile bool gone = false; // the server has closed the connection

// The kernel calls it between any two instructions of the main flow: it may use async-signal-safe calls only.
void on_signal(int, siginfo_t *, void *)
{
    char buffer[4096];
    for (;;) { // all that is there, since one signal may stand for many arrivals
        // Without waiting: that is for the handler alone, send() of the main flow may sleep.
        const ssize_t n = recv(sockfd, buffer, sizeof buffer, MSG_DONTWAIT);
        if (n == -1 && (errno == EINTR || (datagrams && errno == ECONNREFUSED)))
            continue;
        if (n == -1 && errno == EWOULDBLOCK) // all has been read: the next arrival will send a signal
            return;
        if (n == -1 || (n == 0 && !datagrams)) {
            gone = true;
            return;
        }
        write_all(STDOUT_FILENO, buffer, n);
    }
}

// Two and three of three steps: who gets the signal, and that it is wanted at all. Returns the flags as they were, -1 on failure.
int ask_for_signals(int fd)
{
    const f_owner_ex owner{F_OWNER_TID, gettid()}; // with F_SETOWN it could go to any thread of the process
    if (fcntl(fd, F_SETOWN_EX, &owner) == -1)
        return -1;
    const int flags = fcntl(fd, F_GETFL, 0);
    return flags == -1 || fcntl(fd, F_SETFL, flags | O_ASYNC) == -1 ? -1 : flags;
}

Ending chat(const Settings &settings, int type)
{
    Ending ending;
    datagrams = type == SOCK_DGRAM;
    gone = false;
    sockfd = connecting_socket(settings, type, ending);
    if (sockfd == -1)
        return ending;

    // Step one of three: the handler, before anything can send a signal. SA_RESTART: read() goes on afterwards.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGIO);
    struct sigaction action{};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    int flags = -1;
    if (sigaction(SIGIO, &action, nullptr) == -1)
        ending = {"sigaction", errno}; // without a handler the signal would end the process
    else if ((flags = ask_for_signals(sockfd)) == -1)
        ending = {"fcntl", errno};
    else
        on_signal(SIGIO, nullptr, nullptr); // what came before O_ASYNC was on has sent no signal
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);

    stream keyboard(STDIN_FILENO); // FILE *keyboard = fdopen(STDIN_FILENO, "r")
    char line[4096];
    while (!stopping() && !gone && !ending.call) {
        // Sleeps in read(0) until a line has been typed, and the handler runs meanwhile.
        if (!fgets(line, sizeof line, keyboard)) {
            if (keyboard.interrupted()) // by another signal, whose handler is without SA_RESTART
                continue;
            break; // Ctrl-D
        }
        // Over UDP it is one datagram; that the last one found nobody is told now, and no reason to stop.
        if (!send_all(sockfd, line, ssize_t(std::strlen(line))) && !(datagrams && errno == ECONNREFUSED))
            break;
    }

    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    if (!datagrams && !gone && flags != -1 && shutdown(sockfd, SHUT_WR) == 0) {
        fcntl(sockfd, F_SETFL, flags); // the keyboard has ended: now it may sleep for the socket
        char buffer[4096];
        for (ssize_t n; !stopping() && (n = recv(sockfd, buffer, sizeof buffer, 0)) != 0;) {
            if (n == -1 && errno != EINTR)
                break;
            write_all(STDOUT_FILENO, buffer, n);
        }
    }
    close(sockfd);
    return stopping() ? Ending() : ending;
}

} // namespace

Ending chat_sigio(const Settings &settings)
{
    return chat(settings, SOCK_STREAM);
}

Ending chat_sigio_udp(const Settings &settings)
{
    return chat(settings, SOCK_DGRAM);
}

} // namespace servers
