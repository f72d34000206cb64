// SPDX-License-Identifier: MIT
#include "lab/company.h"

#include "clients/client.h"
#include "lab/observe/observe.h"
#include "lab/shared_table.h"
#include "posix/interrupt.h"

#include <algorithm>
#include <new>
#include <unistd.h>

namespace lab {

constexpr size_t slots = 1 << 12, worker_slots = 1 << 10;

trace::Recorder *Company::recorder(std::string name, trace::Job job)
{
    return m_recorded ? &m_collector.add({std::move(name), program, job}, job == trace::Job::worker ? worker_slots : slots) : nullptr;
}

const posix::Context &Company::enter()
{
    pthread_setname_np(pthread_self(), "notification"); // it is not one of those that read
    return enter("notification thread", trace::Job::library);
}

const posix::Context &Company::enter_worker()
{
    return enter("worker", trace::Job::worker);
}

const posix::Context &Company::enter(const std::string &name, trace::Job job)
{
    const std::scoped_lock lock(m_mutex);
    const auto alike = std::ranges::count(m_places, job, &Place::job);
    auto place = std::ranges::find_if(m_places, [job](const Place &one) { return one.job == job && !one.taken; });
    if (place == m_places.end()) {
        try {
            m_places.emplace_back();
            place = std::prev(m_places.end());
            place->job = job;
            place->name = alike == 0 && job != trace::Job::worker ? name : name + " " + std::to_string(alike + 1);
            place->context.recorder = recorder(place->name, job);
        } catch (const std::bad_alloc &) {
            if (place == m_places.end())
                return m_unrecorded;
        }
        place->context.pulse = &place->pulse;
        place->context.gate = &place->gate;
        place->context.company = this;
        place->context.stop = m_stop;
        if (m_closed && !m_released)
            place->gate.close();
        if (m_released)
            place->gate.release();
        if (m_shut)
            place->gate.shut();
    }
    place->taken = true;
    return place->context;
}

void Company::leave(const posix::Context &context) noexcept
{
    const std::scoped_lock lock(m_mutex);
    for (Place &place : m_places)
        if (&place.context == &context)
            place.taken = false;
}

void Company::close_gates(bool close)
{
    const std::scoped_lock lock(m_mutex);
    m_closed = close;
    for (Place &place : m_places)
        close ? place.gate.close() : place.gate.open();
}

void Company::release_gates()
{
    const std::scoped_lock lock(m_mutex);
    m_released = true;
    for (Place &place : m_places)
        place.gate.release();
}

void Company::shut_gates()
{
    const std::scoped_lock lock(m_mutex);
    m_shut = true;
    for (Place &place : m_places)
        place.gate.shut();
}

bool Company::asleep_in(trace::Call call)
{
    const std::scoped_lock lock(m_mutex);
    return std::ranges::any_of(m_places, [call](const Place &place) {
        const uint64_t calls = place.pulse.calls;
        return place.taken && place.job == trace::Job::worker && place.pulse.call == call && clients::asleep(place.pulse.tid) && place.pulse.calls == calls;
    });
}

// Those of the C library come and go too fast for it.
void Company::look(Observer &observer)
{
    const std::scoped_lock lock(m_mutex);
    for (const Place &place : m_places)
        if (place.taken && place.job != trace::Job::library && place.context.recorder)
            observer.look_at_thread(place.context.recorder->thread(), place.pulse.tid, place.pulse.calls);
}

void Company::interrupt()
{
    const std::scoped_lock lock(m_mutex);
    for (const Place &place : m_places)
        if (place.taken)
            posix::interrupt(place.pulse.tid);
}

std::vector<std::pair<std::string, trace::Call>> Company::calls()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<std::pair<std::string, trace::Call>> all;
    for (const Place &place : m_places)
        if (place.taken)
            all.emplace_back(place.name, place.pulse.call);
    return all;
}

} // namespace lab
