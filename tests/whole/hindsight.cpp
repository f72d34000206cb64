// SPDX-License-Identifier: MIT
#include "whole/hindsight.h"

#include <algorithm>
#include <cerrno>

namespace whole {

Hindsight::Hindsight(const trace::Trace &trace) : m_trace(trace), m_seen(trace.threads.size()), m_of_thread(trace.threads.size())
{
    for (const Event &event : trace.events())
        open(event);
    for (size_t i = 0; i < trace.events().size(); ++i)
        take(trace.events()[i], i);
    for (const Event &event : trace.in_flight())
        take(event, never_over);
    for (Life &life : m_lives)
        for (auto *deeds : {&life.reads, &life.sends, &life.accepts, &life.connects, &life.ends})
            std::ranges::stable_sort(*deeds, {}, &Deed::begin);
    std::ranges::stable_sort(m_connects, {}, &Deed::begin);
    join();
}

uint16_t Hindsight::table(uint16_t thread) const
{
    return thread < m_trace.threads.size() ? uint16_t(trace::main_thread(m_trace, m_trace.threads[thread].program).value_or(0)) : 0;
}

void Hindsight::open(const Event &event)
{
    const auto opening = calls::as_opening(event);
    if (!opening || opening->made < 0 || opening->what > calls::Opening::connection)
        return;
    Life life{.table = table(event.thread), .fd = opening->made, .stream = opening->stream, .opened = event.end};
    if (opening->what == calls::Opening::connection)
        life.peer_port = opening->peer_port;
    m_lives.push_back(life);
}

// What `fd` names at `time`: the last that was opened by then.
int Hindsight::find(uint16_t thread, int fd, int64_t time) const
{
    for (size_t i = m_lives.size(); i-- > 0;)
        if (m_lives[i].table == table(thread) && m_lives[i].fd == fd && m_lives[i].opened <= time)
            return m_lives[i].closing < time && m_lives[i].closed != never_over ? -1 : int(i);
    return -1;
}

const Life *Hindsight::life(uint16_t thread, int fd, int64_t opened) const
{
    const auto same = [&](const Life &life) { return life.table == table(thread) && life.fd == fd && life.opened == opened; };
    const auto found = std::ranges::find_if(m_lives, same);
    return found == m_lives.end() ? nullptr : &*found;
}

void Hindsight::take(const Event &event, size_t index)
{
    if (event.thread >= m_of_thread.size())
        return;
    if (index != never_over)
        m_of_thread[event.thread].push_back(index);
    if (event.call == trace::Call::observed_state && event.result == 'S' && size_t(event.fd) < m_seen.size())
        m_seen[size_t(event.fd)].push_back(&event);
    Deed deed{.event = &event, .index = index, .begin = event.begin, .end = event.end ? event.end : INT64_MAX};
    deed.error = event.end && event.result == -1 ? event.error : 0;
    if (const auto closing = calls::as_closing(event)) {
        for (Life &life : m_lives) {
            const bool all = closing->everything && table(event.thread) == event.thread && life.table == event.thread;
            const int named = all ? -1 : find(event.thread, closing->fd, event.begin);
            if (!all && (named < 0 || &life != &m_lives[size_t(named)]))
                continue;
            if (life.closed != never_over)
                continue;
            life.ends.push_back(deed);
            if (all || (closing->descriptor && closing->done)) {
                life.closed = index;
                life.closing = event.begin;
            }
        }
        return;
    }
    const int number = find(event.thread, event.fd, event.begin);
    if (number < 0)
        return;
    Life &life = m_lives[size_t(number)];
    if (const auto setting = calls::as_setting(event); setting && setting->what == calls::Setting::listening && setting->done)
        life.listens = true;
    if (const auto naming = calls::as_naming(event)) {
        if (naming->whose == calls::Naming::own && naming->port)
            life.port = naming->port;
        if (naming->connects && life.stream) {
            life.peer_port = naming->port;
            deed.asked = naming->port;
            life.connects.push_back(deed);
            m_connects.push_back(deed);
        }
    }
    if (const auto opening = calls::as_opening(event); opening && opening->what == calls::Opening::connection) {
        deed.moved = opening->made;
        deed.beside = calls::as_completion(event).has_value();
        life.accepts.push_back(deed);
    }
    if (const auto transfer = calls::as_transfer(event)) {
        auto &deeds = transfer->reads() ? life.reads : life.sends;
        deed.asked = transfer->asked;
        deed.moved = transfer->moved.value_or(-1);
        deed.urgent = transfer->urgent;
        deed.peeks = transfer->peeks;
        deed.beside = transfer->beside;
        if (transfer->beside && event.result == -1 && (event.error == EINPROGRESS || event.error == EINVAL))
            return; // it only tells that it is not over
        if (transfer->beside) // it may have gone on since the one before was over
            deed.begin = deeds.empty() ? life.opened : deeds.back().end;
        deeds.push_back(deed);
    }
}

// The two ends of one connection: by their ports, the nearest in time.
void Hindsight::join()
{
    for (size_t i = 0; i < m_lives.size(); ++i) {
        Life &accepted = m_lives[i];
        if (!accepted.stream || accepted.peer_port == 0 || !accepted.connects.empty())
            continue;
        for (size_t j = 0; j < m_lives.size(); ++j) {
            Life &client = m_lives[j];
            if (client.connects.empty() || client.port != accepted.peer_port || client.other >= 0
                || client.connects.front().begin > accepted.opened)
                continue;
            accepted.other = int(j);
            client.other = int(i);
            break;
        }
    }
}

bool Hindsight::seen_asleep(const Event &call, int64_t after) const
{
    if (call.thread >= m_seen.size())
        return false;
    const int64_t from = std::max(call.begin, after);
    return std::ranges::any_of(m_seen[call.thread], [&](const Event *seen) { return seen->begin > from && seen->end < call.end; });
}

bool Hindsight::others_act(uint16_t thread, int64_t from, int64_t to) const
{
    const auto acts = [&](const Event &event) {
        return event.thread != thread && calls::is_call(event.call) && event.begin <= to && (event.end == 0 || event.end >= from);
    };
    return std::ranges::any_of(m_trace.events(), acts) || std::ranges::any_of(m_trace.in_flight(), acts);
}

const Deed *next_of(const std::vector<Deed> &deeds, size_t complete, int64_t time)
{
    const Deed *next = nullptr;
    for (const Deed &deed : deeds) {
        if (deed.over(complete))
            continue;
        if (next && next->going_on(complete, time) && deed.going_on(complete, time))
            return nullptr;
        if (!next)
            next = &deed;
    }
    return next;
}

bool any_during(const std::vector<Deed> &deeds, size_t complete, int64_t to)
{
    return std::ranges::any_of(deeds, [&](const Deed &deed) { return !deed.over(complete) && deed.begin <= to; });
}

} // namespace whole
