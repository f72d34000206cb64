// SPDX-License-Identifier: MIT
// Runs for real, without a window: a lesson's script or one made by chance.
#pragma once

#include "servers/server.h"
#include "trace/trace.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace whole {

// What was recorded of a script (a lesson's name, or a file) on a server; nullptr: this server does not take it. A script that
// ends with a problem was played up to there.
std::unique_ptr<trace::Trace> played(const QString &server, const QString &script);

// Clients that connect, send and go, and a server that is disturbed, in any order; the same for the same seed.
std::string random_script(uint32_t seed, const servers::Server &server);

} // namespace whole
