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

struct Run::State {
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
    std::atomic<bool> server_over{false};
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
    std::thread control, housekeeping;

    bool shares_table() const { return server->model == servers::Model::asynchronous; }
    void serve();
    void run_control();
    void keep_house();
    void look_at_threads(Observer &observer);
    void close_asked_for();
    void record_control();
    void stop_server(std::thread &thread);
    void stop_clients();
    template <typename Visit>
    void each_gate(Visit visit);
};

} // namespace lab
