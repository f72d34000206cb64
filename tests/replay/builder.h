// SPDX-License-Identifier: MIT
// Recordings made by hand: threads, then calls with the times they began and ended.
#pragma once

#include "replay/replay.h"
#include "trace/part.h"

#include <algorithm>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace recording {

using trace::Call;
using trace::Event;

// Events are given in any order and stand in the trace ordered by end. Times are ns.
class Builder {
public:
    uint16_t thread(const char *name, Part part, std::vector<std::string> variables = {})
    {
        m_batch.thread_index.push_back(m_threads);
        m_batch.threads.push_back(m_cast.thread(name, part, 0, std::move(variables)));
        m_batch.programs = m_cast.programs;
        return uint16_t(m_threads++);
    }
    // The reference is good until the next event is made.
    Event &call(uint16_t thread, Call call, int64_t begin, int64_t end, int fd = -1, int result = 0, int64_t length = 0)
    {
        Event &made = m_batch.events.emplace_back();
        fill(made, thread, call, begin, fd, length);
        made.end = end;
        made.result = result;
        return made;
    }
    Event &failed(uint16_t thread, Call what, int64_t begin, int64_t end, int fd, int error)
    {
        Event &made = call(thread, what, begin, end, fd, -1);
        made.error = uint8_t(error);
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
        made.flags = only_read(readfds);
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
        made.flags = only_read(readfds);
        made.words[0] = asked;
        return made;
    }
    // Words of an event that has them elsewhere; returns their place.
    uint64_t words(const std::vector<uint64_t> &given)
    {
        const uint64_t place = m_batch.words.size();
        m_batch.words.insert(m_batch.words.end(), given.begin(), given.end());
        return place;
    }
    static uint32_t only_read(int readfds) { return trace::select_flags::passed(uint32_t(readfds)); }

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
    static void fill(Event &made, uint16_t thread, Call call, int64_t begin, int fd, int64_t length)
    {
        made.thread = thread;
        made.call = call;
        made.begin = begin;
        made.fd = fd;
        made.length = length;
    }

    trace::Batch m_batch;
    Cast m_cast;
    size_t m_threads = 0;
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
