// SPDX-License-Identifier: MIT
// What is said about letting an audience in.
#pragma once

#include "audience/limits.h"
#include "words/language.h"

namespace lessons {

// Why nobody can be let in at `address`, and what to do about it.
QString audience_problem(const words::Language &, const audience::Problem &problem, const QString &address);
// That the machine has `address` no longer, and what to do about it.
QString audience_address_gone(const words::Language &, const QString &address);
// Why an audience cannot come to this server; empty: it can.
QString keeps_out(const words::Language &, const QString &server);

} // namespace lessons
