// SPDX-License-Identifier: MIT
// A real server behind a door, and somebody who comes to it.
#pragma once

#include "audience/door.h"
#include "lab/run.h"

#include <QByteArray>

#include <functional>

namespace visit {

inline constexpr uint32_t here = 0x7f000002, from_a = 0x7f000003, from_b = 0x7f000004; // 127.0.0.2, …

// Whether it comes to be, within a minute.
bool soon(const std::function<bool()> &condition);

// The select() server.
struct Server {
    lab::Run run{{}};
    trace::Trace recorded;
    Server() { run.start(); }
    // What of the server's calls has been recorded so far.
    std::vector<trace::Event> calls(trace::Call call);
    bool asleep() const { return run.server_asleep_in(trace::Call::select); }
};

struct Visitor {
    // Connects to `port` of `to`, with that source address; the kernel makes the connection, whoever takes it.
    explicit Visitor(uint16_t port, uint32_t from = from_a, uint32_t to = here);
    ~Visitor() { close(); }
    Visitor(Visitor &&other) noexcept : fd(std::exchange(other.fd, -1)), m_refused(other.m_refused) {}
    Visitor &operator=(Visitor &&) = delete;
    void close();
    bool send(const QByteArray &bytes) const;
    // Waits for so many bytes; fewer: there will be no more.
    QByteArray receive(qsizetype bytes) const;
    // Waits until the other side is gone, whatever it still sends: 0 for an end, or the errno. A reset may come before connect() returns.
    int gone() const;
    int fd = -1;

private:
    int m_refused = 0; // connect()'s errno
};

// The door opened before the server behind it.
std::unique_ptr<audience::Door> door_to(const Server &server, const audience::Limits &limits = {});

} // namespace visit
