// SPDX-License-Identifier: MIT
// Where threads wait before a call while the run is paused.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace posix {

// One gate per thread. Opened and closed from outside; passed by the thread before each recorded call. futex(2).
class Gate {
public:
    // Waits while the gate is closed and no step is granted. Async-signal-safe. Returns at once after release().
    void pass() noexcept
    {
        if (m_state.load(std::memory_order_acquire) != open_state) [[unlikely]]
            wait();
    }
    bool closed() const noexcept { return m_state.load(std::memory_order_acquire) != open_state; }

    void open() noexcept;
    void close() noexcept;
    // Lets the waiting thread, or the next to come, do one call.
    void step() noexcept;
    // Open for good: the run is stopping.
    void release() noexcept;
    // Closed for good, released or not: the thread is given up, it never makes another call.
    void shut() noexcept;
    // Killed: the thread waits no more and makes no further call, but ends where it comes next. Not before a handler that it is in is left.
    void kill() noexcept;
    bool killed() const noexcept { return m_state.load(std::memory_order_acquire) == killed_state; }
    // Whether a handler runs in the thread. For the thread itself.
    bool in_handler() const noexcept { return m_handlers > 0; }
    // Questions. Before call number `which`, counted from 1, of the kind `call` the thread waits until answered(), however open the gate
    // is. To be said before the thread begins; more than there is room for are not asked. `question` from 0.
    void ask_before(int question, uint32_t call, int which) noexcept;
    // The same before its next call, whichever that is, unless it is answered before it comes there.
    void ask() noexcept;
    void answered() noexcept;
    // The question at which the thread waits; -1: at none that has a number.
    int asked() const noexcept { return m_question.load(std::memory_order_acquire); }
    bool may_ask() const noexcept { return m_count.load(std::memory_order_relaxed) != 0; }
    // The thread has come to such a call. True: it has to wait_for_answer().
    bool comes_to(uint32_t call) noexcept;
    void wait_for_answer() noexcept;
    // When the thread came to the closed gate (CLOCK_MONOTONIC ns); 0 when none waits there or it has been let through.
    int64_t waiting_since() const noexcept
    {
        return m_state.load(std::memory_order_acquire) == closed_state ? m_waiting.load(std::memory_order_acquire) : 0;
    }

    // Lives while a signal handler runs, which may have interrupted wait(): meanwhile nothing waits there but the handler's
    // own calls, and when the handler is left the interrupted wait goes on.
    class Interrupted {
    public:
        explicit Interrupted(Gate *gate) noexcept : m_gate(gate), m_waiting(gate ? gate->m_waiting.exchange(0) : 0)
        {
            if (m_gate)
                ++m_gate->m_handlers;
        }
        ~Interrupted()
        {
            if (!m_gate)
                return;
            --m_gate->m_handlers;
            m_gate->m_waiting.store(m_waiting, std::memory_order_release);
        }
        Interrupted(const Interrupted &) = delete;
        Interrupted &operator=(const Interrupted &) = delete;

    private:
        Gate *m_gate;
        int64_t m_waiting;
    };

private:
    static constexpr uint32_t open_state = 0, closed_state = 1, step_state = 2, shut_state = 3, killed_state = 4;
    void wait() noexcept;

    std::atomic<uint32_t> m_state{open_state};
    std::atomic<int64_t> m_waiting{0};
    std::atomic<bool> m_released{false};
    int m_handlers = 0; // the thread's own

    struct Question {
        int number = 0;
        uint32_t call = 0;
        std::atomic<int> left{0}; // calls until it is asked
    };
    std::array<Question, 16> m_questions;
    std::atomic<int> m_count{0};      // questions, and the one that ask() has asked
    std::atomic<int> m_question{-1};
    std::atomic<uint32_t> m_asked{0}; // 1: the thread waits for the answer
};

} // namespace posix
