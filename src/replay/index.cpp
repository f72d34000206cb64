// SPDX-License-Identifier: MIT
#include "replay/index.h"

#include "calls/readiness.h"
#include "calls/schema.h"
#include "calls/verbs.h"
#include "replay/phases/arrival.h"
#include "replay/times.h"

#include <algorithm>
#include <numeric>

namespace replay {

using trace::Call;
using trace::Event;

Index::Index(const trace::Trace &followed) : trace(followed), descriptors(followed), connections(followed, descriptors), signals(followed), moments(followed) {}

// A program's threads share its descriptors: the table is called after the main one. True if that has changed.
bool Index::find_tables()
{
    std::map<uint16_t, uint16_t> main; // by program
    for (size_t i = trace.threads.size(); i-- > 0;)
        if (trace.threads[i].job == trace::Job::main)
            main[trace.threads[i].program] = uint16_t(i);
    std::vector<uint16_t> now;
    for (size_t i = 0; i < trace.threads.size(); ++i) {
        const auto found = main.find(trace.threads[i].program);
        now.push_back(found == main.end() ? uint16_t(i) : found->second);
    }
    const bool same = now.size() >= tables.size() && std::equal(tables.begin(), tables.end(), now.begin());
    tables = std::move(now);
    by_table.resize(tables.size());
    std::iota(by_table.begin(), by_table.end(), uint16_t(0));
    std::ranges::stable_sort(by_table, {}, [this](uint16_t thread) { return tables[thread]; });
    return !same;
}

std::span<const uint16_t> Index::users(uint16_t table) const
{
    const auto found = std::ranges::equal_range(by_table, table, {}, [this](uint16_t thread) { return tables[thread]; });
    return {found.begin(), found.end()};
}

void Index::extend(size_t first)
{
    const size_t size = trace.events().size();
    first = std::min({first, taken, size});
    if (find_tables())
        first = 0;
    if (first < taken) {
        descriptors.cut(uint32_t(first));
        connections.cut(uint32_t(first));
        requests.cut(uint32_t(first));
        interests.cut(uint32_t(first));
        rings.cut(uint32_t(first));
        signals.cut(uint32_t(first));
        moments.cut(uint32_t(first));
        for (Track &track : tracks)
            track.cut(uint32_t(first));
    }
    tracks.resize(trace.threads.size());
    take_in_flight();
    take_events(take_descriptors(uint32_t(first)), first == 0);
    moments.extend(uint32_t(first));
    taken = size;

    origin = trace.begin();
    const auto begins_at = [this](int64_t begin) {
        if (begin <= origin)
            origin = begin == INT64_MIN ? begin : begin - 1;
    };
    for (const Track &track : tracks)
        if (!track.lane().begin.empty())
            begins_at(track.lane().begin.front());
    for (const Event *call : flying)
        begins_at(call->begin);
    if (size)
        begins_at(trace.events().front().end);
}

void Index::take_in_flight()
{
    flying.clear();
    polling.clear();
    polling.reserve(trace.in_flight().size());
    for (const Event &call : trace.in_flight()) {
        if (call.thread >= tracks.size())
            continue;
        if (call.call == Call::set_assigned) // before each of the polls that are being repeated: no call that goes on
            continue;
        const Event *now = &call;
        if (call.end != 0 && call.count > 1) { // a poll in vain that is being repeated: as long as nothing else is recorded it goes on
            now = &polling.emplace_back(call);
            polling.back().end = 0;
        }
        flying.push_back(now);
    }
    std::ranges::stable_sort(flying, {}, [](const Event *call) { return call->begin; });
    moments.in_flight(flying);
    std::vector<int64_t> connecting;
    for (const Event *call : flying)
        if (const auto naming = calls::as_naming(*call); naming && naming->connects)
            connecting.push_back(call->begin);
    connections.connecting_since(std::move(connecting));
    std::ranges::stable_sort(flying, {}, [](const Event *call) { return call->thread; });
}

// What descriptors name, and which calls keep what is closed meanwhile, is known before anything else is made of the events.
// Returns from which event on that has to be done: from `first`, or anew, since a call has returned that kept something.
uint32_t Index::take_descriptors(uint32_t first)
{
    uint32_t changed = first;
    for (uint32_t number = first; number < trace.events().size(); ++number) {
        const Event &event = trace.events()[number];
        if (event.thread >= tracks.size())
            continue;
        requests.take(event, number, table(event.thread));
        const auto entry = calls::as_operation(event);
        const bool queued = entry && !entry->complete;
        rings.take(number, event, table(event.thread), queued ? descriptors.named(table(event.thread), entry->fd, begin_of(event)) : none);
        changed = std::min({changed, descriptors.take(number, table(event.thread)), keep(number)});
    }
    take_operations_in_flight();
    if (changed < first) {
        connections.cut(changed);
        interests.cut(changed);
        signals.cut(changed);
        for (Track &track : tracks)
            track.cut(changed);
    }
    return changed;
}

// Takes in one event; returns from where on calls may have waited for something else than was thought, or `none`.
uint32_t Index::take(size_t sequence)
{
    const Event &event = trace.events()[sequence];
    const uint32_t number = uint32_t(sequence);
    if (event.thread >= tracks.size())
        return none;
    if (calls::is_observation(event.call))
        observe(event, number);
    else
        tracks[event.thread].add(event, number);
    for (const uint32_t file : descriptors.released_at(number))
        interests.let_go(number, descriptors.descriptor(file), descriptors.closed(file));
    if (event.call == trace::Call::lost)
        connections.lose(number, table(event.thread));
    interests.take(number, event, table(event.thread));
    signals.take(number, table(event.thread));
    const uint32_t changed = connections.take(number, file(event, number));
    if (calls::asking(event) == calls::Asking::array || calls::asking(event) == calls::Asking::list)
        for (const calls::Ready &ready : calls::found(trace, event))
            if (const uint32_t end = ready.broken && ready.hung_up ? connections.end_at(table(event.thread), ready.fd, number) : none; end != none)
                connections.find_broken(number, end);
    return std::min({changed, entered_before(number), changed == none ? none : entered_before(changed)});
}

// What was seen of one of the threads.
void Index::observe(const Event &event, uint32_t sequence)
{
    const auto track = [this](int thread) { return thread >= 0 && size_t(thread) < tracks.size() ? &tracks[size_t(thread)] : nullptr; };
    if (const auto seen = calls::as_seen_thread(event); seen && seen->asleep() && track(seen->thread))
        track(seen->thread)->add_sleep(begin_of(event), event.end, sequence);
    if (const auto usage = calls::as_usage(event); usage && track(usage->thread))
        track(usage->thread)->add_cpu(begin_of(event), event.end, usage->cpu, sequence);
}

// An asynchronous read, an operation of io_uring keeps what it is about, too: until it is complete.
uint32_t Index::keep(uint32_t sequence)
{
    const Event &told = event(sequence);
    if (const Asked *request = requests.seen_by(sequence))
        return descriptors.keep_for_operation(request->table, request->fd, begin_of(event(request->asked)), sequence, sequence);
    const auto operation = calls::as_operation(told);
    if (!operation || !operation->complete)
        return none;
    // It may be complete at any moment from the last io_uring_enter() on.
    const uint16_t of = table(told.thread);
    const auto queued = rings.queued(of, told, sequence), entered = rings.enter_before(of, sequence);
    return queued && entered ? descriptors.keep_for_operation(of, operation->fd, begin_of(event(*queued)), *entered, sequence) : none;
}

uint32_t Index::file(const Event &call, uint32_t sequence) const
{
    if (call.thread >= tables.size())
        return none;
    std::optional<uint32_t> asked;
    if (calls::has(call, calls::completes)) {
        const Asked *request = sequence == none ? nullptr : requests.returned_by(sequence);
        asked = request ? request->asked : rings.queued(table(call.thread), call, sequence);
    }
    return descriptors.named(table(call.thread), call.fd, begin_of(asked ? event(*asked) : call));
}

void Index::take_operations_in_flight()
{
    descriptors.forget_in_flight();
    for (const Event *call : flying)
        if (std::ranges::find(polling, call, [](const Event &poll) { return &poll; }) == polling.end())
            descriptors.in_flight(*call, table(call->thread));
    for (const Asked *request : requests.latest(none))
        if (request->seen == none)
            descriptors.operation_in_flight(request->table, request->fd, begin_of(event(request->asked)));
    for (uint16_t thread = 0; thread < tables.size(); ++thread)
        if (table(thread) == thread)
            for (const Rings::Pending &operation : rings.pending(thread, none))
                if (operation.entered)
                    descriptors.operation_in_flight(thread, event(operation.queued).fd, begin_of(event(operation.queued)));
}

// What an io_uring_enter() had waited for is told by the completions between it and the next: the enter that event `sequence`,
// one of these, tells of. `none` for other events.
uint32_t Index::entered_before(uint32_t sequence) const
{
    const Event &told = event(sequence);
    const auto operation = calls::as_operation(told);
    const bool tells = calls::hands_in(told) || (operation && operation->complete);
    return tells ? rings.enter_before(table(told.thread), sequence).value_or(none) : none;
}

void Index::take_events(size_t first, bool anew)
{
    const auto &events = trace.events();
    if (anew) {
        std::vector<size_t> counts(tracks.size());
        for (const Event &event : events)
            if (event.thread < counts.size())
                ++counts[event.thread];
        for (size_t i = 0; i < tracks.size(); ++i)
            tracks[i].reserve(counts[i]);
    }
    // What a new event has brought to an older call came, as far as is known, at that call's end: nothing to sum up
    // anew there. Only a connection recognised late does change what was thought.
    uint32_t changed = uint32_t(first);
    for (size_t sequence = first; sequence < events.size(); ++sequence)
        changed = std::min(changed, take(sequence));
    if (anew)
        connections.shrink();
    // What an io_uring_enter() has waited for is told by completions that come after it.
    uint32_t entered = changed;
    for (const uint16_t each : tables)
        entered = std::min(entered, rings.enter_before(each, changed).value_or(none));
    changed = entered;
    for (Track &track : tracks)
        track.settle(changed, [this](uint32_t sequence) { return parts(*this, sequence); });
}

std::span<const Event *const> Index::in_flight(uint16_t thread) const
{
    const auto found = std::ranges::equal_range(flying, thread, {}, [](const Event *call) { return call->thread; });
    return {found.begin(), found.end()};
}

size_t Index::complete_at(int64_t time) const
{
    const auto &events = trace.events();
    return size_t(std::ranges::upper_bound(events, time, {}, &Event::end) - events.begin());
}

} // namespace replay
