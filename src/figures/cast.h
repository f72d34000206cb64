// SPDX-License-Identifier: MIT
// Who is who in a recording: the thread whose sets, tables and sockets the figures show, and the peers of its sockets.
#pragma once

#include "figures/figure.h"

#include <functional>
#include <optional>

namespace figures {

// What tells a program what can be done now: Program::told_by, and where the recording does not say it the first of its calls
// that may. count_: that is not known.
trace::Call told_by(const trace::Trace &trace, size_t program);
// True if what it passes to the kernel, or keeps there, is worth a figure of its own: sets, pollfd[], a list, rings, requests; or
// if what it is told by is not known.
bool asks_with_sets(const trace::Trace &trace, size_t program);

// The number of the first event of the program in front that `is` it, of those `among` the first events of the recording: what kind
// of program it is shows there. Of one in progress: how many events are complete.
std::optional<size_t> first_step(const Scene &scene, const std::function<bool(const trace::Event &)> &is, size_t among = 10'000);
std::optional<size_t> first_step(const Scene &scene, trace::Call call, size_t among = 10'000);

// The event the instant is about, if the server did it and it is complete; else nullptr.
const trace::Event *server_step(const Scene &scene);
// True if the instant is the end of event `sequence`.
bool is_step(const Scene &scene, const std::optional<size_t> &sequence);

// "client 1 · port 51344", "outside program · port 51344", "listening socket · port 7000".
// Shorter where that is wider than `width` px.
QString who(const Scene &scene, const replay::Socket &socket, qreal width);

// One sentence in the middle of a figure that has nothing to draw.
Drawing nothing_to_draw(QSizeF size, const QString &sentence);

} // namespace figures
