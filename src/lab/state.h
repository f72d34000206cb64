// SPDX-License-Identifier: MIT
// What a Run keeps, and what its own threads do.
#pragma once

#include "lab/participant.h"

#include <deque>
#include <thread>

namespace lab {

class Observer;

// A client's gate and the thread itself.
struct Guest {
    posix::Gate gate;
    posix::Pulse pulse;
    trace::Recorder *recorder = nullptr;
    std::unique_ptr<clients::Client> client; // last: ends before what it uses
};

struct Run::State final : Common, std::enable_shared_from_this<Run::State> {
    explicit State(const Settings &given);

    const uint32_t address = settings.serve.address ? settings.serve.address : 0x7f000001; // a client's way to it
    std::atomic<int> port{0}; // where clients connect to; -1: who would have listened there has ended before
    std::atomic<int64_t> patience{INT64_MAX}; // ns without anything ending after which a stop gives up
    int64_t began = 0, began_utc = 0;

    // mutex: all below, and what is added to `programs`; the first is there from the beginning
    std::deque<std::unique_ptr<Participant>> programs;
    std::shared_ptr<bench::Seat> bench; // once made it stays
    std::unique_ptr<Participant> beside; // the bench's own, in a run of something else
    std::unique_ptr<Participant> host; // of a first program that connects to somebody, when nobody else is there for it
    std::vector<std::unique_ptr<Guest>> guests;
    bool started = false, accepting_guests = true, hosted = false;
    std::atomic<int> asked_of_chapter{-1}; // of Settings::questions; -1: none is open
    std::atomic<bool> last_look{false}; // the wish that the run stop, once the sockets have been looked at

    int remaining = 0;         // descriptors, programs and clients, at the last look of a stop
    int64_t remaining_since = INT64_MAX;
    std::thread housekeeping;

    Participant &first() const { return *programs.front(); }
    const servers::Server *server() const { return first().listing; }
    Participant *program(int number) const; // from 1; 0: the bench's own; nullptr: there is none
    std::optional<Problem> begin_added(Participant &added);
    std::optional<Problem> begin();
    Problem end_before_it_began(Problem why);
    void end();
    void keep_house();
    void look_at_threads(Observer &observer);
    void tell_where_the_peer_is();
    void end_clients(bool wait);
    bool anything_ends() override;
    void hurry_clients() override { end_clients(false); }
    void end_rest() override;
    void all_ended() override;
    template <typename Visit>
    void each_program(Visit visit) const; // with the mutex held
    template <typename Visit>
    void each_gate(Visit visit);
};

template <typename Visit>
void Run::State::each_program(Visit visit) const
{
    for (const auto &one : programs)
        visit(*one);
    if (host)
        visit(*host);
    if (beside)
        visit(*beside);
}

} // namespace lab
