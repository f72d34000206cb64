// SPDX-License-Identifier: MIT
#include "calls/verbs.h"
#include "cli/sources.h"

#include "archive/iotrace.h"
#include "lessons/problems.h"
#include "words/sentences.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace cli {
namespace {

// The first connection that the server could not accept for want of a descriptor, which is no end of its work.
const trace::Event *refused(const trace::Trace &trace)
{
    const auto found = std::ranges::find_if(trace.events(), calls::out_of_descriptors);
    return found == trace.events().end() ? nullptr : &*found;
}

} // namespace

std::unique_ptr<trace::Trace> open_recording(Terminal &terminal, const QString &path)
{
    std::unique_ptr<trace::Trace> trace;
    if (const auto result = archive::open(path, trace); !result) {
        terminal.fail(lessons::fault(terminal.language(), result, path));
        return nullptr;
    }
    return trace;
}

bool can_write(Terminal &terminal, const QString &path)
{
    const QFileInfo file(path), folder(file.absolutePath());
    if (file.exists() ? !file.isDir() && file.isWritable() : folder.isDir() && folder.isWritable())
        return true;
    terminal.fail(terminal.say("Cli", "%1 cannot be written: choose a folder that exists and that you may write to.").arg(path));
    return false;
}

bool save_recording(Terminal &terminal, const trace::Trace &trace, const QString &path)
{
    const auto result = archive::save(trace, path);
    if (!result)
        terminal.fail(lessons::fault(terminal.language(), result, path));
    return bool(result);
}

std::optional<lessons::PlannedRun> planned_run(Terminal &terminal, const lessons::Choice &choice)
{
    auto plan = lessons::run_of(choice);
    if (const auto *refusal = std::get_if<lessons::Refusal>(&plan)) {
        terminal.fail(lessons::sentence(terminal.language(), *refusal));
        return {};
    }
    auto &run = std::get<lessons::PlannedRun>(plan);
    for (const servers::Option option : run.left_out)
        terminal.note(lessons::unheeded(terminal.language(), option, QString::fromStdString(run.settings.server)));
    if (const QString given = lessons::timeout_given(terminal.language(), run); !given.isEmpty())
        terminal.note(given);
    return std::move(run);
}

int judge(Terminal &terminal, const Recorded &recorded, const QString &script)
{
    int code = done;
    if (recorded.trace->dropped)
        terminal.note(terminal.say("Cli",
                                   "The recording is incomplete: %n events were lost because they came faster than "
                                   "they could be kept.",
                                   nullptr, plural(recorded.trace->dropped)));
    // That no descriptor was left is said once, by what ended the run if it was that.
    const bool said = recorded.problem ? recorded.problem->error == EMFILE || recorded.problem->error == ENFILE
                                       : recorded.script_problem && recorded.script_problem->what == lab::ScriptProblem::no_descriptor;
    if (const trace::Event *accept = said ? nullptr : refused(*recorded.trace))
        terminal.note(lessons::problem(terminal.language(), "accept", accept->error, recorded.trace->run.port));
    if (recorded.problem)
        code = terminal.fail(lessons::problem(terminal.language(), *recorded.problem));
    if (recorded.script_problem && !recorded.problem)
        code = terminal.fail(script + QStringLiteral(": ")
                             + lessons::script_problem(terminal.language(), *recorded.script_problem));
    if (recorded.interrupted && !script.isEmpty())
        code = terminal.fail(terminal.say("Cli", "A signal ended the run before its script was done."));
    return code;
}

} // namespace cli
