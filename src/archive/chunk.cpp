// SPDX-License-Identifier: MIT
// Columns of a file become events, and every number in them is checked.
#include "archive/chunk.h"

#include "archive/upgrade.h"
#include "calls/schema.h"
#include "trace/payload.h"

#include <optional>

namespace archive {
namespace {

using trace::Call;
using trace::Event;

[[noreturn]] void damaged(const char *what)
{
    throw Broken{Fault::damaged, QLatin1String(what)};
}

// The columns of one chunk, before they are put together.
class Chunk {
public:
    explicit Chunk(Input &input)
    {
        input.enter_map("chunk");
        while (input.more()) {
            const std::string name = input.text("column's name");
            if (!known(name))
                input.skip();
            else if (find(name))
                damaged("column twice");
            else
                m_columns.push_back({name, input.column(name.c_str())});
        }
    }
    const Column &column(std::string_view name) const
    {
        if (const Column *found = find(name))
            return *found;
        const QLatin1String latin(name.data(), qsizetype(name.size()));
        throw Broken{Fault::damaged, QStringLiteral("no column %1").arg(latin)};
    }
    const Column *find(std::string_view name) const
    {
        for (const Named &named : m_columns)
            if (named.name == name)
                return &named.column;
        return nullptr;
    }
    // The number of events: that of the elements of a column which is always an array, of at least 4 bytes each, so
    // that memory follows the size of the file.
    size_t count(const char *name) const
    {
        const Column &counted = column(name);
        if (element_size(counted.tag) < 4)
            damaged("column that counts the events");
        return size_of(counted);
    }

private:
    struct Named {
        std::string name;
        Column column;
    };
    static bool known(const std::string &name)
    {
        for (const char *other : {"from", "took", "begin", "end", "words"})
            if (name == other)
                return true;
        for (const Field &field : fields())
            if (field.name == QLatin1String(name.data(), qsizetype(name.size())))
                return true;
        return false;
    }
    std::vector<Named> m_columns;
};

std::vector<int64_t> values(const Chunk &chunk, const char *name, Kind kind, size_t count)
{
    std::vector<int64_t> values(count);
    if (!unpack(chunk.column(name), kind, values))
        throw Broken{Fault::damaged, QStringLiteral("column %1").arg(QLatin1String(name))};
    return values;
}

void scatter(const Chunk &chunk, std::span<const Field> fields, std::span<Event> events)
{
    std::vector<int64_t> column(events.size());
    for (const Field &field : fields)
        if (!unpack(chunk.column(field.name.data()), field.kind, column) || !field.scatter(column.data(), events))
            throw Broken{Fault::damaged, QStringLiteral("column %1").arg(field.name)};
}

std::vector<uint64_t> pool(const Chunk &chunk)
{
    const Column *words = chunk.find("words");
    if (!words)
        return {};
    std::vector<int64_t> signed_words(size_of(*words));
    if (element_size(words->tag) != 8 || !unpack(*words, Kind::bits, signed_words))
        damaged("words");
    return {signed_words.begin(), signed_words.end()};
}

// The call that stands at `number` in the file's list.
Call call_of(const Context &context, size_t number)
{
    if (number >= context.calls.size())
        damaged("number of a call");
    if (context.calls[number] == Call::count_)
        throw Broken{Fault::newer_version, QString::fromStdString(context.call_names[number])};
    return context.calls[number];
}

// Turns the file's numbers into this program's and checks them. What the fields may hold is said in calls/schema.cpp.
void settle(std::span<Event> events, const Context &context, size_t words)
{
    for (Event &event : events) {
        event.call = call_of(context, size_t(event.call));
        if (event.call == Call::held)
            calls::set(event, "before", int64_t(call_of(context, size_t(*calls::value(event, "before")))));
        upgrade(event, context.version);
        if (event.thread >= context.threads)
            damaged("number of a thread");
        if (event.line == 0)
            event.file = 0;
        else if (event.file >= context.files)
            damaged("number of a file");
        if (event.count == 0)
            damaged("count of equal calls");
        if (event.begin < 0)
            damaged("time");
        if (!trace::payload::is_inside(event, words))
            damaged("words of a select or poll");
    }
}

} // namespace

trace::Batch read_chunk(Input &input, const Context &context, int64_t since)
{
    const Chunk chunk(input);
    const size_t count = chunk.count("end");
    int64_t end = values(chunk, "from", Kind::number, 1).front();
    if (end < since)
        damaged("order of the events");
    const std::vector<int64_t> after = values(chunk, "end", Kind::number, count);
    const std::vector<int64_t> took = values(chunk, "took", Kind::number, count);
    std::vector<uint64_t> words = pool(chunk);
    trace::Batch batch;
    batch.events.resize(count);
    for (size_t i = 0; i < count; ++i) {
        if (after[i] < 0 || took[i] < 0 || __builtin_add_overflow(end, after[i], &end) || end == 0)
            damaged("time");
        batch.events[i].end = end;
        batch.events[i].begin = end - took[i]; // both are 0 or more
    }
    scatter(chunk, fields(), batch.events);
    settle(batch.events, context, words.size());
    batch.words = std::move(words);
    return batch;
}

trace::Batch read_in_flight(Input &input, const Context &context)
{
    const Chunk chunk(input);
    std::vector<uint64_t> words = pool(chunk);
    trace::Batch batch;
    batch.in_flight.resize(chunk.count("begin"));
    scatter(chunk, plain_times(), batch.in_flight);
    scatter(chunk, fields(), batch.in_flight);
    for (const Event &event : batch.in_flight)
        if (event.end != 0 && event.end < event.begin)
            damaged("time");
    settle(batch.in_flight, context, words.size());
    batch.words = std::move(words);
    return batch;
}

} // namespace archive
