// SPDX-License-Identifier: MIT
// The program's variables and the arguments of select() at an instant.
#include "replay/arrival.h"
#include "replay/picture.h"

#include <algorithm>

namespace replay {

using trace::Event;

namespace {

std::bitset<1024> bits(std::span<const uint64_t> words)
{
    std::bitset<1024> bits;
    for (size_t word = std::min<size_t>(words.size(), 1024 / 64); word-- > 0;)
        bits = bits << 64 | std::bitset<1024>(words[word]);
    return bits;
}

// What select() looks at: descriptors below nfds.
std::bitset<1024> below(std::bitset<1024> all, int nfds)
{
    const size_t beyond = 1024 - size_t(std::clamp(nfds, 0, 1024));
    return beyond == 1024 ? std::bitset<1024>() : all << beyond >> beyond;
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

Selection selection(const trace::Trace &trace, const Event &call, bool returned)
{
    Selection selection;
    selection.thread = call.thread;
    selection.nfds = call.fd;
    selection.timeout = call.length;
    selection.returned = returned;
    selection.result = returned ? call.result : 0;
    for (int which = 0; which < 3; ++which) {
        const uint16_t number = trace::select_flags::variable(call.flags, which);
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

} // namespace

void add_variables(World &world, const trace::Trace &trace, const Fold &fold)
{
    for (const auto &[variable, from] : fold.sets)
        add(world.sets, trace, variable, from.event).now = bits(from.now);
    for (const auto &[variable, from] : fold.tables) {
        Table &to = add(world.tables, trace, variable, from.event);
        to.values = from.slots;
        to.empty = from.empty;
        to.changed = from.changed;
    }
    for (const auto &[variable, from] : fold.numbers)
        add(world.numbers, trace, variable, from.event).value = from.value;
}

void add_selections(World &world, const Index &index, const Fold &fold)
{
    const trace::Trace &trace = index.trace;
    for (size_t i = 0; i < world.threads.size(); ++i) {
        const Thread &thread = world.threads[i];
        if (thread.call && thread.call->call == trace::Call::select) {
            world.selections.push_back(selection(trace, *thread.call, false));
            world.selections.back().event = thread.event;
        } else if (const uint32_t last = fold.threads[i].select; last != none) {
            world.selections.push_back(selection(trace, trace.events()[last], true));
            world.selections.back().event = last;
            for (auto &passed : world.selections.back().sets) {
                passed.unused = passed.answered;
                for (size_t fd = 0; fd < passed.unused.size() && passed.unused.any(); ++fd)
                    if (passed.unused.test(fd) && !untouched(index, index.table(uint16_t(i)), int(fd), last, uint32_t(world.complete)))
                        passed.unused.reset(fd);
            }
        }
    }
}

} // namespace replay
