// SPDX-License-Identifier: MIT
// POSIX asynchronous I/O, aio(7): calls into the C library, each recorded. What its own threads do is not ours to see.
#pragma once

#include "posix/context.h"
#include "trace/place.h"

#include <aio.h>
#include <csignal>

namespace traced {

using trace::Here;
using std::source_location;

// A request: the C library's control block, and a number by which the recording knows it. While the read is outstanding
// aio_sigevent holds what brings the notification here first; it is as it was when the program is notified.
struct aiocb : ::aiocb {
    aiocb() noexcept : ::aiocb{} {}
    aiocb(const aiocb &) = delete;
    aiocb &operator=(const aiocb &) = delete;

    uint32_t number = 0;              // from 1; of its latest aio_read() or aio_write()
    int asker = 0;                    // tid of the thread that asked
    posix::Company *company = nullptr;
    sigval value{};                   // the program's own sigev_value
    void (*function)(sigval) = nullptr; // and sigev_notify_function
};

// Each takes what the call of the same name takes, see section 3 of the manual; aio_return() sets errno when it gives -1.
struct AioRead { int operator()(aiocb *request, Here = source_location::current()) const; };
struct AioWrite { int operator()(aiocb *request, Here = source_location::current()) const; };
struct AioError { int operator()(const aiocb *request, Here = source_location::current()) const; };
struct AioReturn { ssize_t operator()(aiocb *request, Here = source_location::current()) const; };
struct AioSuspend { int operator()(const aiocb *const requests[], int count, const timespec *timeout, Here = source_location::current()) const; };
struct AioCancel { int operator()(int fd, aiocb *request, Here = source_location::current()) const; };

inline constexpr AioRead aio_read{};
inline constexpr AioWrite aio_write{};
inline constexpr AioError aio_error{};
inline constexpr AioReturn aio_return{};
inline constexpr AioSuspend aio_suspend{};
inline constexpr AioCancel aio_cancel{};

// A signal with SI_ASYNCIO (SIGEV_SIGNAL) goes to the process: any of its threads may get it. If the calling thread is not the
// one that asked, hands it on and returns true. Async-signal-safe, as the next.
bool hand_on_completion(int signal, const siginfo_t &info) noexcept;
// The number of the request that such a signal tells of; `info` has the program's own sigev_value from then on.
uint32_t completed_request(siginfo_t &info) noexcept;

} // namespace traced

namespace servers { // whose listings say them by their bare names

using traced::aiocb;
using traced::aio_error;
using traced::aio_read;
using traced::aio_return;
using traced::aio_suspend;

} // namespace servers
