// SPDX-License-Identifier: MIT
// A script: what clients do, one action a line, waiting for conditions and not for time. The grammar is in the README.
#pragma once

#include "bench/statement.h"
#include "lab/run.h"
#include "lab/wishes.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lab {

// One line. Which members count depends on the action.
struct Action {
    enum Kind : uint8_t {
        connect, send, send_urgent, receive, receive_urgent, shutdown, close, reset, // client FIRST..LAST
        wait_asleep,   // wait server blocked in CALL
        wait_held,     // wait server held
        wait_accepted, // wait server accepted COUNT
        wait_received, // wait client N received COUNT
        wait_closed,   // wait client N closed: by the server
        wait_signals,  // wait server handlers COUNT: entered so far
        hold_signals, take_signals, // server holds signals, server takes signals
        interrupt,        // interrupt server
        close_descriptor, // close descriptor COUNT: by another thread of the server
        hold, release,    // hold server: at the gate, before its next step; release server
        chapter,          // chapter "TEXT": a part of the recording begins, see `titles`
        pause, stop,
        // program FIRST; the first of a run is the server
        add_program,         // program N NAME: `text`
        type, type_end,      // program N type "…", type end: at its keyboard
        hang_up,             // program N close terminal
        wait_program_asleep, // wait program N blocked in CALL
        wait_shows,          // wait program N shows "…": on its terminal
        wait_over,           // wait program N ended
        interrupt_program,   // interrupt program N
        // the bench
        give, give_refused, // bench "…", refused "…": a statement of C, `text`; one that the bench will not run
        sit_in,             // bench in program FIRST: in its descriptor table
        bench_type, bench_type_end, // bench type "…": at the keyboard of its own terminal
        wait_bench_asleep,  // wait bench blocked in CALL
        wait_bench_idle,    // wait bench idle
        interrupt_bench,    // interrupt bench
    } kind = stop;
    int line = 0;
    int first = 0, last = 0; // clients; a program
    int64_t count = 0;       // bytes, connections, ns, or a descriptor
    std::string text;        // to send, to type, shown; a name
    trace::Call call = trace::Call::count_;
    std::vector<std::pair<std::string, std::string>> titles{}; // of a chapter, see trace::Chapter
};

// What is wrong with a script, and where. `what` names one of the sentences below; `word` is the word at fault.
struct ScriptProblem {
    enum What : uint8_t {
        unknown_action, unknown_condition, unknown_call, bad_number, missing_word, extra_word, open_quote, bad_unit,
        no_such_client, too_many_clients, timed_out, run_ended, call_failed,
        already_connected, not_connected, // the client could not even make the call
        no_signals, // the server has none to hold
        no_text, // "…" is wanted
        never_sleeps, // the server is never found asleep in that call: a script for another model
        no_connection, // the action is about one, and the server has datagrams
        accepts_nobody, // it connects to another one
        nothing_to_send, // 0 bytes over TCP: an empty datagram is one, a stream has no empty part
        only_asks,     // with the server's timeout of 0 it never sleeps in that call
        no_urgent,     // the server never sends urgent data: who waits for it waits for ever
        no_descriptor, // the server has none left for a connection: what is waited for cannot come
        no_program,    // there is no program of that number, or none of that name
        wrong_number,  // programs are numbered in a row: the next is `word`
        no_terminal,   // the program has none
        program_ended, // what is waited for cannot come: the program has ended
        no_statement,  // `wrong` tells why the bench cannot run it
        not_refused,   // it was to be refused, and the bench has run it
        bench_sits,    // the bench is somewhere already
        bench_idle,    // it sleeps in no call, nothing is to be done there
        no_bench,      // nothing has been given to it yet
        stuck,         // clients still wait in the call `word`, one after the other for longer than the patience
    } what = unknown_action;
    int line = 0;     // from 1
    std::string word;
    int error = 0;    // errno, call_failed
    bench::Wrong wrong{};
};

struct Script {
    std::vector<Action> actions;
    Wishes wishes; // its lines that begin with "with"
};

// Reads a script. Bounds: clients 1 to 2000, 1 GiB a send, 1 hour a pause.
std::variant<Script, ScriptProblem> parse(std::string_view text);

// Does the actions, in the calling thread. A wait that is not fulfilled within `patience` is a problem; `cancelled` is asked
// often, `before` is told each action before it is done. Returns nothing when all was done, or the script was cancelled, or it stopped the run itself.
std::optional<ScriptProblem> play(const Script &script, Run &run, std::chrono::milliseconds patience,
                                  const std::function<bool()> &cancelled, const std::function<void(const Action &)> &before = {});

} // namespace lab
