// SPDX-License-Identifier: MIT
// What the program's sentences state, by their source texts. A sentence that changes there must change here: a test sees to it.
#pragma once

#include "whole/catalogue.h"

#include <span>

namespace whole {

struct Sentence {
    enum States : uint8_t {
        asleep,       // the thread sleeps now, in the call that begins
        will_not,     // that call will not sleep
        did_not,      // it did not
        slept,        // it did
        can_read,     // descriptors `arg` can be read from, or accepted from
        bytes, bytes_at_least, // %n of them wait on descriptor `arg`; 0: on that of the call
        queue,        // %n connections wait at descriptor `arg`
        fin, reset,   // it is sent now, by the call that ends
        result,       // what a call has returned, or how long it took
    } states;
    const char *source;
    int arg = 0;
};
std::span<const Sentence> sentences();
// What the sentence states; nothing: none of this.
const Sentence *stated(const Saying &saying);

} // namespace whole
