// SPDX-License-Identifier: MIT
// A recording as it is read: passive values, owned by one thread, ordered by the moment each event was complete.
#pragma once

#include "trace/payload.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace trace {

// Who says what a program does.
enum class Origin : uint8_t {
    listing, // it runs one of the listings
    script,  // a peer, which does what it is told
};

// A program that takes part in the run: its threads share its descriptors.
struct Program {
    std::string name; // "server", "client 1"
    Origin origin = Origin::listing;
    std::string listing; // its file, "select.cpp"; empty: it has none, or it is not told
    Call told_by = Call::count_; // the call that tells it what can be done now; a signal's handler; count_: not told here
    std::string text{}; // line by line, the statements that the bench was given: the listing of a bench, or what is typed beside one of ours
    bool operator==(const Program &) const = default;
};

// What a thread is there for in its program.
enum class Job : uint8_t {
    main,    // does the program's work
    library, // started by the C library to tell of a completion; several, one after the other, are one here
    control, // of the run: it ends the program from inside
    keyboard, // of its terminal: what it writes there is what is typed
    worker,  // does a part of the program's work: started by it
    bench,   // beside its work: executes statements that are typed
};

// A recorded thread. `variables` are the names of its watched sets, tables and numbers, by their number in Event::flags.
struct Thread {
    std::string name; // "server", "client 1"
    uint16_t program = 0; // index into Trace::programs
    Job job = Job::main;
    int32_t tid = 0;
    std::vector<std::string> variables;
    bool operator==(const Thread &) const = default;
};

// The lesson whose run it is, as its file has it: whoever opens the recording has what is said and asked of it.
struct Lesson {
    std::string name; // "two-phases"
    std::string text; // of the file; empty: no lesson's run
    bool operator==(const Lesson &) const = default;
};

// The run that was recorded.
struct Run {
    std::string server;      // "select"
    uint16_t port = 0;       // where it listened
    int64_t began_utc = 0;   // ns since 1970-01-01, CLOCK_REALTIME
    int64_t began = 0;       // the same instant, CLOCK_MONOTONIC ns: time 0 on the screen
    std::string system;      // "Linux 6.1.0", from uname(2)
    bool stepped = false;    // the gate held threads: timings are not representative
    Lesson lesson{};
    bool operator==(const Run &) const = default;
};

// A part of the run that its script or lesson has a title for. The first begins with the script, each ends where the next begins.
struct Chapter {
    int64_t begin = 0; // ns, CLOCK_MONOTONIC
    int64_t end = 0;   // ns; 0: not over
    std::vector<std::pair<std::string, std::string>> titles; // a language's code and the title in it; the code "": in whatever language
    bool operator==(const Chapter &) const = default;
};

// What was collected since the last batch: finished values that cross threads.
struct Batch {
    std::vector<Event> events;    // complete, ordered by end
    std::vector<Event> in_flight; // replaces the former if in_flight_changed
    bool in_flight_changed = false;
    std::vector<uint64_t> words;  // what events that have their words elsewhere point into
    std::vector<Program> programs; // all programs so far, when there is a new one; else empty
    std::vector<Thread> threads;  // those not told of before; an entry with a known index replaces it
    std::vector<size_t> thread_index;
    std::vector<std::string> files; // all files named so far, when there is a new one; else empty
    std::vector<Chapter> chapters;  // all so far, when one has begun or ended; else empty
    uint64_t dropped = 0;           // events lost since the last batch because a bound was reached
    int64_t until = 0;              // ns: nothing more had ended by then, the run goes on; 0: not told
    bool empty() const { return events.empty() && !in_flight_changed && programs.empty() && threads.empty() && files.empty() && chapters.empty() && dropped == 0; }
};

class Trace {
public:
    Run run;
    std::vector<Program> programs;
    std::vector<Thread> threads;
    std::vector<std::string> files;  // base names: "select.cpp"
    std::vector<Chapter> chapters;   // in order; none: its script has none
    std::vector<uint64_t> words;
    uint64_t dropped = 0;

    // Complete events, ordered by end. An event's sequence number is its index here.
    const std::vector<Event> &events() const { return m_events; }
    // Calls begun and not ended (end 0) at the end of the recording, and failing polls that may still be repeated (end: the
    // last one's).
    const std::vector<Event> &in_flight() const { return m_in_flight; }

    // Takes a batch in. Returns the lowest index that is new or has moved: a late event is put where it belongs.
    // Throws std::bad_alloc.
    size_t append(Batch batch);

    // The first and last instant of the recording, ns; 0, 0 when it is empty. While the run goes on the last is that of the
    // latest batch.
    int64_t begin() const;
    int64_t end() const;
    // The tid of thread `thread` (index) at `time` ns: it may stand for several, one after the other. 0: not told.
    int32_t tid(size_t thread, int64_t time) const;
    // When the latest batch of a run that went on was taken, ns; 0: not told.
    int64_t until() const { return m_until; }

private:
    std::vector<Event> m_events;
    std::vector<Event> m_in_flight;
    struct Life {
        int64_t begin; // ns
        int32_t tid;
    };
    std::vector<std::vector<Life>> m_lives; // by thread, in order
    int64_t m_until = 0;
};

// The words of one set of a select: which 0 read, 1 write, 2 except; empty when it was not passed, has not been answered yet or the
// event is damaged.
std::span<const uint64_t> asked(const Trace &trace, const Event &event, int which);
std::span<const uint64_t> answered(const Trace &trace, const Event &event, int which);

// What was left of a select's timeout when it returned, ns, as the kernel wrote it into the timeval (select(2)); nothing when
// there was no timeout, when it was 0 or when the recording does not tell.
std::optional<int64_t> time_left(const Trace &trace, const Event &event);

// What a poll was asked about, or a poll or epoll_wait has answered; empty when the event is damaged, neither, or not over yet.
std::vector<Polled> polled(const Trace &trace, const Event &event, bool answered);

// The descriptors a poll was asked about, or, `answered`, a poll or epoll_wait has found ready, in the order of its array.
std::vector<int> polled_descriptors(const Trace &trace, const Event &event, bool answered);

// The bits that are on, ascending; those at or above `bound` are left out.
std::vector<int> members(std::span<const uint64_t> words, int bound);

// Of thread `thread` (index). One that the trace does not know is the main thread of a program that runs a listing.
Job job(const Trace &trace, size_t thread);
Origin origin(const Trace &trace, size_t thread);
// It does the work of a program that runs a listing, or tells it of a completion: what is measured of that program.
bool serves(const Trace &trace, size_t thread);
// It is the main thread of one.
bool runs_listing(const Trace &trace, size_t thread);
// The main thread (index) of program `program`; nothing when there is none.
std::optional<size_t> main_thread(const Trace &trace, size_t program);

// "select.cpp:42", or empty.
std::string source(const Trace &trace, const Event &event);
// The variable's name, or "?" when the recording does not tell.
const std::string &variable(const Trace &trace, const Event &event, uint16_t number);

} // namespace trace
