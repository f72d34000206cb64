// SPDX-License-Identifier: MIT
#include "calls/names.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/socket.h>

namespace calls {
namespace {

constexpr int signals = 64;
constexpr int64_t type_flags = SOCK_NONBLOCK | SOCK_CLOEXEC;
constexpr Constant flags_of_types[] = {{SOCK_NONBLOCK, "SOCK_NONBLOCK"}, {SOCK_CLOEXEC, "SOCK_CLOEXEC"}};
constexpr Constant access_modes[] = {{O_RDONLY, "O_RDONLY"}, {O_WRONLY, "O_WRONLY"}, {O_RDWR, "O_RDWR"}};

std::string hexadecimal(uint64_t value)
{
    char digits[16];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), value, 16).ptr;
    return "0x" + std::string(digits, end);
}

std::string name_in(std::span<const Constant> table, int64_t value, int64_t level = no_level)
{
    const auto found = std::ranges::find_if(table, [=](const Constant &one) { return one.value == value && one.level == level; });
    return found == table.end() ? std::to_string(value) : std::string(found->name);
}

void join(std::string &to, std::string_view name)
{
    to += to.empty() ? "" : "|";
    to += name;
}

// The names of the bits that are on, those without a name as one number at the end.
void join_bits(std::string &to, std::span<const Constant> table, uint64_t bits)
{
    for (const Constant &bit : table)
        if (bits & uint64_t(bit.value)) {
            join(to, bit.name);
            bits &= ~uint64_t(bit.value);
        }
    if (bits)
        join(to, hexadecimal(bits));
}

std::string signal_name(int64_t signal)
{
    if (signal == SIGIO) // the C library calls it SIGPOLL
        return "SIGIO";
    if (signal >= SIGRTMIN && signal <= SIGRTMAX)
        return signal == SIGRTMIN ? "SIGRTMIN" : "SIGRTMIN+" + std::to_string(signal - SIGRTMIN);
    const char *name = signal > 0 && signal < NSIG ? sigabbrev_np(int(signal)) : nullptr;
    return name ? std::string("SIG") + name : std::to_string(signal);
}

// A si_code means something else for each of these signals (sigaction(2)).
int64_t level_of_code(int64_t code, int64_t signal)
{
    constexpr int others[] = {SIGILL, SIGFPE, SIGSEGV, SIGBUS, SIGTRAP, SIGCHLD, SIGSYS};
    return code > 0 && code < SI_KERNEL && std::ranges::find(others, signal) != std::end(others) ? signal : no_level;
}

std::optional<int64_t> integer(std::string_view text)
{
    const bool hexadecimal = text.starts_with("0x");
    const std::string_view digits = text.substr(hexadecimal ? 2 : 0);
    int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number, hexadecimal ? 16 : 10);
    return error == std::errc() && end == digits.end() ? std::optional(number) : std::nullopt;
}

std::optional<int64_t> number_in(std::span<const Constant> table, std::string_view name, int64_t level)
{
    const auto found = std::ranges::find_if(table, [=](const Constant &one) { return one.name == name && one.level == level; });
    return found == table.end() ? integer(name) : std::optional(found->value);
}

std::optional<int64_t> one_number(Type type, std::string_view name, int64_t beside)
{
    if (type == Type::signal || type == Type::signal_mask) {
        for (int signal = 1; signal <= signals; ++signal)
            if (signal_name(signal) == name)
                return type == Type::signal ? signal : int64_t(uint64_t(1) << (signal - 1));
        return integer(name);
    }
    if (type == Type::error) {
        for (int error = 1; error < 256; ++error)
            if (error_name(error) == name)
                return error;
        return integer(name);
    }
    for (const std::span<const Constant> more : {type == Type::socket_type ? std::span(flags_of_types) : std::span<const Constant>(),
                                                 type == Type::status_flags ? std::span(access_modes) : std::span<const Constant>()})
        if (const auto found = std::ranges::find(more, name, &Constant::name); found != more.end())
            return found->value;
    if (type == Type::si_code)
        if (const auto found = std::ranges::find(constants(type), name, &Constant::name); found != constants(type).end())
            return found->value;
    return number_in(constants(type), name, type == Type::option ? beside : no_level);
}

} // namespace

int64_t beside(const Event &event, Type type) noexcept
{
    return type == Type::si_code ? value(event, "signal").value_or(-1) : value(event, "level").value_or(SOL_SOCKET);
}

std::string name_of(Type type, int64_t value, int64_t beside)
{
    std::string text;
    switch (type) {
    case Type::signal: return signal_name(value);
    case Type::error: return error_name(int(value));
    case Type::hexadecimal: return hexadecimal(uint64_t(value));
    case Type::option: return name_in(constants(type), value, beside);
    case Type::si_code: return name_in(constants(type), value, level_of_code(value, beside));
    case Type::signal_mask:
        for (int signal = 1; signal <= signals; ++signal)
            if (uint64_t(value) >> (signal - 1) & 1)
                join(text, signal_name(signal));
        return text.empty() ? "0" : text;
    case Type::socket_type:
        join(text, name_in(constants(type), value & ~type_flags));
        join_bits(text, flags_of_types, uint64_t(value & type_flags));
        return text;
    case Type::status_flags:
        join(text, name_in(access_modes, value & O_ACCMODE));
        join_bits(text, constants(type), uint64_t(value & ~int64_t(O_ACCMODE)));
        return text;
    default: break;
    }
    if (!is_bits(type))
        return name_in(constants(type), value);
    join_bits(text, constants(type), type == Type::poll_events ? value & 0xffff : type == Type::action_flags ? uint64_t(value) : uint32_t(value));
    return text.empty() ? "0" : text;
}

std::optional<int64_t> number_of(Type type, std::string_view name, int64_t beside)
{
    if (!is_bits(type))
        return one_number(type, name, beside);
    int64_t bits = 0;
    for (size_t begin = 0; begin <= name.size();) {
        const size_t end = std::min(name.find('|', begin), name.size());
        const auto one = one_number(type, name.substr(begin, end - begin), beside);
        if (!one)
            return {};
        bits |= *one;
        begin = end + 1;
    }
    return bits;
}

std::string error_name(int error)
{
    const char *name = strerrorname_np(error);
    return name ? name : std::to_string(error);
}

std::span<const std::byte> preview(const Event &event) noexcept
{
    for (const Field &field : row(event.call).all())
        if (field.type == Type::preview && has_field(event, field)) {
            const size_t kept = field.slot == Slot::both_words ? sizeof event.words : sizeof event.words[0];
            const int64_t room = value(event, "length").value_or(INT64_MAX); // MSG_TRUNC: more is told than was copied
            const size_t moved = size_t(std::clamp<int64_t>(event.result, 0, std::max<int64_t>(room, 0)));
            return std::as_bytes(std::span(event.words)).first(std::min(moved, kept));
        }
    return {};
}

std::string quoted(std::span<const std::byte> bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::byte each : bytes) {
        const uint8_t byte = uint8_t(each);
        switch (byte) {
        case '\n': text += "\\n"; break;
        case '\r': text += "\\r"; break;
        case '\t': text += "\\t"; break;
        case '\\': text += "\\\\"; break;
        default:
            if (byte >= 0x20 && byte < 0x7f)
                text += char(byte);
            else
                text.append("\\x").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
        }
    }
    return text;
}

} // namespace calls
