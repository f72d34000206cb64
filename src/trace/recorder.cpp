// SPDX-License-Identifier: MIT
#include "trace/recorder.h"

#include "trace/clock.h"
#include "trace/payload.h"

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <utility>

namespace trace {
namespace {

constexpr size_t bits_per_word = 64;
constexpr size_t words_per_slot = sizeof(Event) / sizeof(uint64_t);

std::atomic_ref<int64_t> atomic(int64_t &field)
{
    return std::atomic_ref<int64_t>(field);
}

// All but the two times, which the reader may be looking at and which are 0 in a free slot.
void fill(Event &slot, const Event &event)
{
    std::memcpy(static_cast<void *>(&slot.length), &event.length, sizeof(Event) - offsetof(Event, length));
}

// Nothing there yet, or no descriptor left: who polls meets that again and again.
bool may_repeat(const Event &event, int result, int error)
{
    if (multiplexing.has(event.call))
        return result == 0 && event.length == 0;
    return result == -1 && (error == EAGAIN || error == EMFILE || error == ENFILE) && folded_on_error.has(event.call);
}

// The word of an open fold that holds the end of its last: the one that the calls it stands for leave alone.
uint64_t &last_end(Event &fold)
{
    return fold.words[multiplexing.has(fold.call) && !has_words_elsewhere(fold)];
}

// What that word holds in an event.
uint64_t word_at_end(const Event &event)
{
    return event.call == Call::poll && !has_words_elsewhere(event) ? event.words[0] : 0; // no revents; all bits are off
}

// Places of folds that are no descriptor's.
constexpr size_t place_of_multiplexing = 1; // accept() on descriptor 0

// The same call from the same place; what else it was asked may differ.
bool alike(const Event &a, const Event &b)
{
    return a.call == b.call && a.fd == b.fd && a.length == b.length && a.flags == b.flags && a.line == b.line
        && a.place() == b.place();
}

// Moves `head` on from `expected`, unless a signal handler of this thread has done so meanwhile: then `expected` is where it
// is. No other thread writes it, so one instruction is enough and the bus lock of compare_exchange is not needed.
bool move_on(std::atomic<uint64_t> &head, uint64_t &expected, uint64_t wanted)
{
#if defined(__x86_64__)
    bool moved;
    asm volatile("cmpxchgq %3, %1" : "=@ccz"(moved), "+m"(head), "+a"(expected) : "r"(wanted) : "memory");
    return moved;
#else
    return head.compare_exchange_weak(expected, wanted, std::memory_order_relaxed);
#endif
}

} // namespace

struct Recorder::Names {
    std::mutex mutex;
    std::vector<std::string> names;
};

Recorder::Recorder(uint16_t thread, size_t slots, size_t folds)
    : m_thread(thread), m_size(std::bit_ceil(slots)), m_ring(std::make_unique<Slot[]>(m_size)),
      m_fold_mask(std::bit_ceil(std::max<size_t>(folds, bits_per_word)) - 1),
      m_folds(std::make_unique<std::atomic<Event *>[]>(m_fold_mask + 1)),
      m_kept(std::make_unique<std::atomic<uint64_t>[]>((m_fold_mask + 1) / bits_per_word)),
      m_names(std::make_unique<Names>())
{
}

Recorder::~Recorder() = default;

uint64_t Recorder::position(const Event *slot) const noexcept
{
    return uint64_t(static_cast<const Slot *>(slot) - m_ring.get());
}

uint64_t *Recorder::word(uint64_t header, size_t index) const noexcept
{
    Event &slot = m_ring[(header + 1 + index / words_per_slot) & (m_size - 1)];
    return reinterpret_cast<uint64_t *>(&slot) + index % words_per_slot;
}

[[gnu::cold, gnu::noinline]] void Recorder::lose() noexcept // beside the way that events go
{
    const int64_t time = now();
    int64_t none_yet = 0;
    m_losing_since.compare_exchange_strong(none_yet, time, std::memory_order_relaxed);
    m_losing_until.store(time, std::memory_order_relaxed);
    m_dropped.fetch_add(1, std::memory_order_release);
}

Recorder::Loss Recorder::take_loss() noexcept
{
    const uint64_t dropped = m_dropped.load(std::memory_order_acquire);
    const uint64_t events = dropped - std::exchange(m_told, dropped);
    if (events == 0)
        return {};
    // One that is being lost just now has told its time already, and not its number: its time goes with those before it.
    const int64_t until = m_losing_until.load(std::memory_order_relaxed), since = m_losing_since.exchange(0, std::memory_order_relaxed);
    return {events, since ? std::min(since, until) : until, until};
}

// A signal handler may come between any two instructions here, so the head moves in one instruction.
Event *Recorder::reserve(size_t slots) noexcept
{
    uint64_t head = m_head.load(std::memory_order_relaxed);
    do {
        // A handler may have come after `head` was read, and the reader have emptied all that it wrote: then the tail is beyond.
        if (int64_t(head + slots - m_tail.load(std::memory_order_acquire)) > int64_t(m_size)) {
            lose();
            return nullptr;
        }
    } while (!move_on(m_head, head, head + slots));
    // The reader has had these lines last: bring them here while there is other work.
    constexpr size_t ahead = 8;
    __builtin_prefetch(&m_ring[(head + ahead) & (m_size - 1)], 1);
    return &m_ring[head & (m_size - 1)];
}

Event *Recorder::open(const Event &asked, const uint64_t *words, size_t count) noexcept
{
    const size_t room = payload::both_sides(asked.call, count);
    Event *slot = reserve(1 + (room + words_per_slot - 1) / words_per_slot);
    if (!slot)
        return nullptr;
    fill(*slot, asked);
    slot->count = 0; // stays 0 unless it becomes a folded poll; the reader makes it 1
    if (count) {
        const uint64_t header = position(slot);
        for (size_t i = 0; i < room; ++i)
            *word(header, i) = words && i < count ? words[i] : 0;
        payload::stands_at(*slot, 0, room);
    }
    atomic(slot->begin).store(asked.begin ? asked.begin : now(), std::memory_order_release);
    return slot;
}

void Recorder::publish(Event *slot, int64_t end) noexcept
{
    atomic(slot->end).store(end, std::memory_order_release);
}

void Recorder::close(Event *slot, const Outcome &outcome) noexcept
{
    if (!slot)
        return;
    const int64_t end = outcome.end ? outcome.end : now();
    slot->result = outcome.result;
    slot->error = uint8_t(outcome.error);
    if (outcome.length != Outcome::keep)
        slot->length = outcome.length;
    const bool folds = may_repeat(*slot, outcome.result, outcome.error);
    if (!folds || multiplexing.has(slot->call)) // what it was asked about may hang on those before: it takes turns with none
        finish_folds();
    if (has_words_elsewhere(*slot)) {
        const uint64_t header = position(slot);
        const size_t from = payload::answered_from(slot->call, outcome.count);
        for (size_t i = 0; i < outcome.count; ++i)
            *word(header, from + i) = outcome.words[i];
    }
    if (folds) {
        std::atomic_ref(last_end(*slot)).store(uint64_t(end), std::memory_order_relaxed);
        std::atomic_ref(slot->count).store(1, std::memory_order_release);
        keep_fold(slot);
        return;
    }
    if (!has_words_elsewhere(*slot) && outcome.words) {
        // A select or poll of one word keeps the asked word that a reader may be looking at.
        if (!multiplexing.has(slot->call))
            slot->words[0] = outcome.words[0];
        slot->words[1] = outcome.words[outcome.count - 1];
    }
    publish(slot, end);
}

bool Recorder::repeats(const Event &asked, const uint64_t *words, size_t count) const noexcept
{
    const Event *fold = fold_of(asked).load(std::memory_order_relaxed);
    if (!fold || !alike(*fold, asked))
        return false;
    if (!multiplexing.has(asked.call) || !payload::is_asked(asked.call))
        return true;
    if (!has_words_elsewhere(asked))
        return fold->words[0] == asked.words[0];
    if (asked.call == Call::poll && count != size_t(asked.fd)) // too many to be written down: nobody knows
        return false;
    const uint64_t header = position(fold);
    for (size_t i = 0; i < count; ++i)
        if (*word(header, i) != words[i])
            return false;
    return true;
}

std::atomic<Event *> &Recorder::fold_of(const Event &event) const noexcept
{
    if (multiplexing.has(event.call))
        return m_folds[place_of_multiplexing];
    if (event.call == Call::set_assigned)
        return m_folds[m_fold_mask - event.flags % bits_per_word];
    return m_folds[(size_t(event.fd) * 2 + (event.call == Call::accept)) & m_fold_mask];
}

// A signal handler may come between any two steps: what it finds kept it finishes, and what it keeps here is found.
void Recorder::keep_fold(Event *slot) noexcept
{
    std::atomic<Event *> &fold = fold_of(*slot);
    if (Event *other = fold.exchange(slot))
        publish(other, int64_t(last_end(*other)));
    const size_t place = size_t(&fold - m_folds.get());
    std::atomic<uint64_t> &kept = m_kept[place / bits_per_word];
    const uint64_t bit = uint64_t(1) << place % bits_per_word;
    if (!(kept.load(std::memory_order_relaxed) & bit))
        kept.fetch_or(bit, std::memory_order_relaxed);
    m_folding.store(true, std::memory_order_relaxed);
}

bool Recorder::poll_again(const Event &asked, const Outcome &outcome) noexcept
{
    if (!may_repeat(asked, outcome.result, outcome.error))
        return false;
    Event *fold = fold_of(asked).exchange(nullptr);
    if (!fold)
        return false;
    const bool counted = fold->error == outcome.error && count_again(fold);
    keep_fold(fold);
    return counted;
}

// Counts one more that ends now; false: no number is large enough.
bool Recorder::count_again(Event *fold) noexcept
{
    std::atomic_ref<uint32_t> count(fold->count);
    const uint32_t so_far = count.load(std::memory_order_relaxed);
    if (so_far == UINT32_MAX)
        return false;
    std::atomic_ref(last_end(*fold)).store(uint64_t(now()), std::memory_order_relaxed);
    count.store(so_far + 1, std::memory_order_release);
    return true;
}

// True for an assignment to a set of the select() that is being folded, from one that it leaves alone: then it gives the
// same each time.
bool Recorder::folds_assignment(const Event &event) const noexcept
{
    if (event.call != Call::set_assigned || !m_folding.load(std::memory_order_relaxed))
        return false;
    const Event *fold = m_folds[place_of_multiplexing].load(std::memory_order_relaxed);
    if (!fold || fold->call != Call::select)
        return false;
    const auto passed = [fold](int variable) {
        return variable == select_flags::variable(fold->flags, 0) || variable == select_flags::variable(fold->flags, 1)
            || variable == select_flags::variable(fold->flags, 2);
    };
    return event.flags < unnamed_variable && passed(int(event.flags)) && event.fd < unnamed_variable && !passed(event.fd);
}

void Recorder::fold_assignment(const Event &event) noexcept
{
    if (Event *fold = fold_of(event).exchange(nullptr)) {
        const bool counted = alike(*fold, event) && count_again(fold);
        keep_fold(fold);
        if (counted)
            return;
    }
    Event *slot = open(event);
    if (!slot)
        return;
    std::atomic_ref(last_end(*slot)).store(uint64_t(slot->begin), std::memory_order_relaxed);
    std::atomic_ref(slot->count).store(1, std::memory_order_release);
    keep_fold(slot);
}

void Recorder::write(const Event &event) noexcept
{
    if (folds_assignment(event)) {
        fold_assignment(event);
        return;
    }
    finish_folds();
    Event *slot = reserve(1);
    if (!slot)
        return;
    const int64_t end = event.end ? event.end : now();
    const int64_t begin = event.begin ? event.begin : end;
    fill(*slot, event);
    atomic(slot->begin).store(begin, std::memory_order_release);
    publish(slot, end);
}

void Recorder::finish_folds() noexcept
{
    if (!m_folding.load(std::memory_order_relaxed))
        return;
    m_folding.store(false, std::memory_order_relaxed);
    for (size_t word = 0; word <= m_fold_mask / bits_per_word; ++word)
        for (uint64_t left = m_kept[word].exchange(0, std::memory_order_relaxed); left; left &= left - 1)
            if (Event *fold = m_folds[word * bits_per_word + size_t(std::countr_zero(left))].exchange(nullptr))
                publish(fold, int64_t(last_end(*fold)));
}

uint16_t Recorder::variable(const char *name)
{
    const std::scoped_lock lock(m_names->mutex);
    auto &names = m_names->names;
    const auto known = std::ranges::find(names, name);
    if (known != names.end())
        return uint16_t(known - names.begin());
    if (names.size() == unnamed_variable)
        return unnamed_variable;
    names.emplace_back(name);
    return uint16_t(names.size() - 1);
}

std::vector<std::string> Recorder::variables() const
{
    const std::scoped_lock lock(m_names->mutex);
    return m_names->names;
}

// Of the `room` an epoll_wait had, only what was answered is handed on: one or two entries within the event.
void Recorder::take_answered(Event &event, uint64_t position, size_t room)
{
    const size_t answered = event.end ? std::min(room, size_t(std::max(event.result, 0))) : 0;
    m_words.resize(answered);
    for (size_t i = 0; i < answered; ++i)
        m_words[i] = *word(position, i);
    event.words[0] = event.words[1] = 0;
    if (answered > std::size(event.words))
        return;
    event.flags &= ~payload_elsewhere;
    std::ranges::copy(m_words, event.words);
    m_words.clear();
}

// Looks at the event at `position`; returns how many slots it takes, 0 when it is not written yet.
uint64_t Recorder::look(uint64_t position, const Sink &complete, const Sink &in_flight, bool &open)
{
    Event &slot = m_ring[position & (m_size - 1)];
    const int64_t end = atomic(slot.end).load(std::memory_order_acquire);
    const int64_t begin = atomic(slot.begin).load(std::memory_order_acquire);
    if (begin == 0 && end == 0)
        return 0;
    Event event;
    // Only what was written before `begin` may be read of a call in flight.
    event.begin = begin;
    event.end = end;
    event.fd = slot.fd;
    event.line = slot.line;
    event.flags = slot.flags;
    event.call = slot.call;
    const size_t count = has_words_elsewhere(event) ? slot.words[1] : 0;
    open = end == 0;
    if (open) {
        event.count = std::atomic_ref(slot.count).load(std::memory_order_acquire);
        if (multiplexing.has(event.call) && !has_words_elsewhere(event))
            event.words[0] = slot.words[0];
        if (event.count) { // a poll in vain that may still be repeated
            event.end = int64_t(std::atomic_ref(last_end(slot)).load(std::memory_order_relaxed));
            event.result = slot.result;
            event.error = slot.error;
            last_end(event) = word_at_end(event);
        }
        if (!answering_length.has(event.call))
            event.length = slot.length;
        event.count = std::max(event.count, 1u);
    } else {
        event = slot;
        if (event.call == Call::set_assigned || may_repeat(event, event.result, event.error))
            last_end(event) = word_at_end(event);
        event.count = std::max(event.count, 1u);
    }
    if (event.call == Call::set_assigned)
        event.begin = event.end;
    if (event.call == Call::epoll_wait)
        take_answered(event, position, count);
    else {
        m_words.resize(count);
        for (size_t i = 0; i < count; ++i)
            m_words[i] = open && event.end == 0 && i >= count / 2 ? 0 : *word(position, i);
    }
    event.file = 0;
    event.thread = m_thread;
    (open ? in_flight : complete)(event, slot.place(), m_words.data(), m_words.size());
    return 1 + (count + words_per_slot - 1) / words_per_slot;
}

void Recorder::drain(const Sink &complete, const Sink &in_flight)
{
    const uint64_t head = m_head.load(std::memory_order_acquire);
    bool open = false;
    std::erase_if(m_open, [&](uint64_t position) {
        look(position, complete, in_flight, open);
        return !open;
    });
    while (m_read != head) {
        const uint64_t slots = look(m_read, complete, in_flight, open);
        if (slots == 0)
            break;
        if (open)
            m_open.push_back(m_read);
        m_read += slots;
    }
    const uint64_t tail = m_open.empty() ? m_read : m_open.front();
    for (uint64_t i = m_tail.load(std::memory_order_relaxed); i != tail; ++i) {
        Event &slot = m_ring[i & (m_size - 1)];
        atomic(slot.begin).store(0, std::memory_order_relaxed);
        atomic(slot.end).store(0, std::memory_order_relaxed);
    }
    m_tail.store(tail, std::memory_order_release);
}

const char *file_name(uint32_t offset) noexcept
{
    const char *name = anchor + int32_t(offset);
    const char *slash = std::strrchr(name, '/');
    return slash ? slash + 1 : name;
}

} // namespace trace
