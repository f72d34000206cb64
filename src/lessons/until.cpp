// SPDX-License-Identifier: MIT
#include "lessons/until.h"

#include "calls/schema.h"

#include <algorithm>

namespace lessons {

trace::Trace until(const trace::Trace &trace, replay::Instant instant)
{
    const auto &events = trace.events();
    const size_t complete = std::min(instant.complete, events.size());
    trace::Batch batch{.events = {events.begin(), events.begin() + ptrdiff_t(complete)}, .in_flight_changed = true, .words = trace.words,
                       .programs = trace.programs, .threads = trace.threads, .files = trace.files};
    for (size_t i = 0; i < trace.threads.size(); ++i)
        batch.thread_index.push_back(i);
    const auto goes_on = [&](const trace::Event &event) {
        if (event.begin > instant.time || !calls::is_call(event.call))
            return;
        trace::Event begun = calls::begun(event);
        begun.end = 0;
        batch.in_flight.push_back(begun);
    };
    std::for_each(events.begin() + ptrdiff_t(complete), events.end(), goes_on);
    std::ranges::for_each(trace.in_flight(), goes_on);
    for (const trace::Chapter &chapter : trace.chapters)
        if (chapter.begin <= instant.time)
            batch.chapters.push_back({chapter.begin, chapter.end <= instant.time ? chapter.end : 0, chapter.titles});
    batch.until = instant.time;
    trace::Trace cut;
    cut.run = trace.run;
    cut.append(std::move(batch));
    return cut;
}

} // namespace lessons
