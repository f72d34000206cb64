// SPDX-License-Identifier: MIT
// How a traced call is recorded: the gate before it, the event around it. For the files that define traced calls.
#pragma once

#include "posix/context.h"
#include "trace/clock.h"

#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace traced {

using trace::Call;
using trace::Event;
using trace::Here;
using trace::Recorder;

// An event about to be: `here` is the line of the listing it stands on.
inline Event event_of(Call call, Here here, int fd = -1, int64_t length = 0, uint32_t flags = 0)
{
    Event event;
    event.call = call;
    event.fd = fd;
    event.length = length;
    event.flags = flags;
    event.set_place(trace::file_offset(here.file));
    event.line = uint16_t(here.line);
    return event;
}

// Waits while the gate is closed or a question about the call is open, and records that it waited.
// Throws posix::Killed if the thread is to end here.
void wait_at_gate(posix::Gate *gate, Recorder *recorder, const Event &next);

inline void pass_gate(const posix::Context &context, const Event &next)
{
    if (context.gate && (context.gate->closed() || context.gate->may_ask())) [[unlikely]]
        wait_at_gate(context.gate, context.recorder, next);
}

// One call from before the gate to after its return.
class Recorded {
public:
    // `asked` and `words` outlive the object, unchanged.
    explicit Recorded(const Event &asked, const uint64_t *words = nullptr, size_t count = 0)
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
            m_begin = trace::now();
        else
            m_slot = m_recorder->open(asked, words, count);
    }
    // Records how it ended; errno stays what the call left.
    void end(int result, Recorder::Outcome outcome = {}) noexcept
    {
        const int error = errno;
        outcome.result = result;
        outcome.error = result == -1 ? error : 0;
        if (m_repeats && !m_recorder->poll_again(m_asked, outcome))
            write_whole(outcome);
        else if (m_recorder && !m_repeats)
            m_recorder->close(m_slot, outcome);
        if (m_pulse)
            m_pulse->call.store(m_before, std::memory_order_release);
        errno = error;
    }
    // The call gave a descriptor: a stop must know of it before it is used.
    void gave_descriptor(int fd) noexcept
    {
        if (posix::Company *company = posix::context().company)
            company->descriptors.gave(fd);
    }

private:
    void write_whole(Recorder::Outcome &outcome) noexcept
    {
        outcome.end = trace::now();
        Event begun = m_asked;
        begun.begin = m_begin;
        m_recorder->close(m_recorder->open(begun, m_words, m_count), outcome);
    }

    const Event &m_asked;
    const uint64_t *m_words;
    size_t m_count;
    int64_t m_begin = 0; // only of a call that repeats a failing poll
    Recorder *m_recorder;
    posix::Pulse *m_pulse;
    Event *m_slot = nullptr;
    Call m_before = Call::count_;
    bool m_repeats = false;
};

// A step in user space: held at the gate, then done by `effect`, then recorded.
template <typename Effect>
void step(Event &&event, Effect effect)
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
        if (size > 0)
            std::memcpy(words, data, std::min(size_t(size), sizeof words));
    }
    uint64_t words[2] = {0, 0};
};

} // namespace traced
