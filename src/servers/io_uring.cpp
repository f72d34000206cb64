// SPDX-License-Identifier: MIT
// TCP echo server with io_uring (io_uring(7), liburing): Linux only, and beyond the lecture. Asynchronous I/O: whole operations
// are handed in, the kernel does both phases of a read by itself, and tells when an operation is complete.
#include "servers/calls.h"
#include "servers/server.h"

#include <map>

namespace servers {

constexpr unsigned ENTRIES = 64; // of the submission ring; the completion ring has twice as many

// The place that a client's operation reads into and sends from: it must outlive the operation.
struct Exchange {
    char data[4096];
    int begin = 0, end = 0;
};

// The next free entry of the submission ring.
static io_uring_sqe *next_sqe(io_uring &ring)
{
    io_uring_sqe *sqe;
    while (!(sqe = io_uring_get_sqe(&ring))) // the ring is full: hand in what is there
        io_uring_submit(&ring);
    return sqe;
}

static void accept_next(io_uring &ring, int listenfd, sockaddr_in &peer, socklen_t &size)
{
    size = sizeof peer;
    io_uring_sqe *sqe = next_sqe(ring);
    io_uring_prep_accept(sqe, listenfd, reinterpret_cast<sockaddr *>(&peer), &size, 0);
    io_uring_sqe_set_data64(sqe, uring_label(IORING_OP_ACCEPT, listenfd)); // comes back with the completion
}

static void receive(io_uring &ring, int fd, Exchange &echo)
{
    io_uring_sqe *sqe = next_sqe(ring);
    io_uring_prep_recv(sqe, fd, echo.data, sizeof echo.data, 0);
    io_uring_sqe_set_data64(sqe, uring_label(IORING_OP_RECV, fd));
}

static void send_back(io_uring &ring, int fd, Exchange &echo)
{
    io_uring_sqe *sqe = next_sqe(ring);
    io_uring_prep_send(sqe, fd, echo.data + echo.begin, size_t(echo.end - echo.begin), MSG_NOSIGNAL);
    io_uring_sqe_set_data64(sqe, uring_label(IORING_OP_SEND, fd));
}

// A receive or a send of a client is complete: begins the next. False when the client has gone.
static bool go_on(io_uring &ring, int operation, int fd, Exchange &echo, int result)
{
    if ((result < 0 && result != -EINTR) || (operation == IORING_OP_RECV && result == 0)) // it reset the connection; it closed its end
        return false;
    if (operation == IORING_OP_RECV && result > 0) { // both phases are over: the data is in echo.data already
        echo.begin = 0;
        echo.end = result;
    } else if (result > 0) {
        echo.begin += result; // perhaps not all of it
    }
    if (echo.begin < echo.end)
        send_back(ring, fd, echo);
    else
        receive(ring, fd, echo);
    return true;
}

Ending io_uring_server(const Settings &settings)
{
    Ending ending;
    const int listenfd = listening_socket(settings, ending);
    if (listenfd == -1)
        return ending;
    io_uring ring; // the two rings, shared with the kernel
    if (const int error = io_uring_queue_init(ENTRIES, &ring, 0); error < 0) {
        ending = {"io_uring_setup", -error};
        close(listenfd);
        return ending;
    }

    std::map<int, Exchange> clients; // by descriptor
    sockaddr_in peer;
    socklen_t size;
    accept_next(ring, listenfd, peer, size);
    size_t pending = 1; // operations handed in and not complete
    bool full = false;  // no descriptor left for another client
    bool cancelled = false;
    while (pending > 0) {
        if (!cancelled && (stopping() || ending.call)) { // operations outlive close(): cancel all, and wait for each
            io_uring_sqe *sqe = next_sqe(ring);
            io_uring_prep_cancel64(sqe, 0, IORING_ASYNC_CANCEL_ANY);
            io_uring_sqe_set_data64(sqe, uring_label(IORING_OP_ASYNC_CANCEL, -1));
            ++pending;
            cancelled = true;
        }

        // The only system call: hands in what is queued and sleeps until an operation is complete.
        const int submitted = io_uring_submit_and_wait(&ring, 1);
        if (submitted < 0 && submitted != -EINTR && submitted != -EAGAIN && submitted != -EBUSY) {
            ending = {"io_uring_enter", -submitted};
            break;
        }

        unsigned head;
        io_uring_cqe *cqe;
        io_uring_for_each_cqe(&ring, head, cqe) {
            const int operation = operation_of(cqe->user_data), fd = descriptor_of(cqe->user_data), result = cqe->res;
            io_uring_cqe_seen(&ring, cqe); // its place in the completion ring is free again
            --pending;
            if (operation == IORING_OP_ACCEPT) {
                if (result >= 0)
                    clients[result] = {};
                if (cancelled)
                    continue;
                if (result >= 0) {
                    receive(ring, result, clients[result]);
                    ++pending;
                }
                full = (result == -EMFILE || result == -ENFILE) && !clients.empty(); // until one of them leaves
                if (result < 0 && !full && result != -ECONNABORTED && result != -EINTR) {
                    ending = {"accept", -result};
                } else if (!full) {
                    accept_next(ring, listenfd, peer, size);
                    ++pending;
                }
            } else if (operation == IORING_OP_RECV || operation == IORING_OP_SEND) {
                if (cancelled)
                    continue;
                if (go_on(ring, operation, fd, clients[fd], result)) {
                    ++pending;
                    continue;
                }
                close(fd);
                clients.erase(fd);
                if (full) { // there is a descriptor again for those that queue
                    full = false;
                    accept_next(ring, listenfd, peer, size);
                    ++pending;
                }
            }
        }
    }

    for (const auto &[fd, echo] : clients)
        close(fd);
    io_uring_queue_exit(&ring);
    close(listenfd);
    return stopping() ? Ending() : ending;
}

} // namespace servers
