// SPDX-License-Identifier: MIT
#include "posix/gate.h"

#include "trace/clock.h"

namespace posix {

void Gate::wait() noexcept
{
    const int64_t since = trace::now();
    for (;;) {
        m_waiting.store(since, std::memory_order_release); // anew when a signal handler has used the step up
        uint32_t state = m_state.load(std::memory_order_acquire);
        if (state == open_state)
            break;
        if (state == step_state) {
            m_waiting.store(0, std::memory_order_release); // before the gate is closed again behind it
            if (m_state.compare_exchange_strong(state, closed_state))
                break;
            continue;
        }
        m_state.wait(state, std::memory_order_acquire);
    }
    m_waiting.store(0, std::memory_order_release);
}

void Gate::open() noexcept
{
    uint32_t state = m_state.load(std::memory_order_relaxed);
    while (state != shut_state && !m_state.compare_exchange_weak(state, open_state, std::memory_order_release)) {}
    m_state.notify_all();
}

void Gate::close() noexcept
{
    uint32_t state = open_state;
    if (!m_released.load(std::memory_order_acquire))
        m_state.compare_exchange_strong(state, closed_state);
    if (m_released.load(std::memory_order_acquire)) // released meanwhile
        open();
}

void Gate::step() noexcept
{
    uint32_t state = closed_state;
    if (m_state.compare_exchange_strong(state, step_state))
        m_state.notify_all();
}

void Gate::release() noexcept
{
    m_released.store(true, std::memory_order_release);
    open();
}

void Gate::shut() noexcept
{
    m_state.store(shut_state, std::memory_order_release);
    m_state.notify_all();
}

} // namespace posix
