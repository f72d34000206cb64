// SPDX-License-Identifier: MIT
#include "replay/mechanisms/completion.h"

#include "calls/schema.h"
#include "calls/verbs.h"
#include "replay/at/fold.h"
#include "replay/at/picture.h"
#include "replay/phases/arrival_bracket.h"
#include "replay/phases/deliveries.h"
#include "replay/phases/phases.h"
#include "replay/times.h"

#include <algorithm>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// The read that the library's thread makes for it, as if it had been called: until it was known to be complete.
Event as_read(const Index &index, const Asked &request)
{
    Event read = index.event(request.asked);
    read.begin = begin_of(read);
    read.end = request.seen == none ? 0 : index.event(request.seen).end;
    return read;
}

} // namespace

Arrival arrival_of(const Index &index, const Asked &request, int64_t time)
{
    Arrival arrival;
    arrival.by = brought_to_request(index, request, time);
    if (arrival.by == none)
        return arrival;
    const Event &by = index.event(arrival.by), read = as_read(index, request);
    const auto asleep = index.requests.seen_asleep(request, read.begin, end_of(read));
    const bool kept = kept_back(index, arrival.by, read);
    if (kept || (asleep && *asleep >= by.end)) {
        arrival.kind = Arrival::untold;
        arrival.known = Known::unknown;
        arrival.latest = std::min(end_of(read), time);
        arrival.kept_back = kept;
    } else {
        arrival.kind = Arrival::came;
        arrival.known = by.call == Call::thread_end ? Known::derived : Known::bracketed; // that one stands before the closing
        arrival.latest = std::min(by.end, time);
    }
    arrival.earliest = std::min(std::max(earliest_of(index, arrival.by), asleep.value_or(INT64_MIN)), arrival.latest);
    return arrival;
}

std::vector<Phase> phases_of(const Index &index, const Asked &request)
{
    const Event &asked = index.event(request.asked);
    const int64_t begin = begin_of(asked), seen = request.seen == none ? never : index.event(request.seen).end;
    const Arrival arrived = arrival_of(index, request, seen);
    Phase wait;
    wait.thread = asked.thread;
    wait.fd = request.fd;
    wait.request = request.number;
    wait.begin = begin;
    wait.known = Known::unknown;
    wait.by = arrived.by == none ? std::nullopt : std::optional<size_t>(arrived.by);
    wait.kept_back = arrived.kept_back;
    std::vector<Phase> phases;
    if (arrived.by == none || arrived.kind == Arrival::untold) { // from another program, nothing yet, or too late
        const uint32_t end = index.connections.end_at(request.table, request.fd, request.asked);
        const bool ours = arrived.by == none && end != none && index.connections.only_ours(index.connections.end(end), none);
        if (ours && seen == never)
            wait.known = Known::derived;
        if (seen != never) {
            wait.end = wait.latest = std::max(seen, begin);
            wait.earliest = std::clamp(index.requests.seen_asleep(request, begin, seen).value_or(begin), begin, wait.latest);
        }
        return {wait};
    }
    Phase copy = wait;
    if (arrived.latest > begin) {
        wait.end = arrived.latest;
        wait.known = arrived.known;
        wait.earliest = std::max(arrived.earliest, begin);
        wait.latest = arrived.latest;
        phases.push_back(wait);
    }
    const bool returned = request.returned != none;
    if (returned && index.event(request.returned).result <= 0)
        return phases;
    copy.kind = Phase::copy;
    copy.begin = std::max(arrived.latest, begin);
    copy.earliest = std::max(arrived.earliest, begin);
    copy.latest = copy.begin;
    copy.known = arrived.known;
    copy.with_wake = true;
    if (seen != never)
        copy.end = std::max(seen, copy.begin);
    copy.bytes = returned ? index.event(request.returned).result : 0;
    phases.push_back(copy);
    return phases;
}

namespace {

// Seen later than so many ns after the asking: somebody has looked for the library's threads in between.
constexpr int64_t looked_for = 250'000'000;

Request request_of(const World &world, const Index &index, const Asked &asked)
{
    const Event &event = index.event(asked.asked);
    Request request;
    request.thread = event.thread;
    request.table = asked.table;
    request.fd = asked.fd;
    request.number = asked.number;
    if (const auto submission = calls::as_submission(event)) {
        request.bytes = submission->bytes;
        request.offset = submission->offset;
        request.notify = submission->notification;
    }
    request.since = begin_of(event);
    request.asked = asked.asked;
    const uint32_t end = index.connections.end_at(asked.table, asked.fd, asked.asked);
    request.datagrams = end != none && !index.connections.end(end).stream;
    if (asked.returned < world.complete) {
        request.state = Request::returned;
        request.result = index.event(asked.returned).result;
    } else if (asked.seen < world.complete) {
        request.state = Request::complete;
    }
    if (asked.seen < world.complete) {
        request.seen = index.event(asked.seen).end;
        request.told = index.event(asked.seen).call;
    }
    const Arrival arrived = arrival_of(index, asked, std::min(world.time, request.seen.value_or(never)));
    request.arrived = arrived.by_then(uint32_t(world.complete));
    const auto reads = [&](const HelperThread &helper) { return helper.fd == asked.fd; };
    const auto helper = std::ranges::find_if(world.helpers, reads);
    if (helper != world.helpers.end())
        request.helper = helper->tid;
    request.unattended = request.state == Request::in_progress && !request.helper && !world.helpers.empty() && span(request.since, world.time) > looked_for;
    return request;
}

// A thread of the library that may have taken another request since it was seen: it had none, or what it waited for has come.
bool may_be_free(const World &world, const HelperThread &helper)
{
    const auto waits = [&](const Request &request) { return request.helper == helper.tid && request.state == Request::in_progress && !request.arrived; };
    return helper.state != 'X' && std::ranges::none_of(world.requests, waits);
}

// Bytes that one read may have taken: of datagrams the first one.
int64_t at_most(const Index &index, uint32_t end, const Request &request, uint32_t complete)
{
    if (index.connections.end(end).stream)
        return request.bytes;
    const uint32_t first = index.connections.next_datagram(index.connections.end(end), complete);
    return first < complete ? index.event(first).result : 0;
}

} // namespace

void add_requests(World &world, const Index &index, const Fold &fold)
{
    for (const auto &[tid, sequence] : fold.helpers) {
        const calls::SeenThread seen = *calls::as_seen_thread(index.event(sequence));
        world.helpers.push_back({tid, seen.state, seen.system_call, seen.fd, index.event(sequence).end});
    }
    const uint32_t complete = uint32_t(world.complete);
    for (const Asked *asked : index.requests.latest(complete)) {
        if (asked->returned < complete && !world.socket(asked->table, asked->fd))
            continue; // its descriptor is closed
        const uint32_t end = index.connections.end_at(asked->table, asked->fd, asked->asked);
        const bool kept = end != none && index.connections.kept_by_a_call(index.connections.end(end), complete);
        if (!kept && index.connections.end_at(asked->table, asked->fd, complete) != end)
            continue; // or given away again
        world.requests.push_back(request_of(world, index, *asked));
        if (world.requests.back().state == Request::in_progress)
            for (Phase &phase : phases_by(phases_of(index, *asked), world.time))
                world.phases.push_back(phase);
    }
    for (Request &request : world.requests)
        if (request.arrived && request.unattended)
            request.unattended = std::ranges::none_of(world.helpers, [&](const HelperThread &helper) { return may_be_free(world, helper); });
    // The library's thread takes bytes out of the kernel's buffer at some moment that nobody records.
    for (const Request &request : world.requests) {
        if (request.state == Request::returned)
            continue;
        const uint32_t end = index.connections.end_at(request.table, request.fd, uint32_t(request.asked));
        Socket *socket = socket_of(world, index, end);
        if (!socket || !socket->receive_bytes)
            continue;
        const int64_t most = *socket->receive_bytes, taken = std::clamp<int64_t>(at_most(index, end, request, complete), 0, most);
        socket->receive_bytes = most - taken;
        socket->arriving = sum(socket->arriving, taken);
        if (socket->datagrams && socket->queue.value_or(0) > 0) { // one more or one less
            socket->queue.reset();
            socket->queue_known = Known::unknown;
        }
    }
}

} // namespace replay
