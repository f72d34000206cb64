// SPDX-License-Identifier: MIT
// A chunk of events as it stands in the file, read and checked.
#pragma once

#include "archive/input.h"
#include "trace/trace.h"

namespace archive {

// What a chunk's numbers are checked against.
struct Context {
    std::vector<trace::Call> calls; // by their number in the file; count_: not known to this program
    std::vector<std::string> call_names;
    size_t files = 0;
    size_t threads = 0;
    int64_t version = 0; // of the file
};

// Reads a chunk of complete events, all ending at or after `since`: Batch::events and Batch::words.
trace::Batch read_chunk(Input &input, const Context &context, int64_t since);
// Reads a chunk of events in flight: Batch::in_flight and Batch::words.
trace::Batch read_in_flight(Input &input, const Context &context);

} // namespace archive
