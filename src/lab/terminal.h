// SPDX-License-Identifier: MIT
// A program's terminal: its side is descriptors 0, 1 and 2 of the program, openpty(3), pty(7); the user's side is a keyboard,
// a measured thread whose write() is what is typed, and a screen.
#pragma once

#include "lab/collector.h"
#include "posix/context.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace lab {

struct Problem;

class Terminal {
public:
    // `recorder`: the keyboard's, nullptr: what is typed is not recorded.
    // `interrupted` is called, in a thread of the terminal, when its line discipline has sent a signal, with that and the process it has
    // come to: a program is threads of this process and cannot be in the terminal's foreground itself, so a process stands in for it there.
    using Interrupted = std::function<void(int signal, int pid)>;
    Terminal(trace::Recorder *recorder, Interrupted interrupted) : m_recorder(recorder), m_interrupted(std::move(interrupted)) {}
    ~Terminal(); // in the thread that has opened it, or one that shares its descriptors: end()
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    // Opens the pair and starts the threads. `pipe`: descriptor 0 is a pipe instead.
    std::optional<Problem> open(bool pipe);
    // In the first thread of a descriptor table that is still the process's: gives it one of its own, with 0, 1 and 2 of the terminal
    // and nothing else. Returns 0 or the errno.
    int become_standard() noexcept;
    // Once become_standard() has returned: the program's ends are closed where they were opened.
    void handed_over() noexcept;
    // /dev/pts/ `number`.
    int number() const { return m_number; }
    bool has_pipe() const { return m_has_pipe; }
    // What the keyboard has not typed yet is not typed any more; it passes its gate.
    void release();
    // Ends its threads; nothing more is typed or shown.
    void end();

    // --- any thread

    // Types `text` when what was typed before is through.
    void type(std::string text);
    // Ctrl-D; of a pipe: closes it.
    void type_end();
    // The user's side of the terminal is closed, as a window of terminals is.
    void hang_up();
    // Whether all has been typed.
    bool all_typed() const;
    // All that has been shown: what the program wrote, and the echo of what was typed.
    std::string shown() const;
    bool shows(std::string_view text) const;
    posix::Gate gate; // the keyboard's
    const trace::Recorder *recorder() const { return m_recorder; }

private:
    bool stand_in();
    int interrupts();
    void pass_on(bool signal);
    void close_user();
    void run_keyboard();
    void run_screen();
    void put(std::string_view text);

    int m_user = -1, m_program = -1, m_number = -1;
    int m_pipe[2] = {-1, -1}, m_signals[2] = {-1, -1}; // the latter: which have come to who stands in
    bool m_has_pipe = false;
    posix::Pulse m_pulse;
    std::atomic<bool> m_over{false}, m_keyboard_over{false}, m_screen_over{false}, m_hung_up{false};
    std::atomic<int> m_screen_tid{0};
    trace::Recorder *const m_recorder;
    const Interrupted m_interrupted;
    mutable std::mutex m_mutex; // all below
    std::condition_variable m_changed;
    struct Typed {
        std::string text;
        enum : uint8_t { keys, end, hang_up } what = keys;
    };
    std::deque<Typed> m_typed;
    bool m_busy = false;
    int m_stand_in = 0;    // its process; 0: there is none
    bool m_ready = false;  // for signals
    int m_interrupts = 0;  // that have come
    std::string m_shown;
    std::thread m_keyboard, m_screen;
};

} // namespace lab
