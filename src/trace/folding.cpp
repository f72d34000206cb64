// SPDX-License-Identifier: MIT
#include "trace/folding.h"

#include "trace/payload.h"
#include "trace/ring.h"

#include <algorithm>
#include <bit>

namespace trace {
namespace {

constexpr size_t bits_per_word = 64;
constexpr size_t place_of_multiplexing = 1; // else of an accept() on descriptor 0

// The same call from the same place. The second word of a select or poll is what it has answered.
bool alike(const Slot &a, const Slot &b)
{
    return a.call == b.call && a.fd == b.fd && a.length == b.length && a.flags == b.flags && a.line == b.line && a.place == b.place
        && (has_words_elsewhere(a) || (a.words[0] == b.words[0] && (multiplexing.has(a.call) || a.words[1] == b.words[1])));
}

// Puts `wanted` there; returns what was there. What is done to a slot stays on this side of it, where a handler may come.
Slot *exchange(std::atomic<Slot *> &place, Slot *wanted)
{
    std::atomic_signal_fence(std::memory_order_seq_cst);
    Slot *before = place.load(std::memory_order_relaxed);
    while (!replace(place, before, wanted)) {}
    std::atomic_signal_fence(std::memory_order_seq_cst);
    return before;
}

// Complete: none is counted any more.
void finish_one(Slot *slot)
{
    if (slot)
        Ring::end(*slot, -slot->end);
}

} // namespace

Folding::Folding(size_t places)
    : m_mask(std::bit_ceil(std::max(places, bits_per_word)) - 1), m_kept(std::make_unique<std::atomic<Slot *>[]>(m_mask + 1)),
      m_places(std::make_unique<std::atomic<uint64_t>[]>((m_mask + 1) / bits_per_word))
{
}

std::atomic<Slot *> &Folding::place_of(const Slot &slot) const noexcept
{
    if (multiplexing.has(slot.call))
        return m_kept[place_of_multiplexing];
    if (slot.call == Call::set_assigned)
        return m_kept[m_mask - slot.flags % bits_per_word];
    return m_kept[(size_t(slot.fd) * 2 + (slot.call == Call::accept)) & m_mask];
}

// A signal handler may come between any two steps: what it finds kept it finishes, and what it keeps here is found.
void Folding::keep(Slot &slot) noexcept
{
    std::atomic<Slot *> &kept = place_of(slot);
    finish_one(exchange(kept, &slot));
    const size_t place = size_t(&kept - m_kept.get());
    std::atomic<uint64_t> &places = m_places[place / bits_per_word];
    const uint64_t bit = uint64_t(1) << place % bits_per_word;
    if (!(places.load(std::memory_order_relaxed) & bit))
        places.fetch_or(bit, std::memory_order_relaxed);
    m_any.store(true, std::memory_order_relaxed);
}

const Slot *Folding::kept_like(const Slot &asked) const noexcept
{
    const Slot *kept = place_of(asked).load(std::memory_order_relaxed);
    return kept && alike(*kept, asked) ? kept : nullptr;
}

bool Folding::count(const Slot &asked, int error, int64_t time) noexcept
{
    Slot *kept = exchange(place_of(asked), nullptr);
    if (!kept)
        return false;
    const bool counted = alike(*kept, asked) && kept->error == error && kept->count != UINT32_MAX;
    if (counted) {
        std::atomic_ref(kept->end).store(-time, std::memory_order_relaxed);
        std::atomic_ref(kept->count).store(kept->count + 1, std::memory_order_release);
    }
    keep(*kept);
    return counted;
}

bool Folding::belongs(const Slot &assignment) const noexcept
{
    const Slot *kept = m_kept[place_of_multiplexing].load(std::memory_order_relaxed);
    if (!kept || kept->call != Call::select)
        return false;
    const auto passed = [kept](uint32_t variable) {
        return variable == select_flags::variable(kept->flags, 0) || variable == select_flags::variable(kept->flags, 1)
            || variable == select_flags::variable(kept->flags, 2);
    };
    return assignment.flags < unnamed_variable && passed(assignment.flags) && assignment.fd < unnamed_variable && !passed(uint32_t(assignment.fd));
}

void Folding::finish_all() noexcept
{
    m_any.store(false, std::memory_order_relaxed);
    for (size_t word = 0; word <= m_mask / bits_per_word; ++word)
        for (uint64_t left = m_places[word].exchange(0, std::memory_order_relaxed); left; left &= left - 1)
            finish_one(exchange(m_kept[word * bits_per_word + size_t(std::countr_zero(left))], nullptr));
}

} // namespace trace
