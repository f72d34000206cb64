// SPDX-License-Identifier: MIT
// The parts of a World, each from what was worked out.
#pragma once

#include "replay/at/fold.h"
#include "replay/index.h"

namespace replay {

// World::threads and World::phases.
void add_threads(World &world, const Index &index, const Fold &fold);
// World::sockets.
void add_sockets(World &world, const Index &index);
// The one of them that is `end` of the connections, `none` for none; nullptr: it is gone.
Socket *socket_of(World &world, const Index &index, uint32_t end);
// World::sets, tables and numbers, then World::selections, for which it needs the threads.
void add_variables(World &world, const trace::Trace &trace, const Fold &fold);
void add_selections(World &world, const Index &index, const Fold &fold);
// What a datagram socket adds to, and says instead of, those of connections.
void add_datagrams(Socket &socket, const Connections &connections, const End &end, uint32_t complete);
// World::interests; after the sockets.
void add_interests(World &world, const Index &index, const Fold &fold);
// What may have arrived by a send() in progress, and what a select() has found; after the others.
void add_arriving(World &world, const Index &index);
void add_arriving_datagrams(World &world, const Index &index);
// World::urings, and what their operations have taken out of the sockets; after add_arriving().
void add_urings(World &world, const Index &index);
// What is ready in World::interests; after that.
void add_ready(World &world, const Index &index, const Fold &fold);

} // namespace replay
