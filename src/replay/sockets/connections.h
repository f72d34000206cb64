// SPDX-License-Identifier: MIT
// Every socket of a recording over its whole life, which one is whose peer, and where in the stream each call stood.
#pragma once

#include "calls/verbs.h"
#include "replay/descriptors/descriptor_tables.h"
#include "replay/sockets/datagrams.h"
#include "replay/world.h"
#include "trace/trace.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

namespace replay {

// A call that moved bytes of a stream: after() it, that many had been moved since the beginning. In halves, so that it
// takes 12 bytes.
struct Move {
    Move(int64_t after, uint32_t of) : sequence(of), low(uint32_t(after)), high(uint32_t(uint64_t(after) >> 32)) {}
    int64_t after() const { return int64_t(uint64_t(high) << 32 | low); }
    uint32_t sequence, low, high;
};
static_assert(sizeof(Move) == 12);
// The bytes moved by events before `complete`.
int64_t moved(const std::vector<Move> &moves, uint32_t complete);

// What calls turn on, off, on, …: their sequence numbers.
struct Switch {
    std::vector<uint32_t> turns;
    bool on(uint32_t complete) const { return (std::ranges::lower_bound(turns, complete) - turns.begin()) % 2; }
    // False if it is so already.
    bool turn(uint32_t sequence, bool to)
    {
        if (to == bool(turns.size() % 2))
            return false;
        turns.push_back(sequence);
        return true;
    }
};

// One socket, which is an open file description, from the call that made it on. Members named like calls are sequence numbers,
// `none` when that did not happen. All of it is hindsight: ask whether a number is below the number of events complete.
struct End {
    uint32_t file = none;       // in DescriptorTables
    uint16_t table = 0;         // the thread that owns the descriptor table
    bool accepted = false;      // made by accept(), not socket()
    bool stream = true;         // SOCK_STREAM; else datagrams
    bool pair = false;          // made by socketpair(): joined with its peer at once, without ports
    uint32_t inbox = none;      // datagrams: its number in Datagrams
    int fd = -1;
    uint32_t created = none;
    uint32_t listened = none, connected = none;
    uint32_t bound = none, named = none; // bind(), or the accept() that made it, and getsockname() told its own port
    uint16_t bound_port = 0, named_port = 0, peer_port = 0;
    uint32_t listener = none;   // accepted: the end it was accepted from
    uint32_t registered = none; // since when it can be found by its ports
    uint32_t peer = none, joined = none; // the other end, and the event that made it known
    uint32_t shut_write = none, shut_read = none;
    uint32_t finished = none, failed = none; // recv() told of the end of file; a call told that there is no connection any more
    uint32_t shut_meanwhile = none; // the shutdown() that was under way then: it may have been that one
    uint32_t told_end() const { return shut_meanwhile == none ? finished : none; } // of the peer's
    uint32_t refused = none;    // a call told that nobody listened at the port that a connect() under way was for
    uint32_t emptied = none;    // recv() told that nothing is left to be read, and nothing will come
    std::vector<Move> sent, received;
    std::vector<Move> urgent;     // sent with MSG_OOB: after() so many bytes of the stream comes the urgent one
    std::vector<uint32_t> urgent_taken, passed; // recv(MSG_OOB); reads that went past one and moved nothing
    Switch nonblock;              // O_NONBLOCK
    Switch lingers;               // SO_LINGER with a time of 0: close() resets
    Switch inlines;               // SO_OOBINLINE: urgent data is received in the stream
    Switch corks;                 // TCP_CORK: no segment goes out that is not full
    std::vector<Move> backlogs;   // listen(): how many may wait, as after()
    std::vector<Move> lows;       // SO_RCVLOWAT, as after()
    std::vector<Move> dropped;    // datagrams: observed, as after()
    std::vector<Move> seen;       // observed: bytes to be read, or connections to be accepted, as after()
    std::vector<Move> unsent;     // observed with them: bytes in its send buffer, not acknowledged
    uint32_t resized = none;      // SO_RCVBUF
    std::vector<uint32_t> accepts;   // listening: the ends accepted
    std::vector<uint32_t> strangers; // those of them whose peer is not known

    // Its own port, 0 when it was not told.
    uint16_t port() const { return named_port ? named_port : bound_port; }
    bool nonblocking(uint32_t complete) const { return nonblock.on(complete); }
    // Those of the last of them before `complete`; else 0, and 1.
    int64_t backlog(uint32_t complete) const;
    int64_t low(uint32_t complete) const;
};

class Connections {
public:
    Connections(const trace::Trace &trace, const DescriptorTables &descriptors) : m_trace(trace), m_descriptors(descriptors) {}

    // Takes event `sequence` in, which must be the next, and which is about `file`, as the descriptor tables, which have taken
    // it in before, tell (`none`: about none). Returns the sequence number from which on calls may have waited for something
    // else than was thought, or `none`.
    uint32_t take(uint32_t sequence, uint32_t file);
    // Event `sequence`: some of the thread's that uses descriptor table `table` are not in the recording.
    void lose(uint32_t sequence, uint16_t table) { m_lost[table].push_back(sequence); }
    // By then events are missing that may have moved something from or to `end`: what waits there is not known.
    bool lost(const End &end, uint32_t complete) const;
    // poll() or epoll_wait(), event `sequence`, has found the end `number` broken and hung up: after a reset it does.
    void find_broken(uint32_t sequence, uint32_t number);
    // Forgets what events from `first` on have told; after the descriptor tables.
    void cut(uint32_t first);
    // Gives back memory kept for growing.
    void shrink();
    // Takes note of when the connect() calls in flight began, ns, in order.
    void connecting_since(std::vector<int64_t> begins) { m_connecting = std::move(begins); }

    const std::vector<End> &ends() const { return m_ends; }
    const End &end(uint32_t index) const { return m_ends[index]; }
    // The end that event `sequence` was about (accept: the new one); `none` when unknown.
    uint32_t end_of(uint32_t sequence) const;
    // The end that is `file`; `none`.
    uint32_t socket(uint32_t file) const { return file < m_of_file.size() ? m_of_file[file] : none; }
    // The end that was `fd` of `table` when `complete` events were; `none` when there was none.
    uint32_t end_at(uint16_t table, int fd, uint32_t complete) const { return socket(m_descriptors.at(table, fd, complete)); }
    // The event that closed its descriptor; the one by which no call kept it any longer, so that the kernel ended the
    // connection. `none`: not in this recording.
    uint32_t closed(const End &end) const { return m_descriptors.closed(end.file); }
    uint32_t released(const End &end) const { return m_descriptors.released_by(end.file); }
    // The descriptors that name it when `complete` events are, and of these the first.
    std::vector<Descriptor> names(const End &end, uint32_t complete) const { return m_descriptors.names(end.file, complete); }
    int number(const End &end, uint32_t complete) const { return m_descriptors.number(end.file, complete); }
    bool kept_by_a_call(const End &end, uint32_t complete) const { return m_descriptors.kept_by_a_call(end.file, complete); }
    // All ends there were when `complete` events were, ordered by table, then descriptor; one that was closed, and is kept by a
    // call, comes after the one that has its descriptor.
    std::vector<uint32_t> open_at(uint32_t complete) const;
    // The socket that listens at `port`, the last one there was; `none`.
    uint32_t listener(uint16_t port) const;

    // The connect() events to its port, in order.
    std::span<const uint32_t> connects_to(const End &listening) const;
    // True when the other end belongs to another program.
    bool outside(const End &end) const;
    // True if all that can come to `end` when `complete` events are is recorded: else another program may send to it, or connect.
    bool only_ours(const End &end, uint32_t complete) const;
    // The event that brought the byte after the first `offset` to `end`; `none` when it is not recorded.
    uint32_t bringer(const End &end, int64_t offset) const;
    // Datagrams: the event that brought what event `sequence` has taken; what there is to be taken next.
    uint32_t datagram_bringer(const End &end, uint32_t sequence) const { return m_datagrams.bringer(end.inbox, sequence); }
    bool took_datagram(const End &end, uint32_t sequence) const { return m_datagrams.took(end.inbox, sequence); }
    uint32_t next_datagram(const End &end, uint32_t complete) const { return m_datagrams.next(end.inbox, complete); }
    // The socket that got the datagram which event `send` has sent; the event that took it there. `none`: not known, or not yet.
    uint32_t datagram_receiver(uint32_t send) const;
    uint32_t datagram_taker(const End &end, uint16_t from, uint32_t send) const { return m_datagrams.taker(end.inbox, from, send); }
    // The events that sent it datagrams, in order; of those from outside there are none.
    std::span<const uint32_t> datagrams_to(const End &end) const { return m_datagrams.sends(end.inbox); }
    // True when a program outside has sent it datagrams.
    bool strangers(const End &end, uint32_t complete) const { return m_datagrams.stranger(end.inbox, complete); }
    std::optional<Datagrams::Waiting> datagrams(const End &end, uint32_t complete) const { return m_datagrams.waiting(end.inbox, complete); }
    // True if what `sequence` (`none`: it has not ended) sends to `end` from port `from` has been taken by then.
    bool taken(const End &end, uint16_t from, uint32_t sequence, uint32_t complete) const { return m_datagrams.taken(end.inbox, from, sequence, complete); }
    // The datagram socket that had `port` when `complete` events were, the last of several; `none`.
    uint32_t datagram_end(uint16_t port, uint32_t complete) const;
    // The sockets that had `port` had all been closed when event `sequence` began; false: there were none.
    bool datagram_port_given_up(uint16_t port, uint32_t sequence) const;
    // Those one of which got the datagram that a call from port `from` to port `to`, begun at `begin` ns, had sent by then.
    std::vector<uint32_t> datagram_ends(uint16_t to, uint16_t from, int64_t begin, uint32_t complete) const;
    // The event by which the listening socket has gone in whose queue the connection of `client` waits; `none`. Those that wait
    // in the queue of `listening` when that goes by event `sequence`, the latest first.
    uint32_t dropped_from_queue(const End &client) const;
    std::vector<uint32_t> in_queue_of(const End &listening, uint32_t sequence) const;
    // The connect() that the listening socket's accept() or select() at `sequence`, until `time` ns, could wait for.
    uint32_t pending(const End &listening, uint32_t sequence, int64_t time) const;
    // Connections complete and not accepted; from outside at least so many as observed.
    struct Queue {
        int64_t ours = 0, outside = 0;
    };
    Queue queue(const End &listening, uint32_t complete, int64_t time, int64_t most) const; // of ours at most so many
    // The connect() calls that have begun by `time` ns, when `complete` events are, and return later: those accepted by then, or
    // the others.
    int64_t connects_in_flight(const End &listening, uint32_t complete, int64_t time, bool accepted) const;
    // The last urgent byte sent to `end`.
    struct Urgent {
        bool pending = false; // neither taken with MSG_OOB nor gone past
        bool kept = false;    // reads of the stream have not gone past it: taken or not, the kernel keeps it
    };
    Urgent urgent(const End &end, uint32_t complete) const;
    // True if a read of the stream that has begun by then, and returns later, is going past it, or has.
    bool goes_past_urgent(const End &end, uint32_t complete) const;
    // True if the read `sequence` has gone past an urgent byte that nobody had taken: nobody can any more.
    bool loses_urgent(const End &end, uint32_t sequence) const { return urgent(end, sequence).pending && !urgent(end, sequence + 1).kept; }
    // What the urgent byte that event `sequence` sent from `end` did to the one before it.
    Displaced displaced_urgent(const End &end, uint32_t sequence) const;
    // The send() of the urgent byte to be taken next; `none` when it is not recorded.
    uint32_t urgent_bringer(const End &end, uint32_t complete) const;
    // Bytes to be read while the peer's call in progress sends so many: `bytes` at least; none when the recording cannot tell.
    struct Receivable {
        int64_t bytes = 0, more = 0;
        bool observed = false; // seen from outside; else derived
        bool sure = false;     // `more` is missing only because that call has not returned; else it may be in the sender's buffer
    };
    std::optional<Receivable> receivable(const End &end, uint32_t complete, int64_t sending) const;
    // So many bytes of what calls that are over have sent have surely left the send buffer.
    int64_t passed_on(const End &from, uint32_t complete) const;
    // True if it was sent with MSG_MORE, or under TCP_CORK: it waits for more to go with, 200 ms at most.
    bool holds_back(const End &from, const Move &sent) const;
    // So many bytes were moved by calls that had returned when event `look` began.
    int64_t moved_before(const std::vector<Move> &moves, uint32_t look) const;
    // `from` has got an answer to the first `bytes` of what it has sent by `time` ns: with it came the acknowledgement.
    bool answered(const End &from, int64_t bytes, int64_t time) const;
    // So many bytes of what is sent to it have room in its receive buffer; of more, a part may have stayed with the sender.
    int64_t surely_fits(const End &end) const;

private:
    using Ports = uint32_t; // local port << 16 | peer's port
    struct Touch {
        uint32_t sequence, end;
    };

    uint32_t make(uint32_t sequence, uint32_t file);
    void make_pair(uint32_t sequence);
    void touch(uint32_t sequence, uint32_t end) { m_touches.push_back({sequence, end}); }
    uint32_t open(uint32_t sequence, uint32_t from);
    uint32_t accept(uint32_t sequence, uint32_t listener, uint16_t peer_port);
    uint32_t take_on(uint32_t sequence, uint32_t end);
    bool name(uint32_t sequence, End &end, const calls::Naming &naming);
    bool set(uint32_t sequence, End &end, const calls::Setting &setting);
    bool shut(uint32_t sequence, End &end, const calls::Closing &closing);
    uint32_t find_nothing(uint32_t sequence, End &end, const calls::Transfer &transfer);
    uint32_t move(uint32_t sequence, End &end, const calls::Transfer &transfer);
    void add(std::vector<Move> &moves, uint32_t sequence, int64_t bytes);
    // urgent.cpp
    void send_urgent(uint32_t sequence, End &end);
    void pass_urgent(uint32_t sequence, End &end);
    uint32_t lose_urgent(uint32_t sequence, const End &end);
    uint32_t close(uint32_t sequence, uint32_t end);
    void observe(uint32_t sequence);
    // datagram_ports.cpp
    uint32_t send_datagram(uint32_t sequence, End &end, const calls::Transfer &transfer);
    uint32_t take_datagram(uint32_t sequence, End &end, const calls::Transfer &transfer);
    uint32_t name_datagrams(uint32_t sequence, uint32_t end);
    uint32_t doubt_datagrams(uint32_t sequence, uint32_t end, int64_t begin);
    void unname_datagrams(uint32_t end);
    void observe_drops(uint32_t sequence, const calls::SeenSocket &seen);
    // ports.cpp
    uint32_t enter(uint32_t sequence, uint32_t end);
    uint32_t join(uint32_t sequence, uint32_t accepted, uint32_t client);
    void part(uint32_t end);
    void leave(uint32_t end);
    void set_unmatched(uint32_t end, bool unmatched);
    void set_nameless(uint32_t end);
    void restore(uint32_t end, uint32_t first);
    void unmake_last();
    bool refuse(uint32_t sequence, End &end);
    void fail(uint32_t sequence, End &end, bool receiving, int error);
    // queue.cpp
    uint32_t gone(const End &listening) const { return std::min(released(listening), listening.shut_read); }
    int64_t earliest_nameless(uint16_t port) const;
    int64_t from_outside(const End &listening, uint32_t complete) const;
    int64_t derived_queue(const End &listening, uint32_t complete) const;
    // observed_queues.cpp
    int64_t begun_by(const std::vector<Move> &moves, uint32_t look) const;
    int64_t observed_outside(const End &listening, uint32_t complete) const;
    const trace::Event &event(uint32_t sequence) const { return m_trace.events()[sequence]; }

    const trace::Trace &m_trace;
    const DescriptorTables &m_descriptors;
    std::vector<End> m_ends;                                   // in the order of their creation
    std::vector<uint32_t> m_of_file;                           // ends, by file
    std::vector<Touch> m_touches;                              // which event changed which end, in order
    std::unordered_map<Ports, std::vector<uint32_t>> m_by_ports; // registered ends; a listening one has peer port 0
    std::unordered_map<Ports, std::vector<uint32_t>> m_clients;  // without a peer yet, by their own ports
    std::unordered_map<Ports, std::vector<uint32_t>> m_accepted; // without a peer yet, by their own ports
    std::unordered_map<uint16_t, std::vector<uint32_t>> m_connects; // the connect() events to a port, in order
    std::unordered_map<uint16_t, std::set<uint32_t>> m_nameless; // those of open ends whose own port is not told yet
    std::unordered_map<uint16_t, std::vector<uint32_t>> m_datagram_ports; // registered datagram ends by their own port
    Datagrams m_datagrams{m_trace};
    std::vector<int64_t> m_connecting;
    std::map<uint16_t, std::vector<uint32_t>> m_lost; // events that tell so, by table, in order
};

} // namespace replay
