// SPDX-License-Identifier: MIT
// What is said about asynchronous requests and the threads of the C library that carry them out.
#pragma once

#include "replay/world.h"
#include "words/language.h"

namespace words {

// A thread of the library as an observed_task event saw it; state 'X': it has gone.
replay::HelperThread helper_of(const trace::Event &event);
// "read", "futex", or the number.
QString system_call_name(int call);
// "EINPROGRESS", "complete", "= 5", or, seen from the program, what the request waits for.
QString request_state(const Language &, const replay::Request &request);
// One sentence each, for a screen reader and as a tool tip.
QString request_sentence(const Language &, const replay::Request &request);
QString helper_sentence(const Language &, const replay::HelperThread &helper);

} // namespace words
