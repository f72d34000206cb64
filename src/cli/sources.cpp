// SPDX-License-Identifier: MIT
#include "calls/verbs.h"
#include "cli/sources.h"

#include "archive/iotrace.h"
#include "lessons/catalogue.h"
#include "words/problems.h"
#include "words/sentences.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace cli {
namespace {

constexpr qint64 longest_script = 1 << 20; // bytes

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
        terminal.fail(words::fault(terminal.language(), result, path));
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
        terminal.fail(words::fault(terminal.language(), result, path));
    return bool(result);
}

std::optional<lab::Script> read_script(Terminal &terminal, const QString &name)
{
    QByteArray text;
    if (const lessons::Lesson *lesson = lessons::named(name)) {
        text = lessons::script(*lesson).toUtf8();
    } else {
        QFile file(name);
        if (!file.exists()) {
            const QString why = terminal.say("Cli", "There is no script \"%1\": it is neither a file nor one of "
                                                    "\"iomodels list scripts\".");
            terminal.fail(why.arg(name));
            return {};
        }
        if (file.open(QIODevice::ReadOnly))
            text = file.read(longest_script + 1);
        if (file.error() != QFile::NoError) {
            terminal.fail(terminal.say("Cli", "The script %1 cannot be read: %2").arg(name, file.errorString()));
            return {};
        }
        if (text.size() > longest_script) {
            terminal.fail(terminal.say("Cli", "%1 is too long for a script.").arg(name));
            return {};
        }
    }
    auto parsed = lab::parse(std::string_view(text.constData(), size_t(text.size())));
    if (const auto *problem = std::get_if<lab::ScriptProblem>(&parsed)) {
        terminal.fail(name + QStringLiteral(": ") + words::script_problem(terminal.language(), *problem));
        return {};
    }
    return std::get<lab::Script>(std::move(parsed));
}

int judge(Terminal &terminal, const Recorded &recorded, const QString &script)
{
    int code = done;
    if (recorded.trace->dropped)
        terminal.note(terminal.say("Cli",
                                   "The recording is incomplete: %n events were lost because they came faster than "
                                   "they could be kept.",
                                   nullptr, plural(recorded.trace->dropped)));
    const bool said = recorded.script_problem && recorded.script_problem->what == lab::ScriptProblem::no_descriptor && !recorded.problem;
    if (const trace::Event *accept = said ? nullptr : refused(*recorded.trace))
        terminal.note(words::problem(terminal.language(), "accept", accept->error, recorded.trace->run.port));
    if (recorded.problem)
        code = terminal.fail(words::problem(terminal.language(), recorded.problem->call.c_str(),
                                            recorded.problem->error, recorded.problem->port));
    if (recorded.script_problem && !recorded.problem)
        code = terminal.fail(script + QStringLiteral(": ")
                             + words::script_problem(terminal.language(), *recorded.script_problem));
    if (recorded.interrupted && !script.isEmpty())
        code = terminal.fail(terminal.say("Cli", "A signal ended the run before its script was done."));
    return code;
}

} // namespace cli
