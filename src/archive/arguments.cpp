// SPDX-License-Identifier: MIT
// What each call was given and has answered, as JSON: a loop over the fields of its row.
#include "archive/json.h"
#include "archive/text.h"

#include "calls/names.h"
#include "calls/verbs.h"

#include <QJsonArray>

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

QString key(std::string_view name)
{
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

// Counters of a damaged recording may not fit JSON's integers.
QJsonValue number(const Field &field, int64_t value)
{
    const bool counter = field.slot == calls::Slot::word0 || field.slot == calls::Slot::word1;
    return value < 0 && counter ? QJsonValue(double(uint64_t(value))) : QJsonValue(qint64(value));
}

QJsonValue null_unless(bool said, const QJsonValue &value)
{
    return said ? value : QJsonValue();
}

QString state_letter(int64_t state)
{
    return state > 0x20 && state < 0x7f ? QString(QLatin1Char(char(state))) : QStringLiteral("?");
}

// One field that is there, and known.
QJsonValue json_of(const Trace &trace, const Event &event, const Field &field, int64_t value)
{
    switch (field.type) {
    case Type::bytes:
    case Type::number:
    case Type::value:
    case Type::tid:
    case Type::res: return number(field, value);
    case Type::descriptor: return null_unless(value >= 0 || calls::is_call(event.call), qint64(value));
    case Type::index: return null_unless(value >= 0, qint64(value));
    case Type::port: return null_unless(value || field.side == Side::asked, number(field, value));
    case Type::request: return null_unless(value > 0 && value <= UINT32_MAX, qint64(value));
    case Type::ns:
    case Type::timeval:
    case Type::timespec:
    case Type::milliseconds: return null_unless(value >= 0, qint64(value));
    case Type::thread: return value >= 0 && size_t(value) < trace.threads.size() ? QJsonValue(text(trace.threads[size_t(value)].name)) : QJsonValue();
    case Type::call: return key(calls::row(trace::Call(std::min<int64_t>(value, int64_t(trace::Call::count_)))).in_json());
    case Type::state: return state_letter(value);
    case Type::variable: return text(trace::variable(trace, event, uint16_t(value)));
    case Type::preview: return null_unless(event.result >= 0, text(calls::quoted(calls::preview(event))));
    case Type::error: return null_unless(value > 0, text(calls::error_name(int(value))));
    default: return text(calls::name_of(field.type, value, calls::beside(event, field.type)));
    }
}

QJsonValue members(std::span<const uint64_t> words, int nfds)
{
    if (words.empty() && nfds > 0) // not in the recording
        return {};
    QJsonArray list;
    for (int fd : trace::members(words, nfds))
        list.append(fd);
    return list;
}

constexpr std::string_view set_names[] = {"readfds", "writefds", "exceptfds"};

// The three sets of select(2), by position, and their variables where these have other names.
void add_sets(QJsonObject &object, const Trace &trace, const Event &event)
{
    namespace flags = trace::select_flags;
    const bool answered = event.end && event.result != -1;
    QJsonObject variables;
    const auto variables_passed = uint32_t(calls::value(event, "variables").value_or(0));
    for (int set = 0; set < 3; ++set) {
        const QString name = key(set_names[set]);
        const uint16_t variable = flags::variable(variables_passed, set);
        if (variable == flags::none) {
            object.insert(name, QJsonValue());
            continue;
        }
        object.insert(name, members(trace::asked(trace, event, set), event.fd));
        object.insert(name + QStringLiteral("_after"), answered ? members(trace::answered(trace, event, set), event.fd) : QJsonValue());
        if (variable != trace::unnamed_variable && text(trace::variable(trace, event, variable)) != name)
            variables.insert(name, text(trace::variable(trace, event, variable)));
    }
    if (!variables.isEmpty())
        object.insert(QStringLiteral("variables"), variables);
}

QJsonValue pollfds(const Trace &trace, const Event &event)
{
    QJsonArray fds;
    const auto asked = trace::polled(trace, event, false), answered = trace::polled(trace, event, true);
    const auto events = [](int16_t bits) { return text(calls::name_of(Type::poll_events, bits)); };
    for (size_t i = 0; i < asked.size(); ++i)
        fds.append(QJsonObject{{QStringLiteral("fd"), asked[i].fd},
                               {QStringLiteral("events"), events(asked[i].events)},
                               {QStringLiteral("revents"), event.end && event.result != -1 ? QJsonValue(events(answered[i].revents)) : QJsonValue()}});
    return null_unless(!asked.empty(), fds);
}

QJsonValue told(const Trace &trace, const Event &event)
{
    QJsonArray all;
    for (const trace::Polled &one : trace::polled(trace, event, true))
        all.append(QJsonObject{{QStringLiteral("fd"), one.fd},
                               {QStringLiteral("events"), text(calls::name_of(Type::epoll_events, uint16_t(one.revents)))}});
    return null_unless(event.end && event.result != -1, all);
}

void add(QJsonObject &object, const Trace &trace, const Event &event, const Field &field)
{
    switch (field.type) {
    case Type::sets:
        if (field.side == Side::asked)
            add_sets(object, trace, event);
        return;
    case Type::set_variables: return; // with the sets
    case Type::left:
        if (const auto left = trace::time_left(trace, event))
            object.insert(key(field.name), qint64(*left));
        return;
    case Type::pollfds:
        if (field.side == Side::asked)
            object.insert(key(field.name), pollfds(trace, event));
        return;
    case Type::told: object.insert(key(field.name), told(trace, event)); return;
    default: break;
    }
    const bool is_the_result = field.name == "result"; // which stands beside the arguments
    const auto value = calls::value(event, field);
    if (is_the_result || !calls::has_field(event, field) || (field.type == Type::domain && value == 0) // not recorded
        || (field.type == Type::request && !calls::is_call(event.call) && value.value_or(0) == 0)) // it is about none
        return;
    object.insert(key(field.name), value ? json_of(trace, event, field, *value) : QJsonValue());
}

} // namespace

QString call_name(const Trace &trace, const Event &event)
{
    const Row &row = calls::row(event.call);
    return row.has(calls::assigns) ? text(calls::variable_of(trace, event)) : key(row.in_json());
}

QJsonObject arguments(const Trace &trace, const Event &event)
{
    QJsonObject object;
    for (const Field &field : calls::row(event.call).all())
        add(object, trace, event, field);
    return object;
}

} // namespace archive
