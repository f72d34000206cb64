// SPDX-License-Identifier: MIT
// The C names of recorded numbers: the only table of constants. "EPOLLIN|EPOLLET", "SIGRTMIN+2", "0x40", "7".
#pragma once

#include "calls/schema.h"

#include <string>

namespace calls {

// `value` as a C program writes it where an argument of that type stands; what has no name as a number. `beside`: of an
// option its level, of a si_code its signal.
std::string name_of(Type type, int64_t value, int64_t beside = -1);
// The reverse: "SO_REUSEADDR", "O_NONBLOCK|O_ASYNC", "0x40", "7". Nothing when there is no such name.
std::optional<int64_t> number_of(Type type, std::string_view name, int64_t beside = -1);

// What the names of a field of `event` hang on.
int64_t beside(const Event &event, Type type) noexcept;

// A name of a type. Options have a level; a si_code that only one signal has, that.
inline constexpr int64_t no_level = -1;
struct Constant {
    int64_t value = 0;
    std::string_view name;
    int64_t level = no_level;
};
std::span<const Constant> further_constants() noexcept; // those of no type above: INADDR_LOOPBACK, FD_SETSIZE
std::span<const Constant> constants(Type type) noexcept; // none: numbers of that type have no names here
bool is_bits(Type type) noexcept;                        // several names may be joined by '|'

std::string error_name(int error); // "EAGAIN"

// The first bytes that an event moved, as far as they are recorded: 16, of some calls 8. Good as long as the event.
std::span<const std::byte> preview(const Event &event) noexcept;
// Bytes as they stand between quotes in C: what is not printable ASCII as \n, \r, \t, \\ or \xNN.
std::string quoted(std::span<const std::byte> bytes);

// FD_SETSIZE of select(2): a set has room for descriptors below it.
inline constexpr int descriptors_in_a_set = 1024;

} // namespace calls
