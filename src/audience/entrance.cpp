// SPDX-License-Identifier: MIT
#include "audience/entrance.h"

#include <algorithm>
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace audience {
namespace {

// The same whenever they are free: they are written on a board, and let through a firewall.
constexpr uint16_t usual_port = 4001, usual_web_port = 8080;

// IPv4, of interfaces that are up; each once.
std::vector<uint32_t> addresses(bool also_loopback)
{
    std::vector<uint32_t> found;
    ifaddrs *all = nullptr;
    if (::getifaddrs(&all) == -1)
        return found;
    for (const ifaddrs *each = all; each; each = each->ifa_next) {
        if (!each->ifa_addr || each->ifa_addr->sa_family != AF_INET || !(each->ifa_flags & IFF_UP) || (!also_loopback && each->ifa_flags & IFF_LOOPBACK))
            continue;
        const uint32_t address = ntohl(reinterpret_cast<const sockaddr_in *>(each->ifa_addr)->sin_addr.s_addr);
        if (std::ranges::find(found, address) == found.end())
            found.push_back(address);
    }
    ::freeifaddrs(all);
    return found;
}

} // namespace

std::optional<uint32_t> address_of(std::string_view text)
{
    in_addr binary{};
    if (::inet_pton(AF_INET, std::string(text).c_str(), &binary) != 1)
        return {};
    return ntohl(binary.s_addr);
}

std::string text_of(uint32_t address)
{
    const in_addr binary{htonl(address)};
    char text[INET_ADDRSTRLEN];
    return ::inet_ntop(AF_INET, &binary, text, sizeof text);
}

std::vector<uint32_t> addresses_of_this_machine()
{
    return addresses(false);
}

bool is_of_this_machine(uint32_t address)
{
    return address >> 24 == IN_LOOPBACKNET || std::ranges::count(addresses(true), address) > 0;
}

Entrance::Entrance(uint32_t address, std::unique_ptr<Door> door, std::unique_ptr<Web> web)
    : m_address(address), m_door(std::move(door)), m_web(std::move(web))
{
}

std::variant<std::unique_ptr<Entrance>, Problem> Entrance::open(std::string_view text, std::string page, const Limits &limits)
{
    const auto address = address_of(text);
    if (!address)
        return Problem{Problem::no_address};
    if (*address != INADDR_ANY && !is_of_this_machine(*address)) // bind() takes 255.255.255.255, too
        return Problem{Problem::not_ours};
    auto door = Door::open(*address, usual_port, true, limits);
    if (const auto *problem = std::get_if<Problem>(&door))
        return *problem;
    auto &opened = std::get<std::unique_ptr<Door>>(door);
    auto web = Web::open(*address, usual_web_port, std::move(page), *opened, limits);
    if (const auto *problem = std::get_if<Problem>(&web))
        return *problem;
    return std::unique_ptr<Entrance>(new Entrance(*address, std::move(opened), std::move(std::get<std::unique_ptr<Web>>(web))));
}

} // namespace audience
