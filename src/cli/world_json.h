// SPDX-License-Identifier: MIT
// The World at one instant as a JSON object, for programs.
//
//   step       number of the last event complete by then; -1 before the first
//   time_ns    CLOCK_MONOTONIC
//   chapter    {"number":2,"titles":{CODE:"…"}}, a title a language; or null
//   threads    [{"name":"server","tid":4711,"state":"asleep","known":"derived","call":"select"}]
//              state: not_begun, running, asleep, copying, held, ended; call: the one it is in, or held before; or null
//              known: measured, bracketed, derived, observed, unknown
//              once a signal has been delivered: "signals":1, handlers entered; "handler":"SIGIO", the one it is in, or null; why:
//              "handler_causes":{"sender":"descriptor","events":[30],"one_of":false,"overflow":false}
//              sender: descriptor, request, thread, process, value, timer, kernel, other; events: the calls of others that made the
//              descriptor send it, inferred; one_of: it is for one or more of them; overflow: for those that were not queued
//   sockets    [{"fd":4,"thread":"server","role":"connected","datagrams":false,"local_port":40001,"peer_port":50312,
//                "peer":{"thread":"client 1","fd":3},"outside":false,"receive_bytes":3,"arriving":0,"on_the_way":0,"receive_known":"derived",
//                "queue":null,"queue_known":"derived","backlog":null,"full":false,"dropped":0,"received":0,"sent":0,"peer_shut":false,
//                "shut":false,"reset":false,"closed":false,"peer_closed":false}]
//              role: fresh, listening, connected, bound (of datagrams); null: not known, or there is none;
//              closed: its descriptor is, but a call that has not returned keeps the socket; peer_closed: the other end is
//              closed, and nothing keeps it;
//              datagrams: UDP; its queue are the datagrams to be read; backlog: of a listening one, whose queue is full once more
//              than that wait in it; dropped: datagrams for which its receive buffer had no room, observed
//   sets       {"allset":{"now":[3,4]},"readfds":{"now":[4],"asked":[3,4],"answered":[4]}}; asked and
//              answered are those of the last select(); answered is null while it has not returned or when it failed
//   select     {"thread":"server","nfds":5,"timeout_ns":null,"returned":true,"result":1} of the last one, or null
//   poll       [{"thread":"server","name":"client[].fd","timeout_ns":null,"returned":true,"result":1,"fds":[{"fd":3,
//                "events":"POLLIN","revents":"POLLIN","unused":["read"]}]}] of the last poll(); revents null while it has not
//                returned; unused: of what it was found ready for, not made use of
//   epoll      [{"thread":"server","fd":4,"waiting":false,"result":1,"interest":[{"fd":3,"events":"EPOLLIN","told":"EPOLLIN",
//                "unused":true,"ready":true}]}]; told: by the last epoll_wait(), "0" when it was not, null while one waits;
//              ready: whether the next would tell of it, inferred; null: unknown
//   io_uring   [{"thread":"server","fd":4,"entering":true,"queued":7,"seen":5,"entries":64,"completion_entries":128,
//                "operations":[{"operation":"IORING_OP_RECV","fd":5,"bytes":4096,"handed_in":true,"done":false}],
//                "completions":[{"operation":"IORING_OP_SEND","fd":5,"result":3,"errno":null}]}]; done: complete and not seen,
//                inferred; null: unknown; completions: the last ones read
//   aio        [{"request":2,"thread":"server","fd":4,"bytes":4096,"offset":0,"notify":"SIGEV_NONE","state":"in_progress",
//                "result":null,"arrived":false,"helper":4712,"unattended":false,"since_ns":…}], the latest of each descriptor;
//              state: in_progress, complete, returned, as far as the program knows; arrived: what it waits for is there, inferred;
//              helper: the library's thread seen reading for it, or null; unattended: none was seen on its descriptor
//   helpers    [{"tid":4712,"state":"S","system_call":0,"fd":4,"seen_ns":…}], threads of the C library as last seen from outside
//   client_FD  [4,-1], up to the last slot ever used; null before there is one
//   maxfd      4, or null
//   phases     [{"kind":"wait","thread":"server","fd":4,"begin_ns":…,"end_ns":…,"known":"bracketed","bytes":3,
//                "earliest_ns":…,"latest_ns":…,"with_wake":false,"by":57,"kept_back":false}]; end_ns null: still going on; by: the
//                event that brought what was waited for, or null; kept_back: TCP had kept it back, or may have, after that
//   dropped    events the recording has lost
//   contradictions   [{"step":12,"what":"overlaps"}] of the whole recording, see calls/contradictions.h; step null: of none
#pragma once

#include "replay/replay.h"

#include <QJsonObject>

namespace cli {

// Of `replay`, which `world` is of.
QJsonObject world_json(const replay::World &world, const replay::Replay &replay);

} // namespace cli
