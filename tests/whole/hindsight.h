// SPDX-License-Identifier: MIT
// What a complete recording tells of one descriptor's life, worked out in the plainest way from the recorded results alone: nothing here
// asks replay.
#pragma once

#include "calls/verbs.h"

#include <cstdint>
#include <vector>

namespace whole {

using trace::Event;

// One thing done on a life: by a call, or by an operation that went on beside the program.
struct Deed {
    const Event *event = nullptr;
    size_t index = 0;              // in the recording; `never_over`: it was in flight at its end
    int64_t begin = 0, end = 0;    // ns; of an operation: from when it was asked for until its end was told
    int64_t asked = 0;             // bytes
    int64_t moved = -1;            // bytes; of accept(): the descriptor; -1: it failed, or never ended
    int error = 0;
    bool urgent = false, peeks = false;
    bool beside = false;
    // Whether it has begun, and not ended, when `complete` events are and it is `time`.
    bool going_on(size_t complete, int64_t time) const { return index >= complete && begin <= time; }
    bool over(size_t complete) const { return index < complete; }
    // It has looked before `time`, or may have; of several calls in vain that it stands for, the first.
    bool looked_before(int64_t time) const { return begin < time || (event->count > 1 && begin <= time); }
};
inline constexpr size_t never_over = SIZE_MAX;

// A descriptor of a table from socket() or accept() until its close().
struct Life {
    uint16_t table = 0; // the thread that stands for all that share it
    int fd = -1;
    bool stream = true, listens = false;
    int64_t opened = 0;       // ns, end of the call
    int64_t closing = INT64_MAX; // ns, begin of what closed it
    size_t closed = never_over;
    uint16_t port = 0, peer_port = 0;
    int other = -1; // the life at the other end
    std::vector<Deed> reads, sends, accepts, connects, ends; // in order of begin; ends: shutdown(), close(), the end of its process
};

class Hindsight {
public:
    explicit Hindsight(const trace::Trace &trace);

    const trace::Trace &trace() const { return m_trace; }
    const std::vector<Life> &lives() const { return m_lives; }
    // The life of a table's descriptor that was opened at `opened`; nullptr: none.
    const Life *life(uint16_t thread, int fd, int64_t opened) const;
    // The one that the descriptor names at `time`.
    const Life *life_at(uint16_t thread, int fd, int64_t time) const { const int found = find(thread, fd, time); return found < 0 ? nullptr : &m_lives[size_t(found)]; }
    const Life *other(const Life &life) const { return life.other < 0 ? nullptr : &m_lives[size_t(life.other)]; }
    uint16_t table(uint16_t thread) const;

    // Whether the thread was seen asleep inside the call, after `after` ns.
    bool seen_asleep(const Event &call, int64_t after = INT64_MIN) const;
    // connect() calls to the port: how many had begun by `time`, how many of them are over.
    const std::vector<Deed> &connects() const { return m_connects; }
    // Whether anything but an observation was done by other threads between two instants.
    bool others_act(uint16_t thread, int64_t from, int64_t to) const;
    // The events of one thread, in order of end.
    const std::vector<size_t> &of_thread(uint16_t thread) const { return m_of_thread[thread]; }

private:
    int find(uint16_t thread, int fd, int64_t time) const;
    void open(const Event &event);
    void take(const Event &event, size_t index);
    void join();

    const trace::Trace &m_trace;
    std::vector<Life> m_lives;
    std::vector<Deed> m_connects;
    std::vector<std::vector<const Event *>> m_seen; // by thread: that it was seen asleep
    std::vector<std::vector<size_t>> m_of_thread;
};

// The first of them that is not over when `complete` events are; nullptr: none, or more than one of them goes on at once.
const Deed *next_of(const std::vector<Deed> &deeds, size_t complete, int64_t time);
// Whether one of them goes on at some moment in (from, to].
bool any_during(const std::vector<Deed> &deeds, size_t complete, int64_t to);

} // namespace whole
