// SPDX-License-Identifier: MIT
// What stands in an argument's place: memory of the bench's own, with as much room as the call is told.
#include "bench/machine.h"

#include <algorithm>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {
namespace {

constexpr size_t usual_buffer = 4096, usual_events = 16;

Wrong::Wanted wanted(Param is)
{
    switch (is) {
    case Param::in: return Wrong::a_buffer;
    case Param::out: return Wrong::bytes;
    case Param::set: return Wrong::a_set;
    case Param::timeval: return Wrong::a_timeval;
    case Param::timespec: return Wrong::a_timespec;
    case Param::mask: return Wrong::a_mask;
    case Param::action: return Wrong::an_action;
    case Param::event: return Wrong::an_event;
    case Param::address:
    case Param::peer: return Wrong::an_address;
    case Param::length: return Wrong::a_size;
    case Param::value:
    case Param::answer: return Wrong::a_value;
    case Param::pair: return Wrong::a_pair;
    case Param::integer: return Wrong::an_int;
    case Param::pollfds: return Wrong::pollfds;
    case Param::events: return Wrong::events;
    case Param::request: return Wrong::a_request;
    case Param::requests: return Wrong::requests;
    case Param::null: return Wrong::null;
    default: return Wrong::a_number;
    }
}

bool is_null(const Term &term)
{
    return (term.kind == Term::name && term.word == "NULL") || (term.kind == Term::number && term.value == 0);
}

// &name, &name[i], name[i]: the name; nullptr: it is none of these.
const Term *name_in(const Term &term)
{
    const Term *inner = term.kind == Term::address ? &term.parts[0] : &term;
    if (inner->kind == Term::index)
        inner = &inner->parts[0];
    return inner->kind == Term::name ? inner : nullptr;
}

} // namespace

// The variable a term names, of that kind; one is made if there is none. nullptr: m_wrong says why.
Variable *Machine::named(const Term &term, Variable::Kind kind, size_t places, bool becomes)
{
    Variable *variable = m_variables.find(term.word);
    if (!variable && (known_call(term.word) || computes(term.word) || constant(term.word))) {
        fail({.what = Wrong::reserved, .column = term.column, .word = term.word});
        return nullptr;
    }
    if (!variable) {
        variable = m_variables.make(term.word, kind, places);
        if (!variable)
            fail({.what = Wrong::too_large, .column = term.column});
        return variable;
    }
    if (variable->kind == Variable::braces && becomes && !Variables::become(*variable, kind, places)) {
        fail({.what = Wrong::other_values, .column = term.column, .word = term.word});
        return nullptr;
    }
    if (variable->kind != kind) {
        fail({.what = Wrong::other_kind, .column = term.column, .word = term.word});
        return nullptr;
    }
    return variable;
}

bool Machine::named_array(Param is, const Term &term, Argument &argument)
{
    const Term *name = name_in(term);
    const bool whole = term.kind == Term::name || (term.kind == Term::address && term.parts[0].kind == Term::name);
    if (!name || (!whole && term.kind != Term::address))
        return fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = wanted(is)});
    const Variable::Kind kind = is == Param::pollfds ? Variable::pollfds : is == Param::events || is == Param::event ? Variable::events
        : is == Param::pair ? Variable::numbers : Variable::buffer;
    const size_t places = is == Param::pair ? 2 : is == Param::events ? usual_events : is == Param::in || is == Param::out ? usual_buffer : 1;
    if (is == Param::out || is == Param::pollfds) // what is read must be there
        if (!m_variables.find(name->word))
            return fail({.what = Wrong::unknown_name, .column = name->column, .word = name->word, .nearest = nearest(name->word, m_variables.names())});
    argument.variable = named(*name, kind, places);
    if (!argument.variable)
        return false;
    if (!whole) {
        const auto index = number(term.parts[0].parts[1]);
        if (!index)
            return false;
        if (is == Param::in || is == Param::out) // a buffer is handed over from its beginning
            return fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = wanted(is)});
        const size_t there = argument.variable->places();
        if (*index < 0 || size_t(*index) >= there)
            return fail({.what = Wrong::no_place, .column = term.column, .word = name->word, .number = *index, .room = int64_t(there)});
        argument.index = size_t(*index);
    }
    if (is == Param::pair && argument.variable->places() < 2)
        return fail({.what = Wrong::outside_array, .column = term.column, .word = name->word, .number = 2});
    return true;
}

// &name of something that stands alone.
bool Machine::pointer(Parameter parameter, const Term &term, Argument &argument, const Arguments &arguments)
{
    const Param is = parameter.is;
    if (parameter.or_null && is_null(term)) // accept(s, &addr, NULL) is no use of it
        return is != Param::length || !(&argument - 1)->variable || fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = wanted(is)});
    if (is == Param::null || term.kind != Term::address || term.parts[0].kind != Term::name)
        return fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = wanted(is)});
    const Term &name = term.parts[0];
    Variable *there = m_variables.find(name.word);
    const bool is_read = is == Param::timeval || is == Param::address || is == Param::value || is == Param::action
        || (is == Param::timespec && !parameter.or_null) || (is == Param::mask && &argument == &arguments[1]);
    if (!there && is_read)
        return fail({.what = Wrong::unknown_name, .column = name.column, .word = name.word, .nearest = nearest(name.word, m_variables.names())});
    Variable::Kind kind = Variable::number;
    switch (is) {
    case Param::set: kind = Variable::set; break;
    case Param::timeval: kind = Variable::timeval; break;
    case Param::timespec: kind = Variable::timespec; break;
    case Param::mask: kind = Variable::mask; break;
    case Param::action: kind = Variable::action; break;
    case Param::request: kind = Variable::request; break;
    case Param::address:
    case Param::peer: kind = Variable::address; break;
    case Param::value:
    case Param::answer: { // as the option wants it
        const int64_t option = arguments[2].number;
        const bool timed = arguments[1].number == SOL_SOCKET && (option == SO_RCVTIMEO || option == SO_SNDTIMEO);
        const bool lingers = arguments[1].number == SOL_SOCKET && option == SO_LINGER;
        kind = timed ? Variable::timeval : lingers ? Variable::linger : Variable::number;
        if (there && there->kind != Variable::braces && there->kind != Variable::set)
            kind = there->kind;
        break;
    }
    default: break;
    }
    argument.variable = named(name, kind, 1);
    if (!argument.variable)
        return false;
    if (is == Param::length) {
        const Variable *before = (&argument - 1)->variable;
        const size_t room = before ? before->size() : 0;
        if (!there)
            argument.variable->value = argument.variable->initial = int(room);
        argument.variable->length = true;
        if (argument.variable->value < 0 || size_t(argument.variable->value) > room)
            return fail({.what = Wrong::outside_array, .column = term.column, .word = before ? before->name : "NULL", .number = argument.variable->value});
    }
    return true;
}

bool Machine::argument(Parameter parameter, const Term &term, Arguments &arguments, size_t i)
{
    Argument &argument = arguments[i];
    argument.column = term.column;
    switch (parameter.is) {
    case Param::number:
    case Param::size: {
        const auto value = number(term);
        if (!value)
            return false;
        argument.number = *value;
        if (parameter.is == Param::number)
            return true;
        const Argument &array = arguments[i - 1];
        const Variable::Kind kind = array.variable ? array.variable->kind : Variable::number;
        const bool counted = kind == Variable::requests || kind == Variable::pollfds || kind == Variable::events;
        const size_t room = counted ? array.variable->places() - array.index : array.room();
        if (*value < 0 || size_t(*value) > room)
            return fail({.what = Wrong::outside_array, .column = term.column,
                         .word = array.variable ? array.variable->name : std::string("\"…\""), .number = *value});
        return true;
    }
    case Param::out:
    case Param::value:
        if (term.kind == Term::text) {
            argument.text = &term.word;
            return true;
        }
        return parameter.is == Param::out || term.kind == Term::name ? named_array(Param::out, term, argument) : pointer(parameter, term, argument, arguments);
    case Param::pollfds:
        if (is_null(term))
            return true;
        return named_array(parameter.is, term, argument);
    case Param::event:
        if (parameter.or_null && is_null(term))
            return true;
        if (const Term *name = name_in(term); !name || term.kind != Term::address || !m_variables.find(name->word))
            return fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = Wrong::an_event});
        return named_array(parameter.is, term, argument);
    case Param::requests:
        if (term.kind != Term::name || !m_variables.find(term.word))
            return fail({.what = Wrong::wrong_kind, .column = term.column, .wanted = Wrong::requests});
        argument.variable = named(term, Variable::requests, 1);
        return argument.variable != nullptr;
    case Param::input:
        if (term.kind != Term::name || term.word != "stdin")
            return fail({.what = Wrong::expected, .column = term.column, .word = "stdin"});
        if (!m_stdin)
            m_stdin = std::make_unique<traced::stream>(STDIN_FILENO);
        argument.input = m_stdin.get();
        return true;
    case Param::in:
    case Param::events:
    case Param::pair: return named_array(parameter.is, term, argument);
    default: return pointer(parameter, term, argument, arguments);
    }
}

} // namespace bench
