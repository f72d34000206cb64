// SPDX-License-Identifier: MIT
// One spoken sentence for each part of a figure: a bit, a slot, a socket, a phase, a thread. Shown as tool tips, too.
#pragma once

#include "replay/world.h"
#include "words/language.h"

#include <optional>

namespace words {

// Bit `bit` of the program's own set `name` ("allset"): on or off, and what that means.
QString bit_sentence(const Language &, const QString &name, int bit, bool on);
// Bit `bit` of the set `name` ("readfds") as select() was asked and as it answered; `answered` is empty while the call
// has not returned.
QString asked_bit_sentence(const Language &, const QString &name, int bit, bool asked, std::optional<bool> answered);
// A bit from `nfds` on, at which select() does not look: on, off, or, where it is in no word that nfds needs, not recorded.
QString bit_beyond_sentence(const Language &, const QString &name, int bit, int nfds, std::optional<bool> on);
// A bit that was passed to a select() that failed.
QString failed_bit_sentence(const Language &, const QString &name, int bit, bool on);
// The same of the set as select() left it.
QString answered_bit_sentence(const Language &, const QString &name, int bit, bool asked, bool answered);
// Slot `slot` of the table `name` ("client_FD"): the descriptor in it, or free, which is `empty`; `changed`: by the
// step shown.
QString slot_sentence(const Language &, const QString &name, int slot, int value, int empty, bool changed);
// A number of the program: "maxfd is 4: …".
QString number_sentence(const Language &, const QString &name, int value);
// A socket: its descriptor, whose it is, what waits in the kernel for it, and how that is known.
QString socket_sentence(const Language &, const replay::World &, const trace::Trace &, const replay::Socket &);
// A phase: waiting or copying, how long, how many bytes, and how its boundary is known: measured, within the peer's
// send(), or unknown because the client is another program.
QString phase_sentence(const Language &, const trace::Trace &, const replay::Phase &);
// A thread: what it does now, in which call, since when (ns of the run), and how that is known. Empty if there is none.
QString thread_sentence(const Language &, const replay::World &, const trace::Trace &, size_t thread);

// An entry of the array poll() is asked with.
QString pollfd_sentence(const Language &, int index, const replay::Polling::Entry &entry, bool returned);
// The same of a poll() that failed, which has answered nothing.
QString failed_pollfd_sentence(const Language &, int index, const replay::Polling::Entry &entry);

// An entry of an epoll instance's interest list.
QString interest_sentence(const Language &, const replay::Interest::Entry &entry, bool waiting);

// An operation of io_uring: queued, in the kernel, complete; a completion read.
QString uring_sentence(const Language &, const replay::Uring::Operation &);
QString uring_sentence(const Language &, const replay::Uring::Completion &);

} // namespace words
