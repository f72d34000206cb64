// SPDX-License-Identifier: MIT
// iomodels show: the events of a recording, or the World at one of its steps.
#include "cli/event_lines.h"
#include "cli/moment.h"
#include "cli/sources.h"
#include "cli/world_json.h"
#include "cli/world_text.h"

#include <QJsonDocument>

namespace cli {
namespace {

const Option options[] = {
    {"at", "N|end|CALL[:K]",
     QT_TRANSLATE_NOOP("Cli", "Show threads, sockets, sets and tables as they were after step N, at the end, or after "
                              "the server's K-th call of that name, its last one without K. Otherwise the events are "
                              "listed.")},
    {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "As JSON: one object for each event, or one for the instant.")},
};

int run(const Given &given)
{
    Terminal &terminal = given.terminal;
    const auto trace = open_recording(terminal, given.arguments[0]);
    if (!trace)
        return failed;
    if (trace->dropped)
        terminal.note(given.say("Cli", "%n events are missing from this recording.", nullptr, plural(trace->dropped)));
    if (!given.has("at")) {
        print_events(terminal, *trace, given.has("json"));
        return terminal.finish();
    }
    const replay::Replay replay(*trace);
    const auto instant = moment(terminal, replay, given.value("at"));
    if (!instant)
        return failed;
    if (given.has("json"))
        terminal.line(QJsonDocument(world_json(replay.at(*instant), replay)).toJson(QJsonDocument::Compact));
    else
        print_world(terminal, replay, *instant);
    return terminal.finish();
}

} // namespace

constinit const Command show_command{
    .name = "show", .arguments = "FILE.iotrace",
    .summary = QT_TRANSLATE_NOOP("Cli", "Show what a recording holds."),
    .more = nullptr, .options = options, .draws = false, .least = 1, .most = 1, .run = run,
};

} // namespace cli
