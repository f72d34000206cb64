// SPDX-License-Identifier: MIT
// Lines typed at the keyboards of programs, as messages to them: from the keystroke that ends a line to the read() that has taken its last byte.
#include "replay/measures/measure.h"

#include "calls/keys.h"
#include "calls/verbs.h"

#include <unistd.h>

namespace replay {
namespace {

using trace::Call;
using trace::Event;


// One line: how many bytes have been typed up to its end.
struct Line {
    int64_t end = 0;
    size_t typed = 0; // event
    int64_t bytes = 0;
};

std::vector<Line> lines_of(const trace::Trace &trace, size_t keyboard)
{
    std::vector<Line> lines;
    int64_t bytes = 0, before = 0;
    for (size_t i = 0; i < trace.events().size(); ++i) {
        const Event &event = trace.events()[i];
        if (event.thread != keyboard || event.call != Call::typed)
            continue;
        for (const std::byte each : calls::preview(event)) { // all of it: the keyboard never types more in one call
            const char typed = char(each);
            bytes += typed != calls::end_of_file_key;
            if (typed != '\n')
                continue;
            lines.push_back({bytes, i, bytes - before});
            before = bytes;
        }
    }
    return lines;
}

} // namespace

std::vector<Message> typed_lines(const Replay &replay)
{
    const trace::Trace &trace = replay.trace();
    std::vector<Message> all;
    for (size_t keyboard = 0; keyboard < trace.threads.size(); ++keyboard) {
        const auto main = trace.threads[keyboard].job == trace::Job::keyboard ? trace::main_thread(trace, trace.threads[keyboard].program) : std::nullopt;
        if (!main)
            continue;
        const std::vector<Line> lines = lines_of(trace, keyboard);
        size_t next = 0;
        int64_t read = 0;
        const auto add = [&](const Line &line, std::optional<size_t> taken) {
            const Event &typed = trace.events()[line.typed];
            const int64_t in_hand = taken ? trace.events()[*taken].end : 0;
            all.push_back({line.typed, taken, uint16_t(keyboard), uint16_t(*main), line.bytes, typed.begin,
                           taken ? std::min(typed.end, in_hand) : typed.end, in_hand, {}});
        };
        for (size_t i = 0; i < trace.events().size(); ++i) {
            const Event &event = trace.events()[i];
            const auto transfer = event.thread == *main ? calls::as_transfer(event) : std::nullopt;
            if (!transfer || !transfer->reads() || transfer->fd != STDIN_FILENO)
                continue;
            for (read += std::max<int64_t>(0, transfer->moved.value_or(0)); next < lines.size() && lines[next].end <= read; ++next)
                add(lines[next], i);
        }
        for (; next < lines.size(); ++next)
            add(lines[next], {});
    }
    return all;
}

} // namespace replay
