// SPDX-License-Identifier: MIT
#include "bench/options.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace bench {
namespace {

struct KindRow {
    SocketKind kind;
    std::string_view name;
    int domain, type, protocol;
};
constexpr KindRow kinds[] = {
    {SocketKind::tcp, "tcp", AF_INET, SOCK_STREAM, 0},      {SocketKind::tcp_connected, "tcp-connected", AF_INET, SOCK_STREAM, 0},
    {SocketKind::udp, "udp", AF_INET, SOCK_DGRAM, 0},       {SocketKind::raw, "raw", AF_INET, SOCK_RAW, IPPROTO_ICMP},
    {SocketKind::tcp6, "tcp6", AF_INET6, SOCK_STREAM, 0},   {SocketKind::udp6, "udp6", AF_INET6, SOCK_DGRAM, 0},
    {SocketKind::raw6, "raw6", AF_INET6, SOCK_RAW, IPPROTO_ICMPV6},
};
constexpr SocketKind all_kinds[] = {SocketKind::tcp,  SocketKind::tcp_connected, SocketKind::udp, SocketKind::raw,
                                    SocketKind::tcp6, SocketKind::udp6,          SocketKind::raw6};

const KindRow &row_of(SocketKind kind)
{
    return *std::ranges::find(kinds, kind, &KindRow::kind);
}

// A socket of a kind, closed again at the end. Connected: to a listening one of its own.
class FreshSocket {
public:
    explicit FreshSocket(SocketKind kind)
    {
        const KindRow &row = row_of(kind);
        m_fd = ::socket(row.domain, row.type | SOCK_CLOEXEC, row.protocol);
        m_error = m_fd == -1 ? errno : 0;
        if (kind == SocketKind::tcp_connected && m_fd != -1)
            connect();
    }
    ~FreshSocket()
    {
        for (const int fd : {m_fd, m_listener})
            if (fd != -1)
                ::close(fd);
    }
    FreshSocket(const FreshSocket &) = delete;
    FreshSocket &operator=(const FreshSocket &) = delete;
    int fd() const { return m_fd; }
    int error() const { return m_error; } // errno

private:
    void connect()
    {
        sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
        socklen_t size = sizeof address;
        auto *const any = reinterpret_cast<sockaddr *>(&address);
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (m_listener == -1 || ::bind(m_listener, any, size) == -1 || ::listen(m_listener, 1) == -1
            || ::getsockname(m_listener, any, &size) == -1 || ::connect(m_fd, any, size) == -1)
            m_error = errno;
    }
    int m_fd = -1, m_listener = -1, m_error = 0;
};

template <typename T>
Bytes bytes_of(const T &value)
{
    const auto view = std::as_bytes(std::span(&value, 1));
    return {view.begin(), view.end()};
}

int level_of(const OptionRow &row, SocketKind kind)
{
    if (row.level.starts_with("IPPROTO_IP or"))
        return row_of(kind).domain == AF_INET6 ? IPPROTO_IPV6 : IPPROTO_IP;
    return header_constant(row.level).value_or(0);
}

std::optional<Bytes> get(int fd, const OptionRow &row, SocketKind kind, int &error)
{
    Bytes value(row.layout == Layout::byte ? 1 : row.layout == Layout::integer ? sizeof(int) : 256);
    socklen_t size = socklen_t(value.size());
    error = ::getsockopt(fd, level_of(row, kind), *header_constant(row.name), value.data(), &size) == -1 ? errno : 0;
    if (error)
        return {};
    value.resize(std::min(size_t(size), value.size()));
    return value;
}

constexpr uint32_t group = 0xef010203, source = 0x7f000001; // 239.1.2.3, and of 127.0.0.1

sockaddr_storage group_address(int domain)
{
    sockaddr_storage storage{};
    if (domain == AF_INET6) {
        auto &address = reinterpret_cast<sockaddr_in6 &>(storage);
        address.sin6_family = AF_INET6;
        inet_pton(AF_INET6, "ff02::1234", &address.sin6_addr);
    } else {
        auto &address = reinterpret_cast<sockaddr_in &>(storage);
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(group);
    }
    return storage;
}

sockaddr_storage source_address(int domain)
{
    sockaddr_storage storage{};
    if (domain == AF_INET6) {
        auto &address = reinterpret_cast<sockaddr_in6 &>(storage);
        address.sin6_family = AF_INET6;
        address.sin6_addr = in6addr_loopback;
    } else {
        auto &address = reinterpret_cast<sockaddr_in &>(storage);
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(source);
    }
    return storage;
}

// What is worth setting an option to that has structure: something its present value is not.
std::optional<Bytes> structured(const OptionRow &row, SocketKind kind)
{
    const int domain = row_of(kind).domain;
    const unsigned loopback = if_nametoindex("lo");
    const std::string_view type = row.type, name = row.name;
    if (type == "linger{}")
        return bytes_of(linger{1, 5});
    if (type == "timeval{}")
        return bytes_of(timeval{2, 123456}); // no whole number of ticks
    if (type == "in_addr{}")
        return bytes_of(in_addr{htonl(INADDR_LOOPBACK)});
    if (type == "ip_mreq{}")
        return bytes_of(ip_mreq{{htonl(group)}, {htonl(INADDR_LOOPBACK)}});
    if (type == "ip_mreq_source{}")
        return bytes_of(ip_mreq_source{{htonl(group)}, {htonl(INADDR_LOOPBACK)}, {htonl(source)}});
    if (type == "ipv6_mreq{}") {
        ipv6_mreq request{};
        inet_pton(AF_INET6, "ff02::1234", &request.ipv6mr_multiaddr);
        request.ipv6mr_interface = loopback;
        return bytes_of(request);
    }
    if (type == "icmp6_filter{}") {
        icmp6_filter filter;
        ICMP6_FILTER_SETBLOCKALL(&filter);
        return bytes_of(filter);
    }
    if (type == "sockaddr_in6{}") {
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_addr = in6addr_loopback;
        return bytes_of(address);
    }
    if (type == "group_req{}" || name == "MCAST_LEAVE_GROUP") { // the lecture's table has group_source_req there
        group_req request{};
        request.gr_interface = loopback;
        request.gr_group = group_address(domain);
        return bytes_of(request);
    }
    if (type == "group_source_req{}") {
        group_source_req request{};
        request.gsr_interface = loopback;
        request.gsr_group = group_address(domain);
        request.gsr_source = source_address(domain);
        return bytes_of(request);
    }
    if (type == "in6_pktinfo{}") {
        in6_pktinfo info{};
        info.ipi6_ifindex = loopback;
        return bytes_of(info);
    }
    if (name == "IP_OPTIONS")
        return Bytes{std::byte(1), std::byte(1), std::byte(1), std::byte(0)}; // no operation, three times, and the end
    return {};
}

int number_to_set(const OptionRow &row, int64_t now)
{
    if (row.flag)
        return now == 0;
    const std::string_view name = row.name;
    if (name == "SO_RCVBUF")
        return 10'000; // comes back doubled
    if (name == "SO_SNDBUF")
        return 1; // below the floor
    if (name == "IP_TOS" || name == "IPV6_TCLASS")
        return 0x10;
    if (name == "TCP_MAXSEG")
        return 1'000;
    if (name == "IPV6_CHECKSUM")
        return 2;
    if (name == "IPV6_MULTICAST_IF")
        return int(if_nametoindex("lo"));
    if (name == "IP_MULTICAST_LOOP" || name == "IPV6_MULTICAST_LOOP")
        return now == 0;
    return 33;
}

std::optional<Bytes> worth_setting(const OptionRow &row, SocketKind kind, const std::optional<Bytes> &now)
{
    if (!row.set)
        return {};
    if (row.layout != Layout::integer && row.layout != Layout::byte)
        return structured(row, kind);
    const int number = number_to_set(row, now ? number_in(row.layout, *now).value_or(0) : 0);
    return row.layout == Layout::byte ? bytes_of(static_cast<unsigned char>(number)) : bytes_of(number);
}

bool lacks(int error)
{
    return error == ENOPROTOOPT || error == EOPNOTSUPP || error == EPROTONOSUPPORT || error == EPROTO;
}

bool has_protocol(int protocol)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, protocol);
    if (fd != -1)
        ::close(fd);
    return fd != -1 || errno != EPROTONOSUPPORT;
}

// Whether a socket of that kind has the option: it can be read, or set.
bool has(const OptionRow &row, SocketKind kind)
{
    const FreshSocket socket(kind);
    if (socket.error())
        return false;
    int error = 0;
    const auto now = get(socket.fd(), row, kind, error);
    if (now || !lacks(error))
        return true;
    const auto value = worth_setting(row, kind, now);
    return value
        && (::setsockopt(socket.fd(), level_of(row, kind), *header_constant(row.name), value->data(), socklen_t(value->size())) == 0 || !lacks(errno));
}

} // namespace

std::optional<SocketKind> socket_kind(std::string_view name) noexcept
{
    const auto found = std::ranges::find(kinds, name, &KindRow::name);
    return found == std::end(kinds) ? std::nullopt : std::optional(found->kind);
}

std::string_view name_of(SocketKind kind) noexcept
{
    return row_of(kind).name;
}

std::span<const SocketKind> socket_kinds() noexcept
{
    return all_kinds;
}

std::optional<int64_t> number_in(Layout layout, const Bytes &value) noexcept
{
    if (layout == Layout::byte && value.size() == 1)
        return int64_t(value[0]);
    int number = 0;
    if (layout != Layout::integer || value.size() != sizeof number)
        return {};
    std::memcpy(&number, value.data(), sizeof number);
    return number;
}

OptionAnswer ask_option(const OptionRow &row, SocketKind kind)
{
    OptionAnswer answer;
    if (!row.stands_for.empty()) {
        answer.missing = OptionAnswer::several;
        return answer;
    }
    if (!header_constant(row.name)) {
        answer.missing = OptionAnswer::header;
        return answer;
    }
    const FreshSocket socket(kind);
    if (socket.error()) {
        answer.error = socket.error();
        answer.missing = socket.error() == EPERM || socket.error() == EACCES ? OptionAnswer::right : OptionAnswer::nowhere;
        return answer;
    }
    answer.value = get(socket.fd(), row, kind, answer.error);
    answer.set_to = worth_setting(row, kind, answer.value);
    if (answer.set_to) {
        const int result = ::setsockopt(socket.fd(), level_of(row, kind), *header_constant(row.name), answer.set_to->data(),
                                        socklen_t(answer.set_to->size()));
        answer.set_error = result == -1 ? errno : 0;
        int error = 0;
        if (result == 0)
            answer.read_back = get(socket.fd(), row, kind, error);
    }
    const bool set_lacks = !answer.set_to || lacks(answer.set_error);
    if (answer.value || !lacks(answer.error) || !set_lacks)
        return answer;
    if (row.level == "IPPROTO_SCTP" && !has_protocol(IPPROTO_SCTP)) {
        answer.missing = OptionAnswer::protocol;
        return answer;
    }
    std::ranges::copy_if(all_kinds, std::back_inserter(answer.kinds), [&](SocketKind other) { return other != kind && has(row, other); });
    answer.missing = answer.kinds.empty() ? OptionAnswer::kernel : OptionAnswer::other_kind;
    return answer;
}

} // namespace bench
