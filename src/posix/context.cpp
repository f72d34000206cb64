// SPDX-License-Identifier: MIT
#include "posix/context.h"

#include "trace/recorder.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace posix {
void listening_on(uint16_t port) noexcept
{
    if (auto *told = t_context.port) {
        told->store(port, std::memory_order_release);
        told->notify_all();
    }
}

Measured::Measured(const Context &context, uint32_t request) noexcept
{
    t_context = context;
    if (context.pulse)
        context.pulse->tid = gettid();
    if (context.recorder) {
        trace::Slot begin;
        begin.call = trace::Call::thread_begin;
        begin.length = gettid();
        begin.words[1] = request;
        begin.result = getpid();
        context.recorder->write(begin);
    }
}

Measured::~Measured()
{
    if (trace::Recorder *recorder = t_context.recorder) {
        rusage usage{};
        getrusage(RUSAGE_THREAD, &usage);
        const auto ns = [](const timeval &time) { return int64_t(time.tv_sec) * 1'000'000'000 + time.tv_usec * 1000; };
        trace::Slot end;
        end.call = trace::Call::thread_end;
        end.length = ns(usage.ru_utime) + ns(usage.ru_stime);
        end.words[0] = uint64_t(usage.ru_nvcsw);
        end.words[1] = uint64_t(usage.ru_nivcsw);
        recorder->write(end);
    }
    t_context = {};
}

int own_descriptor_table() noexcept
{
    // Not the C library's wrapper: the system call is the same everywhere, the wrapper is not.
    return syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_UNSHARE) == 0 ? 0 : errno;
}

int leave_descriptors(int count) noexcept
{
    const int any = open("/dev/null", O_RDONLY | O_CLOEXEC); // the first free number, for now
    if (any == -1)
        return errno;
    int error = 0;
    while (!error)
        if (fcntl(any, F_DUPFD_CLOEXEC, any + count) == -1)
            error = errno;
    close(any);
    return error == EMFILE || error == EINVAL ? 0 : error; // the latter: the table has not even so many
}

} // namespace posix
