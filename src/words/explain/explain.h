// SPDX-License-Identifier: MIT
// What the explanations of one step share: the step itself, the World around it, and the names of those who take part.
#pragma once

#include "calls/verbs.h"
#include "words/phrases.h"
#include "words/sentences.h"

#include <optional>

namespace words {

// One moment to explain: the event, at its beginning or its end.
struct Step {
    const Language &language;
    const replay::Replay &replay;
    const replay::World &world;
    const trace::Trace &trace;
    const trace::Event &event;
    size_t sequence = 0;
    bool begins = false;

    // What the event's row says of a field (calls/schema.h); 0: the event does not tell it.
    int64_t value(std::string_view field) const { return calls::value(event, field).value_or(0); }
    trace::Job job() const;
    bool serves() const;   // it is the main thread of a program that runs a listing
    bool scripted() const; // its program is a peer
    // The event's thread, and the one it talks to: "Server", "Client 1", to begin a sentence with.
    QString subject() const;
    // The socket the event's descriptor means, in the World given or just before the event; nullptr if it is not known.
    const replay::Socket *socket(int fd) const { return world.socket(event.thread, fd); }
    // Whom `socket` is connected with: "client 1", "another program (port 51344)", "the other end".
    QString peer(const replay::Socket *socket) const;
    // Where the bytes of a call on `fd` come from or go to: the same, "the keyboard", "a pipe", "somebody unknown".
    QString peer(int fd) const;
    // What stands behind the number: "the listening socket", "a UDP socket", "the keyboard", "nothing is known of it", or its peer().
    QString meaning(int fd) const;
    // The call that reads what select() has told of: "recv", "recvfrom", "read".
    QString reader(int fd) const;
    // What made it: a pipe, a terminal, a socket; none: the recording does not tell.
    std::optional<calls::Opening> opened(int fd) const;
    // "the server", "client 1": within a sentence.
    QString thread(size_t index) const;
    // True once the control thread wakes those that sleep: shutdown() makes descriptors ready without data or a connection.
    bool stopping() const;
    bool stops(size_t control) const;
    // The event's program has been killed by a signal.
    bool killed() const;
    // The call that the event's thread is in, if a step comes in between; empty: none.
    QString thread_call() const;
    // An end of file on `socket` is none of the peer's doing: this side was shut down, because the run is being stopped.
    bool ended_by_stop(const replay::Socket *socket) const { return stopping() && !(socket && socket->peer_shut && !scripted()); }
    // How long the event took.
    QString took() const { return language.duration(length_of(event)); }
    // True if the last select() of this thread has said that `fd` is ready for reading.
    bool select_said(int fd) const;
    // "select", "poll" or "epoll_wait": the call with which this thread waits for many.
    QString multiplexer() const;
    // Nothing has come that it waits for, and the thread sleeps: not, if the recording cannot tell that.
    bool asleep() const;
    // True if `fd`, which a set or an array may still name, has been closed: by the control thread, or any that shares the table.
    bool closed(int fd) const;
    // True if this thread watches descriptor sets: a number from FD_SETSIZE on is of no use to it.
    bool uses_sets() const;
    QString plain(qint64 number) const { return QString::number(number); }
};

// What was done before the step to what a descriptor names, by any thread of its table, by whichever descriptor: as far as the recording
// shows. `thread`: an index into Trace::threads, whose table it is.
// The call that set a socket's option last, also on the listening socket that it comes from; nullptr: none did.
const trace::Event *option_set(const Step &, uint16_t thread, int fd, int level, int option);
bool is_inline(const Step &, uint16_t thread, int fd); // SO_OOBINLINE is on
bool flag_was_on(const Step &, int fd, int flag);      // O_NONBLOCK, O_ASYNC
bool has_owner(const Step &, int fd);                  // who is to get its signals was said: F_SETOWN, F_SETOWN_EX
bool never_waits(const Step &);                        // the step's call: by MSG_DONTWAIT, or by O_NONBLOCK
bool seen_full(const Step &, int fd);                  // the last call that wrote to it found too little room
bool being_connected(const Step &, int fd);            // its connect() had returned before it was over, and nothing was moved since
bool shut_for_reading(const Step &, int fd);           // by shutdown() of this side
bool is_local(const Step &, uint16_t thread, int fd);  // a socket of AF_UNIX: both ends are in one kernel, and no segment is sent

// When the data arrived that this wait, which is over, was for, as far as no call tells.
QString untold_arrival(const Step &, const replay::Phase &wait);

// "recv() failed: it returned -1, and errno is ECONNRESET: …"
QString failed(const Step &);
// Which signal a call that failed with EINTR was interrupted by, as far as its handler is recorded; else empty.
QString interrupted_by(const Step &);
// What of a datagram that was taken did not fit into a buffer of `room` bytes: it is lost.
QString cut_off(const Step &, qint64 room);
// It reads, and was asked for 0 bytes; what is said when it then returned 0.
bool asks_nothing(const Step &);
QString returned_nothing(const Step &);
// A read returned 0, since this end's receiving direction was shut.
QString shut_here(const Step &);
// What ECONNREFUSED means on a datagram socket.
QString refused_before(const Step &);
// A call that multiplexes, folded: it was asked many times with a timeout of 0 and returned 0 each time.
QString in_vain(const Step &);
// A call that did not wait and found nothing (EAGAIN), perhaps many times.
QString polled(const Step &);
// It waited, although it returned with EAGAIN: it may, being a blocking socket's, and a time limit of that was up.
bool waited(const Step &);

// What the descriptors in the write and the except set are asked about; what was found out about them. Empty for none.
QString asks_room(const Step &, const std::vector<int> &asked);
QString asks_urgent(const Step &, const std::vector<int> &asked);
QString found_room(const Step &, const std::vector<int> &ready); // also: what POLLOUT tells
QString found_urgent(const Step &, const std::vector<int> &ready);
QString found_reset(const Step &, const std::vector<int> &ready); // of those: whose connection was reset
QString found_closed(const Step &, const std::vector<int> &ready);
QString found_by_poll(const Step &, const std::vector<trace::Polled> &entries); // besides POLLIN
// select() or poll() returned -1: what that means, and what the listing makes of it.
QString failed_to_wait(const Step &);
QString explain_urgent(const Step &); // send() or recv() with MSG_OOB

// What the kernel sends, or has no need to send, when close() lets a socket go; empty: nothing is known of it.
QString closed_socket(const Step &);
// What else the step let the kernel send at the end of connections; empty: nothing. Of close(), closed_socket() tells.
QString explain_endings(const Step &);

QString explain_setup(const Step &);      // socket, setsockopt, bind, listen, getsockname, fcntl
QString explain_connection(const Step &); // accept, connect, shutdown, close
QString explain_descriptors(const Step &); // pipe, socketpair, dup, dup2, a terminal, ioctl, tcflow, getsockopt, getpeername
QString explain_terminal(const Step &);   // typed, fgets; read and write at a terminal: else empty
bool has_terminal(const Step &);             // the program of the step's thread has one
QString explain_select(const Step &);     // select, poll
QString explain_receive(const Step &);    // recv, read, recvfrom
QString explain_send(const Step &);       // send, write, sendto
QString explain_datagram_received(const Step &); // recvfrom; recv, read of a datagram socket
QString explain_datagram_sent(const Step &);     // sendto; send, write
QString explain_signal(const Step &);     // sigaction, pthread_sigmask, fcntl for signals, a handler entered and left
QString explain_in_handler(const Step &); // what there is to add to a call made by a signal's handler; else empty
QString explain_aio(const Step &);        // the calls of POSIX aio
QString explain_epoll(const Step &);      // epoll_create1, epoll_ctl, epoll_wait
QString explain_uring(const Step &);      // io_uring_setup, io_uring_enter, its two rings
QString explain_set(const Step &);        // FD_ZERO, FD_SET, FD_CLR, FD_ISSET, readfds = allset
QString explain_assignment(const Step &); // client_FD[i] = fd, maxfd = fd
QString explain_thread(const Step &);     // begin, end, held, planned; nanosleep
QString explain_observed(const Step &);   // facts seen from outside

} // namespace words
