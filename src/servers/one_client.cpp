// SPDX-License-Identifier: MIT
// What a program with one peer begins with: it listens, and accepts once (UNP 4.6).
#include "servers/calls.h"
#include "servers/two_inputs.h"

namespace servers {

int one_client(const Settings &settings, int &listenfd, Ending &ending)
{
    listenfd = listening_socket(settings, ending);
    while (listenfd != -1 && !stopping()) {
        sockaddr_in peer;
        socklen_t size = sizeof peer;
        // Sleeps until the queue of completed connections has one.
        const int connfd = accept(listenfd, reinterpret_cast<sockaddr *>(&peer), &size);
        if (connfd != -1)
            return connfd;
        if (errno != EINTR && errno != ECONNABORTED) { // interrupted; gone before we came: the next
            ending = {"accept", errno};
            break;
        }
    }
    if (stopping())
        ending = {};
    if (listenfd != -1)
        close(listenfd);
    return -1;
}

} // namespace servers
