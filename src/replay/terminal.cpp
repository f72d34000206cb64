// SPDX-License-Identifier: MIT
#include "replay/terminal.h"

#include "calls/keys.h"
#include "calls/names.h"
#include "calls/schema.h"
#include "calls/verbs.h"
#include "trace/trace.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <unistd.h>

namespace replay {
namespace {

using trace::Call;
using trace::Event;

std::string text_of(const Event &event)
{
    char bytes[sizeof event.words];
    std::memcpy(bytes, event.words, sizeof bytes);
    return std::string(bytes, std::min<size_t>(sizeof bytes, size_t(std::max(0, event.result))));
}

// Of a thread, in order: those that are complete; `all`: also those that are so later.
std::vector<size_t> events_of(const Replay &replay, size_t thread, Instant instant, bool all)
{
    std::vector<size_t> found;
    for (const uint32_t sequence : replay.lane(thread).sequence)
        if (sequence < replay.trace().events().size() && (all || sequence < instant.complete))
            found.push_back(sequence);
    return found;
}

// The program's death by a key of its terminal, of its own `events`.
const Event *killed_by_key(const trace::Trace &trace, const std::vector<size_t> &events)
{
    for (const size_t sequence : events)
        if (const Event &event = trace.events()[sequence]; event.call == Call::killed && calls::value(event, "signal") == SIGINT && calls::value(event, "code") == SI_KERNEL)
            return &event;
    return nullptr;
}

// What is typed is a stream, from which reads take. A terminal gives a line at most, and at its end a Ctrl-D.
class Typed {
public:
    explicit Typed(bool pipe) : m_pipe(pipe) {}
    void type(const std::string &text) { m_text += text; }
    void end() { m_closed = true; }
    void read(int64_t bytes, std::string *taken)
    {
        const bool at_end = bytes == 0;
        if (const size_t flushed = m_text.find(calls::interrupt_key, m_next); !m_pipe && flushed != std::string::npos && m_text.find('\n', m_next) > flushed)
            m_next = flushed + 1; // no line was whole before
        for (; bytes > 0 && m_next < m_text.size(); ++m_next)
            if (!m_pipe && m_text[m_next] == calls::interrupt_key) {
                continue;
            } else if (m_pipe || m_text[m_next] != calls::end_of_file_key) {
                if (taken)
                    taken->push_back(m_text[m_next]);
                --bytes;
            }
        const bool line_whole = m_next > 0 && m_text[m_next - 1] == '\n';
        if (!m_pipe && m_next < m_text.size() && m_text[m_next] == calls::end_of_file_key && (at_end || !line_whole))
            ++m_next;
        m_told = m_told || (m_pipe && at_end);
    }
    // What was typed before and is taken no more, of `complete` bytes typed by then.
    void tell(Terminal &terminal, size_t complete) const
    {
        std::string rest = m_next < complete ? m_text.substr(m_next, complete - m_next) : std::string();
        if (!m_pipe)
            rest.erase(0, rest.rfind(calls::interrupt_key) + 1); // npos + 1: none was pressed
        const size_t last = m_pipe ? rest.size() : rest.find_last_of(std::string("\n") + calls::end_of_file_key) + 1; // npos + 1: none
        for (size_t i = 0; i < rest.size(); ++i)
            if (!m_pipe && rest[i] == calls::end_of_file_key)
                terminal.end_waits = true;
            else
                (i < last ? terminal.waiting : terminal.unfinished) += rest[i];
        terminal.end_waits = terminal.end_waits || (m_closed && !m_told);
    }

private:
    const bool m_pipe;
    std::string m_text;
    size_t m_next = 0;
    bool m_closed = false, m_told = false;
};

void add_typed(Terminal &terminal, const std::string &text, size_t sequence)
{
    using Piece = Terminal::Piece;
    for (const char c : text) {
        if (c == calls::end_of_file_key && !terminal.pipe) {
            terminal.pieces.push_back({Piece::end_of_file, {}, 0, sequence, true});
            continue;
        }
        if (c == calls::interrupt_key && !terminal.pipe) { // as it is echoed
            add_typed(terminal, "^C\n", sequence);
            continue;
        }
        // A line goes on where it was, whatever the program has written meanwhile.
        auto line = std::find_if(terminal.pieces.rbegin(), terminal.pieces.rend(), [](const Piece &one) { return one.who == Piece::typed; });
        if (line == terminal.pieces.rend() || line->whole) {
            terminal.pieces.push_back({Piece::typed, {}, 0, sequence, false});
            line = terminal.pieces.rbegin();
        }
        line->event = sequence;
        if (c == '\n')
            line->whole = true;
        else
            line->text += c;
    }
}

} // namespace

std::optional<Terminal> terminal_of(const Replay &replay, size_t program, Instant instant)
{
    const trace::Trace &trace = replay.trace();
    const auto main = trace::main_thread(trace, program);
    const auto keyboard = std::ranges::find_if(trace.threads, [&](const trace::Thread &one) {
        return one.program == program && one.job == trace::Job::keyboard;
    });
    if (!main || keyboard == trace.threads.end())
        return {};
    Terminal terminal;
    const std::vector<size_t> own = events_of(replay, *main, instant, false);
    bool input = false, any = false;
    for (const size_t sequence : own)
        if (const Event &event = trace.events()[sequence]; event.call == Call::terminal_opened) {
            terminal.number = int(calls::value(event, "number").value_or(-1));
            any = true;
            input = input || event.fd == 0;
        } else if (any) {
            break;
        }
    if (!any)
        return {};
    terminal.pipe = !input;
    std::ranges::fill(terminal.open, true);
    for (size_t thread = 0; thread < trace.threads.size(); ++thread)
        for (const size_t sequence : trace.threads[thread].program == program ? events_of(replay, thread, instant, false) : std::vector<size_t>())
            if (const auto closing = calls::as_closing(trace.events()[sequence]); closing && closing->descriptor && closing->done && closing->fd >= 0 && closing->fd < 3)
                terminal.open[closing->fd] = false;

    // A keystroke that a read has taken was there, even if the keyboard's own call returned later; so was the Ctrl-C that has killed.
    Typed typed(terminal.pipe);
    size_t complete = 0;
    const Event *const killed = killed_by_key(trace, own);
    std::vector<std::pair<size_t, bool>> order; // pieces: an event, whether it was typed
    for (const size_t sequence : events_of(replay, size_t(keyboard - trace.threads.begin()), instant, true)) {
        const Event &event = trace.events()[sequence];
        if (event.call == Call::typed_end && sequence < instant.complete)
            typed.end();
        if (event.call != Call::typed || event.result <= 0)
            continue;
        const std::string text = text_of(event);
        typed.type(text);
        const bool has_killed = killed && event.begin <= killed->begin && text.find(calls::interrupt_key) != std::string::npos;
        if (sequence >= instant.complete && !has_killed)
            continue;
        complete += size_t(event.result);
        order.emplace_back(sequence, true);
    }
    for (const size_t sequence : own)
        if (const auto moved = calls::as_transfer(trace.events()[sequence]);
            moved && moved->sends() && (moved->fd == STDOUT_FILENO || moved->fd == STDERR_FILENO) && moved->moved.value_or(0) > 0)
            order.emplace_back(sequence, false);
    std::ranges::sort(order, {}, [](const auto &one) { return one.first; });
    for (const auto &[sequence, is_typed] : order) {
        const std::string text = text_of(trace.events()[sequence]);
        if (is_typed)
            add_typed(terminal, text, sequence);
        else
            terminal.pieces.push_back({Terminal::Piece::written, text, trace.events()[sequence].result - int64_t(text.size()), sequence, true});
    }
    std::string taken;
    for (const size_t sequence : own) {
        const Event &event = trace.events()[sequence];
        const auto moved = calls::as_transfer(event);
        if (moved && moved->reads() && moved->fd == STDIN_FILENO && moved->moved)
            typed.read(*moved->moved, &taken);
        else if (event.call == Call::fgets)
            terminal.ahead = std::max<int64_t>(0, calls::value(event, "ahead").value_or(0));
    }
    typed.tell(terminal, complete);
    terminal.ahead_text = taken.substr(taken.size() - std::min(taken.size(), size_t(terminal.ahead)));
    return terminal;
}

bool is_terminal(const Replay &replay, size_t program, int fd, Instant instant)
{
    const auto terminal = fd >= 0 && fd <= 2 ? terminal_of(replay, program, instant) : std::nullopt;
    return terminal && terminal->open[fd];
}

} // namespace replay
