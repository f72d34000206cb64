// SPDX-License-Identifier: MIT
// The calls that can be typed, and what each of their arguments is. The constants are those of calls/names.h.
#pragma once

#include "bench/variables.h"
#include "calls/schema.h"
#include "posix/traced_terminal.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// What stands in an argument's place.
enum class Param : uint8_t {
    none,
    number,
    in,         // an array the kernel writes to; its size is next
    out,        // a string, or an array it reads; its size is next
    size,       // of the argument before
    set, timeval, timespec, mask, action, event, // &name; `or_null`
    address,    // &name of a sockaddr_in the kernel reads; its size is next
    peer,       // &name of one that it writes, or NULL
    length,     // &name of an int, or NULL: what there is room for, and how much came
    value,      // setsockopt(): &name, or a string; its size is next
    answer,     // getsockopt(): &name; its length is next
    pair,       // an int[2]
    integer,    // &name of an int
    pollfds, events, // the name of an array; how many follows, at once or later
    request, requests, // &name of a struct aiocb; the name of an array of pointers to some
    null,       // NULL
    input,      // stdin
};

struct Parameter {
    Param is = Param::none;
    bool or_null = false;
};

// An argument, ready.
struct Argument {
    int64_t number = 0;
    Variable *variable = nullptr;
    size_t index = 0;                  // of its place in an array
    const std::string *text = nullptr; // bytes, and a 0 behind them
    traced::stream *input = nullptr;
    int column = 1;

    template <typename T>
    T *pointer() const { return variable ? static_cast<T *>(variable->data()) + index : nullptr; }
    const void *bytes() const { return text ? text->c_str() : variable ? variable->data() : nullptr; }
    size_t room() const { return text ? text->size() + 1 : variable ? variable->size() : 0; }
};
using Arguments = std::array<Argument, 6>;

struct KnownCall {
    std::string_view name;
    calls::Call call = calls::Call::count_;
    Parameter parameters[6]{};
    int64_t (*run)(const Arguments &, traced::Here) = nullptr;
    bool gives = true; // a value: not FD_ZERO, FD_SET, FD_CLR

    constexpr size_t arity() const
    {
        size_t count = 0;
        while (count < std::size(parameters) && parameters[count].is != Param::none)
            ++count;
        return count;
    }
};
std::span<const KnownCall> known_calls() noexcept;
const KnownCall *known_call(std::string_view name) noexcept; // nullptr: there is none
// What a call without a thread of its own does with numbers: htons, htonl, gettid, getpid. None: there is no such.
std::optional<int64_t> computed(std::string_view name, const std::vector<int64_t> &arguments);
bool computes(std::string_view name) noexcept; // or is otherwise no name for a variable

std::optional<int64_t> constant(std::string_view name); // "O_NONBLOCK", "SIGIO", "INADDR_LOOPBACK"
std::vector<std::string_view> constant_names();

} // namespace bench
