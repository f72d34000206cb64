// SPDX-License-Identifier: MIT
// A moment named by what happens in it, not by a step's number: the words of --at, of a lesson's sentences and of its questions.
//
//   17  end                        a step's number; the last instant
//   accept:2  recv                 the second accept() is complete; the last recv()
//   client 1 send:1  program 2 recv:1  server recv:1   the same of one that takes part; without, of the first program and all its threads
//   in select:2                    that call goes on, and its thread sleeps in it
//   before recv:1                  that call is about to begin
//   comparison                     of a lesson that compares: when its runs are over
//   chapter:3  before chapter:3  end of chapter:3      of the recording's chapters, counted from 1
#pragma once

#include "replay/replay.h"

#include <QString>

#include <optional>

namespace lessons {

struct Moment {
    enum Kind : uint8_t { step, end, call, in_call, before_call, chapter, before_chapter, chapter_end, comparison } kind = end;
    QString whom;     // "client 1", "program 2"; empty: the first program
    QString name;     // of the call as JSON has it: "recv", "FD_SET", "handler_begin"; a variable's that is assigned to
    size_t which = 0; // counted from 1, of a chapter too; 0: the last; of a step its number
    bool operator==(const Moment &) const = default;
    bool of_chapter() const { return kind == chapter || kind == before_chapter || kind == chapter_end; }
};

// What the words mean; nothing: they are none of the above. Whether there is a call of that name is not looked at.
std::optional<Moment> moment(QStringView words);
// Whether a program can make such a call or step, whatever its variables are called.
bool names_a_call(const Moment &moment);

// Where a moment is in a recording.
struct Place {
    replay::Instant instant;
    std::optional<size_t> event; // the call's; none: the moment is about no call, or its call has not ended
};
// Nothing: it did not come.
std::optional<Place> place(const replay::Replay &replay, const Moment &moment);

// The times of chapter `number`, counted from 1: until the next one begins, the script is over, or the recording ends.
struct Span {
    int64_t from = 0, to = 0; // ns
};
std::optional<Span> chapter(const trace::Trace &trace, size_t number);
// Whether thread `thread` belongs to whom a moment names.
bool is_of(const trace::Trace &trace, size_t thread, const QString &whom);

} // namespace lessons
