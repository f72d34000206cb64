// SPDX-License-Identifier: MIT
// One read of the program in front, as the book draws it (UNP 6.2): what was asked, when the data came, who copied it, how the
// program was told.
#pragma once

#include "figures/figure.h"

#include <optional>

namespace figures {

struct OneRead {
    enum Way : uint8_t {
        asleep,      // in the read itself
        polling,     // asking again and again
        multiplexed, // asleep in a call that waits for many
        signalled,   // a signal says that a read may be started
        requested,   // aio: what is told of is a complete read
        at_once,     // the data was there before anybody asked
    } way = at_once;
    size_t sequence = 0; // of the event that gave the data
    trace::Event read;
    replay::Delivery arrival;
    std::optional<replay::Phase> wait, copy;
    std::optional<trace::Event> asked; // the call with which the wait begins, if that is not `read`; polls: the first in vain
    std::optional<trace::Event> setup; // signalled: what has switched the signals on
    std::optional<trace::Event> told;  // the begin of a handler or of the library's thread, or aio_suspend()
    std::optional<trace::Event> over;  // the end of that handler
    std::optional<trace::Event> looked; // requested: the aio_error() before `read`
    std::optional<trace::Event> meanwhile; // requested: the call in which the program slept while the library read
    std::optional<replay::HelperThread> helper; // requested: the library's thread, as it was seen on the descriptor
    uint64_t polls = 0;       // in vain
    int64_t between_polls = 0; // ns asleep of its own accord
    int64_t zero() const { return arrival.earliest; } // ns: the client begins to send
};

// The latest one that was complete at the instant; nothing when there was none, when nothing tells when its data came,
// or when it was by no model of the book.
std::optional<OneRead> one_read(const Scene &scene);

} // namespace figures
