// SPDX-License-Identifier: MIT
#include "lessons/until.h"

#include "calls/schema.h"

#include <algorithm>

namespace lessons {
namespace {

// Whoever comes later is not there yet, nor is a statement that the bench was given later.
void forget_what_comes(trace::Batch &batch)
{
    size_t threads = 0;
    std::vector<size_t> lines(batch.programs.size());
    const auto look = [&](const trace::Event &event) {
        threads = std::max<size_t>(threads, event.thread + 1u);
        if (event.thread < batch.threads.size() && event.file < batch.files.size() && batch.files[event.file] == "bench")
            if (const size_t program = batch.threads[event.thread].program; program < lines.size())
                lines[program] = std::max<size_t>(lines[program], event.line);
    };
    std::ranges::for_each(batch.events, look);
    std::ranges::for_each(batch.in_flight, look);
    batch.threads.resize(std::min(threads, batch.threads.size()));
    size_t programs = batch.threads.empty() ? 0 : 1;
    for (const trace::Thread &thread : batch.threads)
        programs = std::max<size_t>(programs, thread.program + 1u);
    batch.programs.resize(std::min(programs, batch.programs.size()));
    for (size_t i = 0; i < batch.programs.size(); ++i) {
        std::string &text = batch.programs[i].text;
        size_t end = 0;
        for (size_t line = 0; line < lines[i] && end < text.size(); ++line)
            end = std::min(text.find('\n', end), text.size() - 1) + 1;
        text.resize(end);
    }
}

} // namespace

trace::Trace until(const trace::Trace &trace, replay::Instant instant)
{
    const auto &events = trace.events();
    const size_t complete = std::min(instant.complete, events.size());
    trace::Batch batch{.events = {events.begin(), events.begin() + ptrdiff_t(complete)}, .in_flight_changed = true, .words = trace.words,
                       .programs = trace.programs, .threads = trace.threads, .files = trace.files};
    const auto goes_on = [&](const trace::Event &event) {
        if (event.begin > instant.time || (!calls::is_call(event.call) && event.call != trace::Call::held))
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
    forget_what_comes(batch);
    for (size_t i = 0; i < batch.threads.size(); ++i)
        batch.thread_index.push_back(i);
    batch.until = instant.time;
    trace::Trace cut;
    cut.run = trace.run;
    cut.append(std::move(batch));
    return cut;
}

} // namespace lessons
