// SPDX-License-Identifier: MIT
// Where an audience comes in: the door for nc, and the page for browsers.
#pragma once

#include "audience/web.h"

#include <optional>
#include <string_view>

namespace audience {

// "192.168.1.20" in host byte order; nothing: those are not four numbers.
std::optional<uint32_t> address_of(std::string_view text);
std::string text_of(uint32_t address);
// At which other machines may reach this one, IPv4: getifaddrs(3), those that are up, without 127.0.0.0/8.
std::vector<uint32_t> addresses_of_this_machine();
// Whether the machine has this address now, 127.0.0.0/8 included: a socket that listens at one that is gone is told nothing.
bool is_of_this_machine(uint32_t address);

class Entrance {
public:
    // At `address`, as it is written. `page`: HTML for browsers, see Web.
    static std::variant<std::unique_ptr<Entrance>, Problem> open(std::string_view address, std::string page, const Limits &limits = {});

    uint32_t address() const { return m_address; }
    uint16_t port() const { return m_door->port(); }     // for nc
    uint16_t web_port() const { return m_web->port(); }  // for browsers
    Door &door() { return *m_door; }

private:
    Entrance(uint32_t address, std::unique_ptr<Door> door, std::unique_ptr<Web> web);

    const uint32_t m_address;
    const std::unique_ptr<Door> m_door;
    const std::unique_ptr<Web> m_web; // goes first
};

} // namespace audience
