// SPDX-License-Identifier: MIT
// The file format .iotrace, version 3. It is CBOR (RFC 8949): any CBOR tool shows it.
//
//   55799({                                   self-described CBOR
//     "format": "iotrace", "version": 3,      these two first; "calls", "files", "programs" and "threads" stand before "events"
//     "run": {"server": text, "port": int, "began_utc": ns, "began": ns, "system": text, "stepped": bool},
//     "calls":   [text, …]                    the name of each number in a column "call"
//     "files":   [text, …]                    base names
//     "programs": [{"name": text, "origin": "listing" | "script", "listing": text, "told_by": text}, …]   base name; a call;
//                 of some "text": text, the listing itself, line by line
//     "threads": [{"name": text, "program": int, "job": "main" | "library" | "control", "tid": int, "variables": [text, …]}, …]
//     "chapters": [{"begin": ns, "end": ns, "titles": {language: text, …}}, …]   may be missing; end 0: not over
//     "lesson": {"name": text, "text": text}  its file, as it is written; missing: it is no lesson's run
//     "bookmarks": [{"time": ns, "complete": int, "name": text}, …]   what somebody has marked; may be missing; complete: events by then
//     "dropped": int,
//     "events":    [chunk, …]                 complete, ordered by end
//     "in_flight": [chunk, …]
//   })
//
// A chunk is a map of columns with one element for each event. A column is a typed array (RFC 8746, little endian, the
// narrowest that holds it), or one integer when all its elements are the same. Its name is the field's in trace::Event
// (word_0 and word_1 for the two words), but for the times:
//
//   in "events":    "from": int, ns; "end": by how much each ends after the one before it, the first after "from" (always
//                   an array, uint32 or sint64: it tells how many events there are); "took": end - begin
//   in "in_flight": "begin" (always an array of sint64) and "end" as they are
//
// "words" is the array of uint64 that events of this chunk with their words elsewhere point into; it may be missing. `flags` of a
// held event is a number of "calls", as in the column "call".
// A journal, kept while the run goes on, is such a thing after the other, its parts: each has "part": 0, 1, … behind the version. A part
// has the events since the one before, and all the rest as it is by then, but for the lesson, which one part alone has; what was "dropped" adds up. Of a last part that is not
// complete nothing is taken: the program was ended while it wrote.
//
// Readers skip keys they do not know. What changes the meaning of those above raises the version.
#pragma once

#include "archive/iotrace.h"

namespace archive::format {

inline constexpr quint64 self_described = 55799;
// Since 2 the words of a select with a timeout end with it. Since 3 a variable has 8 bits in a select and 16 elsewhere, an
// option has its level and its bytes, flags have 32 bits, threads are of programs: upgrade.h.
inline constexpr int64_t version = 3;
inline constexpr size_t events_per_chunk = 65'536; // as written; any number is read

// More are refused: four times what a run records at most.
inline constexpr size_t most_events = 64'000'000;
inline constexpr size_t most_threads = 65'536; // Event::thread
inline constexpr size_t most_programs = 65'536; // Thread::program
inline constexpr size_t most_files = 65'536;
inline constexpr size_t most_chapters = 4'096, most_languages = 64, most_bookmarks = 4'096;
inline constexpr size_t most_text = 4'096;     // bytes of one name
inline constexpr size_t most_lesson = 1 << 20; // bytes of a lesson's file
inline constexpr int deepest = 8;              // containers in each other, where unknown keys are skipped

inline constexpr std::string_view origin_names[] = {"listing", "script"}; // by trace::Origin
inline constexpr std::string_view job_names[] = {"main", "library", "control", "keyboard", "worker", "bench"}; // by trace::Job

} // namespace archive::format

namespace archive {

// Thrown inside this room, a Result outside.
struct Broken {
    Fault fault;
    QString detail;
};

} // namespace archive
