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
Ending mistake_bare_setfl(const Settings &settings);
Ending mistake_gets(const Settings &settings);
Ending mistake_short_send(const Settings &settings);
Ending mistake_sigpipe(const Settings &settings);
Ending mistake_handler_reads_once(const Settings &settings);
Ending mistake_emfile(const Settings &settings);
Ending mistake_sizeof(const Settings &settings);

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
    {.name = "mistake-bare-setfl", .file = "mistake_bare_setfl.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: F_SETFL without F_GETFL"),
     .serve = mistake_bare_setfl, .told_by = Call::handler_begin, .model = Model::signal_driven, .echoes = false,
     .heeds = send_buffer_option | signal_option, .sleeps_in = {Call::recv}, .instead_of = "sigio"},
    {.name = "mistake-gets", .file = "mistake_gets.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: gets() writes past the end of the buffer"),
     .serve = mistake_gets, .told_by = Call::select, .model = Model::multiplexing, .terminal = true, .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::accept, Call::select, Call::send, Call::write}, .instead_of = "two-inputs-select"},
    {.name = "mistake-short-send", .file = "mistake_short_send.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: what send() returns is ignored"),
     .serve = mistake_short_send, .told_by = Call::select, .model = Model::multiplexing, .echoes = false, .sends_urgent = true,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select}, .instead_of = "select-all"},
    {.name = "mistake-sigpipe", .file = "mistake_sigpipe.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: send() without MSG_NOSIGNAL"),
     .serve = mistake_sigpipe, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-handler-reads-once", .file = "mistake_handler_reads_once.cpp",
     .title = QT_TRANSLATE_NOOP("Servers", "Wrong: the signal's handler reads once"),
     .serve = mistake_handler_reads_once, .told_by = Call::handler_begin, .model = Model::signal_driven, .datagrams = true, .echoes = false,
     .heeds = signal_option, .instead_of = "sigio-udp"},
    {.name = "mistake-emfile", .file = "mistake_emfile.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: EMFILE in the accept loop"),
     .serve = mistake_emfile, .told_by = Call::select, .model = Model::multiplexing, .echoes = false,
     .heeds = timeout_option | send_buffer_option | descriptors_option, .sleeps_in = {Call::select, Call::send}, .instead_of = "select"},
    {.name = "mistake-sizeof", .file = "mistake_sizeof.cpp", .title = QT_TRANSLATE_NOOP("Servers", "Wrong: sizeof is sent instead of what was read"),
     .serve = mistake_sizeof, .told_by = Call::select, .model = Model::multiplexing, .terminal = true, .echoes = false,
     .heeds = pipe_option, .sleeps_in = {Call::accept, Call::select, Call::send, Call::write}, .instead_of = "two-inputs-select"},
};

} // namespace

std::span<const Server> mistakes() noexcept
{
    return catalogue;
}

} // namespace servers
