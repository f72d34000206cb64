// SPDX-License-Identifier: MIT
// A recorded event as one JSON object: what the program prints without a window, and the arguments in a Chrome trace.
//
//   seq        number of the event in the recording; null in flight
//   thread     the thread's name, tid its number in the kernel; null when the recording does not tell
//   begin_ns, end_ns   CLOCK_MONOTONIC as recorded; end_ns is null while the call is in flight
//   call       the name in the listing: "select", "FD_SET"; of an assignment the variable's own: "client_FD", "maxfd",
//              "readfds"; else "thread_begin", "thread_end", "held", "planned", "observed_state",
//              "observed_socket", "observed_cpu"
//   args       an object that suits the call, below
//   result     what the call returned; null for what returns nothing and while in flight
//   errno      "EAGAIN" when result is -1, else null
//   count      how many equal calls this stands for: folded polls in vain, or the equal assignments between them
//   source     "select.cpp:42" or null
//
//   call                   args
//   socket                 {"domain":"AF_INET","type":"SOCK_STREAM"}; domain only if it was recorded
//   setsockopt             {"fd":3,"option":"SO_REUSEADDR","value":1}
//   bind, connect          {"fd":3,"port":8080}
//   listen                 {"fd":3,"backlog":128}
//   getsockname            {"fd":3,"port":40001}; null when it failed
//   accept                 {"fd":3,"peer_port":50312}; null when there is none
//   select                 {"nfds":5,"readfds":[3,4],"readfds_after":[4],"writefds":null,"exceptfds":null,
//                           "timeout_ns":null}
//                          keys by position; null: NULL was passed; no "_after" then; "_after" is null when nothing was
//                          answered (error, in flight). With {"variables":{"readfds":"rset"}} where the program's own
//                          name is another one. With "timeout_left_ns":1250000 where the kernel wrote into the timeval
//                          what was left of the time.
//   poll                   {"nfds":1,"timeout_ns":null,"fds":[{"fd":3,"events":"POLLIN","revents":"POLLIN"}]}
//                          fds: null when it was not recorded; revents: "0" when not ready, null when nothing was answered
//   epoll_create1          {"flags":0}
//   epoll_ctl              {"epfd":4,"operation":"EPOLL_CTL_ADD","fd":3,"events":"EPOLLIN|EPOLLET"}; events null in flight
//   epoll_wait             {"epfd":4,"maxevents":64,"timeout_ns":null,"events":[{"fd":3,"events":"EPOLLIN"}]}; events: those
//                          answered, fd what the program put into data.fd; null when nothing was answered
//   io_uring_setup         {"entries":64}
//   io_uring_enter         {"fd":4,"to_submit":1,"min_complete":1}
//   sqe_queued             {"fd":5,"operation":"IORING_OP_RECV","length":4096}
//   cqe_seen               {"fd":5,"operation":"IORING_OP_RECV","res":3}; accept with "peer_port"; res: negative is an errno
//   recv, send             {"fd":4,"length":1024,"flags":"MSG_NOSIGNAL","data":"abc\\n"}; flags "0" when none; data: the
//                          first 16 bytes moved, what is not printable ASCII as \n, \r, \t, \\ or \xNN; null when the
//                          call failed or is in flight
//   read, write            the same without flags
//   shutdown               {"fd":4,"how":"SHUT_WR"}
//   close                  {"fd":4}
//   fcntl                  {"fd":3,"command":"F_SETFL","flags":"O_RDWR|O_NONBLOCK"}; of F_GETFL the answer, null when it
//                          failed; of other commands {"argument":0} instead
//   nanosleep              {"duration_ns":1000000}
//   FD_ZERO                {"set":"allset"}
//   FD_SET, FD_CLR, FD_ISSET   {"fd":4,"set":"allset"}
//   a set assigned         {"from":"allset"}
//   a table's slot         {"index":0,"value":4}; index null: every slot
//   a number               {"value":4}
//   thread_begin           {"tid":4711}
//   thread_end             {"cpu_ns":125000,"voluntary":12,"involuntary":0}
//   held                   {"before":"select"}
//   planned                {"for_ns":5000001000000}; CLOCK_MONOTONIC, as the times
//   observed_state         {"thread":"server","state":"S"}
//   observed_socket        {"receive_bytes":0,"send_bytes":0,"accept_queue":1,"local_port":8080,"peer_port":0}
//   observed_cpu           {"thread":"server","cpu_ns":125000,"voluntary":12,"involuntary":0}
#pragma once

#include "trace/trace.h"

#include <QJsonObject>
#include <QString>

namespace archive {

// The complete event number `sequence`; an empty object if there is none.
QJsonObject event_json(const trace::Trace &trace, size_t sequence);
// Number `index` of Trace::in_flight(); an empty object if there is none.
QJsonObject in_flight_json(const trace::Trace &trace, size_t index);

// The parts of it: "call" and "args".
QString call_name(const trace::Trace &trace, const trace::Event &event);
QJsonObject arguments(const trace::Trace &trace, const trace::Event &event);

// "result" and "errno".
QJsonValue result_json(const trace::Event &event);
QJsonValue errno_json(const trace::Event &event);

} // namespace archive
