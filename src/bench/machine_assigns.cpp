// SPDX-License-Identifier: MIT
// Declarations, and what an assignment puts where.
#include "bench/machine.h"

#include <algorithm>

namespace bench {
namespace {

using traced::Here;

struct KindOfType {
    std::string_view type;
    Variable::Kind one, several;
};
constexpr KindOfType kinds[] = {
    {"int", Variable::number, Variable::numbers},       {"socklen_t", Variable::number, Variable::numbers},
    {"ssize_t", Variable::number, Variable::numbers},   {"char", Variable::number, Variable::buffer},
    {"fd_set", Variable::set, Variable::set},           {"sigset_t", Variable::mask, Variable::mask},
    {"struct timeval", Variable::timeval, Variable::timeval}, {"struct timespec", Variable::timespec, Variable::timespec},
    {"struct linger", Variable::linger, Variable::linger}, {"struct pollfd", Variable::pollfds, Variable::pollfds},
    {"struct sockaddr_in", Variable::address, Variable::address}, {"struct epoll_event", Variable::events, Variable::events},
    {"struct sigaction", Variable::action, Variable::action}, {"struct aiocb", Variable::request, Variable::request},
};

} // namespace

bool Machine::declare(const Statement &statement, const Term &target)
{
    const bool several = target.kind == Term::index;
    const Term &name = several ? target.parts[0] : target;
    if (name.kind != Term::name)
        return fail({.what = Wrong::not_assignable, .column = target.column});
    const auto kind = std::ranges::find(kinds, statement.type, &KindOfType::type);
    if (known_call(name.word) || computes(name.word) || constant(name.word))
        return fail({.what = Wrong::reserved, .column = name.column, .word = name.word});
    size_t places = 1;
    if (several) {
        const auto size = number(target.parts[1]);
        if (!size)
            return false;
        if (*size < 1 || *size > INT32_MAX || kind->one == kind->several)
            if (*size < 1 || *size > INT32_MAX || (kind->several != Variable::pollfds && kind->several != Variable::events))
                return fail({.what = Wrong::too_large, .column = target.parts[1].column, .number = *size});
        places = size_t(*size);
    }
    const Variable::Kind made = several ? kind->several : kind->one;
    if (const Variable *there = m_variables.find(name.word)) {
        if (there->kind == made && there->places() == places)
            return true;
        return fail({.what = Wrong::other_kind, .column = name.column, .word = name.word});
    }
    return m_variables.make(name.word, made, places) || fail({.what = Wrong::too_large, .column = name.column, .number = int64_t(places)});
}

bool Machine::assign(const Term &target, int64_t value, Here here)
{
    if (target.kind == Term::name && !m_variables.find(target.word)) {
        if (known_call(target.word) || computes(target.word) || constant(target.word))
            return fail({.what = Wrong::reserved, .column = target.column, .word = target.word});
        if (!m_variables.make(target.word, Variable::number))
            return fail({.what = Wrong::too_large, .column = target.column});
    }
    Variable *variable = nullptr;
    size_t index = 0;
    std::string member;
    if (!member_of(target, variable, index, member))
        return false;
    const traced::Value given(int(value), here);
    if (variable->kind == Variable::number && member.empty()) {
        traced::assign_number(variable->recorded, variable->value, given);
        return true;
    }
    if (variable->kind == Variable::pollfds && member == "fd") {
        traced::assign_slot(variable->recorded, int(index), variable->polled[index].fd, given);
        return true;
    }
    if (variable->kind == Variable::numbers && member.empty() && target.kind == Term::index) {
        traced::assign_slot(variable->recorded, int(index), variable->several[index], given);
        return true;
    }
    if ((target.kind == Term::name && variable->kind != Variable::number) || !variable->set_member(index, member, value))
        return fail({.what = member.empty() ? Wrong::other_kind : Wrong::unknown_member, .column = target.column,
                     .word = member.empty() ? variable->name : member});
    return true;
}

// {…}, "…", or another set. `done` stays false when `value` is a number.
bool Machine::assign_whole(const Term &target, const Term &value, Here here, bool &done)
{
    if (value.kind == Term::braces) {
        done = true;
        return assign_braces(target, value, here);
    }
    if (target.kind == Term::member && target.word == "aio_buf") {
        done = true;
        return assign_buffer(target, value);
    }
    if (target.kind != Term::name)
        return true;
    Variable *variable = m_variables.find(target.word);
    if (value.kind == Term::text) {
        done = true;
        if (known_call(target.word) || constant(target.word))
            return fail({.what = Wrong::reserved, .column = target.column, .word = target.word});
        if (!variable)
            variable = m_variables.make(target.word, Variable::buffer, value.word.size() + 1);
        if (!variable)
            return fail({.what = Wrong::too_large, .column = target.column});
        if (variable->kind != Variable::buffer)
            return fail({.what = Wrong::other_kind, .column = target.column, .word = target.word});
        if (value.word.size() + 1 > variable->bytes.size())
            return fail({.what = Wrong::no_room, .column = value.column, .word = target.word, .number = int64_t(value.word.size()) + 1,
                         .room = int64_t(variable->bytes.size())});
        std::copy_n(value.word.c_str(), value.word.size() + 1, variable->bytes.begin());
        return true;
    }
    const Variable *from = value.kind == Term::name ? m_variables.find(value.word) : nullptr;
    if (!from || from->kind == Variable::number)
        return true;
    done = true;
    if (!variable && !known_call(target.word) && !constant(target.word))
        variable = from->kind == Variable::set ? m_variables.make(target.word, Variable::set) : nullptr;
    if (!variable || from->kind != variable->kind)
        return fail({.what = Wrong::other_kind, .column = value.column, .word = value.word});
    switch (variable->kind) {
    case Variable::set: *variable->descriptors = traced::fd_set(*from->descriptors, here); return true;
    case Variable::timeval: variable->time = from->time; return true;
    case Variable::timespec: variable->precise = from->precise; return true;
    case Variable::linger: variable->lingers = from->lingers; return true;
    case Variable::address: variable->place = from->place; return true;
    default: return fail({.what = Wrong::other_kind, .column = value.column, .word = value.word});
    }
}

// r.aio_buf = buffer
bool Machine::assign_buffer(const Term &target, const Term &value)
{
    Variable *request = target.parts[0].kind == Term::name ? named(target.parts[0], Variable::request, 1) : nullptr;
    if (!request)
        return target.parts[0].kind == Term::name ? false : fail({.what = Wrong::not_assignable, .column = target.column});
    if (value.kind != Term::name)
        return fail({.what = Wrong::wrong_kind, .column = value.column, .wanted = Wrong::a_buffer});
    if (request->outstanding())
        return fail({.what = Wrong::busy, .column = target.column, .word = request->name});
    Argument buffer;
    if (!named_array(Param::in, value, buffer))
        return false;
    request->buffer_of = buffer.variable;
    request->block->aio_buf = buffer.variable->data();
    return true;
}

// list = {&r1, &r2}
bool Machine::assign_requests(const Term &target, const Term &value)
{
    std::vector<Variable *> all;
    for (const Term &part : value.parts) {
        if (part.kind != Term::address || part.parts[0].kind != Term::name)
            return fail({.what = Wrong::wrong_kind, .column = part.column, .wanted = Wrong::a_request});
        Variable *request = named(part.parts[0], Variable::request, 1);
        if (!request)
            return false;
        all.push_back(request);
    }
    Variable *list = target.kind == Term::name ? named(target, Variable::requests, 1) : nullptr;
    if (!list)
        return target.kind == Term::name ? false : fail({.what = Wrong::not_assignable, .column = target.column});
    if (list->listed.size() > 0 && list->listed.size() != all.size())
        return fail({.what = Wrong::no_room, .column = value.column, .word = list->name, .number = int64_t(all.size()), .room = int64_t(list->listed.size())});
    list->listed = std::move(all);
    return true;
}

bool Machine::assign_braces(const Term &target, const Term &value, Here here)
{
    if (!value.parts.empty() && value.parts[0].kind == Term::address)
        return assign_requests(target, value);
    Groups groups;
    const bool nested = !value.parts.empty() && std::ranges::any_of(value.parts, [](const Term &part) { return part.kind == Term::braces; });
    const auto add = [&](std::vector<int64_t> &group, const Term &term) {
        const auto one = number(term);
        group.push_back(one.value_or(0));
        return one.has_value();
    };
    if (!nested)
        groups.emplace_back();
    for (const Term &part : value.parts) {
        if (part.kind != Term::braces) {
            if (nested)
                groups.emplace_back();
            if (!add(groups.back(), part))
                return false;
            continue;
        }
        groups.emplace_back();
        for (const Term &inner : part.parts)
            if (inner.kind == Term::braces || !add(groups.back(), inner))
                return inner.kind == Term::braces ? fail({.what = Wrong::wrong_kind, .column = inner.column, .wanted = Wrong::a_number}) : false;
    }
    if (target.kind == Term::index || target.kind == Term::member) { // fds[0] = {4, POLLIN}
        Variable *variable = nullptr;
        size_t index = 0;
        std::string member;
        if (!member_of(target, variable, index, member))
            return false;
        const std::vector<int64_t> group = groups.empty() ? std::vector<int64_t>() : groups[0];
        const auto at = [&](size_t i) { return i < group.size() ? group[i] : 0; };
        if (variable->kind == Variable::pollfds && member.empty() && groups.size() <= 1 && group.size() <= 3) {
            traced::assign_slot(variable->recorded, int(index), variable->polled[index].fd, {int(at(0)), here});
            variable->polled[index].events = short(at(1));
            variable->polled[index].revents = short(at(2));
            return true;
        }
        if (variable->kind == Variable::events && member.empty() && groups.size() <= 1 && group.size() <= 2) {
            variable->told[index].events = uint32_t(at(0));
            variable->told[index].data.fd = int(at(1));
            return true;
        }
        return fail({.what = Wrong::other_kind, .column = target.column, .word = variable->name});
    }
    if (known_call(target.word) || computes(target.word) || constant(target.word))
        return fail({.what = Wrong::reserved, .column = target.column, .word = target.word});
    Variable *variable = m_variables.find(target.word);
    if (!variable)
        variable = m_variables.make(target.word, Variable::braces);
    if (!variable)
        return fail({.what = Wrong::too_large, .column = target.column});
    if (!Variables::assign(*variable, groups))
        return variable->places() > 1 && value.parts.size() > variable->places()
            ? fail({.what = Wrong::no_room, .column = value.column, .word = target.word, .number = int64_t(value.parts.size()), .room = int64_t(variable->places())})
            : fail({.what = Wrong::other_values, .column = value.column, .word = target.word});
    if (variable->kind == Variable::pollfds)
        for (size_t i = 0; i < std::min(groups.size(), variable->polled.size()); ++i)
            traced::assign_slot(variable->recorded, int(i), variable->polled[i].fd, {variable->polled[i].fd, here});
    return true;
}

} // namespace bench
