// SPDX-License-Identifier: MIT
// A program of a run: its listing in a measured thread, beside it the control thread, which owns the descriptor table that both
// use and ends the program from inside; and its terminal, if it has one.
#pragma once

#include "lab/common.h"
#include "bench/seat.h"
#include "lab/company.h"
#include "lab/terminal.h"

#include <memory>
#include <thread>

namespace lab {

class Observer;

class Participant {
public:
    // `name` is what it is called in the recording. `port` is told where it listens; nullptr: nobody wants to know. `seat`: of the
    // bench, whose program it is then.
    Participant(Common &common, const servers::Server *listing, const servers::Settings &serve, const std::string &name, bool first,
                std::atomic<int> *port, bench::Seat *seat = nullptr);
    ~Participant();
    Participant(const Participant &) = delete;
    Participant &operator=(const Participant &) = delete;

    // Starts its threads. Nothing, or what failed. Once only; before it nothing but the gate may be touched.
    std::optional<Problem> begin();

    bench::Seat *const seat;
    const servers::Server *const listing; // nullptr: there is none of the name
    servers::Settings serve;
    const std::string name;
    const bool first;
    std::atomic<int> peer_port{0}; // where its peer listens; it begins only then, if it connects to one
    trace::Recorder *recorder = nullptr;
    posix::Gate gate;
    posix::Pulse pulse;
    mutable Company company;
    std::atomic<bool> hold{false};  // the wish that its signals be blocked
    std::atomic<bool> over{false};  // its program has ended
    std::atomic<bool> ended{false}; // and all that is done for it
    std::optional<Problem> failed;  // what it could not do; told before `over`
    std::unique_ptr<Terminal> terminal;

    bool shares_table() const { return listing->model == servers::Model::asynchronous; }
    bool asleep_in(trace::Call call) const; // its main flow, or a thread that it has started
    void interrupt();
    // By a signal that has come to process `by` in its place; returns once it has ended, or the run is to. Who does not die of it is interrupted.
    void kill(int signal, int by);
    // Who has been killed may sleep in a call that nothing ends: again and again, until it has ended.
    void hurry_death();
    // Its control thread closes descriptor `fd` behind its back; returns once that is done.
    void close_descriptor(int fd);
    void look(Observer &observer);
    // Its control thread starts one more, in which `one` executes statements; returns once it is there. Nothing, or what failed.
    std::optional<Problem> attach(bench::Seat &one);
    // What of it has not ended: its threads, its descriptors.
    int remaining() const { return begun ? company.descriptors.count() + !over + !m_guest_over : 0; }
    // Who has not ended, and where he sleeps; from the beginning of give_up() on what was left behind.
    std::vector<Left> left();
    // In the thread that ends the run: what is its must not go.
    bool left_behind() const { return !m_behind.empty() || company.awaited > 0; }
    const std::vector<Left> &behind() const { return m_behind; }
    void join();
    bool waits_for_peer() const { return listing && !listing->peer.empty() && serve.connect == 0 && peer_port == 0; }
    std::atomic<bool> begun{false};
    template <typename Visit>
    void each_gate(Visit visit); // with the run's mutex held

private:
    void run_guest();
    void start_guest();
    void run();
    void run_control();
    bool has_peer();
    void record_control();
    void close_asked_for();
    void end_program();
    void close_all();
    void end_benches();
    void tell_no_port();
    void give_up();
    bool is_ours(int fd) const { return company.descriptors.has(fd) || m_closed_behind.has(fd); }

    Common &m_common;
    std::atomic<int> *const m_port;
    const uint16_t m_program;
    posix::Descriptors m_closed_behind; // its back
    std::optional<posix::Measured> m_measured_control;
    bool m_has_table = false;    // wake_mutex
    std::vector<int> m_to_close; // by the control thread; wake_mutex
    std::vector<Left> m_behind;
    bench::Seat *m_guest_bench = nullptr; // that is to sit in the program's table, or sits there; wake_mutex
    std::optional<int> m_attached;  // 0, or why it does not: errno; wake_mutex
    std::atomic<bool> m_guest_over{true};
    std::thread m_control, m_thread, m_guest;
};

template <typename Visit>
void Participant::each_gate(Visit visit)
{
    visit(gate, recorder);
    company.each_gate(visit);
    if (terminal && terminal->recorder())
        visit(terminal->gate, terminal->recorder());
}

} // namespace lab
