// SPDX-License-Identifier: MIT
// The catalogue of servers that are wrong on purpose, each beside the right one: mistakes worth seeing.
#include "servers/server.h"

// What lupdate(1) looks for; the text itself stays.
#define QT_TRANSLATE_NOOP(context, text) text

namespace servers {

Ending mistake_sets_not_refilled(const Settings &settings);
Ending mistake_maxfd(const Settings &settings);
Ending mistake_wrong_set(const Settings &settings);
Ending mistake_comparison(const Settings &settings);
Ending mistake_one_recv_one_message(const Settings &settings);
Ending mistake_eof_not_closed(const Settings &settings);
Ending mistake_not_cleared(const Settings &settings);
Ending mistake_eintr(const Settings &settings);
Ending mistake_recv_after_accept(const Settings &settings);
Ending mistake_timeval(const Settings &settings);

namespace {

using trace::Call;

constexpr Server catalogue[] = {
    {.name = "mistake-sets-not-refilled", .file = "mistake_sets_not_refilled.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: readfds is not filled again"),
     .serve = mistake_sets_not_refilled, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-maxfd", .file = "mistake_maxfd.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: select(maxfd, …) without + 1"),
     .serve = mistake_maxfd, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-wrong-set", .file = "mistake_wrong_set.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: FD_ISSET on the set that is watched"),
     .serve = mistake_wrong_set, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send, Call::recv}, .instead_of = "select"},
    {.name = "mistake-comparison", .file = "mistake_comparison.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: n = recv(…) < 0"),
     .serve = mistake_comparison, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-one-recv-one-message", .file = "mistake_one_recv_one_message.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: one recv() taken for one message"),
     .serve = mistake_one_recv_one_message, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-eof-not-closed", .file = "mistake_eof_not_closed.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: an end of file is not closed"),
     .serve = mistake_eof_not_closed, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-not-cleared", .file = "mistake_not_cleared.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: closed, but not cleared"),
     .serve = mistake_not_cleared, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-eintr", .file = "mistake_eintr.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: EINTR taken for an error"),
     .serve = mistake_eintr, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-recv-after-accept", .file = "mistake_recv_after_accept.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: recv() right after accept()"),
     .serve = mistake_recv_after_accept, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send, Call::recv}, .instead_of = "select"},
    {.name = "mistake-timeval", .file = "mistake_timeval.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: the timeout is set once"),
     .serve = mistake_timeval, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
};

} // namespace

std::span<const Server> mistakes() noexcept
{
    return catalogue;
}

} // namespace servers
