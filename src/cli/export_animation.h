// SPDX-License-Identifier: MIT
// iomodels export … -o a.gif: a figure that moves.
#pragma once

#include "cli/command.h"

namespace cli {

int write_animation(const Given &given, const QString &path);

} // namespace cli
