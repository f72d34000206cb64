// SPDX-License-Identifier: MIT
#include "calls/verbs.h"
#include "cli/sources.h"

#include "archive/iotrace.h"
#include "lessons/problems.h"
#include "words/contradictions.h"
#include "words/sentences.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace cli {
namespace {

// The first connection that the server could not accept for want of a descriptor, which is no end of its work.
const trace::Event *refused(const trace::Trace &trace)
{
    const auto found = std::ranges::find_if(trace.events(), calls::out_of_descriptors);
    return found == trace.events().end() ? nullptr : &*found;
}

constexpr size_t most_contradictions = 10; // that are told one by one

void say_contradictions(Terminal &terminal, const trace::Trace &trace)
{
    const auto all = calls::contradictions(trace);
    if (all.empty())
        return;
    terminal.note(words::contradictions(terminal.language(), trace, all));
    for (size_t i = 1; i < std::min(all.size(), most_contradictions); ++i)
        terminal.note(words::contradiction(terminal.language(), trace, all[i]));
}

} // namespace

std::unique_ptr<trace::Trace> open_recording(Terminal &terminal, const QString &path)
{
    std::unique_ptr<trace::Trace> trace;
    if (const auto result = archive::open(path, trace); !result) {
        terminal.fail(lessons::fault(terminal.language(), result, path));
        return nullptr;
    } else if (result.unfinished) {
        terminal.note(lessons::unfinished(terminal.language(), path));
    }
    say_contradictions(terminal, *trace);
    return trace;
}

QString written_twice(const QStringList &paths)
{
    QSet<QString> named;
    for (const QString &path : paths) {
        const QFileInfo file(path);
        if (path.isEmpty())
            continue;
        const QString real = QFileInfo(file.absolutePath()).canonicalFilePath() + u'/' + file.fileName();
        if (named.contains(real))
            return path;
        named.insert(real);
    }
    return {};
}

bool can_write(Terminal &terminal, const QString &path)
{
    const QFileInfo file(path), folder(file.path()); // the folder we are in may have a name that is no text
    if (file.exists() && !file.isFile() && !file.isDir()) {
        terminal.fail(lessons::fault(terminal.language(), {archive::Fault::not_a_file, {}}, path));
        return false;
    }
    if (file.exists() ? !file.isDir() && file.isWritable() : folder.isDir() && folder.isWritable())
        return true;
    terminal.fail(terminal.say("Cli", "%1 cannot be written: choose a folder that exists and that you may write to.").arg(path));
    return false;
}

bool is_same_file(const QString &a, const QString &b)
{
    struct stat one{}, other{};
    return stat(QFile::encodeName(a).constData(), &one) == 0 && stat(QFile::encodeName(b).constData(), &other) == 0
        && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
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
    if (recorded.out_of_memory)
        code = terminal.fail(terminal.say("Cli", "There is no memory left for the recording, so the run was stopped."));
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
