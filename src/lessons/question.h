// SPDX-License-Identifier: MIT
// Predictions. The right answer is worked out from the recording: nobody writes it down, the kernel grades.
//
//   result, errno   of the call asked about, of getsockopt() and ioctl() the value answered; of a chapter, of the first `call` that returns in it
//   bits            select(): descriptors left in the answered sets; poll(): what is set in revents, of the only entry that has any or
//                   of descriptor `of`; fcntl(): flags that it has told, or, of F_SETFL, that are set afterwards;
//                   a macro: descriptors in the set then
//   asleep          whether the thread slept in the call, or in one that a function of the C library made; of a chapter in which, of
//                   participant `of` or the first program;
//                   with `again` only in calls that begin in the chapter
//   descriptor      that the call has given, or is about
//   slot            the next entry of the program's table that is written
//   maxfd           the first argument of select(); poll()'s nfds
//   signals         handlers entered before the call returned, or in the chapter; with `of` a reason, "POLL_OUT": whether any named it
//   next            the program's next call
//                   with `below`, result and bytes are whether there are fewer
//   bytes           that the call has moved; of a chapter, that participant `of` has received in it
//   who             whose data the call has read; of a chapter, who was sent something first
//   phase           the phases of the read: both, copy, none
#pragma once

#include "lessons/lesson_file.h"

#include <QJsonValue>

namespace lessons {

struct Answer {
    QJsonValue value; // a number, true or false, a name, names; of several sets names by set
    QString text;     // for people
    std::optional<size_t> step; // the event asked about; of a whole chapter none
    QString call;     // asleep: in which; "recv"
    std::optional<size_t> shown_by; // slot: the event that writes it; else `step` is what shows the answer
    std::optional<replay::Instant> shown_at; // asleep: an instant at which it is
};

// Nothing: the moment did not come, or the recording does not tell.
std::optional<Answer> answer(const words::Language &, const replay::Replay &, const Ask &ask);

// What can be chosen from, also when the recording does not tell the answer yet, in an order that tells nothing; empty: a number is typed,
// or bits are set.
struct Offer {
    QJsonValue value;
    QString text;
};
std::vector<Offer> choices(const words::Language &, const replay::Replay &, const Ask &ask);
// What can be switched on one by one: bits of a set, flags; a row for each set, named; empty: nothing.
struct Switches {
    QString set; // "readfds"; empty: there is one row only
    QStringList names;
};
std::vector<Switches> switches(const replay::Replay &, const Ask &ask);
// Whether what was answered is the recording's answer; of an array the order does not matter.
bool is_right(const Answer &answer, const QJsonValue &given);

} // namespace lessons
