// SPDX-License-Identifier: MIT
#include "comparison/comparison.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace comparison {
namespace {

constexpr size_t most_events = 4'000'000; // of a run, 64 bytes each

lab::Settings settings_of(const Entry &entry, const Workload &workload)
{
    lab::Settings settings;
    settings.server = entry.server->name;
    settings.stranger = entry.server;
    settings.serve = entry.settings;
    settings.serve.backlog = std::max(settings.serve.backlog, workload.clients); // or connect() is tried again, seconds later
    settings.max_events = most_events;
    return settings;
}

void perform(Run &done, const Entry &entry, const Plan &plan, const std::function<bool()> &cancelled)
{
    if (const int error = entry.server->lacks ? entry.server->lacks() : 0) {
        done.failure = Failure{Failure::lacking, {}, error};
        return;
    }
    lab::Run run(settings_of(entry, plan.workload));
    if (const auto problem = run.start())
        done.failure = Failure{Failure::refused, problem->call, problem->error};
    else
        done.failure = (has_two_inputs(*entry.server) ? play_two_inputs : play)(run, plan.workload, plan.patience, cancelled);
    run.stop();
    done.trace = std::make_shared<trace::Trace>();
    done.trace->append(run.take());
    done.trace->run = run.description();
    if (!done.failure)
        done.measured = replay::measured(replay::Replay(*done.trace));
}

} // namespace

Misfit misfit_of(const Plan &plan)
{
    const auto keyboards = std::ranges::count_if(plan.entries, [](const Entry &one) { return has_two_inputs(*one.server); });
    if (keyboards > 0 && size_t(keyboards) < plan.entries.size())
        return Misfit::mixed;
    if (keyboards > 0 && plan.workload.clients != 1)
        return Misfit::one_client;
    if (keyboards > 0 && plan.workload.bytes > longest_line)
        return Misfit::in_line;
    return misfit(plan.workload, any_datagrams(plan.entries));
}

void Result::add(Run run)
{
    for (Run &earlier : runs)
        if (earlier.entry == run.entry)
            earlier.trace.reset();
    if (run.trace && run.trace->events().size() > most_kept)
        run.trace.reset();
    runs.push_back(std::move(run));
}

std::vector<replay::Measured> Result::measured(size_t entry) const
{
    std::vector<replay::Measured> all;
    for (const Run &run : runs)
        if (run.entry == entry && !run.failure)
            all.push_back(run.measured);
    return all;
}

const Run *Result::latest(size_t entry) const
{
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [entry](const Run &run) { return run.entry == entry; });
    return found == runs.rend() ? nullptr : &*found;
}

std::vector<std::vector<size_t>> order(size_t entries, int rounds, uint64_t seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::vector<size_t>> all;
    std::vector<size_t> round(entries);
    std::iota(round.begin(), round.end(), size_t(0));
    for (int i = 0; i < rounds; ++i) {
        for (size_t left = entries; left > 1; --left)
            std::swap(round[left - 1], round[random() % left]);
        all.push_back(round);
    }
    return all;
}

void compare(const Plan &plan, const std::function<bool()> &cancelled,
             const std::function<void(Run &&run, size_t to_come)> &finished)
{
    std::vector<bool> failed(plan.entries.size());
    size_t to_come = plan.entries.size() * size_t(plan.workload.repeats);
    const auto rounds = order(plan.entries.size(), plan.workload.repeats, plan.seed);
    for (size_t round = 0; round < rounds.size(); ++round)
        for (size_t place = 0; place < rounds[round].size(); ++place) {
            const size_t entry = rounds[round][place];
            --to_come;
            if (failed[entry])
                continue;
            Run run{entry, int(round), int(place), {}, {}, {}};
            perform(run, plan.entries[entry], plan, cancelled);
            if (cancelled())
                return;
            failed[entry] = run.failure.has_value();
            finished(std::move(run), to_come);
        }
}

} // namespace comparison
