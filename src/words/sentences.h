// SPDX-License-Identifier: MIT
// What is said about a recording: one plain sentence for an event, a bit, a slot, a thread.
#pragma once

#include "calls/schema.h"
#include "replay/replay.h"
#include "words/language.h"

namespace words {

// "recv(4, buffer, 4096, 0) = 3", as the program called it; never translated.
QString call_text(const trace::Trace &trace, const trace::Event &event);
// What the program asked: "recv(4, buffer, 4096, 0)"; what a complete call gave it: "= 3 \"abc\"".
QString asked_text(const trace::Trace &trace, const trace::Event &event);
QString answered_text(const trace::Trace &trace, const trace::Event &event);
// The name an event has in a listing and in JSON: "select", "FD_SET", "client_FD", "readfds".
QString call_name(const trace::Trace &trace, const trace::Event &event);
// Both for people: what is no name of a program, as "held", is a word of the language.
QString call_text(const Language &, const trace::Trace &trace, const trace::Event &event);
QString call_name(const Language &, const trace::Trace &trace, const trace::Event &event);
// "ECONNRESET", or empty for 0.
QString error_name(int error);

// What this step does and why it matters, in one to three sentences for a second-year student.
QString explain(const Language &, const replay::Replay &, const replay::World &, replay::Instant instant);
// One sentence for a screen reader.
QString event_sentence(const Language &, const trace::Trace &, const trace::Event &event);
// A poll that `thread` makes again and again (Thread::polls), at the instant `now`, ns.
QString repeated_sentence(const Language &, const trace::Trace &, const trace::Event &poll, int64_t now);
// "accept(3), recv(4), …": the polls that are being repeated, in turn; at most `most` of them.
QString repeated_text(const trace::Trace &, const replay::Thread &, size_t most);
QString state_word(const Language &, replay::State state);
// The same, of a thread that makes polls again and again: "polling".
QString state_word(const Language &, const replay::Thread &);
QString known_word(const Language &, replay::Known known);
QString thread_name(const Language &, const trace::Trace &, size_t thread);
QString role_word(const Language &, const trace::Trace &, const replay::Socket &socket);

// A number as a C program writes it where an argument of that type stands: "EPOLLIN|EPOLLET". `beside`: of an option its level.
QString constant(calls::Type type, int64_t value, int64_t beside = -1);
// "SIGIO", "SIGRTMIN" of a handler's begin or end; what its begin says of the reason: "POLL_IN", "SI_KERNEL".
QString signal_name(const trace::Event &event);
QString signal_code(const trace::Event &event);

} // namespace words
