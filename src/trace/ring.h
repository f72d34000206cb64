// SPDX-License-Identifier: MIT
// Where one thread puts down its events for another to take: a ring of slots without a lock. Who writes, a thread and its signal handlers,
// never waits, never allocates, is async-signal-safe and re-entrant. Times are ns, CLOCK_MONOTONIC; a payload is words of 64 bits.
#pragma once

#include "trace/clock.h"
#include "trace/slot.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace trace {

// Makes `word` `wanted` if it is `expected`, else `expected` what it is. For a word that one thread and its signal handlers write: one
// instruction is enough, and the bus lock of compare_exchange is not needed. Relaxed: it tells another thread nothing.
template <typename Word>
bool replace(std::atomic<Word> &word, Word &expected, Word wanted) noexcept
{
#if defined(__x86_64__)
    static_assert(sizeof(word) == 8);
    bool replaced;
    asm volatile("cmpxchgq %3, %1" : "=@ccz"(replaced), "+m"(word), "+a"(expected) : "r"(wanted));
    return replaced;
#else
    return word.compare_exchange_strong(expected, wanted, std::memory_order_relaxed);
#endif
}

// What a slot tells once its event has ended, or the last of equal ones has; of thread `thread`, and not told of which file.
Event as_event(Slot &slot, uint16_t thread) noexcept;

class Ring {
public:
    // Of thread `thread`, an index. At least `size` slots, a power of two; touched here, so that writing meets no page fault.
    Ring(uint16_t thread, size_t size);

    // --- the thread that writes; nullptr: the ring is full, and the event counted as lost

    // In flight from now on, or from `asked.begin`: the clock is read last.
    Slot *open(const Slot &asked) noexcept;
    // With room for a payload: `words`, what is asked, and as many to be answered; with nullptr `count` to be answered.
    Slot *open(const Slot &asked, const uint64_t *words, size_t count) noexcept;
    // Whether just these words were asked.
    bool asks(const Slot &slot, const uint64_t *words, size_t count) const noexcept;
    // The answered words of one that was opened with room for them.
    void answer(const Slot &slot, const uint64_t *words, size_t count) noexcept;
    // Over at `time`; -time: as Slot::end has it. Release: all that it has become is written before.
    static void end(Slot &slot, int64_t time) noexcept { std::atomic_ref(slot.end).store(time, std::memory_order_release); }
    // From the beginning over, as `end` has it.
    Slot *put(const Slot &event, int64_t begin, int64_t end) noexcept;

    // --- any thread

    uint16_t thread() const noexcept { return m_thread; }
    // Events lost so far.
    uint64_t dropped() const noexcept { return m_dropped.load(std::memory_order_relaxed); }

    // --- the thread that reads, one at a time

    // Hands each newly completed event to `complete` and each one in flight to `in_flight`, with the place of its file's name
    // and with its words when they are elsewhere (asked then answered per set; in flight the answered ones are 0, of epoll_wait
    // left out). Order within the thread is kept. Throws what these throw; what was not handed over stays.
    using Sink = std::function<void(const Event &, uint32_t place, const uint64_t *words, size_t count)>;
    void drain(const Sink &complete, const Sink &in_flight);

    // So many were lost since this was asked before, which came from `since` to `until`, ns.
    struct Loss {
        uint64_t events = 0;
        int64_t since = 0, until = 0;
    };
    Loss take_loss() noexcept;

private:
    struct alignas(64) Line : Slot {}; // of the cache
    Slot *reserve(size_t size) noexcept;
    bool finds_room(uint64_t end) noexcept;
    static void fill(Slot &slot, const Slot &from) noexcept;
    uint64_t position(const Slot &slot) const noexcept { return uint64_t(static_cast<const Line *>(&slot) - m_slots.get()); }
    uint64_t &word(uint64_t position, size_t index) const noexcept; // of the payload behind it
    void take_answered(Event &event, uint64_t position, size_t room);
    uint64_t look(uint64_t position, const Sink &complete, const Sink &in_flight, bool &open);

    const uint16_t m_thread;
    const uint64_t m_mask; // the number of slots less one
    const std::unique_ptr<Line[]> m_slots;
    // Written by the thread that writes. Positions count on and on; a slot's is one modulo the number of slots.
    alignas(64) std::atomic<uint64_t> m_head{0}; // next to write; relaxed: each slot tells by `begin` whether it is written
    std::atomic<uint64_t> m_limit;               // the first it may not write, as far as it has looked: so the reader's line is left alone
    std::atomic<uint64_t> m_dropped{0};          // release, acquire: with the time of each
    std::atomic<int64_t> m_losing_since{0}, m_losing_until{0}; // 0: not since take_loss()
    // Written by the thread that reads.
    alignas(64) std::atomic<uint64_t> m_tail{0}; // first not to be written; release, acquire: the slots before it are empty
    uint64_t m_read = 0;                         // first not looked at
    uint64_t m_told = 0;                         // of m_dropped, by take_loss()
    std::vector<uint64_t> m_open;                // looked at while still in flight
    std::vector<uint64_t> m_words;               // of the event being handed over
};

// A signal handler may come between any two instructions here, so the head moves in one.
inline Slot *Ring::reserve(size_t size) noexcept
{
    uint64_t head = m_head.load(std::memory_order_relaxed);
    do {
        // A handler may have come after `head` was read, and the reader have emptied all that it wrote: then the limit is far beyond.
        if (int64_t(head + size - m_limit.load(std::memory_order_relaxed)) > 0 && !finds_room(head + size)) [[unlikely]]
            return nullptr;
    } while (!replace(m_head, head, head + size));
    // The reader has had these lines last: bring them here while there is other work.
    constexpr size_t ahead = 8;
    __builtin_prefetch(&m_slots[(head + ahead) & m_mask], 1);
    return &m_slots[head & m_mask];
}

// All but the two times, which the reader may be looking at and which are 0 in a free slot. Field by field: each is still in a register.
inline void Ring::fill(Slot &slot, const Slot &from) noexcept
{
    slot.length = from.length;
    slot.words[0] = from.words[0];
    slot.words[1] = from.words[1];
    slot.result = from.result;
    slot.fd = from.fd;
    slot.count = from.count;
    slot.flags = from.flags;
    slot.place = from.place;
    slot.line = from.line;
    slot.call = from.call;
    slot.error = from.error;
}

inline Slot *Ring::open(const Slot &asked) noexcept
{
    Slot *slot = reserve(1);
    if (slot) {
        fill(*slot, asked);
        std::atomic_ref(slot->begin).store(asked.begin ? asked.begin : now(), std::memory_order_release); // all that is asked is written before
    }
    return slot;
}

inline Slot *Ring::put(const Slot &event, int64_t begin, int64_t end) noexcept
{
    Slot *slot = reserve(1);
    if (slot) {
        fill(*slot, event);
        std::atomic_ref(slot->end).store(end, std::memory_order_relaxed);
        std::atomic_ref(slot->begin).store(begin, std::memory_order_release); // the reader looks here first: it never sees half of it
    }
    return slot;
}

} // namespace trace
