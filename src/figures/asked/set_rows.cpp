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
    switch (kind) {
    case asked: return language.say("Figures", "asked of the kernel", "a row of bits");
    case answered: return language.say("Figures", "the kernel’s answer", "a row of bits");
    default: break;
    }
    return passed ? language.say("Figures", "the variable now", "a row of bits")
                  : language.say("Figures", "kept by the program", "a row of bits");
}

const replay::Number *maxfd_of(const Scene &scene)
{
    const auto found = std::ranges::find_if(scene.world.numbers, [&](const replay::Number &number) {
        return number.name == "maxfd" && number.thread == scene.front_thread();
    });
    return found == scene.world.numbers.end() ? nullptr : &*found;
}

std::vector<SetRow> set_rows(const Scene &scene)
{
    const size_t server = scene.front_thread();
    const replay::Number *maxfd = maxfd_of(scene);
    std::vector<SetRow> rows;
    for (const replay::Set &set : scene.world.sets) {
        if (set.thread != server)
            continue;
        SetRow &row = rows.emplace_back();
        row.name = QString::fromStdString(set.name);
        row.bits = set.now;
        row.limit = maxfd ? std::clamp(maxfd->value, -1, set_size - 1) + 1 : set_size;
        mark_step(row, scene, set);
        for (const replay::Selection &selection : scene.world.selections)
            for (const auto &passed : selection.sets)
                row.passed |= selection.thread == server && passed.name == set.name;
    }
    for (const replay::Selection &selection : scene.world.selections) {
        if (selection.thread != server)
            continue;
        for (const auto &passed : selection.sets) {
            if (passed.name.empty())
                continue;
            SetRow row;
            row.kind = SetRow::asked;
            row.name = QString::fromStdString(passed.name);
            row.bits = passed.asked;
            row.other = passed.answered;
            row.pending = !selection.returned;
            row.limit = std::clamp(selection.nfds, 0, set_size);
            rows.push_back(row);
            if (!selection.returned)
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

int64_t first_beyond(const Scene &scene)
{
    if (const replay::Number *maxfd = maxfd_of(scene))
        return int64_t(maxfd->value) + 1;
    for (const replay::Selection &selection : scene.world.selections)
        if (selection.thread == scene.front_thread())
            return selection.nfds;
    return 0;
}

} // namespace figures
