// SPDX-License-Identifier: MIT
// The bench as a run has it: statements are executed, one at a time, in the measured thread that serves it: that of a program of its own,
// or one more in the table of a program that does something else. The C library's threads that read for aio belong to whoever was the first
// in this process to ask: only that one's asynchronous requests are of its own table.
#pragma once

#include "bench/machine.h"
#include "posix/context.h"

#include <chrono>
#include <memory>

namespace bench {

// A variable as it was when a statement had been executed: "readfds", "fd_set", "{0, 4}".
struct Shown {
    std::string name, type, value;
    bool operator==(const Shown &) const = default;
};

// What became of a statement.
struct Done {
    int line = 0; // of the program's text
    std::variant<Outcome, Wrong> outcome;
    std::vector<Shown> variables;
};

// All members may be called from any thread, but serve().
class Seat final {
public:
    // `done` is called in the bench's thread whenever a statement has been executed, or refused.
    explicit Seat(bool other_addresses, std::function<void(Done)> done = {});
    ~Seat();

    // Executes what it is given in the calling thread, which is measured, until end(). `tell` is given the text so far, line by line.
    void serve(const std::function<void(std::string)> &tell);
    // serve() returns once the statement that is executed is done, or at once; nothing is executed any more.
    void end();

    // Gives it a statement, which stands on `line` of the program's text; 0: on the next one. Done in their order.
    void give(Statement statement, int line = 0);
    // Statements given and not done; 0 once serve() has returned.
    size_t waiting() const;
    // Waits until none is waiting, at most that long. True: it is so.
    bool done(std::chrono::milliseconds patience) const;
    // serve() has returned.
    bool over() const;
    // What became of the last one that was done.
    std::optional<Done> last() const;
    // The call in which the kernel has put the thread to sleep; count_: none. /proc/self/task/TID/stat.
    calls::Call asleep_in() const;
    // A signal whose handler does nothing: a call that sleeps returns -1 with EINTR.
    void interrupt() const;
    // Those that have not begun are forgotten.
    void forget();
    // What was executed, whole, as C.
    std::string in_c() const;

private:
    struct State;
    const std::unique_ptr<State> m;
};

// The variables, in the order of their making.
std::vector<Shown> shown(const Variables &variables);

} // namespace bench
