// SPDX-License-Identifier: MIT
#include "cli/moment.h"

#include "archive/json.h"

namespace cli {
namespace {

// The sequence number of the `which`-th event of that name, counted from 1, whichever thread of the server's program made it;
// 0: of the last one.
std::optional<size_t> find(const trace::Trace &trace, std::string_view name, size_t which)
{
    std::optional<size_t> last;
    size_t seen = 0;
    for (size_t i = 0; i < trace.events().size(); ++i) {
        const trace::Event &event = trace.events()[i];
        if (event.thread >= trace.threads.size() || trace::origin(trace, event.thread) == trace::Origin::script
            || archive::call_name(trace, event) != name)
            continue;
        last = i;
        if (++seen == which)
            return i;
    }
    return which == 0 ? last : std::nullopt;
}

} // namespace

void no_step(Terminal &terminal, const replay::Replay &replay, const QString &step)
{
    const size_t steps = replay.trace().events().size();
    terminal.fail(steps == 0 ? terminal.say("Cli", "The recording is empty: it has no steps.")
                             : terminal.say("Cli", "There is no step %1: the recording's steps are 0 to %2.").arg(step).arg(steps - 1));
}

std::optional<replay::Instant> moment(Terminal &terminal, const replay::Replay &replay, const QString &at)
{
    const auto &events = replay.trace().events();
    if (at == u"end")
        return replay.last();
    bool number = false;
    const qulonglong step = at.toULongLong(&number);
    if (number && step < events.size())
        return replay.step(size_t(step));
    if (number) {
        no_step(terminal, replay, at);
        return {};
    }

    const QString name = at.section(u':', 0, 0), which = at.section(u':', 1);
    bool counted = true;
    const qulonglong count = at.contains(u':') ? which.toULongLong(&counted) : 0;
    if (counted && (count > 0 || !at.contains(u':')))
        if (const auto found = find(replay.trace(), name.toStdString(), size_t(count)))
            return replay.step(*found);
    const QString why = terminal.say("Cli", "There is no moment \"%1\" in the recording. A moment is a step's number, "
                                            "\"end\", or a call that some thread of the server has made: \"accept:2\" is "
                                            "the second accept(), \"recv\" the last recv().");
    terminal.fail(why.arg(at));
    return {};
}

} // namespace cli
