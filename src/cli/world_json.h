// SPDX-License-Identifier: MIT
// The World at one instant as a JSON object, for programs.
//
//   step       number of the last event complete by then; -1 before the first
//   time_ns    CLOCK_MONOTONIC
//   threads    [{"name":"server","tid":4711,"state":"asleep","known":"derived","call":"select"}]
//              state: not_begun, running, asleep, copying, held, ended; call: the one it is in, or held before; or null
//              known: measured, bracketed, derived, observed, unknown
//              once a signal has been delivered: "signals":1, handlers entered; "handler":"SIGIO", the one it is in, or null; why:
//              "handler_causes":{"sender":"descriptor","events":[30],"one_of":false,"overflow":false}
//              sender: descriptor, request, thread, process, value, timer, kernel, other; events: the calls of others that made the
//              descriptor send it, inferred; one_of: it is for one or more of them; overflow: for those that were not queued
//   sockets    [{"fd":4,"thread":"server","role":"connected","datagrams":false,"local_port":40001,"peer_port":50312,
//                "peer":{"thread":"client 1","fd":3},"outside":false,"receive_bytes":3,"arriving":0,"on_the_way":0,"receive_known":"derived",
//                "queue":null,"queue_known":"derived","received":0,"sent":0,"peer_shut":false,"shut":false,
//                "reset":false,"closed":false,"peer_closed":false}]
//              role: fresh, listening, connected, bound (of datagrams); null: not known, or there is none;
//              closed: its descriptor is, but a call that has not returned keeps the socket; peer_closed: the other end is
//              closed, and nothing keeps it;
//              datagrams: UDP; its queue are the datagrams to be read
//   sets       {"allset":{"now":[3,4]},"readfds":{"now":[4],"asked":[3,4],"answered":[4]}}; asked and
//              answered are those of the last select(); answered is null while it has not returned or when it failed
//   select     {"thread":"server","nfds":5,"timeout_ns":null,"returned":true,"result":1} of the last one, or null
//   epoll      [{"thread":"server","fd":4,"waiting":false,"interest":[{"fd":3,"events":"EPOLLIN","told":"EPOLLIN",
//                "unused":true,"ready":true}]}]; told: by the last epoll_wait(), "0" when it was not, null while one waits;
//              ready: whether the next would tell of it, inferred; null: unknown
//   io_uring   [{"thread":"server","fd":4,"entering":true,"queued":7,"seen":5,"operations":[{"operation":"IORING_OP_RECV",
//                "fd":5,"handed_in":true,"done":false}]}]; done: complete and not seen, inferred; null: unknown
//   client_FD  [4,-1], up to the last slot ever used; null before there is one
//   maxfd      4, or null
//   phases     [{"kind":"wait","thread":"server","fd":4,"begin_ns":…,"end_ns":…,"known":"bracketed","bytes":3,
//                "earliest_ns":…,"latest_ns":…,"with_wake":false,"by":57,"kept_back":false}]; end_ns null: still going on; by: the
//                event that brought what was waited for, or null; kept_back: TCP had kept it back, or may have, after that
//   dropped    events the recording has lost
#pragma once

#include "replay/replay.h"

#include <QJsonObject>

namespace cli {

// Of `replay`, which `world` is of.
QJsonObject world_json(const replay::World &world, const replay::Replay &replay);

} // namespace cli
