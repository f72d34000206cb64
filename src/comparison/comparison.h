// SPDX-License-Identifier: MIT
// Real runs of the same work by several models, one after the other.
#pragma once

#include "comparison/entry.h"
#include "comparison/workload.h"
#include "replay/measures/measure.h"

#include <memory>

namespace comparison {

// One run of one entry.
struct Run {
    size_t entry = 0; // index
    int round = 0;    // from 0
    int place = 0;    // in the order of the round, from 0
    std::optional<Failure> failure;
    replay::Measured measured;          // not when it failed
    std::shared_ptr<trace::Trace> trace; // what was recorded
};

struct Plan {
    std::vector<Entry> entries;
    Workload workload;
    uint64_t seed = 0;                       // of the order
    std::chrono::milliseconds patience{10'000}; // without an end after the last message is due, a run has failed
};

// What has been done of a plan.
struct Result {
    Plan plan;
    std::vector<Run> runs; // in the order they were done

    // Of an entry's runs only the latest keeps its trace, and that only if it has at most `most_kept` events.
    void add(Run run);
    static constexpr size_t most_kept = 400'000; // 64 bytes each
    // The runs of an entry that did not fail.
    std::vector<replay::Measured> measured(size_t entry) const;
    // The latest run of an entry, failed or not; nullptr before the first.
    const Run *latest(size_t entry) const;
};

// What is wrong with the work for these.
Misfit misfit_of(const Plan &plan);

// A line for each run, with the names of Measure as heads; what is not known is left empty. RFC 4180.
std::string csv(const Result &result);

// The order of `entries` entries in each of `rounds` rounds: shuffled, the same for the same seed.
std::vector<std::vector<size_t>> order(size_t entries, int rounds, uint64_t seed);

// Does the runs, in the calling thread, never two at once; each is measured when it is over, and handed to `finished`
// together with the number of those to come. An entry that has failed does not run again. `cancelled` is asked often; the
// run it breaks off is not handed over. No warm-up: the first round counts like the others.
// Throws std::bad_alloc and, when no further thread can be started, std::system_error.
void compare(const Plan &plan, const std::function<bool()> &cancelled,
             const std::function<void(Run &&run, size_t to_come)> &finished);

} // namespace comparison
