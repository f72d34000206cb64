// SPDX-License-Identifier: MIT
// What a measured thread carries with it: its recorder, its gate and the wish that it should stop.
#pragma once

#include "posix/company.h"
#include "posix/gate.h"
#include "trace/event.h"

#include <atomic>
#include <cerrno>
#include <cstdint>

namespace trace {
class Recorder;
}

namespace posix {

// What other threads may see of a measured one while it runs, without waiting for its recording.
struct Pulse {
    std::atomic<int> tid{0};                              // 0 before it begins
    std::atomic<trace::Call> call{trace::Call::count_};   // the call in progress, count_ when none
    std::atomic<uint64_t> calls{0};                       // begun so far
    std::atomic<int> accepted{0};                         // connections
    std::atomic<int> refused{0};  // errno of its last accept() if no descriptor was left (EMFILE, ENFILE) and none was closed since
    std::atomic<int> handlers{0};                         // of signals, entered so far
    std::atomic<uint64_t> blocked{0};                     // signals blocked by its last pthread_sigmask(): bit n-1 is n
};

struct Context {
    trace::Recorder *recorder = nullptr;
    Pulse *pulse = nullptr;
    Gate *gate = nullptr;
    Company *company = nullptr; // of a server
    const std::atomic<bool> *stop = nullptr;
    const std::atomic<bool> *hold = nullptr; // the wish that signals be blocked, see holding_signals()
    std::atomic<int> *port = nullptr; // told by listening_on()
};

// Of the program, not of a library that is loaded later: so there is no call to find it. Not under the sanitizers: they ask whether its address
// is null, GCC takes that from the flags of an addition, and the linker makes a lea of it, which sets none.
#ifndef __SANITIZE_ADDRESS__
[[gnu::tls_model("initial-exec")]]
#endif
inline constinit thread_local Context t_context;

// Tells the pulse how an attempt to accept a connection ended: with descriptor `fd`, or -1 and errno `error`.
inline void accepted(Pulse *pulse, int fd, int error) noexcept
{
    if (!pulse)
        return;
    if (fd >= 0)
        pulse->accepted.fetch_add(1, std::memory_order_release);
    pulse->refused.store(fd < 0 && (error == EMFILE || error == ENFILE) ? error : 0, std::memory_order_release);
}

// The calling thread's. Calls of a thread without a recorder are made but not recorded.
inline Context &context() noexcept
{
    return t_context;
}

// True when the thread was asked to end. A server asks it once per turn of its loop.
inline bool stopping() noexcept
{
    const auto *stop = context().stop;
    return stop && stop->load(std::memory_order_acquire);
}

// True while the thread is asked to let no signal handler in. A server that has one asks it once per turn of its loop.
inline bool holding_signals() noexcept
{
    const auto *hold = context().hold;
    return hold && hold->load(std::memory_order_acquire);
}

// Tells whoever started this server that it listens on `port` now.
void listening_on(uint16_t port) noexcept;

// Makes the calling thread a measured one for as long as the object lives: records its beginning, and at its end the CPU
// time and the context switches it took (getrusage(2), RUSAGE_THREAD).
class Measured {
public:
    // `request`: the number of the asynchronous request that the C library has started the thread to tell of; 0: none.
    explicit Measured(const Context &context, uint32_t request = 0) noexcept;
    ~Measured();
    Measured(const Measured &) = delete;
    Measured &operator=(const Measured &) = delete;
};

// Gives the calling thread a descriptor table of its own that holds just 0, 1 and 2: the next socket(2) is 3.
// close_range(2) with CLOSE_RANGE_UNSHARE. Returns 0, or the errno.
int own_descriptor_table() noexcept;
// Takes all numbers of the calling thread's table but the first `count` free ones, up to its limit: the next descriptor after those is
// EMFILE. dup(2) of /dev/null. Returns 0, or the errno.
int leave_descriptors(int count) noexcept;

} // namespace posix
