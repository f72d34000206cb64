// SPDX-License-Identifier: MIT
// Where one thread writes down what it does: a ring of slots that another thread empties.
#pragma once

#include "trace/event.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <source_location>
#include <string>
#include <vector>

namespace trace {

// A place in a source file, small enough to be recorded with every event.
struct Here {
    const char *file;
    uint32_t line;
    consteval Here(std::source_location place) : file(place.file_name()), line(place.line()) {}
    // A line of a text that is read while the program runs. `name` is a string literal.
    constexpr Here(const char *name, uint32_t of_text) : file(name), line(of_text) {}
};

// One writing thread and its signal handlers, one reading thread. Writing is async-signal-safe and re-entrant, never waits,
// never allocates. When the ring is full the event is not recorded but counted.
class Recorder {
public:
    // `slots` is a power of two; 64 bytes each, touched here so that recording meets no page fault. `folds`, a power of two:
    // so many different failing polls that take turns are folded, each into one event with its own count.
    Recorder(uint16_t thread, size_t slots, size_t folds = 64);
    ~Recorder();
    Recorder(const Recorder &) = delete;
    Recorder &operator=(const Recorder &) = delete;

    // --- the recorded thread

    // Writes down that a call begins, before the kernel is entered; `asked` has everything known by then but `begin`,
    // which is read here, last, unless it is set. `words`: the asked words of a select or poll that has them elsewhere; room for as many
    // answered ones is kept and Event::words is set here. nullptr: none was asked, as with epoll_wait; there is room for `count` answered.
    // Returns the slot for close(), or nullptr: the ring was full.
    Event *open(const Event &asked, const uint64_t *words = nullptr, size_t count = 0) noexcept;

    // What is known only after the call.
    struct Outcome {
        int result = 0;
        int error = 0;
        int64_t length = keep;            // replaces Event::length
        const uint64_t *words = nullptr;  // answered words that are elsewhere, or the two words of Event::words
        size_t count = 0;
        int64_t end = 0;                  // when it was over; 0: now
        static constexpr int64_t keep = INT64_MIN;
    };
    // Reads the clock first, then completes the slot. A poll in vain (EAGAIN, or 0 with a timeout of 0) stays open to be
    // folded with its equals, until something else is recorded.
    void close(Event *slot, const Outcome &outcome) noexcept;

    // True if `asked`, with the same words as for open(), repeats a poll in vain that is open: then call poll_again()
    // instead of open() and close().
    bool repeats(const Event &asked, const uint64_t *words = nullptr, size_t count = 0) const noexcept;
    // Counts one more equal failure of `asked`; returns false if this one ended otherwise and must be recorded by itself.
    bool poll_again(const Event &asked, const Outcome &outcome) noexcept;
    // Writes an event whose `begin` and `end` are set, or, when both are 0, a step that happens now. An assignment to a set
    // of the select() that is being folded is folded, too.
    void write(const Event &event) noexcept;

    // Names a watched variable; returns its number for Event::flags (unnamed_variable when there are too many). Not signal-safe.
    uint16_t variable(const char *name);
    // Events not recorded because the ring was full. Any thread may look.
    uint64_t dropped() const noexcept { return m_dropped.load(std::memory_order_relaxed); }
    // So many of them since this was asked before, which came from `since` to `until`, ns.
    struct Loss {
        uint64_t events = 0;
        int64_t since = 0, until = 0;
    };
    Loss take_loss() noexcept; // the reading thread
    // The variables named so far. Any thread may call; complete before an event uses them.
    std::vector<std::string> variables() const;
    uint16_t thread() const noexcept { return m_thread; }

    // --- the reading thread

    // Hands each newly completed event to `complete` and each one in flight to `in_flight`, with the place of its file's name,
    // see file_name(), and with its words when they are elsewhere (asked then answered per set; in flight the answered ones
    // are 0, of epoll_wait left out). Order within the thread is kept.
    using Sink = std::function<void(const Event &, uint32_t place, const uint64_t *words, size_t count)>;
    void drain(const Sink &complete, const Sink &in_flight);

private:
    struct alignas(64) Slot : Event {}; // one cache line
    Event *reserve(size_t slots) noexcept;
    void lose() noexcept;
    std::atomic<Event *> &fold_of(const Event &event) const noexcept;
    void keep_fold(Event *slot) noexcept;
    bool count_again(Event *fold) noexcept;
    bool folds_assignment(const Event &event) const noexcept;
    void fold_assignment(const Event &event) noexcept;
    void finish_folds() noexcept;
    void publish(Event *slot, int64_t end) noexcept;
    uint64_t position(const Event *slot) const noexcept;
    uint64_t *word(uint64_t header, size_t index) const noexcept; // of the payload behind it
    void take_answered(Event &event, uint64_t position, size_t room);
    uint64_t look(uint64_t position, const Sink &complete, const Sink &in_flight, bool &open);

    const uint16_t m_thread;
    const size_t m_size;
    const std::unique_ptr<Slot[]> m_ring;
    alignas(64) std::atomic<uint64_t> m_head{0}; // next slot to write
    std::atomic<bool> m_folding{false};
    const size_t m_fold_mask;
    const std::unique_ptr<std::atomic<Event *>[]> m_folds; // the open polls in vain, by descriptor and call
    const std::unique_ptr<std::atomic<uint64_t>[]> m_kept; // a bit for each that may be there
    std::atomic<uint64_t> m_dropped{0};
    std::atomic<int64_t> m_losing_since{0}, m_losing_until{0}; // 0: not since take_loss()
    alignas(64) std::atomic<uint64_t> m_tail{0}; // first slot the writer may not touch
    uint64_t m_read = 0;                         // first slot not looked at
    uint64_t m_told = 0;                         // of m_dropped, by take_loss()
    std::vector<uint64_t> m_open;                // slots looked at while still in flight
    std::vector<uint64_t> m_words;               // of the event being handed over

    struct Names;
    const std::unique_ptr<Names> m_names;
};

// The file of an event not yet collected is an offset from a fixed address, Event::place(); this gives its base name.
const char *file_name(uint32_t offset) noexcept;
inline constexpr char anchor[] = ""; // that address, in the program's read-only data
inline uint32_t file_offset(const char *name) noexcept
{
    return uint32_t(name - anchor);
}

} // namespace trace
