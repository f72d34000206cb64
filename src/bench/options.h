// SPDX-License-Identifier: MIT
// Socket options, getsockopt(2), setsockopt(2): every row of the lecture's two tables (UNP 7.2, figures 7.1 and 7.2), and what this
// kernel makes of each, asked on a fresh socket, so that a set disturbs no other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// How the value of an option is laid out.
enum class Layout : uint8_t { integer, byte, linger, timeval, address, bytes };

struct OptionRow {
    std::string_view level, name; // "SOL_SOCKET"; "IPPROTO_IP or IPPROTO_IPV6": the socket's own
    bool get = false, set = false; // as the lecture's table has them
    bool flag = false;
    std::string_view type;        // as the lecture writes it: "linger{}"
    std::string_view header;      // that has its name, or should
    Layout layout = Layout::integer;
    std::string_view stands_for{}; // no option of its own: these are
};
std::span<const OptionRow> option_rows() noexcept;
// The number of an option, or of a level, in the headers this was compiled with; nothing: they lack it.
std::optional<int> header_constant(std::string_view name) noexcept;

enum class SocketKind : uint8_t { tcp, tcp_connected, udp, raw, tcp6, udp6, raw6 };
std::optional<SocketKind> socket_kind(std::string_view name) noexcept; // "tcp-connected"
std::string_view name_of(SocketKind kind) noexcept;
std::span<const SocketKind> socket_kinds() noexcept;

using Bytes = std::vector<std::byte>;
// An option's value as one number, where its layout is of one.
std::optional<int64_t> number_in(Layout layout, const Bytes &value) noexcept;

// What the kernel answered.
struct OptionAnswer {
    std::optional<Bytes> value; // before anything was set; none: `error`
    int error = 0;              // errno
    std::optional<Bytes> set_to, read_back; // none: not tried; not read, or it could not be
    int set_error = 0;
    enum Missing : uint8_t {
        nowhere,    // it is there
        header,     // the header lacks the name
        kernel,     // this kernel has no such option, on no kind of socket
        protocol,   // this kernel does not have the protocol
        other_kind, // not on this kind of socket, but on `kinds`
        right,      // the process has not the right to such a socket
        several,    // OptionRow::stands_for
    } missing = nowhere;
    std::vector<SocketKind> kinds{};
};
OptionAnswer ask_option(const OptionRow &row, SocketKind kind);

} // namespace bench
