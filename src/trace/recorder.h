// SPDX-License-Identifier: MIT
// How one thread writes down what it does: a ring that another thread empties, and the folding of its polls in vain.
#pragma once

#include "trace/folding.h"
#include "trace/ring.h"

#include <mutex>
#include <string>
#include <vector>

namespace trace {

// Times are ns, CLOCK_MONOTONIC. What the recorded thread and its signal handlers call never waits and never allocates.
class Recorder {
public:
    // `size`, see Ring; `folds`, see Folding.
    Recorder(uint16_t thread, size_t size, size_t folds = 64) : m_ring(thread, size), m_folding(folds) {}

    // --- the recorded thread

    // Writes down that a call begins, before the kernel is entered; `asked` has everything known by then but `begin`, which is read
    // here, last, unless it is set. `words`: the asked words of a select or poll that has them elsewhere; nullptr: none was asked, as
    // with epoll_wait, and `count` may be answered. Returns the slot for close(), or nullptr: the ring was full.
    Slot *open(const Slot &asked, const uint64_t *words = nullptr, size_t count = 0) noexcept
    {
        return count ? m_ring.open(Slot(asked), words, count) : m_ring.open(asked);
    }

    // What is known only after the call.
    struct Outcome {
        int result = 0;
        int error = 0;
        int64_t length = keep;            // replaces Event::length
        const uint64_t *words = nullptr;  // answered words that are elsewhere, or the two words of Event::words
        size_t count = 0;
        static constexpr int64_t keep = INT64_MIN;
    };
    // Completes the slot of a call that was over at `end`, ns; nullptr: nothing. A poll in vain (EAGAIN, or 0 with a timeout of 0) is kept
    // to be folded with its equals, until something else is recorded. `call`: what was asked, which the compiler often knows.
    void close(Slot *slot, Call call, const Outcome &outcome, int64_t end) noexcept;
    void close(Slot *slot, const Outcome &outcome) noexcept { close(slot, slot ? slot->call : Call::count_, outcome, now()); }

    // True if `asked`, with the same words as for open(), repeats a poll in vain that is kept: then `begin` is set, and
    // close_repeated() called instead of open() and close(). It is counted, or written down for itself if it has ended otherwise.
    bool repeats(const Slot &asked, const uint64_t *words = nullptr, size_t count = 0) const noexcept
    {
        return (multiplexing.has(asked.call) || folded_on_error.has(asked.call)) && m_folding.any() && repeats_kept(Slot(asked), words, count);
    }
    void close_repeated(const Slot &asked, const Outcome &outcome, int64_t end, const uint64_t *words = nullptr, size_t count = 0) noexcept;

    // Writes an event whose `begin` and `end` are set, or, when both are 0, a step that happens now. An assignment to a set
    // of the select() that is being folded is folded, too.
    void write(const Slot &event) noexcept
    {
        const int64_t end = event.end ? event.end : now();
        if (event.call == Call::set_assigned && m_folding.any() && fold_assignment(Slot(event), end))
            return;
        m_folding.finish();
        m_ring.put(event, event.begin ? event.begin : end, end);
    }

    // Names a watched variable; returns its number for Event::flags (unnamed_variable when there are too many). Not signal-safe.
    uint16_t variable(const char *name);

    // --- any thread

    // The variables named so far; complete before an event uses them.
    std::vector<std::string> variables() const;
    uint16_t thread() const noexcept { return m_ring.thread(); }
    // For the thread that reads.
    Ring &ring() noexcept { return m_ring; }

private:
    void close_multiplexing(Slot &slot, const Outcome &outcome, int64_t end) noexcept;
    void keep(Slot &slot, int64_t end) noexcept;
    bool repeats_kept(const Slot &asked, const uint64_t *words, size_t count) const noexcept;
    bool fold_assignment(const Slot &event, int64_t time) noexcept;

    Ring m_ring;
    Folding m_folding;
    mutable std::mutex m_mutex; // the names
    std::vector<std::string> m_names;
};

inline void Recorder::close(Slot *slot, Call call, const Outcome &outcome, int64_t end) noexcept
{
    if (!slot)
        return;
    slot->result = outcome.result;
    slot->error = uint8_t(outcome.error);
    if (outcome.length != Outcome::keep)
        slot->length = outcome.length;
    if (multiplexing.has(call))
        return close_multiplexing(*slot, Outcome(outcome), end);
    if (outcome.words) {
        slot->words[0] = outcome.words[0];
        slot->words[1] = outcome.words[1];
    }
    if (in_vain(call, 0, outcome.result, outcome.error)) [[unlikely]]
        return keep(*slot, end);
    m_folding.finish();
    Ring::end(*slot, end);
}

} // namespace trace
