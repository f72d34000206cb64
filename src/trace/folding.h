// SPDX-License-Identifier: MIT
// Who polls meets the same nothing again and again: equal polls in vain become one event with their number. The slots of those that may be
// repeated are kept until anything else is recorded. All of it is one thread's and its signal handlers': it never waits, never allocates.
#pragma once

#include "trace/slot.h"

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <memory>

namespace trace {

// Whether a call has found nothing there yet, or no descriptor left. `timeout`: ns, of one that waits for many; `error`: errno when
// `result` is -1.
constexpr bool in_vain(Call call, int64_t timeout, int result, int error)
{
    if (multiplexing.has(call))
        return result == 0 && timeout == 0;
    return folded_on_error.has(call) && result == -1 && (error == EAGAIN || error == EMFILE || error == ENFILE);
}

// Its slots are those of a ring; a kept one has Slot::end below 0. The atomics are all relaxed: a handler is of the same thread, and another
// reads only `end` and `count` of a slot: `count` with release, so that it is not ahead of `end`.
class Folding {
public:
    // So many different ones that take turns are counted each for itself: `places`, at least 64, a power of two.
    explicit Folding(size_t places);

    // Keeps one that is over, in vain.
    void keep(Slot &slot) noexcept;
    // Whether any may be kept: else there is nothing to be asked or to finish.
    bool any() const noexcept { return m_any.load(std::memory_order_relaxed); }
    // The kept one that was asked the same, but for a payload elsewhere; nullptr: there is none.
    const Slot *kept_like(const Slot &asked) const noexcept;
    // One more like `asked` that ended at `time`, ns, with this errno. False: none is kept that ended so.
    bool count(const Slot &asked, int error, int64_t time) noexcept;
    // Whether it is an assignment to a set of the select() that is kept, from one that select() leaves alone: it gives the same each time.
    bool belongs(const Slot &assignment) const noexcept;
    // None of those kept is repeated any more: they are complete.
    void finish() noexcept
    {
        if (any()) [[unlikely]]
            finish_all();
    }

private:
    std::atomic<Slot *> &place_of(const Slot &slot) const noexcept;
    void finish_all() noexcept;

    std::atomic<bool> m_any{false};
    const size_t m_mask;
    const std::unique_ptr<std::atomic<Slot *>[]> m_kept;     // by descriptor and call
    const std::unique_ptr<std::atomic<uint64_t>[]> m_places; // a bit for each that may be there
};

} // namespace trace
