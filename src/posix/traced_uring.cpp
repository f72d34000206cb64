// SPDX-License-Identifier: MIT
#include "posix/traced_uring.h"

#include "posix/recorded.h"

#include <array>

namespace traced {
namespace {

// Where a pending operation puts what it gets, so that the first bytes, or the peer's port, can be recorded with its
// completion. Two that share a place lose that, and nothing else.
struct Target {
    uint64_t label = 0;
    const void *place = nullptr;
    uint32_t size = 0; // bytes asked
};
thread_local std::array<Target, 1024> t_targets;

Target &target(uint64_t label)
{
    return t_targets[size_t(descriptor_of(label)) % t_targets.size()];
}

Target target_of(uint64_t label)
{
    const Target &kept = target(label);
    return kept.label == label ? kept : Target();
}

// One io_uring_enter(2), made by `enter`, which returns what liburing does: a negative errno when it failed.
template <typename Enter>
int recorded_enter(const io_uring *ring, unsigned wanted, Here here, Enter enter)
{
    Recorded call(slot_of(Call::io_uring_enter, here, ring->ring_fd, wanted, io_uring_sq_ready(ring)));
    const int result = enter();
    errno = result < 0 ? -result : 0;
    call.end(result < 0 ? -1 : result);
    return result;
}

// The kernel keeps completions that have found no room, or has work to do for this thread: liburing asks it then.
bool needs_kernel(const io_uring *ring)
{
    return IO_URING_READ_ONCE(*ring->sq.kflags) & (IORING_SQ_CQ_OVERFLOW | IORING_SQ_TASKRUN);
}

} // namespace

int QueueInit::operator()(unsigned entries, io_uring *ring, unsigned flags, Here here) const
{
    Recorded call(slot_of(Call::io_uring_setup, here, -1, entries, flags));
    if (posix::Company *company = posix::context().company)
        company->mortal = false; // the kernel goes on writing into what is the program's
    const int result = ::io_uring_queue_init(entries, ring, flags);
    errno = result < 0 ? -result : 0;
    uint64_t words[2] = {0, 0}; // entries of the two rings
    if (result == 0) {
        call.gave_descriptor(ring->ring_fd);
        words[0] = ring->sq.ring_entries;
        words[1] = ring->cq.ring_entries;
    }
    call.end(result < 0 ? -1 : ring->ring_fd, {.words = words, .count = 2});
    return result;
}

void QueueExit::operator()(io_uring *ring, Here here) const
{
    Recorded call(slot_of(Call::close, here, ring->ring_fd));
    ::io_uring_queue_exit(ring);
    call.end(0);
}

int Submit::operator()(io_uring *ring, Here here) const
{
    if (io_uring_sq_ready(ring) == 0 && !needs_kernel(ring))
        return ::io_uring_submit(ring);
    return recorded_enter(ring, 0, here, [ring] { return ::io_uring_submit(ring); });
}

int SubmitAndWait::operator()(io_uring *ring, unsigned wanted, Here here) const
{
    if (io_uring_sq_ready(ring) == 0 && wanted == 0 && !needs_kernel(ring))
        return ::io_uring_submit_and_wait(ring, wanted);
    return recorded_enter(ring, wanted, here, [ring, wanted] { return ::io_uring_submit_and_wait(ring, wanted); });
}

void SetData::operator()(io_uring_sqe *sqe, uint64_t label, Here here) const
{
    Slot queued = slot_of(Call::sqe_queued, here, sqe->fd, sqe->len, sqe->opcode);
    queued.words[0] = label;
    step(std::move(queued), [&](Slot &) {
        ::io_uring_sqe_set_data64(sqe, label);
        const bool gets = sqe->opcode == IORING_OP_RECV || sqe->opcode == IORING_OP_ACCEPT || sqe->opcode == IORING_OP_SEND;
        target(label) = {label, gets ? reinterpret_cast<const void *>(sqe->addr) : nullptr, sqe->len};
    });
}

void CqeSeen::operator()(io_uring *ring, io_uring_cqe *cqe, Here here) const
{
    const io_uring_cqe done = *cqe;
    const int operation = operation_of(done.user_data);
    Slot seen = slot_of(Call::cqe_seen, here, descriptor_of(done.user_data), 0, uint32_t(operation & 0xff) | (done.flags & 0xffff) << 8);
    seen.result = done.res < 0 ? -1 : done.res;
    seen.error = uint8_t(done.res < 0 ? -done.res : 0);
    const auto [label, place, size] = target_of(done.user_data);
    if (place && operation == IORING_OP_ACCEPT) {
        seen.length = done.res >= 0 ? port_of(static_cast<const sockaddr *>(place)) : 0;
    } else if (place) {
        const Preview preview(place, done.res);
        std::ranges::copy(preview.words, seen.words);
        seen.length = size;
    }
    if (operation == IORING_OP_ACCEPT) {
        posix::Company *company = posix::context().company;
        if (company && done.res >= 0)
            company->descriptors.gave(done.res);
        posix::accepted(posix::context().pulse, done.res, -done.res);
    }
    step(std::move(seen), [&](Slot &) { ::io_uring_cqe_seen(ring, cqe); });
}

int lacks_uring() noexcept
{
    io_uring ring;
    const int result = ::io_uring_queue_init(1, &ring, 0);
    if (result < 0)
        return -result;
    ::io_uring_queue_exit(&ring);
    return 0;
}

} // namespace traced
