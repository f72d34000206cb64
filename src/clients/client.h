// SPDX-License-Identifier: MIT
// A client: a real thread with one socket, that does what it is told, in order.
#pragma once

#include "posix/context.h"

#include <cstdint>
#include <memory>
#include <string>

namespace clients {

struct Command {
    enum Kind : uint8_t {
        connect,  // socket(), connect(), getsockname(); `bytes` 1: with TCP_NODELAY, so that nothing small waits for an ACK (tcp(7))
        send,     // `text`, or `bytes` bytes when it is empty; all of them. UDP: in datagrams, see connection.h
        send_urgent, // `text` with MSG_OOB: its last byte is urgent data
        receive,  // recv() until `bytes` bytes more have come or the server closes; 0: one recv()
        receive_until, // recv() until `bytes` bytes in all have come
        receive_urgent, // poll() for POLLPRI, then recv() with MSG_OOB: one byte
        shutdown, // half-close: shutdown(SHUT_WR). TCP
        close,
        reset,    // SO_LINGER with 0, then close(): the server gets a RST. TCP
        finish,   // close() that breaks nothing off: its turn comes when all before it is done
        idle,     // no call at all until `bytes` ns on CLOCK_MONOTONIC: what comes next is planned for then, which is recorded
    } kind = connect;
    std::string text;
    int64_t bytes = 0;
};

// What a client has done so far: a copy.
struct Progress {
    bool connected = false;  // has a socket that is connected
    bool half_closed = false;      // it has shut its sending side
    bool closed_by_server = false; // recv() gave 0 or ECONNRESET; never over UDP, where nobody tells
    int64_t sent = 0, received = 0;
    size_t waiting = 0;      // commands not finished
    trace::Call call = trace::Call::count_; // the call it is in
    bool asleep = false;     // and the kernel has put it to sleep there
    int error = 0;           // errno of the last command, 0 if it went well
    trace::Call failed = trace::Call::count_; // the call it came from; none: it was not made, the client being (un)connected
    // Once the waiting commands are done, if all goes well.
    bool will_be_connected = false, will_be_half_closed = false;
    bool operator==(const Progress &) const = default;
};

class Client {
public:
    // The thread begins at once. What `context` points to outlives the client; `port` is read when it connects;
    // `datagrams`: over UDP.
    Client(const posix::Context &context, uint32_t address, const std::atomic<int> &port, bool datagrams = false);
    ~Client(); // asks it to end and joins
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    // False: the system allows no further thread, there is none.
    bool began() const;
    void tell(Command command);
    // Wakes the thread from a call that blocks (pthread_kill(3); the call returns EINTR). Once is not enough: a signal
    // that comes just before the call is lost, so repeat it while the wish stands.
    void interrupt();
    // True while a close or reset waits behind a call that blocks: interrupt() is due.
    bool hurried() const;
    // Asks the thread to end; done() follows, with interrupts.
    void request_end();
    bool done() const;
    Progress progress() const;

private:
    struct State;
    const std::unique_ptr<State> m;
};

// True if thread `tid` of this process sleeps in the kernel: state S or D in /proc/self/task/TID/stat.
bool asleep(int tid);

} // namespace clients
