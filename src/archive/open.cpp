// SPDX-License-Identifier: MIT
// Opening a recording.
#include "archive/bookmarks.h"
#include "archive/chunk.h"
#include "archive/pace.h"
#include "archive/upgrade.h"
#include "calls/schema.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <new>

namespace archive {
namespace {

using trace::Trace;

[[noreturn]] void damaged(const QString &what)
{
    throw Broken{Fault::damaged, what};
}

std::vector<std::string> texts(Input &input, const char *what, size_t most)
{
    std::vector<std::string> list;
    input.enter_array(what);
    while (input.more()) {
        if (list.size() == most)
            damaged(QLatin1String(what));
        list.push_back(input.text(what));
    }
    return list;
}

trace::Run run(Input &input)
{
    trace::Run run;
    input.enter_map("run");
    while (input.more()) {
        const std::string key = input.text("key");
        if (key == "server")
            run.server = input.text("server");
        else if (key == "port")
            run.port = uint16_t(input.integer("port", 0, UINT16_MAX));
        else if (key == "began_utc")
            run.began_utc = input.integer("began_utc", 0, INT64_MAX);
        else if (key == "began")
            run.began = input.integer("began", 0, INT64_MAX);
        else if (key == "system")
            run.system = input.text("system");
        else if (key == "stepped")
            run.stepped = input.boolean("stepped");
        else
            input.skip();
    }
    return run;
}

trace::Lesson lesson(Input &input)
{
    trace::Lesson lesson;
    input.enter_map("lesson");
    while (input.more()) {
        const std::string key = input.text("key");
        if (key == "name")
            lesson.name = input.text("name");
        else if (key == "text")
            lesson.text = input.text("text", format::most_lesson);
        else
            input.skip();
    }
    return lesson;
}

// Which of the names it is.
template <typename Enum, size_t count> Enum one_of(const std::string_view (&names)[count], const std::string &name, const char *what)
{
    const size_t found = size_t(std::ranges::find(names, name) - std::begin(names));
    return found < count ? Enum(found) : throw Broken{Fault::damaged, QLatin1String(what)};
}

trace::Program program(Input &input)
{
    trace::Program program;
    input.enter_map("program");
    while (input.more()) {
        const std::string key = input.text("key");
        if (key == "name")
            program.name = input.text("name");
        else if (key == "origin")
            program.origin = one_of<trace::Origin>(format::origin_names, input.text("origin"), "origin");
        else if (key == "listing")
            program.listing = input.text("listing");
        else if (key == "told_by")
            program.told_by = calls::named(input.text("told_by"));
        else if (key == "text")
            program.text = input.text("text");
        else
            input.skip();
    }
    return program;
}

// `role`: of a file until version 2, what it tells instead of program and job.
trace::Thread thread(Input &input, std::string &role)
{
    trace::Thread thread;
    input.enter_map("thread");
    while (input.more()) {
        const std::string key = input.text("key");
        if (key == "name")
            thread.name = input.text("name");
        else if (key == "program")
            thread.program = uint16_t(input.integer("program", 0, UINT16_MAX));
        else if (key == "job")
            thread.job = one_of<trace::Job>(format::job_names, input.text("job"), "job");
        else if (key == "role")
            role = input.text("role");
        else if (key == "tid")
            thread.tid = int32_t(input.integer("tid", 0, INT32_MAX));
        else if (key == "variables")
            thread.variables = texts(input, "variables", trace::unnamed_variable);
        else
            input.skip();
    }
    return thread;
}

std::vector<trace::Program> programs(Input &input)
{
    std::vector<trace::Program> programs;
    input.enter_array("programs");
    while (input.more()) {
        if (programs.size() == format::most_programs)
            damaged(QStringLiteral("programs"));
        programs.push_back(program(input));
    }
    return programs;
}

trace::Chapter chapter(Input &input)
{
    trace::Chapter chapter;
    input.enter_map("chapter");
    while (input.more()) {
        const std::string key = input.text("key");
        if (key == "begin") {
            chapter.begin = input.integer("begin", 0, INT64_MAX);
        } else if (key == "end") {
            chapter.end = input.integer("end", 0, INT64_MAX);
        } else if (key == "titles") {
            input.enter_map("titles");
            while (input.more()) {
                if (chapter.titles.size() == format::most_languages)
                    damaged(QStringLiteral("titles"));
                std::string language = input.text("language");
                chapter.titles.emplace_back(std::move(language), input.text("title"));
            }
        } else {
            input.skip();
        }
    }
    return chapter;
}

std::vector<trace::Chapter> chapters(Input &input)
{
    std::vector<trace::Chapter> chapters;
    input.enter_array("chapters");
    while (input.more()) {
        if (chapters.size() == format::most_chapters)
            damaged(QStringLiteral("chapters"));
        chapters.push_back(chapter(input));
        if (chapters.size() > 1 && chapters.back().begin < chapters[chapters.size() - 2].begin)
            damaged(QStringLiteral("chapters out of order"));
    }
    return chapters;
}

std::vector<Bookmark> bookmarks(Input &input)
{
    std::vector<Bookmark> all;
    input.enter_array("bookmarks");
    while (input.more()) {
        if (all.size() == format::most_bookmarks)
            damaged(QStringLiteral("bookmarks"));
        Bookmark &one = all.emplace_back();
        input.enter_map("bookmark");
        while (input.more()) {
            const std::string key = input.text("key");
            if (key == "time")
                one.time = input.integer("time", 0, INT64_MAX);
            else if (key == "complete")
                one.complete = size_t(input.integer("complete", 0, int64_t(format::most_events)));
            else if (key == "name")
                one.name = input.text("name");
            else
                input.skip();
        }
    }
    return all;
}

void threads(Input &input, int64_t version, Trace &trace)
{
    std::vector<std::string> roles;
    input.enter_array("threads");
    while (input.more()) {
        if (trace.threads.size() == format::most_threads)
            damaged(QStringLiteral("threads"));
        trace.threads.push_back(thread(input, roles.emplace_back()));
    }
    if (!upgrade(trace, roles, version))
        damaged(QStringLiteral("role"));
    for (const trace::Thread &thread : trace.threads)
        if (thread.program >= trace.programs.size())
            damaged(QStringLiteral("program"));
}

Context calls(Input &input)
{
    Context context;
    context.call_names = texts(input, "calls", UINT8_MAX + 1);
    for (const std::string &name : context.call_names)
        context.calls.push_back(calls::named(name));
    return context;
}

void room_for(size_t more, size_t have)
{
    if (more > format::most_events - have)
        throw Broken{Fault::too_large, {}};
}

void events(Input &input, const Context &context, Trace &trace, Pace &pace)
{
    input.enter_array("events");
    while (input.more()) {
        trace::Batch batch = read_chunk(input, context, trace.events().empty() ? 0 : trace.events().back().end);
        room_for(batch.events.size(), trace.events().size());
        trace.append(std::move(batch));
        pace.at(input.offset());
    }
}

void in_flight(Input &input, const Context &context, Trace &trace, Pace &pace)
{
    trace::Batch all;
    all.in_flight_changed = true;
    input.enter_array("in_flight");
    while (input.more()) {
        trace::Batch batch = read_in_flight(input, context);
        room_for(batch.in_flight.size(), all.in_flight.size());
        for (trace::Event &event : batch.in_flight)
            trace::payload::move_behind(event, all.words.size());
        all.in_flight.insert(all.in_flight.end(), batch.in_flight.begin(), batch.in_flight.end());
        all.words.insert(all.words.end(), batch.words.begin(), batch.words.end());
        pace.at(input.offset());
    }
    trace.append(std::move(all));
}

// Everything up to the version, which is returned; what is not ours is told from what is ours and damaged.
int64_t head(Input &input)
{
    const auto is_ours = [](bool holds) {
        if (!holds)
            throw Broken{Fault::not_a_trace, {}};
    };
    is_ours(input.tag() == format::self_described && input.type() == QCborStreamReader::Map);
    input.enter_map("map");
    is_ours(input.more() && input.type() == QCborStreamReader::String && input.text("format") == "format");
    is_ours(input.type() == QCborStreamReader::String && input.text("format") == "iotrace");
    if (!input.more() || input.text("version") != "version")
        damaged(QStringLiteral("version"));
    const int64_t version = input.integer("version", 1, INT64_MAX);
    if (version > format::version)
        throw Broken{Fault::newer_version, QString::number(version)};
    return version;
}

// Returns its number, of a part of a journal.
std::optional<int64_t> body(Input &input, int64_t version, Trace &trace, Pace &pace, std::vector<Bookmark> &marked)
{
    enum Key { run_key, calls_key, files_key, programs_key, threads_key, dropped_key, events_key, in_flight_key, part_key, chapters_key, lesson_key, bookmarks_key, keys };
    static constexpr const char *names[keys] = {"run", "calls", "files", "programs", "threads", "dropped", "events", "in_flight", "part", "chapters", "lesson", "bookmarks"};
    bool seen[keys] = {};
    seen[programs_key] = version <= 2;
    std::optional<int64_t> part;
    Context context;
    trace::Lesson told;
    while (input.more()) {
        const std::string name = input.text("key");
        const auto key = std::ranges::find(names, name) - names;
        if (key == keys) {
            input.skip();
            continue;
        }
        if (std::exchange(seen[key], true) && !(key == programs_key && version <= 2))
            damaged(QStringLiteral("%1 twice").arg(QLatin1String(names[key])));
        if ((key == events_key || key == in_flight_key) && !(seen[calls_key] && seen[files_key] && seen[threads_key]))
            damaged(QStringLiteral("events before what they point to"));
        if (key == threads_key && !seen[programs_key])
            damaged(QStringLiteral("threads before their programs"));
        context.files = trace.files.size();
        context.threads = trace.threads.size();
        context.version = version;
        switch (key) {
        case run_key: trace.run = run(input); break;
        case lesson_key: told = lesson(input); break;
        case calls_key: context = calls(input); break;
        case files_key: trace.files = texts(input, "files", format::most_files); break;
        case programs_key: trace.programs = programs(input); break;
        case threads_key: threads(input, version, trace); break;
        case dropped_key: trace.dropped = uint64_t(input.counter("dropped")); break;
        case events_key: events(input, context, trace, pace); break;
        case in_flight_key: in_flight(input, context, trace, pace); break;
        case chapters_key: trace.chapters = chapters(input); break;
        case bookmarks_key: marked = bookmarks(input); break;
        case part_key: part = input.integer("part", 0, INT64_MAX); break;
        }
    }
    trace.run.lesson = std::move(told);
    for (size_t key = 0; key < part_key; ++key)
        if (!seen[key])
            damaged(QStringLiteral("no %1").arg(QLatin1String(names[key])));
    return part;
}

// Takes in the part of a journal that comes after what is there.
void go_on(Trace &trace, Trace part)
{
    if (part.programs.size() < trace.programs.size() || part.threads.size() < trace.threads.size() || part.files.size() < trace.files.size())
        damaged(QStringLiteral("a part that has forgotten those before"));
    room_for(part.events().size(), trace.events().size());
    if (part.run.lesson.text.empty())
        part.run.lesson = std::move(trace.run.lesson);
    trace.run = std::move(part.run);
    trace.threads = std::move(part.threads);
    trace::Batch batch{.events = part.events(), .in_flight = part.in_flight(), .in_flight_changed = true, .words = std::move(part.words)};
    batch.programs = std::move(part.programs);
    batch.files = std::move(part.files);
    batch.chapters = std::move(part.chapters);
    batch.dropped = std::min(part.dropped, uint64_t(INT64_MAX) - trace.dropped);
    trace.append(std::move(batch));
}

constexpr qint64 shortest_head = 18; // bytes: the tag, the map, "format" and "iotrace"; of fewer it cannot be told what they begin

// The parts of a journal behind its first, from `offset` on.
void more_parts(QFile &file, Trace &trace, Pace &pace, qint64 &offset)
{
    for (int64_t number = 1; offset < file.size(); ++number) {
        if (!file.seek(offset))
            throw Broken{Fault::cannot_read, file.errorString()};
        Input input(file);
        Trace part;
        try {
            std::vector<Bookmark> none;
            if (body(input, head(input), part, pace, none) != number)
                damaged(QStringLiteral("more after the end"));
        } catch (const Broken &broken) {
            if (broken.fault == Fault::truncated || (broken.fault == Fault::not_a_trace && file.size() - offset < shortest_head))
                return; // the program was ended while it wrote this
            if (broken.fault == Fault::not_a_trace)
                damaged(QStringLiteral("more after the end"));
            throw;
        }
        go_on(trace, std::move(part));
        offset = input.offset();
    }
}

} // namespace

Result open(const QString &path, std::unique_ptr<Trace> &trace, const Progress &progress)
{
    std::vector<Bookmark> not_asked_for;
    return open_marked(path, trace, not_asked_for, progress);
}

Result open_marked(const QString &path, std::unique_ptr<Trace> &trace, std::vector<Bookmark> &bookmarks, const Progress &progress)
{
    const QFileInfo there(path);
    if (there.isDir())
        return {Fault::cannot_read, qt_error_string(EISDIR)};
    if (there.exists() && !there.isFile()) // opening a pipe would wait for its writer
        return {Fault::not_a_trace, QStringLiteral("no file")};
    if (!there.exists())
        return {Fault::cannot_read, qt_error_string(ENOENT)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {Fault::cannot_read, file.errorString()};
    Input input(file);
    Result result;
    try {
        Pace pace(progress, file.size());
        auto opened = std::make_unique<Trace>();
        std::vector<Bookmark> marked;
        const auto part = body(input, head(input), *opened, pace, marked);
        result.byte = input.offset();
        result.unfinished = part == 0;
        if (result.unfinished)
            more_parts(file, *opened, pace, result.byte);
        else if (part || input.offset() != input.size())
            damaged(QStringLiteral("more after the end"));
        pace.finished();
        trace = std::move(opened);
        bookmarks = std::move(marked);
    } catch (const Broken &broken) {
        return {broken.fault, broken.detail, std::max(result.byte, input.offset())};
    } catch (const std::bad_alloc &) {
        return {Fault::no_memory, {}};
    }
    return result;
}

} // namespace archive
