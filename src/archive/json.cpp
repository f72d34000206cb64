// SPDX-License-Identifier: MIT
// What every event has in common, as JSON.
#include "archive/json.h"

#include "archive/text.h"

#include "calls/names.h"

namespace archive {
namespace {

using trace::Event;
using trace::Trace;

QJsonObject object_of(const Trace &trace, const Event &event, QJsonValue sequence)
{
    const trace::Thread *thread = event.thread < trace.threads.size() ? &trace.threads[event.thread] : nullptr;
    const std::string source = trace::source(trace, event);
    return {
        {QStringLiteral("seq"), sequence},
        {QStringLiteral("thread"), thread ? QJsonValue(text(thread->name)) : QJsonValue()},
        {QStringLiteral("tid"), thread ? QJsonValue(trace.tid(event.thread, event.begin)) : QJsonValue()},
        {QStringLiteral("begin_ns"), qint64(event.begin)},
        {QStringLiteral("end_ns"), event.end ? QJsonValue(qint64(event.end)) : QJsonValue()},
        {QStringLiteral("call"), call_name(trace, event)},
        {QStringLiteral("args"), arguments(trace, event)},
        {QStringLiteral("result"), result_json(event)},
        {QStringLiteral("errno"), errno_json(event)},
        {QStringLiteral("count"), qint64(event.count)},
        {QStringLiteral("source"), source.empty() ? QJsonValue() : QJsonValue(text(source))},
    };
}

} // namespace

QJsonValue result_json(const Event &event)
{
    const bool returns = calls::is_call(event.call) || calls::row(event.call).field("result");
    return event.end && returns ? QJsonValue(event.result) : QJsonValue();
}

QJsonValue errno_json(const Event &event)
{
    const bool failed = event.end && calls::is_call(event.call) && event.result == -1 && event.error;
    return failed ? QJsonValue(text(calls::error_name(event.error))) : QJsonValue();
}

QJsonObject event_json(const Trace &trace, size_t sequence)
{
    if (sequence >= trace.events().size())
        return {};
    return object_of(trace, trace.events()[sequence], qint64(sequence));
}

QJsonObject in_flight_json(const Trace &trace, size_t index)
{
    return index < trace.in_flight().size() ? object_of(trace, trace.in_flight()[index], {}) : QJsonObject();
}

} // namespace archive
