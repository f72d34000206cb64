// SPDX-License-Identifier: MIT
// A recording as Chrome trace-event JSON ("Trace Event Format", JSON object form), for Perfetto and chrome://tracing.
#include "archive/json.h"
#include "archive/new_file.h"
#include "archive/pace.h"
#include "archive/text.h"

#include "calls/schema.h"

#include <QHash>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace archive {
namespace {

using trace::Event;
using trace::Trace;

constexpr int process = 1;         // the recording does not tell the number, and there is one process only
constexpr size_t between_questions = 1024; // events

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

void write(QIODevice &out, const QJsonObject &object, const char *before)
{
    out.write(before);
    out.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// ns as µs, to the nanosecond.
QByteArray microseconds(int64_t ns)
{
    const uint64_t size = ns < 0 ? 0 - uint64_t(ns) : uint64_t(ns);
    return (ns < 0 ? "-" : "") + QByteArray::number(quint64(size / 1000)) + '.'
        + QByteArray::number(quint64(size % 1000)).rightJustified(3, '0');
}

// The number of a thread's track: its own, which Perfetto shows, or one that no thread has.
int track(const Trace &trace, size_t thread)
{
    const int tid = thread < trace.threads.size() ? trace.threads[thread].tid : 0;
    return tid > 0 ? tid : INT32_MAX - int(thread);
}

QJsonObject metadata(const char *name, const QJsonObject &arguments)
{
    return {{key("ph"), key("M")}, {key("pid"), process}, {key("name"), key(name)}, {key("args"), arguments}};
}

const char *category(trace::Call call)
{
    switch (calls::row(call).kind) {
    case calls::Kind::system_call: return "system call";
    case calls::Kind::library_call: return "library call";
    case calls::Kind::step: return "step";
    case calls::Kind::life: return "thread";
    case calls::Kind::observation: return "observed";
    }
    return "";
}

// One line an event. Only what varies without bound goes through QJsonObject: there may be millions of events.
class Lines {
public:
    explicit Lines(const Trace &trace) : m_trace(trace) {}
    QByteArray line(const Event &event, const QByteArray &sequence)
    {
        QByteArray line = ",\n{\"ph\":";
        line += event.end ? "\"X\"" : "\"B\"";
        line += ",\"pid\":" + QByteArray::number(process);
        line += ",\"tid\":" + QByteArray::number(track(m_trace, event.thread));
        line += ",\"ts\":" + microseconds(event.begin - m_trace.begin());
        if (event.end)
            line += ",\"dur\":" + microseconds(event.end - event.begin);
        line += ",\"name\":" + quoted(call_name(m_trace, event));
        line += QByteArray(",\"cat\":\"") + category(event.call) + "\",\"args\":";
        const QJsonObject given = arguments(m_trace, event);
        if (given.isEmpty()) {
            line += '{';
        } else {
            line += QJsonDocument(given).toJson(QJsonDocument::Compact);
            line.back() = ',';
        }
        line += "\"seq\":" + sequence + ",\"count\":" + QByteArray::number(event.count);
        const QJsonValue result = result_json(event), error = errno_json(event);
        line += ",\"result\":" + (result.isNull() ? "null" : QByteArray::number(result.toInt()));
        line += ",\"errno\":" + (error.isNull() ? "null" : quoted(error.toString()));
        const std::string source = trace::source(m_trace, event);
        line += ",\"source\":" + (source.empty() ? "null" : quoted(text(source)));
        return line + "}}";
    }

private:
    // JSON's form of a text. There are few different ones: each is made once.
    QByteArray quoted(const QString &text)
    {
        QByteArray &known = m_quoted[text];
        if (known.isEmpty())
            known = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
        return known;
    }

    const Trace &m_trace;
    QHash<QString, QByteArray> m_quoted;
};

void write_metadata(QIODevice &out, const Trace &trace)
{
    const QString server = text(trace.run.server);
    write(out, metadata("process_name", {{key("name"), key("I/O Models: ") + server}}), "\n");
    for (size_t thread = 0; thread < trace.threads.size(); ++thread) {
        QJsonObject name = metadata("thread_name", {{key("name"), text(trace.threads[thread].name)}});
        QJsonObject order = metadata("thread_sort_index", {{key("sort_index"), qint64(thread)}});
        for (QJsonObject *object : {&name, &order}) {
            object->insert(key("tid"), track(trace, thread));
            write(out, *object, ",\n");
        }
    }
}

QByteArray run_description(const Trace &trace)
{
    const QJsonObject run{
        {key("server"), text(trace.run.server)},       {key("port"), trace.run.port},
        {key("system"), text(trace.run.system)},       {key("began_utc_ns"), qint64(trace.run.began_utc)},
        {key("began_ns"), qint64(trace.run.began)},    {key("stepped"), trace.run.stepped},
        {key("dropped_events"), qint64(trace.dropped)},
    };
    return QJsonDocument(run).toJson(QJsonDocument::Compact);
}

} // namespace

Result export_chrome(const Trace &trace, const QString &path, const Progress &progress)
{
    return new_file(path, [&](QIODevice &out, const StillGood &still_good) {
        const auto &events = trace.events();
        Pace pace(progress, qint64(events.size() * sizeof(Event)));
        out.write("{\"displayTimeUnit\":\"ns\",\"otherData\":" + run_description(trace) + ",\"traceEvents\":[");
        write_metadata(out, trace);
        Lines lines(trace);
        for (size_t i = 0; i < events.size(); ++i) {
            out.write(lines.line(events[i], QByteArray::number(qulonglong(i))));
            if (i % between_questions == 0) {
                still_good();
                pace.at(qint64(i * sizeof(Event)));
            }
        }
        for (const Event &event : trace.in_flight())
            out.write(lines.line(event, "null"));
        out.write("\n]}\n");
        still_good();
        pace.finished();
    });
}

} // namespace archive
