// SPDX-License-Identifier: MIT
// Where threads wait before a call while the run is paused.
#pragma once

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
    // When the thread came to the closed gate (CLOCK_MONOTONIC ns); 0 when none waits there or it has been let through.
    int64_t waiting_since() const noexcept
    {
        return m_state.load(std::memory_order_acquire) == closed_state ? m_waiting.load(std::memory_order_acquire) : 0;
    }

    // Lives while a signal handler runs, which may have interrupted wait(): meanwhile nothing waits there but the handler's
    // own calls, and when the handler is left the interrupted wait goes on.
    class Interrupted {
    public:
        explicit Interrupted(Gate *gate) noexcept : m_gate(gate), m_waiting(gate ? gate->m_waiting.exchange(0) : 0) {}
        ~Interrupted()
        {
            if (m_gate)
                m_gate->m_waiting.store(m_waiting, std::memory_order_release);
        }
        Interrupted(const Interrupted &) = delete;
        Interrupted &operator=(const Interrupted &) = delete;

    private:
        Gate *m_gate;
        int64_t m_waiting;
    };

private:
    static constexpr uint32_t open_state = 0, closed_state = 1, step_state = 2, shut_state = 3;
    void wait() noexcept;

    std::atomic<uint32_t> m_state{open_state};
    std::atomic<int64_t> m_waiting{0};
    std::atomic<bool> m_released{false};
};

} // namespace posix
