// SPDX-License-Identifier: MIT
// Executes statements, each by its traced call, in the calling thread, on variables of its own.
#pragma once

#include "bench/known_calls.h"
#include "bench/statement.h"

#include <functional>
#include <memory>

namespace bench {

// What became of a statement.
struct Outcome {
    calls::Call call = calls::Call::count_; // count_: it made none
    std::optional<int64_t> value;           // what the call returned, or what was assigned; none: there is none
    int error = 0;                          // errno, when that is -1
    std::string shown{};                    // what a variable holds that is no number, or what fgets() gave: "abc\n", NULL; else empty
};

class Machine {
public:
    // `allowed`: whether a call may be made at all; it is done without otherwise.
    explicit Machine(bool other_addresses = false, std::function<bool(calls::Call)> allowed = {})
        : m_other_addresses(other_addresses), m_allowed(std::move(allowed)) {}

    // `line` is recorded with what it does. Nothing is done by a statement of which a part is wrong, from that part on.
    std::variant<Outcome, Wrong> execute(const Statement &statement, int line);
    const Variables &variables() const { return m_variables; }

private:
    using Groups = std::vector<std::vector<int64_t>>;
    bool do_part(const Statement &statement, const Statement::Part &part, traced::Here here, Outcome &outcome);
    bool declare(const Statement &statement, const Term &target);
    bool make_call(const Term &term, traced::Here here, Outcome &outcome);
    bool assign(const Term &target, int64_t value, traced::Here here);
    bool assign_whole(const Term &target, const Term &value, traced::Here here, bool &done);
    bool assign_braces(const Term &target, const Term &value, traced::Here here);
    bool assign_buffer(const Term &target, const Term &value);
    bool assign_requests(const Term &target, const Term &value);
    bool argument(Parameter parameter, const Term &term, Arguments &arguments, size_t i);
    bool pointer(Parameter parameter, const Term &term, Argument &argument, const Arguments &arguments);
    bool named_array(Param is, const Term &term, Argument &argument);
    bool may(const KnownCall &call, const Arguments &arguments);
    bool loopback(const Argument &address);
    std::optional<int64_t> number(const Term &term, int depth = 0);
    std::optional<int64_t> size_of(const Term &term);
    bool member_of(const Term &term, Variable *&variable, size_t &index, std::string &member);
    Variable *named(const Term &term, Variable::Kind kind, size_t places, bool becomes = true);
    bool fail(Wrong wrong)
    {
        m_wrong = std::move(wrong);
        return false;
    }

    const bool m_other_addresses;
    const std::function<bool(calls::Call)> m_allowed;
    Variables m_variables;
    std::unique_ptr<traced::stream> m_stdin; // made when it is read first
    Wrong m_wrong;
};

// The statements that have been executed, as a program in C that makes the same calls. They were in that order.
std::string as_c(const std::vector<Statement> &statements, const Variables &variables);

} // namespace bench
