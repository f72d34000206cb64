// SPDX-License-Identifier: MIT
#include "replay/measures/measure.h"

#include "calls/verbs.h"
#include "replay/times.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// The threads that have stood in one place of the recording, one after the other; each tells at its end what it has used.
struct Lives {
    int64_t begun = 0, ended = 0;
    // The server's own thread is there also when its beginning was not recorded.
    int64_t threads(bool server) const { return std::max<int64_t>({begun, ended, server}); }
};

std::vector<Lives> lives(const trace::Trace &trace)
{
    std::vector<Lives> all(trace.threads.size());
    for (const Event &event : trace.events())
        if (event.thread < all.size()) {
            all[event.thread].begun += event.call == Call::thread_begin;
            all[event.thread].ended += event.call == Call::thread_end;
        }
    return all;
}

// Of the servers; also another thread of a server may close one.
int64_t most_descriptors(const trace::Trace &trace)
{
    int64_t open = 0, most = 0;
    for (const Event &event : trace.events()) {
        if (trace::origin(trace, event.thread) == trace::Origin::script)
            continue;
        const auto opening = calls::as_opening(event);
        const auto closing = calls::as_closing(event);
        if (opening && opening->made >= 0)
            most = std::max(most, ++open);
        else if (closing && closing->descriptor && closing->done)
            --open;
    }
    return most;
}

// Threads of the C library seen. One that is recorded may have been seen just before its beginning, and is none of them.
size_t helpers(const trace::Trace &trace)
{
    std::set<int64_t> seen, recorded; // tids
    for (const Event &event : trace.events())
        if (const auto thread = calls::as_seen_thread(event); thread && thread->tid)
            seen.insert(thread->tid);
        else if (event.call == Call::thread_begin)
            recorded.insert(calls::value(event, "tid").value_or(0));
    return size_t(std::ranges::count_if(seen, [&](int64_t tid) { return !recorded.contains(tid); }));
}

void add(std::optional<int64_t> &sum, std::optional<int64_t> more)
{
    sum = sum && more ? std::optional(replay::sum(*sum, *more)) : std::nullopt;
}

std::optional<int64_t> signed_count(std::optional<uint64_t> count)
{
    return count ? std::optional(int64_t(std::min(*count, uint64_t(INT64_MAX)))) : std::nullopt;
}

void measure_threads(Measured &measured, const Replay &replay)
{
    const Totals totals = replay::totals(replay, replay.last());
    const auto value = [&](Measure measure) -> std::optional<int64_t> & { return measured.values[size_t(measure)]; };
    const std::vector<Lives> all = lives(replay.trace());
    bool any = false;
    size_t own = 0; // threads
    for (const Totals::Row &row : totals.rows) {
        if (!trace::serves(replay.trace(), row.thread))
            continue;
        if (!std::exchange(any, true))
            for (const Measure measure : {Measure::system_calls, Measure::failed_polls, Measure::cpu, Measure::voluntary,
                                          Measure::involuntary, Measure::longest_blocked})
                value(measure) = 0;
        const bool server = trace::runs_listing(replay.trace(), row.thread);
        const int64_t threads = all[row.thread].threads(server);
        (trace::job(replay.trace(), row.thread) == trace::Job::library ? measured.notifications : own) += size_t(threads);
        add(value(Measure::system_calls), signed_count(row.system_calls));
        add(value(Measure::failed_polls), signed_count(row.failed_polls));
        const bool told = all[row.thread].ended == threads; // what was seen from outside before is not all of it
        add(value(Measure::cpu), told ? row.cpu : std::nullopt);
        add(value(Measure::voluntary), told ? signed_count(row.voluntary) : std::nullopt);
        add(value(Measure::involuntary), told ? signed_count(row.involuntary) : std::nullopt);
        value(Measure::longest_blocked) = std::max(*value(Measure::longest_blocked), row.longest_wait);
    }
    if (any) {
        value(Measure::threads) = int64_t(own + measured.notifications + measured.helpers);
        value(Measure::descriptors) = most_descriptors(replay.trace());
    }
}

void measure_messages(Measured &measured, const Replay &replay)
{
    std::vector<int64_t> least, most, planned;
    std::vector<Message> all = messages(replay);
    std::ranges::copy(typed_lines(replay), std::back_inserter(all));
    for (const Message &message : all) {
        ++measured.messages;
        if (!message.taken)
            continue;
        ++measured.taken;
        least.push_back(span(message.latest, message.in_hand));
        most.push_back(span(message.earliest, message.in_hand));
        if (message.planned)
            planned.push_back(span(*message.planned, message.in_hand));
    }
    if (least.empty())
        return;
    const auto value = [&](Measure measure) -> std::optional<int64_t> & { return measured.values[size_t(measure)]; };
    for (auto *times : {&least, &most, &planned})
        std::ranges::sort(*times);
    value(Measure::median_least) = Spread{least}.median();
    value(Measure::median) = Spread{most}.median();
    value(Measure::worst_least) = least.back();
    value(Measure::worst) = most.back();
    if (planned.size() == most.size()) {
        value(Measure::planned_median) = Spread{planned}.median();
        value(Measure::planned_worst) = planned.back();
    }
}

} // namespace

std::string_view name(Measure measure)
{
    constexpr std::string_view names[measures] = {
        "system_calls", "failed_polls", "cpu_ns", "voluntary_switches", "involuntary_switches", "longest_blocked_ns",
        "latency_median_least_ns", "latency_median_ns", "latency_worst_least_ns", "latency_worst_ns",
        "planned_latency_median_ns", "planned_latency_worst_ns", "threads", "descriptors"};
    return names[size_t(measure)];
}

Measured measured(const Replay &replay)
{
    Measured measured;
    measured.dropped = replay.trace().dropped;
    measured.out_of_descriptors = std::ranges::any_of(replay.trace().events(), calls::out_of_descriptors);
    measured.helpers = helpers(replay.trace());
    measure_threads(measured, replay);
    measure_messages(measured, replay);
    return measured;
}

bool planned(std::span<const Measured> runs)
{
    return std::ranges::any_of(runs, [](const Measured &run) { return run.of(Measure::planned_worst).has_value(); });
}

Spread spread(std::span<const Measured> runs, Measure measure)
{
    Spread spread;
    for (const Measured &run : runs)
        if (const auto value = run.of(measure))
            spread.values.push_back(*value);
    std::ranges::sort(spread.values);
    return spread;
}

} // namespace replay
