// SPDX-License-Identifier: MIT
// The payload of a call that waits for many: what it was asked about and what it has answered, in words of 64 bits. Only here
// is known how they lie:
//
//   select      asked, then answered: the sets passed, in the order read, write, except; with a timeout above 0 then that
//               timeout, ns, or what the kernel has left of it (a recording of an older program may lack both)
//   poll        asked, then answered: a word a pollfd
//   epoll_wait  answered: a word an event
//
// One word a side, and two answered ones of epoll_wait, stand in Event::words. All others are elsewhere, in a recorder's
// ring or in Trace::words, the pool, and Event::words say where: {offset, number of words}.
#pragma once

#include "trace/event.h"

#include <algorithm>
#include <optional>
#include <span>

namespace trace {

// Whether the payload is elsewhere, of an Event or a Slot.
template <typename Of>
constexpr bool has_words_elsewhere(const Of &event)
{
    return multiplexing.has(event.call) && (event.flags & payload_elsewhere);
}

// A struct pollfd (poll(2)) as one word. Of an epoll_wait `fd` is what the program put into data.fd, `events` is 0: what was
// asked stands in epoll_ctl.
struct Polled {
    int32_t fd = -1;
    int16_t events = 0, revents = 0;
    bool operator==(const Polled &) const = default;
};
constexpr uint64_t word_of(const Polled &polled)
{
    return uint64_t(uint32_t(polled.fd)) << 32 | uint64_t(uint16_t(polled.events)) << 16 | uint16_t(polled.revents);
}
constexpr Polled polled_of(uint64_t word)
{
    return {int32_t(word >> 32), int16_t(word >> 16), int16_t(word)};
}

namespace payload {

using Words = std::span<const uint64_t>;

// --- where it stands

// Sets where the payload stands, of an Event or a Slot that has it elsewhere.
template <typename Of>
constexpr void stands_at(Of &event, uint64_t offset, uint64_t count)
{
    event.words[0] = offset;
    event.words[1] = count;
}
// Its pool has been put behind `words` others.
constexpr void move_behind(Event &event, uint64_t words)
{
    if (has_words_elsewhere(event))
        event.words[0] += words;
}
// Whether all of it is in a pool of that size; true when it is in the event.
constexpr bool is_inside(const Event &event, size_t pool)
{
    return !has_words_elsewhere(event) || (event.words[0] <= pool && event.words[1] <= pool - event.words[0]);
}
// Both sides; empty when it is not in the pool.
Words all(const Event &event, Words pool);

// --- reading a side of it; empty when the call is another, or the event is damaged

// One set of a select: which 0 read, 1 write, 2 except; empty when it was not passed.
Words set(const Event &event, Words pool, int which, bool answered);
// What was left of a select's timeout; nothing when there was none, it was 0 or is not told.
std::optional<int64_t> left(const Event &event, Words pool);
// A poll's, of either side; an epoll_wait's when `answered`. A word each, polled_of().
Words polled(const Event &event, Words pool, bool answered);

// --- writing a side of it, in the thread that makes the call: each returns the end

// How many words of 64 bits one set of `nfds` bits has; never overflows.
constexpr int words_per_set(int nfds) { return nfds / 64 + (nfds % 64 > 0); }
// Whether a side of that many words stands in the event; with a timeout above 0 it does not.
constexpr bool fits_in_event(size_t words, int64_t timeout = 0) { return words <= 1 && timeout <= 0; }

// The three sets, nullptr where none was passed; `ns`, of a timeout above 0: it, or what is left. With `nothing` no bit is on.
inline uint64_t *put_sets(uint64_t *to, const uint64_t *const (&sets)[3], size_t per_set, std::optional<int64_t> ns, bool nothing = false)
{
    for (const uint64_t *set : sets)
        if (set)
            to = nothing ? std::fill_n(to, per_set, 0) : std::copy_n(set, per_set, to);
    if (ns)
        *to++ = uint64_t(*ns);
    return to;
}
// Of struct pollfd; without their revents when they are asked, or when nothing was answered.
template <typename Pollfd>
uint64_t *put_pollfds(uint64_t *to, const Pollfd *fds, size_t count, bool revents)
{
    for (size_t i = 0; i < count; ++i)
        *to++ = word_of({fds[i].fd, fds[i].events, revents ? fds[i].revents : int16_t(0)});
    return to;
}
// Of struct epoll_event: what epoll can answer are poll's events and has their values.
template <typename EpollEvent>
uint64_t *put_epoll_events(uint64_t *to, const EpollEvent *events, size_t count)
{
    for (size_t i = 0; i < count; ++i)
        *to++ = word_of({events[i].data.fd, 0, int16_t(events[i].events)});
    return to;
}

// --- in a recorder's ring, where `words` is what one side has

constexpr bool is_asked(Call call) { return call != Call::epoll_wait; }
constexpr size_t answered_from(Call call, size_t words) { return is_asked(call) ? words : 0; }
constexpr size_t both_sides(Call call, size_t words) { return answered_from(call, words) + words; }

} // namespace payload
} // namespace trace
