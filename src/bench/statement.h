// SPDX-License-Identifier: MIT
// One statement of the bench, as it was typed: a declaration, an assignment, a call. The grammar is in the README.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace bench {

// Why a statement cannot be run, and where.
struct Wrong {
    enum What : uint8_t {
        // it does not parse
        expected,      // `word` is: ")", ";"
        value_expected, name_expected, type_expected,
        open_text,     // a string without its end
        bad_escape,    // of a string
        bad_number,
        large_number,  // `word`
        no_character,  // `word` is in ' ', and not one character
        two_statements,
        unknown_operator, // `word`
        too_long, too_deep,
        reserved,      // `word` means something in C, or to the bench: no name for a variable
        no_program,    // `word` belongs to a program: if, while, return, main
        reads_errno,
        // it cannot be run
        unknown_call,  // `nearest`
        unknown_name,  // neither a variable nor a constant; `nearest`
        unknown_member,
        wrong_count,   // `word` takes `number` arguments
        wrong_kind,    // `wanted` is, there
        other_kind,    // the variable `word` is something else
        not_assignable,
        outside_set,   // `number` is no descriptor an fd_set has room for
        outside_array, // a call would write, or read, `number` of `word`, which has not so many
        no_place,      // `word` has `room` places, and none of index `number`
        no_room,       // `word` has `room` places, and is given `number`
        other_values,  // `word` cannot take what is in the braces
        other_address, // `word` is not of this machine's loopback; empty: not even of AF_INET
        host_order,    // `word` would be of it, had it gone through htonl()
        other_domain, other_command, other_option, other_signal, other_process,
        too_large,     // more memory than the bench gives
        busy,          // the request `word` has not been done yet
        no_buffer,     // the request `word` has none
    } what = expected;
    int column = 1; // from 1
    std::string word{};
    std::vector<std::string> nearest{};
    int64_t number = 0, room = 0;
    enum Wanted : uint8_t {
        nothing, a_number, a_buffer, bytes, a_set, a_timeval, an_address, a_size, pollfds, a_value, a_pair, an_int, events, an_event, a_timespec,
        a_mask, an_action, a_request, requests, null,
    } wanted = nothing;
};

// Part of a statement.
struct Term {
    enum Kind : uint8_t {
        number,  // `value`
        text,    // `word`: its bytes, without the final 0
        name,    // a variable, a constant, or a type after sizeof
        call,    // word(parts…)
        unary,   // `word` is - or ~
        binary,  // `word` is + - & | between parts[0] and parts[1]
        address, // &parts[0]
        size_of, // sizeof parts[0]
        braces,  // {parts…}
        index,   // parts[0][parts[1]]
        member,  // parts[0].word
    } kind = number;
    int column = 1;
    std::string word{};
    int64_t value = 0;
    std::vector<Term> parts{};
};

struct Statement {
    std::string type{};           // of a declaration: "int", "struct timeval"; else empty
    struct Part {
        std::optional<Term> target{}; // what is declared, or assigned to
        std::optional<Term> value{};  // what it becomes; alone: a call
    };
    std::vector<Part> parts{};    // several: int a, b;  none: there was only a comment, or nothing
    std::string text{};           // as typed, without comments and white space around it
};

// Reads one statement; the final ';' may be missing.
std::variant<Statement, Wrong> parse(std::string_view line);

// Of `names` those like `word`, the nearest first, at most three.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view> &names);

} // namespace bench
