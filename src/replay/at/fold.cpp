// SPDX-License-Identifier: MIT
#include "replay/at/fold.h"

#include "calls/readiness.h"
#include "replay/times.h"

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// A program's table is an array of FD_SETSIZE or so; a damaged recording may name any index.
constexpr int most_slots = 65536;
constexpr size_t most_slots_in_all = 1 << 20;
constexpr size_t most_helpers = 4096;

// The threads that a program starts share the variables of the first.
Fold::Variable place_of(const trace::Trace &trace, const Event &event, uint16_t number)
{
    size_t thread = event.thread;
    if (trace::job(trace, thread) == trace::Job::worker)
        thread = trace::main_thread(trace, trace.threads[thread].program).value_or(thread);
    return Fold::Variable(thread) << 16 | number;
}

bool inside(int fd)
{
    return fd >= 0 && fd < calls::descriptors_in_a_set;
}

int narrow(int64_t value)
{
    return int(std::clamp<int64_t>(value, INT32_MIN, INT32_MAX));
}

} // namespace

void Fold::step(const trace::Trace &trace)
{
    const uint32_t sequence = uint32_t(complete);
    const Event &event = trace.events()[complete++];
    if (event.thread >= threads.size())
        return;
    if (calls::is_observation(event.call))
        return observe(event, sequence);
    if (const auto step = calls::as_assignment(event))
        assign(trace, event, *step, sequence);
    else if (calls::asking(event) == calls::Asking::sets)
        answer(trace, event, sequence);
    else if (calls::asking(event) == calls::Asking::list)
        tell(trace, event, sequence);
    count(event, sequence);
}

void Fold::observe(const Event &event, uint32_t sequence)
{
    if (const auto usage = calls::as_usage(event); usage && usage->thread >= 0 && size_t(usage->thread) < threads.size()) {
        Thread &seen = threads[size_t(usage->thread)];
        seen.cpu = usage->cpu;
        seen.voluntary = usage->voluntary;
        seen.involuntary = usage->involuntary;
    }
    const auto seen = calls::as_seen_thread(event);
    if (!seen || seen->tid == 0)
        return;
    if (seen->state == 'X')
        helpers.erase(seen->tid);
    else if (helpers.size() < most_helpers)
        helpers[seen->tid] = sequence;
}

void Fold::assign(const trace::Trace &trace, const Event &event, const calls::Assignment &step, uint32_t sequence)
{
    using enum calls::Assignment::What;
    const Variable place = place_of(trace, event, step.variable);
    switch (step.what) {
    case cleared: sets[place] = {{}, sequence}; break;
    case added:
    case removed: {
        Set &set = sets[place];
        if (!inside(step.fd))
            break;
        uint64_t &word = set.now[size_t(step.fd / 64)];
        const uint64_t bit = uint64_t(1) << (step.fd % 64);
        word = step.what == added ? word | bit : word & ~bit;
        set.event = sequence;
        break;
    }
    case copied: {
        const auto from = step.from ? sets.find(place_of(trace, event, *step.from)) : sets.end();
        const Bits content = from == sets.end() ? Bits{} : from->second.now;
        sets[place] = {content, sequence};
        break;
    }
    case slot:
    case every_slot:
        if (step.index < -1 || step.index >= most_slots)
            break;
        tables[place].event = sequence;
        assign_slot(tables[place], step);
        break;
    case number: numbers[place] = {narrow(step.value), sequence}; break;
    }
}

void Fold::assign_slot(Table &table, const calls::Assignment &step)
{
    table.changed = step.index;
    const int value = narrow(step.value);
    if (step.what == calls::Assignment::every_slot) {
        table.empty = value;
        table.size = int(std::min<int64_t>(step.size, most_slots));
        table.slots.assign(table.slots.size(), value);
        return;
    }
    const size_t index = size_t(step.index);
    if (index >= table.slots.size()) {
        const size_t more = index + 1 - table.slots.size();
        if (value == table.empty || slots + more > most_slots_in_all)
            return;
        slots += more;
        table.slots.resize(index + 1, table.empty);
    }
    table.slots[index] = value;
}

// What the thread itself has done.
void Fold::count(const Event &event, uint32_t sequence)
{
    Thread &thread = threads[event.thread];
    thread.begun = true;
    if (event.call == Call::thread_begin && thread.ended) {
        thread.cpu_before = std::max<int64_t>(0, thread.cpu);
        thread.voluntary_before = std::max<int64_t>(0, thread.voluntary);
        thread.involuntary_before = std::max<int64_t>(0, thread.involuntary);
    }
    thread.ended = event.call == Call::thread_end;
    thread.last = sequence;
    if (event.call == Call::killed)
        thread.killed = narrow(calls::value(event, "signal").value_or(0));
    if (const auto usage = thread.ended ? calls::as_usage(event) : std::nullopt) {
        thread.cpu = sum(thread.cpu_before, usage->cpu);
        thread.voluntary = sum(thread.voluntary_before, usage->voluntary);
        thread.involuntary = sum(thread.involuntary_before, usage->involuntary);
    }
    if (calls::as_signal(event)) {
        ++thread.delivered;
        if (thread.nested < int(thread.handlers.size()))
            thread.handlers[size_t(thread.nested)] = sequence;
        thread.nested += thread.nested < INT32_MAX;
    }
    if (event.call == Call::handler_end && thread.nested > 0)
        --thread.nested;
    const auto transfer = calls::as_transfer(event);
    const auto opening = calls::as_opening(event);
    const bool multiplexes = calls::has(event, calls::multiplexes);
    if (multiplexes)
        thread.select = sequence;
    if (multiplexes || (transfer && transfer->reads()) || (opening && opening->what == calls::Opening::connection))
        thread.read = sequence;
    if (transfer && transfer->moved && !transfer->peeks)
        (transfer->reads() ? thread.bytes_in : thread.bytes_out) += uint64_t(*transfer->moved);
    if (!calls::is_call(event.call))
        return;
    (calls::is_system_call(event.call) ? thread.system_calls : thread.library_calls) += event.count;
    if (calls::in_vain(event))
        thread.failed_polls += event.count;
}

void Fold::tell(const trace::Trace &trace, const Event &event, uint32_t sequence)
{
    for (const calls::Ready &one : calls::found(trace, event))
        if (told.size() < most_slots || told.contains({event.thread, one.fd}))
            told[{event.thread, one.fd}] = sequence;
}

// select() writes its answer over the sets it was given, as far as nfds goes.
void Fold::answer(const trace::Trace &trace, const Event &event, uint32_t sequence)
{
    if (event.result < 0)
        return;
    for (int which = 0; which < 3; ++which) {
        const uint16_t number = calls::variable_passed(event, which);
        const auto found = sets.find(place_of(trace, event, number));
        if (number >= trace::unnamed_variable || found == sets.end())
            continue;
        Set &set = found->second;
        const auto words = trace::answered(trace, event, which);
        for (size_t word = 0; word < words.size() && word < set.now.size(); ++word)
            set.now[word] = event.result > 0 ? words[word] : 0;
        set.event = sequence;
    }
}

size_t Fold::size() const
{
    constexpr size_t node = 64; // of a map
    return sizeof(Fold) + threads.size() * sizeof(Thread) + slots * sizeof(int) + sets.size() * (sizeof(Set) + node)
        + helpers.size() * node + tables.size() * (sizeof(Table) + node) + numbers.size() * (sizeof(Number) + node)
        + told.size() * (sizeof(*told.begin()) + node);
}

} // namespace replay
