// SPDX-License-Identifier: MIT
// A run: its programs, the first of which is the server, and their clients, real threads, from start to stop; what they record is taken out in batches.
#pragma once

#include "clients/client.h"
#include "servers/server.h"
#include "trace/trace.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bench {
class Seat;
}

namespace lab {

// What somebody is to be asked about before it happens.
struct Question {
    int program = 1;                        // counted from 1
    trace::Call call = trace::Call::count_; // held before number `which` of these calls of its own thread, counted from 1
    int which = 0;
    size_t chapter = 0;                     // or before this chapter begins, counted from 1; 0: before the call
    bool operator==(const Question &) const = default;
};

struct Settings {
    std::string server = "select";  // servers::named()
    std::shared_ptr<bench::Seat> occupant{}; // the bench whose run this is; else one is made for the server "bench"
    const servers::Server *stranger = nullptr; // a server that no catalogue names; `server` is then just its name
    servers::Settings serve;
    bool paused = false;            // the gate is closed from the first call on
    bool awaits_host = false;       // a first program that connects to somebody waits until a program that is added listens
    std::vector<Question> questions{}; // at each the run stands still until answered(): the thread, and the script
    trace::Lesson lesson{};         // whose run it is
    bool recorded = true;           // false: the server runs without a recorder, to be compared with
    size_t max_events = 16'000'000; // beyond it events are dropped and counted; 64 bytes each
    bool operator==(const Settings &) const = default;
};

// A thread that a stop could not end, and where it sleeps.
struct Left {
    std::string thread; // its name; empty: one of those with which the C library reads for aio
    std::string call;   // in which it is; empty: in none
    int fd = -1;        // at which one of the C library's reads
    bool operator==(const Left &) const = default;
};

// Why a run could not begin, ended by itself, or could not be ended: `call` failed with `error`.
struct Problem {
    std::string call; // "bind"; "server": there is none of that name; "stop": see `left`
    int error = 0;    // errno
    int port = 0;     // the port asked for
    std::vector<Left> left{}; // the threads that a stop could not end
};

// How far a program is.
struct ProgramProgress {
    trace::Call call = trace::Call::count_; // the call it is in
    bool over = false;                      // it has ended
    std::optional<Problem> failed;          // by itself, with an error
};

// All members may be called from any thread unless said otherwise. Only start(), stop(), close_descriptor()
// and the destructor wait.
class Run {
public:
    explicit Run(const Settings &settings);
    ~Run(); // stops
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;

    // Starts the server; returns once it listens or has failed, or at once when the run begins paused. Once only.
    std::optional<Problem> start();
    // Asks everything to end and returns; ended() becomes true. What has not ended when for `patience` nothing more did is left
    // behind: it sleeps for good, is told as the run's problem(), and what was recorded is there as ever.
    void request_stop(std::chrono::milliseconds patience = usual_patience);
    // request_stop() and wait for it.
    void stop(std::chrono::milliseconds patience = usual_patience);
    static constexpr std::chrono::milliseconds usual_patience{2000};
    bool ended() const;
    // The server's own ending, once it has ended by itself with an error.
    std::optional<Problem> problem() const;

    // Where the server listens; 0 before it does.
    int port() const;

    // Clients are numbered from 1. A new one is a thread that waits for commands; 0: the system allows no further thread (EAGAIN).
    int add_client();
    int clients() const;
    // Gives client `number` a command; it does them in order. False if there is no such client.
    bool tell(int number, clients::Command command);
    // What client `number` has done so far; nothing if there is no such client.
    std::optional<clients::Progress> progress(int number) const;

    // The gate. A pause holds each thread before its next call.
    void pause();
    void resume();
    bool paused() const;
    // Lets thread `thread` (index in Trace::threads) do one call, or, with -1, the one that has waited longest.
    // False if none waits at the gate.
    bool step(int thread = -1);
    // True if at least one thread waits at the gate now.
    bool held() const;

    // One more program, with a descriptor table of its own, numbered from 2; the first is the server. One that connects to another does so
    // where clients connect, too. `call` of the problem is "server" when there is none of the name.
    std::optional<Problem> add_program(std::string_view name);
    int programs() const;
    const servers::Server *listing(int program) const; // nullptr: there is no such program
    std::optional<ProgramProgress> program(int number) const;
    bool asleep_in(int program, trace::Call call) const;
    void interrupt(int program);
    // At the keyboard of program `program`, once what was typed before is through; Ctrl-D. False if it has no terminal.
    bool type(int program, std::string text);
    bool type_end(int program);
    // Closes its terminal under it, once what was typed before is through.
    bool hang_up(int program);
    bool all_typed(int program) const;
    // Whether its terminal has shown `text`: what it wrote, or the echo of what was typed.
    bool shows(int program, std::string_view text) const;

    // Seats the bench, once in a run; the one of a run of the server "bench" sits there from the beginning. With a descriptor table and a
    // terminal of its own, which is that of program 0; or, `program` from 1, as one more thread in the table of that one. `call` of the problem
    // is "bench": EBUSY, it sits already; ESRCH, there is no such program, or it has ended.
    std::optional<Problem> add_bench(int program = 0, std::shared_ptr<bench::Seat> seat = {});
    // nullptr: there is none.
    std::shared_ptr<bench::Seat> bench() const;

    // True while the server sleeps in `call`: it has begun it and the kernel has put it to sleep (/proc/self/task/TID/stat).
    bool server_asleep_in(trace::Call call) const;
    // Sends the server's thread a signal whose handler does nothing, without SA_RESTART: a call in which it sleeps returns -1
    // with EINTR.
    void interrupt_server();
    // Holds the server alone at the gate before its next step, or lets it go on.
    void hold_server(bool held);
    bool server_held() const;
    // Another thread of the server closes descriptor `fd` behind its back; returns once that is done.
    void close_descriptor(int fd);
    // Connections the server has accepted so far.
    int accepted() const;
    // EMFILE or ENFILE while the server has no descriptor left for the next one, else 0.
    int refused() const;
    // As it was begun.
    const Settings &settings() const;

    // Signal handlers the server has entered so far.
    int handlers() const;
    // Asks the server to block its signals and compute on, or to take them again; signals_held() tells once it has.
    // False if it has no signals to hold.
    bool hold_signals(bool hold);
    bool signals_held() const;
    // The latest wish.
    bool holding_signals() const;

    // The question that is open, of Settings::questions.
    std::optional<size_t> asked() const;
    void answered();
    // Before it begins chapter `number` a script asks what is to be asked there.
    void come_to_chapter(size_t number);

    // A chapter of the recording begins now, titled in one or several languages; the one before it ends.
    void begin_chapter(std::vector<std::pair<std::string, std::string>> titles);
    // The last one ends now.
    void end_chapter();

    // What was recorded since the last time. For one thread: the one that owns the Trace. First call gives the threads.
    trace::Batch take();
    // The run's description for Trace::run.
    trace::Run description() const;

private:
    struct State;
    const std::shared_ptr<State> m; // threads that were left behind share it
};

} // namespace lab
