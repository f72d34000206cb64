// SPDX-License-Identifier: MIT
// The program's variables and the arguments of select() at an instant.
#include "calls/readiness.h"
#include "calls/schema.h"
#include "calls/verbs.h"
#include "replay/at/picture.h"
#include "replay/phases/arrival.h"

#include <algorithm>

namespace replay {

using trace::Event;

namespace {

DescriptorSet bits(std::span<const uint64_t> words)
{
    DescriptorSet bits;
    for (size_t word = std::min(words.size(), bits.size() / 64); word-- > 0;)
        bits = bits << 64 | DescriptorSet(words[word]);
    return bits;
}

// What select() looks at: descriptors below nfds.
DescriptorSet below(DescriptorSet all, int nfds)
{
    const size_t beyond = all.size() - size_t(std::clamp(nfds, 0, calls::descriptors_in_a_set));
    return beyond == all.size() ? DescriptorSet() : all << beyond >> beyond;
}

const std::string &name_of(const trace::Trace &trace, Fold::Variable variable)
{
    Event event;
    event.thread = uint16_t(variable >> 16);
    return trace::variable(trace, event, uint16_t(variable));
}

template <typename To>
To &add(std::vector<To> &all, const trace::Trace &trace, Fold::Variable variable, uint32_t event)
{
    To &to = all.emplace_back();
    to.thread = uint16_t(variable >> 16);
    to.name = name_of(trace, variable);
    if (event != none)
        to.event = event;
    return to;
}

// ns; -1: for ever.
int64_t timeout_of(const Event &call)
{
    return calls::value(call, "timeout_ns").value_or(-1);
}

Selection selection(const trace::Trace &trace, const Event &call, bool returned)
{
    Selection selection;
    selection.thread = call.thread;
    selection.nfds = call.fd;
    selection.timeout = timeout_of(call);
    selection.returned = returned;
    selection.result = returned ? call.result : 0;
    for (int which = 0; which < 3; ++which) {
        const uint16_t number = calls::variable_passed(call, which);
        if (number == trace::select_flags::none)
            continue;
        Selection::Passed &passed = selection.sets[which];
        passed.name = trace::variable(trace, call, number);
        passed.asked = below(bits(trace::asked(trace, call, which)), call.fd);
        if (returned && call.result > 0)
            passed.answered = below(bits(trace::answered(trace, call, which)), call.fd);
    }
    return selection;
}

Polling polling(const trace::Trace &trace, const Event &call, bool returned)
{
    Polling polling;
    polling.thread = call.thread;
    polling.name = trace::variable(trace, call, uint16_t(calls::value(call, "variable").value_or(trace::unnamed_variable)));
    polling.timeout = timeout_of(call);
    polling.returned = returned;
    polling.result = returned ? call.result : 0;
    for (const trace::Polled &one : trace::polled(trace, call, returned && call.result > 0))
        polling.entries.push_back({one.fd, one.events, one.revents});
    return polling;
}

void add_asked(World &world, const Index &index, const Event &call, std::optional<size_t> event)
{
    if (calls::asking(call) == calls::Asking::array) {
        world.pollings.push_back(polling(index.trace, call, false));
        world.pollings.back().event = event;
    } else {
        world.selections.push_back(selection(index.trace, call, false));
        world.selections.back().event = event;
    }
}

void add_answered(World &world, const Index &index, uint32_t last)
{
    const Event &call = index.event(last);
    const auto unused = [&](int fd) {
        return not_used(index, index.table(call.thread), fd, last, uint32_t(world.complete));
    };
    if (calls::asking(call) == calls::Asking::array) {
        Polling &answered = world.pollings.emplace_back(polling(index.trace, call, true));
        answered.event = last;
        for (Polling::Entry &entry : answered.entries)
            if (const Sides found = calls::ready_of(entry.fd, uint16_t(entry.revents)).sides; found.any())
                entry.unused = found & unused(entry.fd);
        return;
    }
    Selection &answered = world.selections.emplace_back(selection(index.trace, call, true));
    answered.event = last;
    for (int which = 0; which < 3; ++which) {
        Selection::Passed &passed = answered.sets[which];
        for (size_t fd = 0; fd < passed.answered.size() && passed.answered.any(); ++fd)
            if (passed.answered.test(fd)) {
                const Sides left = unused(int(fd));
                passed.unused.set(fd, which == 0 ? left.reading : which == 1 ? left.writing : left.exceptional);
            }
    }
}

} // namespace

void add_variables(World &world, const trace::Trace &trace, const Fold &fold)
{
    for (const auto &[variable, from] : fold.sets)
        add(world.sets, trace, variable, from.event).now = bits(from.now);
    for (const auto &[variable, from] : fold.tables) {
        Table &to = add(world.tables, trace, variable, from.event);
        to.values = from.slots;
        to.empty = from.empty;
        to.size = from.size;
        to.changed = from.changed;
    }
    for (const auto &[variable, from] : fold.numbers)
        add(world.numbers, trace, variable, from.event).value = from.value;
}

void add_selections(World &world, const Index &index, const Fold &fold)
{
    for (size_t i = 0; i < world.threads.size(); ++i) {
        const Thread &thread = world.threads[i];
        const bool asking = thread.call && calls::has(thread.call->call, calls::multiplexes);
        const uint32_t last = fold.threads[i].select;
        const Event *call = asking ? &*thread.call : last != none ? &index.event(last) : nullptr;
        if (!call || calls::asking(*call) == calls::Asking::list) // see add_interests()
            continue;
        if (asking)
            add_asked(world, index, *thread.call, thread.event);
        else
            add_answered(world, index, last);
    }
}

} // namespace replay
