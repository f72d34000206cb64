// SPDX-License-Identifier: MIT
// How a traced call is recorded: the gate before it, the event around it. For the files that define traced calls.
#pragma once

#include "posix/context.h"
#include "trace/clock.h"
#include "trace/place.h"
#include "trace/recorder.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace traced {

using trace::Call;
using trace::Here;
using trace::Recorder;
using trace::Slot;

// An event about to be: `here` is the line of the listing it stands on.
inline Slot slot_of(Call call, Here here, int fd = -1, int64_t length = 0, uint32_t flags = 0)
{
    Slot slot;
    slot.call = call;
    slot.fd = fd;
    slot.length = length;
    slot.flags = flags;
    slot.place = trace::place_of(here.file);
    slot.line = uint16_t(here.line);
    return slot;
}

// What is asked is no const object, and what a function that is not inlined is given of it is a copy: so the compiler can keep it in
// registers, and fill the ring's slot from there.

// Waits while the gate is closed or a question about the call is open, and records that it waited.
// Throws posix::Killed if the thread is to end here.
void wait_at_gate(posix::Gate *gate, Recorder *recorder, const Slot &next);

inline void pass_gate(const posix::Context &context, const Slot &next)
{
    if (context.gate && (context.gate->closed() || context.gate->may_ask())) [[unlikely]]
        wait_at_gate(context.gate, context.recorder, Slot(next));
}

// One call from before the gate to after its return.
class Recorded {
public:
    // `words`, as Recorder::open() has them, outlive the object, unchanged.
    explicit Recorded(const Slot &asked, const uint64_t *words = nullptr, size_t count = 0)
        : m_asked(asked), m_words(words), m_count(count), m_recorder(posix::context().recorder), m_pulse(posix::context().pulse)
    {
        pass_gate(posix::context(), asked);
        if (m_pulse) {
            m_before = m_pulse->call.load(std::memory_order_relaxed);
            m_pulse->calls.store(m_pulse->calls.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
            m_pulse->call.store(asked.call, std::memory_order_release);
        }
        if (!m_recorder)
            return;
        m_repeats = m_recorder->repeats(asked, words, count);
        if (m_repeats)
            m_asked.begin = trace::now();
        else
            m_slot = m_recorder->open(asked, words, count);
    }
    // Records how it ended, at `time`, ns, or 0: now, and then the clock is read first; errno stays what the call left, since nothing here sets it.
    void end(int result, Recorder::Outcome outcome = {}, int64_t time = 0) noexcept
    {
        if (m_recorder) {
            const int64_t end = time ? time : trace::now();
            outcome.result = result;
            outcome.error = result == -1 ? errno : 0;
            if (m_repeats) [[unlikely]]
                m_recorder->close_repeated(Slot(m_asked), Recorder::Outcome(outcome), end, m_words, m_count);
            else
                m_recorder->close(m_slot, m_asked.call, outcome, end);
        }
        if (m_pulse)
            m_pulse->call.store(m_before, std::memory_order_release);
    }
    // The call gave a descriptor: a stop must know of it before it is used.
    void gave_descriptor(int fd) noexcept
    {
        if (posix::Company *company = posix::context().company)
            company->descriptors.gave(fd);
    }

private:
    Slot m_asked; // `begin`: only of a call that repeats a failing poll
    const uint64_t *m_words;
    size_t m_count;
    Recorder *m_recorder;
    posix::Pulse *m_pulse;
    Slot *m_slot = nullptr;
    Call m_before = Call::count_;
    bool m_repeats = false;
};

// A step in user space: held at the gate, then done by `effect`, then recorded.
template <typename Effect>
void step(Slot &&event, Effect effect)
{
    const posix::Context &context = posix::context();
    pass_gate(context, event);
    effect(event);
    if (Recorder *recorder = context.recorder)
        recorder->write(event);
}

// The port of an IPv4 address, 0 if it is none.
int port_of(const sockaddr *address);

// The first 16 bytes that moved.
struct Preview {
    Preview(const void *data, ssize_t size)
    {
        if (size >= ssize_t(sizeof words)) // so many at once need no call of it
            std::memcpy(words, data, sizeof words);
        else if (size > 0)
            std::memcpy(words, data, size_t(size));
    }
    uint64_t words[2] = {0, 0};
};

} // namespace traced
