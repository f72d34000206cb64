// SPDX-License-Identifier: MIT
// Answers that are words, for people.
#pragma once

#include "words/language.h"

namespace lessons {

QString error_text(const words::Language &, const QString &name);  // "EAGAIN"; empty: no error
QString phase_text(const words::Language &, const QString &which); // "both", "copy", "wait", "none"

} // namespace lessons
