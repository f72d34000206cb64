// SPDX-License-Identifier: MIT
#include "trace/ring.h"

#include "trace/payload.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

namespace trace {
namespace {

constexpr size_t words_per_slot = sizeof(Slot) / sizeof(uint64_t);

// Of a call in flight only what was written before `begin`.
Event in_flight_event(const Slot &slot, uint16_t thread)
{
    Event event;
    event.begin = slot.begin;
    event.fd = slot.fd;
    event.flags = slot.flags;
    event.thread = thread;
    event.line = slot.line;
    event.call = slot.call;
    if (!answering_length.has(event.call))
        event.length = slot.length;
    if (multiplexing.has(event.call) && !has_words_elsewhere(event))
        event.words[0] = slot.words[0];
    return event;
}

} // namespace

Event as_event(Slot &slot, uint16_t thread) noexcept
{
    Event event;
    event.count = std::atomic_ref(slot.count).load(std::memory_order_acquire); // before `end`: each that is counted has ended by then
    event.begin = slot.begin;
    event.end = std::abs(std::atomic_ref(slot.end).load(std::memory_order_relaxed));
    event.length = slot.length;
    std::ranges::copy(slot.words, event.words);
    event.result = slot.result;
    event.fd = slot.fd;
    event.flags = slot.flags;
    event.thread = thread;
    event.line = slot.line;
    event.call = slot.call;
    event.error = slot.error;
    return event;
}

Ring::Ring(uint16_t thread, size_t size)
    : m_thread(thread), m_mask(std::bit_ceil(size) - 1), m_slots(std::make_unique<Line[]>(m_mask + 1)), m_limit(m_mask + 1)
{
}

// Whether the reader has emptied enough for all before `end`; if not, one more is lost.
[[gnu::cold, gnu::noinline]] bool Ring::finds_room(uint64_t end) noexcept
{
    const uint64_t limit = m_tail.load(std::memory_order_acquire) + m_mask + 1;
    m_limit.store(limit, std::memory_order_relaxed);
    if (int64_t(end - limit) <= 0)
        return true;
    const int64_t time = now();
    int64_t none_yet = 0;
    m_losing_since.compare_exchange_strong(none_yet, time, std::memory_order_relaxed);
    m_losing_until.store(time, std::memory_order_relaxed);
    m_dropped.fetch_add(1, std::memory_order_release);
    return false;
}

Ring::Loss Ring::take_loss() noexcept
{
    const uint64_t dropped = m_dropped.load(std::memory_order_acquire);
    const uint64_t events = dropped - std::exchange(m_told, dropped);
    if (events == 0)
        return {};
    // One that is being lost just now has told its time already, and not its number: its time goes with those before it.
    const int64_t until = m_losing_until.load(std::memory_order_relaxed), since = m_losing_since.exchange(0, std::memory_order_relaxed);
    return {events, since ? std::min(since, until) : until, until};
}

uint64_t &Ring::word(uint64_t position, size_t index) const noexcept
{
    Slot &slot = m_slots[(position + 1 + index / words_per_slot) & m_mask];
    return reinterpret_cast<uint64_t *>(&slot)[index % words_per_slot];
}

Slot *Ring::open(const Slot &asked, const uint64_t *words, size_t count) noexcept
{
    const size_t room = payload::both_sides(asked.call, count);
    Slot *slot = reserve(1 + (room + words_per_slot - 1) / words_per_slot);
    if (!slot)
        return nullptr;
    fill(*slot, asked);
    payload::stands_at(*slot, 0, room);
    for (size_t i = 0; words && i < count; ++i)
        word(position(*slot), i) = words[i];
    std::atomic_ref(slot->begin).store(asked.begin ? asked.begin : now(), std::memory_order_release);
    return slot;
}

bool Ring::asks(const Slot &slot, const uint64_t *words, size_t count) const noexcept
{
    for (size_t i = 0; i < count; ++i)
        if (word(position(slot), i) != words[i])
            return false;
    return true;
}

void Ring::answer(const Slot &slot, const uint64_t *words, size_t count) noexcept
{
    const size_t side = payload::is_asked(slot.call) ? slot.words[1] / 2 : count;
    for (size_t i = 0; i < side; ++i)
        word(position(slot), payload::answered_from(slot.call, side) + i) = i < count ? words[i] : 0;
}

// Of the `room` an epoll_wait had, only what was answered is handed on: one or two entries within the event.
void Ring::take_answered(Event &event, uint64_t position, size_t room)
{
    const size_t answered = event.end ? std::min(room, size_t(std::max(event.result, 0))) : 0;
    m_words.resize(answered);
    for (size_t i = 0; i < answered; ++i)
        m_words[i] = word(position, i);
    event.words[0] = event.words[1] = 0;
    if (answered > std::size(event.words))
        return;
    event.flags &= ~payload_elsewhere;
    std::ranges::copy(m_words, event.words);
    m_words.clear();
}

// Looks at the event at `position`; returns how many slots it takes, 0 when it is not written yet.
uint64_t Ring::look(uint64_t position, const Sink &complete, const Sink &in_flight, bool &open)
{
    Slot &slot = m_slots[position & m_mask];
    if (std::atomic_ref(slot.begin).load(std::memory_order_acquire) == 0)
        return 0;
    const int64_t end = std::atomic_ref(slot.end).load(std::memory_order_acquire);
    open = end <= 0;
    Event event = end ? as_event(slot, m_thread) : in_flight_event(slot, m_thread);
    if (event.call == Call::set_assigned) // folded, it stands at the moment of the last one
        event.begin = event.end;
    const size_t count = has_words_elsewhere(event) ? slot.words[1] : 0;
    if (event.call == Call::epoll_wait) {
        take_answered(event, position, count);
    } else {
        m_words.resize(count);
        for (size_t i = 0; i < count; ++i)
            m_words[i] = end == 0 && i >= count / 2 ? 0 : word(position, i);
    }
    (open ? in_flight : complete)(event, slot.place, m_words.data(), m_words.size());
    return 1 + (count + words_per_slot - 1) / words_per_slot;
}

void Ring::drain(const Sink &complete, const Sink &in_flight)
{
    const uint64_t head = m_head.load(std::memory_order_relaxed);
    bool open = false;
    std::erase_if(m_open, [&](uint64_t position) {
        look(position, complete, in_flight, open);
        return !open;
    });
    while (m_read != head) {
        const uint64_t size = look(m_read, complete, in_flight, open);
        if (size == 0)
            break;
        if (open)
            m_open.push_back(m_read);
        m_read += size;
    }
    const uint64_t tail = m_open.empty() ? m_read : m_open.front();
    for (uint64_t i = m_tail.load(std::memory_order_relaxed); i != tail; ++i) {
        Slot &slot = m_slots[i & m_mask];
        std::atomic_ref(slot.begin).store(0, std::memory_order_relaxed);
        std::atomic_ref(slot.end).store(0, std::memory_order_relaxed);
    }
    m_tail.store(tail, std::memory_order_release);
}

} // namespace trace
