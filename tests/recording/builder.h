// SPDX-License-Identifier: MIT
// Recordings made by hand: threads, then lines of text (text.h), or calls, with the times they began and ended.
#pragma once

#include "calls/schema.h"
#include "recording/part.h"

#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <sys/socket.h>
#include <utility>

namespace recording {

using trace::Call;
using trace::Event;

// Events are given in any order and stand in the trace ordered by end. Times are ns, after `since`.
class Builder {
public:
    explicit Builder(int64_t since = 0, int32_t first_tid = 0) : m_began(since), m_first_tid(first_tid) {}

    uint16_t thread(const std::string &name, Part part, std::vector<std::string> variables = {})
    {
        m_threads.push_back(m_cast.thread(name, part, m_first_tid ? m_first_tid + int32_t(m_threads.size()) : 0, std::move(variables)));
        return told(m_threads.size() - 1);
    }
    // Those of that name; made when they are named first, a thread of the part that its name begins with: client, control, notification.
    uint16_t thread_named(std::string_view name);
    uint16_t variable(uint16_t thread, std::string_view name);
    int64_t since() const { return m_began; }
    const char *name(uint16_t thread) const { return m_threads[thread].name.c_str(); }

    // Lines as text.h says, written like printf()'s format. The first wrong one ends the test with a sentence that says where it is.
    [[gnu::format(printf, 2, 3)]] void lines(const char *format, ...);
    // Their times are after `time`.
    [[gnu::format(printf, 3, 4)]] void lines_after(int64_t time, const char *format, ...);

    // The reference is good until the next event is made.
    Event &call(uint16_t thread, Call call, int64_t begin, int64_t end, int fd = -1, int result = 0, int64_t length = 0)
    {
        Event &made = m_batch.events.emplace_back();
        fill(made, thread, call, begin, fd, length);
        made.end = m_began + end;
        made.result = result;
        return made;
    }
    // FD_SET, an assignment: a step of no length, on variable number `variable`.
    Event &step(uint16_t thread, Call what, int64_t time, int variable, int fd = -1, int64_t length = 0)
    {
        Event &made = call(thread, what, time, time, fd, 0, length);
        made.flags = uint32_t(variable);
        return made;
    }
    // A select() of one word on the set that is variable `readfds`, for reading only.
    Event &select(uint16_t thread, int64_t begin, int64_t end, int nfds, int readfds, uint64_t asked, uint64_t answered,
                  int64_t timeout = -1)
    {
        Event &made = call(thread, Call::select, begin, end, nfds, __builtin_popcountll(answered), timeout);
        made.flags = trace::select_flags::passed(uint32_t(readfds));
        made.words[0] = asked;
        made.words[1] = answered;
        return made;
    }
    Event &in_flight(uint16_t thread, Call call, int64_t begin, int fd = -1, int64_t length = 0)
    {
        m_batch.in_flight_changed = true;
        Event &made = m_batch.in_flight.emplace_back();
        fill(made, thread, call, begin, fd, length);
        return made;
    }
    Event &select_in_flight(uint16_t thread, int64_t begin, int nfds, int readfds, uint64_t asked)
    {
        Event &made = in_flight(thread, Call::select, begin, nfds, -1);
        made.flags = trace::select_flags::passed(uint32_t(readfds));
        made.words[0] = asked;
        return made;
    }
    // One that is made elsewhere, in flight or complete; its times are as they stand.
    void add(const Event &event, bool in_flight = false)
    {
        (in_flight ? m_batch.in_flight : m_batch.events).push_back(event);
        m_batch.in_flight_changed |= in_flight;
    }
    // Words of an event that has them elsewhere; returns their place.
    uint64_t words(const std::vector<uint64_t> &given)
    {
        const uint64_t place = m_batch.words.size();
        m_batch.words.insert(m_batch.words.end(), given.begin(), given.end());
        return place;
    }

    // What has been given since the last time, as a run would hand it over.
    trace::Batch batch()
    {
        std::ranges::stable_sort(m_batch.events, {}, &Event::end);
        return std::exchange(m_batch, {});
    }
    trace::Trace trace()
    {
        trace::Trace trace;
        trace.append(batch());
        return trace;
    }

private:
    void lines_from(int64_t time, const char *format, va_list arguments);
    void fill(Event &made, uint16_t thread, Call call, int64_t begin, int fd, int64_t length) const
    {
        made.thread = thread;
        made.call = call;
        made.begin = m_began + begin;
        made.fd = fd;
        made.length = length;
    }
    // The batch tells of a thread, or tells anew.
    uint16_t told(size_t thread)
    {
        const auto before = std::ranges::find(m_batch.thread_index, thread);
        const size_t place = size_t(before - m_batch.thread_index.begin());
        if (before == m_batch.thread_index.end()) {
            m_batch.thread_index.push_back(thread);
            m_batch.threads.emplace_back();
        }
        m_batch.threads[place] = m_threads[thread];
        m_batch.programs = m_cast.programs;
        return uint16_t(thread);
    }

    trace::Batch m_batch;
    Cast m_cast;
    std::vector<trace::Thread> m_threads;
    int64_t m_began;
    int32_t m_first_tid;
};

// Sequence number of the `nth` event (from 0) of `thread` that is a `call`.
inline size_t find(const trace::Trace &trace, uint16_t thread, Call call, int nth = 0)
{
    const auto &events = trace.events();
    for (size_t i = 0; i < events.size(); ++i)
        if (events[i].thread == thread && events[i].call == call && nth-- == 0)
            return i;
    return events.size();
}

} // namespace recording
