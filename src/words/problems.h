// SPDX-License-Identifier: MIT
// What went wrong outside a run, in plain words: a file that cannot be opened, a script with a mistake.
#pragma once

#include "archive/iotrace.h"
#include "lab/script.h"
#include "words/language.h"

namespace words {

// Why a recording could not be saved or opened. Empty for Fault::none.
QString fault(const Language &, const archive::Result &result, const QString &path);
// What is wrong with a script; names the line.
QString script_problem(const Language &, const lab::ScriptProblem &problem);
// What a script wants of a server that does not heed it, so that it is left out.
QString unheeded(const Language &, servers::Option option, const QString &server);

} // namespace words
