// SPDX-License-Identifier: MIT
#include "figures/asked/set_rows.h"

#include "calls/verbs.h"
#include "figures/cast.h"

#include <algorithm>

namespace figures {
namespace {

// Marks what the step shown did to the program's set `row`.
void mark_step(SetRow &row, const Scene &scene, const replay::Set &set)
{
    const trace::Event *step = server_step(scene);
    if (!step)
        return;
    const trace::Trace &trace = scene.replay.trace();
    const bool same = QString::fromStdString(calls::variable_of(trace, *step)) == row.name;
    if (step->call == trace::Call::fd_isset && same)
        row.tested = step->fd;
    if (!is_step(scene, set.event))
        return;
    const auto bit = calls::has(*step, calls::on_set) ? calls::value(*step, "fd") : std::nullopt;
    if (calls::has(*step, calls::multiplexes)) { // it took bits away
        for (const replay::Selection &selection : scene.world.selections)
            for (const auto &passed : selection.sets)
                if (selection.thread == set.thread && passed.name == set.name)
                    row.changed = passed.asked & ~passed.answered;
    } else if (bit) {
        if (*bit >= 0 && *bit < set_size)
            row.changed.set(size_t(*bit));
    } else {
        row.all_changed = true;
    }
}

const replay::Selection *selection_of(const Scene &scene)
{
    const auto found = std::ranges::find(scene.world.selections, scene.front_thread(), &replay::Selection::thread);
    return found == scene.world.selections.end() ? nullptr : &*found;
}

const trace::Event *call_of(const Scene &scene, const replay::Selection &selection)
{
    if (selection.returned)
        return selection.event ? &scene.replay.trace().events()[*selection.event] : nullptr;
    const auto &call = scene.world.threads[selection.thread].call;
    return call ? &*call : nullptr;
}

// All bits of a set that were recorded, also those that lie beyond nfds.
Bits bits_of(std::span<const uint64_t> words)
{
    Bits bits;
    for (const int bit : trace::members(words, set_size))
        bits.set(size_t(bit));
    return bits;
}

} // namespace

QString SetRow::id() const
{
    const char *kinds[] = {"", " in", " out"};
    return name + QLatin1String(kinds[kind]);
}

QString SetRow::direction(const words::Language &language) const
{
    if (kind == kept)
        return {};
    return kind == asked ? language.say("Figures", "in", "a set as passed to select()")
                         : language.say("Figures", "out", "a set as select() left it");
}

QString SetRow::meaning(const words::Language &language) const
{
    if (failed)
        return language.say("Figures", "unchanged: select() failed", "a row of bits");
    if (kind == asked && highest(bits) >= limit)
        return language.say("Figures", "not looked at from bit %1 on", "a row of bits").arg(limit);
    switch (kind) {
    case asked: return language.say("Figures", "asked of the kernel", "a row of bits");
    case answered: return language.say("Figures", "the kernel’s answer", "a row of bits");
    default: break;
    }
    return passed ? language.say("Figures", "the variable now", "a row of bits")
                  : language.say("Figures", "kept by the program", "a row of bits");
}

std::vector<SetRow> set_rows(const Scene &scene)
{
    const size_t server = scene.front_thread();
    const Bound bound = bound_of(scene);
    std::vector<SetRow> rows;
    for (const replay::Set &set : scene.world.sets) {
        if (set.thread != server)
            continue;
        SetRow &row = rows.emplace_back();
        row.name = QString::fromStdString(set.name);
        row.bits = set.now;
        if (bound.first > 0)
            row.limit = int(std::min<int64_t>(bound.first, set_size));
        mark_step(row, scene, set);
        for (const replay::Selection &selection : scene.world.selections)
            for (const auto &passed : selection.sets)
                row.passed |= selection.thread == server && passed.name == set.name;
    }
    for (const replay::Selection &selection : scene.world.selections) {
        if (selection.thread != server)
            continue;
        const trace::Event *call = call_of(scene, selection);
        for (int which = 0; which < 3; ++which) {
            const auto &passed = selection.sets[which];
            if (passed.name.empty())
                continue;
            SetRow row;
            row.kind = SetRow::asked;
            row.name = QString::fromStdString(passed.name);
            const auto words = call ? trace::asked(scene.replay.trace(), *call, which) : std::span<const uint64_t>();
            row.bits = passed.asked | bits_of(words);
            row.other = passed.answered;
            row.pending = !selection.returned;
            row.failed = selection.returned && selection.result == -1;
            row.limit = std::clamp(selection.nfds, 0, set_size);
            row.recorded = std::min(int(words.size()) * 64, set_size);
            rows.push_back(row);
            if (!selection.returned || row.failed)
                continue;
            std::swap(row.bits, row.other);
            row.kind = SetRow::answered;
            row.all_changed = is_step(scene, selection.event);
            rows.push_back(row);
        }
    }
    return rows;
}

int highest(const Bits &bits)
{
    for (int bit = set_size - 1; bit >= 0; --bit)
        if (bits.test(size_t(bit)))
            return bit;
    return -1;
}

Bound bound_of(const Scene &scene)
{
    if (scene.bound_asked)
        return {};
    const replay::Selection *last = selection_of(scene);
    const replay::Number *maxfd = scene.world.number(scene.front_thread(), "maxfd");
    const int64_t next = maxfd ? int64_t(maxfd->value) + 1 : 0;
    const bool changed = maxfd && maxfd->event && last && last->returned && last->event && *maxfd->event > *last->event;
    if (last && !changed)
        return {last->nfds, maxfd && last->nfds == next};
    return {next, maxfd != nullptr};
}

} // namespace figures
