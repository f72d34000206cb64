// SPDX-License-Identifier: MIT
#include "replay/at/fold.h"

#include "calls/verbs.h"
#include "replay/times.h"

#include <linux/io_uring.h>
#include <sys/socket.h>

namespace replay {

using trace::Call;
using trace::Event;

namespace {

// A program's table is an array of FD_SETSIZE or so; a damaged recording may name any index.
constexpr int most_slots = 65536;
constexpr size_t most_slots_in_all = 1 << 20;
constexpr size_t most_helpers = 4096;

Fold::Variable variable(const Event &event, uint16_t number)
{
    return Fold::Variable(event.thread) << 16 | number;
}

bool inside(int fd)
{
    return fd >= 0 && fd < 1024;
}

int narrow(int64_t value)
{
    return int(std::clamp<int64_t>(value, INT32_MIN, INT32_MAX));
}

int64_t count_of(uint64_t number)
{
    return int64_t(std::min(number, uint64_t(INT64_MAX)));
}

} // namespace

void Fold::step(const trace::Trace &trace)
{
    const uint32_t sequence = uint32_t(complete);
    const Event &event = trace.events()[complete++];
    if (event.thread >= threads.size())
        return;
    switch (event.call) {
    case Call::fd_zero: sets[variable(event, event.flags)] = {{}, sequence}; break;
    case Call::fd_set:
    case Call::fd_clr: {
        Set &set = sets[variable(event, event.flags)];
        if (inside(event.fd)) {
            uint64_t &word = set.now[size_t(event.fd / 64)];
            const uint64_t bit = uint64_t(1) << (event.fd % 64);
            word = event.call == Call::fd_set ? word | bit : word & ~bit;
            set.event = sequence;
        }
        break;
    }
    case Call::set_assigned: {
        const auto from = event.fd >= 0 ? sets.find(variable(event, uint16_t(event.fd))) : sets.end();
        const Bits content = from == sets.end() ? Bits{} : from->second.now;
        sets[variable(event, event.flags)] = {content, sequence};
        break;
    }
    case Call::table_assigned: assign_slot(event, sequence); break;
    case Call::number_assigned: numbers[variable(event, event.flags)] = {narrow(event.length), sequence}; break;
    case Call::select: answer(trace, event, sequence); break;
    case Call::epoll_wait: tell(trace, event, sequence); break;
    case Call::observed_cpu:
        if (event.fd >= 0 && size_t(event.fd) < threads.size()) {
            Thread &seen = threads[size_t(event.fd)];
            seen.cpu = std::max<int64_t>(0, event.length);
            seen.voluntary = count_of(event.words[0]);
            seen.involuntary = count_of(event.words[1]);
        }
        return;
    case Call::observed_state:
    case Call::observed_socket:
    case Call::observed_drops: return;
    case Call::observed_task:
        if (event.result == 'X')
            helpers.erase(event.fd);
        else if (helpers.size() < most_helpers)
            helpers[event.fd] = sequence;
        return;
    default: break;
    }
    count(event, sequence);
}

void Fold::complete_operation(Thread &thread, const Event &completion, uint32_t sequence)
{
    const int code = completion.flags & 0xff;
    if (code == IORING_OP_RECV || code == IORING_OP_ACCEPT)
        thread.read = sequence;
    if (completion.result > 0 && code == IORING_OP_RECV)
        thread.bytes_in += uint64_t(completion.result);
    if (completion.result > 0 && code == IORING_OP_SEND)
        thread.bytes_out += uint64_t(completion.result);
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
    if (thread.ended) {
        thread.cpu = sum(thread.cpu_before, std::max<int64_t>(0, event.length));
        thread.voluntary = sum(thread.voluntary_before, count_of(event.words[0]));
        thread.involuntary = sum(thread.involuntary_before, count_of(event.words[1]));
    }
    if (event.call == Call::handler_begin) {
        ++thread.delivered;
        if (thread.nested < int(thread.handlers.size()))
            thread.handlers[size_t(thread.nested)] = sequence;
        thread.nested += thread.nested < INT32_MAX;
    }
    if (event.call == Call::handler_end && thread.nested > 0)
        --thread.nested;
    if (event.call == Call::cqe_seen)
        complete_operation(thread, event, sequence);
    if (!calls::is_call(event.call))
        return;
    (calls::is_system_call(event.call) ? thread.system_calls : thread.library_calls) += event.count;
    switch (event.call) {
    case Call::select:
    case Call::poll:
    case Call::epoll_wait: thread.select = sequence; [[fallthrough]];
    case Call::accept: thread.read = sequence; break;
    case Call::recv:
    case Call::recvfrom:
    case Call::read:
    case Call::aio_return:
        thread.read = sequence;
        if (event.result > 0 && !(event.call != Call::read && (event.flags & MSG_PEEK)))
            thread.bytes_in += uint64_t(event.result);
        break;
    case Call::send:
    case Call::sendto:
    case Call::write:
        if (event.result > 0)
            thread.bytes_out += uint64_t(event.result);
        break;
    default: break;
    }
    if (calls::in_vain(event))
        thread.failed_polls += event.count;
}

void Fold::assign_slot(const Event &event, uint32_t sequence)
{
    if (event.fd < -1 || event.fd >= most_slots)
        return;
    Table &table = tables[variable(event, event.flags)];
    table.event = sequence;
    table.changed = event.fd;
    const int value = narrow(event.length);
    if (event.fd == -1) {
        table.empty = value;
        table.size = int(std::min<uint64_t>(event.words[0], most_slots));
        table.slots.assign(table.slots.size(), value);
        return;
    }
    const size_t index = size_t(event.fd);
    if (index >= table.slots.size()) {
        const size_t more = index + 1 - table.slots.size();
        if (value == table.empty || slots + more > most_slots_in_all)
            return;
        slots += more;
        table.slots.resize(index + 1, table.empty);
    }
    table.slots[index] = value;
}

void Fold::tell(const trace::Trace &trace, const Event &event, uint32_t sequence)
{
    for (const int fd : trace::polled_descriptors(trace, event, true))
        if (told.size() < most_slots || told.contains({event.thread, fd}))
            told[{event.thread, fd}] = sequence;
}

// select() writes its answer over the sets it was given, as far as nfds goes.
void Fold::answer(const trace::Trace &trace, const Event &event, uint32_t sequence)
{
    if (event.result < 0)
        return;
    for (int which = 0; which < 3; ++which) {
        const uint16_t number = trace::select_flags::variable(event.flags, which);
        const auto found = sets.find(variable(event, number));
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
