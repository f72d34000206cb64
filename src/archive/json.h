// SPDX-License-Identifier: MIT
// A recorded event as one JSON object: what the program prints without a window, and the arguments in a Chrome trace.
//
//   seq        number of the event in the recording; null in flight
//   thread     the thread's name, tid its number in the kernel; null when the recording does not tell
//   begin_ns, end_ns   CLOCK_MONOTONIC as recorded; end_ns is null while the call is in flight
//   call       the name in the listing: "select", "FD_SET"; of an assignment the variable's own: "client_FD", "maxfd",
//              "readfds"; else "thread_begin", "held", "observed_state" and so on
//   args       an object that suits the call, below
//   result     what the call returned; null for what returns nothing and while in flight
//   errno      "EAGAIN" when result is -1, else null
//   count      how many equal calls this stands for: folded polls in vain, or the equal assignments between them
//   source     "select.cpp:42" or null
//   chapter    only of a recording that has them: the number of the last that had begun, from 1
//   contradicts   only where what is told of the event cannot have happened: "overlaps", see calls/contradictions.h
//
// Of each call `args` has the fields of its row in calls/schema.cpp under their names there, but for what is the result. Numbers
// that have a name in C are written by it: {"fd":3,"option":"SO_REUSEADDR","value":1}, {"fd":4,"length":1024,"flags":"0",
// "data":"abc\\n"}. null: it has not been answered (in flight, failed), is not written down before the call returns, or is
// none: a timeout that is for ever, a port that was not told, the index of an assignment to every slot.
//
//   data            the first 16 bytes moved, of some calls 8; what is not printable ASCII as \n, \r, \t, \\ or \xNN
//   select          {"nfds":5,"readfds":[3,4],"readfds_after":[4],"writefds":null,"exceptfds":null,"timeout_ns":null}
//                   keys by position; null: NULL was passed; no "_after" then; "_after" is null when nothing was answered.
//                   With {"variables":{"readfds":"rset"}} where the program's own name is another one, with
//                   "timeout_left_ns":1250000 where the kernel wrote into the timeval what was left of the time
//   poll            {"nfds":1,"timeout_ns":null,"variable":"client","fds":[{"fd":3,"events":"POLLIN","revents":"POLLIN"}]}
//                   fds: null when it was not recorded; revents: "0" when not ready, null when nothing was answered
//   epoll_wait      {"epfd":4,"maxevents":64,"timeout_ns":null,"events":[{"fd":3,"events":"EPOLLIN"}]}; events: those answered,
//                   fd what the program put into data.fd
//   cqe_seen        res: negative is an errno
#pragma once

#include "archive/json_text.h"
#include "trace/trace.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace archive {

// One event as an object; `sequence` is its number, none in flight.
void write_event(JsonText &json, const trace::Trace &trace, const trace::Event &event, std::optional<size_t> sequence,
                 std::string_view contradicts = {});

// The members of "args", into an object that was begun.
void write_arguments(JsonText &json, const trace::Trace &trace, const trace::Event &event);
// The members "count", "result", "errno" and "source".
void write_outcome(JsonText &json, const trace::Trace &trace, const trace::Event &event);
// "call". Good as long as the recording.
std::string_view call_name(const trace::Trace &trace, const trace::Event &event);

// The complete event number `sequence`; an empty object if there is none.
QJsonObject event_json(const trace::Trace &trace, size_t sequence);
// Number `index` of Trace::in_flight(); an empty object if there is none.
QJsonObject in_flight_json(const trace::Trace &trace, size_t index);
// "args".
QJsonObject arguments(const trace::Trace &trace, const trace::Event &event);

} // namespace archive
