// SPDX-License-Identifier: MIT
#include "replay/measure.h"

#include "replay/times.h"

#include <algorithm>
#include <set>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

bool is_server(const trace::Trace &trace, size_t thread)
{
    return thread < trace.threads.size() && trace.threads[thread].role == trace::Role::server;
}

bool makes_descriptor(Call call)
{
    return call == Call::socket || call == Call::accept || call == Call::epoll_create1 || call == Call::io_uring_setup;
}

// Of the servers.
int64_t most_descriptors(const trace::Trace &trace)
{
    int64_t open = 0, most = 0;
    for (const Event &event : trace.events()) {
        if (!is_server(trace, event.thread))
            continue;
        if (makes_descriptor(event.call) && event.result >= 0)
            most = std::max(most, ++open);
        else if (event.call == Call::close && event.result == 0)
            --open;
    }
    return most;
}

// Threads of the C library seen.
size_t helpers(const trace::Trace &trace)
{
    std::set<int> seen;
    for (const Event &event : trace.events())
        if (event.call == Call::observed_task)
            seen.insert(event.fd);
    return seen.size();
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
    int64_t threads = 0;
    for (const Totals::Row &row : totals.rows) {
        if (!is_server(replay.trace(), row.thread))
            continue;
        if (threads++ == 0)
            for (const Measure measure : {Measure::system_calls, Measure::failed_polls, Measure::cpu, Measure::voluntary,
                                          Measure::involuntary, Measure::longest_blocked})
                value(measure) = 0;
        add(value(Measure::system_calls), signed_count(row.system_calls));
        add(value(Measure::failed_polls), signed_count(row.failed_polls));
        add(value(Measure::cpu), row.cpu);
        add(value(Measure::voluntary), signed_count(row.voluntary));
        add(value(Measure::involuntary), signed_count(row.involuntary));
        value(Measure::longest_blocked) = std::max(*value(Measure::longest_blocked), row.longest_wait);
    }
    if (threads) {
        value(Measure::threads) = threads + int64_t(measured.helpers);
        value(Measure::descriptors) = most_descriptors(replay.trace());
    }
}

void measure_messages(Measured &measured, const Replay &replay)
{
    std::vector<int64_t> least, most;
    for (const Message &message : messages(replay)) {
        ++measured.messages;
        if (!message.taken)
            continue;
        ++measured.taken;
        least.push_back(span(message.latest, message.in_hand));
        most.push_back(span(message.earliest, message.in_hand));
    }
    if (least.empty())
        return;
    const auto value = [&](Measure measure) -> std::optional<int64_t> & { return measured.values[size_t(measure)]; };
    for (auto *times : {&least, &most})
        std::ranges::sort(*times);
    value(Measure::median_least) = Spread{least}.median();
    value(Measure::median) = Spread{most}.median();
    value(Measure::worst_least) = least.back();
    value(Measure::worst) = most.back();
}

} // namespace

std::string_view name(Measure measure)
{
    constexpr std::string_view names[measures] = {
        "system_calls", "failed_polls", "cpu_ns", "voluntary_switches", "involuntary_switches", "longest_blocked_ns",
        "latency_median_least_ns", "latency_median_ns", "latency_worst_least_ns", "latency_worst_ns", "threads",
        "descriptors"};
    return names[size_t(measure)];
}

Measured measured(const Replay &replay)
{
    Measured measured;
    measured.dropped = replay.trace().dropped;
    measured.helpers = helpers(replay.trace());
    measure_threads(measured, replay);
    measure_messages(measured, replay);
    return measured;
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
