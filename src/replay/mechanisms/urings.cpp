// SPDX-License-Identifier: MIT
// io_uring's two rings at an instant: what is queued, what the kernel has in hand, which completions were seen.
#include "replay/at/picture.h"
#include "replay/times.h"

#include "calls/verbs.h"

#include <algorithm>

namespace replay {

using trace::Event;

namespace {

constexpr size_t seen_kept = 16;

Uring::Operation operation(const Event &entry, uint32_t queued)
{
    Uring::Operation made;
    if (const auto submission = calls::as_submission(entry)) {
        made.code = uint8_t(submission->operation);
        made.fd = submission->fd;
        made.bytes = submission->bytes;
    }
    made.queued = queued;
    return made;
}

// The entries that the io_uring_enter() in progress hands in.
void hand_in(Uring &uring, const Event &enter)
{
    int64_t left = calls::value(enter, "to_submit").value_or(0);
    for (Uring::Operation &one : uring.operations)
        if (!one.handed_in && left-- > 0)
            one.handed_in = true;
}

// Whether the operation is complete, its completion not seen. What waits for a receive or an accept that the kernel has in
// hand is there for it at once: then the bytes are in the program's buffer already, the connection has its descriptor.
void complete(Uring::Operation &one, Socket *socket)
{
    const calls::Operation operation{one.code, one.fd};
    const bool accepts = operation.accepts();
    if (!one.handed_in || !socket || !operation.waits())
        return;
    std::optional<int64_t> &waits = accepts ? socket->queue : socket->receive_bytes;
    if (waits.value_or(0) > 0) {
        one.done = true;
        one.moved = accepts ? 0 : std::min(*waits, std::max<int64_t>(one.bytes, 0));
        *waits -= accepts ? 1 : one.moved;
        (accepts ? socket->queue_known : socket->receive_known) = Known::derived;
    } else if (socket->peer_shut || socket->peer_closed || socket->reset) {
        one.done = true;
    } else if (waits && socket->arriving == 0 && socket->on_the_way == 0) {
        one.done = false;
    }
}

} // namespace

void add_urings(World &world, const Index &index)
{
    const uint32_t now = uint32_t(world.complete);
    for (uint16_t thread = 0; thread < world.threads.size(); ++thread) {
        const auto setup = index.table(thread) == thread ? index.rings.setup(thread, now) : std::nullopt;
        if (!setup)
            continue;
        const Event &made = index.event(*setup);
        Uring &uring = world.urings.emplace_back();
        uring.thread = thread;
        uring.fd = made.result;
        const auto places = [&](const char *field) { return int64_t(std::min(uint64_t(calls::value(made, field).value_or(0)), uint64_t(INT32_MAX))); };
        const int64_t given = places("submission_entries");
        uring.entries = given ? given : calls::value(made, "entries").value_or(0);
        uring.completion_entries = places("completion_entries");
        for (const Rings::Pending &pending : index.rings.pending(thread, now)) {
            uring.operations.push_back(operation(index.event(pending.queued), pending.queued));
            uring.operations.back().handed_in = pending.entered.has_value();
        }
        const auto &call = world.threads[thread].call;
        uring.entering = call && calls::hands_in(*call);
        if (uring.entering)
            hand_in(uring, *call);
        for (Uring::Operation &one : uring.operations)
            complete(one, socket_of(world, index, index.meant(index.event(one.queued), uint32_t(one.queued))));
        const auto seen = index.rings.completions(thread, *setup, now);
        uring.seen_in_all = seen.size();
        uring.queued_in_all = index.rings.entries(thread, *setup, now).size();
        for (const uint32_t sequence : seen.last(std::min(seen.size(), seen_kept))) {
            if (const auto completion = calls::as_completion(index.event(sequence)))
                uring.seen.push_back({uint8_t(completion->operation), completion->fd, completion->result, uint8_t(completion->error), sequence});
        }
    }
}

} // namespace replay
