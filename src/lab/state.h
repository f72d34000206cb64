// SPDX-License-Identifier: MIT
// What a Run keeps, and what its own threads do.
#pragma once

#include "lab/collector.h"
#include "lab/company.h"
#include "lab/run.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace lab {

class Observer;

// A measured thread's gate and, for clients, the thread itself.
struct Guest {
    posix::Gate gate;
    posix::Pulse pulse;
    trace::Recorder *recorder = nullptr;
    std::unique_ptr<clients::Client> client; // last: ends before what it uses
};

struct Run::State : std::enable_shared_from_this<Run::State> {
    explicit State(const Settings &given) : settings(given), collector(given.max_events) {}

    const Settings settings;
    const servers::Server *server = nullptr;
    const uint32_t address = settings.serve.address ? settings.serve.address : 0x7f000001; // a client's way to it
    Collector collector;
    std::atomic<bool> stop{false}, ended{false}, paused{false}, stepped{false}, hold{false};
    std::atomic<int> port{0}; // -1: the server ended before it listened
    trace::Recorder *server_recorder = nullptr;
    posix::Gate server_gate;
    posix::Pulse server_pulse;
    Company company{collector, stop, settings.recorded};
    posix::Descriptors closed_behind; // the server's back
    std::atomic<bool> server_over{false};
    std::atomic<bool> giving_up{false};       // nothing is waited for any more
    std::atomic<int64_t> patience{INT64_MAX}; // ns without anything ending after which a stop gives up
    int64_t began = 0, began_utc = 0;

    mutable std::mutex mutex; // the four below
    std::vector<std::unique_ptr<Guest>> guests;
    std::optional<Problem> problem;
    bool started = false, accepting_guests = true;
    std::atomic<bool> last_look{false}; // the wish that the run stop, once the server's sockets have been looked at

    std::mutex wake_mutex;
    std::condition_variable wake;
    std::optional<posix::Measured> measured_control; // of the control thread
    std::vector<int> to_close; // by the control thread, behind the server's back
    int remaining = 0;         // descriptors and clients, at the last look of a stop
    int64_t remaining_since = 0;
    std::thread control, housekeeping;

    bool is_ours(int fd) const { return company.descriptors.has(fd) || closed_behind.has(fd); }
    bool shares_table() const { return server->model == servers::Model::asynchronous; }
    std::optional<Problem> begin();
    Problem end_before_it_began(Problem why);
    void end();
    void serve();
    void run_control();
    void keep_house();
    void look_at_threads(Observer &observer);
    void close_asked_for();
    void record_control();
    void out_of_memory();
    void end_all(std::thread &thread);
    void end_server(std::thread &thread);
    void end_clients(bool wait);
    void close_all();
    bool anything_ends();
    std::vector<Left> left();
    void give_up(std::thread &thread);
    template <typename Visit>
    void each_gate(Visit visit);
};

} // namespace lab
