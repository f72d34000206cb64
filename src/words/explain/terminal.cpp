// SPDX-License-Identifier: MIT
// At a terminal: what is typed, what a program reads of it and writes to it, what fgets() gives.
#include "words/explain/explain.h"

#include "replay/terminal.h"
#include "words/quoted.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace words {
namespace {

std::optional<replay::Terminal> terminal_of(const Step &step)
{
    const size_t program = step.event.thread < step.trace.threads.size() ? step.trace.threads[step.event.thread].program : SIZE_MAX;
    return replay::terminal_of(step.replay, program, {step.world.time, step.world.complete});
}

// What this keystroke has brought about last, as the terminal shows it.
bool shows_last(const Step &step, const std::optional<replay::Terminal> &terminal, replay::Terminal::Piece::Who who, std::string_view end)
{
    return terminal && !terminal->pipe && std::ranges::any_of(terminal->pieces, [&](const replay::Terminal::Piece &one) {
        return one.event == step.sequence && one.who == who && one.text.ends_with(end);
    });
}

bool has_pipe(const Step &step)
{
    const auto terminal = terminal_of(step);
    return terminal && terminal->pipe;
}

QString typed(const Step &step)
{
    const Language &language = step.language;
    if (step.begins)
        return language.say("Explain", "Somebody types.");
    if (step.event.result == -1)
        return failed(step);
    const auto terminal = terminal_of(step);
    const QString text = quoted(step.event);
    if (step.event.result == 1 && shows_last(step, terminal, replay::Terminal::Piece::end_of_file, ""))
        return language.say("Explain", "Ctrl-D was pressed. The terminal gives what stands before it on the line; at the beginning of a line a read() returns 0: "
                                       "end of file.");
    if (shows_last(step, terminal, replay::Terminal::Piece::typed, "^C"))
        return language.say("Explain", "Ctrl-C was pressed. The line discipline of the terminal gives it to no read(): it throws away what was typed and not read, and "
                                       "sends SIGINT to those in the terminal's foreground.");
    if (terminal && terminal->pipe)
        return language.say("Explain", "Written into the pipe that is standard input: %1. It can be read at once.").arg(text);
    if (terminal && !terminal->unfinished.empty())
        return language.say("Explain", "Typed at the keyboard, without Enter: %1. The terminal collects a line: descriptor 0 does not become readable by it.").arg(text);
    return language.say("Explain", "Typed at the keyboard: %1. The line is whole, and descriptor 0 can be read.").arg(text);
}

QString given(const Step &step)
{
    const Language &language = step.language;
    const int64_t ahead = step.value("ahead");
    if (step.event.result == 0)
        return language.say("Explain", "fgets() returned NULL: end of file, or read() was interrupted.");
    const QString line = language.say("Explain", "fgets() gave %1.").arg(quoted(step.event));
    if (ahead > 0)
        return together({line, language.say("Explain", "%n byte(s) more have been read already: they stand in the C library's buffer, in the program. "
                                                       "select() knows nothing of them.", nullptr, plural(ahead))});
    return together({line, language.say("Explain", "The C library's buffer is empty now.")});
}

// The user has closed the terminal.
bool hung_up(const Step &step)
{
    const auto &threads = step.trace.threads;
    for (size_t i = 0; step.event.thread < threads.size() && i < threads.size(); ++i)
        if (threads[i].program == threads[step.event.thread].program && threads[i].job == trace::Job::keyboard)
            for (const uint32_t sequence : step.replay.lane(i).sequence)
                if (sequence < std::min(step.world.complete, step.trace.events().size()) && step.trace.events()[sequence].call == trace::Call::typed_end)
                    return true;
    return false;
}

QString read_there(const Step &step, const replay::Terminal &terminal)
{
    const Language &language = step.language;
    if (step.begins) {
        if (terminal.readable())
            return language.say("Explain", "%1 calls read() on descriptor 0. There is something to be read: it will not sleep.").arg(step.subject());
        return step.asleep() ? language.say("Explain", "%1 sleeps in read() on descriptor 0 until a line has been typed. What comes elsewhere does not wake it.")
                                   .arg(step.subject())
                             : language.say("Explain", "%1 calls read() on descriptor 0, where nothing can be read yet.").arg(step.subject());
    }
    if (step.event.result == -1)
        return step.event.error == EAGAIN ? polled(step) : failed(step);
    if (step.event.result == 0)
        return asks_nothing(step) ? returned_nothing(step)
            : !terminal.pipe && hung_up(step)
            ? language.say("Explain", "read() returned 0: the terminal was closed at the user's side, and each read() from now on returns 0 or fails with EIO.")
            : terminal.pipe ? language.say("Explain", "read() returned 0: the pipe has been closed, and all that was in it has been read. That stays so.")
                             : language.say("Explain", "read() returned 0: end of file of the keyboard, Ctrl-D. A terminal gives that once; the next read() would wait again.");
    if (terminal.pipe && step.event.result >= step.value("length"))
        return language.say("Explain", "read() copied %n byte(s) out of the pipe, as many as it had asked for: there may be more in it.", nullptr,
                            plural(step.event.result));
    return terminal.pipe
        ? language.say("Explain", "read() copied %n byte(s) out of the pipe: all there were then, however many lines they are.", nullptr, plural(step.event.result))
        : language.say("Explain", "read() copied %n byte(s) of what was typed: one line at most.", nullptr, plural(step.event.result));
}

} // namespace

bool has_terminal(const Step &step)
{
    return terminal_of(step).has_value();
}

QString explain_terminal(const Step &step)
{
    if (step.event.call == trace::Call::typed)
        return typed(step);
    if (step.event.call == trace::Call::typed_end && !has_pipe(step))
        return step.language.say("Explain", "The terminal was closed at the user's side, as with its window: a read() of the program that sleeps there, and each later one, "
                                            "returns -1 with EIO or 0, and a write() returns -1 with EIO.");
    if (step.event.call == trace::Call::typed_end)
        return step.language.say("Explain", "The pipe that is standard input was closed at its other end: what is in it can still be read, then read() returns 0.");
    if (step.event.call == trace::Call::fgets)
        return given(step);
    const bool moves = calls::reads(step.event) || calls::writes(step.event);
    if (!moves || step.socket(step.event.fd) || step.event.fd < 0 || step.event.fd > 2)
        return {};
    const auto terminal = terminal_of(step);
    if (!terminal)
        return {};
    if (calls::reads(step.event))
        return read_there(step, *terminal);
    if (step.begins)
        return step.language.say("Explain", "%1 writes to its terminal.").arg(step.subject());
    if (step.event.result == -1)
        return step.event.error == EAGAIN ? polled(step) : failed(step);
    return step.language.say("Explain", "%1 has written %2 to its terminal.").arg(step.subject(), quoted(step.event));
}

} // namespace words
