// SPDX-License-Identifier: MIT
// A page for phones, and for machines without nc: what is typed in it goes through the door, by a connection of its own for each browser.
// HTTP and WebSockets are libwebsockets'. On a thread of its own.
#pragma once

#include "audience/door.h"

#include <string>

namespace audience {

class Web {
public:
    // Serves `page` (HTML) at `address` (host byte order), at `port` or, when that is taken, at another one. `door` outlives it. The page's
    // WebSocket is of the protocol "audience", at "/": binary or text both ways.
    static std::variant<std::unique_ptr<Web>, Problem> open(uint32_t address, uint16_t port, std::string page, Door &door, const Limits &limits);
    ~Web();
    Web(const Web &) = delete;
    Web &operator=(const Web &) = delete;

    uint16_t port() const;
    struct State;

private:
    explicit Web(std::unique_ptr<State> state);
    const std::unique_ptr<State> m;
};

} // namespace audience
