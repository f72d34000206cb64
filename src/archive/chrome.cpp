// SPDX-License-Identifier: MIT
// A recording as Chrome trace-event JSON ("Trace Event Format", JSON object form), for Perfetto and chrome://tracing.
#include "archive/json.h"
#include "archive/new_file.h"
#include "archive/pace.h"
#include "archive/slice_tracks.h"

#include "calls/schema.h"

#include <QIODevice>

namespace archive {
namespace {

using trace::Event;
using trace::Trace;

constexpr int process = 1;         // the recording does not tell the number, and there is one process only
constexpr size_t between_questions = 1024; // events

std::string_view category(trace::Call call)
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

void write_slice(JsonText &json, const Trace &trace, const Event &event, int track, std::optional<size_t> sequence)
{
    json.begin_object();
    json.key("ph");
    json.text(event.end ? "X" : "B");
    json.key("pid");
    json.number(process);
    json.key("tid");
    json.number(track);
    json.key("ts");
    json.thousandths(event.begin - trace.begin());
    if (event.end) {
        json.key("dur");
        json.thousandths(event.end - event.begin);
    }
    json.key("name");
    json.text(call_name(trace, event));
    json.key("cat");
    json.text(category(event.call));
    json.key("args");
    json.begin_object();
    write_arguments(json, trace, event);
    json.key("seq");
    if (sequence)
        json.counter(*sequence);
    else
        json.null();
    write_outcome(json, trace, event);
    json.end_object();
    json.end_object();
}

// `value`: writes the one member of "args", its name.
template <typename Value>
void write_metadata(JsonText &json, std::string_view what, int track, std::string_view member, const Value &value)
{
    json.begin_object();
    json.key("ph");
    json.text("M");
    json.key("pid");
    json.number(process);
    if (track) {
        json.key("tid");
        json.number(track);
    }
    json.key("name");
    json.text(what);
    json.key("args");
    json.begin_object();
    json.key(member);
    value();
    json.end_object();
    json.end_object();
}

// A thread's second track is called "server (2)".
void write_names(JsonText &json, const Trace &trace, const SliceTracks &tracks)
{
    write_metadata(json, "process_name", 0, "name", [&] { json.text("I/O Models: " + trace.run.server); });
    for (size_t i = 0; i < tracks.all().size(); ++i) {
        const SliceTracks::Track &track = tracks.all()[i];
        std::string name = track.thread < trace.threads.size() ? trace.threads[track.thread].name : "?";
        if (track.beside > 0)
            name += " (" + std::to_string(track.beside + 1) + ')';
        write_metadata(json, "thread_name", track.number, "name", [&] { json.text(name); });
        write_metadata(json, "thread_sort_index", track.number, "sort_index", [&] { json.counter(i); });
    }
}

void write_run(JsonText &json, const Trace &trace)
{
    json.begin_object();
    json.key("server");
    json.text(trace.run.server);
    json.key("port");
    json.number(trace.run.port);
    json.key("system");
    json.text(trace.run.system);
    json.key("began_utc_ns");
    json.number(trace.run.began_utc);
    json.key("began_ns");
    json.number(trace.run.began);
    json.key("stepped");
    json.as_it_is(trace.run.stepped ? "true" : "false");
    json.key("dropped_events");
    json.counter(trace.dropped);
    json.end_object();
}

} // namespace

Result export_chrome(const Trace &trace, const QString &path, const Progress &progress)
{
    return new_file(path, [&](QIODevice &out, const StillGood &still_good) {
        const auto &events = trace.events();
        Pace pace(progress, qint64(events.size() * sizeof(Event)));
        const SliceTracks tracks(trace);
        JsonText json;
        const auto flush = [&] {
            out.write(json.written().data(), qint64(json.written().size()));
            json.clear();
            still_good();
        };
        json.as_it_is("{\"displayTimeUnit\":\"ns\",\"otherData\":");
        write_run(json, trace);
        json.as_it_is("\"traceEvents\":[");
        write_names(json, trace, tracks);
        for (size_t i = 0; i < events.size(); ++i) {
            if (i % between_questions == 0) {
                flush();
                out.write(",\n");
                pace.at(qint64(i * sizeof(Event)));
            }
            write_slice(json, trace, events[i], tracks.of_event(i), i);
        }
        for (size_t i = 0; i < trace.in_flight().size(); ++i)
            write_slice(json, trace, trace.in_flight()[i], tracks.of_in_flight(i), {});
        json.end_array();
        json.end_object();
        flush();
        out.write("\n");
        still_good();
        pace.finished();
    });
}

} // namespace archive
