// SPDX-License-Identifier: MIT
// Who is who in a recording: the thread whose sets, tables and sockets the figures show, and the peers of its sockets.
#pragma once

#include "figures/figure.h"

#include <functional>
#include <optional>

namespace figures {

// The server's index into Trace::threads; 0 when there is none.
size_t server_thread(const trace::Trace &trace);

// True if the server waits with select(), poll() or epoll_wait() over TCP, has rings, or asks for its reads with aio, or if which server it is is not told.
bool asks_with_sets(const trace::Trace &trace);

// The number of the server's first event that `is` it, of those `among` the first events of the recording: what kind of server it
// is shows there. Of one in progress: how many events are complete.
std::optional<size_t> first_step(const trace::Trace &trace, const std::function<bool(const trace::Event &)> &is, size_t among = 10'000);
std::optional<size_t> first_step(const trace::Trace &trace, trace::Call call, size_t among = 10'000);

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
