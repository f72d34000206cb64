// SPDX-License-Identifier: MIT
// What the programs of one run have in common.
#pragma once

#include "lab/collector.h"
#include "lab/run.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace lab {

struct Common {
    explicit Common(const Settings &given) : settings(given), collector(given.max_events) {}

    const Settings settings;
    Collector collector;
    std::atomic<bool> stop{false}, ended{false}, paused{false}, stepped{false};
    std::atomic<bool> giving_up{false}; // nothing is waited for any more

    mutable std::mutex mutex; // of the problem, and of what a State adds
    std::optional<Problem> problem;

    std::mutex wake_mutex;
    std::condition_variable wake; // of the run's own threads

    void out_of_memory();
    // False once nothing has ended for as long as the patience lasts.
    virtual bool anything_ends() = 0;
    // Asks the clients to end: only their end wakes a program whose own descriptor is closed.
    virtual void hurry_clients() = 0;
    // In the control thread of the first program, once that has ended or is given up: all the others end, too.
    virtual void end_rest() = 0;
    // The same thread, at last.
    virtual void all_ended() = 0;

protected:
    ~Common() = default;
};

} // namespace lab
