// SPDX-License-Identifier: MIT
#include "trace/trace.h"

#include <algorithm>

namespace trace {
namespace {

bool ends_before(const Event &a, const Event &b)
{
    return a.end < b.end;
}

std::span<const uint64_t> select_words(const Trace &trace, const Event &event, int which, bool answered)
{
    using namespace select_flags;
    if (event.call != Call::select || which < 0 || which > 2 || variable(event.flags, which) == none || event.fd < 0)
        return {};
    const size_t per_set = size_t(words_per_set(event.fd));
    if (!(event.flags & payload_elsewhere))
        return per_set > 1 ? std::span<const uint64_t>() : std::span(&event.words[answered], 1);
    size_t index = 0;
    for (int set = 0; set < which; ++set)
        index += variable(event.flags, set) != none;
    const size_t from = index * per_set + (answered ? event.words[1] / 2 : 0);
    if (event.words[0] > trace.words.size() || event.words[1] > trace.words.size() - event.words[0]
        || from + per_set > event.words[1])
        return {};
    return std::span(trace.words).subspan(event.words[0] + from, per_set);
}

// What an epoll_wait() has answered.
std::vector<Polled> told(const Trace &trace, const Event &event)
{
    const size_t count = event.end ? size_t(std::max(event.result, 0)) : 0;
    std::span<const uint64_t> words(event.words);
    if (event.flags & payload_elsewhere) {
        if (event.words[0] > trace.words.size() || event.words[1] > trace.words.size() - event.words[0])
            return {};
        words = std::span(trace.words).subspan(event.words[0], event.words[1]);
    }
    std::vector<Polled> all;
    for (const uint64_t word : words.first(std::min(count, words.size())))
        all.push_back(polled_of(word));
    return all;
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
    const auto relocate = [offset](Event &event) {
        if (has_words_elsewhere(event))
            event.words[0] += offset;
    };
    std::ranges::for_each(batch.events, relocate);
    std::ranges::for_each(batch.in_flight, relocate);
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
    return origin(trace, thread) == Origin::listing && job(trace, thread) != Job::control;
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
    using namespace select_flags;
    if (event.call != Call::select || event.end == 0 || event.length <= 0 || event.fd < 0 || !(event.flags & payload_elsewhere))
        return {};
    const uint64_t of_sets = uint64_t(sets_passed(event.flags)) * uint64_t(words_per_set(event.fd));
    if (event.words[1] != 2 * (of_sets + 1) || event.words[0] > trace.words.size() || event.words[1] > trace.words.size() - event.words[0])
        return {};
    return int64_t(trace.words[event.words[0] + event.words[1] - 1]);
}

std::vector<Polled> polled(const Trace &trace, const Event &event, bool answered)
{
    std::vector<Polled> all;
    if (event.call == Call::epoll_wait && answered)
        return told(trace, event);
    if (event.call != Call::poll || event.fd <= 0 || (answered && event.end == 0))
        return all;
    std::span<const uint64_t> words(&event.words[answered], 1);
    if (event.flags & payload_elsewhere) {
        const uint64_t count = uint64_t(event.fd);
        if (event.words[0] > trace.words.size() || event.words[1] > trace.words.size() - event.words[0]
            || event.words[1] < 2 * count)
            return all;
        words = std::span(trace.words).subspan(event.words[0] + (answered ? count : 0), count);
    } else if (event.fd != 1) {
        return all;
    }
    for (const uint64_t word : words)
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
    return select_words(trace, event, which, false);
}

std::span<const uint64_t> answered(const Trace &trace, const Event &event, int which)
{
    return event.end ? select_words(trace, event, which, true) : std::span<const uint64_t>();
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
