// SPDX-License-Identifier: MIT
// What every event has in common, as JSON.
#include "archive/json.h"

#include "calls/names.h"

#include <QJsonDocument>

#include <algorithm>

namespace archive {
namespace {

using trace::Event;
using trace::Trace;

QJsonObject parsed(const JsonText &json)
{
    const std::string &text = json.written();
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size()))).object();
}

QJsonObject object_of(const Trace &trace, const Event &event, std::optional<size_t> sequence)
{
    JsonText json;
    write_event(json, trace, event, sequence);
    return parsed(json);
}

} // namespace

void write_event(JsonText &json, const Trace &trace, const Event &event, std::optional<size_t> sequence, std::string_view contradicts)
{
    json.begin_object();
    json.key("seq");
    if (sequence)
        json.counter(*sequence);
    else
        json.null();
    const bool known = event.thread < trace.threads.size();
    json.key("thread");
    if (known)
        json.text(trace.threads[event.thread].name);
    else
        json.null();
    json.key("tid");
    if (known)
        json.number(trace.tid(event.thread, event.begin));
    else
        json.null();
    json.key("begin_ns");
    json.number(event.begin);
    json.key("end_ns");
    if (event.end)
        json.number(event.end);
    else
        json.null();
    json.key("call");
    json.text(call_name(trace, event));
    json.key("args");
    json.begin_object();
    write_arguments(json, trace, event);
    json.end_object();
    write_outcome(json, trace, event);
    const auto after = std::ranges::upper_bound(trace.chapters, event.end, {}, &trace::Chapter::begin);
    if (sequence && after != trace.chapters.begin()) {
        json.key("chapter");
        json.number(after - trace.chapters.begin());
    }
    if (!contradicts.empty()) {
        json.key("contradicts");
        json.text(contradicts);
    }
    json.end_object();
}

void write_outcome(JsonText &json, const Trace &trace, const Event &event)
{
    json.key("count");
    json.number(event.count);
    json.key("result");
    if (event.end && (calls::is_call(event.call) || calls::row(event.call).field("result")))
        json.number(event.result);
    else
        json.null();
    json.key("errno");
    if (event.end && calls::is_call(event.call) && event.result == -1 && event.error)
        json.text(calls::error_name(event.error));
    else
        json.null();
    json.key("source");
    if (const std::string source = trace::source(trace, event); !source.empty())
        json.text(source);
    else
        json.null();
}

QJsonObject event_json(const Trace &trace, size_t sequence)
{
    if (sequence >= trace.events().size())
        return {};
    return object_of(trace, trace.events()[sequence], sequence);
}

QJsonObject in_flight_json(const Trace &trace, size_t index)
{
    return index < trace.in_flight().size() ? object_of(trace, trace.in_flight()[index], {}) : QJsonObject();
}

QJsonObject arguments(const Trace &trace, const Event &event)
{
    JsonText json;
    json.begin_object();
    write_arguments(json, trace, event);
    json.end_object();
    return parsed(json);
}

} // namespace archive
