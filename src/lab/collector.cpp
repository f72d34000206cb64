// SPDX-License-Identifier: MIT
#include "lab/collector.h"

#include "calls/schema.h"
#include "trace/clock.h"
#include "trace/payload.h"
#include "trace/place.h"

#include <algorithm>
#include <new>
#include <utility>

namespace lab {
namespace {

using trace::Event;

bool ends_before(const Event &a, const Event &b)
{
    return a.end < b.end;
}

} // namespace

struct Collector::Source {
    size_t index = 0;
    trace::Thread thread;
    std::unique_ptr<trace::Recorder> recorder;
    trace::Ring::Loss beyond; // the bound, since the last batch
};

Collector::Collector(size_t max_events) : m_max_events(max_events) {}
Collector::~Collector() = default;

uint16_t Collector::add(trace::Program program)
{
    const std::scoped_lock lock(m_mutex);
    m_programs.push_back(std::move(program));
    m_batch.programs = m_programs;
    return uint16_t(m_programs.size() - 1);
}

void Collector::tell(uint16_t program, std::string text)
{
    const std::scoped_lock lock(m_mutex);
    m_programs[program].text = std::move(text);
    m_batch.programs = m_programs;
}

trace::Recorder &Collector::add(trace::Thread thread, size_t slots, size_t folds)
{
    const std::scoped_lock lock(m_mutex);
    auto source = std::make_unique<Source>();
    source->index = m_sources.size();
    source->thread = std::move(thread);
    source->recorder = std::make_unique<trace::Recorder>(uint16_t(m_sources.size()), slots, folds);
    m_batch.threads.push_back(source->thread);
    m_batch.thread_index.push_back(source->index);
    m_sources.push_back(std::move(source));
    return *m_sources.back()->recorder;
}

trace::Recorder *Collector::recorder(size_t index) const
{
    const std::scoped_lock lock(m_mutex);
    return index < m_sources.size() ? m_sources[index]->recorder.get() : nullptr;
}

void Collector::observe(const Event &event)
{
    const std::scoped_lock lock(m_mutex);
    if (room())
        m_batch.events.insert(std::ranges::upper_bound(m_batch.events, event, ends_before), event);
}

void Collector::begin_chapter(std::vector<std::pair<std::string, std::string>> titles)
{
    const std::scoped_lock lock(m_mutex);
    const int64_t now = trace::now();
    if (!m_chapters.empty() && m_chapters.back().end == 0)
        m_chapters.back().end = now;
    if (!titles.empty())
        m_chapters.push_back({now, 0, std::move(titles)});
    m_batch.chapters = m_chapters;
}

// Counts one event more, or one dropped.
bool Collector::room()
{
    if (m_events >= m_max_events) {
        ++m_batch.dropped;
        return false;
    }
    ++m_events;
    return true;
}

uint16_t Collector::file(uint32_t place)
{
    const auto [known, fresh] = m_file_of.try_emplace(place, uint16_t(m_files.size()));
    if (fresh) {
        // Several strings may spell one file, one for each translation unit.
        const std::string name = trace::file_name(place);
        const auto same = std::ranges::find(m_files, name);
        known->second = uint16_t(same - m_files.begin());
        if (same == m_files.end())
            m_files.push_back(name);
    }
    return known->second;
}

// Turns a recorder's event into a trace's: names its file and takes its words over.
Event Collector::kept(const Event &recorded, uint32_t place, const uint64_t *words, size_t count)
{
    Event event = recorded;
    event.file = event.line ? file(place) : 0;
    if (count) {
        trace::payload::stands_at(event, m_batch.words.size(), count);
        m_batch.words.insert(m_batch.words.end(), words, words + count);
    }
    return event;
}

// Where they are missing, the recording says so, even beyond its bound.
void Collector::mark(const Source &source, const trace::Ring::Loss &loss)
{
    if (loss.events == 0)
        return;
    Event lost;
    lost.call = trace::Call::lost;
    lost.thread = uint16_t(source.index);
    lost.begin = loss.since;
    lost.end = loss.until;
    calls::set(lost, {{"events", int64_t(loss.events)}});
    m_batch.events.push_back(lost);
}

void Collector::drain(Source &source, std::vector<InFlight> *in_flight)
{
    trace::Thread now = source.thread;
    source.recorder->ring().drain(
        [&](const Event &event, uint32_t place, const uint64_t *words, size_t count) {
            if (event.call == trace::Call::thread_begin)
                now.tid = int32_t(calls::value(event, "tid").value_or(0));
            if (room())
                m_batch.events.push_back(kept(event, place, words, count));
            else
                source.beyond = {source.beyond.events + 1, source.beyond.events ? source.beyond.since : event.begin, event.end};
        },
        [&](const Event &event, uint32_t place, const uint64_t *words, size_t count) {
            if (in_flight)
                in_flight->push_back({event, place, {words, words + count}});
        });
    const trace::Ring::Loss loss = source.recorder->ring().take_loss();
    m_batch.dropped += loss.events;
    mark(source, loss);
    mark(source, std::exchange(source.beyond, {}));
    now.variables = source.recorder->variables();
    if (now != source.thread) {
        source.thread = now;
        m_batch.threads.push_back(now);
        m_batch.thread_index.push_back(source.index);
    }
}

void Collector::drain_all(std::vector<InFlight> *in_flight)
{
    const size_t middle = m_batch.events.size();
    for (const auto &source : m_sources)
        drain(*source, in_flight);
    const auto fresh = m_batch.events.begin() + ptrdiff_t(middle);
    std::stable_sort(fresh, m_batch.events.end(), ends_before);
    std::inplace_merge(m_batch.events.begin(), fresh, m_batch.events.end(), ends_before);
}

void Collector::drain()
{
    const std::scoped_lock lock(m_mutex);
    try {
        drain_all(nullptr);
    } catch (const std::bad_alloc &) {
        // What is left stays in the rings: take() tells whoever can do something about it.
    }
}

trace::Batch Collector::take()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<InFlight> in_flight;
    drain_all(&in_flight);
    const auto same = [](const InFlight &a, const InFlight &b) {
        return a.event.thread == b.event.thread && a.event.begin == b.event.begin && a.event.count == b.event.count;
    };
    if (!std::ranges::equal(in_flight, m_in_flight, same)) {
        for (const auto &[event, place, words] : in_flight)
            m_batch.in_flight.push_back(kept(event, place, words.data(), words.size()));
        m_batch.in_flight_changed = true;
        m_in_flight = std::move(in_flight);
    }
    if (m_files.size() != m_files_told) {
        m_batch.files = m_files;
        m_files_told = m_files.size();
    }
    trace::Batch batch;
    std::swap(batch, m_batch);
    return batch;
}

} // namespace lab
