// SPDX-License-Identifier: MIT
// What an expression is worth.
#include "bench/machine.h"

#include <algorithm>

namespace bench {
namespace {

size_t size_of_type(std::string_view type)
{
    constexpr std::pair<std::string_view, size_t> sizes[] = {
        {"int", sizeof(int)}, {"socklen_t", sizeof(socklen_t)}, {"ssize_t", sizeof(ssize_t)}, {"char", 1}, {"fd_set", sizeof(::fd_set)},
        {"sigset_t", sizeof(sigset_t)}, {"struct timeval", sizeof(::timeval)}, {"struct timespec", sizeof(::timespec)},
        {"struct linger", sizeof(::linger)}, {"struct pollfd", sizeof(::pollfd)}, {"struct sockaddr_in", sizeof(sockaddr_in)},
        {"struct epoll_event", sizeof(epoll_event)}, {"struct sigaction", sizeof(struct sigaction)}, {"struct aiocb", sizeof(::aiocb)}};
    const auto found = std::ranges::find(sizes, type, &std::pair<std::string_view, size_t>::first);
    return found == std::end(sizes) ? 0 : found->second;
}

bool is_int(int64_t value)
{
    return value >= INT32_MIN && value <= INT32_MAX;
}

} // namespace

// Of a place in a variable: tv.tv_sec, fds[1].revents, ends[0], addr.sin_addr.s_addr.
bool Machine::member_of(const Term &term, Variable *&variable, size_t &index, std::string &member)
{
    const Term *at = &term;
    while (at->kind == Term::member) {
        member = member.empty() ? at->word : at->word + "." + member;
        at = &at->parts[0];
    }
    index = 0;
    if (at->kind == Term::index) {
        const auto place = number(at->parts[1]);
        if (!place)
            return false;
        index = size_t(*place);
        at = &at->parts[0];
    }
    if (at->kind != Term::name)
        return fail({.what = Wrong::not_assignable, .column = term.column});
    variable = m_variables.find(at->word);
    if (!variable)
        return fail({.what = Wrong::unknown_name, .column = at->column, .word = at->word, .nearest = nearest(at->word, m_variables.names())});
    if (index >= variable->places())
        return fail({.what = Wrong::no_place, .column = at->column, .word = at->word, .number = int64_t(index), .room = int64_t(variable->places())});
    return true;
}

std::optional<int64_t> Machine::size_of(const Term &term)
{
    const Term &of = term.parts[0];
    if (of.kind == Term::text)
        return int64_t(of.word.size()) + 1;
    if (of.kind == Term::name) {
        if (const size_t size = size_of_type(of.word))
            return int64_t(size);
        const Variable *variable = m_variables.find(of.word);
        if (variable && variable->kind != Variable::braces)
            return int64_t(variable->size());
        fail({.what = Wrong::unknown_name, .column = of.column, .word = of.word, .nearest = nearest(of.word, m_variables.names())});
        return {};
    }
    Variable *variable = nullptr;
    size_t index = 0;
    std::string member;
    if (!member_of(of, variable, index, member))
        return {};
    if (!member.empty())
        return int64_t(sizeof(int));
    return int64_t(variable->size() / std::max<size_t>(1, variable->places()));
}

std::optional<int64_t> Machine::number(const Term &term, int depth)
{
    switch (term.kind) {
    case Term::number: return term.value;
    case Term::size_of: return size_of(term);
    case Term::name: {
        if (const Variable *variable = m_variables.find(term.word)) {
            if (variable->kind == Variable::number)
                return variable->value;
            fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = Wrong::a_number});
            return {};
        }
        if (const auto known = constant(term.word))
            return known;
        std::vector<std::string_view> names = m_variables.names();
        const auto more = constant_names();
        names.insert(names.end(), more.begin(), more.end());
        fail({.what = Wrong::unknown_name, .column = term.column, .word = term.word, .nearest = nearest(term.word, names)});
        return {};
    }
    case Term::call: {
        std::vector<int64_t> arguments;
        for (const Term &part : term.parts) {
            const auto one = number(part, depth + 1);
            if (!one)
                return {};
            arguments.push_back(*one);
        }
        if (const auto value = computed(term.word, arguments))
            return value;
        if (computes(term.word))
            fail({.what = Wrong::wrong_count, .column = term.column, .word = term.word, .number = term.word.starts_with("get") ? 0 : 1});
        else
            fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = Wrong::a_number});
        return {};
    }
    case Term::unary: {
        const auto of = number(term.parts[0], depth + 1);
        return of ? std::optional<int64_t>(int(term.word == "-" ? -*of : ~*of)) : std::nullopt;
    }
    case Term::binary: {
        const auto left = number(term.parts[0], depth + 1);
        const auto right = left ? number(term.parts[1], depth + 1) : std::nullopt;
        if (!right)
            return {};
        const int64_t a = *left, b = *right, sum = term.word == "+" ? a + b : term.word == "-" ? a - b : 0;
        if (is_int(a) && is_int(b) && !is_int(sum)) { // which C leaves undefined
            fail({.what = Wrong::large_number, .column = term.column, .word = std::to_string(sum)});
            return {};
        }
        return term.word == "|" ? a | b : term.word == "&" ? a & b : int64_t(int(uint32_t(sum)));
    }
    case Term::index:
    case Term::member: {
        Variable *variable = nullptr;
        size_t index = 0;
        std::string member;
        if (!member_of(term, variable, index, member))
            return {};
        const auto value = variable->get(index, member);
        if (!value)
            fail({.what = member.empty() ? Wrong::wrong_kind : Wrong::unknown_member, .column = term.column, .word = member, .wanted = Wrong::a_number});
        return value;
    }
    case Term::text:
    case Term::address:
    case Term::braces: break;
    }
    fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = Wrong::a_number});
    return {};
}

} // namespace bench
