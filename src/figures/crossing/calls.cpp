// SPDX-License-Identifier: MIT
#include "figures/crossing/calls.h"

#include "calls/schema.h"
#include "figures/cast.h"
#include "replay/times.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace figures {
namespace {

using replay::begin_of;
using trace::Call;
using trace::Event;

// The events asked for: [from, to).
constexpr size_t farthest = 4096; // events of the server that began before one of the range, looked at

struct Bounds {
    double from = 0, to = 0;
};

Bounds bounds_of(const Scene &scene)
{
    const bool chosen = scene.range.axis == Axis::events && scene.range.to > scene.range.from;
    return chosen ? Bounds{scene.range.from, scene.range.to} : Bounds{0, HUGE_VAL};
}

// Phases may lie in the select() before: those are not this call's.
void take_phases(KernelCall &call, const std::vector<replay::Phase> &phases)
{
    for (const replay::Phase &phase : phases) {
        if (phase.thread != call.event.thread || phase.request) // that goes on beside the thread
            continue;
        if (phase.kind == replay::Phase::copy)
            call.copy = phase;
        else if (call.slept() && phase.begin >= begin_of(call.event))
            call.wait = phase;
    }
}

// A call during which a handler ran came out after that one's calls: in two, each in its place.
void split(std::vector<KernelCall> &latest)
{
    KernelCall &inner = latest.back();
    const auto during = [&](const KernelCall &call) {
        return begin_of(call.event) > begin_of(inner.event) && begin_of(call.event) <= inner.event.end;
    };
    const auto place = std::ranges::find_if(latest, during);
    if (place == latest.end())
        return;
    KernelCall out = inner;
    out.part = KernelCall::coming_out;
    out.steps = 0;
    inner.part = KernelCall::going_in;
    latest.insert(place, std::move(out));
}

KernelCall returned(const Scene &scene, const replay::Replay::Lane &lane, size_t index)
{
    const size_t sequence = lane.sequence[index];
    KernelCall call{scene.replay.trace().events()[sequence], sequence, 0, 0, replay::State::running, {}, {}, {}, false};
    if (index + 1 < lane.asleep.size())
        call.asleep = std::max<int64_t>(int64_t(uint64_t(lane.asleep[index + 1]) - uint64_t(lane.asleep[index])), 0);
    take_phases(call, scene.replay.phases(sequence));
    return call;
}

// The calls `thread` is in at the instant: how they will end is not known yet. Polls that are being repeated take turns; at the end
// of the recording the last ones have returned, and are counted.
void add_in_flight(std::vector<KernelCall> &flying, const Scene &scene, const replay::Thread &thread)
{
    const auto add = [&](const Event &event) -> KernelCall & {
        return flying.emplace_back(KernelCall{event, {}, 0, 0, thread.state, {}, {}, {}});
    };
    for (const Event &poll : thread.polls)
        add(poll).repeated = poll.end == 0;
    for (const Event &outer : thread.interrupted)
        add(outer).state = replay::State::running;
    if (thread.call && calls::is_call(thread.call->call) && !thread.repeats()) {
        KernelCall &call = add(*thread.call);
        const int64_t until = thread.state == replay::State::asleep ? scene.instant.time : thread.since;
        call.asleep = std::max<int64_t>(int64_t(uint64_t(until) - uint64_t(call.event.begin)), 0);
        take_phases(call, scene.world.phases);
    }
}

// Those of the server, and of the threads that the C library starts for it; latest first.
std::vector<KernelCall> in_flight(const Scene &scene)
{
    std::vector<KernelCall> flying;
    const auto &threads = scene.replay.trace().threads;
    for (size_t i = 0; i < std::min(scene.world.threads.size(), threads.size()); ++i)
        if (scene.in_front(i))
            add_in_flight(flying, scene, scene.world.threads[i]);
    std::ranges::stable_sort(flying, std::greater(), [](const KernelCall &call) { return call.event.begin; });
    return flying;
}

// One past the last event of the lane that had begun by the instant.
size_t begun(const replay::Replay::Lane &lane, int64_t time)
{
    return size_t(std::ranges::upper_bound(lane.begin, time) - lane.begin.begin());
}

bool is_step(Call call)
{
    const calls::Row &row = calls::row(call);
    return row.kind == calls::Kind::step && (row.has(calls::on_set) || row.has(calls::assigns) || row.has(calls::submits) || row.has(calls::completes));
}

// What the server's main flow did, and beside it the threads that the C library starts for it, backwards in order of begin.
class Walk {
public:
    struct Place {
        const replay::Replay::Lane *lane;
        size_t index, thread;
    };
    explicit Walk(const Scene &scene)
    {
        const auto &threads = scene.replay.trace().threads;
        for (size_t i = 0; i < threads.size(); ++i)
            if (scene.in_front(i))
                m_next.push_back({&scene.replay.lane(i), begun(scene.replay.lane(i), scene.instant.time), i});
    }
    std::optional<Place> back()
    {
        Place *latest = nullptr;
        for (Place &place : m_next)
            if (place.index > 0 && (!latest || place.lane->begin[place.index - 1] > latest->lane->begin[latest->index - 1]))
                latest = &place;
        if (!latest)
            return {};
        --latest->index;
        return *latest;
    }

private:
    std::vector<Place> m_next; // index: one past the next to give
};

} // namespace

KernelCalls kernel_calls(const Scene &scene, size_t most)
{
    KernelCalls calls;
    const size_t server = scene.front_thread();
    if (server >= scene.world.threads.size())
        return calls;
    const auto &events = scene.replay.trace().events();
    const replay::Thread &thread = scene.world.threads[server];
    const Bounds bounds = bounds_of(scene);
    const auto add = [&](KernelCall call) { calls.latest.push_back(std::move(call)); };
    std::vector<KernelCall> flying = in_flight(scene);
    calls.held = thread.state == replay::State::held;

    // What the kernel begins by itself, a signal, has its place in this walk, between the calls.
    calls.handler = thread.handler.has_value();
    int handlers = calls.handler; // walking back: entered, and not left
    // Those in flight are the latest, unless a handler has come meanwhile.
    size_t added = 0;
    const auto add_flying = [&](int64_t since) {
        for (; added < flying.size() && flying[added].event.begin >= since; ++added) {
            flying[added].handler = handlers > 0 || flying[added].event.thread != server;
            add(std::move(flying[added]));
        }
    };
    size_t beyond = 0; // events before the range met
    Walk walk(scene);
    while (const auto at = walk.back()) {
        const auto &[lane, i, thread_of] = *at;
        const size_t sequence = lane->sequence[i];
        if (sequence >= std::min(scene.instant.complete, events.size()) || double(sequence) >= bounds.to)
            continue;
        if (double(sequence) + 1 <= bounds.from) { // what began before it may have ended in the range
            if (++beyond > farthest)
                break;
            continue;
        }
        add_flying(begin_of(events[sequence]));
        const Event &event = events[sequence];
        if (is_step(event.call))
            ++(calls.latest.empty() ? calls.steps : calls.latest.back().steps);
        handlers += event.call == Call::handler_end;
        const bool beside = thread_of != server, told = beside && event.call == Call::thread_begin;
        if (!calls::is_call(event.call) && event.call != Call::handler_begin && !told)
            continue;
        if (calls.latest.size() >= most) {
            add_flying(INT64_MIN);
            return calls;
        }
        add(returned(scene, *lane, i));
        calls.latest.back().handler = beside || handlers > 0;
        calls.latest.back().told = told;
        if (told)
            continue;
        if (event.call == Call::handler_begin)
            handlers = std::max(handlers - 1, 0);
        else
            split(calls.latest);
    }
    add_flying(INT64_MIN);
    calls.complete = beyond == 0;
    return calls;
}

uint64_t calls_before(const Scene &scene, std::span<const KernelCall> shown)
{
    const replay::Totals totals = replay::totals(scene.replay, scene.instant);
    uint64_t calls = 0;
    const auto &threads = scene.replay.trace().threads;
    for (size_t i = 0; i < std::min(totals.rows.size(), threads.size()); ++i)
        if (scene.in_front(i))
            calls += totals.rows[i].system_calls + totals.rows[i].library_calls;
    for (const KernelCall &call : shown)
        if (call.event.end != 0 && calls::is_call(call.event.call) && call.part != KernelCall::coming_out)
            calls -= std::min<uint64_t>(call.event.count, calls);
    return calls;
}

const Event *bringer(const trace::Trace &trace, const replay::Phase &wait)
{
    return wait.by && *wait.by < trace.events().size() ? &trace.events()[*wait.by] : nullptr;
}

} // namespace figures
