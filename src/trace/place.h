// SPDX-License-Identifier: MIT
// Where in a source file something stands, small enough to be recorded with every event. Any thread; async-signal-safe.
#pragma once

#include <cstdint>
#include <source_location>

namespace trace {

struct Here {
    const char *file;
    uint32_t line;
    consteval Here(std::source_location place) : file(place.file_name()), line(place.line()) {}
    // A line of a text that is read while the program runs. `name` is a string literal.
    constexpr Here(const char *name, uint32_t of_text) : file(name), line(of_text) {}
};

// A file, until the names of all are gathered: how far its name is, in bytes, from a fixed one among the program's read-only data.
inline constexpr char anchor[] = "";
inline uint32_t place_of(const char *name) noexcept
{
    return uint32_t(name - anchor);
}
// Its base name: "select.cpp".
const char *file_name(uint32_t place) noexcept;

} // namespace trace
