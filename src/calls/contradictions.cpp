// SPDX-License-Identifier: MIT
#include "calls/contradictions.h"

#include "calls/verbs.h"

#include <algorithm>
#include <map>

namespace calls {
namespace {

using trace::Trace;

// What a thread had done by then. Calls made in a handler stand inside the call that the signal has interrupted.
struct Course {
    struct Level {
        int64_t handler = INT64_MIN; // when it was entered; the lowest level: in none
        int64_t last_end = INT64_MIN;
        size_t last = 0;
    };
    std::vector<Level> levels{1};
    std::optional<size_t> ended;
    int64_t end = 0;
};

class Pass {
public:
    explicit Pass(const Trace &trace) : m_trace(trace), m_courses(trace.threads.size()) {}

    std::vector<Contradiction> all()
    {
        for (size_t i = 0; i < m_trace.events().size(); ++i)
            look_at(m_trace.events()[i], i);
        for (const Event &event : m_trace.in_flight())
            look_at(event, {});
        for (const Doubt &doubt : m_doubts)
            found(Contradiction::given_twice, m_trace.events()[doubt.step], doubt.step, doubt.since);
        std::ranges::stable_sort(m_found, {}, [](const Contradiction &one) { return one.step.value_or(SIZE_MAX); });
        const auto lasted = uint64_t(std::max<int64_t>(1, m_trace.end() - m_trace.begin()));
        if (m_trace.dropped / std::max<size_t>(1, m_trace.threads.size()) > lasted)
            m_found.push_back({Contradiction::too_many_lost, {}, {}, 0});
        return std::move(m_found);
    }

private:
    void found(Contradiction::What what, const Event &event, std::optional<size_t> step, std::optional<size_t> other = {})
    {
        m_found.push_back({what, step, other, event.thread});
    }

    void look_at(const Event &event, std::optional<size_t> step)
    {
        if (is_observation(event.call) || event.thread >= m_courses.size())
            return;
        if (is_call(event.call))
            look_at_numbers(event, step);
        if (step && m_trace.dropped == 0)
            look_at_descriptors(event, *step);
        const trace::Job job = trace::job(m_trace, event.thread);
        if (job == trace::Job::library || job == trace::Job::worker) // several, one after the other, are one
            return;
        look_at_times(event, step, m_courses[event.thread]);
    }

    void look_at_numbers(const Event &event, std::optional<size_t> step)
    {
        const auto transfer = as_transfer(event);
        if (transfer && transfer->asked < 0)
            found(Contradiction::negative_size, event, step);
        if (event.count > 1 && event.end && uint64_t(event.end - event.begin) < event.count - 1)
            found(Contradiction::too_often, event, step);
        if (!event.end)
            return;
        if (event.result < -1)
            found(Contradiction::below_minus_one, event, step);
        if (event.result == -1 && event.error == 0 && is_system_call(event.call))
            found(Contradiction::no_error, event, step);
        if (event.result >= 0 && event.fd < 0 && is_system_call(event.call) && row(event.call).field("fd"))
            found(Contradiction::no_descriptor, event, step);
        if (event.result > 0 && as_closing(event))
            found(Contradiction::more_than_done, event, step);
        const bool whole_length = transfer && transfer->truncates; // MSG_TRUNC: recv(2) returns the datagram's
        if (transfer && transfer->moved && transfer->asked >= 0 && *transfer->moved > transfer->asked && !whole_length)
            found(Contradiction::more_than_asked, event, step);
        else if (has(event, multiplexes) && event.result > 0 && event.result > most_ready(event))
            found(Contradiction::more_than_asked, event, step);
    }

    // A number that is given away is free. A close() is complete later than its number is: what it leaves in doubt it settles.
    void look_at_descriptors(const Event &event, size_t step)
    {
        std::map<int, size_t> &open = m_open[m_trace.threads[event.thread].program];
        if (const auto closing = as_closing(event); closing && closing->everything) {
            open.clear();
        } else if (closing && closing->descriptor && closing->done) {
            open.erase(closing->fd);
            const auto settled = [&](const Doubt &doubt) {
                const Event &given = m_trace.events()[doubt.step];
                const bool same = m_trace.threads[given.thread].program == m_trace.threads[event.thread].program && doubt.fd == closing->fd;
                if (same && event.begin <= given.end)
                    open[doubt.fd] = doubt.step;
                return same && event.begin <= given.end;
            };
            std::erase_if(m_doubts, settled);
        }
        const auto opening = as_opening(event);
        if (!opening)
            return;
        for (const int made : {opening->made, opening->other})
            if (made >= 0 && opening->what == Opening::duplicate) // dup2() closes what was there
                open[made] = step;
            else if (made >= 0 && !open.try_emplace(made, step).second)
                m_doubts.push_back({made, step, open[made]});
    }

    static int64_t most_ready(const Event &event)
    {
        if (const auto most = value(event, "maxevents"))
            return *most;
        const int64_t fds = value(event, "nfds").value_or(0);
        return event.call == Call::select ? 3 * fds : fds; // a descriptor may be in all three sets
    }

    void look_at_times(const Event &event, std::optional<size_t> step, Course &course)
    {
        if (course.ended && event.begin >= course.end && step && !is_life(event.call))
            found(Contradiction::after_its_end, event, step, course.ended);
        if (event.call == Call::thread_end && step) {
            course.ended = step;
            course.end = event.end;
        } else if (event.call == Call::handler_begin) {
            course.levels.push_back({event.begin});
        } else if (event.call == Call::handler_end && course.levels.size() > 1) {
            course.levels.pop_back();
        } else if (is_call(event.call) && event.count == 1) { // polls may be repeated while others go on
            while (course.levels.size() > 1 && event.begin < course.levels.back().handler)
                course.levels.pop_back();
            Course::Level &level = course.levels.back();
            if (event.begin < level.last_end)
                found(Contradiction::overlaps, event, step, level.last);
            if (step && event.end > level.last_end) {
                level.last_end = event.end;
                level.last = *step;
            }
        }
    }

    static bool is_life(Call call) { return row(call).kind == Kind::life; }

    struct Doubt {
        int fd;
        size_t step, since;
    };
    const Trace &m_trace;
    std::map<uint16_t, std::map<int, size_t>> m_open; // by program: descriptors, and the step that has opened each
    std::vector<Doubt> m_doubts;
    std::vector<Course> m_courses; // by thread
    std::vector<Contradiction> m_found;
};

} // namespace

std::vector<Contradiction> contradictions(const Trace &trace)
{
    return Pass(trace).all();
}

std::string_view name(Contradiction::What what) noexcept
{
    static constexpr std::string_view names[Contradiction::count_] = {
        "more_than_asked", "below_minus_one", "no_error", "no_descriptor", "more_than_done", "given_twice",
        "negative_size", "overlaps", "after_its_end", "too_often", "too_many_lost"};
    return what < Contradiction::count_ ? names[what] : std::string_view();
}

} // namespace calls
