// SPDX-License-Identifier: MIT
// What went wrong, in plain words: a run that could not go on, a script with a mistake, a file that cannot be opened.
#pragma once

#include "archive/iotrace.h"
#include "lab/script.h"
#include "words/language.h"

namespace lessons {

// A problem of a run, with what to do about it: bind + EADDRINUSE, accept + EMFILE, …
QString problem(const words::Language &, const char *call, int error, int port);
// The same of a run, also which threads a stop could not end and where they sleep.
QString problem(const words::Language &, const lab::Problem &problem);
// Why a recording could not be saved or opened. Empty for Fault::none.
QString fault(const words::Language &, const archive::Result &result, const QString &path);
// That a recording was kept while its run went on, which did not end in order.
QString unfinished(const words::Language &, const QString &path);
// What is wrong with a script; names the line.
QString script_problem(const words::Language &, const lab::ScriptProblem &problem);
// What a script wants of a server that does not heed it, so that it is left out.
QString unheeded(const words::Language &, servers::Option option, const QString &server);

} // namespace lessons
