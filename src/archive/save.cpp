// SPDX-License-Identifier: MIT
// Saving a recording.
#include "archive/columns.h"
#include "archive/document.h"
#include "archive/new_file.h"
#include "archive/pace.h"
#include "archive/text.h"
#include "calls/schema.h"

#include <QCborStreamWriter>

#include <algorithm>

namespace archive {
namespace {

using trace::Event;
using trace::Trace;

void append(QCborStreamWriter &out, const Column &column)
{
    if (column.tag) {
        out.append(QCborTag(column.tag));
        out.appendByteString(column.bytes.constData(), column.bytes.size());
    } else if (column.beyond) {
        out.append(quint64(column.value));
    } else {
        out.append(qint64(column.value));
    }
}

void append(QCborStreamWriter &out, const std::vector<std::string> &texts)
{
    out.startArray(texts.size());
    for (const std::string &each : texts)
        out.append(text(each));
    out.endArray();
}

void append(QCborStreamWriter &out, const trace::Run &run)
{
    out.startMap(6);
    out.append(QLatin1String("server"));
    out.append(text(run.server));
    out.append(QLatin1String("port"));
    out.append(qint64(run.port));
    out.append(QLatin1String("began_utc"));
    out.append(qint64(run.began_utc));
    out.append(QLatin1String("began"));
    out.append(qint64(run.began));
    out.append(QLatin1String("system"));
    out.append(text(run.system));
    out.append(QLatin1String("stepped"));
    out.append(run.stepped);
    out.endMap();
}

QLatin1String latin(std::string_view name)
{
    return QLatin1String(name.data(), qsizetype(name.size()));
}

void append(QCborStreamWriter &out, const trace::Program &program)
{
    out.startMap(program.text.empty() ? 4 : 5);
    out.append(QLatin1String("name"));
    out.append(text(program.name));
    out.append(QLatin1String("origin"));
    out.append(latin(format::origin_names[size_t(program.origin)]));
    out.append(QLatin1String("listing"));
    out.append(text(program.listing));
    out.append(QLatin1String("told_by"));
    out.append(program.told_by == trace::Call::count_ ? QLatin1String("") : latin(calls::name(program.told_by)));
    if (!program.text.empty()) {
        out.append(QLatin1String("text"));
        out.append(text(program.text));
    }
    out.endMap();
}

void append(QCborStreamWriter &out, const trace::Thread &thread)
{
    out.startMap(5);
    out.append(QLatin1String("name"));
    out.append(text(thread.name));
    out.append(QLatin1String("program"));
    out.append(qint64(thread.program));
    out.append(QLatin1String("job"));
    out.append(latin(format::job_names[size_t(thread.job)]));
    out.append(QLatin1String("tid"));
    out.append(qint64(thread.tid));
    out.append(QLatin1String("variables"));
    append(out, thread.variables);
    out.endMap();
}

void append(QCborStreamWriter &out, const trace::Chapter &chapter)
{
    out.startMap(3);
    out.append(QLatin1String("begin"));
    out.append(qint64(chapter.begin));
    out.append(QLatin1String("end"));
    out.append(qint64(chapter.end));
    out.append(QLatin1String("titles"));
    out.startMap(chapter.titles.size());
    for (const auto &[language, title] : chapter.titles) {
        out.append(text(language));
        out.append(text(title));
    }
    out.endMap();
    out.endMap();
}

void append(QCborStreamWriter &out, const Bookmark &bookmark)
{
    out.startMap(3);
    out.append(QLatin1String("time"));
    out.append(qint64(bookmark.time));
    out.append(QLatin1String("complete"));
    out.append(quint64(bookmark.complete));
    out.append(QLatin1String("name"));
    out.append(text(bookmark.name));
    out.endMap();
}

void append_calls(QCborStreamWriter &out)
{
    out.startArray(quint64(trace::Call::count_));
    for (size_t call = 0; call < size_t(trace::Call::count_); ++call) {
        out.append(latin(calls::name(trace::Call(call))));
    }
    out.endArray();
}

// A chunk's own copy of its events, with the words that its events point into moved into a pool of its own.
struct Chunk {
    Chunk(const Trace &trace, std::span<const Event> of) : events(of.begin(), of.end())
    {
        for (Event &event : events) {
            if (!trace::has_words_elsewhere(event))
                continue;
            const auto payload = trace::payload::all(event, trace.words);
            trace::payload::stands_at(event, pool.size(), payload.size());
            pool.insert(pool.end(), payload.begin(), payload.end());
        }
    }
    std::vector<Event> events;
    std::vector<int64_t> pool;
};

void append(QCborStreamWriter &out, std::span<const Field> fields, const Chunk &chunk, bool may_be_one)
{
    std::vector<int64_t> values(chunk.events.size());
    for (const Field &field : fields) {
        field.gather(chunk.events, values.data());
        out.append(field.name);
        append(out, pack(values, field.kind, may_be_one, may_be_one ? 1 : 8));
    }
}

void append_words(QCborStreamWriter &out, const Chunk &chunk)
{
    if (chunk.pool.empty())
        return;
    out.append(QLatin1String("words"));
    append(out, pack(chunk.pool, Kind::bits, false, 8));
}

void append_complete(QCborStreamWriter &out, const Chunk &chunk)
{
    std::vector<int64_t> after, took;
    int64_t last = chunk.events.front().end;
    for (const Event &event : chunk.events) {
        after.push_back(event.end - last);
        took.push_back(event.end - event.begin);
        last = event.end;
    }
    out.startMap();
    out.append(QLatin1String("from"));
    out.append(qint64(chunk.events.front().end));
    out.append(QLatin1String("end"));
    append(out, pack(after, Kind::number, false, 4));
    out.append(QLatin1String("took"));
    append(out, pack(took, Kind::number, true));
    append(out, fields(), chunk, true);
    append_words(out, chunk);
    out.endMap();
}

void append_in_flight(QCborStreamWriter &out, const Chunk &chunk)
{
    out.startMap();
    append(out, plain_times(), chunk, false);
    append(out, fields(), chunk, true);
    append_words(out, chunk);
    out.endMap();
}

} // namespace

void write_document(QIODevice &device, const Trace &trace, std::optional<int64_t> part, const std::function<void(size_t)> &between,
                    const std::vector<Bookmark> &bookmarks)
{
    const std::span<const Event> events = trace.events();
    QCborStreamWriter out(&device);
    out.append(QCborTag(format::self_described));
    const bool tells_lesson = !trace.run.lesson.text.empty();
    out.startMap((part ? 11 : 10) + (trace.chapters.empty() ? 0 : 1) + (tells_lesson ? 1 : 0) + (bookmarks.empty() ? 0 : 1));
    out.append(QLatin1String("format"));
    out.append(QLatin1String("iotrace"));
    out.append(QLatin1String("version"));
    out.append(qint64(format::version));
    if (part) {
        out.append(QLatin1String("part"));
        out.append(qint64(*part));
    }
    out.append(QLatin1String("run"));
    append(out, trace.run);
    out.append(QLatin1String("calls"));
    append_calls(out);
    out.append(QLatin1String("files"));
    append(out, trace.files);
    out.append(QLatin1String("programs"));
    out.startArray(trace.programs.size());
    for (const trace::Program &program : trace.programs)
        append(out, program);
    out.endArray();
    out.append(QLatin1String("threads"));
    out.startArray(trace.threads.size());
    for (const trace::Thread &thread : trace.threads)
        append(out, thread);
    out.endArray();
    if (!trace.chapters.empty()) {
        out.append(QLatin1String("chapters"));
        out.startArray(trace.chapters.size());
        for (const trace::Chapter &chapter : trace.chapters)
            append(out, chapter);
        out.endArray();
    }
    if (tells_lesson) {
        out.append(QLatin1String("lesson"));
        out.startMap(2);
        out.append(QLatin1String("name"));
        out.append(text(trace.run.lesson.name));
        out.append(QLatin1String("text"));
        out.append(text(trace.run.lesson.text));
        out.endMap();
    }
    if (!bookmarks.empty()) {
        out.append(QLatin1String("bookmarks"));
        out.startArray(bookmarks.size());
        for (const Bookmark &bookmark : bookmarks)
            append(out, bookmark);
        out.endArray();
    }
    out.append(QLatin1String("dropped"));
    out.append(quint64(trace.dropped));
    out.append(QLatin1String("events"));
    out.startArray();
    for (size_t from = 0; from < events.size(); from += format::events_per_chunk) {
        const size_t count = std::min(format::events_per_chunk, events.size() - from);
        append_complete(out, Chunk(trace, events.subspan(from, count)));
        between(from + count);
    }
    out.endArray();
    out.append(QLatin1String("in_flight"));
    out.startArray();
    if (!trace.in_flight().empty())
        append_in_flight(out, Chunk(trace, trace.in_flight()));
    out.endArray();
    out.endMap();
}

Result save(const Trace &trace, const QString &path, const Progress &progress)
{
    return save_marked(trace, {}, path, progress);
}

Result save_marked(const Trace &trace, const std::vector<Bookmark> &bookmarks, const QString &path, const Progress &progress)
{
    return new_file(path, [&](QIODevice &device, const StillGood &still_good) {
        Pace pace(progress, qint64(trace.events().size() * sizeof(Event)));
        write_document(device, trace, {}, [&](size_t events) {
            still_good();
            pace.at(qint64(events * sizeof(Event)));
        }, bookmarks);
        still_good();
        pace.finished();
    });
}

} // namespace archive
