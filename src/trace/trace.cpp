// SPDX-License-Identifier: MIT
#include "trace/trace.h"

#include <algorithm>

namespace trace {
namespace {

bool ends_before(const Event &a, const Event &b)
{
    return a.end < b.end;
}

} // namespace

size_t Trace::append(Batch batch)
{
    for (size_t i = 0; i < batch.threads.size(); ++i) {
        const size_t index = batch.thread_index[i];
        if (index >= threads.size())
            threads.resize(index + 1);
        threads[index] = std::move(batch.threads[i]);
    }
    if (!batch.programs.empty())
        programs = std::move(batch.programs);
    if (!batch.files.empty())
        files = std::move(batch.files);
    if (!batch.chapters.empty())
        chapters = std::move(batch.chapters);
    dropped += batch.dropped;
    m_until = std::max(m_until, batch.until);
    for (const Event &event : batch.events)
        if (event.call == Call::thread_begin && event.length > 0) {
            if (event.thread >= m_lives.size())
                m_lives.resize(event.thread + 1u);
            auto &lives = m_lives[event.thread];
            lives.insert(std::ranges::upper_bound(lives, event.begin, {}, &Life::begin), {event.begin, int32_t(event.length)});
        }
    const uint64_t offset = words.size();
    words.insert(words.end(), batch.words.begin(), batch.words.end());
    for (auto *events : {&batch.events, &batch.in_flight})
        for (Event &event : *events)
            payload::move_behind(event, offset);
    if (batch.in_flight_changed)
        m_in_flight = std::move(batch.in_flight);
    size_t first = m_events.size();
    if (!batch.events.empty()) {
        const auto late = std::upper_bound(m_events.begin(), m_events.end(), batch.events.front(), ends_before);
        first = size_t(late - m_events.begin());
        const size_t middle = m_events.size();
        m_events.insert(m_events.end(), batch.events.begin(), batch.events.end());
        if (first != middle)
            std::inplace_merge(m_events.begin() + ptrdiff_t(first), m_events.begin() + ptrdiff_t(middle), m_events.end(),
                               ends_before);
    }
    return first;
}

int32_t Trace::tid(size_t thread, int64_t time) const
{
    const auto *lives = thread < m_lives.size() && !m_lives[thread].empty() ? &m_lives[thread] : nullptr;
    if (!lives)
        return thread < threads.size() ? threads[thread].tid : 0;
    const auto next = std::ranges::upper_bound(*lives, time, {}, &Life::begin);
    return (next == lives->begin() ? lives->front() : *std::prev(next)).tid;
}

int64_t Trace::begin() const
{
    int64_t first = run.began;
    if (first == 0 && !m_events.empty())
        first = m_events.front().begin;
    return first;
}

int64_t Trace::end() const
{
    int64_t last = m_events.empty() ? begin() : m_events.back().end;
    for (const Event &event : m_in_flight)
        last = std::max({last, event.begin, event.end});
    return std::max(last, m_until);
}

Job job(const Trace &trace, size_t thread)
{
    return thread < trace.threads.size() ? trace.threads[thread].job : Job::main;
}

Origin origin(const Trace &trace, size_t thread)
{
    const size_t program = thread < trace.threads.size() ? trace.threads[thread].program : trace.programs.size();
    return program < trace.programs.size() ? trace.programs[program].origin : Origin::listing;
}

bool serves(const Trace &trace, size_t thread)
{
    const Job does = job(trace, thread);
    return origin(trace, thread) == Origin::listing && does != Job::control && does != Job::keyboard && does != Job::bench;
}

bool runs_listing(const Trace &trace, size_t thread)
{
    return origin(trace, thread) == Origin::listing && job(trace, thread) == Job::main;
}

std::optional<size_t> main_thread(const Trace &trace, size_t program)
{
    for (size_t i = 0; i < trace.threads.size(); ++i)
        if (trace.threads[i].program == program && trace.threads[i].job == Job::main)
            return i;
    return {};
}

std::optional<int64_t> time_left(const Trace &trace, const Event &event)
{
    return event.end ? payload::left(event, trace.words) : std::nullopt;
}

std::vector<Polled> polled(const Trace &trace, const Event &event, bool answered)
{
    std::vector<Polled> all;
    if (!answered || event.end != 0)
        for (const uint64_t word : payload::polled(event, trace.words, answered))
            all.push_back(polled_of(word));
    return all;
}

std::vector<int> polled_descriptors(const Trace &trace, const Event &event, bool answered)
{
    std::vector<int> descriptors;
    for (const Polled &one : polled(trace, event, answered))
        if (one.fd >= 0 && (!answered || one.revents != 0))
            descriptors.push_back(one.fd);
    return descriptors;
}

std::span<const uint64_t> asked(const Trace &trace, const Event &event, int which)
{
    return payload::set(event, trace.words, which, false);
}

std::span<const uint64_t> answered(const Trace &trace, const Event &event, int which)
{
    return event.end ? payload::set(event, trace.words, which, true) : std::span<const uint64_t>();
}

std::vector<int> members(std::span<const uint64_t> words, int bound)
{
    std::vector<int> on;
    for (size_t word = 0; word < words.size(); ++word)
        for (uint64_t left = words[word]; left; left &= left - 1) {
            const int bit = int(word * 64) + __builtin_ctzll(left);
            if (bit < bound)
                on.push_back(bit);
        }
    return on;
}

std::string source(const Trace &trace, const Event &event)
{
    if (event.line == 0 || event.file >= trace.files.size())
        return {};
    return trace.files[event.file] + ":" + std::to_string(event.line);
}

const std::string &variable(const Trace &trace, const Event &event, uint16_t number)
{
    static const std::string unknown = "?";
    if (event.thread >= trace.threads.size() || number >= trace.threads[event.thread].variables.size())
        return unknown;
    return trace.threads[event.thread].variables[number];
}

} // namespace trace
