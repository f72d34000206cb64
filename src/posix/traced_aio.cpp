// SPDX-License-Identifier: MIT
#include "posix/traced_aio.h"

#include "posix/recorded.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace traced {
namespace {

Slot about(Call call, Here here, const aiocb &request)
{
    Slot event = slot_of(call, here, request.aio_fildes);
    event.words[1] = request.number;
    return event;
}

// What a thread that the C library has started for one notification does (SIGEV_THREAD): it is measured as long as it runs
// the program's own function, which may use the request for the next read.
void notified(sigval value)
{
    aiocb &request = *static_cast<aiocb *>(value.sival_ptr);
    posix::Company *company = request.company;
    if (!company)
        return request.function(request.value);
    const posix::Context &context = company->enter();
    {
        const posix::Measured measured(context, request.number);
        request.function(request.value);
    }
    company->leave(context);
    company->awaited.fetch_sub(1, std::memory_order_release); // the last that is done with it
}

// The notification comes here first: only so can it be recorded.
void intercept(aiocb &request)
{
    sigevent &how = request.aio_sigevent;
    if (how.sigev_notify != SIGEV_SIGNAL && how.sigev_notify != SIGEV_THREAD)
        return;
    if (how.sigev_value.sival_ptr != &request) // not left from its last read
        request.value = how.sigev_value;
    how.sigev_value.sival_ptr = &request;
    if (how.sigev_notify == SIGEV_THREAD && how.sigev_notify_function != notified) {
        request.function = how.sigev_notify_function;
        how.sigev_notify_function = notified;
    }
}

int ask(aiocb *request, Call call, int (*begin)(::aiocb *), Here here)
{
    posix::Company *company = posix::context().company;
    request->company = company;
    request->asker = gettid();
    if (company)
        company->mortal = false; // the C library's helpers go on writing into what is the program's
    request->number = company ? company->requests.fetch_add(1, std::memory_order_relaxed) + 1 : 0;
    Slot asked = about(call, here, *request);
    asked.length = int64_t(request->aio_nbytes);
    asked.flags = uint32_t(request->aio_sigevent.sigev_notify);
    asked.words[0] = uint64_t(request->aio_offset);
    intercept(*request);
    const bool by_thread = company && request->aio_sigevent.sigev_notify == SIGEV_THREAD;
    if (by_thread)
        company->awaited.fetch_add(1, std::memory_order_relaxed);
    Recorded recorded(asked);
    const int result = begin(request);
    if (by_thread && result == -1)
        company->awaited.fetch_sub(1, std::memory_order_release);
    recorded.end(result);
    return result;
}

} // namespace

int AioRead::operator()(aiocb *request, Here here) const
{
    return ask(request, Call::aio_read, ::aio_read, here);
}

int AioWrite::operator()(aiocb *request, Here here) const
{
    return ask(request, Call::aio_write, ::aio_write, here);
}

int AioError::operator()(const aiocb *request, Here here) const
{
    Recorded call(about(Call::aio_error, here, *request));
    const int error = ::aio_error(request);
    call.end(error);
    return error;
}

ssize_t AioReturn::operator()(aiocb *request, Here here) const
{
    Recorded call(about(Call::aio_return, here, *request));
    const int error = ::aio_error(request); // aio_return() itself does not tell it
    const ssize_t result = ::aio_return(request);
    if (result == -1)
        errno = error;
    const void *buffer = const_cast<const void *>(request->aio_buf);
    const uint64_t words[2] = {Preview(buffer, result).words[0], request->number};
    call.end(int(result), {.words = words, .count = 2});
    return result;
}

int AioSuspend::operator()(const aiocb *const requests[], int count, const timespec *timeout, Here here) const
{
    const auto waited = std::count_if(requests, requests + std::max(count, 0), [](const aiocb *one) { return one != nullptr; });
    const int64_t wait = timeout ? timeout->tv_sec * int64_t(1'000'000'000) + timeout->tv_nsec : -1;
    Recorded call(slot_of(Call::aio_suspend, here, int(waited), wait));
    const auto *list = reinterpret_cast<const ::aiocb *const *>(requests); // the base stands first in each
    const int result = ::aio_suspend(list, count, timeout);
    call.end(result);
    return result;
}

int AioCancel::operator()(int fd, aiocb *request, Here here) const
{
    Slot asked = slot_of(Call::aio_cancel, here, fd);
    asked.words[1] = request ? request->number : 0;
    Recorded call(asked);
    const int result = ::aio_cancel(fd, request);
    call.end(result);
    return result;
}

bool hand_on_completion(int signal, const siginfo_t &info) noexcept
{
    const aiocb &request = *static_cast<const aiocb *>(info.si_value.sival_ptr);
    if (request.asker == gettid())
        return false;
    siginfo_t same = info;
    syscall(SYS_rt_tgsigqueueinfo, getpid(), request.asker, signal, &same);
    return true;
}

uint32_t completed_request(siginfo_t &info) noexcept
{
    const aiocb &request = *static_cast<const aiocb *>(info.si_value.sival_ptr);
    info.si_value = request.value;
    return request.number;
}

} // namespace traced
