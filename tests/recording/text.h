// SPDX-License-Identifier: MIT
// A recording as text, one event a line, as strace(1) writes calls:
//
//     1000..2150       server    recv(4, 4096) = 3 "abc"
//     2200..           client 1  recv(3, 10)                                    # it has not returned
//     2300..2310       server    recv(4, 4096, MSG_DONTWAIT) = -1 EAGAIN × 17   # so many equal ones; then " …": it may go on
//     3000..3900       server    select(6, readfds {3, 4}, NULL, {5}) = 2 {4} {5}   # a set's name may be missing
//     4ms..4010us      server    poll({4:POLLIN, 5:POLLIN|POLLOUT}, 2, 50ms) = 1 {5:POLLOUT}
//     5000..5010       server    accept(3) = 5 :50001                           # a port, as in connect(3, :7000) = 0
//     5100             server    FD_SET(5, &allset)
//     5110             server    client_FD[0] = 5                               # also maxfd = 5, readfds = allset, client_FD[] = -1: all
//     5200             server    handler_begin(SIGIO, POLL_IN, 4)               # an asynchronous signal
//     6000             server    thread_end(cpu_ns=70'000, voluntary=5) @52     # of line 52
//
// Times are ns, or with us, ms, s. What stands between the parentheses are the fields that the call is asked, in the order of its row
// (calls/schema.h): first those that are written in a program, then the others; after NAME= one by its name. What is missing at the end
// is 0, of timeouts and sets NULL. Answers other than data, ports and sets have their names, too.
#pragma once

#include "recording/builder.h"

#include <string>

namespace recording {

// Adds what stands in `text`, after `time`. Returns what is wrong with it: "line 2, column 14: …"; empty: nothing.
std::string read(Builder &builder, std::string_view text, int64_t time = 0);

} // namespace recording
