// SPDX-License-Identifier: MIT
// What the threads of one server have in common: its main flow, and those that the C library starts for it.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>

namespace posix {

struct Context;

// The descriptors a server was given and has not closed: those that a stop shuts down. Other servers may use the same table.
class Descriptors {
public:
    // Any thread of the server: a call gave it `fd`.
    void gave(int fd) noexcept
    {
        if (!inside(fd))
            return;
        m_shut[size_t(fd) / 64].fetch_and(~bit(fd)); // the number may have been another's
        word(fd).fetch_or(bit(fd));
    }
    // Before it closes `fd`, whose number may then be another server's. Waits while a stop shuts just this one down.
    void closes(int fd) noexcept
    {
        if (!inside(fd))
            return;
        word(fd).fetch_and(~bit(fd));
        while (m_shutting.load() == fd) {}
    }
    // The lowest of them, -1 if there is none.
    int first() const noexcept
    {
        for (size_t i = 0; i < m_open.size(); ++i)
            if (const uint64_t word = m_open[i].load(std::memory_order_relaxed))
                return int(i * 64) + std::countr_zero(word);
        return -1;
    }
    // How many there are.
    int count() const noexcept
    {
        int all = 0;
        for (const std::atomic<uint64_t> &word : m_open)
            all += std::popcount(word.load(std::memory_order_relaxed));
        return all;
    }
    bool has(int fd) const noexcept { return inside(fd) && (m_open[size_t(fd) / 64].load() & bit(fd)); }
    // One thread at a time: `shut(fd)` for each that is not shut yet, in ascending order; it returns whether it is now, for good.
    // None is closed during its own turn.
    template <typename Shut>
    void each(Shut shut)
    {
        for (size_t i = 0; i < m_open.size(); ++i)
            for (uint64_t left = m_open[i].load() & ~m_shut[i].load(); left; left &= left - 1) {
                const int fd = int(i * 64) + std::countr_zero(left);
                m_shutting.store(fd);
                if (has(fd) && shut(fd))
                    m_shut[i].fetch_or(bit(fd));
                m_shutting.store(-1);
            }
    }

private:
    static constexpr int most = 1 << 16;
    static bool inside(int fd) noexcept { return fd >= 0 && fd < most; }
    static uint64_t bit(int fd) noexcept { return uint64_t(1) << fd % 64; }
    std::atomic<uint64_t> &word(int fd) noexcept { return m_open[size_t(fd) / 64]; }

    std::array<std::atomic<uint64_t>, most / 64> m_open{}, m_shut{};
    std::atomic<int> m_shutting{-1};
};

class Company {
public:
    Descriptors descriptors;
    std::atomic<uint32_t> requests{0}; // asynchronous requests so far, and so the number of the last one
    // Its death. Not of one whose memory others go on using: the C library's helpers of aio, threads that it has started.
    std::atomic<bool> mortal{false};
    std::atomic<int> killed_by{0}; // the signal; 0: none
    std::atomic<int> told_by{0};   // the process to which it came in the program's place; 0: to a thread of the program
    std::atomic<int> awaited{0};       // of them, those whose notification by a thread has not ended

    // What a thread that the C library has started, or the program itself, is to carry with it, until it leaves.
    virtual const Context &enter() = 0;
    virtual const Context &enter_worker() = 0;
    virtual void leave(const Context &context) noexcept = 0;

protected:
    ~Company() = default;
};

} // namespace posix
