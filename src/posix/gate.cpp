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
        if (state == open_state || state == killed_state)
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
    while (state != shut_state && state != killed_state && !m_state.compare_exchange_weak(state, open_state, std::memory_order_release)) {}
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
    answered();
    open();
}

void Gate::ask_before(int question, uint32_t call, int which) noexcept
{
    const int place = m_count.load(std::memory_order_relaxed);
    if (size_t(place) == m_questions.size())
        return;
    m_questions[size_t(place)].number = question;
    m_questions[size_t(place)].call = call;
    m_questions[size_t(place)].left = which;
    m_count.store(place + 1, std::memory_order_release);
}

void Gate::ask() noexcept
{
    m_asked.store(1, std::memory_order_release);
    if (m_count.load(std::memory_order_relaxed) == 0) // so that the thread looks; with none left it is never asked by itself
        ask_before(-1, 0, 0);
    if (m_released.load(std::memory_order_acquire))
        answered();
}

void Gate::answered() noexcept
{
    m_question.store(-1, std::memory_order_release);
    m_asked.store(0, std::memory_order_release);
    m_asked.notify_all();
}

bool Gate::comes_to(uint32_t call) noexcept
{
    for (int i = 0; i < m_count.load(std::memory_order_acquire); ++i) {
        Question &one = m_questions[size_t(i)];
        if (one.call != call || one.left.fetch_sub(1, std::memory_order_relaxed) != 1)
            continue;
        m_question.store(one.number, std::memory_order_release);
        m_asked.store(1, std::memory_order_release);
    }
    if (m_released.load(std::memory_order_acquire))
        answered();
    return m_asked.load(std::memory_order_acquire) == 1;
}

void Gate::wait_for_answer() noexcept
{
    while (m_asked.load(std::memory_order_acquire) == 1)
        m_asked.wait(1, std::memory_order_acquire);
}

void Gate::kill() noexcept
{
    uint32_t state = m_state.load(std::memory_order_relaxed);
    while (state != shut_state && !m_state.compare_exchange_weak(state, killed_state, std::memory_order_release)) {}
    m_state.notify_all();
    answered();
}

void Gate::shut() noexcept
{
    m_state.store(shut_state, std::memory_order_release);
    m_state.notify_all();
}

} // namespace posix
