// SPDX-License-Identifier: MIT
#include "lab/company.h"

#include "lab/shared_table.h"
#include "posix/interrupt.h"

#include <algorithm>
#include <new>
#include <unistd.h>

namespace lab {

constexpr size_t slots = 1 << 12;

trace::Recorder *Company::recorder()
{
    if (!m_recorded)
        return nullptr;
    const std::string name = "notification thread";
    return &m_collector.add({m_places.size() == 1 ? name : name + " " + std::to_string(m_places.size()), program, trace::Job::library}, slots);
}

const posix::Context &Company::enter()
{
    pthread_setname_np(pthread_self(), "notification"); // it is not one of those that read
    const std::scoped_lock lock(m_mutex);
    auto place = std::ranges::find(m_places, false, &Place::taken);
    if (place == m_places.end()) {
        try {
            m_places.emplace_back();
            place = std::prev(m_places.end());
            place->context.recorder = recorder();
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

void Company::interrupt()
{
    const std::scoped_lock lock(m_mutex);
    for (const Place &place : m_places)
        if (place.taken)
            posix::interrupt(place.pulse.tid);
}

std::vector<trace::Call> Company::calls()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<trace::Call> all;
    for (const Place &place : m_places)
        if (place.taken)
            all.push_back(place.pulse.call);
    return all;
}

} // namespace lab
