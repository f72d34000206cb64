// SPDX-License-Identifier: MIT
// What a variable holds, as it is shown.
#include "bench/variables.h"
#include "calls/names.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <span>

namespace bench {
namespace {

template <typename Values, typename Text>
std::string in_braces(const Values &values, Text text)
{
    std::string all("{");
    for (const auto &value : values) {
        all += all.size() > 1 ? ", " : "";
        all += text(value);
    }
    return all += '}';
}

std::string set_text(const ::fd_set &set)
{
    uint64_t words[sizeof set / sizeof(uint64_t)];
    std::memcpy(words, &set, sizeof set);
    std::vector<int> members;
    for (int fd = 0; fd < FD_SETSIZE; ++fd)
        if (words[fd / 64] >> (fd % 64) & 1)
            members.push_back(fd);
    return in_braces(members, [](int fd) { return std::to_string(fd); });
}

std::string mask_text(const sigset_t &mask)
{
    std::vector<std::string> members;
    for (int signal = 1; signal < NSIG; ++signal)
        if (sigismember(&mask, signal) == 1)
            members.push_back(calls::name_of(calls::Type::signal, signal));
    return in_braces(members, [](const std::string &name) { return name; });
}

} // namespace

std::string Variable::text(size_t most) const
{
    const auto pair = [](long a, long b) { return in_braces(std::array{a, b}, [](long one) { return std::to_string(one); }); };
    switch (kind) {
    case number: return std::to_string(value);
    case buffer: {
        const size_t count = std::min({bytes.size(), most, size_t(std::find(bytes.begin(), bytes.end(), 0) - bytes.begin())});
        return std::string(1, '"').append(calls::quoted(std::as_bytes(std::span(bytes.data(), count)))).append(1, '"');
    }
    case set: return set_text(*descriptors);
    case timeval: return pair(time.tv_sec, time.tv_usec);
    case timespec: return pair(precise.tv_sec, precise.tv_nsec);
    case linger: return pair(lingers.l_onoff, lingers.l_linger);
    case address: {
        char dotted[INET_ADDRSTRLEN] = "";
        ::inet_ntop(AF_INET, &place.sin_addr, dotted, sizeof dotted);
        return std::string(dotted).append(1, ':').append(std::to_string(ntohs(place.sin_port)));
    }
    case pollfds:
        return in_braces(std::span(polled.data(), std::min(polled.size(), most)), [](const ::pollfd &one) {
            const std::array parts{std::to_string(one.fd), calls::name_of(calls::Type::poll_events, one.events), calls::name_of(calls::Type::poll_events, one.revents)};
            return in_braces(parts, [](const std::string &part) { return part; });
        });
    case numbers:
        return in_braces(std::span(several.data(), std::min(several.size(), most)), [](int one) { return std::to_string(one); });
    case mask: return mask_text(masked);
    case request: {
        const std::array parts{std::to_string(block->aio_fildes), buffer_of ? buffer_of->name : std::string("NULL"),
                               std::to_string(block->aio_nbytes)};
        const std::string error = asked ? calls::error_name(::aio_error(block.get())) : std::string();
        return in_braces(parts, [](const std::string &part) { return part; }).append(error.empty() ? 0 : 1, ' ').append(error);
    }
    case requests: return in_braces(listed, [](const Variable *one) { return std::string(1, '&').append(one->name); });
    case action: return acts.sa_handler == SIG_DFL ? "{SIG_DFL}" : acts.sa_handler == SIG_IGN ? "{SIG_IGN}" : "{count}";
    case braces:
        return in_braces(std::span(given.data(), std::min(given.size(), most)), [](const std::vector<int64_t> &group) {
            const std::string inside = in_braces(group, [](int64_t one) { return std::to_string(one); });
            return group.size() == 1 ? std::to_string(group.front()) : inside.substr(1, inside.size() - 2);
        });
    case events: break;
    }
    return "{…}";
}

} // namespace bench
