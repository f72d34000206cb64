// SPDX-License-Identifier: MIT
// What stands in braces in a lesson's words is put in from the recording:
//
//   {fd}       the descriptor that the call has given, or is about      {result} {errno}   what it returned
//   {bytes}    that it has moved         {time}  how long it took       {count}  how many equal calls it stands for
//   {client}   whom the descriptor is connected with, a number          {port}   the other side's, as the call tells it
//   {left}     of a select()'s timeout   {waiting}  bytes in the descriptor's receive buffer
//   {maxfd} {slot}  the program's number; the entry of its table written last
//   {waited}   how long, at least, what a read has taken had waited for it
//   {value}    of an option, as getsockopt() and ioctl() answer it
//   {handlers} of signals, entered so far                               {flags}  of fcntl()
//
// Of a chapter's moments {count} is how many calls the program has made in it, {handlers} how many by then.
#pragma once

#include "lessons/moment.h"
#include "words/language.h"

#include <QStringList>

namespace lessons {

QStringList placeholders();
// The first in `text` that there is not; empty: none.
QString unknown_placeholder(const QString &text);
// `text` with its values. `missing`, when given, gets those that the recording does not tell; they stay as they are.
QString told(const words::Language &, const replay::Replay &, const Moment &moment, const Place &place, QString text, QStringList *missing = nullptr);

// How many calls of its own the program in front has begun in those times, folded ones counted one by one.
uint64_t calls_in(const trace::Trace &trace, Span span);

} // namespace lessons
