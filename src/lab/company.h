// SPDX-License-Identifier: MIT
// A server's threads beside its main flow: those that it starts, those that the C library starts to tell of a completion, each for one only,
// and the bench that sits in its table.
#pragma once

#include "lab/collector.h"
#include "posix/context.h"

#include <deque>

namespace lab {

class Observer;

class Company final : public posix::Company {
public:
    // `stop` is the wish that the server end; both outlive the company. Not `recorded`: their calls are made only.
    Company(Collector &collector, const std::atomic<bool> &stop, bool recorded) : m_collector(collector), m_stop(&stop), m_recorded(recorded) {}

    uint16_t program = server_program; // its threads' in the recording

    const posix::Context &enter() override;
    const posix::Context &enter_worker() override;
    const posix::Context &enter(const std::string &name, trace::Job job);
    void leave(const posix::Context &context) noexcept override;

    // Closes the gates, also of those to come, or opens them; or opens them for ever; or closes them for ever.
    void close_gates(bool close);
    void release_gates();
    void shut_gates();
    // Interrupts the call in which each of them is.
    void interrupt();
    bool asleep_in(trace::Call call);
    void look(Observer &observer);
    // The names of those that are there, and the calls in which they are.
    std::vector<std::pair<std::string, trace::Call>> calls();
    template <typename Visit>
    void each_gate(Visit visit)
    {
        const std::scoped_lock lock(m_mutex);
        for (Place &place : m_places)
            visit(place.gate, place.context.recorder);
    }

private:
    trace::Recorder *recorder(std::string name, trace::Job job);

    // One after the other has the same place in the recording; two at once have two.
    struct Place {
        posix::Gate gate;
        posix::Pulse pulse;
        posix::Context context;
        std::string name;
        trace::Job job = trace::Job::library;
        bool taken = false;
    };

    Collector &m_collector;
    const std::atomic<bool> *m_stop;
    const bool m_recorded;
    posix::Context m_unrecorded; // for who comes when there is no memory left
    std::mutex m_mutex; // all below
    std::deque<Place> m_places;
    bool m_closed = false, m_released = false, m_shut = false;
};

} // namespace lab
