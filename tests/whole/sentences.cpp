// SPDX-License-Identifier: MIT
#include "whole/sentences.h"

#include <map>

namespace whole {

namespace {

constexpr Sentence all[] = {
    {Sentence::asleep, "Nothing has arrived on descriptor %1, so the thread sleeps in %3(): phase 1, wait for data from %2.", 1},
    {Sentence::asleep, "The queue of descriptor %1 is empty, so the thread sleeps in accept(): it waits for a client to connect.", 1},
    {Sentence::asleep, "No datagram has arrived on descriptor %1, so the thread sleeps in %2(): phase 1, wait for data.", 1},
    {Sentence::asleep, "None is ready, so the thread sleeps here for all of them at once, but for at most %1."},
    {Sentence::asleep, "None is ready, so the thread sleeps here for all of them at once, without a limit of time (timeout %1)."},
    {Sentence::asleep, "No operation is complete, so the thread sleeps here. What it waits for, and the copying, is the kernel's work."},
    {Sentence::will_not, "%2() has said that descriptor %1 is ready, so %3() will not sleep: data, end of file or an error is in the kernel already.", 1},
    {Sentence::will_not, "%2() has said that descriptor %1 is ready, so %3() will not sleep: a datagram or an error is in the kernel already.", 1},
    {Sentence::will_not, "%2() has said that descriptor %1 is ready: a connection waits in its queue, so accept() will not sleep.", 1},
    {Sentence::will_not, "%n connections wait in the queue of descriptor %1, so accept() will not sleep.", 1},
    {Sentence::will_not, "%1 calls %3() on descriptor %2, whose connection was reset: it will not sleep. It gives what had come before, if that was "
                         "not read, and tells of the reset, if no call has yet.", 2},
    {Sentence::will_not, "%1 calls %3() on descriptor %2. Nothing more will come: the other end has closed its sending direction.", 2},
    {Sentence::will_not, "With a timeout of 0 it only asks, and does not sleep."},
    {Sentence::did_not, "The data was in the kernel already, so %2() did not sleep: it copied %n bytes into the application's buffer in %1 (phase 2 only)."},
    {Sentence::did_not, "A datagram was in the kernel already, so %1() did not sleep: it copied %n bytes into the application's buffer in %2 (phase 2 only)."},
    {Sentence::did_not, "%4() did not sleep: the thread had waited at least %1 for the data in %3() (phase 1). %4() copied %n bytes into the "
                        "application's buffer in %2 (phase 2)."},
    {Sentence::did_not, "%4() did not sleep: the thread had been %1 in %3() before (phase 1). %4() copied %n bytes into the application's buffer in "
                        "%2 (phase 2)."},
    {Sentence::did_not, "%4() did not sleep: the thread had waited at most %1 for the data in %3() (phase 1), perhaps not at all. %4() copied %n bytes "
                        "into the application's buffer in %2 (phase 2)."},
    {Sentence::did_not, "%1() did not sleep: the thread had waited in %2() before (phase 1). It copied %n bytes into the application's buffer in %3 (phase 2)."},
    {Sentence::did_not, "accept() did not sleep: the thread had waited in %2(), at least %1."},
    {Sentence::did_not, "%1() was called on descriptor %2 %n times within %3, and each time nothing was there (EWOULDBLOCK). The thread did not sleep: this is "
                        "polling."},
    {Sentence::did_not, "%1() returned -1 with EWOULDBLOCK at once: there is nothing for it on descriptor %2 yet. The call did not wait for it."},
    {Sentence::did_not, "%1() returned -1 with EWOULDBLOCK at once: all that had come on descriptor %2 has been taken. The handler does not wait for more: an "
                        "arrival from now on sends a signal."},
    {Sentence::slept, "The thread slept %1 until data arrived (phase 1); waking up and copying %n bytes into the application's buffer took %2 (phase 2)."},
    {Sentence::slept, "The thread slept for at least %1 until data arrived (phase 1). Waking up and copying %n bytes into the application's buffer took at "
                      "most %2 (phase 2)."},
    {Sentence::slept, "The thread slept: it was seen asleep %1 after the call began. %3() took %2: waiting for data (phase 1), and waking up and copying %n "
                      "bytes into the application's buffer (phase 2)."},
    {Sentence::slept, "The thread slept for at least %1 until a datagram arrived (phase 1). Waking up and copying %n bytes into the application's buffer took "
                      "at most %2 (phase 2). It arrived during the sender's send(): that is known to within %3."},
    {Sentence::slept, "Before that, the thread had slept in accept(), at least %1."},
    {Sentence::can_read, "recv() on %1 will not sleep: data, end of file or an error waits there.", 1},
    {Sentence::can_read, "recvfrom() on descriptor %1 will not sleep: a datagram waits there, or an error.", 1},
    {Sentence::can_read, "Descriptor %1 is the listening socket: a connection waits for accept().", 1},
    {Sentence::can_read, "FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 (%3) is ready, so %4() will not sleep.", 1},
    {Sentence::can_read, "FD_ISSET is true: select() left bit %1 of %2 at 1. Descriptor %1 is the listening socket, so a connection waits for accept().", 1},
    {Sentence::bytes, "%n bytes are in the receive buffer of descriptor %1 already, so %2() only copies them (phase 2).", 1},
    {Sentence::bytes_at_least, "At least %n bytes are in the receive buffer of descriptor %1 already, so %2() only copies (phase 2).", 1},
    {Sentence::bytes, "%n bytes are still in the receive buffer."},
    {Sentence::bytes_at_least, "At least %n bytes are still in the receive buffer, and more in the sender's send buffer or here."},
    {Sentence::queue, "Meanwhile %n connections wait in the queue of descriptor %1: nobody serves them while this client is being served.", 1},
    {Sentence::fin, "The kernel sends a FIN: after the bytes sent before, the other end's recv() returns 0."},
    {Sentence::fin, "The kernel sends a FIN, too: the connection with %1 has ended in both directions."},
    {Sentence::fin, "%1 has closed its sending direction (FIN), but can still receive. After the bytes sent before, the other end's recv() returns 0."},
    {Sentence::reset, "%n bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN."},
    {Sentence::reset, "Bytes had come that nobody read, so the kernel sends a reset (RST) instead of a FIN."},
    {Sentence::reset, "An urgent byte had come that nobody took, so the kernel sends a reset (RST) instead of a FIN."},
    {Sentence::reset, "Because of SO_LINGER with a time of 0 the kernel sends a reset (RST)."},
    {Sentence::result, "%1() failed: it returned -1, and errno is %2: %3."},
    {Sentence::result, "accept() returned descriptor %1: a new socket, connected with %2. Descriptor %3 goes on listening."},
    {Sentence::result, "%2() returned after %1: the kernel has copied %n bytes into the application's buffer."},
    {Sentence::result, "%2() returned 0, end of file: %1 has closed its sending direction, and all it sent has been read. 0 is no error."},
    {Sentence::result, "%1() returned 0, end of file: the server has closed its end, and all it sent has been read. 0 is no error."},
    {Sentence::result, "%2() returned %n: the kernel took only so many of %1."},
    {Sentence::result, "The kernel has taken all %n bytes for %1; %3() took %2."},
    {Sentence::result, "The kernel has taken the datagram of %n bytes; %1() took %2. That does not mean that it has been read."},
    {Sentence::result, "select() returned 0 after %1: the time is up and no descriptor was ready. All bits of %2 are 0 now."},
    {Sentence::result, "select() returned %1 after %2: of %3, these are ready: %4."},
    {Sentence::result, "select() returned %1 after %2: ready for reading %3, for writing %4, for exceptional conditions %5."},
    {Sentence::result, "poll() returned 0 after %1: the time is up and no descriptor was ready."},
    {Sentence::result, "poll() returned %1 after %2: of %3, these are ready: %4. Their revents tell why; events stay as they were."},
    {Sentence::result, "epoll_wait() returned 0 after %1: the time is up and no descriptor was ready."},
    {Sentence::result, "epoll_wait() returned %1 after %2: of %n descriptors in the interest list it tells of %3 only."},
    {Sentence::result, "%1() was called %n times within %2, and each time it returned 0: with a timeout of 0 it does not sleep, and no descriptor was ready. "
                       "This is polling."},
    {Sentence::result, "io_uring_enter() returned %1 after %2: so many operations were handed in, and one at least is complete. Which, stands in the "
                       "completion ring: reading it takes no system call."},
    {Sentence::result, "aio_suspend() returned after %1: at least one of %n requests is complete. Which one it does not say: aio_error() does."},
    {Sentence::result, "%1 is connected to port %2. The kernel did this by itself, without accept(): a connection that the server has not accepted waits in the "
                       "queue of the listening socket."},
};

} // namespace

std::span<const Sentence> sentences()
{
    return all;
}

const Sentence *stated(const Saying &saying)
{
    static const std::map<QString, const Sentence *> by_source = [] {
        std::map<QString, const Sentence *> map;
        for (const Sentence &one : all)
            map[QString::fromUtf8(one.source)] = &one;
        return map;
    }();
    const auto found = by_source.find(saying.source);
    return found == by_source.end() ? nullptr : found->second;
}

} // namespace whole
