// SPDX-License-Identifier: MIT
// The door: listens where other machines reach it, and leads whoever comes, within limits, to the server at 127.0.0.1, by a connection
// for each. The server sees clients of this machine; no call of the door's is recorded. On a thread of its own.
#pragma once

#include "audience/limits.h"

#include <atomic>
#include <memory>
#include <variant>

namespace audience {

class Door {
public:
    // Opens one at `address` (host byte order), at `port`, or, when that is taken and `or_another`, at another one.
    static std::variant<std::unique_ptr<Door>, Problem> open(uint32_t address, uint16_t port, bool or_another, const Limits &limits);
    ~Door(); // sends all out
    Door(const Door &) = delete;
    Door &operator=(const Door &) = delete;

    // All members may be called from any thread; none waits for anybody.
    uint16_t port() const;
    // From now on whoever comes is led to the server at this port of 127.0.0.1; 0: there is none, and who comes is turned away.
    void lead_to(uint16_t server);
    // Those who are in; who comes later is let in.
    void send_all_out();
    // Somebody who has come to this program in another way, from `host`: `fd` is his side, and becomes the door's. Becomes true, before it
    // is closed, if he is turned away.
    std::shared_ptr<const std::atomic<bool>> admit(int fd, uint32_t host);
    Tally tally() const;

private:
    struct State;
    explicit Door(std::unique_ptr<State> state);
    const std::unique_ptr<State> m;
};

} // namespace audience
