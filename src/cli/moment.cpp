// SPDX-License-Identifier: MIT
#include "cli/moment.h"

#include "lessons/moment.h"

namespace cli {

void no_step(Terminal &terminal, const replay::Replay &replay, const QString &step)
{
    const size_t steps = replay.trace().events().size();
    terminal.fail(steps == 0 ? terminal.say("Cli", "The recording is empty: it has no steps.")
                             : terminal.say("Cli", "There is no step %1: the recording's steps are 0 to %2.").arg(step).arg(steps - 1));
}

std::optional<replay::Instant> moment(Terminal &terminal, const replay::Replay &replay, const QString &at)
{
    const auto named = lessons::moment(at);
    if (named)
        if (const auto there = lessons::place(replay, *named))
            return there->instant;
    if (named && named->kind == lessons::Moment::step) {
        no_step(terminal, replay, at);
        return {};
    }
    const QString why = terminal.say("Cli", "There is no moment \"%1\" in the recording. A moment is a step's number, "
                                            "\"end\", or a call that some thread of the server has made: \"accept:2\" is "
                                            "the second accept(), \"recv\" the last recv(); or \"client 1 send:1\", \"in select:2\", "
                                            "\"before recv:1\", \"chapter:2\", \"end of chapter:2\".");
    terminal.fail(why.arg(at));
    return {};
}

} // namespace cli
