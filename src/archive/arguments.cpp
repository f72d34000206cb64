// SPDX-License-Identifier: MIT
// What each call was given and has answered, as JSON: a loop over the fields of its row.
#include "archive/json.h"

#include "calls/names.h"
#include "calls/verbs.h"

#include <algorithm>
#include <sys/socket.h>

namespace archive {
namespace {

using calls::Field;
using calls::Row;
using calls::Side;
using calls::Type;
using trace::Event;
using trace::Trace;

// Counters of a damaged recording may not fit a signed number.
void write_number(JsonText &json, const Field &field, int64_t value)
{
    const bool counter = field.slot == calls::Slot::word0 || field.slot == calls::Slot::word1;
    if (counter)
        json.counter(uint64_t(value));
    else
        json.number(value);
}

void write_number_if(JsonText &json, bool said, int64_t value)
{
    if (said)
        json.number(value);
    else
        json.null();
}

void write_text_if(JsonText &json, bool said, const std::string &text)
{
    if (said)
        json.text(text);
    else
        json.null();
}

std::string state_letter(int64_t state)
{
    return std::string(1, state > 0x20 && state < 0x7f ? char(state) : '?');
}

// One field that is there, and known.
void write_value(JsonText &json, const Trace &trace, const Event &event, const Field &field, int64_t value)
{
    switch (field.type) {
    case Type::bytes:
    case Type::number:
    case Type::value:
    case Type::tid:
    case Type::res: return write_number(json, field, value);
    case Type::descriptor: return write_number_if(json, value >= 0 || calls::is_call(event.call), value);
    case Type::index: return write_number_if(json, value >= 0, value);
    case Type::port: return value || field.side == Side::asked ? write_number(json, field, value) : json.null();
    case Type::request: return write_number_if(json, value > 0 && value <= UINT32_MAX, value);
    case Type::ns:
    case Type::timeval:
    case Type::timespec:
    case Type::milliseconds: return write_number_if(json, value >= 0, value);
    case Type::thread: {
        const bool known = value >= 0 && size_t(value) < trace.threads.size();
        return write_text_if(json, known, known ? trace.threads[size_t(value)].name : std::string());
    }
    case Type::call: return json.text(calls::row(trace::Call(std::min<int64_t>(value, int64_t(trace::Call::count_)))).in_json());
    case Type::state: return json.text(state_letter(value));
    case Type::variable: return json.text(trace::variable(trace, event, uint16_t(value)));
    case Type::preview: return write_text_if(json, event.result >= 0, calls::quoted(calls::preview(event)));
    case Type::error: return write_text_if(json, value > 0, calls::error_name(int(value)));
    default: return json.text(calls::name_of(field.type, value, calls::beside(event, field.type)));
    }
}

void write_members(JsonText &json, std::span<const uint64_t> words, int nfds)
{
    if (words.empty() && nfds > 0) // not in the recording
        return json.null();
    json.begin_array();
    for (const int fd : trace::members(words, nfds))
        json.number(fd);
    json.end_array();
}

struct SetName {
    std::string_view asked, answered;
};
constexpr SetName set_names[] = {{"readfds", "readfds_after"}, {"writefds", "writefds_after"}, {"exceptfds", "exceptfds_after"}};

// The three sets of select(2), by position, and their variables where these have other names.
void write_sets(JsonText &json, const Trace &trace, const Event &event)
{
    namespace flags = trace::select_flags;
    const bool answered = event.end && event.result != -1;
    const auto variables_passed = uint32_t(calls::value(event, "variables").value_or(0));
    bool other_names = false;
    const auto has_other_name = [&](int set) {
        const uint16_t variable = flags::variable(variables_passed, set);
        return variable != flags::none && variable != trace::unnamed_variable
            && trace::variable(trace, event, variable) != set_names[set].asked;
    };
    for (int set = 0; set < 3; ++set) {
        json.key(set_names[set].asked);
        if (flags::variable(variables_passed, set) == flags::none) {
            json.null();
            continue;
        }
        write_members(json, trace::asked(trace, event, set), event.fd);
        json.key(set_names[set].answered);
        if (answered)
            write_members(json, trace::answered(trace, event, set), event.fd);
        else
            json.null();
        other_names |= has_other_name(set);
    }
    if (!other_names)
        return;
    json.key("variables");
    json.begin_object();
    for (int set = 0; set < 3; ++set)
        if (has_other_name(set)) {
            json.key(set_names[set].asked);
            json.text(trace::variable(trace, event, flags::variable(variables_passed, set)));
        }
    json.end_object();
}

void write_pollfds(JsonText &json, const Trace &trace, const Event &event)
{
    const auto asked = trace::polled(trace, event, false), answered = trace::polled(trace, event, true);
    if (asked.empty())
        return json.null();
    const bool over = event.end && event.result != -1;
    json.begin_array();
    for (size_t i = 0; i < asked.size(); ++i) {
        json.begin_object();
        json.key("fd");
        json.number(asked[i].fd);
        json.key("events");
        json.text(calls::name_of(Type::poll_events, asked[i].events));
        json.key("revents");
        write_text_if(json, over, over ? calls::name_of(Type::poll_events, answered[i].revents) : std::string());
        json.end_object();
    }
    json.end_array();
}

void write_told(JsonText &json, const Trace &trace, const Event &event)
{
    if (!event.end || event.result == -1)
        return json.null();
    json.begin_array();
    for (const trace::Polled &one : trace::polled(trace, event, true)) {
        json.begin_object();
        json.key("fd");
        json.number(one.fd);
        json.key("events");
        json.text(calls::name_of(Type::epoll_events, uint16_t(one.revents)));
        json.end_object();
    }
    json.end_array();
}

void write(JsonText &json, const Trace &trace, const Event &event, const Field &field)
{
    switch (field.type) {
    case Type::sets:
        if (field.side == Side::asked)
            write_sets(json, trace, event);
        return;
    case Type::set_variables: return; // with the sets
    case Type::left:
        if (const auto left = trace::time_left(trace, event)) {
            json.key(field.name);
            json.number(*left);
        }
        return;
    case Type::pollfds:
        if (field.side == Side::asked) {
            json.key(field.name);
            write_pollfds(json, trace, event);
        }
        return;
    case Type::told:
        json.key(field.name);
        return write_told(json, trace, event);
    default: break;
    }
    const bool is_the_result = field.name == "result"; // which stands beside the arguments
    const auto value = calls::value(event, field);
    if (is_the_result || !calls::has_field(event, field) || (field.type == Type::domain && value == 0) // not recorded
        || (field.type == Type::request && !calls::is_call(event.call) && value.value_or(0) == 0)) // it is about none
        return;
    json.key(field.name);
    if (value)
        write_value(json, trace, event, field, *value);
    else
        json.null();
}

} // namespace

std::string_view call_name(const Trace &trace, const Event &event)
{
    const Row &row = calls::row(event.call);
    return row.has(calls::assigns) ? std::string_view(calls::variable_of(trace, event)) : row.in_json();
}

void write_arguments(JsonText &json, const Trace &trace, const Event &event)
{
    for (const Field &field : calls::row(event.call).all())
        write(json, trace, event, field);
}

} // namespace archive
