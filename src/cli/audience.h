// SPDX-License-Identifier: MIT
// An audience that is let in while a run goes on.
#pragma once

#include "cli/terminal.h"

#include <memory>

namespace audience {
class Entrance;
}

namespace cli {

class Audience {
public:
    explicit Audience(Terminal &terminal);
    ~Audience();

    // Lets nobody in yet. Returns an exit code; what is wrong has been said.
    int open(const QString &address, const QString &server);
    // The server listens at this port: says how one comes in.
    void lead_to(uint16_t server);
    // Sends all out, and says how many there were.
    void close();

private:
    Terminal &m_terminal;
    std::unique_ptr<audience::Entrance> m_entrance; // nullptr: none was wanted
};

} // namespace cli
