// SPDX-License-Identifier: MIT
#include "replay/replay.h"

#include "calls/schema.h"
#include "replay/at/picture.h"
#include "replay/mechanisms/completion.h"
#include "replay/phases/deliveries.h"
#include "replay/phases/phases.h"
#include "replay/sockets/endings.h"
#include "replay/state.h"

#include <algorithm>

namespace replay {

Instant Replay::State::clamped(Instant instant) const
{
    return {instant.time, std::min(instant.complete, index.taken)};
}

Replay::Replay(const trace::Trace &trace) : m(std::make_unique<State>(trace))
{
    extend(0);
}

Replay::~Replay() = default;

void Replay::extend(size_t first)
{
    first = std::min(first, m->index.taken);
    m->index.extend(first);
    m->checkpoints.extend(first);
}

World Replay::at(Instant instant) const
{
    instant = m->clamped(instant);
    const Fold &fold = m->checkpoints.at(instant.complete);
    World world;
    world.time = instant.time;
    world.complete = instant.complete;
    world.dropped = trace().dropped;
    add_threads(world, m->index, fold);
    add_sockets(world, m->index);
    add_variables(world, trace(), fold);
    add_selections(world, m->index, fold);
    add_interests(world, m->index, fold);
    add_arriving(world, m->index);
    add_requests(world, m->index, fold);
    add_ready(world, m->index, fold);
    add_urings(world, m->index);
    return world;
}

Instant Replay::step(size_t sequence) const
{
    const auto &events = trace().events();
    if (events.empty())
        return first();
    sequence = std::min(sequence, events.size() - 1);
    return {events[sequence].end, sequence + 1};
}

Instant Replay::at_time(int64_t time) const
{
    time = std::clamp(time, first().time, last().time);
    return {time, m->index.complete_at(time)};
}

Instant Replay::first() const
{
    return {m->index.origin, 0};
}

Instant Replay::last() const
{
    const auto &events = trace().events();
    Instant last = events.empty() ? first() : Instant{events.back().end, events.size()};
    for (const trace::Event &call : trace().in_flight())
        last.time = std::max({last.time, call.begin, call.end}); // a poll that may be repeated still has an end
    last.time = std::max(last.time, trace().until()); // time passes also while nothing ends
    return last;
}

Instant Replay::next(Instant instant) const
{
    const auto next = m->index.moments.next(m->clamped(instant));
    if (next)
        return m->index.moments.instant(*next);
    const Instant end = last(); // after the last step there may still be observations
    return instant.complete < end.complete || instant.time < end.time ? end : instant;
}

Instant Replay::previous(Instant instant) const
{
    const Instant at = m->clamped(instant);
    if (const auto previous = m->index.moments.previous(at, false))
        return m->index.moments.instant(*previous);
    return at.time > first().time || at.complete > 0 ? first() : instant;
}

Replay::Moment Replay::moment(Instant instant) const
{
    const auto place = m->index.moments.previous(m->clamped(instant), true);
    if (!place)
        return {};
    return {place->begins ? calls::begun(*place->event) : *place->event, place->sequence, place->begins};
}

const Replay::Lane &Replay::lane(size_t thread) const
{
    return m->index.tracks[thread].lane();
}

std::vector<Phase> Replay::phases(size_t sequence) const
{
    if (sequence >= m->index.taken)
        return {};
    return phases_of(m->index, trace().events()[sequence], uint32_t(sequence));
}

std::vector<Ending> Replay::endings(size_t sequence) const
{
    return sequence < m->index.taken ? replay::endings(m->index, uint32_t(sequence)) : std::vector<Ending>();
}

std::vector<Delivery> Replay::brought_by(size_t sequence) const
{
    return sequence < m->index.taken ? replay::brought_by(m->index, uint32_t(sequence)) : std::vector<Delivery>();
}

std::optional<Delivery> Replay::taken_by(size_t sequence) const
{
    return sequence < m->index.taken ? replay::taken_by(m->index, uint32_t(sequence)) : std::nullopt;
}

Displaced Replay::displaced_urgent(size_t sequence) const
{
    const Connections &connections = m->index.connections;
    const uint32_t end = sequence < m->index.taken ? connections.end_of(uint32_t(sequence)) : none;
    return end == none ? Displaced::nothing : connections.displaced_urgent(connections.end(end), uint32_t(sequence));
}

bool Replay::nobody_has(uint16_t port, size_t sequence) const
{
    return sequence < m->index.taken && m->index.connections.datagram_port_given_up(port, uint32_t(sequence));
}

std::optional<size_t> Replay::opened(uint16_t thread, int fd, Instant instant) const
{
    if (thread >= m->index.tables.size())
        return {};
    const DescriptorTables &tables = m->index.descriptors;
    const uint32_t file = tables.at(m->index.table(thread), fd, uint32_t(instant.complete));
    return file == none ? std::nullopt : std::optional<size_t>(tables.descriptor(file).opened);
}

bool Replay::was_open(uint16_t thread, int fd, Instant instant) const
{
    return thread < m->index.tables.size() && m->index.descriptors.gone(m->index.table(thread), fd, uint32_t(instant.complete));
}

bool Replay::loses_urgent(size_t sequence) const
{
    if (sequence >= m->index.taken)
        return false;
    const trace::Event &event = m->index.event(uint32_t(sequence));
    const auto transfer = calls::as_transfer(event);
    const uint32_t end = transfer && transfer->reads() && transfer->in_stream() ? m->index.meant(event, uint32_t(sequence)) : none;
    return end != none && m->index.connections.loses_urgent(m->index.connections.end(end), uint32_t(sequence));
}

bool Replay::passed_on(size_t sequence) const
{
    const Connections &connections = m->index.connections;
    const uint32_t number = sequence < m->index.taken ? connections.end_of(uint32_t(sequence)) : none;
    if (number == none || !connections.end(number).stream)
        return true;
    const End &end = connections.end(number);
    return moved(end.sent, uint32_t(sequence) + 1) <= connections.passed_on(end, uint32_t(sequence) + 1);
}

const trace::Trace &Replay::trace() const
{
    return m->index.trace;
}

} // namespace replay
