// SPDX-License-Identifier: MIT
// The bench: a real, measured thread with a descriptor table of its own, that executes the statements it is given, one at a time.
// Its 0, 1 and 2 are a terminal that belongs to nobody else, pty(7). The C library's threads that read for aio belong to whoever was the
// first in this process to ask: only that one's asynchronous requests are of its own table.
#pragma once

#include "bench/machine.h"
#include "trace/trace.h"

#include <chrono>
#include <memory>

namespace bench {

struct Settings {
    bool other_addresses = false; // bind() and connect() may leave the loopback
    size_t max_events = 1'000'000;
};

// All members may be called from any thread.
class Bench {
public:
    explicit Bench(const Settings &settings);
    ~Bench(); // interrupts what sleeps, and ends
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    // Begins the thread. Returns 0, or the errno with which the system refuses it, its table or its terminal.
    int start();
    // Gives it a statement, which stands on `line` of the program's text, and returns; not while it is busy.
    void give(Statement statement, int line);
    // Waits until it is done, at most that long. True: it is.
    bool done(std::chrono::milliseconds patience);
    // What became of the last one.
    const std::variant<Outcome, Wrong> &last() const;
    // A signal whose handler does nothing: a call that sleeps returns -1 with EINTR.
    void interrupt();
    // At its terminal's keyboard.
    void type(std::string_view text);
    // True while the thread sleeps in that call: /proc/self/task/TID/stat.
    bool asleep_in(calls::Call call) const;

    // What was recorded since the last time.
    trace::Batch take();
    trace::Run description() const;
    // Ends the thread: what is recorded then is all.
    void stop();
    // What was executed, whole, as C.
    std::string in_c() const;

private:
    struct State;
    const std::unique_ptr<State> m;
};

} // namespace bench
